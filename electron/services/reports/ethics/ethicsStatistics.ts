import type { EthicsStatistics, StatisticsTable } from '../../../../shared/domain/ethics/ethicsStatistics.ts';
import { formatPeriod, type PeriodKind } from '../../../../shared/kernel/periods.ts';
import { formatChinese } from '../../../../shared/kernel/plainDate.ts';
import { success } from '../../../../shared/kernel/result.ts';
import type { Block } from '../../../documents/officeDocument.ts';
import type { OutputSheet } from '../../../documents/writeWorkbook.ts';
import { hiddenMark } from '../../../../shared/ledger/smallCounts.ts';
import { parametersInForce } from '../../school/parametersInForce.ts';
import { ethicsFigures } from '../../ethics/statisticsFigures.ts';
import { schoolOf } from '../../school/schoolOf.ts';
import { officialSheet } from '../officialSheet.ts';
import { defineReport } from '../report.ts';
import { periodOfScope, rangeOf, standingDay } from '../reportPeriod.ts';
import { headRow } from '../tableCells.ts';

interface StatisticsData {
  readonly schoolName: string;
  readonly period: string;
  readonly day: string;
  readonly madeOn: string;
  readonly madeBy: string;
  readonly least: number;
  readonly figures: EthicsStatistics;
}

const kinds: readonly PeriodKind[] = ['year', 'schoolYear'];
/** Printed instead of a count that would point at somebody. */

/** 师德师风工作统计表 for the superior: by element, grade, violation code, handling and honour; no names, no small numbers. */
export const ethicsStatistics = defineReport<StatisticsData>({
  name: 'ethicsStatistics',
  label: '师德师风工作统计表',
  area: 'ethics',
  formats: ['docx', 'xlsx', 'pdf'],
  scope: { kind: 'period', periods: kinds },
  gather: (h, scope, context) => {
    const period = periodOfScope(scope, kinds);
    if (!period.ok) return period;
    const range = rangeOf(h, period.value);
    const day = standingDay(range, context.today);
    const least = parametersInForce(h).number('smallestShownCount', day);
    return success({
      schoolName: schoolOf(h).values.name,
      period: period.value,
      day,
      madeOn: context.today,
      madeBy: context.accountName,
      least,
      figures: ethicsFigures(h, { range, day, least }),
    });
  },
  compose: (data) => ({
    name: `师德师风工作统计表_${data.period}`,
    document: {
      title: [data.schoolName, `${formatPeriod(data.period)}师德师风工作统计表`],
      orientation: 'portrait',
      style: 'form',
      pageNumbers: true,
      blocks: [
        {
          kind: 'ends',
          left: `填报单位（盖章）：${data.schoolName}`,
          right: `统计至${formatChinese(data.day)}`,
        },
        ...tablesOf(data.figures).flatMap((table, index) => tableBlocks(table, index)),
        { kind: 'paragraph', align: 'left', text: noteOf(data) },
        {
          kind: 'signatures',
          lines: [{ label: '填报人', name: data.madeBy }, { label: '单位负责人（签字）' }],
          date: formatChinese(data.madeOn),
        },
      ],
    },
    sheets: tablesOf(data.figures).map((table) => sheetOf(table, data)),
    personCount: 0,
    sensitiveColumns: [],
    problems: data.figures.hidden > 0 ? [noteOf(data)] : [],
    rows: tablesOf(data.figures).reduce((sum, { rows }) => sum + rows.length, 0),
  }),
});

function tablesOf({
  elements,
  grades,
  violations,
  handlings,
  honours,
}: EthicsStatistics): readonly StatisticsTable[] {
  return [elements, grades, violations, handlings, honours];
}

function tableBlocks({ name, columns, rows }: StatisticsTable, index: number): Block[] {
  const narrow = columns.length === 1;
  return [
    { kind: 'heading', level: 1, text: `${'一二三四五'.charAt(index)}、${name}` },
    {
      kind: 'table',
      columns: narrow ? [8, 4] : [4.6, ...columns.map(() => 1.8)],
      headerRows: 1,
      size: '五号',
      rows: [
        headRow(['项　目', ...columns]),
        ...rows.map(({ label, cells }) => ({
          cells: [{ text: label, align: 'left' as const }, ...cells.map((cell) => ({ text: shown(cell) }))],
        })),
      ],
    },
  ];
}

/** Sums are values, not formulas: a formula over hidden cells would be wrong, or give them away. */
function sheetOf({ name, columns, rows }: StatisticsTable, data: StatisticsData): OutputSheet {
  return officialSheet({
    name,
    title: `${data.schoolName}${formatPeriod(data.period)}${name}统计表`,
    unitName: data.schoolName,
    madeOn: data.madeOn,
    madeBy: data.madeBy,
    note:
      data.figures.hidden > 0
        ? `${hiddenMark}：少于${data.least}人或可推算`
        : `统计至${formatChinese(data.day)}`,
    columns: [
      { header: '项目', width: 36, form: 'text' },
      ...columns.map((header) => ({ header, width: 12, form: 'text' as const })),
    ],
    rows: rows.map(({ label, cells }) => [label, ...cells.map(shown)]),
  });
}

function shown(count: number | null): string {
  return count === null ? hiddenMark : String(count);
}

function noteOf({ least, figures }: StatisticsData): string {
  return figures.hidden > 0
    ? `“${hiddenMark}”表示人数少于${least}人、或者由合计可以推算出来的，为保护个人信息不显示。`
    : '没有需要隐去的小数。';
}
