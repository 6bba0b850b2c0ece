import { hasCommitteeOn } from '../../partyLife/roll.ts';
import type { MeetingFact, PartyLifeFacts } from '../../partyLife/facts.ts';
import type { Rule } from '../rule.ts';
import { aboutMeeting, meetingWords } from './meetingWords.ts';
import type { VoteKind } from '../../partyLife/words.ts';

type PartyRule = Rule<PartyLifeFacts>;

const resolutionsCarriedOut: PartyRule = {
  id: 'PTY-38',
  severity: 'warning',
  label: '决议有责任人、有时限、按期落实',
  basis: '会议记录规范：决议事项及落实情况',
  check: (facts, _parameters, today) =>
    facts.meetings.flatMap((meeting) => {
      const vague = meeting.resolutions.filter(({ ownerId, dueOn }) => ownerId === null || dueOn === null);
      const overdue = meeting.resolutions.filter(
        ({ dueOn, closedOn }) => dueOn !== null && dueOn < today && (closedOn === null || closedOn > today),
      );
      const [late] = overdue;
      const problems = [
        ...(vague.length > 0 ? [`有 ${vague.length} 项决议没有写明责任人或时限`] : []),
        ...(late
          ? [`“${late.content}”${overdue.length > 1 ? `等 ${overdue.length} 项` : ''}超过时限没有办结`]
          : []),
      ];
      if (problems.length === 0) return [];
      return [aboutMeeting(meeting, `${meetingWords(facts, meeting)}${problems.join('，')}。`)];
    }),
};

/** What a 党员大会 decides only after the committee has studied it (支部工作条例 art. 12). */
const preparedKinds: readonly VoteKind[] = [
  '接收预备党员',
  '预备党员转正',
  '延长或取消预备期',
  '处分',
  '评优',
  '选举',
  '年度计划',
];

const preparedByCommittee: PartyRule = {
  id: 'PTY-39',
  severity: 'warning',
  label: '重要事项先经支委会研究再提交党员大会',
  basis: '《中国共产党支部工作条例（试行）》第十二条、第十四条',
  check: (facts) =>
    facts.meetings.flatMap((meeting) => {
      if (meeting.type !== '支部党员大会' || !hasCommitteeOn(facts.posts, meeting.branchId, meeting.heldOn))
        return [];
      const matters = new Set([
        ...meeting.votes.map(({ kind }) => kind).filter((kind) => preparedKinds.includes(kind)),
        ...(meeting.candidates.length > 0 ? (['选举'] as const) : []),
      ]);
      if (matters.size === 0 || isPrepared(facts, meeting)) return [];
      const about = `${meetingWords(facts, meeting)}讨论${[...matters].join('、')}`;
      const problem =
        meeting.preparedById === null
          ? '没有注明会前研究的支委会，请在“前置支委会”中选择'
          : '“前置支委会”选的不是本支部会前的支委会，请核对';
      return [aboutMeeting(meeting, `${about}，${problem}。`)];
    }),
};

function isPrepared(facts: PartyLifeFacts, meeting: MeetingFact): boolean {
  return [...facts.earlierMeetings, ...facts.meetings].some(
    ({ id, type, branchId, heldOn }) =>
      id === meeting.preparedById &&
      type === '支部委员会会议' &&
      branchId === meeting.branchId &&
      heldOn <= meeting.heldOn,
  );
}

/** What comes before a decision and after it. */
export const followUpRules: readonly PartyRule[] = [resolutionsCarriedOut, preparedByCommittee];
