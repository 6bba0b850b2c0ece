import { periodRange, periodsInside } from '../../kernel/periods.ts';
import type { PlainDate } from '../../kernel/plainDate.ts';
import { rollOn } from './roll.ts';
import type { Parameters } from '../parameters/index.ts';
import type { FeeFact, PartyLifeFacts } from './facts.ts';
import { monthlyPartyFee } from './partyFee.ts';
import type { FeeSituation } from './words.ts';

/**
 * How a month of a member stands: paid in full (or as far as granted), less than due, nothing though the month is over and
 * others of the branch have paid, over but nobody's fees entered (which says nothing about one member), not over yet, on the
 * roll for a part of it only, no base to reckon from, not on this branch's roll.
 */
export type FeeMonthState =
  'paid' | 'short' | 'arrears' | 'unrecorded' | 'open' | 'partMonth' | 'noBase' | 'outside';

/** What the roll says of a member's fee. */
export interface FeePayer {
  readonly memberId: string;
  /** In 分; `null` where nobody has entered it. */
  readonly base: number | null;
  readonly situation: FeeSituation;
}

export interface FeeMonth {
  /** `2026-10` */
  readonly month: string;
  readonly state: FeeMonthState;
  /** In 分: as recorded, otherwise by the band of the roll's base; `null` where it can't be reckoned. */
  readonly due: number | null;
  readonly paid: number;
  readonly fee: FeeFact | null;
}

type FeeFacts = Pick<PartyLifeFacts, 'year' | 'memberships' | 'fees'>;

/** The twelve months of a member in a branch, as on a day. */
export function feeMonths(
  facts: FeeFacts,
  branchId: string,
  payer: FeePayer,
  parameters: Parameters,
  today: PlainDate,
): readonly FeeMonth[] {
  return periodsInside(String(facts.year))
    .filter((period) => period.length === 7)
    .map((month) => {
      const { from, to } = periodRange(month);
      const fee =
        facts.fees.find(
          (one) => one.memberId === payer.memberId && one.month === month && one.branchId === branchId,
        ) ?? null;
      // A record made before the base was known has nothing due yet.
      const due = fee && (fee.due > 0 || fee.reduced) ? fee.due : dueByRoll(payer, parameters, from);
      const paid = fee?.paid ?? 0;
      return { month, state: stateOf(), due, paid, fee };

      function stateOf(): FeeMonthState {
        if (fee !== null && fee.paidOn !== null && (fee.paid >= fee.due || fee.reduced)) return 'paid';
        const onRoll = (day: PlainDate): boolean =>
          rollOn(facts.memberships, branchId, day).some(({ memberId }) => memberId === payer.memberId);
        if (
          fee === null &&
          !facts.memberships.some((one) => isOfMonth(one, payer.memberId, branchId, from, to))
        )
          return 'outside';
        if (due === null) return 'noBase';
        if (paid > 0) return 'short';
        if (fee === null && !(onRoll(from) && onRoll(to))) return 'partMonth';
        if (to >= today) return 'open';
        const entered = facts.fees.some((one) => one.branchId === branchId && one.month === month);
        return entered ? 'arrears' : 'unrecorded';
      }
    });
}

function isOfMonth(
  membership: PartyLifeFacts['memberships'][number],
  memberId: string,
  branchId: string,
  from: PlainDate,
  to: PlainDate,
): boolean {
  return (
    membership.memberId === memberId &&
    membership.branchId === branchId &&
    membership.from <= to &&
    (membership.to === null || from <= membership.to)
  );
}

function dueByRoll({ base, situation }: FeePayer, parameters: Parameters, month: PlainDate): number | null {
  if (base === null && situation !== '无固定收入') return null;
  return monthlyPartyFee(base ?? 0, situation, parameters, month);
}
