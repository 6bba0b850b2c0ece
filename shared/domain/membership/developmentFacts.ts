import type { SchoolCalendar } from '../../kernel/calendar.ts';
import type { PlainDate } from '../../kernel/plainDate.ts';
import type { PartyLifeFacts, VoteFact } from '../partyLife/facts.ts';
import type { EndReason, InspectionPhase, NoticeKind } from './words.ts';

/** A step that was taken. */
export interface StepFact {
  readonly number: number;
  readonly on: PlainDate;
  /** Somebody has said that all papers of the step are in the dossier. */
  readonly papersReady: boolean;
  readonly meetingId: string | null;
}

/** One person on the way into the Party, with all that the dossier tells. */
export interface DevelopmentPerson {
  readonly id: string;
  readonly name: string;
  readonly bornOn: PlainDate | null;
  readonly branchId: string;
  readonly steps: readonly StepFact[];
  /** 考察: when the branch considered the person. */
  readonly inspections: readonly { readonly on: PlainDate; readonly phase: InspectionPhase }[];
  readonly trainings: readonly {
    readonly from: PlainDate;
    readonly to: PlainDate;
    readonly days: number;
    readonly hours: number;
  }[];
  readonly notices: readonly {
    readonly kind: NoticeKind;
    readonly from: PlainDate;
    readonly to: PlainDate | null;
  }[];
  readonly extensions: readonly { readonly decidedOn: PlainDate; readonly months: number }[];
  /** Ids of members. */
  readonly contactIds: readonly string[];
  readonly sponsorIds: readonly string[];
  /** `null` where the whole way was gone here. */
  readonly transferredInOn: PlainDate | null;
  /** The dossier came along, so that the time of cultivation elsewhere counts. */
  readonly timeKept: boolean;
  readonly plannedLeaveOn: PlainDate | null;
  readonly endedOn: PlainDate | null;
  readonly endReason: EndReason | null;
  /** Kinds of the files in the dossier. */
  readonly paperKinds: readonly string[];
}

/** The dossier as it stood on a day: what came later is left out, so that a past day can be asked about. */
export function asOfDay(person: DevelopmentPerson, on: PlainDate): DevelopmentPerson {
  const ended = person.endedOn !== null && person.endedOn <= on;
  return {
    ...person,
    steps: person.steps.filter((step) => step.on <= on),
    inspections: person.inspections.filter((one) => one.on <= on),
    trainings: person.trainings.filter((one) => one.to <= on),
    notices: person.notices.filter((one) => one.from <= on),
    extensions: person.extensions.filter((one) => one.decidedOn <= on),
    endedOn: ended ? person.endedOn : null,
    endReason: ended ? person.endReason : null,
  };
}

/** One vote of a branch meeting on taking somebody in, confirming, or prolonging. */
export interface DevelopmentVoteFact extends Pick<
  VoteFact,
  'id' | 'kind' | 'matter' | 'dueVoters' | 'presentVoters' | 'inFavour' | 'outcome'
> {
  readonly meetingId: string;
  readonly candidate: string | null;
}

/** What the rules on developing members look at, as on a day. */
export interface DevelopmentFacts extends Pick<PartyLifeFacts, 'members' | 'memberships' | 'sanctions'> {
  readonly persons: readonly DevelopmentPerson[];
  readonly votes: readonly DevelopmentVoteFact[];
  readonly calendar: SchoolCalendar;
}
