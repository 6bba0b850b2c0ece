import type { SchoolCalendar } from '../../../kernel/calendar.ts';
import type { PlainDate } from '../../../kernel/plainDate.ts';
import { formatChinese } from '../../../kernel/plainDate.ts';
import { weightOf, type AppraisalPart, type RoundRules } from './roundRules.ts';

/** The steps of a round in their order (domain.md §4.5). */
export const roundSteps = [
  '个人自评',
  '教师互评',
  '学生家长测评',
  '考核组评定',
  '公示',
  '本人签字',
  '归档',
] as const;
export type RoundStep = (typeof roundSteps)[number];

/** Parts that a step brings in. */
const partsOfStep: Partial<Readonly<Record<RoundStep, readonly AppraisalPart[]>>> = {
  个人自评: ['自评'],
  教师互评: ['互评'],
  学生家长测评: ['学生测评', '家长测评'],
  考核组评定: ['考核组'],
};

export interface StepRecord {
  readonly step: RoundStep;
  readonly doneOn: PlainDate;
  readonly by: string;
}

/** skipped: its weight is 0 · done · current: can be worked at · waiting: an earlier step is open. */
export type StepState = 'skipped' | 'done' | 'current' | 'waiting';

export interface StepView {
  readonly step: RoundStep;
  readonly state: StepState;
  readonly doneOn: PlainDate | null;
  readonly by: string | null;
}

/** How a round stands when a step is to be finished. */
export interface RoundSituation {
  readonly rules: RoundRules;
  readonly done: readonly StepRecord[];
  /** People who lack the part's score, by part. */
  readonly lacking: Readonly<Record<AppraisalPart, number>>;
  /** People of a tie at the cap that isn't decided. */
  readonly undecided: number;
  readonly noticeFrom: PlainDate | null;
  readonly noticeTo: PlainDate | null;
  readonly unsigned: number;
  readonly calendar: SchoolCalendar;
}

/** Where every step stands. Self, peers, pupils and parents run side by side; the later steps one after the other. */
export function stepViews({ rules, done }: Pick<RoundSituation, 'rules' | 'done'>): readonly StepView[] {
  let open = false;
  return roundSteps.map((step, index) => {
    const record = done.find((one) => one.step === step);
    const skipped = isSkipped(step, rules);
    const state: StepState = skipped
      ? 'skipped'
      : record
        ? 'done'
        : index > 2 && open
          ? 'waiting'
          : 'current';
    if (state === 'current' || state === 'waiting') open = true;
    return { step, state, doneOn: record?.doneOn ?? null, by: record?.by ?? null };
  });
}

/** Whether none of the parts that a step brings in has a weight. */
function isSkipped(step: RoundStep, rules: Pick<RoundRules, 'weights'>): boolean {
  const parts = partsOfStep[step];
  return parts !== undefined && parts.every((part) => weightOf(rules, part) === 0);
}

/** Why a step can't be finished on a day, in a sentence; `null` when it can. */
export function stepRefusal(step: RoundStep, on: PlainDate, situation: RoundSituation): string | null {
  const view = stepViews(situation).find((one) => one.step === step);
  switch (view?.state) {
    case 'skipped':
      return `本轮考核没有“${step}”（权重为 0），不用办理。`;
    case 'done':
      return `“${step}”已经在${formatChinese(view.doneOn ?? on)}完成。`;
    case 'waiting':
      return `前面的步骤还没有完成，不能办理“${step}”。请先完成：${openBefore(step, situation).join('、')}。`;
    default:
  }
  const earlier = situation.done.find(({ doneOn }) => doneOn > on);
  if (earlier && roundSteps.indexOf(earlier.step) < roundSteps.indexOf(step))
    return `“${earlier.step}”是${formatChinese(earlier.doneOn)}完成的，“${step}”不能早于这一天。`;
  for (const part of partsOfStep[step] ?? []) {
    const lacking = situation.lacking[part];
    if (weightOf(situation.rules, part) > 0 && lacking > 0)
      return `还有 ${lacking} 人没有“${part}”得分，补齐后才能完成“${step}”。不参加考核的，请在名单中注明原因。`;
  }
  if (step === '考核组评定' && situation.undecided > 0)
    return `优秀名额处有 ${situation.undecided} 人同分，请考核小组先研究决定，再完成“考核组评定”。`;
  if (step === '公示') return noticeRefusal(on, situation);
  if (step === '本人签字' && situation.unsigned > 0)
    return `还有 ${situation.unsigned} 人没有签字。拒绝签字的，请注明情况后再完成这一步。`;
  return null;
}

/** Days of public notice from one day to another, both included where they are workdays; `unknown` beyond the calendar. */
export function noticeDays(calendar: SchoolCalendar, from: PlainDate, to: PlainDate): number | 'unknown' {
  const after = calendar.workdaysBetween(from, to);
  const starts = calendar.isWorkday(from);
  return after === 'unknown' || starts === 'unknown' ? 'unknown' : after + (starts ? 1 : 0);
}

/** Why some days aren't enough for the notice; `null` when they are, or where the calendar doesn't say. */
export function noticeTooShort(
  calendar: SchoolCalendar,
  rules: Pick<RoundRules, 'noticeWorkdays'>,
  from: PlainDate,
  to: PlainDate,
): string | null {
  if (to < from) return '公示结束日期不能早于开始日期。';
  const days = noticeDays(calendar, from, to);
  if (days === 'unknown' || days >= rules.noticeWorkdays) return null;
  return `这段时间只有 ${days} 个工作日，公示应不少于 ${rules.noticeWorkdays} 个工作日，请把结束日期往后放。`;
}

function noticeRefusal(on: PlainDate, situation: RoundSituation): string | null {
  const { noticeFrom, noticeTo } = situation;
  if (noticeFrom === null || noticeTo === null) return '还没有开始公示，请先填写公示的起止日期。';
  if (on < noticeTo) return `公示到${formatChinese(noticeTo)}为止，期满后才能完成这一步。`;
  return noticeTooShort(situation.calendar, situation.rules, noticeFrom, noticeTo);
}

function openBefore(step: RoundStep, situation: Pick<RoundSituation, 'rules' | 'done'>): readonly string[] {
  return stepViews(situation)
    .slice(0, roundSteps.indexOf(step))
    .filter(({ state }) => state === 'current' || state === 'waiting')
    .map((view) => view.step);
}
