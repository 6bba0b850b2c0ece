import { addDays, addMonthsCN, formatChinese } from '../../../kernel/plainDate.ts';
import { complaintClocks, isLate } from '../../ethics/complaintClock.ts';
import type { CaseFact, EthicsFacts } from '../../ethics/facts.ts';
import {
  isSanction,
  isSanctionEnd,
  isSanctionedOn,
  leastDisqualificationMonths,
  sanctionEndsOn,
} from '../../ethics/sanctions.ts';
import type { FindingDraft, Rule } from '../rule.ts';

type EthicsRule = Rule<EthicsFacts>;

/** Sentences name the case by its number, not the person: findings stand on the dashboard. */
function aboutCase(fact: CaseFact, sentence: string, part?: string): FindingDraft {
  return {
    sentence: `案件 ${fact.number}：${sentence}`,
    window: null,
    subjectId: part === undefined ? fact.id : `${fact.id}/${part}`,
    evidence: [{ ledger: 'ethicsCase', id: fact.id }],
    remedy: { kind: 'open', ledger: 'ethicsCase', id: fact.id },
  };
}

const handledInTime: EthicsRule = {
  id: 'ETH-08',
  area: 'ethics',
  severity: 'warning',
  label: '投诉按时受理、调查、答复',
  basis: '学校投诉举报处理办法，期限可在参数中调整',
  parameters: ['complaintAcceptWorkdays', 'complaintInvestigateWorkdays', 'complaintAnswerWorkdays'],
  check: (facts, parameters, today) =>
    facts.cases.flatMap((fact) =>
      complaintClocks(fact, facts.calendar, parameters).flatMap((clock) => {
        const { dueOn, doneOn, from, step } = clock;
        if (dueOn === undefined || !isLate(clock, today)) return [];
        const state = doneOn === null ? '还没有完成' : `到${formatChinese(doneOn)}才完成`;
        return [
          {
            ...aboutCase(fact, `${step}应在${formatChinese(dueOn)}前完成，${state}。`, step),
            window: { from, to: dueOn },
          },
        ];
      }),
    ),
};

const reportedAtOnce: EthicsRule = {
  id: 'ETH-09',
  area: 'ethics',
  severity: 'error',
  label: '伤害、猥亵、突发事件立即上报',
  basis: '《中华人民共和国未成年人保护法》第三十九条、第四十条',
  parameters: ['urgentReportDays'],
  check: (facts, parameters) =>
    facts.cases.flatMap((fact) => {
      if (!/^(?:V05|V06|V07|K06)/.test(fact.violation)) return [];
      const dueOn = addDays(fact.receivedOn, parameters.number('urgentReportDays', fact.receivedOn));
      const problems = [
        ...(fact.urgentReportedOn === null ? ['没有上报日期'] : []),
        ...(fact.urgentReportedOn !== null && fact.urgentReportedOn > dueOn
          ? [`${formatChinese(fact.urgentReportedOn)}才上报`]
          : []),
        ...(fact.policeInformed === null ? ['没有注明是否报告公安机关'] : []),
      ];
      if (problems.length === 0) return [];
      return [aboutCase(fact, `属于应立即报告的情形，${problems.join('，')}，请立即报告并补填。`)];
    }),
};

const sanctionPeriod: EthicsRule = {
  id: 'ETH-10',
  area: 'ethics',
  severity: 'error',
  label: '处分期限正确，期内不得表彰',
  basis: '教师〔2018〕18号《中小学教师违反职业道德行为处理办法（2018年修订）》',
  parameters: [],
  check: (facts) =>
    facts.cases.flatMap((fact) => {
      const { handling, effectFrom, effectTo, staffId } = fact;
      const expected = isSanction(handling) && effectFrom ? sanctionEndsOn(handling, effectFrom) : undefined;
      const wrongEnd =
        isSanction(handling) &&
        effectFrom !== null &&
        expected !== undefined &&
        (effectTo === null || !isSanctionEnd(handling, effectFrom, effectTo));
      const ends: readonly FindingDraft[] = wrongEnd
        ? [aboutCase(fact, `${handling}处分应到${formatChinese(expected)}结束，请核对处理结束日期。`, 'end')]
        : [];
      const awards = facts.awards.filter(
        (award) => award.staffId === staffId && isSanctionedOn(fact, award.grantedOn),
      );
      return [
        ...ends,
        ...awards.map((award): FindingDraft => ({
          sentence: `案件 ${fact.number}：当事人在处分或取消资格期内获得“${award.name}”，请核对后报告决定机关。`,
          window: null,
          subjectId: `${fact.id}/${award.id}`,
          evidence: [
            { ledger: 'ethicsCase', id: fact.id },
            { ledger: 'ethicsAward', id: award.id },
          ],
          remedy: { kind: 'open', ledger: 'ethicsAward', id: award.id },
        })),
      ];
    }),
};

const disqualifiedLongEnough: EthicsRule = {
  id: 'ETH-12',
  area: 'ethics',
  severity: 'error',
  label: '取消资格不少于 24 个月',
  basis: '教师〔2018〕18号《中小学教师违反职业道德行为处理办法（2018年修订）》',
  parameters: [],
  check: (facts) =>
    facts.cases.flatMap((fact) => {
      const start = fact.effectFrom ?? fact.decidedOn;
      if (fact.disqualifiedUntil === null || start === null) return [];
      const earliest = addMonthsCN(start, leastDisqualificationMonths);
      if (fact.disqualifiedUntil >= addDays(earliest, -1)) return [];
      return [
        aboutCase(
          fact,
          `取消资格到${formatChinese(fact.disqualifiedUntil)}，不足 ${leastDisqualificationMonths} 个月，应不早于${formatChinese(earliest)}。`,
        ),
      ];
    }),
};

const fileComplete: EthicsRule = {
  id: 'ETH-13',
  area: 'ethics',
  severity: 'error',
  label: '处分案卷齐全',
  basis: '教师〔2018〕18号：调查、听取陈述、书面决定、送达',
  parameters: [],
  check: (facts) =>
    facts.cases.flatMap((fact) => {
      if (!isSanction(fact.handling) || fact.decidedOn === null) return [];
      const missing = [
        ...['调查报告', '陈述笔录', '处理决定书', '送达回证'].filter(
          (kind) => !fact.paperKinds.includes(kind),
        ),
        ...(fact.heardOn === null ? ['听取本人陈述日期'] : []),
        ...(fact.deliveredOn === null ? ['送达日期'] : []),
      ];
      return missing.length === 0
        ? []
        : [aboutCase(fact, `${fact.handling}处分的案卷缺少${missing.join('、')}。`)];
    }),
};

const decidedByAuthority: EthicsRule = {
  id: 'ETH-14',
  area: 'ethics',
  severity: 'error',
  label: '处分由有权机关决定',
  basis: '教师〔2018〕18号：公办学校提出建议，由教育主管部门决定',
  parameters: [],
  check: (facts) =>
    facts.cases.flatMap((fact) => {
      if (!facts.isPublic || !isSanction(fact.handling) || fact.decidedBy !== '学校') return [];
      return [aboutCase(fact, `${fact.handling}处分不能由学校自行决定，应报县教育局决定，请核对决定机关。`)];
    }),
};

const liftedOrExtended: EthicsRule = {
  id: 'ETH-15',
  area: 'ethics',
  severity: 'warning',
  label: '处分期满办理解除',
  basis: '教师〔2018〕18号：处分期满按表现解除或延长',
  parameters: [],
  check: (facts, _parameters, today) =>
    facts.cases.flatMap((fact) => {
      if (!isSanction(fact.handling) || fact.handling === '开除') return [];
      if (fact.effectTo === null || fact.effectTo >= today || fact.liftedOn !== null) return [];
      return [
        aboutCase(
          fact,
          `处分已于${formatChinese(fact.effectTo)}期满，还没有解除决定，请办理并填写解除日期。`,
        ),
      ];
    }),
};

/** Complaints, cases and sanctions. */
export const caseRules: readonly EthicsRule[] = [
  handledInTime,
  reportedAtOnce,
  sanctionPeriod,
  disqualifiedLongEnough,
  fileComplete,
  decidedByAuthority,
  liftedOrExtended,
];
