import { formatChineseNumber } from '../../../../shared/kernel/chineseNumber.ts';
import { formatChinese } from '../../../../shared/kernel/plainDate.ts';
import { memberName } from '../../../../shared/domain/membership/roll.ts';
import { reviewsMembers } from '../../../../shared/domain/partyLife/campaignKinds.ts';
import {
  campaignTalks,
  lifeMeetingOf,
  reviewMeetingOf,
} from '../../../../shared/domain/partyLife/campaignMeetings.ts';
import { campaignStanding, lastMeetingDay } from '../../../../shared/domain/partyLife/campaignStanding.ts';
import { campaignSteps } from '../../../../shared/domain/partyLife/campaignSteps.ts';
import { validBallots } from '../../../../shared/domain/partyLife/reviewCount.ts';
import type { Block, OfficeDocument } from '../../../documents/officeDocument.ts';
import { printedDate } from '../../../documents/officeText.ts';
import { countPersons, readCampaignPaper, titleLines, type CampaignPaper } from './campaignPaper.ts';
import { defineReport } from '../report.ts';
import { reviewGrades } from '../../../../shared/domain/partyLife/words.ts';

const shared = {
  area: 'partyLife',
  formats: ['docx', 'pdf'],
  scope: { kind: 'record', ledger: 'partyCampaign' },
  gather: readCampaignPaper,
} as const;

/** 工作方案 to be approved by the superior: theme, time, steps, who answers for it. */
export const campaignPlan = defineReport<CampaignPaper>({
  ...shared,
  name: 'campaignPlan',
  label: '组织生活会和民主评议工作方案',
  compose: (data) => ({
    name: `工作方案_${data.shortName}_${data.title}`,
    document: letter(data, '工作方案', planSections(data), data.campaign.planFiledOn),
    personCount: countPersons([data.campaign.owner, ...data.campaign.participants]),
    sensitiveColumns: [],
    problems: [
      ...(data.campaign.theme === null ? ['还没有填写主题。'] : []),
      ...(data.campaign.plannedOn === null ? ['还没有定召开日期。'] : []),
    ],
    rows: 1,
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
    {
      title: '主题',
      blocks: text(
        `以“${campaign.theme ?? '　　　　　　　　'}”为主题，${reviewsMembers(campaign.kind) ? `做好${title}工作` : `开好${title}`}。`,
      ),
    },
    { title: '时间和参加人员', blocks: text(`${when}。参加人员为${who}。`) },
    {
      title: '方法步骤',
      blocks: steps.flatMap((step, index): Block[] => [
        { kind: 'heading', level: 2, text: `（${formatChineseNumber(index + 1)}）${step.name}` },
        ...text(step.rule),
      ]),
    },
    {
      title: '工作要求',
      blocks: text(
        `${campaign.owner === null ? '支部书记' : `${memberName(facts, campaign.owner)}同志`}负总责，各步材料随时归档。坚持实事求是，见人见事见思想，防止走过场；整改事项逐项明确责任人和时限，完成一项销号一项。`,
      ),
    },
  ];
}

/** 情况报告 to the superior: what was done before, at and after the meeting, with the figures from the records. */
export const campaignReport = defineReport<CampaignPaper>({
  ...shared,
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
      sensitiveColumns: data.campaign.reviews.length > 0 ? ['评定等次'] : [],
      problems: open.length === 0 ? [] : [`还没有办完：${open.map(({ step }) => step.name).join('、')}。`],
      rows: 1,
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
  const before = [
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
  ].filter((part) => part !== null && part !== '');
  const due = meeting?.attendance.filter(({ state }) => state !== '不计应到').length ?? 0;
  const present = meeting?.attendance.filter(({ state }) => state === '出席').length ?? 0;
  return [
    { title: '会前准备', blocks: text(before.length === 0 ? '（待补充）' : `${before.join('；')}。`) },
    {
      title: '会议情况',
      blocks: text(
        meeting
          ? `${printedDate(meeting.heldOn)}在${meeting.place}召开会议，由${memberName(facts, meeting.hostId)}同志主持，${due > 0 ? `应到${due}人，实到${present}人` : '出席情况见会议记录'}。${campaign.superiorPresent === null ? '' : `${campaign.superiorPresent}到会指导。`}${campaign.kind === '民主评议党员' ? '' : '书记带头开展批评和自我批评，到会同志逐一发言，达到了预期目的。'}`
          : '（会议尚未召开）',
      ),
    },
    ...(reviewsMembers(campaign.kind) ? [{ title: '民主评议结果', blocks: text(reviewText(data)) }] : []),
    ...(campaign.kind === '民主评议党员'
      ? []
      : [{ title: '整改落实', blocks: text(rectificationText(data)) }]),
    ...(campaign.summary === null ? [] : [{ title: '总体评价', blocks: text(campaign.summary) }]),
  ];
}

function reviewText({ campaign, fact, facts }: CampaignPaper): string {
  const graded = campaign.reviews.filter(({ grade }) => grade !== null && grade !== '不评等次');
  if (graded.length === 0) return '（尚未评定）';
  const valid = validBallots(fact.ballots);
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

interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
}

function text(paragraph: string): Block[] {
  return [{ kind: 'paragraph', text: paragraph }];
}

function letter(
  data: CampaignPaper,
  name: string,
  sections: readonly Section[],
  on: string | null,
): OfficeDocument {
  return {
    title: titleLines(data, name),
    orientation: 'portrait',
    style: 'letter',
    pageNumbers: true,
    blocks: [
      ...sections.flatMap(({ title: heading, blocks }, index): Block[] => [
        { kind: 'heading', level: 1, text: `${formatChineseNumber(index + 1)}、${heading}` },
        ...blocks,
      ]),
      { kind: 'paragraph', align: 'right', text: data.branchName },
      { kind: 'paragraph', align: 'right', text: on === null ? '年　　月　　日' : printedDate(on) },
    ],
  };
}
