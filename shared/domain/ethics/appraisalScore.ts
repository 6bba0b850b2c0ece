import type { PlainDate } from '../../kernel/plainDate.ts';
import type { Parameters } from '../parameters/index.ts';
import type { AppraisalScores } from './facts.ts';
import type { EthicsGrade } from './words.ts';

export interface AppraisalResult {
  /** Two decimals. */
  readonly total: number;
  readonly grade: EthicsGrade;
}

/**
 * Total and grade of an appraisal by the weights and bands in force. A veto makes it 不合格 whatever the total.
 * @param adjustment points added or taken
 * @param on last day of the period appraised
 * @returns `undefined` while a score whose weight is not 0 is missing
 */
export function appraise(
  scores: AppraisalScores,
  adjustment: number,
  veto: boolean,
  parameters: Parameters,
  on: PlainDate,
): AppraisalResult | undefined {
  const weights = parameters.numberList('appraisalWeights', on);
  const given = [scores.self, scores.peer, scores.pupil, scores.parent, scores.panel];
  let sum = 0;
  for (const [index, score] of given.entries()) {
    const weight = weights[index] ?? 0;
    if (weight === 0) continue;
    if (score === null) return undefined;
    sum += score * weight;
  }
  const total = Math.round(sum + adjustment * 100) / 100;
  return { total, grade: veto ? '不合格' : gradeOf(total, parameters.numberList('appraisalBands', on)) };
}

/** The grade of a total; a band's lowest score belongs to it. */
export function gradeOf(total: number, bands: readonly number[]): EthicsGrade {
  const [excellent = 90, qualified = 70, basic = 60] = bands;
  if (total >= excellent) return '优秀';
  if (total >= qualified) return '合格';
  return total >= basic ? '基本合格' : '不合格';
}

/** The most 优秀 of so many appraised, rounded down. @param share per cent */
export function excellentAppraisalLimit(appraised: number, share: number): number {
  return Math.floor((appraised * share) / 100);
}
