import { addDays, addMonthsCN, formatChinese } from '../../../kernel/plainDate.ts';
import type { PrivacyFacts } from '../../privacy/facts.ts';
import { aboutRecord, type Rule } from '../rule.ts';

type PrivacyRule = Rule<PrivacyFacts>;

const lookedBackDays = 365;

const looksAllowed: PrivacyRule = {
  id: 'PRV-05',
  severity: 'error',
  label: '受限内容只有指定人员查看',
  basis: '《未成年人网络保护条例》第三十六条：最小授权，经审批，留痕',
  check: (facts, _parameters, today) =>
    facts.looks
      .filter(({ allowed, on }) => !allowed && on <= today && on > addDays(today, -lookedBackDays))
      .map(({ key, on, accountName, ledger, recordId }) => ({
        sentence: `${formatChinese(on)}，${accountName}查看了受限内容，但当时不是指定人员，请核实并处理。`,
        window: { from: on, to: on },
        subjectId: key,
        evidence: [{ ledger, id: recordId }],
        remedy: { kind: 'open' as const, ledger, id: recordId },
      })),
};

const auditedYearly: PrivacyRule = {
  id: 'PRV-08',
  severity: 'warning',
  label: '每年未成年人个人信息合规审计',
  basis: '《未成年人网络保护条例》第三十七条；《中华人民共和国个人信息保护法》第五十五条、第五十六条',
  check(facts, _parameters, today) {
    if (facts.pupils.length === 0) return [];
    const last = (kind: string): string | undefined =>
      facts.reviews
        .filter((review) => review.kind === kind && review.doneOn <= today)
        .map(({ doneOn }) => doneOn)
        .toSorted()
        .at(-1);
    const audit = last('合规审计');
    const problems = [
      ...(audit === undefined
        ? ['还没有未成年人个人信息合规审计']
        : addMonthsCN(audit, 12) < today
          ? [`上次合规审计在${formatChinese(audit)}，已超过一年`]
          : []),
      ...(last('影响评估') === undefined ? ['还没有个人信息保护影响评估'] : []),
    ];
    if (problems.length === 0) return [];
    return [
      {
        sentence: `${problems.join('，')}，请完成后登记并存报告。`,
        window: null,
        subjectId: 'school',
        evidence: [],
        remedy: { kind: 'create' as const, ledger: 'privacyReview', period: null, values: {} },
      },
    ];
  },
};

const requestsAnswered: PrivacyRule = {
  id: 'PRV-11',
  severity: 'warning',
  label: '更正删除申请按时办结',
  basis: '《中华人民共和国个人信息保护法》第四十五条至第四十七条、第五十条',
  parameters: ['privacyRequestWorkdays'],
  check: (facts, parameters, today) =>
    facts.requests.flatMap(({ id, number, kind, receivedOn, answeredOn }) => {
      const days = parameters.number('privacyRequestWorkdays', receivedOn);
      const dueOn = facts.calendar.addWorkdays(receivedOn, days);
      if (answeredOn !== null || dueOn === undefined || today <= dueOn) return [];
      return {
        ...aboutRecord(
          'privacyRequest',
          id,
          `${kind}申请 ${number} 应在${formatChinese(dueOn)}前办结，还没有办结，请办理并填写结果。`,
        ),
        window: { from: receivedOn, to: dueOn },
      };
    }),
};

/** Who looks, who audits, who answers. */
export const oversightRules: readonly PrivacyRule[] = [looksAllowed, auditedYearly, requestsAnswered];
