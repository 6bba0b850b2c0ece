import { candidatesByNeed, obstacleTo } from '../../../../shared/domain/afterSchool/roster/fitness.ts';
import type { Contradiction } from '../../../../shared/domain/afterSchool/roster/outcome.ts';
import type { RosterNeed, RosterProblem } from '../../../../shared/domain/afterSchool/roster/problem.ts';
import { dayWords, needWords } from '../../../../shared/domain/afterSchool/roster/words.ts';
import type { LinearModel } from './linearModel.ts';
import type { MixedIntegerSolver } from './mixedInteger.ts';
import { singleNeeds } from './needClasses.ts';
import { buildRosterModel } from './rosterModel.ts';

/** The smallest set of demands that contradict each other, in words. */
export function explainContradiction(
  problem: RosterProblem,
  solver: MixedIntegerSolver,
  seconds: number,
  now: () => number,
): Contradiction {
  const { groups, smallest } = findContradiction(
    buildRosterModel(problem, singleNeeds(problem)).linear,
    solver,
    seconds,
    now,
  );
  return { ...inWords(problem, groups), smallest };
}

/** Groups of rows that can't be met together; `smallest`: proved that without any one of them the others can. */
export interface ContradictingGroups {
  readonly groups: readonly string[];
  readonly smallest: boolean;
}

/** Looks for a contradiction in a model that can't be met as a whole. */
export function findContradiction(
  linear: LinearModel,
  solver: MixedIntegerSolver,
  seconds: number,
  now: () => number,
): ContradictingGroups {
  const endsAt = now() + seconds * 1000;
  const possible = (groups: ReadonlySet<string>): boolean | undefined =>
    now() > endsAt ? undefined : solver.feasible(linear, groups, Math.max(0.2, (endsAt - now()) / 1000));
  const { kept, smallest } = smallestContradiction(searchOrder(linear), possible);
  return { groups: kept, smallest };
}

/** Needs last: they are what is thrown out first, so that few of them remain. */
function searchOrder({ groups }: LinearModel): readonly string[] {
  return [...groups.keys()].sort((a, b) => Number(a.startsWith('need:')) - Number(b.startsWith('need:')));
}

/**
 * Throws out ever smaller parts of the demands while the rest stays impossible; what is left when no single one can go is smallest.
 * @param possible whether some demands can be met together; `undefined` when there is no time to tell
 */
function smallestContradiction(
  all: readonly string[],
  possible: (demands: ReadonlySet<string>) => boolean | undefined,
): { readonly kept: readonly string[]; readonly smallest: boolean } {
  let kept = all;
  let smallest = true;
  for (let size = Math.ceil(all.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let end = kept.length; end > 0; end -= size) {
      const rest = [...kept.slice(0, Math.max(0, end - size)), ...kept.slice(end)];
      const answer = possible(new Set(rest));
      if (answer === false) kept = rest;
      else if (answer === undefined) smallest = false;
    }
  }
  return { kept, smallest };
}

function inWords(problem: RosterProblem, groups: readonly string[]): Omit<Contradiction, 'smallest'> {
  const needs = new Map(problem.needs.map((need) => [need.id, need]));
  const teachers = new Map(problem.teachers.map((teacher) => [teacher.id, teacher]));
  const named = groups.map((group) => {
    const [kind = '', ...rest] = group.split(':');
    return {
      kind,
      subject: kind === 'need' || kind === 'lock' ? rest.join(':') : (rest[0] ?? ''),
      day: rest[1],
    };
  });
  const needed = named
    .filter(({ kind }) => kind === 'need')
    .flatMap(({ subject }) => needs.get(subject) ?? []);
  const demands = named.flatMap(({ kind, subject, day }): string[] => {
    const need = needs.get(subject);
    const teacher = teachers.get(subject);
    if (kind === 'need' && need) return [`${needWords(problem, need)}要有 1 人`];
    if (kind === 'lock' && need) {
      const lock = problem.locked.find(({ needId }) => needId === need.id);
      const name = problem.teachers.find(({ id }) => id === lock?.teacherId)?.name ?? '不在名单中的人';
      return [`${needWords(problem, need)}锁定给${name}`];
    }
    if (!teacher) return [];
    if (kind === 'perDay')
      return [`${teacher.name}${dayWords(problem, Number(day))}最多 ${teacher.maxPerDay} 场`];
    if (kind === 'perWeek') return [`${teacher.name}每周最多 ${teacher.maxPerWeek} 场`];
    if (kind === 'running') return [`${teacher.name}最多连续 ${teacher.maxDaysRunning ?? 0} 天`];
    return [`${teacher.name}${dayWords(problem, Number(day))}同一时间只能在一处`];
  });
  return { demands, people: peopleFor(problem, needed) };
}

/** Who could come, once for needs that have the same answer. */
function peopleFor(problem: RosterProblem, needs: readonly RosterNeed[]): readonly string[] {
  const candidates = candidatesByNeed({ ...problem, needs });
  const sentences = needs.map((need) => {
    const fit = (candidates.get(need.id) ?? []).map(({ name }) => name);
    const away = problem.teachers.flatMap((teacher) => {
      const obstacle = obstacleTo(problem, need, teacher);
      return obstacle?.kind === 'busy' ? [`${teacher.name}${obstacle.words}`] : [];
    });
    const can = fit.length > 0 ? `能去的只有${fit.join('、')}` : '没有人能去';
    const busy =
      away.length > 0
        ? `；${away.slice(0, 6).join('，')}${away.length > 6 ? ` 等 ${away.length} 人有事` : ''}`
        : '';
    return { about: needWords(problem, need), answer: `${can}${busy}。` };
  });
  return [...Map.groupBy(sentences, ({ answer }) => answer)].map(([answer, same]) => {
    const [first] = same;
    return `${first?.about ?? ''}${same.length > 1 ? `等 ${same.length} 场` : ''}：${answer}`;
  });
}
