import type { ClockTime } from '../../kernel/clockTime.ts';
import type { PlainDate } from '../../kernel/plainDate.ts';
import type { FeeAccount } from './fees.ts';
import type { FeeClass, OtherCareKind } from './words.ts';

/** The end-of-work times of a part of a term; they hold from a day until the next season begins. */
export interface SeasonFact {
  readonly name: string;
  readonly from: PlainDate;
  readonly endOfWorkAt: ClockTime;
  readonly latestLeaveAt: ClockTime | null;
}

/** Care that is not after-school service: never charged, never subsidised. */
export interface OtherCareFact {
  readonly kind: OtherCareKind;
  readonly gradeFrom: number;
  readonly gradeTo: number;
  readonly startsAt: ClockTime;
  readonly endsAt: ClockTime;
}

/** 一校一案 of the term. Amounts in 分. */
export interface ServicePlanFact {
  readonly id: string;
  readonly endOfWorkAt: ClockTime | null;
  readonly latestLeaveAt: ClockTime | null;
  readonly seasons: readonly SeasonFact[];
  readonly otherCare: readonly OtherCareFact[];
  readonly feePerTerm: number;
  readonly channel: string | null;
  readonly bundledItems: string | null;
  readonly approvedOn: PlainDate | null;
  readonly filedOn: PlainDate | null;
  readonly publicisedFrom: PlainDate | null;
  readonly accountsPublicisedFrom: PlainDate | null;
}

/** What a course says about whom it takes and who holds it. */
export interface CourseOfferFact {
  readonly courseId: string;
  readonly gradeFrom: number;
  readonly gradeTo: number;
  readonly agency: string | null;
  readonly agencyListed: boolean;
  readonly agencyCheckedOn: PlainDate | null;
}

/** One enrolment's charge. */
export interface ChargeFact {
  readonly enrolmentId: string;
  readonly pupilId: string;
  readonly feeClass: FeeClass;
  readonly withdrawn: boolean;
  readonly account: FeeAccount;
}

/** What the rules about plan, courses on offer and money look at. */
export interface ServicePlanFacts {
  /** `null` = none entered. */
  readonly plan: ServicePlanFact | null;
  readonly offers: readonly CourseOfferFact[];
  readonly charges: readonly ChargeFact[];
  /** Lines of income and expenditure of the term. */
  readonly accountLines: number;
  /** Pupils taking part at the end of the term before, of those in the base then; `null` without one. */
  readonly participationBefore: { readonly count: number; readonly of: number } | null;
}

/** The times that hold on a day: those of the last season begun, else the plan's own. */
export function seasonOn(
  plan: Pick<ServicePlanFact, 'seasons' | 'endOfWorkAt' | 'latestLeaveAt'>,
  on: PlainDate,
): {
  readonly name: string | null;
  readonly endOfWorkAt: ClockTime | null;
  readonly latestLeaveAt: ClockTime | null;
} {
  const season = plan.seasons
    .filter(({ from }) => from <= on)
    .toSorted((a, b) => a.from.localeCompare(b.from))
    .at(-1);
  if (!season) return { name: null, endOfWorkAt: plan.endOfWorkAt, latestLeaveAt: plan.latestLeaveAt };
  return {
    name: season.name,
    endOfWorkAt: season.endOfWorkAt,
    latestLeaveAt: season.latestLeaveAt ?? plan.latestLeaveAt,
  };
}
