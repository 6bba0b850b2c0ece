import { addDays, formatChinese, monthOf } from '../../../kernel/plainDate.ts';
import { hasQuorum, quorumWords } from '../../partyLife/quorum.ts';
import type { CampaignFact, PartyLifeFacts } from '../../partyLife/facts.ts';
import { aboutRecord, type FindingDraft, type Rule } from '../rule.ts';
import { aboutMeeting, meetingWords } from './meetingWords.ts';

type PartyRule = Rule<PartyLifeFacts>;

const lifeMeetingInSeason: PartyRule = {
  id: 'PTY-10',
  severity: 'info',
  label: '组织生活会一般在年底前后召开',
  basis: '《中国共产党支部工作条例（试行）》：组织生活会一般安排在第四季度，也可根据工作需要随时召开',
  parameters: ['lifeMeetingMonths'],
  check: (facts, parameters) =>
    facts.meetings.flatMap((meeting) => {
      if (meeting.type !== '组织生活会') return [];
      if (parameters.numberList('lifeMeetingMonths', meeting.heldOn).includes(monthOf(meeting.heldOn)))
        return [];
      return aboutMeeting(
        meeting,
        `${meetingWords(facts, meeting)}不在通常召开的月份，请核对日期；确需在此时召开的可以保留。`,
      );
    }),
};

function aboutCampaign(campaign: CampaignFact, sentence: string): FindingDraft {
  return aboutRecord('partyCampaign', campaign.id, sentence);
}

const rectificationsClosed: PartyRule = {
  id: 'PTY-51',
  severity: 'warning',
  label: '整改事项按期销号',
  basis: '《中国共产党支部工作条例（试行）》；组织生活会整改要求',
  check: (facts, _parameters, today) =>
    facts.campaigns.flatMap((campaign) => {
      const open = campaign.rectifications.filter(({ closedOn }) => closedOn === null || closedOn > today);
      const overdue = open.filter(({ dueOn }) => dueOn !== null && dueOn < today);
      const undated = open.filter(({ dueOn }) => dueOn === null);
      if (overdue.length === 0 && undated.length === 0) return [];
      const [first] = overdue;
      const problems = [
        ...(first ? [`有 ${overdue.length} 项整改超期没有销号，例如“${first.content}”`] : []),
        ...(undated.length > 0 ? [`有 ${undated.length} 项整改没有写时限`] : []),
      ];
      const branch = facts.branches.find(({ id }) => id === campaign.branchId)?.name ?? '';
      return aboutCampaign(
        campaign,
        `${branch}${campaign.period}年度${campaign.kind}${problems.join('，')}。`,
      );
    }),
};

const democraticLifeMeeting: PartyRule = {
  id: 'PTY-53',
  severity: 'warning',
  label: '民主生活会到会人数和上报时限',
  basis: '《县以上党和国家机关党员领导干部民主生活会若干规定》',
  parameters: ['lifeMeetingReportDays'],
  check: (facts, parameters, today) =>
    facts.meetings.flatMap((meeting) => {
      if (meeting.type !== '民主生活会') return [];
      const about = meetingWords(facts, meeting);
      const due = meeting.attendance.filter(({ state }) => state !== '不计应到').length;
      const present = meeting.attendance.filter(({ state }) => state === '出席').length;
      const dueOn = addDays(meeting.heldOn, parameters.number('lifeMeetingReportDays', meeting.heldOn));
      const campaign = facts.campaigns.find(({ meetingId }) => meetingId === meeting.id);
      const reportedOn = campaign?.reportedOn ?? null;
      const late = reportedOn === null ? today > dueOn : reportedOn > dueOn;
      return [
        ...(due > 0 && !hasQuorum('democraticLife', due, present)
          ? [
              aboutMeeting(
                meeting,
                `${about}应到 ${due} 人，实到 ${present} 人，${quorumWords('democraticLife')}。`,
                'presence',
              ),
            ]
          : []),
        ...(late
          ? [
              {
                ...aboutMeeting(
                  meeting,
                  reportedOn === null
                    ? `${about}应在${formatChinese(dueOn)}前上报情况报告，还没有上报日期，请在“年度组织生活会工作”中填写。`
                    : `${about}的情况报告在${formatChinese(reportedOn)}上报，期限是${formatChinese(dueOn)}。`,
                  'report',
                ),
                window: { from: meeting.heldOn, to: dueOn },
              },
            ]
          : []),
      ];
    }),
};

/** 组织生活会 and 民主生活会: their time, their papers, what follows from them. */
export const yearlyWorkRules: readonly PartyRule[] = [
  lifeMeetingInSeason,
  rectificationsClosed,
  democraticLifeMeeting,
];
