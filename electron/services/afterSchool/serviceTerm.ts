import { datesBetween, weekdayOf, type PlainDate } from '../../../shared/kernel/plainDate.ts';
import { servicePlan } from '../../../shared/ledgers/afterSchool/servicePlan.ts';
import { schooldayNumber } from '../../../shared/kernel/schooldays.ts';
import { classPlacement } from '../../../shared/ledgers/base/classPlacement.ts';
import { pupil } from '../../../shared/ledgers/base/pupil.ts';
import { schoolClass } from '../../../shared/ledgers/base/schoolClass.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { allRecords, recordsOn, type RecordIn } from '../../store/records/records.ts';
import { finishedRecords } from '../../store/records/recordsBetween.ts';
import { loadTerms, type SchoolTerm } from '../school/schoolTerms.ts';
import { schoolCalendar } from '../school/schoolCalendar.ts';

export type Plan = RecordIn<typeof servicePlan>;

/** The term's plan; of several the one that was approved last. */
export function planOf(h: ReadHandle, period: string): Plan | undefined {
  return finishedRecords(h, servicePlan, [], period).at(0);
}

export interface PlannedDays {
  readonly days: readonly { readonly date: PlainDate; readonly weekday: number }[];
  /** Whether a year of the term has no holiday arrangement: its working days count as planned. */
  readonly uncertain: boolean;
}

/** The days of a term on which service is planned, with the weekday whose timetable holds on them. */
export function plannedDays(h: ReadHandle, term: SchoolTerm, plan: Plan | undefined): PlannedDays {
  const calendar = schoolCalendar(h, term.firstTeachingOn);
  const served = new Set(plan?.values.weekdays.map(schooldayNumber));
  let uncertain = false;
  const days = datesBetween(term.firstTeachingOn, term.lastTeachingOn).flatMap((date) => {
    const taught = calendar.timetableWeekday(date);
    if (taught === 'unknown') uncertain = true;
    const weekday = typeof taught === 'number' ? taught : taught === 'unknown' ? weekdayOf(date) : 0;
    if (weekday < 1 || weekday > 5 || (served.size > 0 && !served.has(weekday))) return [];
    return [{ date, weekday }];
  });
  return { days, uncertain };
}

export interface ServedPupil {
  readonly id: string;
  readonly name: string;
  readonly sex: string;
  readonly studentNumber: string | null;
  readonly boarder: boolean;
  readonly hardship: readonly string[];
  readonly guardianName: string | null;
  readonly guardianRelation: string | null;
  readonly guardianPhone: string | null;
  readonly classId: string | null;
  readonly className: string | null;
  readonly grade: number | null;
}

export interface ServedClass {
  readonly id: string;
  readonly name: string;
  readonly grade: number;
}

// Made once: `localeCompare` looks for its locale again at every pair.
const byName = new Intl.Collator('zh');
const byClassName = new Intl.Collator('zh', { numeric: true });

type Pupil = RecordIn<typeof pupil>;
type SchoolClass = RecordIn<typeof schoolClass>;

/** The class of a pupil on a day: where the pupil is placed, else the one on the pupil's own record. */
export function classesOn(
  h: ReadHandle,
  on: PlainDate,
  rooms: readonly SchoolClass[],
): (pupil: Pupil) => SchoolClass | undefined {
  const byId = new Map(rooms.map((room) => [room.id, room]));
  const placed = new Map(
    recordsOn(h, classPlacement, on).map(({ values }) => [values.pupil, values.schoolClass]),
  );
  return ({ id, values }) => byId.get(placed.get(id) ?? values.schoolClass ?? '');
}

export function isAtSchoolOn({ values }: Pupil, on: PlainDate): boolean {
  return (
    (values.enteredOn === null || values.enteredOn <= on) && (values.leftOn === null || on < values.leftOn)
  );
}

/** The school's classes of grades 1 to 9 and its pupils on a day, in the order of class and name. */
export function pupilsOn(
  h: ReadHandle,
  on: PlainDate,
): { readonly pupils: readonly ServedPupil[]; readonly classes: readonly ServedClass[] } {
  const rooms = allRecords(h, schoolClass);
  const roomOf = classesOn(h, on, rooms);
  const pupils = allRecords(h, pupil)
    .filter((one) => isAtSchoolOn(one, on))
    .map((one): ServedPupil => {
      const { id, values } = one;
      const room = roomOf(one);
      return {
        id,
        name: values.name,
        sex: values.sex,
        studentNumber: values.studentNumber,
        boarder: values.boarder === true,
        hardship: values.hardship,
        guardianName: values.guardianName,
        guardianRelation: values.guardianRelation,
        guardianPhone: values.guardianPhone,
        classId: room?.id ?? null,
        className: room?.values.name ?? null,
        grade: room?.values.grade ?? null,
      };
    });
  const used = new Set(pupils.map(({ classId }) => classId));
  return {
    pupils: pupils.toSorted(
      (a, b) =>
        (a.grade ?? 99) - (b.grade ?? 99) ||
        byClassName.compare(a.className ?? '', b.className ?? '') ||
        byName.compare(a.name, b.name),
    ),
    classes: rooms
      .filter(({ id, values }) => used.has(id) && values.grade >= 1 && values.grade <= 9)
      .map(({ id, values }) => ({ id, name: values.name, grade: values.grade }))
      .toSorted((a, b) => a.grade - b.grade || byClassName.compare(a.name, b.name)),
  };
}

/** A term by its period. */
export function termOf(h: ReadHandle, period: string): SchoolTerm | undefined {
  return loadTerms(h).find((term) => term.period === period);
}
