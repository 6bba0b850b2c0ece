import { periodContains, periodRange } from '../../kernel/periods.ts';
import type { DateRange } from '../../kernel/periods.ts';
import { addMonthsCN, daysBetween, monthOf } from '../../kernel/plainDate.ts';
import type { PlainDate } from '../../kernel/plainDate.ts';
import { existsThroughout, hasCommitteeOn } from './roll.ts';
import type { Parameters } from '../parameters/index.ts';
import type { BranchFact, GroupFact, MeetingFact, PartyLifeFacts } from './facts.ts';
import type { MeetingType } from './words.ts';

export type ObligationState = 'met' | 'dueSoon' | 'overdue' | 'excused' | 'notYet' | 'notDue';

/** One due thing in one window: 支委会, 2026-10, first branch. */
export interface Obligation {
  readonly type: MeetingType;
  readonly branchId: string;
  /** Set for 党小组会 only. */
  readonly groupId: string | null;
  /** Branch or group, as people call it. */
  readonly subjectName: string;
  /** The period a record must count for. */
  readonly period: string;
  /** Days in which it may be met; the last one is the due day. */
  readonly window: DateRange;
  readonly required: number;
  /** Ids of the records that count. */
  readonly meetingIds: readonly string[];
  readonly state: ObligationState;
}

interface Cadence {
  readonly type: MeetingType;
  readonly every: 'month' | 'quarter' | 'year';
}

/** Cadence matrix of domain.md §1.2: 支部工作条例 art. 11–14 and its chapter on organisation life. */
const cadences: readonly Cadence[] = [
  { type: '支部党员大会', every: 'quarter' },
  { type: '支部委员会会议', every: 'month' },
  { type: '党小组会', every: 'month' },
  { type: '党课', every: 'quarter' },
  { type: '主题党日', every: 'month' },
  { type: '组织生活会', every: 'year' },
  { type: '民主评议党员', every: 'year' },
];

/**
 * What every branch owed in the year and how it stands on a day, in the order of the cadence matrix. A branch or
 * group that did not exist through a whole window owes nothing in it, nor does one without committee owe 支委会.
 */
export function partyObligations(
  facts: PartyLifeFacts,
  parameters: Parameters,
  today: PlainDate,
): readonly Obligation[] {
  const meetings = Map.groupBy(facts.meetings, ({ branchId, type }) => `${branchId}/${type}`);
  return facts.branches.flatMap((branch) =>
    cadences.flatMap((cadence) => {
      const held = { ...facts, meetings: meetings.get(`${branch.id}/${cadence.type}`) ?? [] };
      return subjectsOf(facts, branch, cadence.type).flatMap((subject) =>
        periodsOf(facts.year, cadence.every).map((period) =>
          obligationOf(held, parameters, today, branch, subject, cadence, period),
        ),
      );
    }),
  );
}

/** @param facts of whose meetings only those of the branch and type matter */

function obligationOf(
  facts: PartyLifeFacts,
  parameters: Parameters,
  today: PlainDate,
  branch: BranchFact,
  subject: BranchFact | GroupFact,
  { type, every }: Cadence,
  period: string,
): Obligation {
  const span = periodRange(period);
  const grace = every === 'year' ? parameters.number('yearlyMeetingGraceMonths', span.to) : 0;
  const window = { from: span.from, to: addMonthsCN(span.to, grace) };
  const groupId = type === '党小组会' ? subject.id : null;
  const meetings = facts.meetings.filter(
    (meeting) =>
      (groupId === null || meeting.groupId === groupId) &&
      meeting.heldOn <= today &&
      countsFor(meeting, period, span),
  );
  const required = type === '党课' ? parameters.number('partyLecturesPerQuarter', span.to) : 1;
  const soonDays = parameters.number(every === 'year' ? 'yearlyDueSoonDays' : 'dueSoonDays', today);
  const excused =
    (every === 'month' && parameters.numberList('exemptMonths', span.from).includes(monthOf(span.from))) ||
    facts.exemptions.some(
      (exemption) =>
        exemption.branchId === branch.id &&
        exemption.type === type &&
        (exemption.groupId === null || exemption.groupId === groupId) &&
        periodContains(exemption.period, period),
    );
  return {
    type,
    branchId: branch.id,
    groupId,
    subjectName: subject.name,
    period,
    window,
    required,
    meetingIds: meetings.map(({ id }) => id),
    state: stateOf(),
  };

  function stateOf(): ObligationState {
    if (required > 0 && meetings.length >= required) return 'met';
    if (required === 0 || !isDue()) return 'notDue';
    if (excused) return 'excused';
    if (window.to < today) return 'overdue';
    if (window.from > today) return 'notYet';
    return daysBetween(today, window.to) <= soonDays ? 'dueSoon' : 'notYet';
  }

  function isDue(): boolean {
    if (!existsThroughout(branch, span) || !existsThroughout(subject, span)) return false;
    return (
      type !== '支部委员会会议' ||
      (hasCommitteeOn(facts.posts, branch.id, span.from) && hasCommitteeOn(facts.posts, branch.id, span.to))
    );
  }
}

/** A record counts by its stored period; one without, or with a coarser one, by its date. */
export function countsFor(
  meeting: Pick<MeetingFact, 'period' | 'heldOn'>,
  period: string,
  span: DateRange = periodRange(period),
): boolean {
  if (meeting.period !== null && periodContains(period, meeting.period)) return true;
  const byDate = meeting.period === null || periodContains(meeting.period, period);
  return byDate && span.from <= meeting.heldOn && meeting.heldOn <= span.to;
}

function subjectsOf(
  facts: PartyLifeFacts,
  branch: BranchFact,
  type: MeetingType,
): readonly (BranchFact | GroupFact)[] {
  return type === '党小组会' ? facts.groups.filter(({ branchId }) => branchId === branch.id) : [branch];
}

function periodsOf(year: number, every: Cadence['every']): readonly string[] {
  if (every === 'year') return [String(year)];
  if (every === 'quarter') return [1, 2, 3, 4].map((quarter) => `${year}Q${quarter}`);
  return Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);
}
