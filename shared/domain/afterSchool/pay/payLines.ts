import type { PlainDate } from '../../../kernel/plainDate.ts';
import type { SlotFact } from '../facts.ts';
import { isService } from '../serviceTime.ts';
import type { ServiceRole } from '../words.ts';

/** 补助标准 of one role; both days included. */
export interface RateFact {
  readonly role: ServiceRole;
  readonly from: PlainDate;
  /** `null` = still. */
  readonly to: PlainDate | null;
  /** 分 per 课时. */
  readonly amount: number;
}

export interface PayLine {
  /** One of the two is set. */
  readonly staffId: string | null;
  readonly externalId: string | null;
  readonly role: ServiceRole;
  /** `2026-10`: the month whose sessions it pays; an earlier one than the pay month is a correction (补差). */
  readonly ofMonth: string;
  /** 课时 with one decimal; negative where too much was paid. */
  readonly hours: number;
  /** 分 per 课时. */
  readonly rate: number;
  /** 分: hours × rate, rounded to 分. */
  readonly amount: number;
}

export interface MonthLines {
  readonly lines: readonly PayLine[];
  /** Roles and first days for which no rate is in force; those hours are not in the lines. */
  readonly withoutRate: readonly { readonly role: ServiceRole; readonly on: PlainDate }[];
}

/** 分 per 课时 on a day, or `undefined` where none is in force. */
export function rateOn(rates: readonly RateFact[], role: ServiceRole, on: PlainDate): number | undefined {
  return rates.find((rate) => rate.role === role && rate.from <= on && (rate.to === null || on <= rate.to))
    ?.amount;
}

/** 分 for hours with one decimal: counted in tenths, so that no binary fraction is rounded the wrong way. */
export function amountFor(hours: number, rate: number): number {
  return Math.round((Math.round(hours * 10) * rate) / 10);
}

/** Who is paid: staff or a person from outside. */
export function payeeOf(line: Pick<PayLine, 'staffId' | 'externalId'>): string {
  return line.staffId ?? line.externalId ?? '';
}

/**
 * What the confirmed service sessions of a month pay: per person, role and rate in force on the day (ASC-19, ASC-20).
 * @param month `2026-10`
 */
export function payLines(slots: readonly SlotFact[], rates: readonly RateFact[], month: string): MonthLines {
  const sums = new Map<string, PayLine>();
  const withoutRate = new Map<ServiceRole, PlainDate>();
  const held = slots.filter((slot) => slot.confirmed && isService(slot) && slot.heldOn.startsWith(month));
  for (const slot of held.toSorted((a, b) => a.heldOn.localeCompare(b.heldOn)))
    for (const { staffId, externalId, role, hours } of slot.staffing) {
      if (hours <= 0 || (staffId ?? externalId) === null) continue;
      const rate = rateOn(rates, role, slot.heldOn);
      if (rate === undefined) {
        if (!withoutRate.has(role)) withoutRate.set(role, slot.heldOn);
        continue;
      }
      const line = { staffId, externalId, role, ofMonth: month, hours, rate, amount: 0 };
      const key = keyOf(line);
      sums.set(key, { ...line, hours: (sums.get(key)?.hours ?? 0) + hours });
    }
  return {
    lines: [...sums.values()].map(settled),
    withoutRate: [...withoutRate].map(([role, on]) => ({ role, on })),
  };
}

/**
 * What locked months owe or got too much, by what their sessions say now: paid with a later month as 补差.
 * @param paid lines of every locked month, corrections included
 * @param due lines of the same months as they would be today
 */
export function correctionLines(paid: readonly PayLine[], due: readonly PayLine[]): readonly PayLine[] {
  const differences = new Map<string, PayLine>();
  for (const [lines, sign] of [
    [due, 1],
    [paid, -1],
  ] as const)
    for (const line of lines) {
      const key = keyOf(line);
      const known = differences.get(key)?.hours ?? 0;
      differences.set(key, { ...line, hours: known + sign * line.hours });
    }
  return [...differences.values()].map(settled).filter(({ hours }) => hours !== 0);
}

function settled(line: PayLine): PayLine {
  const hours = Math.round(line.hours * 10) / 10;
  return { ...line, hours, amount: amountFor(hours, line.rate) };
}

function keyOf(line: PayLine): string {
  return [payeeOf(line), line.role, line.ofMonth, line.rate].join('|');
}
