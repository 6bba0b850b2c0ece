import { timesOverlap } from '../../../kernel/clockTime.ts';
import { obstacleTo } from './fitness.ts';
import { loadsOf } from './loads.ts';
import type { Roster, RosterNeed, RosterProblem, RosterTeacher } from './problem.ts';

/**
 * What one teacher should carry over the term, held work included, and what the own limits leave of that: nobody's limits make
 * everybody's shares unequal.
 */
export interface FairShare {
  readonly teacherId: string;
  /** The same for everyone, times the share of a post. */
  readonly target: number;
  /** The most that time and limits let the teacher reach. */
  readonly reachable: number;
  /** What is held and locked already. */
  readonly unavoidable: number;
}

/**
 * Shares of everyone who can take part; those who are fit for nothing are left out. People are compared with those with whom they
 * could change duties, directly or through others: guards with guards, teachers with teachers.
 */
export function fairShares(problem: RosterProblem): readonly FairShare[] {
  return poolsOf(problem).flatMap(({ needs: poolNeeds, members }) => {
    const held = sumOf(members.map(({ teacher }) => teacher.heldLoad));
    const mean =
      (sumOf(poolNeeds.map(({ weight }) => weight)) + held) /
      sumOf(members.map(({ teacher }) => teacher.share));
    return members.map(({ teacher, needs }) => {
      const lockedNeeds = new Set(
        problem.locked.filter(({ teacherId }) => teacherId === teacher.id).map(({ needId }) => needId),
      );
      const locked = sumOf(needs.filter(({ id }) => lockedNeeds.has(id)).map(({ weight }) => weight));
      return {
        teacherId: teacher.id,
        target: mean * teacher.share,
        reachable: teacher.heldLoad + Math.max(heaviestRoster(problem, teacher, needs), locked),
        unavoidable: teacher.heldLoad + locked,
      };
    });
  });
}

interface Member {
  readonly teacher: RosterTeacher;
  /** What the teacher is fit and free for. */
  readonly needs: readonly RosterNeed[];
}

/** Teachers and needs that hang together through who is fit for what. */
function poolsOf(
  problem: RosterProblem,
): readonly { readonly needs: readonly RosterNeed[]; readonly members: readonly Member[] }[] {
  let pools: { readonly needs: Set<RosterNeed>; readonly members: Member[] }[] = [];
  for (const teacher of problem.teachers) {
    const needs = problem.needs.filter((need) => obstacleTo(problem, need, teacher) === undefined);
    if (needs.length === 0) continue;
    const joined = pools.filter((pool) => needs.some((need) => pool.needs.has(need)));
    const pool = {
      needs: new Set([...joined.flatMap((each) => [...each.needs]), ...needs]),
      members: [...joined.flatMap(({ members }) => members), { teacher, needs }],
    };
    pools = [...pools.filter((each) => !joined.includes(each)), pool];
  }
  return pools.map(({ needs, members }) => ({ needs: [...needs], members }));
}

/** What nobody can avoid: duties don't come in halves, so half of the heaviest one may be missing or too much. */
export function toleranceOf(problem: RosterProblem): number {
  return Math.max(0, ...problem.needs.map(({ weight }) => weight)) / 2;
}

/** A load range, in weighted lessons. */
export interface LoadRange {
  readonly from: number;
  readonly to: number;
}

/** Where a load is as fair as can be. */
export function fairRange(share: FairShare, tolerance: number): LoadRange {
  return {
    from: Math.min(share.target - tolerance, share.reachable),
    to: Math.max(share.target + tolerance, share.unavoidable),
  };
}

/** Cost of one lesson beyond the fair range, by steps as wide as the tolerance; the last step has no end. */
export const wideningCosts: readonly number[] = [1, 3, 9];

/** What a roster's unfairness costs together: 0 when everyone is in the fair range. */
export function wideningCostOf(problem: RosterProblem, roster: Roster, shares: readonly FairShare[]): number {
  const loads = heldAndAssigned(problem, roster);
  const tolerance = toleranceOf(problem);
  return sumOf(
    shares.map((share) => {
      const load = loads.get(share.teacherId) ?? 0;
      const { from, to } = fairRange(share, tolerance);
      return costBeyond(Math.max(0, from - load, load - to), tolerance);
    }),
  );
}

/** What a load costs that lies so many lessons beyond the fair range. */
export function costBeyond(beyond: number, tolerance: number): number {
  return sumOf(
    wideningCosts.map((cost, step) => {
      const width = step === wideningCosts.length - 1 ? Number.POSITIVE_INFINITY : tolerance;
      return cost * Math.min(width, Math.max(0, beyond - step * tolerance));
    }),
  );
}

/** Load of the term by teacher: held before and assigned now. */
export function heldAndAssigned(problem: RosterProblem, roster: Roster): ReadonlyMap<string, number> {
  return new Map(
    loadsOf(problem, roster).map(({ teacherId, held, assigned }) => [teacherId, held + assigned]),
  );
}

/** How far a load lies from the fair share where it needn't: above 0 too much, below 0 too little. */
function deviationOf({ target, reachable, unavoidable }: FairShare, load: number): number {
  if (load > target) return load > unavoidable ? load - target : 0;
  return load < reachable ? load - target : 0;
}

/** Greatest distance from a fair share, whether above or below: the smaller, the fairer. */
export function unfairnessOf(problem: RosterProblem, roster: Roster, shares = fairShares(problem)): number {
  const loads = heldAndAssigned(problem, roster);
  return Math.max(0, ...shares.map((share) => Math.abs(deviationOf(share, loads.get(share.teacherId) ?? 0))));
}

/** The heaviest week work that a teacher's own limits allow, by running through the days. */
function heaviestRoster(
  problem: RosterProblem,
  teacher: RosterTeacher,
  needs: readonly RosterNeed[],
): number {
  const byDay = Map.groupBy(needs, ({ day }) => day);
  const days = problem.days.toSorted((a, b) => a.ordinal - b.ordinal);
  const longest = teacher.maxDaysRunning ?? days.length;
  // Best weight by days running and needs taken in this week.
  let best = new Map<string, { running: number; taken: number; weight: number }>([
    ['0/0', { running: 0, taken: 0, weight: 0 }],
  ]);
  days.forEach((day, index) => {
    const before = days[index - 1];
    const options = [0, ...heaviestApart(byDay.get(day.ordinal) ?? [], teacher.maxPerDay)];
    const next: typeof best = new Map();
    for (const state of best.values()) {
      const running = before?.ordinal === day.ordinal - 1 ? state.running : 0;
      const taken = before?.week === day.week ? state.taken : 0;
      options.forEach((weight, count) => {
        if (taken + count > teacher.maxPerWeek || (count > 0 && running === longest)) return;
        const reached = {
          running: count > 0 ? running + 1 : 0,
          taken: taken + count,
          weight: state.weight + weight,
        };
        const key = `${reached.running}/${reached.taken}`;
        if ((next.get(key)?.weight ?? -1) < reached.weight) next.set(key, reached);
      });
    }
    best = next;
  });
  return Math.max(0, ...[...best.values()].map(({ weight }) => weight));
}

/** Greatest weight of 1, 2, … needs of one day that don't overlap. */
function heaviestApart(needs: readonly RosterNeed[], most: number): readonly number[] {
  const sums: number[] = [];
  const distinct = [
    ...Map.groupBy(needs, ({ span, weight }) => `${span.start}/${span.end}/${weight}`).values(),
  ];
  const search = (from: number, chosen: readonly RosterNeed[], weight: number): void => {
    if (chosen.length > 0) sums[chosen.length - 1] = Math.max(sums[chosen.length - 1] ?? 0, weight);
    if (chosen.length === most) return;
    distinct.slice(from).forEach(([need], step) => {
      if (!need || chosen.some(({ span }) => timesOverlap(span, need.span))) return;
      search(from + step + 1, [...chosen, need], weight + need.weight);
    });
  };
  search(0, [], 0);
  return sums;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
