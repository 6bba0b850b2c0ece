import { hiddenCounts, type ShownSum } from '../privacy/smallNumbers.ts';
import type { DateRange } from '../../kernel/periods.ts';
import type { PlainDate } from '../../kernel/plainDate.ts';
import { caseAsOn } from './caseAsOn.ts';
import type { AppraisalFact, CaseFact } from './facts.ts';
import {
  conclusions,
  ethicsElements,
  ethicsGrades,
  handlings,
  honourLevels,
  type EthicsElement,
} from './words.ts';

/** What the superior's statistics count, for one period. */
export interface StatisticsFacts {
  readonly range: DateRange;
  /** The day on which cases are looked at: the period's last, or today while it runs. */
  readonly on: PlainDate;
  /** People who should be appraised. */
  readonly staffCount: number;
  readonly activities: readonly { readonly element: EthicsElement }[];
  /** Of the period; one for each person. */
  readonly appraisals: readonly Pick<AppraisalFact, 'grade'>[];
  readonly cases: readonly CaseFact[];
  /** Every violation of the school's kind, so that the rows of the table say nothing by being there. */
  readonly violations: readonly string[];
  readonly awards: readonly { readonly level: string }[];
}

/** A count, or `null` where showing it would point at somebody. */
export type ShownCount = number | null;

export interface StatisticsRow {
  readonly label: string;
  readonly cells: readonly ShownCount[];
}

export interface StatisticsTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** The last one is 合计 where the rows add up. */
  readonly rows: readonly StatisticsRow[];
}

export interface EthicsStatistics {
  readonly elements: StatisticsTable;
  readonly grades: StatisticsTable;
  readonly violations: StatisticsTable;
  readonly handlings: StatisticsTable;
  readonly honours: StatisticsTable;
  /** How many counts are not shown. */
  readonly hidden: number;
}

const grades = [...ethicsGrades, '未考核'] as const;
const standings = [...conclusions, '不予受理', '办理中'] as const;

const total = '合计';

/**
 * The counts by element, grade, violation code, handling and honour. Those of persons who could be known again are hidden, all
 * tables together, so that no sum gives them away; activities and honours are public and shown as they are.
 *
 * @param least the smallest count of persons that is shown
 */
export function ethicsStatistics(facts: StatisticsFacts, least: number): EthicsStatistics {
  const cases = facts.cases
    .filter(({ receivedOn }) => within(receivedOn, facts.range))
    .flatMap((fact) => caseAsOn(fact, facts.on) ?? []);
  const codes = [...new Set([...facts.violations, ...cases.map(({ violation }) => violation)])];
  const handled = cases.filter(({ handling }) => handling !== null).filter(isDecided);

  const counts = new Map<string, number>();
  const sums: ShownSum[] = [];
  const graded = facts.appraisals.filter(({ grade }) => grade !== null).length;
  for (const grade of grades)
    counts.set(
      `grade ${grade}`,
      grade === '未考核'
        ? Math.max(0, facts.staffCount - graded)
        : facts.appraisals.filter((one) => one.grade === grade).length,
    );
  addSum('grade', grades);
  for (const code of codes) {
    const own = cases.filter(({ violation }) => violation === code);
    for (const column of standings)
      counts.set(`case ${code} ${column}`, own.filter((fact) => columnOf(fact) === column).length);
    addSum(`case ${code}`, standings);
  }
  for (const column of [...standings, total]) {
    const parts = codes.map((code) => `case ${code} ${column}`);
    counts.set(`case ${total} ${column}`, sumOf(parts));
    sums.push({ total: `case ${total} ${column}`, parts });
  }
  sums.push({
    total: `case ${total} ${total}`,
    parts: standings.map((column) => `case ${total} ${column}`),
  });
  for (const handling of handlings)
    counts.set(`handling ${handling}`, handled.filter((fact) => fact.handling === handling).length);
  addSum('handling', handlings);

  const hidden = hiddenCounts(counts, sums, least);
  const shown = (key: string): ShownCount => (hidden.has(key) ? null : (counts.get(key) ?? 0));
  const list = (name: string, group: string, labels: readonly string[], unit: string): StatisticsTable => ({
    name,
    columns: [unit],
    rows: [...labels, total].map((label) => ({ label, cells: [shown(`${group} ${label}`)] })),
  });
  const plain = (
    name: string,
    unit: string,
    labels: readonly string[],
    countOf: (label: string) => number,
  ): StatisticsTable => {
    const rows = labels.map((label) => ({ label, cells: [countOf(label)] }));
    const all = rows.reduce((sum, { cells }) => sum + (cells[0] ?? 0), 0);
    return { name, columns: [unit], rows: [...rows, { label: total, cells: [all] }] };
  };
  return {
    elements: plain(
      '六位一体活动',
      '次',
      ethicsElements,
      (label) => facts.activities.filter(({ element }) => element === label).length,
    ),
    grades: list('师德考核等次', 'grade', grades, '人'),
    violations: {
      name: '投诉举报及调查结论',
      columns: [...standings, total],
      rows: [...codes, total].map((code) => ({
        label: code,
        cells: [...standings, total].map((column) => shown(`case ${code} ${column}`)),
      })),
    },
    handlings: list('处理', 'handling', handlings, '人'),
    honours: plain(
      '表彰奖励',
      '项',
      honourLevels,
      (label) => facts.awards.filter(({ level }) => level === label).length,
    ),
    hidden: hidden.size,
  };

  function addSum(group: string, labels: readonly string[]): void {
    const parts = labels.map((label) => `${group} ${label}`);
    counts.set(`${group} ${total}`, sumOf(parts));
    sums.push({ total: `${group} ${total}`, parts });
  }
  function sumOf(keys: readonly string[]): number {
    return keys.reduce((sum, key) => sum + (counts.get(key) ?? 0), 0);
  }
}

/** Cases taken over from paper often have no day of decision: their effect, or a conclusion without a proposal, tells it. */
function isDecided({ decidedOn, effectFrom, proposedOn, concludedOn }: CaseFact): boolean {
  return (decidedOn ?? effectFrom ?? (proposedOn === null ? concludedOn : null)) !== null;
}

function columnOf(fact: CaseFact): (typeof standings)[number] {
  if (fact.acceptedOn !== null && !fact.accepted) return '不予受理';
  return fact.conclusion ?? '办理中';
}

function within(day: PlainDate, { from, to }: DateRange): boolean {
  return from <= day && day <= to;
}
