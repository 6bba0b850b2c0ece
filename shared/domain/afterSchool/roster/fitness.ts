import { timesOverlap } from '../../../kernel/clockTime.ts';
import type { RosterNeed, RosterProblem, RosterTeacher } from './problem.ts';
import { busyWords, dutyWords } from './words.ts';

export type ObstacleKind = 'notNamed' | 'duty' | 'subject' | 'grade' | 'busy';

/** Why a teacher can't take a need whatever else is rostered. */
export interface Obstacle {
  readonly kind: ObstacleKind;
  /** Follows the teacher's name: 不承担安保, 周三15:50—16:40三年级2班数学课. */
  readonly words: string;
}

type Days = Pick<RosterProblem, 'days'>;

/** The first thing that stands against a teacher's taking a need; `undefined` when fit and free. */
export function obstacleTo(problem: Days, need: RosterNeed, teacher: RosterTeacher): Obstacle | undefined {
  if (need.only && !need.only.includes(teacher.id)) return { kind: 'notNamed', words: '不是指定的人' };
  if (!teacher.kinds.includes(need.kind)) return { kind: 'duty', words: `不承担${dutyWords[need.kind]}` };
  if (need.subjects.length > 0 && !need.subjects.some((subject) => teacher.subjects.includes(subject)))
    return { kind: 'subject', words: `不教${need.subjects.join('、')}` };
  if (!suitsGrades(need, teacher)) return { kind: 'grade', words: '不承担这个年级' };
  const busy = teacher.busy.find(({ day, span }) => day === need.day && timesOverlap(span, need.span));
  return busy && { kind: 'busy', words: busyWords(problem, busy) };
}

/** Teachers who are fit and free, by need. */
export function candidatesByNeed(problem: RosterProblem): ReadonlyMap<string, readonly RosterTeacher[]> {
  return new Map(
    problem.needs.map((need) => [
      need.id,
      problem.teachers.filter((teacher) => obstacleTo(problem, need, teacher) === undefined),
    ]),
  );
}

function suitsGrades({ grades }: RosterNeed, teacher: RosterTeacher): boolean {
  if (!grades || !teacher.grades) return true;
  return teacher.grades.from <= grades.from && grades.to <= teacher.grades.to;
}
