import { monthOf, yearOf } from '../../kernel/plainDate.ts';
import type { PlainDate } from '../../kernel/plainDate.ts';
import type { MeetingFact, PartyLifeFacts } from './facts.ts';

/**
 * 党章 art. 9: six months running without taking part in organisation life, or without paying the fee, and without good
 * reason, is taken as leaving the Party. Counted in full months behind the day, back from the last one.
 */
export interface MissedMonths {
  readonly memberId: string;
  /** Months running in which the member was due at meetings, was at none, and had no leave. */
  readonly withoutMeetings: number;
  /** Months running for which no fee came in. */
  readonly withoutFee: number;
}

type AbsenceFacts = Pick<PartyLifeFacts, 'memberships' | 'meetings' | 'earlierMeetings' | 'fees'>;

/** @param memberIds those to be looked at, the roll of the day */
export function missedMonths(
  facts: AbsenceFacts,
  memberIds: readonly string[],
  today: PlainDate,
): readonly MissedMonths[] {
  const months = fullMonthsBefore(today);
  const meetings = [...facts.meetings, ...facts.earlierMeetings].filter(({ heldOn }) => heldOn <= today);
  const byMonth = Map.groupBy(meetings, ({ heldOn }) => heldOn.slice(0, 7));
  const paid = new Set(
    facts.fees
      .filter((fee) => fee.paidOn !== null && fee.paidOn <= today && fee.paid > 0)
      .map(({ memberId, month }) => `${memberId}/${month}`),
  );
  const kept = new Set(facts.fees.map(({ branchId, month }) => `${branchId}/${month}`));
  return memberIds.map((memberId) => ({
    memberId,
    withoutMeetings: countBack(months, (month) => takingPart(byMonth.get(month) ?? [], memberId)),
    withoutFee: countBack(months, (month) => {
      if (paid.has(`${memberId}/${month}`)) return 'yes';
      const branchId = branchIn(facts, memberId, month);
      // A month whose fees nobody has entered says nothing about one member.
      return branchId === undefined || !kept.has(`${branchId}/${month}`) ? 'unknown' : 'no';
    }),
  }));
}

type Answer = 'yes' | 'no' | 'unknown';

/** How many `no` come before the first `yes`; what is unknown neither counts nor ends the row. */
function countBack(months: readonly string[], answerOf: (month: string) => Answer): number {
  let count = 0;
  for (const month of months) {
    const answer = answerOf(month);
    if (answer === 'yes') return count;
    if (answer === 'no') count += 1;
  }
  return count;
}

function takingPart(meetings: readonly MeetingFact[], memberId: string): Answer {
  const rows = meetings.flatMap(({ attendance }) =>
    attendance.filter((row) => row.memberId === memberId && row.state !== '不计应到'),
  );
  if (rows.length === 0) return 'unknown';
  const excused = rows.some(
    ({ state, approvedBy, madeUpOn }) =>
      state === '出席' || madeUpOn !== null || (state !== '无故缺席' && approvedBy !== null),
  );
  return excused ? 'yes' : 'no';
}

/** The branch in which the member was through the whole month. */
function branchIn(facts: AbsenceFacts, memberId: string, month: string): string | undefined {
  return facts.memberships.find(
    (membership) =>
      membership.memberId === memberId &&
      membership.from <= `${month}-01` &&
      (membership.to === null || membership.to.slice(0, 7) > month),
  )?.branchId;
}

/** The twelve full months before the day's month, the last one first. */
function fullMonthsBefore(today: PlainDate): readonly string[] {
  return Array.from({ length: 12 }, (_, index) => {
    const number = yearOf(today) * 12 + monthOf(today) - 2 - index;
    const year = Math.floor(number / 12);
    return `${year}-${String((number % 12) + 1).padStart(2, '0')}`;
  });
}
