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
import { atOnce, type InPieces } from '../../../../shared/kernel/inPieces.ts';
import type { DateRange } from '../../../../shared/kernel/periods.ts';
import { mondayOf, weekdayOf, type PlainDate } from '../../../../shared/kernel/plainDate.ts';
import { weekNo } from '../../../../shared/kernel/schoolTerm.ts';
import { serviceCourse } from '../../../../shared/ledgers/afterSchool/serviceCourse.ts';
import { serviceEnrolment } from '../../../../shared/ledgers/afterSchool/serviceEnrolment.ts';
import { staff } from '../../../../shared/ledgers/base/staff.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import { allRecords } from '../../../store/records/records.ts';
import { finishedRecords } from '../../../store/records/recordsBetween.ts';
import type { Store } from '../../../store/store.ts';
import { inTurns } from '../../school/inTurns.ts';
import { schoolCalendar } from '../../school/schoolCalendar.ts';
import { staffFactOf } from '../../school/staffFact.ts';
import { rangeOf, standingDay } from '../../reports/reportPeriod.ts';
import type { Enrolment } from '../fees/loadFees.ts';
import { pupilsOn, termOf, type ServedClass, type ServedPupil } from '../serviceTerm.ts';
import { schooldayNumber } from '../../../../shared/kernel/schooldays.ts';
import { serviceWeeks, type CountOf, type ServiceWeek, type SessionDay } from './serviceWeeks.ts';

/** The counts of a term as on a day (its end, or today while it runs). */
export function loadServiceFigures(h: ReadHandle, period: string, today: PlainDate): ServiceFigures {
  return atOnce(serviceFiguresInPieces(h, period, today));
}

/** The same with rests, and what was reckoned kept in the file. `null` when the file was closed meanwhile. */
export async function serviceFigures(
  store: Store,
  period: string,
  today: PlainDate,
): Promise<ServiceFigures | null> {
  const figures = await inTurns(store, serviceFiguresInPieces(store.read, period, today));
  if (figures) await serviceWeeks.keep(store, daysUpTo(store.read, period, today));
  return figures;
}

function* serviceFiguresInPieces(h: ReadHandle, period: string, today: PlainDate): InPieces<ServiceFigures> {
  const range = daysUpTo(h, period, today);
  const day = range.to;
  const weeks = (yield* serviceWeeks.inPieces(h, range)).toReversed();
  const { pupils, classes } = pupilsOn(h, day);
  const enrolments = finishedRecords(h, serviceEnrolment, [], period).filter(
    ({ values }) => values.appliedOn <= day && (values.withdrawnOn === null || day < values.withdrawnOn),
  );
  const kindOf = new Map(
    finishedRecords(h, serviceCourse, [], period).map(({ id, values }) => [id, values.kind as string]),
  );
  const days = weeks.flatMap((week) => week.days);
  return {
    day,
    classes: classFigures(classes, pupils, enrolments, pupilCounts(weeks)),
    kinds: kindFigures(
      kindOf,
      enrolments,
      weeks.flatMap(({ byCourse }) => byCourse),
    ),
    weekdays: weekdayFigures(
      h,
      day,
      enrolments,
      weeks.flatMap(({ byDay }) => byDay),
    ),
    weeks: weekFigures(termOf(h, period)?.firstTeachingOn ?? range.from, weeks),
    ...staffFigures(h, weeks, day),
    sessions: days.reduce((sum, { sessions }) => sum + sessions, 0),
    serviceDays: days.length,
    minutes: days.reduce((sum, one) => sum + minutesOf(one), 0),
    unconfirmed: weeks.reduce((sum, week) => sum + week.unconfirmed, 0),
    feesPaid: enrolments.reduce((sum, { values }) => sum + (values.feePaid ?? 0), 0),
    feesRefunded: enrolments.reduce((sum, { values }) => sum + (values.feeRefunded ?? 0), 0),
  };
}

function daysUpTo(h: ReadHandle, period: string, today: PlainDate): DateRange {
  const whole = rangeOf(h, period);
  return { from: whole.from, to: standingDay(whole, today) };
}

function minutesOf({ startsAt, endsAt }: SessionDay): number {
  return Math.max(0, minutesBetween(startsAt, endsAt));
}

function pupilCounts(weeks: readonly ServiceWeek[]): ReadonlyMap<string, AttendanceCount> {
  const counts = new Map<string, AttendanceCount>();
  for (const { byPupil } of weeks)
    for (const { key, due, present } of byPupil) {
      const before = counts.get(key);
      counts.set(key, { due: due + (before?.due ?? 0), present: present + (before?.present ?? 0) });
    }
  return counts;
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
  calls: readonly CountOf[],
): readonly KindFigures[] {
  const kinds = [...new Set(kindOf.values())];
  return kinds.map((kind) => ({
    kind,
    courses: [...kindOf.values()].filter((one) => one === kind).length,
    pupils: enrolments.filter(({ values }) => values.courses.some((id) => kindOf.get(id) === kind)).length,
    ...added(calls.filter(({ key }) => kindOf.get(key) === kind)),
  }));
}

function weekdayFigures(
  h: ReadHandle,
  day: PlainDate,
  enrolments: readonly Enrolment[],
  calls: readonly CountOf[],
): readonly WeekdayFigures[] {
  const calendar = schoolCalendar(h, day);
  const weekdayTaught = (date: PlainDate): number => {
    const taught = calendar.timetableWeekday(date);
    return typeof taught === 'number' ? taught : weekdayOf(date);
  };
  const byWeekday = Map.groupBy(calls, ({ key }) => weekdayTaught(key));
  return [1, 2, 3, 4, 5].map((weekday) => ({
    weekday,
    participants: enrolments.filter(({ values }) => values.weekdays.map(schooldayNumber).includes(weekday))
      .length,
    ...added(byWeekday.get(weekday) ?? []),
  }));
}

function weekFigures(firstTeachingOn: PlainDate, weeks: readonly ServiceWeek[]): readonly WeekFigures[] {
  return weeks.flatMap(({ days, byDay }) => {
    const [first] = days;
    if (!first) return [];
    const monday = mondayOf(first.heldOn);
    return {
      week: weekNo(monday, firstTeachingOn),
      from: monday,
      sessions: days.reduce((sum, { sessions }) => sum + sessions, 0),
      days: days.length,
      minutes: days.reduce((sum, one) => sum + minutesOf(one), 0),
      ...added(byDay),
    };
  });
}

function staffFigures(h: ReadHandle, weeks: readonly ServiceWeek[], day: PlainDate) {
  const rows = weeks.flatMap((week) => week.serving);
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
