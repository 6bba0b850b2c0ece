import { formatChineseNumber } from '../../../../shared/kernel/chineseNumber.ts';
import { formatChinese } from '../../../../shared/kernel/plainDate.ts';
import { memberName } from '../../../../shared/domain/partyLife/roll.ts';
import { reviewsMembers } from '../../../../shared/domain/partyLife/campaignKinds.ts';
import { reviewGrades } from '../../../../shared/domain/partyLife/words.ts';
import {
  campaignTalks,
  lifeMeetingOf,
  reviewMeetingOf,
} from '../../../../shared/domain/partyLife/campaignMeetings.ts';
import { campaignStanding, lastMeetingDay } from '../../../../shared/domain/partyLife/campaignStanding.ts';
import { campaignSteps } from '../../../../shared/domain/partyLife/campaignSteps.ts';
import { validBallots } from '../../../../shared/domain/partyLife/reviewCount.ts';
import { type Section, body, heading, sealed, sections } from '../../../documents/officeBlocks.ts';
import type { OfficeDocument } from '../../../documents/officeDocument.ts';
import { blanks, joined, printedDate } from '../../../documents/officeText.ts';
import { countPersons, recordReport } from '../report.ts';
import { campaignSource, titleLines, type CampaignPaper } from './campaignPaper.ts';

/** 工作方案 to be approved by the superior: theme, time, steps, who answers for it. */
export const campaignPlan = recordReport({
  ...campaignSource,
  name: 'campaignPlan',
  label: '组织生活会和民主评议工作方案',
  compose: (data) => ({
    name: `工作方案_${data.shortName}_${data.title}`,
    document: letter(data, '工作方案', planSections(data), data.campaign.planFiledOn),
    personCount: countPersons([data.campaign.owner, ...data.campaign.participants]),
    problems: [
      data.campaign.theme === null && '还没有填写主题。',
      data.campaign.plannedOn === null && '还没有定召开日期。',
    ],
  }),
});

function planSections(data: CampaignPaper): readonly Section[] {
  const { campaign, title, facts } = data;
  const when =
    campaign.plannedOn === null
      ? `${formatChinese(lastMeetingDay(data.year, data.parameters))}前召开，具体时间另行确定`
      : `拟于${printedDate(campaign.plannedOn)}召开`;
  const who =
    campaign.kind === '民主生活会'
      ? campaign.participants.length > 0
        ? `班子成员${campaign.participants.map((id) => memberName(facts, id)).join('、')}同志`
        : '学校领导班子全体党员成员'
      : `支部全体党员${reviewsMembers(campaign.kind) ? '，预备党员参加，不评定等次' : ''}`;
  const steps = campaignSteps(campaign.kind).filter(({ key }) => key !== 'plan');
  return [
    [
      '主题',
      `以“${campaign.theme ?? blanks(8)}”为主题，${reviewsMembers(campaign.kind) ? `做好${title}工作` : `开好${title}`}。`,
    ],
    ['时间和参加人员', `${when}。参加人员为${who}。`],
    [
      '方法步骤',
      steps.flatMap((step, index) => [
        heading(`（${formatChineseNumber(index + 1)}）${step.name}`, 2),
        ...body(step.rule),
      ]),
    ],
    [
      '工作要求',
      `${campaign.owner === null ? '支部书记' : `${memberName(facts, campaign.owner)}同志`}负总责，各步材料随时归档。坚持实事求是，见人见事见思想，防止走过场；整改事项逐项明确责任人和时限，完成一项销号一项。`,
    ],
  ];
}

/** 情况报告 to the superior: what was done before, at and after the meeting, with the figures from the records. */
export const campaignReport = recordReport({
  ...campaignSource,
  name: 'campaignReport',
  label: '组织生活会和民主评议情况报告',
  compose: (data) => {
    const open = campaignStanding(data.fact, data).filter(
      ({ state, step }) => state !== 'done' && !['report', 'rectification', 'publish'].includes(step.key),
    );
    return {
      name: `情况报告_${data.shortName}_${data.title}`,
      document: letter(data, '情况报告', reportSections(data), data.campaign.reportedOn),
      personCount: countPersons(
        data.campaign.reviews.map(({ member, grade }) => (grade === '优秀' ? member : null)),
      ),
      sensitiveColumns: [data.campaign.reviews.length > 0 && '评定等次'],
      problems: open.length === 0 ? [] : [`还没有办完：${open.map(({ step }) => step.name).join('、')}。`],
    };
  },
});

function reportSections(data: CampaignPaper): readonly Section[] {
  const { campaign, fact, facts } = data;
  const meeting = lifeMeetingOf(fact, facts);
  const matrix = campaignTalks(fact, facts, data.today);
  const talks = matrix.memberIds.reduce(
    (sum, first, index) =>
      sum +
      matrix.memberIds
        .slice(index + 1)
        .reduce((own, second) => own + matrix.talksOf(first, second).length, 0),
    0,
  );
  const before = joined(
    [
      campaign.planFiledOn &&
        `方案${printedDate(campaign.planFiledOn)}报批${campaign.planApprovedOn === null ? '' : `，${printedDate(campaign.planApprovedOn)}批复同意`}`,
      campaign.studyCount === null
        ? null
        : `组织会前学习${campaign.studyCount}次${campaign.studyContent === null ? '' : `，学习了${campaign.studyContent}`}`,
      fact.opinionCount === null
        ? null
        : `${campaign.opinionMethods === null ? '' : `以${campaign.opinionMethods}等方式`}征求${campaign.opinionPeople === null ? '' : `${campaign.opinionPeople}人的`}意见，收集意见建议${fact.opinionCount}条`,
      talks === 0 || campaign.kind === '民主评议党员' ? null : `开展谈心谈话${talks}人次`,
      campaign.problems.length === 0 ? null : `查摆问题${campaign.problems.length}条`,
    ],
    '；',
  );
  const due = meeting?.attendance.filter(({ state }) => state !== '不计应到').length ?? 0;
  const present = meeting?.attendance.filter(({ state }) => state === '出席').length ?? 0;
  return [
    ['会前准备', before === '' ? '（待补充）' : `${before}。`],
    [
      '会议情况',
      meeting
        ? `${printedDate(meeting.heldOn)}在${meeting.place}召开会议，由${memberName(facts, meeting.hostId)}同志主持，${due > 0 ? `应到${due}人，实到${present}人` : '出席情况见会议记录'}。${campaign.superiorPresent === null ? '' : `${campaign.superiorPresent}到会指导。`}${campaign.kind === '民主评议党员' ? '' : '书记带头开展批评和自我批评，到会同志逐一发言，达到了预期目的。'}`
        : '（会议尚未召开）',
    ],
    ...(reviewsMembers(campaign.kind) ? [['民主评议结果', reviewText(data)] as const] : []),
    ...(campaign.kind === '民主评议党员' ? [] : [['整改落实', rectificationText(data)] as const]),
    ...(campaign.summary === null ? [] : [['总体评价', campaign.summary] as const]),
  ];
}

function reviewText({ campaign, fact, facts }: CampaignPaper): string {
  const graded = campaign.reviews.filter(({ grade }) => grade !== null && grade !== '不评等次');
  if (graded.length === 0) return '（尚未评定）';
  const valid = validBallots(fact);
  const meeting = reviewMeetingOf(fact, facts);
  const counts = reviewGrades
    .map((each) => `${each}${graded.filter(({ grade }) => grade === each).length}人`)
    .join('，');
  const excellent = graded
    .filter(({ grade }) => grade === '优秀')
    .map(({ member }) => memberName(facts, member));
  const only = campaign.reviews.length - graded.length;
  return [
    meeting && campaign.kind !== '民主评议党员' ? `${printedDate(meeting.heldOn)}开展民主评议。` : '',
    campaign.ballotsIssued === null || valid === null
      ? ''
      : `发出测评票${campaign.ballotsIssued}张，收回${campaign.ballotsReturned ?? 0}张，有效票${valid}张。`,
    `经${campaign.assessedBy ?? '支部'}评定，参评党员${graded.length}人：${counts}。`,
    excellent.length === 0 ? '' : `评为优秀的是${excellent.join('、')}。`,
    only === 0 ? '' : `预备党员${only}人参加评议，不评定等次。`,
  ].join('');
}

function rectificationText({ campaign }: CampaignPaper): string {
  const { rectifications } = campaign;
  if (rectifications.length === 0) return '（整改清单待制定）';
  const closed = rectifications.filter(({ closedOn }) => closedOn !== null).length;
  const last = rectifications
    .flatMap(({ dueOn }) => dueOn ?? [])
    .toSorted()
    .at(-1);
  return `针对查摆出的问题制定整改措施${rectifications.length}项，逐项明确责任人和时限，已销号${closed}项${closed === rectifications.length ? '，全部完成' : last === undefined ? '' : `，其余的在${formatChinese(last)}前完成`}。整改清单附后。`;
}

function letter(
  data: CampaignPaper,
  name: string,
  parts: readonly Section[],
  on: string | null,
): OfficeDocument {
  return {
    title: titleLines(data, name),
    style: 'letter',
    pageNumbers: true,
    blocks: [...sections(parts), sealed(data.branchName, on)],
  };
}
