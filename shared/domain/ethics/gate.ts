import { periodOf, periodRange } from '../../kernel/periods.ts';
import { daysBetween, formatChinese, yearOf } from '../../kernel/plainDate.ts';
import type { PlainDate } from '../../kernel/plainDate.ts';
import type { Parameters } from '../parameters/index.ts';
import { assessmentLimits } from './annualAssessment.ts';
import { caseAsOn } from './caseAsOn.ts';
import { caseStateOf } from './caseLifeCycle.ts';
import type { AppraisalFact, CaseFact, EntryCheckFact } from './facts.ts';
import type { GatePurpose } from './gatePurposes.ts';
import { isAtLeast, isDisqualifiedOn, isUnderSanction, sanctionEnd } from './sanctions.ts';
import { blockOfUnqualified } from './unqualified.ts';
import { vetoProofs } from './vetoEvents.ts';

/** What the gate knows of one person; other people's records are not among them. */
export interface GateFacts {
  readonly appraisals: readonly AppraisalFact[];
  readonly cases: readonly CaseFact[];
  readonly entryChecks: readonly EntryCheckFact[];
}

export interface GateReason {
  /** blocked: until its day, `null` = for good or until mended · decision: the school has to decide, never the program. */
  readonly effect: 'blocked' | 'decision';
  readonly sentence: string;
  readonly basis: string;
  readonly until: PlainDate | null;
  readonly proof: { readonly ledger: string; readonly id: string } | null;
}

export interface GateAnswer {
  readonly outcome: 'pass' | 'blocked' | 'decision';
  /** Last day of the block; `null` = none or without end. */
  readonly blockedUntil: PlainDate | null;
  /** The blocks first, the longest first. */
  readonly reasons: readonly GateReason[];
}

const handlingRules = '教师〔2018〕18号《中小学教师违反职业道德行为处理办法（2018年修订）》';
const firstStandard = '教师〔2013〕10号：师德表现一票否决';

/**
 * Whether ethics lets somebody pass for a purpose on a day, as the records stood on that day:ethics first (师德第一标准). What
 * the texts don't settle (a case under way, a sanction that ended lately, a missing appraisal) needs a decision by people.
 */
export function gateOf(
  everything: GateFacts,
  purpose: GatePurpose,
  on: PlainDate,
  parameters: Parameters,
): GateAnswer {
  const cases = everything.cases.map((fact) => caseAsOn(fact, on)).filter((fact) => fact !== undefined);
  const facts = { ...everything, cases };
  const reasons = [
    ...sanctionReasons(facts, purpose, on, parameters),
    ...disqualificationReasons(facts, purpose, on),
    ...appraisalReasons(facts, purpose, on, parameters),
    ...assessmentReasons(facts, purpose, on, parameters),
    ...openCaseReasons(facts),
    ...missingReasons(facts, purpose, on, parameters),
  ].toSorted((a, b) => weight(b).localeCompare(weight(a)));
  const blocks = reasons.filter(({ effect }) => effect === 'blocked');
  const endless = blocks.some(({ until }) => until === null);
  return {
    outcome: blocks.length > 0 ? 'blocked' : reasons.length > 0 ? 'decision' : 'pass',
    blockedUntil: endless ? null : (blocks[0]?.until ?? null),
    reasons,
  };
}

/** 警告 stops honours and programmes; 记过 and above every purpose that the yearly assessment doesn't settle by itself. */
function sanctionReasons(
  facts: GateFacts,
  purpose: GatePurpose,
  on: PlainDate,
  parameters: Parameters,
): GateReason[] {
  if (purpose === '年度考核') return [];
  return facts.cases.flatMap((fact): GateReason[] => {
    if (!isUnderSanction(fact, on, parameters) || fact.handling === null) return [];
    const until = sanctionEnd(fact, parameters) ?? null;
    const span = until === null ? '' : `，处分期到${formatChinese(until)}`;
    const proof = { ledger: 'ethicsCase', id: fact.id };
    if (fact.handling === '开除')
      return [{ effect: 'blocked', sentence: '受开除处分', basis: handlingRules, until: null, proof }];
    if (purpose === '定期注册')
      return [
        {
          effect: 'blocked',
          sentence: `受${fact.handling}处分${span}，定期注册暂缓`,
          basis: '《中小学教师资格定期注册暂行办法》：受处分期间暂缓注册',
          until,
          proof,
        },
      ];
    const stops =
      purpose === '评优表彰' || purpose === '培养项目' || isAtLeast(fact.handling, '记过')
        ? 'blocked'
        : 'decision';
    return [
      {
        effect: stops,
        sentence: `受${fact.handling}处分${span}`,
        basis: handlingRules,
        until: stops === 'blocked' ? until : null,
        proof,
      },
    ];
  });
}

function disqualificationReasons(facts: GateFacts, purpose: GatePurpose, on: PlainDate): GateReason[] {
  if (purpose === '年度考核' || purpose === '定期注册') return [];
  return facts.cases
    .filter((fact) => isDisqualifiedOn(fact, on))
    .map((fact) => ({
      effect: 'blocked',
      sentence: `取消资格到${formatChinese(fact.disqualifiedUntil ?? on)}`,
      basis: handlingRules,
      until: fact.disqualifiedUntil,
      proof: { ledger: 'ethicsCase', id: fact.id },
    }));
}

function appraisalReasons(
  facts: GateFacts,
  purpose: GatePurpose,
  on: PlainDate,
  parameters: Parameters,
): GateReason[] {
  if (purpose === '年度考核') return [];
  return facts.appraisals.flatMap((appraisal) => {
    const block = blockOfUnqualified(appraisal, parameters);
    if (!block || on < block.from || block.to < on) return [];
    return {
      effect: 'blocked' as const,
      sentence: `师德考核不合格，限制期到${formatChinese(block.to)}`,
      basis: firstStandard,
      until: block.to,
      proof: { ledger: 'ethicsAppraisal', id: appraisal.id },
    };
  });
}

/** The yearly assessment isn't stopped; its grade is limited, which people have to write down. */
function assessmentReasons(
  facts: GateFacts,
  purpose: GatePurpose,
  on: PlainDate,
  parameters: Parameters,
): GateReason[] {
  if (purpose !== '年度考核') return [];
  const year = periodRange(periodOf('year', on));
  const limits = assessmentLimits(facts, yearOf(on), parameters).map(
    ({ reason, basis, proof }): GateReason => ({
      effect: 'decision',
      sentence: reason,
      basis,
      until: null,
      proof,
    }),
  );
  const vetoes = vetoProofs(facts.cases, year, parameters).map(({ fact, reason }): GateReason => ({
    effect: 'decision',
    sentence: `${reason}，师德考核应为“不合格”，年度考核应为“不合格”`,
    basis: firstStandard,
    until: null,
    proof: { ledger: 'ethicsCase', id: fact.id },
  }));
  return [...limits, ...vetoes];
}

/** What is still looked into says nothing yet: people decide whether to wait. */
function openCaseReasons(facts: GateFacts): GateReason[] {
  return facts.cases.flatMap((fact) => {
    const state = caseStateOf(fact);
    const open = ['已登记', '调查中', '已有结论', '已提出建议'].includes(state);
    const unfounded = fact.conclusion === '不属实' || fact.conclusion === '无法核实';
    if (!open || unfounded) return [];
    return {
      effect: 'decision' as const,
      sentence: `有正在办理的投诉（${fact.number}，${state}）`,
      basis: '学校投诉举报处理办法：办理期间由学校研究决定是否推荐',
      until: null,
      proof: { ledger: 'ethicsCase', id: fact.id },
    };
  });
}

/** Purposes that rest on the last appraisal, or on the entry check, can't be judged without it. */
function missingReasons(
  facts: GateFacts,
  purpose: GatePurpose,
  on: PlainDate,
  parameters: Parameters,
): GateReason[] {
  const reasons: GateReason[] = [];
  const graded = facts.appraisals.filter(
    ({ grade, period }) => grade !== null && periodRange(period).to < on,
  );
  if (purpose !== '资格认定' && purpose !== '年度考核' && graded.length === 0)
    reasons.push({
      effect: 'decision',
      sentence: '没有师德考核结果',
      basis: firstStandard,
      until: null,
      proof: null,
    });
  if (purpose !== '资格认定' && purpose !== '岗位聘用') return reasons;
  const last = facts.entryChecks
    .filter(({ checkedOn }) => checkedOn <= on)
    .toSorted((a, b) => a.checkedOn.localeCompare(b.checkedOn))
    .at(-1);
  const basis = '《中华人民共和国未成年人保护法》第六十二条';
  const valid = parameters.number('entryCheckValidDays', on);
  if (last === undefined || daysBetween(last.checkedOn, on) > valid)
    reasons.push({
      effect: 'decision',
      sentence: last === undefined ? '没有准入查询记录' : `准入查询已超过 ${valid} 天`,
      basis,
      until: null,
      proof: last === undefined ? null : { ledger: 'entryCheck', id: last.id },
    });
  else if (last.result === '有')
    reasons.push({
      effect: 'blocked',
      sentence: '准入查询结果为“有”',
      basis,
      until: null,
      proof: { ledger: 'entryCheck', id: last.id },
    });
  return reasons;
}

function weight({ effect, until }: GateReason): string {
  return effect === 'blocked' ? `1${until ?? '9999-12-31'}` : '0';
}
