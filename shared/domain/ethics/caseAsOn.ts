import type { PlainDate } from '../../kernel/plainDate.ts';
import type { CaseFact } from './facts.ts';

/** A case as the file stood on a day: what happened later is not there yet. `undefined` before it came in. */
export function caseAsOn(fact: CaseFact, on: PlainDate): CaseFact | undefined {
  if (fact.receivedOn > on) return undefined;
  const kept = (day: PlainDate | null): PlainDate | null => (day !== null && day <= on ? day : null);
  const concludedOn = kept(fact.concludedOn);
  const proposedOn = kept(fact.proposedOn);
  const decidedOn = kept(fact.decidedOn);
  const reviewDecidedOn = kept(fact.reviewDecidedOn);
  const appealDecidedOn = kept(fact.appealDecidedOn);
  const periodExtendedOn = kept(fact.periodExtendedOn);
  // Cases taken over from paper often have no day of decision; their effect tells it.
  const decided = decidedOn !== null || (fact.decidedOn === null && kept(fact.effectFrom) !== null);
  return {
    ...fact,
    urgentReportedOn: kept(fact.urgentReportedOn),
    acceptedOn: kept(fact.acceptedOn),
    extendedOn: kept(fact.extendedOn),
    heardOn: kept(fact.heardOn),
    concludedOn,
    conclusion: concludedOn === null && fact.concludedOn !== null ? null : fact.conclusion,
    proposedOn,
    handling: decided || proposedOn !== null || fact.decidedOn === null ? fact.handling : null,
    hearingToldOn: kept(fact.hearingToldOn),
    hearingHeldOn: kept(fact.hearingHeldOn),
    decidedBy: decided ? fact.decidedBy : null,
    decidedOn,
    effectFrom: decided ? fact.effectFrom : null,
    effectTo: decided ? fact.effectTo : null,
    disqualifiedUntil: decided ? fact.disqualifiedUntil : null,
    deliveredOn: kept(fact.deliveredOn),
    partyInformedOn: kept(fact.partyInformedOn),
    answeredOn: kept(fact.answeredOn),
    reviewAskedOn: kept(fact.reviewAskedOn),
    reviewDecidedOn,
    reviewResult: reviewDecidedOn === null && fact.reviewDecidedOn !== null ? null : fact.reviewResult,
    appealAskedOn: kept(fact.appealAskedOn),
    appealExtendedOn: kept(fact.appealExtendedOn),
    appealDecidedOn,
    appealResult: appealDecidedOn === null && fact.appealDecidedOn !== null ? null : fact.appealResult,
    periodExtendedOn,
    extendedTo: periodExtendedOn === null && fact.periodExtendedOn !== null ? null : fact.extendedTo,
    liftedOn: kept(fact.liftedOn),
    archivedOn: kept(fact.archivedOn),
  };
}
