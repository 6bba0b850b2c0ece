import type { EthicsPlanView } from '../../../shared/contract/ethicsCampaign.ts';
import { countElements } from '../../../shared/domain/ethics/elementCoverage.ts';
import { minimumPlan, standPlan, type PlanProposal } from '../../../shared/domain/ethics/ethicsPlan.ts';
import { zeroReportPeriods } from '../../../shared/domain/ethics/zeroReports.ts';
import { formatPeriod, periodOf, periodRange } from '../../../shared/kernel/periods.ts';
import { failure, success, type Result } from '../../../shared/kernel/result.ts';
import { emptyValues } from '../../../shared/ledger/schema.ts';
import { ethicsActivity } from '../../../shared/ledgers/ethics/ethicsActivity.ts';
import { ethicsPlanItem } from '../../../shared/ledgers/ethics/ethicsPlanItem.ts';
import type { ReadHandle, WriteHandle } from '../../store/handles.ts';
import type { RecordIn } from '../../store/records/records.ts';
import { createCheck, type Check } from '../checks/check.ts';
import { standingDay } from '../reports/reportPeriod.ts';
import { ethicsWall } from './checks/ethicsWall.ts';
import { planFactOf, planItemsOf } from './planItems.ts';
import { ethicsElements } from '../../../shared/domain/ethics/words.ts';
import { ethicsFacts } from './checks/ethicsFacts.ts';
import { saveNew } from '../ledgers/saveRecord.ts';
import type { Unit } from '../school/unitOfWork.ts';

/** The plan of a school year as on a day; a past one as on its last day. */
export function ethicsPlanView(h: ReadHandle, schoolYear: string, today: string): EthicsPlanView {
  const check = createCheck(h, standingDay(periodRange(schoolYear), today));
  const facts = ethicsFacts(check);
  const items = planItemsOf(h, schoolYear);
  const standings = new Map(
    standPlan(items.map(planFactOf), facts.activities, check.on).map((one) => [one.itemId, one]),
  );
  return {
    wall: ethicsWall(check),
    items: items.map(({ id, values }) => {
      const standing = standings.get(id);
      const activityId = standing?.activityId ?? null;
      return {
        id,
        element: values.element,
        kind: values.kind,
        title: values.title,
        dueOn: values.dueOn,
        owner: values.owner,
        state: standing?.state ?? 'planned',
        activityId,
        heldOn: facts.activities.find((activity) => activity.id === activityId)?.heldOn ?? null,
      };
    }),
    proposals: missingProposals(check, items),
    zeroReports: zeroReportPeriods(facts, check.parameters, check.on),
    coverage: facts.terms.map((term) => {
      const counts = countElements(facts, { from: term.startsOn, to: term.endsOn }, term.period);
      return {
        term: term.period,
        counts: ethicsElements.map((element) => ({ element, count: counts[element] })),
      };
    }),
  };
}

/** Adds what the minimum set still has to the plan. Failure `invalidInput` where no term is entered. */
export function addMinimumPlan(w: WriteHandle, schoolYear: string, unit: Unit): Result<number> {
  const check = createCheck(w, standingDay(periodRange(schoolYear), unit.today));
  if (ethicsFacts(check).terms.length === 0)
    return failure(
      'invalidInput',
      `还没有录入${formatPeriod(schoolYear)}的学期，请先在“学期”里录入起止日期。`,
    );
  const wanted = missingProposals(check, planItemsOf(w, schoolYear));
  for (const proposal of wanted) {
    const values = { ...emptyValues(ethicsPlanItem), ...proposal };
    const saved = saveNew(w, ethicsPlanItem, { values, period: schoolYear }, unit);
    if (!saved.ok) return saved;
  }
  return success(wanted.length);
}

/** Records that there was nothing to report; refused before the period is over and where there was a case. */
export function recordZeroReport(w: WriteHandle, period: string, unit: Unit): Result<string> {
  const check = createCheck(w, standingDay(periodRange(schoolYearOf(period)), unit.today));
  const found = zeroReportPeriods(ethicsFacts(check), check.parameters, unit.today).find(
    (one) => one.period === period,
  );
  const name = formatPeriod(period);
  if (!found) return failure('invalidInput', `${name}不要求零报告，请核对报告周期。`);
  if (found.state === 'reported') return failure('conflict', `${name}已经登记过零报告，不用再登记。`);
  if (found.state === 'happened')
    return failure('invalidInput', `${name}有投诉举报记录，不能报零，请按实际情况上报。`);
  if (found.state === 'notYet') return failure('invalidInput', `${name}还没有结束，请在结束后再报告。`);
  const saved = saveNew(
    w,
    ethicsActivity,
    {
      values: {
        ...emptyValues(ethicsActivity),
        element: '惩处',
        kind: '零报告',
        title: `${name}师德零报告`,
        heldOn: unit.today,
        leader: unit.account.name,
        content: `经排查，${name}本校未发生教师违反职业行为十项准则的问题，未收到师德方面的投诉举报。`,
      },
      period,
    },
    unit,
  );
  return saved.ok ? success(saved.value.id) : saved;
}

/** Of every kind as many as the minimum set has more than the plan. */
function missingProposals(
  check: Check,
  items: readonly RecordIn<typeof ethicsPlanItem>[],
): readonly PlanProposal[] {
  const { terms } = ethicsFacts(check);
  const free = items.map(({ values }) => values);
  return minimumPlan(terms, check.parameters, check.on).filter((proposal) => {
    const index = free.findIndex(
      (item) =>
        item.element === proposal.element && item.kind === proposal.kind && near(item.dueOn, proposal.dueOn),
    );
    if (index < 0) return true;
    free.splice(index, 1);
    return false;
  });
}

/** Two days of one month are the same plan, moved a little. */
function near(a: string, b: string): boolean {
  return a.slice(0, 7) === b.slice(0, 7);
}

function schoolYearOf(period: string): string {
  return periodOf('schoolYear', periodRange(period).from);
}
