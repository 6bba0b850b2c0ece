import { join } from 'node:path';
import { saveRollCalls } from '#electron/services/afterSchool/day/saveRollCalls.ts';
import {
  loadServiceFigures,
  serviceFigures,
} from '#electron/services/afterSchool/statistics/loadServiceFigures.ts';
import { schoolCalendar } from '#electron/services/school/schoolCalendar.ts';
import { createRecord } from '#electron/store/records/records.ts';
import type { RollCallRow } from '#shared/domain/afterSchool/facts.ts';
import { isPresent, presentRow, withRollState } from '#shared/domain/afterSchool/rollCall.ts';
import { nameTokens, pinyinSortKey } from '#shared/kernel/searchText.ts';
import { teachingDays } from '#shared/kernel/schoolTerm.ts';
import type { LedgerDefinition, LooseValues } from '#shared/ledger/definition.ts';
import type { Fields } from '#shared/ledger/field.ts';
import { emptyValues } from '#shared/ledger/schema.ts';
import { serviceAttendance } from '#shared/ledgers/afterSchool/serviceAttendance.ts';
import { serviceCourse } from '#shared/ledgers/afterSchool/serviceCourse.ts';
import { serviceEnrolment } from '#shared/ledgers/afterSchool/serviceEnrolment.ts';
import { serviceSlot } from '#shared/ledgers/afterSchool/serviceSlot.ts';
import { pupil } from '#shared/ledgers/base/pupil.ts';
import { schoolClass } from '#shared/ledgers/base/schoolClass.ts';
import { staff } from '#shared/ledgers/base/staff.ts';
import { term } from '#shared/ledgers/base/term.ts';
import type { WriteHandle } from '#electron/store/handles.ts';
import { valueOf } from '../support/temporarySchool.ts';
import { openBenchSchool, type BenchSchool } from './benchSchool.ts';
import { checkSameRows, openHandWritten, type HandWritten } from './handWritten.ts';
import { compare, timed } from './measure.ts';
import { inventPupils } from './pupils.ts';
import type { ScenarioContext, ScenarioResult } from './run.ts';

const period = '2025-2026-1';
/** The term that `fillTerm` makes. */
export const dates = { from: '2025-09-01', to: '2026-01-30' };
const groupSize = 40;
export const allPupils = 3000;
export const allDays = 100;
const saves = 200;
const periods = [
  ['16:20', '17:20'],
  ['17:20', '18:20'],
] as const;

/** Saving a roll call of forty, and the statistics of a term from its roll calls, beside plain SQL. */
export async function serviceDays(context: ScenarioContext): Promise<ScenarioResult> {
  const folder = join(context.folder, `service-${Date.now()}`);
  const school = openBenchSchool(folder);
  const count = Math.max(groupSize, Math.round(allPupils * context.scale));
  const made = fillTerm(school, count, Math.max(3, Math.round(allDays * context.scale)));
  const hand = openHandWritten(school, join(folder, 'bare.ledger'));
  try {
    const writeByHand = handWrittenRollCall(hand);
    const newIds = Array.from({ length: saves + 1 }, () => ({
      id: school.newId(),
      rows: made.group.map(() => school.newId()),
    }));
    const called = made.group.map((pupilId, place) => {
      const row = presentRow(pupilId);
      return place % 20 === 7 ? { ...withRollState(row, '请假'), reason: '生病' } : row;
    });
    const idsOf = (run: number) => newIds[run] ?? { id: '', rows: [] };
    const slotOf = (run: number) => made.openSlots[run] ?? '';
    const save = await compare({
      label: `a roll call of ${groupSize}, two of them ill`,
      runs: saves,
      ours: (run) => {
        const { id, rows: ids } = idsOf(run);
        const sheet = {
          slotId: slotOf(run),
          rows: called,
          signedBy: null,
          baseRevision: null,
        };
        const given = [id, ...ids].values();
        const newId = () => given.next().value ?? '';
        valueOf(
          school.store.write(school.change, (w) => saveRollCalls(w, [sheet], { ...school.context, newId })),
        );
      },
      bare: (run) => {
        const { id, rows: ids } = idsOf(run);
        writeByHand(id, slotOf(run), called, ids);
      },
    });
    checkSameRows(school, hand);
    const statement = school.store.read.db.prepare(
      `SELECT sum(d.state_value NOT IN ('请假', '缺勤')) AS count, count(*) AS whole
       FROM service_attendance__rows d
       JOIN service_attendance a ON a.id = d.record_id
       JOIN service_slot s ON s.id = a.slot
       WHERE a.deleted_at IS NULL AND s.deleted_at IS NULL AND s.kind IN ('课后服务', '延时托管')
         AND coalesce(s.cancelled_reason, '') = '' AND s.held_on BETWEEN ? AND ?`,
    );
    const first = await timed(() => serviceFigures(school.store, period, dates.to));
    const statistics = await compare({
      label: `statistics of a term, ${made.rows.toLocaleString('en')} attendance rows`,
      runs: 3,
      sameAnswer: true,
      ours: () => {
        const { weeks } = loadServiceFigures(school.store.read, period, dates.to);
        return {
          count: weeks.reduce((sum, { present }) => sum + present, 0),
          of: weeks.reduce((sum, { due }) => sum + due, 0),
        };
      },
      bare: () => {
        const row = statement.get(dates.from, dates.to) as { count: number; whole: number };
        return { count: row.count, of: row.whole };
      },
    });
    return {
      title: 'Days of after-school service',
      notes: [
        `${count.toLocaleString('en')} pupils in groups of ${groupSize}, ${made.days} days of two periods.`,
        'Saving, ours: `saveRollCalls` in a transaction of its own — enrolments and problems in words, then the whole of `saveRecord` (record, forty detail rows, revision with hash, search). Bare: hand-written SQL that puts the same rows into a copy of the file, in one transaction and without any check, as in “Saving one record”; afterwards both files hold the same rows and words.',
        `Statistics, ours: every figure of the statistics screen (\`loadServiceFigures\`: by class, course kind, weekday and week, staff, fees), added up from what is kept of each week once its sessions and roll calls are seen to be the same. Bare: one hand-written query for the attendance share alone, over every row; both give the same numbers.`,
        `The first time, when every week is counted: ${Math.round(first.took).toLocaleString('en')} ms, once for a file; after a corrected roll call its week alone is counted anew.`,
      ],
      figures: [save, statistics],
    };
  } finally {
    school.store.close();
    hand.close();
  }
}

function handWrittenRollCall(hand: HandWritten) {
  const insertCall = hand.db.prepare(
    `INSERT INTO service_attendance (id, school_id, period, state, revision, created_at, created_by, updated_at, updated_by,
      slot, held_on, due_count, present_count) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertRow = hand.db.prepare(
    `INSERT INTO service_attendance__rows
      (record_id, position, id, pupil, state_value, reason, guardian_informed, left_at, fetched_by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const heldOn = dates.to;
  return (id: string, slot: string, given: readonly RollCallRow[], rowIds: readonly string[]): void => {
    hand.save(() => {
      const rows = given.map(({ pupilId, ...row }, index) => ({
        id: rowIds[index] ?? '',
        pupil: pupilId,
        ...row,
      }));
      const presentCount = rows.filter(({ state }) => isPresent(state)).length;
      insertCall.run(...hand.columnsOf(id, period), slot, heldOn, rows.length, presentCount);
      rows.forEach((row, position) => {
        const { id: rowId, pupil: who, state, reason, guardianInformed, leftAt, fetchedBy } = row;
        insertRow.run(id, position, rowId, who, state, reason, guardianInformed ? 1 : 0, leftAt, fetchedBy);
      });
      const title = hand.titleOf(slot);
      hand.addEntry({
        ledger: 'serviceAttendance',
        id,
        title,
        code: null,
        hint: heldOn,
        titleSort: pinyinSortKey(title),
        words: [nameTokens(title).join(' '), '', ''],
        sources: [slot],
      });
      const dueCount = rows.length;
      const values = { slot, heldOn, rows, dueCount, presentCount, signedBy: null, remark: null };
      hand.addRevision('serviceAttendance', id, period, values);
    });
  };
}

interface Made {
  readonly group: readonly string[];
  /** Sessions of the first group whose roll is not called. */
  readonly openSlots: readonly string[];
  readonly rows: number;
  readonly days: number;
}

/** A term with its groups, sessions and roll calls, written record by record in few transactions. */
export function fillTerm(school: BenchSchool, count: number, days: number): Made {
  const taught = teachingDays(schoolCalendar(school.store.read, dates.to), dates);
  const held = taught === 'unknown' ? [] : taught.slice(0, days);
  const groups: string[][] = [];
  const courses: string[] = [];
  const teachers: string[] = [];
  school.store.write(school.change, (w) => {
    add(
      w,
      term,
      {
        name: '2025—2026学年第一学期',
        season: '第一学期',
        startsOn: dates.from,
        firstTeachingOn: dates.from,
        lastTeachingOn: dates.to,
        endsOn: dates.to,
        lessonsEndAt: '16:00',
      },
      period,
    );
    const room = add(w, schoolClass, { name: '三年级1班', grade: 3 });
    for (const values of inventPupils(count, [room])) {
      if ((groups.at(-1)?.length ?? groupSize) === groupSize) {
        groups.push([]);
        for (const name of [`教师${teachers.length}`, `教师${teachers.length + 1}`])
          teachers.push(add(w, staff, { name, sex: '女', staffKind: '专任教师' }));
        courses.push(
          add(
            w,
            serviceCourse,
            { name: `第${groups.length}组`, kind: '作业辅导', gradeFrom: 1, gradeTo: 9 },
            period,
          ),
        );
      }
      const id = add(w, pupil, values);
      groups.at(-1)?.push(id);
      add(
        w,
        serviceEnrolment,
        {
          pupil: id,
          weekdays: ['周一', '周二', '周三', '周四', '周五'],
          courses: [courses.at(-1) ?? ''],
          appliedOn: dates.from,
          pickUp: '家长接送',
          feeClass: '全额',
        },
        period,
      );
    }
  });
  let rows = 0;
  for (const day of held)
    school.store.write(school.change, (w) => {
      for (const [index, group] of groups.entries())
        for (const [start, end] of periods) {
          const slot = addSlot(
            w,
            day,
            start,
            end,
            courses[index] ?? '',
            teachers.slice(2 * index, 2 * index + 2),
          );
          rows += group.length;
          add(
            w,
            serviceAttendance,
            {
              slot,
              heldOn: day,
              rows: group.map((id, place) => ({
                id: school.newId(),
                pupil: id,
                state: (place + rows) % 23 === 0 ? '请假' : '到',
                reason: (place + rows) % 23 === 0 ? '生病' : null,
                guardianInformed: false,
                leftAt: null,
                fetchedBy: null,
              })),
            },
            period,
          );
        }
    });
  const openSlots: string[] = [];
  school.store.write(school.change, (w) => {
    // Evening study doesn't count, so that the saves measured first leave the statistics alone.
    for (let run = 0; run <= saves; run += 1) {
      const minutes = 18 * 60 + run;
      const startsAt = [Math.floor(minutes / 60), minutes % 60]
        .map((part) => String(part).padStart(2, '0'))
        .join(':');
      openSlots.push(addSlot(w, dates.to, startsAt, '22:00', courses[0] ?? '', [], '晚自习'));
    }
  });
  return { group: groups[0] ?? [], openSlots, rows, days: held.length };

  function addSlot(
    w: WriteHandle,
    heldOn: string,
    startsAt: string,
    endsAt: string,
    course: string,
    staffing: readonly string[],
    kind = '课后服务',
  ) {
    return add(
      w,
      serviceSlot,
      {
        name: `${heldOn} ${startsAt}`,
        heldOn,
        startsAt,
        endsAt,
        kind,
        course,
        confirmed: true,
        staffing: staffing.map((person) => ({ id: school.newId(), staff: person, role: '看护', hours: 1 })),
      },
      period,
    );
  }

  function add<F extends Fields>(
    w: WriteHandle,
    definition: LedgerDefinition<F>,
    values: LooseValues,
    of: string | null = null,
  ): string {
    const id = school.newId();
    valueOf(
      createRecord(w, definition as LedgerDefinition, {
        id,
        schoolId: school.context.schoolId,
        values: { ...emptyValues(definition), ...values },
        period: of,
        state: 'finished',
      }),
    );
    return id;
  }
}
