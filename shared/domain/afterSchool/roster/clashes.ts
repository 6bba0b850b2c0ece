import { timesOverlap, type TimeSpan } from '../../../kernel/clockTime.ts';
import type { RosterNeed, RosterProblem } from './problem.ts';
import { needWords } from './words.ts';

/** Two things at one time that need the same person or room; `sentence` names both. */
export interface Clash {
  readonly subject: 'teacher' | 'room' | 'pupil';
  /** Ids of the two needs. */
  readonly needIds: readonly [string, string];
  readonly sentence: string;
}

interface Timed {
  readonly day: number;
  readonly span: TimeSpan;
}

/** Pairs that share time on one day, half-open: one may begin when the other ends. The earlier-listed one comes first. */
export function overlappingPairs<T extends Timed>(all: readonly T[]): readonly (readonly [T, T])[] {
  return [...Map.groupBy(all, ({ day }) => day).values()].flatMap((sameDay) =>
    sameDay.flatMap((first, index) =>
      sameDay
        .slice(index + 1)
        .filter((second) => timesOverlap(first.span, second.span))
        .map((second) => [first, second] as const),
    ),
  );
}

/** Rooms given to two groups at once. */
function roomClashes(problem: RosterProblem): readonly Clash[] {
  const byRoom = Map.groupBy(
    problem.needs.filter(({ room }) => room !== null),
    ({ room }) => room ?? '',
  );
  return [...byRoom].flatMap(([room, needs]) =>
    onceEach(overlappingPairs(needs)).map(([first, second]) => ({
      subject: 'room' as const,
      needIds: [first.id, second.id] as const,
      sentence: `${room}同时安排了${needWords(problem, first)}和${needWords(problem, second)}，请换场地或调整时间。`,
    })),
  );
}

/** Pupils expected in two groups at once. */
export function pupilClashes(problem: RosterProblem): readonly Clash[] {
  return problem.sharedPupils.flatMap(({ name, groupIds }) =>
    onceEach(overlappingPairs(problem.needs.filter(({ groupId }) => groupIds.includes(groupId)))).map(
      ([first, second]) => ({
        subject: 'pupil' as const,
        needIds: [first.id, second.id] as const,
        sentence: `${name}同时在${needWords(problem, first)}和${needWords(problem, second)}，请改选一门或调整时间。`,
      }),
    ),
  );
}

/** Everything that no roster of the teachers can mend. */
export function givenClashes(problem: RosterProblem): readonly Clash[] {
  return [...roomClashes(problem), ...pupilClashes(problem)];
}

/** A course that somebody from outside teaches, on all periods of its days. */
export interface OutsideCourse {
  readonly name: string;
  readonly outsider: string;
  readonly days: readonly number[];
}

/** People from outside who would have to be in two courses at once, a sentence each. */
export function outsiderClashes(
  days: RosterProblem['days'],
  courses: readonly OutsideCourse[],
): readonly string[] {
  return courses.flatMap((first, index) =>
    courses.slice(index + 1).flatMap((second) => {
      if (first.outsider !== second.outsider) return [];
      const both = days.filter(
        ({ ordinal }) => first.days.includes(ordinal) && second.days.includes(ordinal),
      );
      if (both.length === 0) return [];
      return `校外人员${first.outsider}${both.map(({ label }) => label).join('、')}同时在“${first.name}”和“${second.name}”，请换人或调整时间。`;
    }),
  );
}

/** One pair for each two groups on a day: a group's teacher and its carer are in one room with the same pupils. */
function onceEach(
  pairs: readonly (readonly [RosterNeed, RosterNeed])[],
): readonly (readonly [RosterNeed, RosterNeed])[] {
  const seen = new Set<string>();
  return pairs.filter(([first, second]) => {
    if (first.groupId === second.groupId) return false;
    const key = [first.day, first.period, second.period, first.groupId, second.groupId].join('\n');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
