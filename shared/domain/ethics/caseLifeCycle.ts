import type { CaseEvent } from './caseEvents.ts';
import type { CaseFact } from './facts.ts';
import { isRevoked } from './sanctions.ts';

/** Where a case stands. It follows from the days entered, so that imported cases have a state too. */
export const caseStates = [
  '已登记',
  '不予受理',
  '调查中',
  '已有结论',
  '已提出建议',
  '已决定',
  '执行中',
  '复核中',
  '申诉中',
  '处理已撤销',
  '已解除',
  '已归档',
] as const;

export type CaseState = (typeof caseStates)[number];

/** The states that an event may lead to from a state; an event that isn't named is refused there. */
export const caseTransitions: Readonly<
  Record<CaseState, Readonly<Partial<Record<CaseEvent, readonly CaseState[]>>>>
> = {
  已登记: { 紧急上报: ['已登记'], 受理: ['调查中'], 不予受理: ['不予受理'] },
  不予受理: { 紧急上报: ['不予受理'], 答复举报人: ['不予受理'], 归档: ['已归档'] },
  调查中: {
    紧急上报: ['调查中'],
    延长调查: ['调查中'],
    听取陈述: ['调查中'],
    作出结论: ['已有结论'],
  },
  已有结论: {
    紧急上报: ['已有结论'],
    听取陈述: ['已有结论'],
    答复举报人: ['已有结论'],
    提出处理建议: ['已提出建议'],
    告知听证权利: ['已有结论'],
    作出处理决定: ['已决定'],
  },
  已提出建议: {
    紧急上报: ['已提出建议'],
    听取陈述: ['已提出建议'],
    答复举报人: ['已提出建议'],
    告知听证权利: ['已提出建议'],
    举行听证: ['已提出建议'],
    作出处理决定: ['已决定'],
  },
  已决定: {
    紧急上报: ['已决定'],
    答复举报人: ['已决定'],
    通报党组织: ['已决定'],
    送达: ['执行中'],
    归档: ['已归档'],
  },
  执行中: {
    答复举报人: ['执行中'],
    通报党组织: ['执行中'],
    申请复核: ['复核中'],
    提出申诉: ['申诉中'],
    延长处分期: ['执行中'],
    解除处分: ['已解除'],
    归档: ['已归档'],
  },
  复核中: {
    答复举报人: ['复核中'],
    通报党组织: ['复核中'],
    复核决定: ['执行中', '处理已撤销'],
  },
  申诉中: {
    答复举报人: ['申诉中'],
    通报党组织: ['申诉中'],
    申诉延期: ['申诉中'],
    申诉决定: ['执行中', '处理已撤销'],
  },
  处理已撤销: { 答复举报人: ['处理已撤销'], 归档: ['已归档'] },
  已解除: { 答复举报人: ['已解除'], 归档: ['已归档'] },
  已归档: {},
};

/** The state that follows from what is entered. */
export function caseStateOf(fact: CaseFact): CaseState {
  if (fact.archivedOn !== null) return '已归档';
  if (isRevoked(fact)) return '处理已撤销';
  if (fact.liftedOn !== null) return '已解除';
  if (fact.appealAskedOn !== null && fact.appealDecidedOn === null) return '申诉中';
  if (fact.reviewAskedOn !== null && fact.reviewDecidedOn === null) return '复核中';
  if (fact.deliveredOn !== null) return '执行中';
  if (fact.decidedOn !== null || fact.effectFrom !== null) return '已决定';
  if (fact.proposedOn !== null) return '已提出建议';
  if (fact.concludedOn !== null) return '已有结论';
  if (fact.acceptedOn === null) return '已登记';
  return fact.accepted ? '调查中' : '不予受理';
}

/** The events that may be tried in a state, in the order of the law's steps. */
export function eventsIn(state: CaseState): readonly CaseEvent[] {
  return Object.keys(caseTransitions[state]) as CaseEvent[];
}

/** Whether nothing more is to be done. */
export function isClosed(state: CaseState): boolean {
  return state === '已归档';
}
