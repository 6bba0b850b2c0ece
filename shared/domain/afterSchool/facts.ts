import type { SchoolCalendar } from '../../kernel/calendar.ts';
import type { ClockTime } from '../../kernel/clockTime.ts';
import type { PlainDate } from '../../kernel/plainDate.ts';
import type { DailyFacts } from './dailyFacts.ts';
import type { ServicePlanFacts } from './planFacts.ts';
import type { PickUpWay, RollState, ServiceRole, SlotKind } from './words.ts';
import type { EntryCheckResult } from '../base/words.ts';

/** The term under check. */
export interface ServiceTermFact {
  /** `2026-2027-1` */
  readonly period: string;
  readonly firstTeachingOn: PlainDate;
  readonly lastTeachingOn: PlainDate;
  /** When the last lesson of the afternoon ends; `null` = not entered. */
  readonly lessonsEndAt: ClockTime | null;
}

export interface PupilFact {
  readonly id: string;
  readonly name: string;
  /** 0 = kindergarten, 1–12; `null` without class. */
  readonly grade: number | null;
  readonly className: string | null;
  readonly boarder: boolean;
}

export interface StaffingFact {
  /** One of the two is set. */
  readonly staffId: string | null;
  readonly externalId: string | null;
  readonly role: ServiceRole;
  /** 课时. */
  readonly hours: number;
}

export interface CourseFact {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly content: string;
}

/** One session on one day. */
export interface SlotFact {
  readonly id: string;
  readonly heldOn: PlainDate;
  readonly startsAt: ClockTime;
  readonly endsAt: ClockTime;
  readonly kind: SlotKind;
  readonly courseId: string;
  readonly room: string | null;
  readonly staffing: readonly StaffingFact[];
  readonly confirmed: boolean;
  readonly cancelled: boolean;
  readonly log: string;
}

export interface EnrolmentFact {
  readonly id: string;
  readonly pupilId: string;
  /** 1 = Monday … 5. */
  readonly weekdays: readonly number[];
  readonly courseIds: readonly string[];
  readonly appliedOn: PlainDate;
  readonly withdrawnOn: PlainDate | null;
  readonly pickUp: PickUpWay;
  /** Who may fetch the pupil: guardian, and the entrusted person if there is one. */
  readonly permittedReceivers: readonly string[];
}

export interface RollCallRow {
  readonly pupilId: string;
  readonly state: RollState;
  readonly reason: string | null;
  readonly guardianInformed: boolean;
  readonly leftAt: ClockTime | null;
  readonly fetchedBy: string | null;
}

/** Roll call of one session. */
export interface RollCallFact {
  readonly id: string;
  readonly slotId: string;
  readonly heldOn: PlainDate;
  /** 实到. */
  readonly present: number;
  /** Rows that say more than that somebody came. */
  readonly notable: readonly RollCallRow[];
}

export interface ServiceStaffFact {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}

export interface ServicePersonFact {
  readonly id: string;
  readonly name: string;
  readonly listed: boolean;
  readonly qualification: string | null;
  readonly entryCheckedOn: PlainDate | null;
  readonly entryCheckResult: EntryCheckResult | null;
}

/** What the after-school rules look at: one school, one term. */
export interface AfterSchoolFacts {
  readonly term: ServiceTermFact;
  readonly pupils: readonly PupilFact[];
  readonly staff: readonly ServiceStaffFact[];
  readonly externalPersons: readonly ServicePersonFact[];
  readonly courses: readonly CourseFact[];
  readonly slots: readonly SlotFact[];
  readonly enrolments: readonly EnrolmentFact[];
  readonly rollCalls: readonly RollCallFact[];
  /** First day present, by pupil; only of those who had not yet applied when the term began. */
  readonly firstPresentOn: ReadonlyMap<string, PlainDate>;
  readonly daily: DailyFacts;
  readonly calendar: SchoolCalendar;
  /** Plan of the term, what is on offer, and what is charged. */
  readonly planned: ServicePlanFacts;
}
