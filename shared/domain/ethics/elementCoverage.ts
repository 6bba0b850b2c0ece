import type { DateRange } from '../../kernel/periods.ts';
import type { EthicsFacts } from './facts.ts';
import type { EthicsElement } from './words.ts';

/**
 * How many records each element has in a range: activities by their element; pledges count as 教育, appraisals
 * signed as 考核, self-checks of the term as 监督, awards as 激励, cases as 惩处.
 * @param term whose self-checks count
 */
export function countElements(
  facts: EthicsFacts,
  range: DateRange,
  term: string,
): Readonly<Record<EthicsElement, number>> {
  const within = (date: string | null): boolean => date !== null && range.from <= date && date <= range.to;
  const activities = (element: EthicsElement): number =>
    facts.activities.filter((activity) => activity.element === element && within(activity.heldOn)).length;
  return {
    宣传: activities('宣传'),
    教育: activities('教育') + facts.pledges.filter(({ signedOn }) => within(signedOn)).length,
    考核: activities('考核') + facts.appraisals.filter(({ signedOn }) => within(signedOn)).length,
    监督: activities('监督') + facts.selfChecks.filter(({ period }) => period === term).length,
    激励: activities('激励') + facts.awards.filter(({ grantedOn }) => within(grantedOn)).length,
    惩处: activities('惩处') + facts.cases.filter(({ receivedOn }) => within(receivedOn)).length,
  };
}
