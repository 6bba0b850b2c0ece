import { sql } from 'kysely';
import type {
  AttendanceCount,
  ClassFigures,
  KindFigures,
  ServiceFigures,
  WeekdayFigures,
  WeekFigures,
} from '../../../../shared/domain/afterSchool/serviceFigures.ts';
import { isStaffOn } from '../../../../shared/domain/ethics/staffOn.ts';
import { minutesBetween } from '../../../../shared/kernel/clockTime.ts';
import { mondayOf, weekdayOf, type PlainDate } from '../../../../shared/kernel/plainDate.ts';
import { weekNo } from '../../../../shared/kernel/schoolTerm.ts';
import { serviceCourse } from '../../../../shared/ledgers/afterSchool/serviceCourse.ts';
import { serviceEnrolment } from '../../../../shared/ledgers/afterSchool/serviceEnrolment.ts';
import { staff } from '../../../../shared/ledgers/base/staff.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import { allRowsOf } from '../../../store/query.ts';
import { allRecords } from '../../../store/records/records.ts';
import { finishedRecords } from '../../../store/records/recordsBetween.ts';
import { schoolCalendar } from '../../school/schoolCalendar.ts';
import { staffFactOf } from '../../school/staffFact.ts';
import { rangeOf, standingDay } from '../../reports/reportPeriod.ts';
import type { Enrolment } from '../fees/loadFees.ts';
import { pupilsOn, termOf, type ServedClass, type ServedPupil } from '../serviceTerm.ts';
import { schooldayNumber } from '../../../../shared/kernel/schooldays.ts';

/** Sessions that count: confirmed service of the range. Everything over roll calls is counted by the database, a term has 600,000 rows. */
const held = (range: { readonly from: PlainDate; readonly to: PlainDate }) => sql`
  s."deleted_at" IS NULL AND s."state" <> 'draft' AND s."kind" IN ('课后服务', '延时托管')
  AND coalesce(s."cancelled_reason", '') = '' AND s."held_on" BETWEEN ${range.from} AND ${range.to}`;

/** The counts of a term as on a day (its end, or today while it runs). */
export function loadServiceFigures(h: ReadHandle, period: string, today: PlainDate): ServiceFigures {
  const whole = rangeOf(h, period);
  const day = standingDay(whole, today);
  const range = { from: whole.from, to: day };
  const { pupils, classes } = pupilsOn(h, day);
  const enrolments = finishedRecords(h, serviceEnrolment, [], period).filter(
    ({ values }) => values.appliedOn <= day && (values.withdrawnOn === null || day < values.withdrawnOn),
  );
  const kindOf = new Map(
    finishedRecords(h, serviceCourse, [], period).map(({ id, values }) => [id, values.kind as string]),
  );
  const calls = rollCallCounts(h, range);
  const days = sessionDays(h, range);
  const firstTeachingOn = termOf(h, period)?.firstTeachingOn ?? whole.from;
  return {
    day,
    classes: classFigures(classes, pupils, enrolments, pupilCounts(h, range)),
    kinds: kindFigures(kindOf, enrolments, calls),
    weekdays: weekdayFigures(h, day, enrolments, calls),
    weeks: weekFigures(firstTeachingOn, days, calls),
    ...staffFigures(h, range, day),
    sessions: days.reduce((sum, { sessions }) => sum + sessions, 0),
    serviceDays: days.length,
    minutes: days.reduce((sum, one) => sum + minutesOf(one), 0),
    unconfirmed: unconfirmed(h, range),
    feesPaid: enrolments.reduce((sum, { values }) => sum + (values.feePaid ?? 0), 0),
    feesRefunded: enrolments.reduce((sum, { values }) => sum + (values.feeRefunded ?? 0), 0),
  };
}

interface DayRow {
  readonly heldOn: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly sessions: number;
}

function sessionDays(h: ReadHandle, range: { from: string; to: string }): readonly DayRow[] {
  return allRowsOf(
    h,
    sql<DayRow>`SELECT s."held_on" AS heldOn, min(s."starts_at") AS startsAt, max(s."ends_at") AS endsAt,
      count(*) AS sessions FROM "service_slot" s WHERE ${held(range)} AND s."confirmed" = 1
      GROUP BY s."held_on" ORDER BY s."held_on"`,
  );
}

function minutesOf({ startsAt, endsAt }: DayRow): number {
  return Math.max(0, minutesBetween(startsAt, endsAt));
}

function unconfirmed(h: ReadHandle, range: { from: string; to: string }): number {
  const [row] = allRowsOf(
    h,
    sql<{ count: number }>`SELECT count(*) AS count FROM "service_slot" s
      WHERE ${held(range)} AND s."confirmed" IS NOT 1`,
  );
  return row?.count ?? 0;
}

interface CallRow extends AttendanceCount {
  readonly heldOn: string;
  readonly course: string;
}

function rollCallCounts(h: ReadHandle, range: { from: string; to: string }): readonly CallRow[] {
  return allRowsOf(
    h,
    sql<CallRow>`SELECT s."held_on" AS heldOn, s."course" AS course,
      coalesce(sum(a."due_count"), 0) AS due, coalesce(sum(a."present_count"), 0) AS present
      FROM "service_slot" s JOIN "service_attendance" a ON a."slot" = s."id" AND a."deleted_at" IS NULL
      WHERE ${held(range)} AND s."confirmed" = 1 GROUP BY s."held_on", s."course"`,
  );
}

function pupilCounts(
  h: ReadHandle,
  range: { from: string; to: string },
): ReadonlyMap<string, AttendanceCount> {
  const rows = allRowsOf(
    h,
    sql<AttendanceCount & { pupil: string }>`SELECT r."pupil" AS pupil, count(*) AS due,
      sum(r."state_value" NOT IN ('请假', '缺勤')) AS present
      FROM "service_slot" s JOIN "service_attendance" a ON a."slot" = s."id" AND a."deleted_at" IS NULL
      JOIN "service_attendance__rows" r ON r."record_id" = a."id"
      WHERE ${held(range)} AND s."confirmed" = 1 GROUP BY r."pupil"`,
  );
  return new Map(rows.map((row) => [row.pupil, row]));
}

function classFigures(
  classes: readonly ServedClass[],
  pupils: readonly ServedPupil[],
  enrolments: readonly Enrolment[],
  counts: ReadonlyMap<string, AttendanceCount>,
): readonly ClassFigures[] {
  const enrolled = new Map(enrolments.map(({ values }) => [values.pupil, values]));
  const byClass = Map.groupBy(pupils, ({ classId }) => classId);
  return classes.map(({ id, name, grade }) => {
    const own = byClass.get(id) ?? [];
    const taking = own.filter((pupil) => enrolled.has(pupil.id));
    const forms = taking.flatMap((pupil) => enrolled.get(pupil.id) ?? []);
    return {
      classId: id,
      name,
      grade,
      pupils: own.length,
      boarders: own.filter(({ boarder }) => boarder).length,
      participants: taking.length,
      boardersTaking: taking.filter(({ boarder }) => boarder).length,
      fiveDays: forms.filter(({ weekdays }) => weekdays.length === 5).length,
      reduced: forms.filter(({ feeClass }) => feeClass !== '全额').length,
      ...added(own.flatMap((pupil) => counts.get(pupil.id) ?? [])),
    };
  });
}

function kindFigures(
  kindOf: ReadonlyMap<string, string>,
  enrolments: readonly Enrolment[],
  calls: readonly CallRow[],
): readonly KindFigures[] {
  const kinds = [...new Set(kindOf.values())];
  return kinds.map((kind) => ({
    kind,
    courses: [...kindOf.values()].filter((one) => one === kind).length,
    pupils: enrolments.filter(({ values }) => values.courses.some((id) => kindOf.get(id) === kind)).length,
    ...added(calls.filter(({ course }) => kindOf.get(course) === kind)),
  }));
}

function weekdayFigures(
  h: ReadHandle,
  day: PlainDate,
  enrolments: readonly Enrolment[],
  calls: readonly CallRow[],
): readonly WeekdayFigures[] {
  const calendar = schoolCalendar(h, day);
  const weekdayTaught = (date: PlainDate): number => {
    const taught = calendar.timetableWeekday(date);
    return typeof taught === 'number' ? taught : weekdayOf(date);
  };
  const byWeekday = Map.groupBy(calls, ({ heldOn }) => weekdayTaught(heldOn));
  return [1, 2, 3, 4, 5].map((weekday) => ({
    weekday,
    participants: enrolments.filter(({ values }) => values.weekdays.map(schooldayNumber).includes(weekday))
      .length,
    ...added(byWeekday.get(weekday) ?? []),
  }));
}

function weekFigures(
  firstTeachingOn: PlainDate,
  days: readonly DayRow[],
  calls: readonly CallRow[],
): readonly WeekFigures[] {
  const byWeek = Map.groupBy(calls, ({ heldOn }) => mondayOf(heldOn));
  return [...Map.groupBy(days, ({ heldOn }) => mondayOf(heldOn))].map(([monday, own]) => ({
    week: weekNo(monday, firstTeachingOn),
    from: monday,
    sessions: own.reduce((sum, { sessions }) => sum + sessions, 0),
    days: own.length,
    minutes: own.reduce((sum, one) => sum + minutesOf(one), 0),
    ...added(byWeek.get(monday) ?? []),
  }));
}

function staffFigures(h: ReadHandle, range: { from: string; to: string }, day: PlainDate) {
  const rows = allRowsOf(
    h,
    sql<{ staff: string | null; external: string | null }>`SELECT DISTINCT p."staff" AS staff,
      p."external" AS external FROM "service_slot" s JOIN "service_slot__staffing" p ON p."record_id" = s."id"
      WHERE ${held(range)} AND s."confirmed" = 1`,
  );
  const serving = new Set(rows.map((row) => row.staff));
  const present = allRecords(h, staff).filter((record) => isStaffOn(staffFactOf(record), day));
  const fullTime = present.filter(({ values }) => values.staffKind === '专任教师');
  return {
    fullTimeTeachers: fullTime.length,
    fullTimeServing: fullTime.filter(({ id }) => serving.has(id)).length,
    staff: present.length,
    staffServing: present.filter(({ id }) => serving.has(id)).length,
    externalPersons: new Set(rows.map(({ external }) => external).filter((id) => id !== null)).size,
  };
}

function added(counts: readonly AttendanceCount[]): AttendanceCount {
  return {
    due: counts.reduce((sum, { due }) => sum + due, 0),
    present: counts.reduce((sum, { present }) => sum + present, 0),
  };
}
