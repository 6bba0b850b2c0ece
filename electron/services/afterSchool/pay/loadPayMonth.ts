import type { PayMonth } from '../../../../shared/contract/servicePay.ts';
import {
  correctionLines,
  payeeOf,
  payLines,
  type MonthLines,
  type PayLine,
  type RateFact,
} from '../../../../shared/domain/afterSchool/pay/payLines.ts';
import { lockObstacles, payeesOf } from '../../../../shared/domain/afterSchool/pay/payMonth.ts';
import type { SlotFact } from '../../../../shared/domain/afterSchool/facts.ts';
import { isService } from '../../../../shared/domain/afterSchool/serviceTime.ts';
import { periodRange, previousPeriod } from '../../../../shared/kernel/periods.ts';
import type { PlainDate } from '../../../../shared/kernel/plainDate.ts';
import { servicePayMonth } from '../../../../shared/ledgers/afterSchool/servicePayMonth.ts';
import { serviceRate } from '../../../../shared/ledgers/afterSchool/serviceRate.ts';
import { serviceSlot } from '../../../../shared/ledgers/afterSchool/serviceSlot.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import { allRecords, titlesOf, type RecordIn } from '../../../store/records/records.ts';
import { finishedRecords, recordsBetween } from '../../../store/records/recordsBetween.ts';
import { slotFact } from '../slotFact.ts';

export type PayRecord = RecordIn<typeof servicePayMonth>;

/** The rates of the school, every version. */
export function loadRates(h: ReadHandle): readonly RateFact[] {
  return finishedRecords(h, serviceRate).map(({ values: { role, from, to, amount } }) => ({
    role,
    from,
    to,
    amount,
  }));
}

/** The stored month, locked or unlocked again; `null` where it was never locked. */
export function storedMonth(h: ReadHandle, month: string): PayRecord | null {
  return allRecords(h, servicePayMonth, { period: month })[0] ?? null;
}

/** Lines as they were stored. */
export function linesOf({ values }: PayRecord): readonly PayLine[] {
  return values.lines.map(({ staff, external, role, ofMonth, hours, rate, amount }) => ({
    staffId: staff,
    externalId: external,
    role,
    ofMonth,
    hours,
    rate,
    amount,
  }));
}

/** What a month pays by the records as they are now, whatever is locked: its own sessions, and corrections of locked months before it. */
export function presentLines(
  h: ReadHandle,
  month: string,
): MonthLines & { readonly slots: readonly SlotFact[] } {
  const rates = loadRates(h);
  const slots = slotsIn(h, month);
  const own = payLines(slots, rates, month);
  const locked = allRecords(h, servicePayMonth).filter(
    ({ period, values }) => values.standing === '已月结' && period !== null && period < month,
  );
  const months = locked.map(({ period }) => period ?? '');
  // A line pays for a month wherever it stands: its own sheet or the correction of a later one.
  const paid = locked.flatMap(linesOf);
  const due = months.flatMap((each) => payLines(slotsIn(h, each), rates, each).lines);
  const corrections = correctionLines(
    paid.filter(({ ofMonth }) => months.includes(ofMonth)),
    due,
  );
  return { lines: [...own.lines, ...corrections], withoutRate: own.withoutRate, slots };
}

/** The month's page. */
export function loadPayMonth(h: ReadHandle, month: string, today: PlainDate): PayMonth {
  const stored = storedMonth(h, month);
  const locked = stored?.values.standing === '已月结';
  const present = presentLines(h, month);
  const lines = locked ? linesOf(stored) : present.lines;
  const before = storedMonth(h, previousPeriod(month));
  const earlier = before ? linesOf(before) : presentLines(h, previousPeriod(month)).lines;
  const payees = payeesOf(month, lines, earlier.length > 0 ? earlier : null);
  const names = titlesOf(
    h,
    payees.map(({ payeeId }) => payeeId),
  );
  const taxes = new Map(
    stored?.values.taxes.map((row) => [payeeOf({ staffId: row.staff, externalId: row.external }), row.tax]),
  );
  return {
    month,
    standing: stored === null ? 'open' : locked ? 'locked' : 'unlocked',
    lockedOn: stored?.values.lockedOn ?? null,
    lockedBy: stored?.values.lockedBy ?? null,
    unlockedBecause: stored?.values.unlockedBecause ?? null,
    lines,
    payees: payees
      .map((payee) => ({
        ...payee,
        name: names[payee.payeeId] ?? '（名单中没有的人）',
        tax: taxes.get(payee.payeeId) ?? 0,
      }))
      .toSorted((a, b) => Number(a.external) - Number(b.external) || a.name.localeCompare(b.name, 'zh-CN')),
    obstacles: locked ? [] : lockObstacles(month, present.slots, present, today),
    pending: locked ? pendingOf(h, month) : [],
    unconfirmedDays: [
      ...new Set(
        present.slots
          .filter((slot) => isService(slot) && !slot.confirmed && slot.heldOn <= today)
          .map(({ heldOn }) => heldOn),
      ),
    ].sort(),
  };
}

/** Differences of one locked month that no later locked month has paid yet. */
function pendingOf(h: ReadHandle, month: string): readonly PayLine[] {
  const paid = allRecords(h, servicePayMonth)
    .filter(({ values }) => values.standing === '已月结')
    .flatMap(linesOf)
    .filter(({ ofMonth }) => ofMonth === month);
  return correctionLines(paid, payLines(slotsIn(h, month), loadRates(h), month).lines);
}

function slotsIn(h: ReadHandle, month: string): readonly SlotFact[] {
  return recordsBetween(h, serviceSlot, 'heldOn', periodRange(month)).map(slotFact);
}
