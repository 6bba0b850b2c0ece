import type { PlainDate } from '../../kernel/plainDate.ts';
import { rollOn } from './roll.ts';
import type { Parameters } from '../parameters/index.ts';
import type { PartyLifeFacts } from './facts.ts';

/**
 * The most 优秀 that may be given in a 民主评议: the share of the base, rounded down (17 members, a third: 5).
 * @param divisor 3 for a third
 */
export function excellentLimit(base: number, divisor: number): number {
  return Math.floor(base / divisor);
}

/**
 * The most 优秀 a branch may give in a review on a day, and the number of members it is a share of.
 * @param graded members who get a grade, the base where the county counts only those
 */
export function excellentCap(
  facts: Pick<PartyLifeFacts, 'memberships'>,
  parameters: Parameters,
  branchId: string,
  graded: number,
  on: PlainDate,
): { readonly base: number; readonly limit: number } {
  const all = parameters.text('reviewExcellentBase', on) !== '参评党员';
  const base = all ? rollOn(facts.memberships, branchId, on).length : graded;
  return { base, limit: excellentLimit(base, parameters.number('reviewExcellentDivisor', on)) };
}
