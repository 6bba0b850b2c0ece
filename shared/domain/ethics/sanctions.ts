import { addDays, addMonthsCN } from '../../kernel/plainDate.ts';
import type { PlainDate } from '../../kernel/plainDate.ts';
import type { CaseFact, Handling } from './facts.ts';

/** 中小学教师违反职业道德行为处理办法 (教师〔2018〕18号): months of each sanction; the others have no period. */
const months: Partial<Record<Handling, number>> = { 警告: 6, 记过: 12, 降低岗位等级: 24, 撤职: 24 };

const sanctions: readonly Handling[] = ['警告', '记过', '降低岗位等级', '撤职', '开除'];

/** 取消资格: at least so many months (the same text). */
export const leastDisqualificationMonths = 24;

/** Whether the handling is a 处分, not one of the lighter kinds. */
export function isSanction(handling: Handling | null): handling is Handling {
  return handling !== null && sanctions.includes(handling);
}

/** The day on which a sanction that began on a day ends, or `undefined` for handlings without a period. */
export function sanctionEndsOn(handling: Handling, startsOn: PlainDate): PlainDate | undefined {
  const length = months[handling];
  return length === undefined ? undefined : addMonthsCN(startsOn, length);
}

/** Whether an entered end agrees: the same day of the month, or the day before as some offices count. */
export function isSanctionEnd(handling: Handling, startsOn: PlainDate, endsOn: PlainDate): boolean {
  const expected = sanctionEndsOn(handling, startsOn);
  return expected === undefined || endsOn === expected || endsOn === addDays(expected, -1);
}

/** Whether a sanction or disqualification of the case held on a day; lifting does not shorten the past. */
export function isSanctionedOn(fact: CaseFact, on: PlainDate): boolean {
  const start = fact.effectFrom ?? fact.decidedOn;
  if (start === null || on < start) return false;
  if (fact.disqualifiedUntil !== null && on <= fact.disqualifiedUntil) return true;
  if (!isSanction(fact.handling)) return false;
  if (fact.handling === '开除') return true;
  const end = fact.effectTo ?? sanctionEndsOn(fact.handling, start);
  return end !== undefined && on <= end;
}
