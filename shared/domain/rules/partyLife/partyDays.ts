import { addDays, daysBetween, formatChinese } from '../../../kernel/plainDate.ts';
import { hasCommitteeOn } from '../../partyLife/roll.ts';
import { fixedPartyDay, nextWorkdayFrom } from '../../partyLife/partyDay.ts';
import type { MeetingFact, PartyLifeFacts } from '../../partyLife/facts.ts';
import type { Rule } from '../rule.ts';
import { aboutManyMeetings, aboutMeeting, meetingWords } from './meetingWords.ts';

type PartyRule = Rule<PartyLifeFacts>;

const nearFixedDay: PartyRule = {
  id: 'PTY-07',
  severity: 'info',
  label: '主题党日在相对固定的日子开展',
  basis: '《中国共产党支部工作条例（试行）》：主题党日相对固定',
  parameters: ['partyDayToleranceDays'],
  check: (facts, parameters) =>
    facts.meetings.flatMap((meeting) => {
      const rule = facts.branches.find(({ id }) => id === meeting.branchId)?.partyDay ?? null;
      if (meeting.type !== '主题党日' || rule === null) return [];
      const month = /^\d{4}-\d{2}$/.test(meeting.period ?? '')
        ? String(meeting.period)
        : meeting.heldOn.slice(0, 7);
      const fixed = fixedPartyDay(rule, month);
      // Where the fixed day falls into holidays, the first working day after it is as good.
      const moved = nextWorkdayFrom(fixed, (day) => facts.calendar.isWorkday(day));
      const allowed = parameters.number('partyDayToleranceDays', meeting.heldOn);
      const away = Math.min(...[fixed, moved].map((day) => Math.abs(daysBetween(day, meeting.heldOn))));
      if (away <= allowed) return [];
      return aboutMeeting(
        meeting,
        `${meetingWords(facts, meeting)}离支部固定日${formatChinese(fixed)}有 ${away} 天，超过 ${allowed} 天，请核对日期。`,
      );
    }),
};

const themePrepared: PartyRule = {
  id: 'PTY-08',
  severity: 'warning',
  label: '主题党日的主题先经支委会研究',
  basis: '《中国共产党支部工作条例（试行）》：主题党日开展前应认真研究确定主题和内容',
  parameters: ['themeLeadDays'],
  check(facts, parameters) {
    const days = facts.meetings
      .filter(
        ({ type, branchId, heldOn }) => type === '主题党日' && hasCommitteeOn(facts.posts, branchId, heldOn),
      )
      .map((meeting) => {
        const lead = parameters.number('themeLeadDays', meeting.heldOn);
        return { meeting, lead, committees: committeesBefore(facts, meeting, lead) };
      });
    return [
      ...days.flatMap(({ meeting, lead, committees }) => {
        const about = meetingWords(facts, meeting);
        if (meeting.themeMeetingId !== null && !committees.includes(meeting.themeMeetingId))
          return [aboutMeeting(meeting, `${about}关联的支委会不在会前 ${lead} 天以内，请核对。`)];
        return committees.length > 0
          ? []
          : [aboutMeeting(meeting, `${about}之前 ${lead} 天内没有支委会记录，主题应先经支委会研究。`)];
      }),
      ...aboutManyMeetings(
        facts,
        days
          .filter(({ meeting, committees }) => meeting.themeMeetingId === null && committees.length > 0)
          .map(({ meeting }) => meeting),
        'info',
        (branch, count) =>
          `${branch}有 ${count} 次主题党日没有注明研究主题的支委会，请在“研究主题的支委会”中选择。`,
      ),
    ];
  },
};

/** Ids of the branch's committee meetings of the days before. */
function committeesBefore(facts: PartyLifeFacts, meeting: MeetingFact, lead: number): readonly string[] {
  const earliest = addDays(meeting.heldOn, -lead);
  return [...facts.earlierMeetings, ...facts.meetings]
    .filter(
      ({ type, branchId, heldOn }) =>
        type === '支部委员会会议' &&
        branchId === meeting.branchId &&
        earliest <= heldOn &&
        heldOn <= meeting.heldOn,
    )
    .map(({ id }) => id);
}

/** 主题党日: its day and its preparation. */
export const partyDayRules: readonly PartyRule[] = [nearFixedDay, themePrepared];
