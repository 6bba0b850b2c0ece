import { z } from 'zod';
import type { PayeeMonth } from '../domain/afterSchool/pay/payMonth.ts';
import type { PayLine } from '../domain/afterSchool/pay/payLines.ts';
import { call, inArea } from './call.ts';

/** Somebody's hours and pay of a month; amounts in 分. */
export interface PayeeRow extends PayeeMonth {
  readonly name: string;
  /** 分. */
  readonly tax: number;
}

/** A session of a locked month that may be corrected. */
export interface CorrectableSession {
  readonly slotId: string;
  readonly title: string;
  readonly people: readonly {
    readonly rowId: string;
    readonly name: string;
    readonly role: string;
    readonly hours: number;
  }[];
}

/** What one month pays. */
export interface PayMonth {
  /** `2026-10` */
  readonly month: string;
  readonly standing: 'open' | 'locked' | 'unlocked';
  readonly lockedOn: string | null;
  readonly lockedBy: string | null;
  readonly unlockedBecause: string | null;
  /** Lines of this month and the corrections (补差) of earlier ones. */
  readonly lines: readonly PayLine[];
  readonly payees: readonly PayeeRow[];
  readonly obstacles: readonly string[];
  /** What a locked month's sessions say now against what was paid: it goes into the next month. */
  readonly pending: readonly PayLine[];
  /** Days with sessions that nobody has confirmed. */
  readonly unconfirmedDays: readonly string[];
}

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, '请选择月份。');
const reason = z.string().trim().min(2, '原因至少写两个字。').max(200);

/** A month's pay for after-school service; amounts in 分. */
export const servicePayCalls = {
  'servicePay.month': call<PayMonth>()(z.object({ month }), inArea('afterSchool', 'read')),
  /** Freezes the month's sessions and stores what they pay; needs the right to approve. */
  'servicePay.lock': call<null>()(
    z.object({
      month,
      taxes: z
        .array(z.object({ payeeId: z.uuid(), tax: z.number().int().min(0).max(100_000_000) }))
        .max(500)
        .readonly(),
    }),
    inArea('afterSchool', 'write'),
  ),
  /** Needs the right to approve; refused while a later month is locked. */
  'servicePay.unlock': call<null>()(z.object({ month, reason }), inArea('afterSchool', 'write')),
  /** The sessions of one day of a locked month, to be corrected. */
  'servicePay.sessions': call<readonly CorrectableSession[]>()(
    z.object({ on: z.iso.date('请填写日期。') }),
    inArea('afterSchool', 'read'),
  ),
  /** Changes the hours of a session in a locked month; the difference is paid with the next month that is locked. */
  'servicePay.correct': call<null>()(
    z.object({
      slotId: z.uuid(),
      hours: z
        .array(z.object({ rowId: z.uuid(), hours: z.number().min(0).max(10) }))
        .min(1)
        .max(50)
        .readonly(),
      reason,
    }),
    inArea('afterSchool', 'write'),
  ),
};
