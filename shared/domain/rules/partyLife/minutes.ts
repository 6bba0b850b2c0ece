import { formatChinese } from '../../../kernel/plainDate.ts';
import { findSimilarTexts } from '../../../kernel/similarity.ts';
import type { MeetingFact, PartyLifeFacts } from '../../partyLife/facts.ts';
import type { Rule } from '../rule.ts';
import { aboutMeeting, meetingWords, shortTypeName } from './meetingWords.ts';
import type { MeetingType } from '../../partyLife/words.ts';

type PartyRule = Rule<PartyLifeFacts>;

/** Shorter texts are alike by nature. */
const comparedLength = 60;

/** In these somebody must have spoken by name. */
const discussions: readonly MeetingType[] = [
  '支部党员大会',
  '支部委员会会议',
  '党小组会',
  '组织生活会',
  '民主评议党员',
];

const originalMinutes: PartyRule = {
  id: 'PTY-34',
  severity: 'warning',
  label: '会议内容不雷同',
  basis: '会议记录常见问题：内容雷同、抄袭',
  parameters: ['similarityThreshold'],
  check(facts, parameters, today) {
    const ofTheYear = new Set(facts.meetings.map(({ id }) => id));
    const meetings = [...facts.earlierMeetings, ...facts.meetings];
    const byId = new Map(meetings.map((meeting) => [meeting.id, meeting]));
    const texts = meetings.map(({ id, body }) => ({ id, text: body }));
    const threshold = parameters.number('similarityThreshold', today) / 100;
    return findSimilarTexts(texts, threshold, comparedLength).flatMap(({ first, second, similarity }) => {
      const [earlier, later] = [byId.get(first), byId.get(second)].sort((a, b) =>
        (a?.heldOn ?? '') < (b?.heldOn ?? '') ? -1 : 1,
      );
      if (!earlier || !later || isOneTextForTwo(earlier, later)) return [];
      if (!ofTheYear.has(first) && !ofTheYear.has(second)) return [];
      const sentence = `${meetingWords(facts, later)}与${meetingWords(facts, earlier)}的内容有 ${Math.floor(similarity * 100)}% 相同，请按实际情况改写。`;
      return {
        ...aboutMeeting(later, sentence),
        subjectId: [first, second].sort().join('/'),
        evidence: [earlier, later].map(({ id }) => ({ ledger: 'partyMeeting', id })),
      };
    });
  },
};

/** Two kinds of meeting of one branch on one day: PTY-52 speaks of these. */
function isOneTextForTwo(one: MeetingFact, other: MeetingFact): boolean {
  return one.branchId === other.branchId && one.heldOn === other.heldOn && one.type !== other.type;
}

const oneRecordForOneMeeting: PartyRule = {
  id: 'PTY-52',
  severity: 'warning',
  label: '不以一份记录充当两种会议',
  basis: '会议记录常见问题：一会多记、以主题党日代替三会',
  parameters: ['similarityThreshold'],
  check(facts, parameters, today) {
    const threshold = parameters.number('similarityThreshold', today) / 100;
    const byDay = Map.groupBy(facts.meetings, ({ branchId, heldOn }) => `${branchId}/${heldOn}`);
    return [...byDay.values()].flatMap((meetings) => {
      if (meetings.length === 1) return [];
      const byId = new Map(meetings.map((meeting) => [meeting.id, meeting]));
      const texts = meetings.map(({ id, body }) => ({ id, text: body }));
      return findSimilarTexts(texts, threshold, comparedLength).flatMap(({ first, second }) => {
        const [one, other] = [byId.get(first), byId.get(second)];
        if (!one || !other || !isOneTextForTwo(one, other)) return [];
        const sentence = `${meetingWords(facts, one)}和同一天的${shortTypeName(other.type)}用了同一份内容。套开的会议要各有各的议题和记录，请分别填写。`;
        return {
          ...aboutMeeting(other, sentence),
          subjectId: [first, second].sort().join('/'),
          evidence: [one, other].map(({ id }) => ({ ledger: 'partyMeeting', id })),
        };
      });
    });
  },
};

const photosOfTheDay: PartyRule = {
  id: 'PTY-37',
  severity: 'info',
  label: '照片拍摄日期与会议日期一致',
  basis: '会议记录常见问题：照片不是当天拍摄',
  check: (facts) =>
    facts.meetings.flatMap((meeting) => {
      const others = [...new Set(meeting.photoDays.filter((day) => day !== meeting.heldOn))].sort();
      if (others.length === 0) return [];
      return aboutMeeting(
        meeting,
        `${meetingWords(facts, meeting)}的照片拍摄于${others.map(formatChinese).join('、')}，与会议日期不同，请核对。`,
      );
    }),
};

const substantialMinutes: PartyRule = {
  id: 'PTY-35',
  severity: 'warning',
  label: '会议内容具体，有发言记录',
  basis: '会议记录常见问题：内容简单、缺少主要内容',
  parameters: ['minutesMinLength'],
  check: (facts, parameters) =>
    facts.meetings.flatMap((meeting) => {
      if (meeting.type === '谈心谈话') return [];
      const least = parameters.number('minutesMinLength', meeting.heldOn);
      const length = lengthOf(meeting);
      const silent =
        discussions.includes(meeting.type) &&
        !meeting.speeches.some(({ speakerId, text }) => speakerId !== null && text.trim() !== '');
      if (length >= least && !silent) return [];
      const problems = [
        ...(length < least ? [`内容只有 ${length} 字，少于 ${least} 字`] : []),
        ...(silent ? ['没有写明谁发了言'] : []),
      ];
      return [aboutMeeting(meeting, `${meetingWords(facts, meeting)}${problems.join('，')}，请补充。`)];
    }),
};

function lengthOf(meeting: MeetingFact): number {
  const text = meeting.body + meeting.speeches.map((speech) => speech.text).join('');
  return [...text.replace(/\s+/gu, '')].length;
}

const papersAttached: PartyRule = {
  id: 'PTY-36',
  severity: 'warning',
  label: '签到表、照片、讲稿、表决票齐全',
  basis: '会议记录规范：附件材料',
  check: (facts) =>
    facts.meetings.flatMap((meeting) => {
      if (meeting.type === '谈心谈话') return [];
      const needed = [
        '签到表',
        '照片',
        ...(meeting.type === '党课' ? ['讲稿'] : []),
        ...(meeting.votes.some(({ mode }) => mode === '无记名投票') ? ['表决票'] : []),
      ];
      const missing = needed.filter((kind) => !meeting.attachmentKinds.includes(kind));
      if (missing.length === 0) return [];
      return [aboutMeeting(meeting, `${meetingWords(facts, meeting)}缺少附件：${missing.join('、')}。`)];
    }),
};

/** What stands in the minutes and lies with them. */
export const minutesRules: readonly PartyRule[] = [
  originalMinutes,
  substantialMinutes,
  papersAttached,
  photosOfTheDay,
  oneRecordForOneMeeting,
];
