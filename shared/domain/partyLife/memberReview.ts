import { addYears } from '../../kernel/plainDate.ts';
import type { PlainDate } from '../../kernel/plainDate.ts';

/**
 * The most 优秀 that may be given in a 民主评议: the share of the base, rounded down (17 members, a third: 5).
 * @param divisor 3 for a third
 */
export function excellentLimit(base: number, divisor: number): number {
  return Math.floor(base / divisor);
}

/** The first day on which a probationary member may be confirmed: a year after the admitting meeting (党章). */
export function earliestConfirmationOn(admittedOn: PlainDate): PlainDate {
  return addYears(admittedOn, 1);
}
