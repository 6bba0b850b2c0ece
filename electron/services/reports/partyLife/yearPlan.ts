import type { PlanExemption } from '../../../../shared/contract/partyPlan.ts';
import { shortTypeName } from '../../../../shared/domain/rules/partyLife/meetingWords.ts';
import { success } from '../../../../shared/kernel/result.ts';
import { formatWeekday } from '../../../../shared/kernel/plainDate.ts';
import { branch } from '../../../../shared/ledgers/partyLife/branch.ts';
import { body, signatures } from '../../../documents/officeBlocks.ts';
import type { Block } from '../../../documents/officeDocument.ts';
import { listTable, numberColumn } from '../../../documents/officeTables.ts';
import { alignedName, printedDate } from '../../../documents/officeText.ts';
import { allRecords } from '../../../store/records/records.ts';
import { titlesOf } from '../../../store/records/titles.ts';
import { createCheck } from '../../checks/check.ts';
import { planFacts, type PlanFact } from '../../partyLife/checks/planFacts.ts';
import { exemptionsOf } from '../../partyLife/planProposals.ts';
import { heldMeeting, planOutcome, responsibleFor } from './planWords.ts';
import { countPersons, periodReport } from '../report.ts';

interface BranchPlan {
  readonly name: string;
  readonly items: readonly PlanFact[];
  readonly exemptions: readonly PlanExemption[];
}

/** 年度计划 of every branch that has one, a sheet each, as it hangs on the wall and goes to the superior. */
export const yearPlan = periodReport({
  name: 'yearPlan',
  label: '年度组织生活计划',
  area: 'partyLife',
  periods: ['year'],
  gather: (h, { period: year, today }) => {
    const check = createCheck(h, today);
    const own = planFacts(check, Number(year)).items.filter((item) => item.period.startsWith(year));
    const branches = allRecords(h, branch)
      .map(({ id, values }) => ({
        name: values.name,
        items: own.filter(({ branchId }) => branchId === id),
        exemptions: exemptionsOf(h, check, id, Number(year)),
      }))
      .filter((one) => one.items.length > 0);
    const ids = own.flatMap((item) => [item.groupId, responsibleFor(item)].filter((id) => id !== null));
    return success({ branches, names: titlesOf(h, ids) });
  },
  compose: ({ branches, names }, { period: year, today }) => {
    const [first, ...further] = branches;
    const page = (plan: BranchPlan) => [
      planTable(plan, names),
      ...exemptionBlocks(plan),
      signatures(['支部书记（签字）'], today),
    ];
    const title = `${year}年度组织生活计划`;
    return {
      name: `组织生活计划_${year}`,
      document: {
        title: first ? [first.name, title] : [title],
        orientation: 'landscape',
        style: 'form',
        pageNumbers: true,
        blocks: [
          ...(first ? page(first) : body('这一年还没有计划。')),
          ...further.flatMap((plan): Block[] => [
            { kind: 'newSheet', title: [plan.name, title] },
            ...page(plan),
          ]),
        ],
      },
      personCount: countPersons(branches.flatMap(({ items }) => items.map(responsibleFor))),
      problems: [
        !first && `${year}年还没有计划。请先到“党建—年度计划”生成。`,
        ...branches.map(({ name, items }) => {
          const open = items.filter((item) => responsibleFor(item) === null).length;
          return open > 0 && `${name}有 ${open} 项没有负责人，打印后可以手填。`;
        }),
      ],
      rows: branches.reduce((sum, { items }) => sum + items.length, 0),
    };
  },
});

function planTable({ items }: BranchPlan, names: Readonly<Record<string, string>>): Block {
  return listTable(
    [
      numberColumn(1.25),
      {
        heading: '日期',
        share: 5.7,
        cell: ({ plannedOn }) => `${printedDate(plannedOn)} ${formatWeekday(plannedOn)}`,
      },
      { heading: '时间', share: 3.3, cell: ({ span }) => `${span.start}—${span.end}` },
      { heading: '类型', share: 2.7, cell: ({ type }) => shortTypeName(type) },
      { heading: '内容', share: 7.25, long: true, cell: ({ title }) => title },
      { heading: '地点', share: 4.1, cell: (item) => item.place || (heldMeeting(item)?.place ?? '') },
      { heading: '负责人', share: 1.9, cell: (item) => alignedName(names[responsibleFor(item) ?? ''] ?? '') },
      { heading: '完成情况', share: 2.3, cell: planOutcome },
    ],
    items,
  );
}

function exemptionBlocks({ exemptions }: BranchPlan): Block[] {
  if (exemptions.length === 0) return [];
  const words = exemptions.map(({ what, reason }) => `${what}（${reason}）`).join('；');
  return body(`不作安排的：${words}。`);
}
