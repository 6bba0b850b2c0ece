import { formatPeriod, periodRange } from '../../../kernel/periods.ts';
import { addDays, daysBetween } from '../../../kernel/plainDate.ts';
import type { PlainDate } from '../../../kernel/plainDate.ts';
import { existsThroughout, holdersOn } from '../../partyLife/roll.ts';
import type { PartyLifeFacts } from '../../partyLife/facts.ts';
import { countsFor, partyObligations } from '../../partyLife/obligations.ts';
import type { Obligation } from '../../partyLife/obligations.ts';
import type { Parameters } from '../../parameters/index.ts';
import type { FindingDraft, Rule } from '../rule.ts';
import { shortTypeName } from './meetingWords.ts';
import type { MeetingType } from '../../partyLife/words.ts';

type PartyRule = Rule<PartyLifeFacts>;

/** Where a gap is closed: a new record of the type, for the branch, counting for the period. */
export function recordMeetingRemedy(
  obligation: Pick<Obligation, 'type' | 'branchId' | 'groupId' | 'period'>,
): Extract<FindingDraft['remedy'], { readonly kind: 'create' }> {
  const group = obligation.groupId === null ? {} : { partyGroup: obligation.groupId };
  return {
    kind: 'create',
    ledger: 'partyMeeting',
    period: obligation.period,
    values: { type: obligation.type, branch: obligation.branchId, ...group },
  };
}

function findGaps(
  type: MeetingType,
  facts: PartyLifeFacts,
  parameters: Parameters,
  today: PlainDate,
): readonly FindingDraft[] {
  return partyObligations(facts, parameters, today)
    .filter((obligation) => obligation.type === type && obligation.state === 'overdue')
    .map((obligation) => ({
      sentence: gapSentence(obligation),
      window: obligation.window,
      subjectId: obligation.groupId ?? obligation.branchId,
      evidence: [
        { ledger: 'branch', id: obligation.branchId },
        ...obligation.meetingIds.map((id) => ({ ledger: 'partyMeeting', id })),
      ],
      remedy: recordMeetingRemedy(obligation),
    }));
}

function gapSentence(obligation: Obligation): string {
  const when = formatPeriod(obligation.period);
  const what = shortTypeName(obligation.type);
  const done = obligation.meetingIds.length;
  if (done === 0) return `${when} ${obligation.subjectName}还没有${what}记录。`;
  return `${when} ${obligation.subjectName}的${what}只有 ${done} 次，应有 ${obligation.required} 次。`;
}

const quarterlyAssembly: PartyRule = {
  id: 'PTY-01',
  severity: 'error',
  label: '党员大会每季度至少 1 次',
  basis: '《中国共产党支部工作条例（试行）》第十一条',
  parameters: ['dueSoonDays'],
  check: (facts, parameters, today) => findGaps('支部党员大会', facts, parameters, today),
};

const monthlyCommittee: PartyRule = {
  id: 'PTY-02',
  severity: 'error',
  label: '支委会每月至少 1 次',
  basis: '《中国共产党支部工作条例（试行）》第十二条',
  parameters: ['exemptMonths', 'dueSoonDays'],
  check: (facts, parameters, today) => findGaps('支部委员会会议', facts, parameters, today),
};

const monthlyGroupMeeting: PartyRule = {
  id: 'PTY-03',
  severity: 'error',
  label: '党小组会每月至少 1 次',
  basis: '《中国共产党支部工作条例（试行）》第十三条',
  parameters: ['exemptMonths', 'dueSoonDays'],
  check: (facts, parameters, today) => findGaps('党小组会', facts, parameters, today),
};

const lecturesPerQuarter: PartyRule = {
  id: 'PTY-04',
  severity: 'warning',
  label: '按期开展党课',
  basis: '《中国共产党支部工作条例（试行）》，次数由上级党组织规定',
  parameters: ['partyLecturesPerQuarter', 'dueSoonDays'],
  check: (facts, parameters, today) => findGaps('党课', facts, parameters, today),
};

const lectureBySecretary: PartyRule = {
  id: 'PTY-05',
  severity: 'warning',
  label: '书记每年至少讲 1 次党课',
  basis: '党课制度：党组织书记每年至少讲 1 次党课',
  parameters: ['yearlyDueSoonDays'],
  check(facts, parameters, today) {
    const period = String(facts.year);
    const window = periodRange(period);
    const warnFrom = addDays(window.to, -parameters.number('yearlyDueSoonDays', window.to));
    if (daysBetween(warnFrom, today) < 0) return [];
    return facts.branches
      .filter((branch) => existsThroughout(branch, window))
      .flatMap((branch) => {
        const lectures = facts.meetings.filter(
          (meeting) =>
            meeting.type === '党课' && meeting.branchId === branch.id && countsFor(meeting, period),
        );
        const given = lectures.some(
          ({ lecturerId, heldOn }) =>
            lecturerId !== null && holdersOn(facts.posts, branch.id, '书记', heldOn).includes(lecturerId),
        );
        if (given) return [];
        return {
          severity: today > window.to ? ('warning' as const) : ('info' as const),
          sentence: `${facts.year}年 ${branch.name}还没有书记讲党课的记录。`,
          window,
          subjectId: branch.id,
          evidence: [
            { ledger: 'branch', id: branch.id },
            ...lectures.map(({ id }) => ({ ledger: 'partyMeeting', id })),
          ],
          remedy: {
            kind: 'create' as const,
            ledger: 'partyMeeting',
            period: null,
            values: { type: '党课', branch: branch.id },
          },
        };
      });
  },
};

const monthlyPartyDay: PartyRule = {
  id: 'PTY-06',
  severity: 'error',
  label: '主题党日每月 1 次',
  basis: '《中国共产党支部工作条例（试行）》',
  parameters: ['exemptMonths', 'dueSoonDays'],
  check: (facts, parameters, today) => findGaps('主题党日', facts, parameters, today),
};

const yearlyLifeMeeting: PartyRule = {
  id: 'PTY-09',
  severity: 'error',
  label: '组织生活会每年至少 1 次',
  basis: '《中国共产党支部工作条例（试行）》',
  parameters: ['yearlyMeetingGraceMonths', 'yearlyDueSoonDays'],
  check: (facts, parameters, today) => findGaps('组织生活会', facts, parameters, today),
};

/** How often what must be held. */
export const cadenceRules: readonly PartyRule[] = [
  quarterlyAssembly,
  monthlyCommittee,
  monthlyGroupMeeting,
  lecturesPerQuarter,
  lectureBySecretary,
  monthlyPartyDay,
  yearlyLifeMeeting,
];
