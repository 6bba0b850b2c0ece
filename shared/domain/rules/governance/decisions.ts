import { formatChinese } from '../../../kernel/plainDate.ts';
import { formatMoney } from '../../../kernel/money.ts';
import { isCarriedOut, isMajor } from '../../governance/facts.ts';
import type { GovernanceFacts, TopicFact } from '../../governance/facts.ts';
import { aboutGovernance, findInTopics, governanceBasis } from './aboutGovernance.ts';
import type { GovernanceRule } from './aboutGovernance.ts';

/** Whether a meeting of the Party organisation decided on a topic of the principal's meeting. */
function isDecidedByParty(facts: GovernanceFacts, topic: TopicFact): boolean {
  return facts.meetings.some(
    (meeting) =>
      meeting.kind === '学校党组织会议' &&
      (meeting.id === topic.decidedAtId
        ? meeting.topics.some(({ decision }) => decision !== null)
        : meeting.topics.some(({ name, decision }) => name === topic.name && decision !== null)),
  );
}

const majorDecidedByParty: GovernanceRule = {
  id: 'GOV-03',
  severity: 'error',
  label: '“三重一大”事项由党组织会议决定',
  basis: `${governanceBasis}；学校“三重一大”决策制度`,
  check: (facts) =>
    findInTopics(facts, (meeting, topic) => {
      if (!isMajor(topic)) return undefined;
      if (meeting.kind === '学校党组织会议')
        return topic.decision === null ? '属于“三重一大”，没有填党组织会议的决定。' : undefined;
      if (topic.decision === '不同意' || topic.decision === '暂缓') return undefined;
      return isDecidedByParty(facts, topic)
        ? undefined
        : '属于“三重一大”，没有党组织会议的决定，请登记并选上那次会议。';
    }),
};

const bigAmountMarked: GovernanceRule = {
  id: 'GOV-04',
  severity: 'error',
  label: '达到标准的资金列为大额度资金使用',
  basis: '学校议事规则；“三重一大”决策制度',
  parameters: ['bigAmountThreshold'],
  check: (facts, parameters) =>
    findInTopics(facts, (meeting, { amount, topicClass, major }) => {
      const threshold = parameters.number('bigAmountThreshold', meeting.heldOn);
      if (amount === null || amount < threshold * 100) return undefined;
      if (topicClass === '大额度资金使用' || major) return undefined;
      return `金额 ${formatMoney(amount)} 元，达到大额度资金标准（${threshold} 元），应按“三重一大”决策。`;
    }),
};

const communicatedBefore: GovernanceRule = {
  id: 'GOV-05',
  severity: 'warning',
  label: '重要议题会前书记、校长充分沟通',
  basis: governanceBasis,
  check: (facts) =>
    findInTopics(facts, (meeting, topic) => {
      const { communicatedOn } = topic;
      if (communicatedOn === null) return isMajor(topic) ? '没有填书记、校长会前沟通的日期。' : undefined;
      return communicatedOn > meeting.heldOn
        ? `沟通日期（${formatChinese(communicatedOn)}）在会后，应在会前沟通。`
        : undefined;
    }),
};

const staffHeard: GovernanceRule = {
  id: 'GOV-06',
  severity: 'warning',
  label: '涉及教职工切身利益的事项听取教代会意见',
  basis: '《学校教职工代表大会规定》',
  check: (facts) =>
    findInTopics(facts, (_meeting, { touchesStaff, staffOpinion }) =>
      touchesStaff && staffOpinion === null
        ? '涉及教职工切身利益，没有教代会或教职工大会的意见。'
        : undefined,
    ),
};

const followedUp: GovernanceRule = {
  id: 'GOV-07',
  severity: 'warning',
  label: '会议决定按期落实',
  basis: `${governanceBasis}；学校督办制度`,
  check: (facts, _parameters, today) =>
    facts.meetings.flatMap((meeting) =>
      meeting.topics.flatMap((topic) => {
        const { dueOn, closedOn } = topic;
        if (!isCarriedOut(topic) || dueOn === null || closedOn !== null || dueOn >= today) return [];
        const owner = topic.owner === null ? '没有责任人' : `责任人${topic.owner}`;
        return aboutGovernance(
          meeting,
          `议题“${topic.name}”应在${formatChinese(dueOn)}前办结（${owner}），还没有办结记录。`,
          topic.id,
          { from: meeting.heldOn < dueOn ? meeting.heldOn : dueOn, to: dueOn },
        );
      }),
    ),
};

/** What is decided where, how it was prepared and whether it was done. */
export const decisionRules: readonly GovernanceRule[] = [
  majorDecidedByParty,
  bigAmountMarked,
  communicatedBefore,
  staffHeard,
  followedUp,
];
