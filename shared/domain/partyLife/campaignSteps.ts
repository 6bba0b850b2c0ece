import { reviewsMembers } from './campaignKinds.ts';
import type { CampaignKind } from './words.ts';

export type CampaignStepKey =
  | 'plan'
  | 'study'
  | 'opinions'
  | 'talks'
  | 'selfCheck'
  | 'meeting'
  | 'selfReview'
  | 'peerReview'
  | 'ballot'
  | 'assessment'
  | 'rectification'
  | 'publish'
  | 'report';

/** A paper of a step: a file that is attached, one that the program prints, or both. */
export interface CampaignPaper {
  readonly name: string;
  /** Kind of attachment that is this paper; `null` = the program's own record of it is enough. */
  readonly attachment: string | null;
  /** Report that prints it. */
  readonly report?: string;
}

export interface CampaignStep {
  readonly key: CampaignStepKey;
  readonly name: string;
  /** What the rules ask, in the words of the office. */
  readonly rule: string;
  readonly papers: readonly CampaignPaper[];
  /** Fields of the campaign in which it is recorded. */
  readonly fields: readonly string[];
}

const planPaper: CampaignPaper = { name: '工作方案', attachment: '方案', report: 'campaignPlan' };
const reportPaper: CampaignPaper = { name: '情况报告', attachment: '情况报告', report: 'campaignReport' };
const ballotPaper: CampaignPaper = { name: '测评票统计', attachment: '测评票统计', report: 'reviewSummary' };

function plan(
  rule: string,
  more: readonly CampaignPaper[] = [],
  fields: readonly string[] = [],
): CampaignStep {
  return {
    key: 'plan',
    name: '方案报批',
    rule,
    papers: [planPaper, ...more],
    fields: ['theme', 'owner', ...fields, 'plannedOn', 'planFiledOn', 'planApprovedOn', 'files'],
  };
}

function study(name: string, rule: string): CampaignStep {
  return { key: 'study', name, rule, papers: [], fields: ['studyOn', 'studyCount', 'studyContent'] };
}

const opinions: CampaignStep = {
  key: 'opinions',
  name: '征求意见',
  rule: '会前用座谈、走访、意见箱等办法听取党员和群众的意见，原原本本梳理。',
  papers: [{ name: '征求意见汇总表', attachment: null, report: 'campaignOpinions' }],
  fields: ['opinionsFrom', 'opinionsTo', 'opinionMethods', 'opinionPeople', 'opinionCount', 'opinions'],
};

function talks(rule: string): CampaignStep {
  return { key: 'talks', name: '谈心谈话', rule, papers: [], fields: ['talksFrom', 'talksDoneOn'] };
}

function selfCheck(name: string, rule: string, paper: string): CampaignStep {
  return {
    key: 'selfCheck',
    name,
    rule,
    papers: [
      { name: paper, attachment: paper },
      { name: '问题清单', attachment: null, report: 'campaignProblems' },
    ],
    fields: ['selfCheckOn', 'problems', 'files'],
  };
}

function sitting(name: string, rule: string): CampaignStep {
  return { key: 'meeting', name, rule, papers: [], fields: ['meeting', 'superiorPresent'] };
}

const rectification: CampaignStep = {
  key: 'rectification',
  name: '整改销号',
  rule: '会后列出整改清单，逐项定责任人和时限，完成一项销号一项，直到全部销号。',
  papers: [{ name: '整改清单', attachment: null, report: 'campaignRectifications' }],
  fields: ['rectifications'],
};

function publish(name: string, rule: string): CampaignStep {
  return { key: 'publish', name, rule, papers: [], fields: ['publishedOn'] };
}

function report(name: string, rule: string): CampaignStep {
  return { key: 'report', name, rule, papers: [reportPaper], fields: ['reportedOn', 'summary', 'files'] };
}

/** 个人自评 → 党员互评 → 民主测评 → 组织评定. */
function review(meetingField: 'meeting' | 'reviewMeeting'): readonly CampaignStep[] {
  return [
    {
      key: 'selfReview',
      name: '个人自评',
      rule: '每名党员对照党员标准自评等次；不能到会的提交书面材料。',
      papers: [],
      fields: [],
    },
    {
      key: 'peerReview',
      name: '党员互评',
      rule: '党员之间开展批评，互评等次；党员多的支部可以分党小组进行。',
      papers: [],
      fields: [],
    },
    {
      key: 'ballot',
      name: '民主测评',
      rule: '在党员大会上发票测评，当场计票；每人的四种票合计等于有效票。',
      papers: [{ name: '民主测评票', attachment: null, report: 'reviewBallots' }, ballotPaper],
      fields: [meetingField],
    },
    {
      key: 'assessment',
      name: '组织评定',
      rule: '支委会或党员大会综合评定等次，优秀一般不超过三分之一；预备党员不评等次。',
      papers: [{ name: '民主评议党员登记表', attachment: null, report: 'reviewForms' }],
      fields: [],
    },
  ];
}

const lifeSteps = {
  study: study('会前学习', '围绕主题组织党员集中学习，打牢思想基础。'),
  talks: talks('书记与委员、委员之间、委员与党员、党员之间普遍谈一次心。'),
  selfCheck: selfCheck('查摆问题', '支委会撰写对照检查材料，党员写发言提纲，列出问题清单。', '发言提纲'),
  meeting: sitting(
    '召开会议',
    '书记通报全年工作并带头自我批评，党员逐个自我批评、相互批评；缺席的党员提交书面发言。',
  ),
};

const branchReport = report('情况上报', '会后把开展情况报上级党组织。');

/** The steps of a kind of campaign in their order (domain.md §1.7, §1.9; 支部工作条例, 民主生活会若干规定). */
export function campaignSteps(kind: CampaignKind): readonly CampaignStep[] {
  switch (kind) {
    case '组织生活会':
      return [
        plan('定主题、时间和步骤，报上级党组织同意。'),
        lifeSteps.study,
        opinions,
        lifeSteps.talks,
        lifeSteps.selfCheck,
        lifeSteps.meeting,
        rectification,
        branchReport,
      ];
    case '民主评议党员':
      return [
        plan('定评议范围、时间和步骤，报上级党组织同意。'),
        study('学习动员', '学习党章和党员标准，讲清评议的目的、步骤和要求。'),
        ...review('meeting'),
        publish('结果通报', '评议结果向本人反馈并签字，在支部通报。'),
        report('结果上报', '把评议结果和开展情况报上级党组织。'),
      ];
    case '组织生活会和民主评议':
      return [
        plan('组织生活会和民主评议一并安排，报上级党组织同意。'),
        lifeSteps.study,
        opinions,
        lifeSteps.talks,
        lifeSteps.selfCheck,
        lifeSteps.meeting,
        ...review('reviewMeeting'),
        rectification,
        publish('结果通报', '评议结果向本人反馈并签字，会议情况和整改措施在支部通报。'),
        branchReport,
      ];
    case '民主生活会':
      return [
        plan(
          '会前把方案报上级党组织审批，同意后召开。',
          [{ name: '方案批复', attachment: '批复' }],
          ['participants'],
        ),
        study('会前学习', '班子成员围绕主题学习研讨。'),
        opinions,
        talks('书记与每名成员、成员之间必谈，谈开谈透，达成共识。'),
        selfCheck('对照检查', '撰写班子对照检查材料和个人发言提纲，列出问题清单。', '对照检查材料'),
        sitting('召开会议', '到会成员达到三分之二以上才能召开；书记带头，逐个对照检查、开展批评。'),
        publish('会后通报', '会议情况和整改措施在一定范围通报。'),
        report('情况报告', '会后在期限内把情况报告、会议记录和整改措施报上级。'),
        rectification,
      ];
  }
}

/** Whether the step is recorded in the review's table and not in fields of its own. */
export function isReviewStep(key: CampaignStepKey): boolean {
  return key === 'selfReview' || key === 'peerReview' || key === 'ballot' || key === 'assessment';
}

/** Name of the campaign in a sentence: 2025年度组织生活会和民主评议党员. */
export function campaignWords(kind: CampaignKind, year: string): string {
  const name = reviewsMembers(kind) && kind !== '民主评议党员' ? '组织生活会和民主评议党员' : kind;
  return `${year}年度${name}`;
}
