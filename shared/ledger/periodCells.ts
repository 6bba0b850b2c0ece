import { isPeriod, type PeriodKind } from '../kernel/periods.ts';

const numbers: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, 上: 1, 下: 2 };

/**
 * Reads a period as people write it: 2026, 2026年度, 2026年第4季度, 2026年10月, 2026-2027学年, 2026—2027学年第一学期
 * (上学期), and the stored forms themselves.
 * @returns a period of one of the kinds, or `undefined`
 */
export function parsePeriod(text: string, kinds: readonly PeriodKind[]): string | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/[—–－~～至]+/gu, '-');
  const found = candidates(plain).find((candidate) => isPeriod(candidate, kinds));
  return found ?? (isPeriod(plain, kinds) ? plain : undefined);
}

function candidates(text: string): string[] {
  const schoolYear = /^(\d{4})-(\d{4})(?:学年度?)?(?:第?([一二12上下])学期|-([12]))?$/u.exec(text);
  if (schoolYear) {
    const years = `${schoolYear[1]}-${schoolYear[2]}`;
    const term = schoolYear[3] ?? schoolYear[4];
    return [term === undefined ? years : `${years}-${numberOf(term)}`];
  }
  const quarter = /^(\d{4})年?(?:Q|第)?([一二三四1-4])季度?$|^(\d{4})Q([1-4])$/iu.exec(text);
  if (quarter) return [`${quarter[1] ?? quarter[3]}Q${numberOf(quarter[2] ?? quarter[4] ?? '')}`];
  const month = /^(\d{4})(?:年|[-./])(\d{1,2})月?(?:份)?$/u.exec(text);
  if (month) return [`${month[1]}-${(month[2] ?? '').padStart(2, '0')}`];
  const year = /^(\d{4})(?:年度?)?$/u.exec(text);
  return year?.[1] ? [year[1]] : [];
}

function numberOf(text: string): number {
  return numbers[text] ?? Number(text);
}
