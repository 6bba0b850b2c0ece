import type { EthicsPlanView } from '../../../../shared/contract/ethicsCampaign.ts';
import { formatPeriod } from '../../../../shared/kernel/periods.ts';
import { success } from '../../../../shared/kernel/result.ts';
import { ends, heading } from '../../../documents/officeBlocks.ts';
import type { Block } from '../../../documents/officeDocument.ts';
import { listTable, numberColumn } from '../../../documents/officeTables.ts';
import { printedDate } from '../../../documents/officeText.ts';
import { ethicsPlanView } from '../../ethics/ethicsPlanView.ts';
import { countPersons, periodReport } from '../report.ts';

const stateWords = {
  held: '已落实',
  cancelled: '已取消',
  overdue: '未落实',
  dueSoon: '',
  planned: '',
} as const;

/** 师德建设年度计划 with what has come of it, and the coverage of the six elements. */
export const ethicsPlanSheet = periodReport({
  name: 'ethicsPlanSheet',
  label: '师德建设年度计划及落实情况',
  area: 'ethics',
  periods: ['schoolYear'],
  gather: (h, { period, today }) => success(ethicsPlanView(h, period, today)),
  compose: (plan, { schoolName, today, period }) => ({
    name: `师德建设年度计划_${period}`,
    document: {
      title: [schoolName, `${formatPeriod(period)}师德建设计划及落实情况`],
      orientation: 'landscape',
      style: 'form',
      pageNumbers: true,
      blocks: [
        ends(`填报单位（盖章）：${schoolName}`, `填报日期：${printedDate(today)}`),
        itemTable(plan),
        ...coverageBlocks(plan),
      ],
    },
    personCount: countPersons(plan.items.map(({ owner }) => owner)),
    problems: [plan.items.length === 0 && '这个学年还没有师德计划。'],
    rows: plan.items.length,
  }),
});

function itemTable({ items }: EthicsPlanView): Block {
  return listTable(
    [
      numberColumn(1.2),
      { heading: '方面', share: 1.6, cell: ({ element }) => element },
      { heading: '类别', share: 3.4, cell: ({ kind }) => kind },
      { heading: '计划内容', share: 9, long: true, cell: ({ title }) => title },
      { heading: '完成期限', share: 3.6, cell: ({ dueOn }) => printedDate(dueOn) },
      { heading: '负责人', share: 2.6, cell: ({ owner }) => owner },
      { heading: '落实', share: 2.2, cell: ({ state }) => stateWords[state] },
      { heading: '落实日期', share: 3.4, cell: ({ heldOn }) => printedDate(heldOn) },
    ],
    items,
  );
}

function coverageBlocks({ coverage }: EthicsPlanView): Block[] {
  const [first] = coverage;
  if (!first) return [];
  return [
    heading('六位一体各学期记录数'),
    listTable<(typeof coverage)[number]>(
      [
        { heading: '学期', share: 7, cell: ({ term }) => formatPeriod(term) },
        ...first.counts.map(({ element }, index) => ({
          heading: element,
          share: 3,
          cell: ({ counts }: (typeof coverage)[number]) => counts[index]?.count ?? null,
        })),
      ],
      coverage,
    ),
  ];
}
