import type { PlainDate } from '../../kernel/plainDate.ts';
import type { CaseEvent } from './caseEvents.ts';
import type { CaseFact } from './facts.ts';

export interface TimelineEntry {
  readonly on: PlainDate;
  readonly event: '登记' | CaseEvent;
}

/** What happened in a case and when, by time, from the days entered: imported cases have a timeline too. */
export function caseTimeline(fact: CaseFact): readonly TimelineEntry[] {
  const entries: readonly (readonly [TimelineEntry['event'], PlainDate | null])[] = [
    ['登记', fact.receivedOn],
    ['紧急上报', fact.urgentReportedOn],
    [fact.accepted ? '受理' : '不予受理', fact.acceptedOn],
    ['延长调查', fact.extendedOn],
    ['听取陈述', fact.heardOn],
    ['作出结论', fact.concludedOn],
    ['答复举报人', fact.answeredOn],
    ['提出处理建议', fact.proposedOn],
    ['告知听证权利', fact.hearingToldOn],
    ['举行听证', fact.hearingHeldOn],
    ['作出处理决定', fact.decidedOn],
    ['送达', fact.deliveredOn],
    ['通报党组织', fact.partyInformedOn],
    ['申请复核', fact.reviewAskedOn],
    ['复核决定', fact.reviewDecidedOn],
    ['提出申诉', fact.appealAskedOn],
    ['申诉延期', fact.appealExtendedOn],
    ['申诉决定', fact.appealDecidedOn],
    ['延长处分期', fact.periodExtendedOn],
    ['解除处分', fact.liftedOn],
    ['归档', fact.archivedOn],
  ];
  return entries
    .flatMap(([event, on]) => (on === null ? [] : [{ on, event }]))
    .toSorted((a, b) => a.on.localeCompare(b.on));
}
