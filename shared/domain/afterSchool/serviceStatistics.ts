import type { DateRange } from '../../kernel/periods.ts';
import type { PlainDate } from '../../kernel/plainDate.ts';
import { isEnrolledOn } from './enrolments.ts';
import type { AfterSchoolFacts } from './facts.ts';
import { isService, serviceDays } from './serviceTime.ts';

/** A share with both its numbers, so that a report can say of what. */
export interface Share {
  readonly count: number;
  readonly of: number;
}

/** Who is in the base of 参与率: the monitoring platform leaves boarders out, counties differ (domain.md §5.4). */
export interface StatisticsBase {
  readonly withBoarders: boolean;
  /** Staff kinds in the base of 教师参与率, e.g. only 专任教师. */
  readonly staffKinds: readonly string[];
}

export interface ServiceStatistics {
  readonly pupils: Share;
  readonly pupilsByGrade: ReadonlyMap<number, Share>;
  /** Of those taking part, those enrolled on all five weekdays. */
  readonly allFiveDays: Share;
  readonly teachers: Share;
  readonly externalPersons: number;
  /** Minutes per teaching day; `unknown` without a holiday arrangement. */
  readonly minutesPerDay: number | 'unknown';
  /** Teaching days with service, of teaching days. */
  readonly servedDays: Share | 'unknown';
  readonly coursesByKind: ReadonlyMap<string, number>;
  /** Pupils present, of pupils on the roll calls. */
  readonly attendance: Share;
}

/**
 * The figures asked upward.
 * @param range days counted, inside the term
 * @param on day whose enrolments count
 */
export function serviceStatistics(
  facts: AfterSchoolFacts,
  range: DateRange,
  on: PlainDate,
  base: StatisticsBase,
): ServiceStatistics {
  const pupils = facts.pupils.filter(
    ({ grade, boarder }) => grade !== null && grade >= 1 && grade <= 9 && (base.withBoarders || !boarder),
  );
  const active = facts.enrolments.filter((enrolment) => isEnrolledOn(enrolment, on));
  const enrolled = new Map(active.map((enrolment) => [enrolment.pupilId, enrolment]));
  const taking = pupils.filter(({ id }) => enrolled.has(id));
  const byGrade = Map.groupBy(pupils, ({ grade }) => grade ?? 0);
  const slots = facts.slots.filter(
    (slot) => isService(slot) && range.from <= slot.heldOn && slot.heldOn <= range.to,
  );
  const staffing = slots.flatMap((slot) => slot.staffing);
  const teachers = facts.staff.filter(({ kind }) => base.staffKinds.includes(kind));
  const serving = new Set(staffing.map(({ staffId }) => staffId));
  const days = serviceDays(facts, range);
  const slotIds = new Set(slots.map(({ id }) => id));
  const rows = facts.rollCalls.filter(({ slotId }) => slotIds.has(slotId)).flatMap((call) => call.rows);
  const offered = new Set(slots.map(({ courseId }) => courseId));
  const courses = Map.groupBy(
    facts.courses.filter(({ id }) => offered.has(id)),
    ({ kind }) => kind,
  );
  return {
    pupils: { count: taking.length, of: pupils.length },
    pupilsByGrade: new Map(
      [...byGrade]
        .sort(([a], [b]) => a - b)
        .map(([grade, all]) => [
          grade,
          { count: all.filter(({ id }) => enrolled.has(id)).length, of: all.length },
        ]),
    ),
    allFiveDays: {
      count: taking.filter(({ id }) => new Set(enrolled.get(id)?.weekdays).size >= 5).length,
      of: taking.length,
    },
    teachers: { count: teachers.filter(({ id }) => serving.has(id)).length, of: teachers.length },
    externalPersons: new Set(staffing.flatMap(({ externalId }) => externalId ?? [])).size,
    minutesPerDay:
      days === 'unknown'
        ? 'unknown'
        : days.length === 0
          ? 0
          : days.reduce((sum, { minutes }) => sum + minutes, 0) / days.length,
    servedDays:
      days === 'unknown'
        ? 'unknown'
        : { count: days.filter(({ minutes }) => minutes > 0).length, of: days.length },
    coursesByKind: new Map([...courses].map(([kind, all]) => [kind, all.length])),
    attendance: {
      count: rows.filter(({ state }) => state !== '请假' && state !== '缺勤').length,
      of: rows.length,
    },
  };
}
