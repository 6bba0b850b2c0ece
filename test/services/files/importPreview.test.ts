import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runImport, type ImportOutcome, type ImportTask } from '#electron/services/imports/runImport.ts';
import type { WriteHandle } from '#electron/store/handles.ts';
import { countRecords, createRecord } from '#electron/store/records/records.ts';
import { createUuid } from '#shared/kernel/ids.ts';
import { failure, type Result } from '#shared/kernel/result.ts';
import type { AnyLedger } from '#shared/ledger/definition.ts';
import { classPlacement } from '#shared/ledgers/base/classPlacement.ts';
import { pupil } from '#shared/ledgers/base/pupil.ts';
import { schoolClass } from '#shared/ledgers/base/schoolClass.ts';
import { serviceCourse } from '#shared/ledgers/afterSchool/serviceCourse.ts';
import { branch } from '#shared/ledgers/partyLife/branch.ts';
import { partyMeeting } from '#shared/ledgers/partyLife/partyMeeting.ts';
import { partyMember } from '#shared/ledgers/partyLife/partyMember.ts';
import { ledgers } from '#shared/ledgers/index.ts';
import { trials, trialSeed } from '../../support/randomTrials.ts';
import { schoolId } from '../../support/temporarySchool.ts';
import { head, schoolOffice, type SchoolOffice } from '../schoolOffice.ts';

let office: SchoolOffice;
beforeEach(() => {
  office = schoolOffice();
});
afterEach(() => office.remove());

type Cells = readonly (string | null)[];
interface DrawnSheet {
  readonly ledger: string;
  readonly task: ImportTask;
}

function sheetOf(name: string, mapping: readonly string[], rows: readonly Cells[]) {
  return {
    data: { name, hidden: false, rows: [mapping, ...rows], merges: [], formulaCells: [] },
    layout: { headerEnd: 0, headers: mapping, mapping },
  };
}

/** Rows whose cells come from few words, so that keys meet, references fall into place and dates overlap. */
function drawnSheet(
  definition: AnyLedger,
  columns: Readonly<Record<string, Cells>>,
  period: string | null = null,
): fc.Arbitrary<DrawnSheet> {
  const row = fc.tuple(...Object.values(columns).map((words) => fc.constantFrom(...words)));
  return fc.array(row, { minLength: 1, maxLength: 9 }).map((rows) => ({
    ledger: definition.id,
    task: { main: sheetOf(definition.label, Object.keys(columns), rows), details: [], period },
  }));
}

const days = ['2026-09-01', '2026-09-15', '2026-10-08', '2026-11-02', null];
const names = ['马兰', '马强', '王海', '李娟'];
const classes = ['三年级1班', '三年级2班'];
const titles = ['十月党课', '十月党员大会', '十一月党课'];

const ids = ['01938000-0000-7000-8000-000000000011', '01938000-0000-7000-8000-000000000012'];

const pupils = drawnSheet(pupil, {
  // Named by its id a pupil may give up a number, which a later row may then take.
  '@id': [...ids, null, null, null],
  name: [...names, ...names, null],
  sex: ['男', '女', '女', '女', '女', '女', '难'],
  studentNumber: ['G620725201503050011', 'G620725201503050022', 'G620725201503050033', null],
  schoolClass: [...classes, ...classes, ...classes, '没有的班', null],
  classSince: days,
  leftOn: [...days, null, null, null],
});
const placements = drawnSheet(classPlacement, {
  pupil: names,
  schoolClass: classes,
  from: days,
  to: [...days, null, null],
});
const courses = drawnSheet(
  serviceCourse,
  {
    name: ['作业辅导', '足球', '足球二班'],
    kind: ['体育', '作业辅导'],
    gradeFrom: ['1', '3'],
    gradeTo: ['2', '6', '6'],
    '@period': [null, '2026—2027学年第一学期', '2025—2026学年第二学期'],
  },
  '2026-2027-1',
);
/** Meetings name each other, also later ones; two finished ones at one time can't have the same people. */
const meetings = fc
  .tuple(
    drawnSheet(partyMeeting, {
      '@no': ['1', '2', '3', '4'],
      type: ['党课', '支部党员大会'],
      title: titles,
      branch: ['第一党支部'],
      heldOn: ['2026-10-08', '2026-11-02'],
      startsAt: ['14:30', '15:00'],
      endsAt: ['16:00'],
      place: ['会议室'],
      host: ['马兰', '马强'],
      recorder: ['马强'],
      heldTogetherWith: [...titles, null, null, null, null],
      '@state': ['草稿', '已完成', '已完成'],
    }),
    fc.array(
      fc.tuple(
        fc.constantFrom('1', '2', '3', '9'),
        fc.constantFrom('马兰', '马兰', '马强', '马强', '没有此人'),
        fc.constantFrom('出席', '请假'),
      ),
      { maxLength: 8 },
    ),
  )
  .map(([{ ledger, task }, attendance]): DrawnSheet => {
    const sheet = sheetOf('出席情况', ['@no', 'attendance.member', 'attendance.presence'], attendance);
    return { ledger, task: { ...task, details: [{ ...sheet, fieldId: 'attendance' }] } };
  });

function prepareSchool(): void {
  for (const name of classes) office.add(schoolClass, { name, grade: 3 });
  const party = office.add(branch, {
    name: '第一党支部',
    shortName: '第一党支部',
    foundedOn: '2001-07-01',
  });
  for (const name of ['马兰', '马强'])
    office.add(partyMember, { name, sex: '女', status: '正式党员', branch: party, rollSince: '2020-01-01' });
}

/** @param place among the sheets of a test; a sheet makes the same ids every time, others than the other sheets */
function importer({ ledger, task }: DrawnSheet, place = 0, progress: () => void = () => undefined) {
  const definition = ledgers.find(({ id }) => id === ledger) ?? pupil;
  let made = 0;
  const unit = {
    today: office.clock.today(),
    schoolId,
    account: head(),
    newId: () =>
      createUuid(Date.parse(office.clock.now()), Uint8Array.of(0, place, (made += 1), 0, 0, 0, 0, 0, 0, 0)),
  };
  return (w: WriteHandle): ImportOutcome => runImport(w, definition, task, unit, progress);
}

/** Every row of every table of the file. */
function contentOf(): string {
  const { db } = office.store.read;
  const tables = db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all() as string[];
  return JSON.stringify(tables.map((name) => [name, db.prepare(`SELECT * FROM "${name}"`).raw().all()]));
}

test('a preview says what the import itself would, and leaves the file as it is', () => {
  fc.assert(
    fc.property(
      fc
        .tuple(
          pupils,
          fc.array(fc.oneof(pupils, placements, courses, meetings), { minLength: 2, maxLength: 5 }),
        )
        .map(([first, more]) => [first, ...more]),
      (sheets) => {
        office.remove();
        office = schoolOffice();
        prepareSchool();
        const { db } = office.store.read;
        for (const [place, sheet] of sheets.entries()) {
          const before = contentOf();
          const version = db.pragma('data_version', { simple: true });
          const preview = office.store.tryOut(office.change(), importer(sheet, place));
          expect(contentOf()).toBe(before);
          expect(db.pragma('data_version', { simple: true })).toBe(version);

          let trial: ImportOutcome | undefined;
          office.write((w): Result<never> => {
            trial = importer(sheet, place)(w);
            return failure('cancelled', '');
          });
          expect(preview).toEqual(trial);
          // The next sheet meets what this one brought.
          expect(office.write(importer(sheet, place))).toEqual(trial);
        }
      },
    ),
    { numRuns: trials(10, 200), seed: trialSeed('import previews') },
  );
});

test('in a preview a row may take the key that an earlier row has given up, and may not take one that a row has taken', () => {
  const [id = ''] = ids;
  const [old, fresh] = ['G620725201503050011', 'G620725201503050022'];
  office.add(pupil, { name: '马兰', sex: '女', studentNumber: old }, { id });
  const rows = [
    [id, '马兰', '女', fresh],
    [null, '马强', '男', old],
    [null, '王海', '男', fresh],
  ];
  const task = {
    main: sheetOf('学生', ['@id', 'name', 'sex', 'studentNumber'], rows),
    details: [],
    period: null,
  };
  const { rows: seen } = office.store.tryOut(office.change(), importer({ ledger: 'pupil', task }));
  expect(seen.map(({ status }) => status)).toEqual(['changed', 'new', 'problem']);
});

test('somebody else saves while a preview is at work, which goes on with what it has seen', () => {
  prepareSchool();
  const task = {
    main: sheetOf(
      '学生',
      ['name', 'sex', 'schoolClass'],
      [
        ['马兰', '女', '三年级1班'],
        ['马强', '男', '三年级9班'],
        ['王海', '男', '三年级2班'],
      ],
    ),
    details: [],
    period: null,
  };
  const other = office.reopen();
  const save = (name: string) => {
    const values = { name, grade: 3 };
    const input = { id: office.newId(), schoolId, values, period: null, state: 'finished' as const };
    return other.write(office.change(), (w) => createRecord(w, schoolClass, input));
  };
  let saved = 0;
  const outcome = office.store.tryOut(
    office.change(),
    importer({ ledger: 'pupil', task }, 0, () => {
      saved += save(`三年级${(saved + 9).toString()}班`).ok ? 1 : 0;
    }),
  );
  expect(saved).toBe(3);
  expect(outcome.counts).toEqual({ new: 2, changed: 0, same: 0, problem: 1 });
  expect(countRecords(office.store.read, schoolClass)).toBe(5);
  expect(countRecords(office.store.read, pupil)).toBe(0);
});

test('what is laid over the file is found by its key, however much it is', () => {
  office.store.tryOut(office.change(), (w) => {
    for (const [table, key] of [
      ['pupil', 'id'],
      ['search_entry', 'entry'],
      ['party_meeting__attendance', 'record_id'],
    ] as const) {
      w.onWrite(table);
      const steps = w.db.prepare(`EXPLAIN QUERY PLAN SELECT 1 FROM "${table}" WHERE "${key}" = ?`).all('x');
      expect(JSON.stringify(steps)).not.toContain('SCAN');
    }
  });
});

test('what a preview makes is never on the disk, and what it may not lay over is refused', () => {
  office.store.tryOut(office.change(), (w) => {
    expect(w.db.pragma('temp_store', { simple: true })).toBe(2);
    expect(() => w.db.exec(`DELETE FROM main.account`)).toThrow('readonly');
  });
});
