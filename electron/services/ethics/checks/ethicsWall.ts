import type { RecordRef, Remedy, Wall, WallCell, WallRow } from '../../../../shared/contract/checks.ts';
import { countElements } from '../../../../shared/domain/ethics/elementCoverage.ts';
import type { EthicsFacts } from '../../../../shared/domain/ethics/facts.ts';
import { standPlan, type PlanState } from '../../../../shared/domain/ethics/ethicsPlan.ts';
import { zeroReportPeriods, type ZeroReportPeriod } from '../../../../shared/domain/ethics/zeroReports.ts';
import type { ethicsPlanItem } from '../../../../shared/ledgers/ethics/ethicsPlanItem.ts';
import { formatPeriod, periodRange } from '../../../../shared/kernel/periods.ts';
import type { DateRange } from '../../../../shared/kernel/periods.ts';
import { addMonthsCN } from '../../../../shared/kernel/plainDate.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import { titlesOf, type RecordIn } from '../../../store/records/records.ts';
import { planFactOf, planItemsOf } from '../planItems.ts';
import type { Check } from '../../checks/check.ts';
import { planItemRemedy, zeroReportRemedy } from './ethicsPlanRemedies.ts';
import { ethicsCoverage, stateOfMissing, type Coverage } from './ethicsCoverage.ts';
import { ethicsElements, type EthicsElement } from '../../../../shared/domain/ethics/words.ts';
import { ethicsFacts } from './ethicsFacts.ts';

/**
 * The six elements by months of the school year, with what is planned, held and missing, at least one record each a term;
 * then zero reports; then pledges, appraisals and self-checks, each in the month in which everybody must have one.
 */
export function ethicsWall(check: Check): Wall {
  const { read: h } = check;
  const facts = ethicsFacts(check);
  const items = planItemsOf(h, facts.schoolYear);
  const standings = new Map(
    standPlan(items.map(planFactOf), facts.activities, check.on).map((one) => [one.itemId, one.state]),
  );
  const planned = items.map(({ id, values }) => ({ values, state: standings.get(id) ?? 'planned' }));
  const { from } = periodRange(facts.schoolYear);
  const months = Array.from({ length: 12 }, (_, index) => addMonthsCN(from, index).slice(0, 7));
  return {
    area: 'ethics',
    title: `${formatPeriod(facts.schoolYear)}师德建设`,
    months,
    rows: [
      ...ethicsElements.map((element) =>
        elementRow(
          h,
          check,
          facts,
          element,
          months,
          planned.filter(({ values }) => values.element === element),
        ),
      ),
      ...zeroReportRow(h, check, facts, months),
      ...ethicsCoverage(check).map((coverage) => coverageRow(coverage, months)),
    ],
  };
}

interface PlannedItem {
  readonly values: RecordIn<typeof ethicsPlanItem>['values'];
  readonly state: PlanState;
}

const planSigns: Readonly<Record<PlanState, WallCell['state']>> = {
  held: 'met',
  cancelled: 'excused',
  overdue: 'overdue',
  dueSoon: 'dueSoon',
  planned: 'notYet',
};
const zeroSigns: Readonly<Record<ZeroReportPeriod['state'], WallCell['state']>> = {
  reported: 'met',
  happened: 'excused',
  missing: 'overdue',
  due: 'dueSoon',
  notYet: 'notYet',
};

function elementRow(
  h: ReadHandle,
  check: Check,
  facts: EthicsFacts,
  element: EthicsElement,
  months: readonly string[],
  planned: readonly PlannedItem[],
): WallRow {
  return {
    key: `element/${element}`,
    label: element,
    subject: '六位一体',
    cells: months.map((month) => {
      const range = periodRange(month);
      // Self-checks count for a whole term, so no month has them.
      const done = countElements(facts, range, '')[element];
      const term = facts.terms.find(({ endsOn }) => endsOn.startsWith(month));
      const missing =
        term !== undefined &&
        countElements(facts, { from: term.startsOn, to: term.endsOn }, term.period)[element] === 0;
      const items = planned.filter(
        (item) => item.values.dueOn.startsWith(month) && item.state !== 'cancelled',
      );
      const open = items.find(({ state }) => state !== 'held');
      if (open)
        return {
          month,
          state: planSigns[open.state],
          done: items.filter(({ state }) => state === 'held').length,
          required: items.length,
          dueOn: open.values.dueOn,
          records: recordsOf(h, facts, element, range),
          remedy: planItemRemedy(open.values),
        };
      const state = missing && term ? stateOfMissing(term.endsOn, check.on) : done > 0 ? 'met' : 'notDue';
      const remedy: Remedy | null =
        missing && term
          ? { kind: 'create', ledger: 'ethicsActivity', period: term.period, values: { element } }
          : null;
      return {
        month,
        state,
        done,
        required: missing ? 1 : 0,
        dueOn: missing ? term.endsOn : null,
        records: recordsOf(h, facts, element, range),
        remedy,
      };
    }),
  };
}

/** A row of the months in which a zero report is asked for; quarters stand in their last month. */
function zeroReportRow(
  h: ReadHandle,
  { parameters, on }: Check,
  facts: EthicsFacts,
  months: readonly string[],
): WallRow[] {
  const periods = zeroReportPeriods(facts, parameters, on);
  if (periods.length === 0) return [];
  const titles = titlesOf(
    h,
    periods.flatMap(({ activityId }) => activityId ?? []),
  );
  return [
    {
      key: 'zeroReport',
      label: '零报告',
      subject: '惩处',
      cells: months.map((month): WallCell => {
        const one = periods.find(({ period }) => periodRange(period).to.startsWith(month));
        if (!one)
          return { month, state: 'notDue', done: 0, required: 0, dueOn: null, records: [], remedy: null };
        const { activityId } = one;
        return {
          month,
          state: zeroSigns[one.state],
          done: activityId === null ? 0 : 1,
          required: 1,
          dueOn: one.dueOn,
          records:
            activityId === null
              ? []
              : [{ ledger: 'ethicsActivity', id: activityId, title: titles[activityId] ?? '' }],
          remedy: one.state === 'missing' || one.state === 'due' ? zeroReportRemedy(one.period) : null,
        };
      }),
    },
  ];
}

function coverageRow(coverage: Coverage, months: readonly string[]): WallRow {
  const last = months.at(-1) ?? '';
  const dueMonth = coverage.dueOn.slice(0, 7);
  const shownIn = dueMonth > last ? last : dueMonth;
  return {
    key: `coverage/${coverage.ledger}/${coverage.period}`,
    label: coverage.label,
    subject: formatPeriod(coverage.period),
    cells: months.map((month): WallCell => {
      if (month !== shownIn)
        return { month, state: 'notDue', done: 0, required: 0, dueOn: null, records: [], remedy: null };
      return {
        month,
        state: coverage.state,
        done: coverage.done,
        required: coverage.required,
        dueOn: coverage.dueOn,
        records: [],
        remedy: coverage.state === 'met' ? null : coverage.remedy,
      };
    }),
  };
}

/** The month's single records; pledges and appraisals are too many to be named. */
function recordsOf(
  h: ReadHandle,
  facts: EthicsFacts,
  element: EthicsElement,
  range: DateRange,
): readonly RecordRef[] {
  const within = (day: string) => range.from <= day && day <= range.to;
  const found = [
    ...facts.activities
      .filter((activity) => activity.element === element && within(activity.heldOn))
      .map(({ id }) => ({ ledger: 'ethicsActivity', id })),
    ...(element === '激励'
      ? facts.awards
          .filter(({ grantedOn }) => within(grantedOn))
          .map(({ id }) => ({ ledger: 'ethicsAward', id }))
      : []),
    ...(element === '惩处'
      ? facts.cases
          .filter(({ receivedOn }) => within(receivedOn))
          .map(({ id }) => ({ ledger: 'ethicsCase', id }))
      : []),
  ];
  const titles = titlesOf(
    h,
    found.map(({ id }) => id),
  );
  return found.map((record) => ({ ...record, title: titles[record.id] ?? '' }));
}
