import type { Roster } from './problem.ts';
import type { RosterQuality } from './quality.ts';

/** Aims that a linear model can count assignment by assignment; fairness is the one that can't. */
export type SoftAim = 'changes' | 'familiarity' | 'wishes';

export type RosterAim = 'fairness' | SoftAim;

/** How far an aim was reached. The earlier aims count first: a later one never costs an earlier one anything. */
export interface AimResult {
  readonly aim: RosterAim;
  /** The smaller, the better: lessons beyond the fair range, needs moved, needs with a stranger, minus the wishes' sum. */
  readonly value: number;
  /** Proved: nothing below is possible. */
  readonly bound: number;
  /** Part of the value that may be too much, 0 to 1; 0 = proved best. */
  readonly gap: number;
}

export interface SolvedRoster {
  readonly kind: 'solved';
  readonly roster: Roster;
  readonly aims: readonly AimResult[];
  readonly quality: RosterQuality;
  /** Greatest distance from a fair share, in weighted lessons. */
  readonly unfairness: number;
  readonly seconds: number;
}

export type RosterOutcome =
  | SolvedRoster
  | { readonly kind: 'contradiction'; readonly contradiction: Contradiction }
  | { readonly kind: 'outOfTime' };

/** Demands that can't all be met together. */
export interface Contradiction {
  /** One sentence each. */
  readonly demands: readonly string[];
  /** Who could be at the needs named, and who can't and why. */
  readonly people: readonly string[];
  /** Proved: without any one of the demands the others can be met. `false` when time ran out on the way. */
  readonly smallest: boolean;
}
