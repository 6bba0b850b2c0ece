import { formatPeriod, periodRange } from '../../../kernel/periods.ts';
import { addDays, formatChinese } from '../../../kernel/plainDate.ts';
import { existsThroughout } from '../../partyLife/roll.ts';
import type { PartyLifeFacts } from '../../partyLife/facts.ts';
import type { Rule } from '../rule.ts';
import { aboutManyMeetings, aboutMeeting, meetingWords } from './meetingWords.ts';
import type { MeetingType } from '../../partyLife/words.ts';

type PartyRule = Rule<PartyLifeFacts>;

/** Kinds that are entered on the provincial platform and reported after the meeting. */
const filedKinds: readonly MeetingType[] = [
  '支部党员大会',
  '支部委员会会议',
  '党小组会',
  '党课',
  '主题党日',
  '组织生活会',
  '民主评议党员',
];

const enteredOnPlatform: PartyRule = {
  id: 'PTY-40',
  severity: 'warning',
  label: '会前录入甘肃党建平台',
  basis: '甘肃党建平台使用说明：已经开过的会议不能补录',
  check: (facts) => {
    const filed = facts.meetings.filter(({ type }) => filedKinds.includes(type));
    const late = filed.filter(({ platformOn, heldOn }) => platformOn !== null && platformOn > heldOn);
    return [
      ...late.map((meeting) =>
        aboutMeeting(
          meeting,
          `${meetingWords(facts, meeting)}的甘肃党建录入日期是${formatChinese(meeting.platformOn ?? '')}，晚于会议，平台不能补录，请核对。`,
        ),
      ),
      ...aboutManyMeetings(
        facts,
        filed.filter(({ platformOn }) => platformOn === null),
        'info',
        (branch, count) => `${branch}有 ${count} 次会议没有填甘肃党建录入日期，平台须在会前录入，请补填。`,
      ),
    ];
  },
};

const quarterPlanFiled: PartyRule = {
  id: 'PTY-41',
  severity: 'info',
  label: '季度计划按时报备',
  basis: '组织生活全程纪实做法：季度第一个月 5 日前报备计划',
  parameters: ['quarterPlanDueDay'],
  check: (facts, parameters, today) =>
    facts.branches.flatMap((branch) =>
      [1, 2, 3, 4].flatMap((number) => {
        const period = `${facts.year}Q${number}`;
        const span = periodRange(period);
        const dueOn = addDays(span.from, parameters.number('quarterPlanDueDay', span.from) - 1);
        const plan = facts.quarterPlans.find(
          (filed) => filed.branchId === branch.id && filed.period === period,
        );
        if (!existsThroughout(branch, { from: span.from, to: dueOn }) || today <= dueOn) return [];
        if (plan && plan.filedOn <= dueOn) return [];
        const about = `${formatPeriod(period)} ${branch.name}的组织生活计划`;
        return {
          sentence: plan
            ? `${about}在${formatChinese(plan.filedOn)}报备，应在${formatChinese(dueOn)}前。`
            : `${about}还没有报备记录，应在${formatChinese(dueOn)}前报备。`,
          window: { from: span.from, to: dueOn },
          subjectId: branch.id,
          evidence: [{ ledger: 'branch', id: branch.id }],
          remedy: plan
            ? { kind: 'list' as const, ledger: 'partyQuarterPlan' }
            : {
                kind: 'create' as const,
                ledger: 'partyQuarterPlan',
                period,
                values: { branch: branch.id },
              },
        };
      }),
    ),
};

const reportedAfterwards: PartyRule = {
  id: 'PTY-42',
  severity: 'warning',
  label: '会后按时上报纪实报告表',
  basis: '组织生活全程纪实做法：会后 3 个工作日内上报',
  parameters: ['meetingReportWorkdays'],
  check: (facts, parameters, today) => {
    const filed = facts.meetings
      .filter(({ type }) => filedKinds.includes(type))
      .map((meeting) => ({
        meeting,
        dueOn: facts.calendar.addWorkdays(
          meeting.heldOn,
          parameters.number('meetingReportWorkdays', meeting.heldOn),
        ),
      }));
    return [
      ...filed.flatMap(({ meeting, dueOn }) =>
        dueOn !== undefined && meeting.reportedOn !== null && meeting.reportedOn > dueOn
          ? aboutMeeting(
              meeting,
              `${meetingWords(facts, meeting)}的纪实报告表在${formatChinese(meeting.reportedOn)}上报，期限是${formatChinese(dueOn)}。`,
            )
          : [],
      ),
      ...aboutManyMeetings(
        facts,
        filed
          .filter(({ meeting, dueOn }) => dueOn !== undefined && meeting.reportedOn === null && today > dueOn)
          .map(({ meeting }) => meeting),
        'warning',
        (branch, count) => `${branch}有 ${count} 次会议过了期限还没有填纪实表上报日期，请补填。`,
      ),
    ];
  },
};

/** What goes to the platform and to the superior. */
export const filingRules: readonly PartyRule[] = [enteredOnPlatform, quarterPlanFiled, reportedAfterwards];
