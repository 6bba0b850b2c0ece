import type { TimeSpan } from '../../kernel/clockTime.ts';
import type { PlainDate } from '../../kernel/plainDate.ts';
import type { HandoverRow } from './handover.ts';
import type { PayLine, RateFact } from './pay/payLines.ts';

/** Hand-over of one session. */
export interface HandoverFact {
  readonly id: string;
  readonly slotId: string;
  readonly heldOn: PlainDate;
  /** Whose leaving may be in doubt: not named, left without handling, or fetched by somebody who may not. By place. */
  readonly leaving: readonly LeavingPupil[];
}

/** A pupil who stayed to the end of a session. */
export interface LeavingPupil {
  readonly pupilId: string;
  /** On the roll, from 0. */
  readonly place: number;
  /** `null` = the hand-over doesn't name the pupil. */
  readonly row: HandoverRow | null;
}

export interface SafetyRoundFact {
  readonly id: string;
  readonly heldOn: PlainDate;
  /** `null` = no hazard was found. */
  readonly hazard: {
    readonly words: string;
    readonly dueOn: PlainDate | null;
    readonly closedOn: PlainDate | null;
  } | null;
}

export interface IncidentFact {
  readonly id: string;
  readonly title: string;
  readonly heldOn: PlainDate;
  readonly closedOn: PlainDate | null;
}

/** A teacher's leave. */
export interface LeaveFact {
  readonly staffId: string;
  /** `null` = open on that side. */
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  /** 1 = Monday … 5; empty = every day. */
  readonly weekdays: readonly number[];
  readonly span: TimeSpan;
}

/** A locked month. */
export interface PayMonthFact {
  readonly id: string;
  /** `2026-10` */
  readonly month: string;
  readonly lines: readonly PayLine[];
}

/** What the days leave behind beside roster and roll calls. */
export interface DailyFacts {
  readonly handovers: readonly HandoverFact[];
  readonly rounds: readonly SafetyRoundFact[];
  readonly incidents: readonly IncidentFact[];
  readonly leaves: readonly LeaveFact[];
  /** Locked months of the term only. */
  readonly payMonths: readonly PayMonthFact[];
  readonly rates: readonly RateFact[];
}
