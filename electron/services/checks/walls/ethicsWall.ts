import type { RecordRef, Remedy, Wall, WallCell, WallRow } from '../../../../shared/contract/checks.ts';
import { countElements, ethicsElements } from '../../../../shared/domain/ethics/elementCoverage.ts';
import type { EthicsElement, EthicsFacts } from '../../../../shared/domain/ethics/facts.ts';
import { formatPeriod, periodRange } from '../../../../shared/kernel/periods.ts';
import type { DateRange } from '../../../../shared/kernel/periods.ts';
import { addMonthsCN } from '../../../../shared/kernel/plainDate.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import { titlesOf } from '../../../store/records.ts';
import type { Check } from '../areaFindings.ts';
import { ethicsCoverage, stateOfMissing, type Coverage } from '../ethicsCoverage.ts';

/**
 * The six elements by months of the school year, at least one record each a term; then pledges, appraisals and
 * self-checks, each in the month in which everybody must have one.
 */
export function ethicsWall(h: ReadHandle, check: Check): Wall {
  const facts = check.ethics();
  const { from } = periodRange(facts.schoolYear);
  const months = Array.from({ length: 12 }, (_, index) => addMonthsCN(from, index).slice(0, 7));
  return {
    area: 'ethics',
    title: `${formatPeriod(facts.schoolYear)}师德建设`,
    months,
    rows: [
      ...ethicsElements.map((element) => elementRow(h, check, facts, element, months)),
      ...ethicsCoverage(check).map((coverage) => coverageRow(coverage, months)),
    ],
  };
}

function elementRow(
  h: ReadHandle,
  check: Check,
  facts: EthicsFacts,
  element: EthicsElement,
  months: readonly string[],
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
