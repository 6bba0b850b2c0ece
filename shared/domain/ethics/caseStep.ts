import type { SchoolCalendar } from '../../kernel/calendar.ts';
import { addDays, addMonthsCN, formatChinese } from '../../kernel/plainDate.ts';
import type { PlainDate } from '../../kernel/plainDate.ts';
import { failure, success } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Parameters } from '../parameters/index.ts';
import { bodiesFor, needsHearing } from './caseAuthority.ts';
import type { CaseEvent } from './caseEvents.ts';
import { caseStateOf, caseTransitions, eventsIn } from './caseLifeCycle.ts';
import { papersMissingFor } from './casePapers.ts';
import { appealClocks } from './complaintClock.ts';
import type { AppealStep } from './complaintClock.ts';
import type { CaseFact } from './facts.ts';
import { isSanction, sanctionEnd, sanctionEndsOn, sanctionRank } from './sanctions.ts';
import type { Conclusion, DecidingBody, DeliveryWay, Handling, ReviewResult } from './words.ts';

/** What a step says besides its day; only what the event asks for is looked at. */
export interface StepValues {
  readonly policeInformed?: boolean | undefined;
  /** Why a complaint is not accepted. */
  readonly rejectionReason?: string | undefined;
  readonly conclusion?: Conclusion | undefined;
  readonly handling?: Handling | undefined;
  readonly hearingAsked?: boolean | undefined;
  readonly decidedBy?: DecidingBody | undefined;
  readonly effectFrom?: PlainDate | undefined;
  readonly disqualifiedUntil?: PlainDate | undefined;
  readonly appealRouteTold?: boolean | undefined;
  readonly deliveredHow?: DeliveryWay | undefined;
  readonly result?: ReviewResult | undefined;
  readonly extendedTo?: PlainDate | undefined;
}

/** What an event asks for besides its day, in the order of its form. */
export const stepQuestions: Readonly<Record<CaseEvent, readonly (keyof StepValues)[]>> = {
  紧急上报: ['policeInformed'],
  受理: [],
  不予受理: ['rejectionReason'],
  延长调查: [],
  听取陈述: [],
  作出结论: ['conclusion'],
  答复举报人: [],
  提出处理建议: ['handling'],
  告知听证权利: ['hearingAsked'],
  举行听证: [],
  作出处理决定: ['handling', 'decidedBy', 'effectFrom', 'disqualifiedUntil'],
  送达: ['deliveredHow', 'appealRouteTold'],
  通报党组织: [],
  申请复核: [],
  复核决定: ['result', 'handling'],
  提出申诉: [],
  申诉延期: [],
  申诉决定: ['result', 'handling'],
  延长处分期: ['extendedTo'],
  解除处分: [],
  归档: [],
};

export interface CaseStep {
  readonly event: CaseEvent;
  readonly on: PlainDate;
  readonly values: StepValues;
}

export interface StepContext {
  readonly isPublic: boolean;
  readonly today: PlainDate;
  readonly calendar: SchoolCalendar;
  readonly parameters: Parameters;
}

export type CaseChanges = Partial<Omit<CaseFact, 'id' | 'paperKinds'>>;

/**
 * Takes a step in a case: what it changes, or why it can't be taken. State, order of days, papers of the file, authority of
 * the deciding body, hearing and clocks are looked at; nothing is written.
 */
export function takeStep(fact: CaseFact, step: CaseStep, context: StepContext): Result<CaseChanges> {
  const { event, on, values } = step;
  const state = caseStateOf(fact);
  if (caseTransitions[state][event] === undefined) {
    const possible = eventsIn(state);
    const next = possible.length === 0 ? '案卷已归档，不再办理。' : `现在可以办理：${possible.join('、')}。`;
    return refusal(`案件现在是“${state}”，不能办理“${event}”。${next}`);
  }
  if (on > context.today) return refusal(`“${event}”的日期不能晚于今天。`);
  const before = lastDayBefore(fact, event);
  if (before !== null && on < before)
    return refusal(`“${event}”的日期不能早于上一步（${formatChinese(before)}）。`);
  const missing = papersMissingFor(event, {
    ...fact,
    handling: values.handling ?? fact.handling,
    hearingAsked: values.hearingAsked ?? fact.hearingAsked,
  });
  if (missing.length > 0)
    return refusal(`办理“${event}”前，案卷里要有${missing.join('、')}。请先放入材料，再办理。`);
  return changesOf[event](fact, { ...step, values }, context);
}

type Change = (fact: CaseFact, step: CaseStep, context: StepContext) => Result<CaseChanges>;

const changesOf: Readonly<Record<CaseEvent, Change>> = {
  紧急上报: (fact, { on, values }) => {
    if (fact.urgentReportedOn !== null) return refusal('已经登记过紧急上报，不用再次登记。');
    if (values.policeInformed === undefined) return refusal('请选择是否已向公安机关报告。');
    return success({ urgentReportedOn: on, policeInformed: values.policeInformed });
  },
  受理: (_fact, { on }) => success({ acceptedOn: on, accepted: true }),
  不予受理: (_fact, { on, values }) =>
    values.rejectionReason === undefined
      ? refusal('请写明不予受理的理由，例如“同一事项已有结论，没有新的证据”。')
      : success({ acceptedOn: on, accepted: false, rejectionReason: values.rejectionReason }),
  延长调查: (fact, { on }) =>
    fact.extendedOn === null ? success({ extendedOn: on }) : refusal('调查期限只能延长一次。'),
  听取陈述: (_fact, { on }) => success({ heardOn: on }),
  作出结论: (_fact, { on, values }) =>
    values.conclusion
      ? success({ concludedOn: on, conclusion: values.conclusion })
      : refusal('请选择调查结论。'),
  答复举报人: (fact, { on }) => {
    if (!fact.named) return refusal('匿名举报没有答复对象，不用办理答复。');
    if (fact.answeredOn !== null) return refusal('已经登记过答复，不用再次登记。');
    return success({ answeredOn: on });
  },
  提出处理建议: (fact, { on, values }) => {
    const refused = unfounded(fact, values.handling);
    return refused ?? success({ proposedOn: on, handling: values.handling ?? null });
  },
  告知听证权利: (fact, { on, values }) => {
    const handling = values.handling ?? fact.handling;
    if (handling !== null && !needsHearing(handling))
      return refusal(`“${handling}”不需要告知听证权利，降低岗位等级以上处分才需要。`);
    return success({ hearingToldOn: on, hearingAsked: values.hearingAsked ?? fact.hearingAsked });
  },
  举行听证: (fact, { on }) =>
    fact.hearingToldOn === null
      ? refusal('还没有告知听证权利，请先办理告知。')
      : success({ hearingHeldOn: on, hearingAsked: true }),
  作出处理决定: decide,
  送达: (fact, { on, values }) => {
    const told = values.appealRouteTold ?? fact.appealRouteTold;
    if (fact.handling !== '不予处理' && told !== true)
      return refusal('决定书要写明申请复核和申诉的途径，请确认写明后再送达。');
    return success({
      deliveredOn: on,
      appealRouteTold: told,
      deliveredHow: values.deliveredHow ?? fact.deliveredHow,
    });
  },
  通报党组织: (_fact, { on }) => success({ partyInformedOn: on }),
  申请复核: (fact, { on }, context) => {
    if (fact.reviewAskedOn !== null) return refusal('已经复核过，不服复核决定的可以提出申诉。');
    return tooLate(fact, '申请复核', on, context) ?? success({ reviewAskedOn: on });
  },
  复核决定: (fact, { on, values }, context) => {
    const outcome = outcomeOf(fact, values, context);
    if (!outcome.ok) return outcome;
    return success({ ...outcome.value, reviewDecidedOn: on, reviewResult: values.result ?? null });
  },
  提出申诉: (fact, { on }, context) => {
    if (fact.reviewDecidedOn === null) return refusal('还没有复核决定，应先申请复核。');
    if (fact.appealAskedOn !== null) return refusal('已经申诉过，申诉决定是最终决定。');
    return tooLate(fact, '提出申诉', on, context) ?? success({ appealAskedOn: on });
  },
  申诉延期: (fact, { on }) =>
    fact.appealExtendedOn === null ? success({ appealExtendedOn: on }) : refusal('申诉期限只能延长一次。'),
  申诉决定: (fact, { on, values }, context) => {
    const outcome = outcomeOf(fact, values, context);
    if (!outcome.ok) return outcome;
    return success({ ...outcome.value, appealDecidedOn: on, appealResult: values.result ?? null });
  },
  延长处分期: (fact, { on, values }, { parameters }) => {
    const end = sanctionEnd(fact, parameters);
    if (end === undefined) return refusal(`“${fact.handling ?? '这种处理'}”没有处分期，不能延长。`);
    if (values.extendedTo === undefined || values.extendedTo <= end)
      return refusal(`延长后的结束日期应晚于${formatChinese(end)}。`);
    return success({ periodExtendedOn: on, extendedTo: values.extendedTo });
  },
  解除处分: (fact, { on }, { parameters }) => {
    const end = sanctionEnd(fact, parameters);
    if (end === undefined) return refusal(`“${fact.handling ?? '这种处理'}”没有处分期，不用解除。`);
    if (on < end) return refusal(`处分到${formatChinese(end)}期满，期满后才能解除。`);
    return success({ liftedOn: on });
  },
  归档: (fact, { on }, { parameters }) => {
    const state = caseStateOf(fact);
    if (fact.named && fact.answeredOn === null)
      return refusal('实名举报还没有答复，请先答复举报人，再归档。');
    if (state === '已决定' && fact.handling !== '不予处理')
      return refusal('处理决定还没有送达，送达后才能归档。');
    if (state === '执行中' && sanctionEnd(fact, parameters) !== undefined)
      return refusal('处分还没有解除，解除后才能归档。');
    return success({ archivedOn: on });
  },
};

function decide(
  fact: CaseFact,
  { on, values }: CaseStep,
  { isPublic, parameters }: StepContext,
): Result<CaseChanges> {
  const handling = values.handling ?? fact.handling;
  const refused = unfounded(fact, handling ?? undefined);
  if (refused || handling === null) return refused ?? refusal('请选择处理。');
  const { decidedBy } = values;
  if (decidedBy === undefined) return refusal('请选择决定机关。');
  const bodies = bodiesFor(handling, isPublic);
  if (!bodies.includes(decidedBy))
    return refusal(`${handling}处分不能由${decidedBy}决定，应由${bodies.join('或')}决定。`);
  if (isSanction(handling) && fact.heardOn === null)
    return refusal('还没有听取本人陈述和申辩，请先办理“听取陈述”。');
  if (needsHearing(handling) && fact.hearingToldOn === null)
    return refusal(`拟给予${handling}，应先告知听证权利。`);
  if (needsHearing(handling) && fact.hearingAsked === true && fact.hearingHeldOn === null)
    return refusal('本人要求听证，听证后才能作出决定。');
  const effectFrom = isSanction(handling) ? (values.effectFrom ?? on) : (values.effectFrom ?? null);
  if (effectFrom !== null && effectFrom < on) return refusal('处理起始日期不能早于决定日期。');
  const until = values.disqualifiedUntil ?? null;
  const least = parameters.number('disqualificationMonths', on);
  if (until !== null && until < addDays(addMonthsCN(effectFrom ?? on, least), -1))
    return refusal(`取消资格应不少于 ${least} 个月。`);
  const effectTo = effectFrom === null ? undefined : sanctionEndsOn(handling, effectFrom, parameters);
  return success({
    handling,
    decidedBy,
    decidedOn: on,
    effectFrom,
    effectTo: effectTo ?? null,
    disqualifiedUntil: until,
    appealRouteTold: values.appealRouteTold ?? null,
  });
}

/** What isn't proved is not punished. */
function unfounded(fact: CaseFact, handling: Handling | undefined): Result<never> | undefined {
  if (handling === undefined) return refusal('请选择处理。');
  const proved = fact.conclusion === '属实' || fact.conclusion === '部分属实';
  if (proved || handling === '不予处理') return undefined;
  return refusal(`调查结论是“${fact.conclusion ?? '未填写'}”，只能“不予处理”。`);
}

/** A review or appeal keeps, changes or takes back the decision; it may not make it heavier. */
function outcomeOf(
  fact: CaseFact,
  { result, handling }: StepValues,
  { parameters }: StepContext,
): Result<CaseChanges> {
  if (result === undefined) return refusal('请选择维持、变更或撤销。');
  if (result !== '变更') return success({});
  if (handling === undefined) return refusal('请选择变更后的处理。');
  if (sanctionRank(handling) > sanctionRank(fact.handling))
    return refusal('不得因申请复核、申诉加重处理，请重新选择变更后的处理。');
  const effectTo =
    fact.effectFrom === null ? undefined : sanctionEndsOn(handling, fact.effectFrom, parameters);
  return success({ handling, effectTo: effectTo ?? null });
}

function tooLate(
  fact: CaseFact,
  step: AppealStep,
  on: PlainDate,
  { calendar, parameters }: StepContext,
): Result<never> | undefined {
  const dueOn = appealClocks(fact, calendar, parameters).find((clock) => clock.step === step)?.dueOn;
  if (dueOn === undefined || on <= dueOn) return undefined;
  return refusal(`${step}的期限到${formatChinese(dueOn)}，已经过期。`);
}

/** The day of the step that an event must not precede. */
function lastDayBefore(fact: CaseFact, event: CaseEvent): PlainDate | null {
  switch (event) {
    case '紧急上报':
    case '受理':
    case '不予受理':
      return fact.receivedOn;
    case '延长调查':
    case '听取陈述':
    case '作出结论':
      return fact.acceptedOn;
    case '答复举报人':
      return fact.concludedOn ?? fact.acceptedOn;
    case '提出处理建议':
    case '告知听证权利':
      return fact.concludedOn;
    case '举行听证':
      return fact.hearingToldOn;
    case '作出处理决定':
      return latest(fact.concludedOn, fact.proposedOn, fact.hearingHeldOn);
    case '送达':
    case '通报党组织':
      return fact.decidedOn;
    case '申请复核':
      return fact.deliveredOn;
    case '复核决定':
      return fact.reviewAskedOn;
    case '提出申诉':
      return fact.reviewDecidedOn;
    case '申诉延期':
    case '申诉决定':
      return fact.appealAskedOn;
    case '延长处分期':
    case '解除处分':
      return latest(fact.deliveredOn, fact.effectFrom);
    case '归档':
      return latest(fact.liftedOn, fact.concludedOn, fact.acceptedOn, fact.deliveredOn);
  }
}

function latest(...days: readonly (PlainDate | null)[]): PlainDate | null {
  return days.reduce((last, day) => (day !== null && (last === null || day > last) ? day : last), null);
}

function refusal(sentence: string): Result<never> {
  return failure('invalidInput', sentence);
}
