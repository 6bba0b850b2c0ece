import type { SchoolCalendar } from '../../kernel/calendar.ts';
import type { PlainDate } from '../../kernel/plainDate.ts';
import type { Parameters } from '../parameters/index.ts';
import { periodEndsOn } from './dayClock.ts';
import type { CaseFact } from './facts.ts';

export type ComplaintStep = '受理决定' | '调查结论' | '答复举报人';
export type AppealStep = '申请复核' | '复核决定' | '提出申诉' | '申诉决定';

export interface CaseClock<Step extends string = ComplaintStep | AppealStep> {
  readonly step: Step;
  readonly from: PlainDate;
  /** `undefined` where the calendar of a needed year is unknown. */
  readonly dueOn: PlainDate | undefined;
  readonly doneOn: PlainDate | null;
}

/** The clocks that run or ran in a complaint, in working days; a step's clock starts when the one before is done. */
export function complaintClocks(
  fact: CaseFact,
  calendar: SchoolCalendar,
  parameters: Parameters,
): readonly CaseClock<ComplaintStep>[] {
  const { receivedOn, acceptedOn, concludedOn, answeredOn } = fact;
  const after = (
    from: PlainDate,
    id: 'complaintAcceptWorkdays' | 'complaintInvestigateWorkdays' | 'complaintAnswerWorkdays',
    more = 0,
  ) => calendar.addWorkdays(from, parameters.number(id, receivedOn) + more);
  const clocks: CaseClock<ComplaintStep>[] = [
    {
      step: '受理决定',
      from: receivedOn,
      dueOn: after(receivedOn, 'complaintAcceptWorkdays'),
      doneOn: acceptedOn,
    },
  ];
  if (acceptedOn !== null && fact.accepted) {
    const extension =
      fact.extendedOn === null ? 0 : parameters.number('complaintExtensionWorkdays', receivedOn);
    clocks.push({
      step: '调查结论',
      from: acceptedOn,
      dueOn: after(acceptedOn, 'complaintInvestigateWorkdays', extension),
      doneOn: concludedOn,
    });
  }
  if (concludedOn !== null && fact.named)
    clocks.push({
      step: '答复举报人',
      from: concludedOn,
      dueOn: after(concludedOn, 'complaintAnswerWorkdays'),
      doneOn: answeredOn,
    });
  return clocks;
}

/**
 * The clocks of review and appeal, in natural days that end on a working day. The teacher's own clocks (to ask, to appeal)
 * bind nobody else: they only tell until when it can be done.
 */
export function appealClocks(
  fact: CaseFact,
  calendar: SchoolCalendar,
  parameters: Parameters,
): readonly CaseClock<AppealStep>[] {
  const { deliveredOn, reviewAskedOn, reviewDecidedOn, appealAskedOn, appealDecidedOn } = fact;
  const clocks: CaseClock<AppealStep>[] = [];
  if (deliveredOn === null) return clocks;
  const [decideDays = 60, extraDays = 30] = parameters.numberList('appealDecideDays', deliveredOn);
  const add = (step: AppealStep, from: PlainDate, days: number, doneOn: PlainDate | null): void => {
    clocks.push({ step, from, dueOn: periodEndsOn(from, days, calendar), doneOn });
  };
  add('申请复核', deliveredOn, parameters.number('reviewAskDays', deliveredOn), reviewAskedOn);
  if (reviewAskedOn === null) return clocks;
  add('复核决定', reviewAskedOn, parameters.number('reviewDecideDays', deliveredOn), reviewDecidedOn);
  if (reviewDecidedOn === null) return clocks;
  add('提出申诉', reviewDecidedOn, parameters.number('appealAskDays', deliveredOn), appealAskedOn);
  if (appealAskedOn === null) return clocks;
  const extension = fact.appealExtendedOn === null ? 0 : extraDays;
  add('申诉决定', appealAskedOn, decideDays + extension, appealDecidedOn);
  return clocks;
}

/** Steps that are the teacher's right: not taking one is no fault of anybody. */
export function isRight(step: CaseClock['step']): boolean {
  return step === '申请复核' || step === '提出申诉';
}

/** Whether a step was done too late, or is not done and its day has passed. */
export function isLate(clock: CaseClock, today: PlainDate): boolean {
  return clock.dueOn !== undefined && (clock.doneOn ?? today) > clock.dueOn;
}
