import { givenClashes, overlappingPairs } from './clashes.ts';
import { obstacleTo } from './fitness.ts';
import type { Roster, RosterDay, RosterNeed, RosterProblem, RosterTeacher } from './problem.ts';
import { dayWords, needWords } from './words.ts';

export type ViolationKind =
  | 'uncovered'
  | 'coveredTwice'
  | 'unknown'
  | 'unfit'
  | 'clash'
  | 'perDay'
  | 'perWeek'
  | 'daysRunning'
  | 'lockMoved';

export interface Violation {
  readonly kind: ViolationKind;
  readonly needIds: readonly string[];
  readonly teacherId: string | null;
  readonly sentence: string;
}

interface Duty {
  readonly teacher: RosterTeacher;
  readonly needs: readonly RosterNeed[];
}

/** Everything that is wrong with a roster, found without the solver. Empty: every hard demand is met. */
export function verifyRoster(problem: RosterProblem, roster: Roster): readonly Violation[] {
  const duties = dutiesOf(problem, roster);
  return [
    ...coverage(problem, roster),
    ...movedLocks(problem, roster),
    ...givenClashes(problem).map(({ needIds, sentence }) => ({
      kind: 'clash' as const,
      needIds,
      teacherId: null,
      sentence,
    })),
    ...duties.flatMap((duty) => [
      ...unfitDuties(problem, duty),
      ...twoPlaces(problem, duty),
      ...tooManyADay(problem, duty),
      ...tooManyAWeek(problem, duty),
      ...tooManyDaysRunning(problem, duty),
    ]),
  ];
}

function dutiesOf(problem: RosterProblem, roster: Roster): readonly Duty[] {
  const needs = new Map(problem.needs.map((need) => [need.id, need]));
  const byTeacher = Map.groupBy(roster, ({ teacherId }) => teacherId);
  return problem.teachers.map((teacher) => ({
    teacher,
    needs: (byTeacher.get(teacher.id) ?? []).flatMap(({ needId }) => needs.get(needId) ?? []),
  }));
}

function coverage(problem: RosterProblem, roster: Roster): readonly Violation[] {
  const teachers = new Map(problem.teachers.map(({ id, name }) => [id, name]));
  const needIds = new Set(problem.needs.map(({ id }) => id));
  const byNeed = Map.groupBy(roster, ({ needId }) => needId);
  const unknown = roster
    .filter(({ needId, teacherId }) => !needIds.has(needId) || !teachers.has(teacherId))
    .map(({ needId, teacherId }) => ({
      kind: 'unknown' as const,
      needIds: [needId],
      teacherId,
      sentence: teachers.has(teacherId)
        ? `${teachers.get(teacherId)}排在一个已经没有的场次上，请重新排班。`
        : '有一个场次排给了不在名单中的人，请重新排班。',
    }));
  const counted = problem.needs.flatMap((need): Violation[] => {
    const taken = byNeed.get(need.id) ?? [];
    if (taken.length === 1) return [];
    const about = needWords(problem, need);
    const names = taken.map(({ teacherId }) => teachers.get(teacherId) ?? '名单外的人').join('、');
    return [
      taken.length === 0
        ? { kind: 'uncovered', needIds: [need.id], teacherId: null, sentence: `${about}还没有排人。` }
        : {
            kind: 'coveredTwice',
            needIds: [need.id],
            teacherId: null,
            sentence: `${about}只要一人，却排了${names}。`,
          },
    ];
  });
  return [...unknown, ...counted];
}

function movedLocks(problem: RosterProblem, roster: Roster): readonly Violation[] {
  const names = new Map(problem.teachers.map(({ id, name }) => [id, name]));
  return problem.locked.flatMap(({ needId, teacherId }): Violation[] => {
    if (roster.some((each) => each.needId === needId && each.teacherId === teacherId)) return [];
    const need = problem.needs.find(({ id }) => id === needId);
    const about = need ? needWords(problem, need) : '一个已经没有的场次';
    return [
      {
        kind: 'lockMoved',
        needIds: [needId],
        teacherId,
        sentence: `${about}锁定给${names.get(teacherId) ?? '不在名单中的人'}，结果却不是。`,
      },
    ];
  });
}

function unfitDuties(problem: RosterProblem, { teacher, needs }: Duty): readonly Violation[] {
  return needs.flatMap((need): Violation[] => {
    const obstacle = obstacleTo(problem, need, teacher);
    if (!obstacle) return [];
    return [
      {
        kind: obstacle.kind === 'busy' ? 'clash' : 'unfit',
        needIds: [need.id],
        teacherId: teacher.id,
        sentence: `${needWords(problem, need)}排了${teacher.name}，但${teacher.name}${obstacle.words}。`,
      },
    ];
  });
}

function twoPlaces(problem: RosterProblem, { teacher, needs }: Duty): readonly Violation[] {
  return overlappingPairs(needs).map(([first, second]) => ({
    kind: 'clash' as const,
    needIds: [first.id, second.id],
    teacherId: teacher.id,
    sentence: `${teacher.name}同时排在${needWords(problem, first)}和${needWords(problem, second)}，请换一人。`,
  }));
}

function tooManyADay(problem: RosterProblem, { teacher, needs }: Duty): readonly Violation[] {
  return [...Map.groupBy(needs, ({ day }) => day)]
    .filter(([, own]) => own.length > teacher.maxPerDay)
    .map(([day, own]) => ({
      kind: 'perDay' as const,
      needIds: own.map(({ id }) => id),
      teacherId: teacher.id,
      sentence: `${teacher.name}${dayWords(problem, day)}排了 ${own.length} 场，每天最多 ${teacher.maxPerDay} 场。`,
    }));
}

function tooManyAWeek(problem: RosterProblem, { teacher, needs }: Duty): readonly Violation[] {
  const weekOf = new Map(problem.days.map(({ ordinal, week }) => [ordinal, week]));
  return [...Map.groupBy(needs, ({ day }) => weekOf.get(day)).values()]
    .filter((own) => own.length > teacher.maxPerWeek)
    .map((own) => ({
      kind: 'perWeek' as const,
      needIds: own.map(({ id }) => id),
      teacherId: teacher.id,
      sentence: `${teacher.name}一周排了 ${own.length} 场，每周最多 ${teacher.maxPerWeek} 场。`,
    }));
}

function tooManyDaysRunning(problem: RosterProblem, { teacher, needs }: Duty): readonly Violation[] {
  const { maxDaysRunning } = teacher;
  if (maxDaysRunning === null) return [];
  const onDuty = new Set(needs.map(({ day }) => day));
  return runsLongerThan(problem.days, maxDaysRunning)
    .filter((run) => run.every((day) => onDuty.has(day)))
    .map((run) => ({
      kind: 'daysRunning' as const,
      needIds: needs.filter(({ day }) => run.includes(day)).map(({ id }) => id),
      teacherId: teacher.id,
      sentence: `${teacher.name}${run.map((day) => dayWords(problem, day)).join('、')}连续 ${run.length} 天都有排班，最多连续 ${maxDaysRunning} 天。`,
    }));
}

/** Every window of `most + 1` days whose ordinals follow each other: not all of its days may be duty days. */
export function runsLongerThan(days: readonly RosterDay[], most: number): readonly (readonly number[])[] {
  const ordinals = new Set(days.map(({ ordinal }) => ordinal));
  return [...ordinals]
    .sort((a, b) => a - b)
    .map((first) => Array.from({ length: most + 1 }, (_, step) => first + step))
    .filter((run) => run.every((day) => ordinals.has(day)));
}
