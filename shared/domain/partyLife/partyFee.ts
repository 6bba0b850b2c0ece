import type { PlainDate } from '../../kernel/plainDate.ts';
import type { Parameters } from '../parameters/index.ts';
import type { FeeSituation } from './words.ts';

/** 0.2 元: pupils, students, the unemployed and those on minimal income. */
const smallestFee = 20;

/**
 * The Party fee of a month in 分 (关于中国共产党党费收缴、使用和管理的规定): the band's rate applies to the whole
 * base, a limit itself belongs to the lower band.
 * @param base fixed monthly income after tax, or pension, in 分
 * @param month any day of the month the fee is for
 */
export function monthlyPartyFee(
  base: number,
  situation: FeeSituation,
  parameters: Parameters,
  month: PlainDate,
): number {
  const rate = partyFeeRate(base, situation, parameters, month);
  return rate === null ? smallestFee : Math.round((base * Math.round(rate * 100)) / 10_000);
}

/** The rate of the band in percent; `null` for those who pay a fixed amount. */
export function partyFeeRate(
  base: number,
  situation: FeeSituation,
  parameters: Parameters,
  month: PlainDate,
): number | null {
  if (situation === '无固定收入') return null;
  const retired = situation === '离退休';
  const limits = parameters.numberList(retired ? 'partyFeeRetiredLimits' : 'partyFeeLimits', month);
  const rates = parameters.numberList(retired ? 'partyFeeRetiredRates' : 'partyFeeRates', month);
  const above = limits.filter((limit) => base > limit * 100).length;
  return rates[Math.min(above, rates.length - 1)] ?? 0;
}
