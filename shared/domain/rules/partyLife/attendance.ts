import { committeeOn, memberName, rollOn } from '../../partyLife/roll.ts';
import { makeUpDueOn } from '../../partyLife/openMatters.ts';
import type { MeetingFact, PartyLifeFacts } from '../../partyLife/facts.ts';
import type { Rule } from '../rule.ts';
import { listNames } from '../../listNames.ts';
import { aboutMeeting, meetingWords } from './meetingWords.ts';

type PartyRule = Rule<PartyLifeFacts>;

/** Who must be on the list of a meeting, or `undefined` where the type doesn't say. */
function expectedAt(facts: PartyLifeFacts, meeting: MeetingFact): readonly string[] | undefined {
  const roll = rollOn(facts.memberships, meeting.branchId, meeting.heldOn);
  switch (meeting.type) {
    case '支部党员大会':
    case '主题党日':
    case '民主评议党员':
      return roll.map(({ memberId }) => memberId);
    case '党小组会':
      return roll.filter(({ groupId }) => groupId === meeting.groupId).map(({ memberId }) => memberId);
    case '支部委员会会议':
      return committeeOn(facts.posts, meeting.branchId, meeting.heldOn);
    default:
      return undefined;
  }
}

const everyoneAccountedFor: PartyRule = {
  id: 'PTY-24',
  severity: 'error',
  label: '应到与当天在册党员相符',
  basis: '《中国共产党支部工作条例（试行）》第十一条；会议记录规范',
  check: (facts) =>
    facts.meetings.flatMap((meeting) => {
      const expected = expectedAt(facts, meeting);
      if (expected === undefined || expected.length === 0) return [];
      const listed = new Set(meeting.attendance.map(({ memberId }) => memberId));
      const missing = expected.filter((memberId) => !listed.has(memberId));
      const due = meeting.attendance.filter(({ state }) => state !== '不计应到');
      const strangers = due
        .map(({ memberId }) => memberId)
        .filter((memberId) => !expected.includes(memberId));
      if (missing.length === 0 && strangers.length === 0) return [];
      const names = (ids: readonly string[]): string => listNames(ids.map((id) => memberName(facts, id)));
      const problems = [
        ...(missing.length > 0 ? [`名单里缺少${names(missing)}`] : []),
        ...(strangers.length > 0 ? [`${names(strangers)}当天不在应到范围`] : []),
      ];
      return aboutMeeting(
        meeting,
        `${meetingWords(facts, meeting)}应到 ${due.length} 人，按当天名册应为 ${expected.length} 人：${problems.join('，')}。`,
      );
    }),
};

const absenceExplained: PartyRule = {
  id: 'PTY-25',
  severity: 'warning',
  label: '缺席有原因、有准假人',
  basis: '会议记录规范：缺席人员应写明原因和批准人',
  check: (facts) =>
    facts.meetings.flatMap((meeting) => {
      const unexplained = meeting.attendance.filter(
        ({ state, approvedBy, reason }) =>
          state !== '出席' &&
          state !== '不计应到' &&
          (approvedBy === null || state === '无故缺席' || (state === '其他' && reason === null)),
      );
      if (unexplained.length === 0) return [];
      const names = listNames(unexplained.map(({ memberId }) => memberName(facts, memberId)));
      return aboutMeeting(
        meeting,
        `${meetingWords(facts, meeting)}：${names}缺席没有写明原因或准假人，请补填。`,
      );
    }),
};

const absenceMadeUp: PartyRule = {
  id: 'PTY-26',
  severity: 'info',
  label: '缺席党员大会、党课的按时补学',
  basis: '组织生活制度：缺席党员应及时补学',
  parameters: ['makeUpDays'],
  check: (facts, parameters, today) =>
    facts.meetings.flatMap((meeting) => {
      if (meeting.type !== '支部党员大会' && meeting.type !== '党课') return [];
      const dueOn = makeUpDueOn(meeting.heldOn, parameters);
      if (today <= dueOn) return [];
      const left = meeting.attendance.filter(
        ({ state, madeUpOn }) =>
          state !== '出席' && state !== '不计应到' && (madeUpOn === null || madeUpOn > dueOn),
      );
      if (left.length === 0) return [];
      const names = listNames(left.map(({ memberId }) => memberName(facts, memberId)));
      return {
        ...aboutMeeting(
          meeting,
          `${meetingWords(facts, meeting)}：${names}缺席后没有按时补学，补学后请填补学日期。`,
        ),
        window: { from: meeting.heldOn, to: dueOn },
      };
    }),
};

/** Who was due, who was there, and why not. */
export const attendanceRules: readonly PartyRule[] = [everyoneAccountedFor, absenceExplained, absenceMadeUp];
