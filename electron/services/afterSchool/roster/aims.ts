import type { SoftAim } from '../../../../shared/domain/afterSchool/roster/outcome.ts';
import type { Roster, RosterProblem } from '../../../../shared/domain/afterSchool/roster/problem.ts';
import { isStranger, qualityOf, wishValue } from '../../../../shared/domain/afterSchool/roster/quality.ts';
import type { Choice, RosterModel } from './rosterModel.ts';

/** The aims that say anything about a problem, in the order in which they count. */
export function openAims(problem: RosterProblem): readonly SoftAim[] {
  const aims: SoftAim[] = [];
  if (problem.previous.length > 0) aims.push('changes');
  if (problem.teachers.some(({ familiarGroups }) => familiarGroups.length > 0)) aims.push('familiarity');
  if (problem.teachers.some(({ wishes }) => wishes.length > 0)) aims.push('wishes');
  return aims;
}

/** What an aim makes of a roster; the smaller, the better. Counted by plain code. */
export function valueOf(problem: RosterProblem, roster: Roster, aim: SoftAim): number {
  const { changes, strangers, wishes } = qualityOf(problem, roster);
  return { changes, familiarity: strangers, wishes: -wishes }[aim];
}

/** What each choice costs for an aim; choices that cost nothing are absent. */
export function costsOf(
  { choices }: RosterModel,
  problem: RosterProblem,
  aim: SoftAim,
): ReadonlyMap<number, number> {
  const before = new Map(problem.previous.map(({ needId, teacherId }) => [needId, teacherId]));
  function costOf({ need, teacher }: Choice): number {
    switch (aim) {
      case 'changes':
        return before.has(need.id) && before.get(need.id) !== teacher.id ? 1 : 0;
      case 'familiarity':
        return isStranger(need, teacher) ? 1 : 0;
      case 'wishes':
        return -wishValue(need, teacher);
    }
  }
  return new Map(
    choices.map((choice) => [choice.column, costOf(choice)] as const).filter(([, cost]) => cost !== 0),
  );
}

/** Holds an aim where it was reached while a later one is sought. */
export function capAim(model: RosterModel, problem: RosterProblem, aim: SoftAim, value: number): void {
  const terms = [...costsOf(model, problem, aim)].map(([column, factor]) => ({ column, factor }));
  model.linear.row(Number.NEGATIVE_INFINITY, value + 1e-6, terms);
}
