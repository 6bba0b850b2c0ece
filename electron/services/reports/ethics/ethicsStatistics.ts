import type { EthicsStatistics, StatisticsTable } from '../../../../shared/domain/ethics/ethicsStatistics.ts';
import { formatPeriod } from '../../../../shared/kernel/periods.ts';
import { formatChinese } from '../../../../shared/kernel/plainDate.ts';
import { success } from '../../../../shared/kernel/result.ts';
import { hiddenMark } from '../../../../shared/ledger/smallCounts.ts';
import { ends, line, sections, signatures } from '../../../documents/officeBlocks.ts';
import type { Block } from '../../../documents/officeDocument.ts';
import { listTable } from '../../../documents/officeTables.ts';
import { parametersInForce } from '../../school/parametersInForce.ts';
import { ethicsFigures } from '../../ethics/statisticsFigures.ts';
import { periodReport } from '../report.ts';

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
        style: 'form',
        pageNumbers: true,
        blocks: [
          ends(`填报单位（盖章）：${schoolName}`, until),
          ...sections(tablesOf(data.figures).map((table) => [table.name, [tableOf(table)]])),
          line(noteOf(data)),
          signatures([{ label: '填报人', name: accountName }, '单位负责人（签字）'], today),
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

function tableOf({ columns, rows }: StatisticsTable): Block {
  const narrow = columns.length === 1;
  return listTable<StatisticsTable['rows'][number]>(
    [
      { heading: '项　目', share: narrow ? 8 : 4.6, long: true, cell: (row) => row.label },
      ...columns.map((heading, index) => ({
        heading,
        share: narrow ? 4 : 1.8,
        cell: ({ cells }: StatisticsTable['rows'][number]) => shown(cells[index] ?? null),
      })),
    ],
    rows,
  );
}

function shown(count: number | null): string {
  return count === null ? hiddenMark : String(count);
}

function noteOf({ least, figures }: StatisticsData): string {
  return figures.hidden > 0
    ? `“${hiddenMark}”表示人数少于${least}人、或者由合计可以推算出来的，为保护个人信息不显示。`
    : '没有需要隐去的小数。';
}
