import { formatPeriod, periodRange } from '../../../kernel/periods.ts';
import { formatChinese, type PlainDate } from '../../../kernel/plainDate.ts';
import type { SlotFact } from '../facts.ts';
import { isService } from '../serviceTime.ts';
import { payeeOf, type MonthLines, type PayLine } from './payLines.ts';
import type { ServiceRole } from '../words.ts';

/** One person's month. */
export interface PayeeMonth {
  readonly payeeId: string;
  readonly external: boolean;
  /** 课时 of this month's sessions by role; roles without hours are absent. */
  readonly byRole: Readonly<Partial<Record<ServiceRole, number>>>;
  /** 课时 of this month's sessions. */
  readonly hours: number;
  /** 分, corrections included. */
  readonly amount: number;
  /** 分 of corrections (补差) alone. */
  readonly corrections: number;
  /** 分 more (or less) than the month before; `null` where that month was never counted. */
  readonly difference: number | null;
}

/** What keeps a month from being locked, as sentences; empty = it may be locked. */
export function lockObstacles(
  month: string,
  slots: readonly SlotFact[],
  { withoutRate }: MonthLines,
  today: PlainDate,
): readonly string[] {
  const { to } = periodRange(month);
  const open = slots.filter((slot) => isService(slot) && !slot.confirmed && slot.heldOn.startsWith(month));
  return [
    ...(today < to ? [`${formatPeriod(month)}还没有过完，${formatChinese(to)}以后再月结。`] : []),
    ...(open.length > 0 ? [`有 ${open.length} 场还没有确认开展，请先确认，没开展的注明停课。`] : []),
    ...withoutRate.map(
      ({ role, on }) => `${formatChinese(on)}有${role}课时，没有执行中的${role}补助标准，请先登记标准。`,
    ),
  ];
}

/** The lines of a month person by person. */
export function payeesOf(
  month: string,
  lines: readonly PayLine[],
  before: readonly PayLine[] | null,
): readonly PayeeMonth[] {
  const amountBefore = new Map<string, number>();
  for (const line of before ?? [])
    amountBefore.set(payeeOf(line), (amountBefore.get(payeeOf(line)) ?? 0) + line.amount);
  return [...Map.groupBy(lines, payeeOf)].map(([payeeId, own]) => {
    const byRole: Partial<Record<ServiceRole, number>> = {};
    const present = own.filter(({ ofMonth }) => ofMonth === month);
    for (const { role, hours } of present) byRole[role] = tenths((byRole[role] ?? 0) + hours);
    const amount = own.reduce((sum, line) => sum + line.amount, 0);
    return {
      payeeId,
      external: own[0]?.staffId === null,
      byRole,
      hours: tenths(present.reduce((sum, { hours }) => sum + hours, 0)),
      amount,
      corrections: own.filter(({ ofMonth }) => ofMonth !== month).reduce((sum, line) => sum + line.amount, 0),
      difference: before === null ? null : amount - (amountBefore.get(payeeId) ?? 0),
    };
  });
}

function tenths(hours: number): number {
  return Math.round(hours * 10) / 10;
}
