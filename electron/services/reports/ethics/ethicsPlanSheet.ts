import type { EthicsPlanView } from '../../../../shared/contract/ethicsCampaign.ts';
import { formatPeriod, type PeriodKind } from '../../../../shared/kernel/periods.ts';
import { success } from '../../../../shared/kernel/result.ts';
import type { Block } from '../../../documents/officeDocument.ts';
import { printedDate } from '../../../documents/officeText.ts';
import { ethicsPlanView } from '../../ethics/ethicsPlanView.ts';
import { schoolOf } from '../../school/schoolOf.ts';
import { defineReport } from '../report.ts';
import { periodOfScope } from '../reportPeriod.ts';
import { headRow } from '../tableCells.ts';

interface PlanData {
  readonly schoolName: string;
  readonly madeOn: string;
  readonly period: string;
  readonly plan: EthicsPlanView;
}

const kinds: readonly PeriodKind[] = ['schoolYear'];
const stateWords = {
  held: '已落实',
  cancelled: '已取消',
  overdue: '未落实',
  dueSoon: '',
  planned: '',
} as const;

/** 师德建设年度计划 with what has come of it, and the coverage of the six elements. */
export const ethicsPlanSheet = defineReport<PlanData>({
  name: 'ethicsPlanSheet',
  label: '师德建设年度计划及落实情况',
  area: 'ethics',
  formats: ['docx', 'pdf'],
  scope: { kind: 'period', periods: kinds },
  gather: (h, scope, context) => {
    const period = periodOfScope(scope, kinds);
    if (!period.ok) return period;
    return success({
      schoolName: schoolOf(h).values.name,
      madeOn: context.today,
      period: period.value,
      plan: ethicsPlanView(h, period.value, context.today),
    });
  },
  compose: ({ schoolName, madeOn, period, plan }) => ({
    name: `师德建设年度计划_${period}`,
    document: {
      title: [schoolName, `${formatPeriod(period)}师德建设计划及落实情况`],
      orientation: 'landscape',
      style: 'form',
      pageNumbers: true,
      blocks: [
        {
          kind: 'ends',
          left: `填报单位（盖章）：${schoolName}`,
          right: `填报日期：${printedDate(madeOn)}`,
        },
        itemTable(plan),
        ...coverageBlocks(plan),
      ],
    },
    personCount: new Set(plan.items.map(({ owner }) => owner).filter((owner) => owner !== null)).size,
    sensitiveColumns: [],
    problems: plan.items.length === 0 ? ['这个学年还没有师德计划。'] : [],
    rows: plan.items.length,
  }),
});

function itemTable({ items }: EthicsPlanView): Block {
  return {
    kind: 'table',
    columns: [1.2, 1.6, 3.4, 9, 3.6, 2.6, 2.2, 3.4],
    headerRows: 1,
    size: '五号',
    rows: [
      headRow(['序号', '方面', '类别', '计划内容', '完成期限', '负责人', '落实', '落实日期']),
      ...items.map((item, index) => ({
        cells: [
          { text: String(index + 1) },
          { text: item.element },
          { text: item.kind },
          { text: item.title, align: 'left' as const },
          { text: printedDate(item.dueOn) },
          { text: item.owner ?? '' },
          { text: stateWords[item.state] },
          { text: printedDate(item.heldOn) },
        ],
      })),
    ],
  };
}

function coverageBlocks({ coverage }: EthicsPlanView): Block[] {
  const [first] = coverage;
  if (!first) return [];
  return [
    { kind: 'heading', level: 1, text: '六位一体各学期记录数' },
    {
      kind: 'table',
      columns: [7, ...first.counts.map(() => 3)],
      headerRows: 1,
      size: '五号',
      rows: [
        headRow(['学期', ...first.counts.map(({ element }) => element)]),
        ...coverage.map(({ term, counts }) => ({
          cells: [{ text: formatPeriod(term) }, ...counts.map(({ count }) => ({ text: String(count) }))],
        })),
      ],
    },
  ];
}
