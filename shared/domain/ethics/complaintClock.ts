import type { SchoolCalendar } from '../../kernel/calendar.ts';
import type { PlainDate } from '../../kernel/plainDate.ts';
import type { Parameters } from '../rules/parameters.ts';
import type { CaseFact } from './facts.ts';

export type ComplaintStep = '受理决定' | '调查结论' | '答复举报人';

export interface ComplaintClock {
  readonly step: ComplaintStep;
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
): readonly ComplaintClock[] {
  const { receivedOn, acceptedOn, concludedOn, answeredOn } = fact;
  const clocks: ComplaintClock[] = [
    {
      step: '受理决定',
      from: receivedOn,
      dueOn: calendar.addWorkdays(receivedOn, parameters.number('complaintAcceptWorkdays', receivedOn)),
      doneOn: acceptedOn,
    },
  ];
  if (acceptedOn !== null)
    clocks.push({
      step: '调查结论',
      from: acceptedOn,
      dueOn: calendar.addWorkdays(acceptedOn, parameters.number('complaintInvestigateWorkdays', receivedOn)),
      doneOn: concludedOn,
    });
  if (concludedOn !== null && fact.named)
    clocks.push({
      step: '答复举报人',
      from: concludedOn,
      dueOn: calendar.addWorkdays(concludedOn, parameters.number('complaintAnswerWorkdays', receivedOn)),
      doneOn: answeredOn,
    });
  return clocks;
}

/** Whether a step was done too late, or is not done and its day has passed. */
export function isLate(clock: ComplaintClock, today: PlainDate): boolean {
  return clock.dueOn !== undefined && (clock.doneOn ?? today) > clock.dueOn;
}
