import { addDays, addMonthsCN, formatChinese } from '../../../kernel/plainDate.ts';
import { bodiesFor, needsHearing } from '../../ethics/caseAuthority.ts';
import { appealClocks, complaintClocks, isLate, isRight } from '../../ethics/complaintClock.ts';
import type { CaseFact, EthicsFacts } from '../../ethics/facts.ts';
import { isUrgent } from '../../ethics/urgency.ts';
import {
  effectStart,
  isRevoked,
  isSanction,
  isSanctionEnd,
  isSanctionedOn,
  sanctionEnd,
  sanctionEndsOn,
} from '../../ethics/sanctions.ts';
import type { CaseClock } from '../../ethics/complaintClock.ts';
import type { PlainDate } from '../../../kernel/plainDate.ts';
import { aboutRecord, type FindingDraft, type Rule } from '../rule.ts';

type EthicsRule = Rule<EthicsFacts>;

/** Sentences name the case by its number, not the person: findings stand on the dashboard. */
function aboutCase(fact: CaseFact, sentence: string, part?: string): FindingDraft {
  return aboutRecord('ethicsCase', fact.id, `案件 ${fact.number}：${sentence}`, part);
}

const handledInTime: EthicsRule = {
  id: 'ETH-08',
  severity: 'warning',
  label: '投诉按时受理、调查、答复',
  basis: '学校投诉举报处理办法，期限可在参数中调整',
  parameters: [
    'complaintAcceptWorkdays',
    'complaintInvestigateWorkdays',
    'complaintExtensionWorkdays',
    'complaintAnswerWorkdays',
  ],
  check: (facts, parameters, today) =>
    facts.cases.flatMap((fact) =>
      complaintClocks(fact, facts.calendar, parameters).flatMap((clock) => lateStep(fact, clock, today)),
    ),
};

function lateStep(fact: CaseFact, clock: CaseClock, today: PlainDate): readonly FindingDraft[] {
  const { dueOn, doneOn, from, step } = clock;
  if (dueOn === undefined || !isLate(clock, today)) return [];
  const state = doneOn === null ? '还没有完成' : `到${formatChinese(doneOn)}才完成`;
  return [
    {
      ...aboutCase(fact, `${step}应在${formatChinese(dueOn)}前完成，${state}。`, step),
      window: { from, to: dueOn },
    },
  ];
}

const reviewedInTime: EthicsRule = {
  id: 'ETH-16',
  severity: 'warning',
  label: '复核、申诉按期办理',
  basis: '《事业单位工作人员申诉规定》：复核、申诉期限',
  parameters: ['reviewAskDays', 'reviewDecideDays', 'appealAskDays', 'appealDecideDays'],
  check: (facts, parameters, today) =>
    facts.cases.flatMap((fact) =>
      appealClocks(fact, facts.calendar, parameters)
        // Not asking for a review is nobody's fault; asking too late is worth a look.
        .filter(({ step, doneOn }) => doneOn !== null || !isRight(step))
        .flatMap((clock) => lateStep(fact, clock, today)),
    ),
};

const reportedAtOnce: EthicsRule = {
  id: 'ETH-09',
  severity: 'error',
  label: '伤害、猥亵、突发事件立即上报',
  basis: '《中华人民共和国未成年人保护法》第三十九条、第四十条',
  parameters: ['urgentReportDays'],
  check: (facts, parameters) =>
    facts.cases.flatMap((fact) => {
      if (!isUrgent(fact)) return [];
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
  severity: 'error',
  label: '处分期限正确，期内不得评优评聘',
  basis: '教师〔2018〕18号《中小学教师违反职业道德行为处理办法（2018年修订）》',
  parameters: ['sanctionMonths'],
  check: (facts, parameters) =>
    facts.cases.flatMap((fact) => {
      const { handling, effectFrom, effectTo, staffId } = fact;
      const expected =
        isSanction(handling) && effectFrom ? sanctionEndsOn(handling, effectFrom, parameters) : undefined;
      const wrongEnd =
        isSanction(handling) &&
        effectFrom !== null &&
        expected !== undefined &&
        (effectTo === null || !isSanctionEnd(handling, effectFrom, effectTo, parameters));
      const ends: readonly FindingDraft[] = wrongEnd
        ? [aboutCase(fact, `${handling}处分应到${formatChinese(expected)}结束，请核对处理结束日期。`, 'end')]
        : [];
      const awards = facts.awards.filter(
        (award) => award.staffId === staffId && isSanctionedOn(fact, award.grantedOn, parameters),
      );
      const lists = facts.selections.filter(
        (entry) =>
          entry.staffId === staffId &&
          !entry.dropped &&
          entry.purpose !== '年度考核' &&
          isSanctionedOn(fact, entry.listedOn, parameters),
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
        ...lists.map((entry): FindingDraft => ({
          sentence: `案件 ${fact.number}：当事人在处分或取消资格期内列入${entry.purpose}名单，请核对并撤下。`,
          window: null,
          subjectId: `${fact.id}/${entry.id}`,
          evidence: [
            { ledger: 'ethicsCase', id: fact.id },
            { ledger: 'staffSelection', id: entry.id },
          ],
          remedy: { kind: 'open', ledger: 'staffSelection', id: entry.id },
        })),
      ];
    }),
};

const disqualifiedLongEnough: EthicsRule = {
  id: 'ETH-12',
  severity: 'error',
  label: '取消资格期限足够',
  basis: '教师〔2018〕18号《中小学教师违反职业道德行为处理办法（2018年修订）》',
  parameters: ['disqualificationMonths'],
  check: (facts, parameters) =>
    facts.cases.flatMap((fact) => {
      const start = effectStart(fact);
      if (fact.disqualifiedUntil === null || start === null) return [];
      const least = parameters.number('disqualificationMonths', start);
      const earliest = addMonthsCN(start, least);
      if (fact.disqualifiedUntil >= addDays(earliest, -1)) return [];
      return aboutCase(
        fact,
        `取消资格到${formatChinese(fact.disqualifiedUntil)}，不足 ${least} 个月，应不早于${formatChinese(earliest)}。`,
      );
    }),
};

const fileComplete: EthicsRule = {
  id: 'ETH-13',
  severity: 'error',
  label: '处分案卷齐全',
  basis: '教师〔2018〕18号：调查、听取陈述、听证、书面决定、送达',
  check: (facts) =>
    facts.cases.flatMap((fact) => {
      if (!isSanction(fact.handling) || fact.decidedOn === null) return [];
      const missing = [
        ...['调查报告', '陈述笔录', '处理决定书', '送达回证'].filter(
          (kind) => !fact.paperKinds.includes(kind),
        ),
        ...(fact.heardOn === null ? ['听取本人陈述日期'] : []),
        ...(needsHearing(fact.handling) && fact.hearingToldOn === null ? ['告知听证权利日期'] : []),
        ...(fact.appealRouteTold === true ? [] : ['决定书写明申诉途径']),
        ...(fact.deliveredOn === null ? ['送达日期'] : []),
      ];
      return missing.length === 0
        ? []
        : [aboutCase(fact, `${fact.handling}处分的案卷缺少${missing.join('、')}。`)];
    }),
};

const decidedByAuthority: EthicsRule = {
  id: 'ETH-14',
  severity: 'error',
  label: '处分由有权机关决定',
  basis: '教师〔2018〕18号：公办学校提出建议，由教育主管部门决定；民办学校可决定警告、记过',
  check: (facts) =>
    facts.cases.flatMap((fact) => {
      if (fact.handling === null || fact.decidedBy === null) return [];
      if (bodiesFor(fact.handling, facts.isPublic).includes(fact.decidedBy)) return [];
      return [aboutCase(fact, `${fact.handling}处分不能由学校自行决定，应报县教育局决定，请核对决定机关。`)];
    }),
};

const liftedOrExtended: EthicsRule = {
  id: 'ETH-15',
  severity: 'warning',
  label: '处分期满办理解除',
  basis: '教师〔2018〕18号：处分期满按表现解除或延长',
  parameters: ['sanctionMonths'],
  check: (facts, parameters, today) =>
    facts.cases.flatMap((fact) => {
      const end = sanctionEnd(fact, parameters);
      if (end === undefined || end >= today || fact.liftedOn !== null) return [];
      return aboutCase(
        fact,
        `处分已于${formatChinese(end)}期满，还没有解除或延长决定，请办理并填写解除日期。`,
      );
    }),
};

const partyInformed: EthicsRule = {
  id: 'ETH-20',
  severity: 'warning',
  label: '党员受处分通报党组织',
  basis: '教师〔2018〕18号：是中共党员的，同时给予党纪处分',
  check: (facts) =>
    facts.cases.flatMap((fact) => {
      if (!isSanction(fact.handling) || fact.decidedOn === null || isRevoked(fact)) return [];
      if (fact.partyInformedOn !== null) return [];
      if (!facts.staff.some(({ id, isPartyMember }) => id === fact.staffId && isPartyMember)) return [];
      return [aboutCase(fact, `当事人是党员，受${fact.handling}处分后还没有通报党组织，请通报并填写日期。`)];
    }),
};

const complainedOfOften: EthicsRule = {
  id: 'ETH-25',
  severity: 'warning',
  label: '同一人一年内多次被投诉',
  basis: '学校投诉举报处理办法',
  parameters: ['repeatedComplaints'],
  check(facts, parameters, today) {
    const least = parameters.number('repeatedComplaints', today);
    const since = addMonthsCN(today, -12);
    const recent = facts.cases.filter(({ receivedOn }) => receivedOn > since && receivedOn <= today);
    return [...new Set(recent.map(({ staffId }) => staffId))].flatMap((staffId) => {
      const own = recent.filter((fact) => fact.staffId === staffId);
      if (own.length < least) return [];
      const numbers = own.map(({ number }) => number).join('、');
      return {
        sentence: `案件 ${numbers}：12 个月内投诉的是同一人，共 ${own.length} 次，请核实并谈话提醒。`,
        window: null,
        subjectId: staffId,
        evidence: own.map(({ id }) => ({ ledger: 'ethicsCase', id })),
        remedy: { kind: 'list' as const, ledger: 'ethicsCase' },
      };
    });
  },
};

const keptLongEnough: EthicsRule = {
  id: 'PRV-06',
  severity: 'info',
  label: '投诉材料保存期满',
  basis: '《中华人民共和国个人信息保护法》第十九条：保存期限为实现处理目的所必要的最短时间',
  parameters: ['caseRetentionYears'],
  check: (facts, parameters, today) =>
    facts.cases.flatMap((fact) => {
      const closedOn = fact.archivedOn ?? fact.concludedOn;
      // Sanctions stay in the personal file for good.
      if (closedOn === null || (isSanction(fact.handling) && !isRevoked(fact))) return [];
      const until = addMonthsCN(closedOn, 12 * parameters.number('caseRetentionYears', today));
      if (today <= until) return [];
      return aboutCase(fact, `材料已保存到${formatChinese(until)}，保存期满，请鉴定后决定删除还是继续保存。`);
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
  reviewedInTime,
  partyInformed,
  complainedOfOften,
  keptLongEnough,
];
