import { minutesBetween, timesOverlap } from '../../../kernel/clockTime.ts';
import { chinaDateOf, formatChinese, weekdayOf, yearOf } from '../../../kernel/plainDate.ts';
import { memberName } from '../../partyLife/roll.ts';
import type { MeetingFact, PartyLifeFacts } from '../../partyLife/facts.ts';
import type { FindingDraft, Rule } from '../rule.ts';
import { listNames } from '../../listNames.ts';
import { aboutMeeting, meetingWords } from './meetingWords.ts';

type PartyRule = Rule<PartyLifeFacts>;

const plausibleLength: PartyRule = {
  id: 'PTY-29',
  severity: 'warning',
  label: '会议时间前后相符、时长合理',
  basis: '会议记录常见问题：时间不合常理',
  parameters: ['meetingMinMinutes', 'meetingMaxMinutes'],
  check: (facts, parameters, today) =>
    facts.meetings.flatMap((meeting) => {
      const about = meetingWords(facts, meeting);
      if (meeting.heldOn > today) return [aboutMeeting(meeting, `${about}还没有到日期，不应登记为已完成。`)];
      const minutes = minutesBetween(meeting.startsAt, meeting.endsAt);
      if (minutes <= 0) return [aboutMeeting(meeting, `${about}的结束时间不晚于开始时间，请改正。`)];
      const least = parameters.number('meetingMinMinutes', meeting.heldOn);
      const most = parameters.number('meetingMaxMinutes', meeting.heldOn);
      if (meeting.type === '谈心谈话' || (least <= minutes && minutes <= most)) return [];
      return aboutMeeting(
        meeting,
        `${about}开了 ${minutes} 分钟，一般在 ${least} 至 ${most} 分钟之间，请核对。`,
      );
    }),
};

const plausibleTime: PartyRule = {
  id: 'PTY-30',
  severity: 'warning',
  label: '会议不在法定节假日和深夜',
  basis: '会议记录常见问题：时间不合常理',
  parameters: ['meetingEarliestAt', 'meetingLatestAt'],
  check: (facts, parameters) => [
    ...facts.meetings.flatMap((meeting) => {
      const about = meetingWords(facts, meeting);
      const early = meeting.startsAt < parameters.text('meetingEarliestAt', meeting.heldOn);
      const late = meeting.endsAt > parameters.text('meetingLatestAt', meeting.heldOn);
      if (facts.calendar.isStatutoryHoliday(meeting.heldOn) === true) {
        const holiday = facts.calendar.dayOn(meeting.heldOn)?.name ?? '节假日';
        return [aboutMeeting(meeting, `${about}在${holiday}放假期间，请核对日期。`, 'day')];
      }
      if (early || late)
        return aboutMeeting(
          meeting,
          `${about}时间为 ${meeting.startsAt}—${meeting.endsAt}，过早或过晚，请核对。`,
          'time',
        );
      if (weekdayOf(meeting.heldOn) > 5 && facts.calendar.isWorkday(meeting.heldOn) === false)
        return { ...aboutMeeting(meeting, `${about}在周末，请核对日期。`, 'day'), severity: 'info' as const };
      return [];
    }),
    ...unknownYears(facts),
  ],
};

/** Without a year's arrangement its days can't be judged; that is said once a year, not guessed. */
function unknownYears(facts: PartyLifeFacts): readonly FindingDraft[] {
  const years = new Set(facts.meetings.map(({ heldOn }) => yearOf(heldOn)));
  return [...years]
    .filter((year) => !facts.calendar.hasDataFor(year))
    .map((year) => ({
      severity: 'info',
      sentence: `${year}年的放假安排还没有导入，这一年的会议日期无法核对。请在设置的校历中导入。`,
      window: { from: `${year}-01-01`, to: `${year}-12-31` },
      subjectId: `calendar/${year}`,
      evidence: [],
      remedy: { kind: 'list', ledger: 'term' },
    }));
}

const noDoubleBooking: PartyRule = {
  id: 'PTY-31',
  severity: 'error',
  label: '同一人、同一地点不同时开两个会',
  basis: '会议记录常见问题：时间冲突',
  check(facts) {
    const byDay = Map.groupBy(facts.meetings, ({ heldOn }) => heldOn);
    return [...byDay.values()].flatMap((meetings) =>
      meetings.flatMap((first, index) =>
        meetings.slice(index + 1).flatMap((second) => clash(facts, first, second)),
      ),
    );
  },
};

function clash(facts: PartyLifeFacts, first: MeetingFact, second: MeetingFact): readonly FindingDraft[] {
  if (first.heldTogetherWith.includes(second.id) || second.heldTogetherWith.includes(first.id)) return [];
  const spans = [first, second].map(({ startsAt, endsAt }) => ({ start: startsAt, end: endsAt }));
  if (!spans[0] || !spans[1] || !timesOverlap(spans[0], spans[1])) return [];
  const presentAt = (meeting: MeetingFact): string[] =>
    meeting.attendance.filter(({ state }) => state === '出席').map(({ memberId }) => memberId);
  const there = new Set(presentAt(first));
  const both = presentAt(second).filter((memberId) => there.has(memberId));
  const samePlace = first.place.trim() !== '' && first.place.trim() === second.place.trim();
  if (both.length === 0 && !samePlace) return [];
  const what =
    both.length > 0
      ? `${listNames(both.map((id) => memberName(facts, id)))}同时出席`
      : `同时在${first.place}`;
  return [
    {
      ...aboutMeeting(
        second,
        `${formatChinese(first.heldOn)}的“${first.title}”和“${second.title}”时间重叠，${what}。如是同场开展，请在“同场开展”中注明。`,
      ),
      subjectId: [first.id, second.id].sort().join('/'),
      evidence: [first, second].map(({ id }) => ({ ledger: 'partyMeeting', id })),
    },
  ];
}

const enteredInTime: PartyRule = {
  id: 'PTY-32',
  severity: 'warning',
  label: '会后及时记录',
  basis: '会议记录常见问题：事后补记',
  parameters: ['lateEntryWorkdays'],
  check: (facts, parameters) =>
    facts.meetings.flatMap((meeting) => {
      if (meeting.createdAt === null) return [];
      const workdays = facts.calendar.workdaysBetween(meeting.heldOn, chinaDateOf(meeting.createdAt));
      const allowed = parameters.number('lateEntryWorkdays', meeting.heldOn);
      if (workdays === 'unknown' || workdays <= allowed) return [];
      return aboutMeeting(
        meeting,
        `${meetingWords(facts, meeting)}在会后第 ${workdays} 个工作日才录入，超过 ${allowed} 个工作日，有补记之嫌。`,
      );
    }),
};

/** When meetings were held and entered. */
export const meetingTimeRules: readonly PartyRule[] = [
  plausibleLength,
  plausibleTime,
  noDoubleBooking,
  enteredInTime,
];
