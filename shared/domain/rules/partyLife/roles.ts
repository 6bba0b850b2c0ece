import { committeeOn, groupLeadersOn, memberName } from '../../partyLife/roll.ts';
import type { MeetingFact, PartyLifeFacts } from '../../partyLife/facts.ts';
import type { Rule } from '../rule.ts';
import { aboutMeeting, meetingWords } from './meetingWords.ts';

type PartyRule = Rule<PartyLifeFacts>;

/** Who may chair, on the day; `undefined` where the regulations don't say or nobody's post is known. */
function chairsOf(
  facts: PartyLifeFacts,
  meeting: MeetingFact,
): { readonly ids: readonly string[]; readonly words: string } | undefined {
  const { posts } = facts;
  const { branchId, heldOn, groupId } = meeting;
  switch (meeting.type) {
    case '支部党员大会':
    case '支部委员会会议':
    case '组织生活会':
    case '民主评议党员': {
      const ids = committeeOn(posts, branchId, heldOn);
      return ids.length === 0
        ? undefined
        : { ids, words: '应由书记主持，书记不能参加的委托副书记或者委员主持' };
    }
    case '党小组会': {
      const ids = groupLeadersOn(posts, groupId, heldOn);
      return ids.length === 0 ? undefined : { ids, words: '应由党小组组长主持' };
    }
    default:
      return undefined;
  }
}

const hostHasRole: PartyRule = {
  id: 'PTY-27',
  severity: 'warning',
  label: '主持人身份符合规定',
  basis: '《中国共产党支部工作条例（试行）》第十一条至第十三条',
  check: (facts) =>
    facts.meetings.flatMap((meeting) => {
      const chairs = chairsOf(facts, meeting);
      if (!chairs || chairs.ids.includes(meeting.hostId)) return [];
      return aboutMeeting(
        meeting,
        `${meetingWords(facts, meeting)}由${memberName(facts, meeting.hostId)}主持，${chairs.words}。`,
      );
    }),
};

const hostAndRecorderPresent: PartyRule = {
  id: 'PTY-28',
  severity: 'warning',
  label: '主持人和记录人到会，且不是同一人',
  basis: '会议记录规范：主持人、记录人签字',
  check: (facts) =>
    facts.meetings.flatMap((meeting) => {
      if (meeting.type === '谈心谈话' || meeting.attendance.length === 0) return [];
      const stateOf = (memberId: string): string | undefined =>
        meeting.attendance.find((row) => row.memberId === memberId)?.state;
      // Someone outside the circle of a meeting (党务干事 in a 支委会) may keep the minutes without being due.
      const absent = (memberId: string): boolean => (stateOf(memberId) ?? '出席') !== '出席';
      const problems = [
        ...(meeting.hostId === meeting.recorderId ? ['主持人和记录人是同一个人'] : []),
        ...(absent(meeting.hostId) ? [`主持人${memberName(facts, meeting.hostId)}登记为缺席`] : []),
        ...(absent(meeting.recorderId) ? [`记录人${memberName(facts, meeting.recorderId)}登记为缺席`] : []),
      ];
      if (problems.length === 0) return [];
      return [aboutMeeting(meeting, `${meetingWords(facts, meeting)}：${problems.join('，')}，请核对。`)];
    }),
};

/** Who chaired and who kept the minutes. */
export const roleRules: readonly PartyRule[] = [hostHasRole, hostAndRecorderPresent];
