import type { partyPlanCalls } from '../../../shared/contract/partyPlan.ts';
import { yearOf } from '../../../shared/kernel/plainDate.ts';
import { failure, success, type Result } from '../../../shared/kernel/result.ts';
import { emptyValues } from '../../../shared/ledger/schema.ts';
import { branch as branchLedger } from '../../../shared/ledgers/partyLife/branch.ts';
import { partyPlanItem } from '../../../shared/ledgers/partyLife/partyPlanItem.ts';
import type { HandlersOf } from '../../ipc/handlers.ts';
import type { ReadHandle, WriteHandle } from '../../store/handles.ts';
import { getRecord } from '../../store/records/records.ts';
import type { App } from '../app.ts';
import { createCheck, type Check } from '../checks/check.ts';
import { planFacts, type PlanFact } from './checks/planFacts.ts';
import { saveChanges, saveNew } from '../ledgers/saveRecord.ts';
import type { Unit } from '../school/unitOfWork.ts';
import { exemptionsOf, lastYearOf, planDaysOf, proposalsFor, type NamedProposal } from './planProposals.ts';
import { calendarGaps, planYear, warningsFor } from './planViews.ts';

/** All calls of `shared/contract/partyPlan.ts`. */
export function planHandlers(app: App): HandlersOf<keyof typeof partyPlanCalls> {
  const check = (h: ReadHandle) => createCheck(h, app.clock.today());
  return {
    'partyPlan.year': ({ year, branch }, { store }) =>
      success(planYear(store.read, check(store.read), year, branch)),

    'partyPlan.warnings': ({ id, from, to }, { store }) => {
      const now = check(store.read);
      const item = itemOf(store.read, now, id);
      return item.ok ? success(warningsFor(store.read, now, item.value, from, to)) : item;
    },

    'partyPlan.propose': (input, { store }) => {
      const now = check(store.read);
      const found = propose(store.read, now, input);
      if (!found.ok) return found;
      return success({
        items: found.value.map(({ view }) => view),
        exemptions: exemptionsOf(store.read, now, input.branch, input.year),
        gaps: calendarGaps(planDaysOf(store.read, now), input.year),
      });
    },

    'partyPlan.accept': (input, { change }) =>
      change(null, (w, unit) => {
        // Made anew inside the transaction: what somebody planned meanwhile is not planned twice.
        const found = propose(w, check(w), input);
        if (!found.ok) return found;
        const byKey = new Map(found.value.map((one) => [one.view.key, one]));
        const chosen = input.keys.map((key) => byKey.get(key));
        if (chosen.some((one) => !one))
          return failure('conflict', '在您查看期间，计划或记录有了变化。请重新生成，核对后再加入。');
        return addAll(
          w,
          input.branch,
          chosen.flatMap((one) => one ?? []),
          unit,
        );
      }),

    'partyPlan.move': ({ id, to, baseRevision }, { store, change }) => {
      const today = app.clock.today();
      const item = itemOf(store.read, check(store.read), id);
      if (!item.ok) return item;
      const { meeting, cancelledReason, title } = item.value;
      if (meeting && !meeting.draft)
        return failure('conflict', `“${title}”已经开过，有记录，不用再改计划日期。`);
      if (cancelledReason !== null)
        return failure('conflict', `“${title}”已经取消。要恢复，请先打开这条计划，清空取消原因。`);
      if (to < today) return failure('invalidInput', '不能改到已经过去的日子。开过的请直接登记。');
      const record = getRecord(store.read, partyPlanItem, id);
      if (!record) return gone;
      const saved = change(null, (w, unit) =>
        saveChanges(w, partyPlanItem, record, { plannedOn: to }, unit, { baseRevision }),
      );
      return saved.ok ? success({ revision: saved.value.revision }) : saved;
    },
  };
}

interface ProposalWish {
  readonly branch: string;
  readonly year: number;
  readonly source: 'rules' | 'lastYear';
}

const gone = failure('notFound', '没有找到这条计划，可能已被删除。请返回年度计划重新打开。');

function propose(h: ReadHandle, check: Check, wish: ProposalWish): Result<readonly NamedProposal[]> {
  const { branch, year, source } = wish;
  const record = getRecord(h, branchLedger, branch);
  if (!record || record.deletedAt !== null)
    return failure('notFound', '没有找到这个党支部，可能已被删除。请重新选择。');
  if (year < yearOf(check.on)) return failure('invalidInput', `${year}年已经过去，不用再安排计划。`);
  if (source === 'lastYear' && lastYearOf(check, branch, year).length === 0)
    return failure(
      'notFound',
      `${record.values.shortName}${year - 1}年没有计划，不能沿用。请改用“生成计划”。`,
    );
  return success(proposalsFor(h, check, branch, year, source));
}

function itemOf(h: ReadHandle, check: Check, id: string): Result<PlanFact> {
  const record = getRecord(h, partyPlanItem, id);
  if (!record || record.deletedAt !== null) return gone;
  const item = planFacts(check, yearOf(record.values.plannedOn)).items.find((one) => one.id === id);
  return item ? success(item) : gone;
}

function addAll(
  w: WriteHandle,
  branch: string,
  chosen: readonly NamedProposal[],
  unit: Unit,
): Result<{ readonly added: number }> {
  for (const { item, view } of chosen) {
    if (item.plannedOn === null)
      return failure('invalidInput', `“${view.title}”没有找到合适的日子，请单独新建这条计划。`);
    const saved = saveNew(
      w,
      partyPlanItem,
      {
        values: {
          ...emptyValues(partyPlanItem),
          title: view.title,
          type: item.type,
          branch,
          partyGroup: item.groupId,
          plannedOn: item.plannedOn,
          startsAt: item.span.start,
          endsAt: item.span.end,
          place: item.place === '' ? null : item.place,
          earliestOn: item.window.from,
          latestOn: item.window.to,
        },
        period: item.period,
      },
      unit,
    );
    if (!saved.ok) return failure(saved.failure.kind, `“${view.title}”：${saved.failure.sentence}`);
  }
  return success({ added: chosen.length });
}
