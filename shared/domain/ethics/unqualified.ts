import { periodRange } from '../../kernel/periods.ts';
import type { DateRange } from '../../kernel/periods.ts';
import { addDays, addMonthsCN } from '../../kernel/plainDate.ts';
import type { Parameters } from '../parameters/index.ts';
import type { AppraisalFact } from './facts.ts';

/** The days on which an unqualified appraisal keeps somebody from honours, posts and titles: from the end of its period. */
export function blockOfUnqualified(appraisal: AppraisalFact, parameters: Parameters): DateRange | undefined {
  if (appraisal.grade !== '不合格') return undefined;
  const from = periodRange(appraisal.period).to;
  return { from, to: addDays(addMonthsCN(from, parameters.number('unqualifiedBlockMonths', from)), -1) };
}
