import { timesOverlap } from '../../../kernel/clockTime.ts';
import { obstacleTo } from './fitness.ts';
import type { RosterNeed, RosterProblem, RosterTeacher } from './problem.ts';
import { runsLongerThan } from './verifyRoster.ts';
import { dayWords, needWords } from './words.ts';

/**
 * What stands against giving a teacher one more need, in words that follow the name; `undefined` when nothing does.
 * @param own the needs that the teacher has already, the new one not among them
 */
export function objectionTo(
  problem: RosterProblem,
  need: RosterNeed,
  teacher: RosterTeacher,
  own: readonly RosterNeed[],
): string | undefined {
  const obstacle = obstacleTo(problem, need, teacher);
  if (obstacle) return obstacle.words;
  const sameDay = own.filter(({ day }) => day === need.day);
  const meanwhile = sameDay.find(({ span }) => timesOverlap(span, need.span));
  if (meanwhile) return `同时在${needWords(problem, meanwhile)}`;
  if (sameDay.length >= teacher.maxPerDay)
    return `${dayWords(problem, need.day)}已有 ${sameDay.length} 场，每天最多 ${teacher.maxPerDay} 场`;
  const weekOf = new Map(problem.days.map(({ ordinal, week }) => [ordinal, week]));
  const sameWeek = own.filter(({ day }) => weekOf.get(day) === weekOf.get(need.day));
  if (sameWeek.length >= teacher.maxPerWeek)
    return `这一周已有 ${sameWeek.length} 场，每周最多 ${teacher.maxPerWeek} 场`;
  if (sameDay.length > 0 || teacher.maxDaysRunning === null) return undefined;
  const onDuty = new Set([need.day, ...own.map(({ day }) => day)]);
  const tooLong = runsLongerThan(problem.days, teacher.maxDaysRunning).some(
    (run) => run.includes(need.day) && run.every((day) => onDuty.has(day)),
  );
  return tooLong
    ? `会连续 ${teacher.maxDaysRunning + 1} 天有排班，最多连续 ${teacher.maxDaysRunning} 天`
    : undefined;
}
