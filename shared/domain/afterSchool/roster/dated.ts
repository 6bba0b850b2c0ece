import { timesOverlap } from '../../../kernel/clockTime.ts';
import { formatChinese, formatWeekday, type PlainDate } from '../../../kernel/plainDate.ts';
import type { Assignment, BusySpan, Roster, RosterNeed, RosterProblem } from './problem.ts';
import { findSubstitutes } from './substitutes.ts';
import { verifyRoster, type Violation } from './verifyRoster.ts';
import { needWords } from './words.ts';

/** A day with service, and the weekday whose pattern holds on it: on a make-up day it may be another one. */
export interface TeachingDay {
  readonly date: PlainDate;
  readonly weekday: number;
}

/** Time that is taken on single dates only, so that the pattern of the weekday stays. */
export interface DatedBusy {
  readonly teacherId: string;
  readonly date: PlainDate;
  readonly span: BusySpan['span'];
  readonly kind: BusySpan['kind'];
  readonly label: string;
}

/** On one date somebody else, or nobody, than the pattern says. */
export interface DayException {
  readonly date: PlainDate;
  readonly needId: string;
  /** `null`: nobody comes. */
  readonly teacherId: string | null;
  /** Recorded with the session. */
  readonly reason: string;
}

/** Somebody of the pattern who can't come on a date. */
export interface Absence {
  readonly date: PlainDate;
  readonly need: RosterNeed;
  readonly teacherId: string;
  /** 病假, 党员大会: what takes the time. */
  readonly label: string;
}

/** The pattern week as it is around one date: the date's own obstacles count on its weekday, and sentences name the date. */
export function problemOn(
  problem: RosterProblem,
  datedBusy: readonly DatedBusy[],
  { date, weekday }: TeachingDay,
): RosterProblem {
  const today = Map.groupBy(
    datedBusy.filter((busy) => busy.date === date),
    ({ teacherId }) => teacherId,
  );
  return {
    ...problem,
    days: problem.days.map((day) => (day.ordinal === weekday ? { ...day, label: dateWords(date) } : day)),
    teachers: problem.teachers.map((teacher) => {
      const own = today.get(teacher.id) ?? [];
      if (own.length === 0) return teacher;
      const busy = own.map(({ span, kind, label }) => ({ day: weekday, span, kind, label }));
      return { ...teacher, busy: [...teacher.busy, ...busy] };
    }),
    locked: [],
  };
}

/** 10月14日（星期三）. */
export function dateWords(date: PlainDate): string {
  return `${formatChinese(date).replace(/^\d+年/u, '')}（${formatWeekday(date)}）`;
}

/** The pattern's assignments with the exceptions of a date. */
export function rosterOn(roster: Roster, exceptions: readonly DayException[], date: PlainDate): Roster {
  const changed = new Map(
    exceptions.filter((each) => each.date === date).map(({ needId, teacherId }) => [needId, teacherId]),
  );
  return [
    ...roster.filter(({ needId }) => !changed.has(needId)),
    ...[...changed].flatMap(([needId, teacherId]): readonly Assignment[] =>
      teacherId === null ? [] : [{ needId, teacherId }],
    ),
  ];
}

/** Whoever of the pattern can't come, date by date; dates with an exception already are settled. */
export function absencesOf(
  problem: RosterProblem,
  roster: Roster,
  datedBusy: readonly DatedBusy[],
  days: readonly TeachingDay[],
  exceptions: readonly DayException[] = [],
): readonly Absence[] {
  const needs = new Map(problem.needs.map((need) => [need.id, need]));
  const settled = new Set(exceptions.map(({ date, needId }) => `${date}\n${needId}`));
  const busyOn = Map.groupBy(datedBusy, ({ date }) => date);
  return days.flatMap(({ date, weekday }) =>
    roster.flatMap(({ needId, teacherId }): readonly Absence[] => {
      const need = needs.get(needId);
      if (need?.day !== weekday || settled.has(`${date}\n${needId}`)) return [];
      const busy = busyOn
        .get(date)
        ?.find((each) => each.teacherId === teacherId && timesOverlap(each.span, need.span));
      return busy ? [{ date, need, teacherId, label: busy.label }] : [];
    }),
  );
}

/**
 * Somebody for every absence: free and fit on the date, known to the group, then least loaded, substitutions counted as they are
 * given out. Where nobody is left, the place stays empty on that date.
 */
export function proposeExceptions(
  problem: RosterProblem,
  roster: Roster,
  datedBusy: readonly DatedBusy[],
  days: readonly TeachingDay[],
  exceptions: readonly DayException[] = [],
): readonly DayException[] {
  const weekdays = new Map(days.map(({ date, weekday }) => [date, weekday]));
  const extra = new Map<string, number>();
  const proposed: DayException[] = [];
  for (const { date, need, label } of absencesOf(problem, roster, datedBusy, days, exceptions)) {
    const around = problemOn(problem, datedBusy, { date, weekday: weekdays.get(date) ?? need.day });
    const loaded = {
      ...around,
      teachers: around.teachers.map((teacher) => ({
        ...teacher,
        heldLoad: teacher.heldLoad + (extra.get(teacher.id) ?? 0),
      })),
    };
    const now = rosterOn(roster, [...exceptions, ...proposed], date);
    const [best] = findSubstitutes(loaded, now, need).able;
    if (best) extra.set(best.teacherId, (extra.get(best.teacherId) ?? 0) + need.weight);
    proposed.push({
      date,
      needId: need.id,
      teacherId: best?.teacherId ?? null,
      reason: label,
    });
  }
  return proposed;
}

/** What is wrong on dates that differ from the pattern; places that are left empty aren't. */
export function exceptionViolations(
  problem: RosterProblem,
  roster: Roster,
  datedBusy: readonly DatedBusy[],
  days: readonly TeachingDay[],
  exceptions: readonly DayException[],
): readonly Violation[] {
  const dates = new Set(exceptions.map(({ date }) => date));
  const unknown = exceptions.filter(({ date }) => !days.some((day) => day.date === date));
  return [
    ...unknown.map(({ date, needId, teacherId }) => ({
      kind: 'unknown' as const,
      needIds: [needId],
      teacherId,
      sentence: `${dateWords(date)}不是这段日期里的上课日，请去掉这一天的调整。`,
    })),
    ...days
      .filter(({ date }) => dates.has(date))
      .flatMap((day) => {
        const around = problemOn(problem, datedBusy, day);
        const own = new Set(exceptions.filter(({ date }) => date === day.date).map(({ needId }) => needId));
        return verifyRoster(around, rosterOn(roster, exceptions, day.date)).filter(
          ({ kind, needIds }) => kind !== 'uncovered' && needIds.some((id) => own.has(id)),
        );
      }),
  ];
}

/** 10月14日（星期三）16:30—17:20“一班”看护. */
export function needWordsOn(problem: RosterProblem, need: RosterNeed, date: PlainDate): string {
  return needWords(problemOn(problem, [], { date, weekday: need.day }), need);
}
