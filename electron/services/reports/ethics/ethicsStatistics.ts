import type { EthicsStatistics, StatisticsTable } from '../../../../shared/domain/ethics/ethicsStatistics.ts';
import { formatPeriod } from '../../../../shared/kernel/periods.ts';
import { formatChinese } from '../../../../shared/kernel/plainDate.ts';
import { success } from '../../../../shared/kernel/result.ts';
import type { Block } from '../../../documents/officeDocument.ts';
import { hiddenMark } from '../../../../shared/ledger/smallCounts.ts';
import { parametersInForce } from '../../school/parametersInForce.ts';
import { ethicsFigures } from '../../ethics/statisticsFigures.ts';
import { periodReport } from '../report.ts';
import { headRow } from '../tableCells.ts';

interface StatisticsData {
  readonly least: number;
  readonly figures: EthicsStatistics;
}

/** 师德师风工作统计表 for the superior: by element, grade, violation code, handling and honour; no names, no small numbers. */
export const ethicsStatistics = periodReport({
  name: 'ethicsStatistics',
  label: '师德师风工作统计表',
  area: 'ethics',
  formats: ['docx', 'xlsx', 'pdf'],
  periods: ['year', 'schoolYear'],
  gather: (h, { range, day }) => {
    const least = parametersInForce(h).number('smallestShownCount', day);
    return success({ least, figures: ethicsFigures(h, { range, day, least }) });
  },
  compose: (data, { schoolName, period, day, today, accountName, sheet }) => {
    const until = `统计至${formatChinese(day)}`;
    const note = data.figures.hidden > 0 ? `${hiddenMark}：少于${data.least}人或可推算` : until;
    return {
      document: {
        title: [schoolName, `${formatPeriod(period)}师德师风工作统计表`],
        orientation: 'portrait',
        style: 'form',
        pageNumbers: true,
        blocks: [
          { kind: 'ends', left: `填报单位（盖章）：${schoolName}`, right: until },
          ...tablesOf(data.figures).flatMap((table, index) => tableBlocks(table, index)),
          { kind: 'paragraph', align: 'left', text: noteOf(data) },
          {
            kind: 'signatures',
            lines: [{ label: '填报人', name: accountName }, { label: '单位负责人（签字）' }],
            date: formatChinese(today),
          },
        ],
      },
      sheets: tablesOf(data.figures).map(({ name, columns, rows }) =>
        sheet({
          name,
          title: `${formatPeriod(period)}${name}统计表`,
          note,
          rows,
          // Sums are values, not formulas: a formula over hidden cells would be wrong, or give them away.
          columns: [
            { heading: '项目', width: 36, cell: ({ label }) => label },
            ...columns.map((heading, index) => ({
              heading,
              width: 12,
              cell: ({ cells }: StatisticsTable['rows'][number]) => shown(cells[index] ?? null),
            })),
          ],
        }),
      ),
      personCount: 0,
      problems: [data.figures.hidden > 0 && noteOf(data)],
    };
  },
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

function shown(count: number | null): string {
  return count === null ? hiddenMark : String(count);
}

function noteOf({ least, figures }: StatisticsData): string {
  return figures.hidden > 0
    ? `“${hiddenMark}”表示人数少于${least}人、或者由合计可以推算出来的，为保护个人信息不显示。`
    : '没有需要隐去的小数。';
}
