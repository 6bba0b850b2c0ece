import { addDays, addMonthsCN } from '../../kernel/plainDate.ts';
import type { PlainDate } from '../../kernel/plainDate.ts';
import type { Parameters } from '../parameters/index.ts';
import type { CaseFact } from './facts.ts';
import type { Handling } from './words.ts';

/** 处分, the lightest first (教师〔2018〕18号); the first four have a period, in the order of `sanctionMonths`. */
const sanctions = ['警告', '记过', '降低岗位等级', '撤职', '开除'] as const;
export type Sanction = (typeof sanctions)[number];

/** Whether the handling is a 处分, not one of the lighter kinds. */
export function isSanction(handling: Handling | null): handling is Sanction {
  return handling !== null && (sanctions as readonly Handling[]).includes(handling);
}

/** 0 for what is no 处分, then 1 for 警告 up to 5 for 开除. */
export function sanctionRank(handling: Handling | null): number {
  return isSanction(handling) ? sanctions.indexOf(handling) + 1 : 0;
}

/** Whether a handling is a 处分 at least as grave as another. */
export function isAtLeast(handling: Handling | null, least: Sanction): boolean {
  return sanctionRank(handling) >= sanctionRank(least);
}

/** The day on which a sanction that began on a day ends, or `undefined` for handlings without a period. */
export function sanctionEndsOn(
  handling: Handling,
  startsOn: PlainDate,
  parameters: Parameters,
): PlainDate | undefined {
  const length = parameters.numberList('sanctionMonths', startsOn)[sanctionRank(handling) - 1];
  return length === undefined ? undefined : addMonthsCN(startsOn, length);
}

/** Whether an entered end agrees: the same day of the month, or the day before as some offices count. */
export function isSanctionEnd(
  handling: Handling,
  startsOn: PlainDate,
  endsOn: PlainDate,
  parameters: Parameters,
): boolean {
  const expected = sanctionEndsOn(handling, startsOn, parameters);
  return expected === undefined || endsOn === expected || endsOn === addDays(expected, -1);
}

/** Whether review or appeal took the decision back. */
export function isRevoked(fact: Pick<CaseFact, 'reviewResult' | 'appealResult'>): boolean {
  return fact.reviewResult === '撤销' || fact.appealResult === '撤销';
}

/** First day of the effect, or `null` while nothing is decided. */
export function effectStart(fact: CaseFact): PlainDate | null {
  return isRevoked(fact) ? null : (fact.effectFrom ?? fact.decidedOn);
}

/** Last day of a sanction with a period: as extended, as entered or as the law counts; `undefined` without one. */
export function sanctionEnd(fact: CaseFact, parameters: Parameters): PlainDate | undefined {
  const start = effectStart(fact);
  if (start === null || !isSanction(fact.handling) || fact.handling === '开除') return undefined;
  return fact.extendedTo ?? fact.effectTo ?? sanctionEndsOn(fact.handling, start, parameters);
}

/** Whether a 处分 of the case held on a day; lifting does not shorten the past. */
export function isUnderSanction(fact: CaseFact, on: PlainDate, parameters: Parameters): boolean {
  const start = effectStart(fact);
  if (start === null || on < start || !isSanction(fact.handling)) return false;
  if (fact.handling === '开除') return true;
  const end = sanctionEnd(fact, parameters);
  return end !== undefined && on <= end;
}

/** Whether a 取消资格 of the case held on a day. */
export function isDisqualifiedOn(fact: CaseFact, on: PlainDate): boolean {
  const start = effectStart(fact);
  return start !== null && start <= on && fact.disqualifiedUntil !== null && on <= fact.disqualifiedUntil;
}

/** Whether a sanction or disqualification of the case held on a day. */
export function isSanctionedOn(fact: CaseFact, on: PlainDate, parameters: Parameters): boolean {
  return isDisqualifiedOn(fact, on) || isUnderSanction(fact, on, parameters);
}
