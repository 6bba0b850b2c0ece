import type { ObligationState, Wall, WallCell } from '../../../../shared/contract/checks.ts';
import type { AfterSchoolFacts, SlotFact } from '../../../../shared/domain/afterSchool/facts.ts';
import { isService, serviceDays } from '../../../../shared/domain/afterSchool/serviceTime.ts';
import { formatPeriod, periodRange } from '../../../../shared/kernel/periods.ts';
import type { DateRange } from '../../../../shared/kernel/periods.ts';
import { addDays, addMonthsCN } from '../../../../shared/kernel/plainDate.ts';
import type { Check } from '../../checks/check.ts';
import { afterSchoolFacts } from './afterSchoolFacts.ts';

/** By months of the term: teaching days with service against all teaching days, and sessions with a roll call against those held. */
export function afterSchoolWall(check: Check): Wall | null {
  const facts = afterSchoolFacts.all(check);
  if (!facts) return null;
  const { firstTeachingOn, lastTeachingOn, period } = facts.term;
  const months: string[] = [];
  const slots = Map.groupBy(facts.slots, ({ heldOn }) => heldOn.slice(0, 7));
  const called = new Set(facts.rollCalls.map(({ slotId }) => slotId));
  for (let day = `${firstTeachingOn.slice(0, 7)}-01`; day <= lastTeachingOn; day = addMonthsCN(day, 1))
    months.push(day.slice(0, 7));
  return {
    area: 'afterSchool',
    title: `${formatPeriod(period)}课后服务`,
    months,
    rows: [
      {
        key: 'serviceDays',
        label: '服务天数',
        subject: '全校',
        cells: months.map((month) => daysCell(check, facts, slots.get(month) ?? [], month)),
      },
      {
        key: 'rollCalls',
        label: '点名场次',
        subject: '全校',
        cells: months.map((month) => rollCallCell(check, facts, slots.get(month) ?? [], called, month)),
      },
    ],
  };
}

function daysCell(
  check: Check,
  facts: AfterSchoolFacts,
  slots: readonly SlotFact[],
  month: string,
): WallCell {
  const range = within(periodRange(month), {
    from: facts.term.firstTeachingOn,
    to: facts.term.lastTeachingOn,
  });
  const days = serviceDays({ slots, calendar: facts.calendar }, range);
  if (days === 'unknown')
    return { month, state: 'notDue', done: 0, required: 0, dueOn: null, records: [], remedy: null };
  const missed = days.filter(({ date, slotIds }) => date < check.on && slotIds.length === 0);
  const [first] = missed;
  return {
    month,
    state: stateOf(missed.length, range, check.on),
    done: days.filter(({ slotIds }) => slotIds.length > 0).length,
    required: days.length,
    dueOn: range.to,
    records: [],
    remedy: first
      ? { kind: 'create', ledger: 'serviceSlot', period: facts.term.period, values: { heldOn: first.date } }
      : null,
  };
}

function rollCallCell(
  check: Check,
  facts: AfterSchoolFacts,
  slots: readonly SlotFact[],
  called: ReadonlySet<string>,
  month: string,
): WallCell {
  const range = periodRange(month);
  const held = slots.filter((slot) => isService(slot) && slot.heldOn < check.on);
  const missed = held.filter(({ id }) => !called.has(id));
  const [first] = missed;
  return {
    month,
    state: held.length === 0 ? 'notDue' : stateOf(missed.length, range, check.on),
    done: held.length - missed.length,
    required: held.length,
    dueOn: range.to,
    records: [],
    remedy: first
      ? {
          kind: 'create',
          ledger: 'serviceAttendance',
          period: facts.term.period,
          values: { slot: first.id, heldOn: first.heldOn },
        }
      : null,
  };
}

function stateOf(missed: number, range: DateRange, on: string): ObligationState {
  if (missed > 0) return 'overdue';
  return on > range.to ? 'met' : 'notYet';
}

/** The part of a month that lies in the term; empty ranges end before they begin. */
function within(month: DateRange, term: DateRange): DateRange {
  const from = month.from < term.from ? term.from : month.from;
  const to = month.to > term.to ? term.to : month.to;
  return to < from ? { from, to: addDays(from, -1) } : { from, to };
}
