import type { PlanExemption } from '../../../../shared/contract/partyPlan.ts';
import { shortTypeName } from '../../../../shared/domain/rules/partyLife/meetingWords.ts';
import { success } from '../../../../shared/kernel/result.ts';
import { formatWeekday } from '../../../../shared/kernel/plainDate.ts';
import { branch } from '../../../../shared/ledgers/partyLife/branch.ts';
import type { Block, TableRow } from '../../../documents/officeDocument.ts';
import { alignedName, printedDate } from '../../../documents/officeText.ts';
import { allRecords } from '../../../store/records/records.ts';
import { titlesOf } from '../../../store/records/titles.ts';
import { createCheck } from '../../checks/check.ts';
import { planFacts, type PlanFact } from '../../partyLife/checks/planFacts.ts';
import { exemptionsOf } from '../../partyLife/planProposals.ts';
import { heldMeeting, planOutcome, responsibleFor } from './planWords.ts';
import { defineReport } from '../report.ts';
import { periodOfScope } from '../reportPeriod.ts';
import { headRow } from '../tableCells.ts';

interface BranchPlan {
  readonly name: string;
  readonly items: readonly PlanFact[];
  readonly exemptions: readonly PlanExemption[];
}

interface PlanData {
  readonly year: string;
  readonly branches: readonly BranchPlan[];
  /** Titles of groups and persons by id. */
  readonly names: Readonly<Record<string, string>>;
  readonly madeOn: string;
}

/** 年度计划 of every branch that has one, a sheet each, as it hangs on the wall and goes to the superior. */
export const yearPlan = defineReport<PlanData>({
  name: 'yearPlan',
  label: '年度组织生活计划',
  area: 'partyLife',
  formats: ['docx', 'pdf'],
  scope: { kind: 'period', periods: ['year'] },
  gather: (h, scope, context) => {
    const period = periodOfScope(scope, ['year']);
    if (!period.ok) return period;
    const year = period.value;
    const check = createCheck(h, context.today);
    const { items } = planFacts(check, Number(year));
    const own = items.filter((item) => item.period.startsWith(year));
    const branches = allRecords(h, branch)
      .map(({ id, values }) => ({
        name: values.name,
        items: own.filter(({ branchId }) => branchId === id),
        exemptions: exemptionsOf(h, check, id, Number(year)),
      }))
      .filter((one) => one.items.length > 0);
    const ids = own.flatMap((item) => [item.groupId, responsibleFor(item)].filter((id) => id !== null));
    return success({ year, branches, names: titlesOf(h, ids), madeOn: context.today });
  },
  compose: (data) => {
    const { year, branches, names } = data;
    const title = (plan: BranchPlan | undefined): readonly string[] => [
      plan?.name ?? '',
      `${year}年度组织生活计划`,
    ];
    const owners = branches.flatMap(({ items }) => items.flatMap((item) => responsibleFor(item) ?? []));
    return {
      name: `组织生活计划_${year}`,
      document: {
        title: branches.length > 0 ? title(branches[0]) : [`${year}年度组织生活计划`],
        orientation: 'landscape',
        style: 'form',
        pageNumbers: true,
        blocks:
          branches.length === 0
            ? [{ kind: 'paragraph', text: '这一年还没有计划。' }]
            : branches.flatMap((plan, index): Block[] => [
                ...(index === 0 ? [] : [{ kind: 'newSheet' as const, title: title(plan) }]),
                planTable(plan, names),
                ...exemptionBlocks(plan),
                {
                  kind: 'signatures',
                  lines: [{ label: '支部书记（签字）' }],
                  date: printedDate(data.madeOn),
                },
              ]),
      },
      personCount: new Set(owners).size,
      sensitiveColumns: [],
      problems:
        branches.length === 0
          ? [`${year}年还没有计划。请先到“党建—年度计划”生成。`]
          : branches.flatMap(({ name, items }) => {
              const open = items.filter((item) => responsibleFor(item) === null).length;
              return open > 0 ? [`${name}有 ${open} 项没有负责人，打印后可以手填。`] : [];
            }),
      rows: branches.reduce((sum, { items }) => sum + items.length, 0),
    };
  },
});

function planTable({ items }: BranchPlan, names: PlanData['names']): Block {
  return {
    kind: 'table',
    columns: [1.25, 5.7, 3.3, 2.7, 7.25, 4.1, 1.9, 2.3],
    headerRows: 1,
    size: '五号',
    rows: [
      headRow(['序号', '日期', '时间', '类型', '内容', '地点', '负责人', '完成情况']),
      ...items.map((item, index) => planRow(item, index, names)),
    ],
  };
}

function planRow(item: PlanFact, index: number, names: PlanData['names']): TableRow {
  const { plannedOn, span, type, title } = item;
  const responsible = responsibleFor(item);
  return {
    cells: [
      { text: String(index + 1) },
      { text: `${printedDate(plannedOn)} ${formatWeekday(plannedOn)}` },
      { text: `${span.start}—${span.end}` },
      { text: shortTypeName(type) },
      { text: title, align: 'left' },
      { text: item.place || heldMeeting(item)?.place || '' },
      { text: responsible === null ? '' : alignedName(names[responsible] ?? '') },
      { text: planOutcome(item) },
    ],
  };
}

function exemptionBlocks({ exemptions }: BranchPlan): Block[] {
  if (exemptions.length === 0) return [];
  const words = exemptions.map(({ what, reason }) => `${what}（${reason}）`).join('；');
  return [{ kind: 'paragraph', text: `不作安排的：${words}。` }];
}
