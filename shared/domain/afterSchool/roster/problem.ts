import type { TimeSpan } from '../../../kernel/clockTime.ts';

/** What somebody is needed for. */
export type DutyKind = 'teaching' | 'care' | 'leader' | 'security';

/** Why somebody can't come. */
export type BusyKind = 'lesson' | 'leave' | 'partTime' | 'meeting' | 'service';

/** A day of the roster: of a week pattern or of the calendar. */
export interface RosterDay {
  /** Days whose ordinals follow each other are running days: 1–5 in a week pattern, days since 1970 in a dated roster. */
  readonly ordinal: number;
  /** Days of one week share a number; limits per week are counted by it. */
  readonly week: number;
  /** 周三, or 10月14日（星期三）: begins every sentence about the day. */
  readonly label: string;
}

export interface GradeRange {
  readonly from: number;
  readonly to: number;
}

/** One person needed at one place: a group with a teacher and a carer has two needs a period. */
export interface RosterNeed {
  readonly id: string;
  /** Ordinal of its day. */
  readonly day: number;
  /** 第1时段. */
  readonly period: string;
  readonly span: TimeSpan;
  readonly groupId: string;
  readonly groupName: string;
  readonly kind: DutyKind;
  readonly room: string | null;
  readonly grades: GradeRange | null;
  /** Any of these subjects will do; empty: any subject. */
  readonly subjects: readonly string[];
  /** The only people who may; `null`: everyone who is fit. */
  readonly only: readonly string[] | null;
  /** What it counts for in a fair share, in lessons. */
  readonly weight: number;
}

/** Time on one day that is taken; the end itself is free again. */
export interface BusySpan {
  readonly day: number;
  readonly span: TimeSpan;
  readonly kind: BusyKind;
  /** 三年级2班数学课, 病假 …: what fills the time. */
  readonly label: string;
}

/** What a teacher would like (positive) or would rather not (negative); what is `null` matches everything. */
export interface RosterWish {
  readonly day: number | null;
  readonly period: string | null;
  readonly groupId: string | null;
  readonly value: number;
}

export interface RosterTeacher {
  readonly id: string;
  readonly name: string;
  readonly kinds: readonly DutyKind[];
  readonly subjects: readonly string[];
  /** Grades that the teacher may serve; `null`: all. */
  readonly grades: GradeRange | null;
  readonly busy: readonly BusySpan[];
  readonly maxPerDay: number;
  readonly maxPerWeek: number;
  /** Most days in a row; `null`: no limit. */
  readonly maxDaysRunning: number | null;
  /** Weighted load of this term before this roster. */
  readonly heldLoad: number;
  /** Part of a full share, more than 0 and at most 1. */
  readonly share: number;
  readonly wishes: readonly RosterWish[];
  /** Groups that know the teacher: the course's own, a class taught in the morning, one served before. */
  readonly familiarGroups: readonly string[];
}

export interface Assignment {
  readonly needId: string;
  readonly teacherId: string;
}

/** A pupil who is in more than one group. */
export interface SharedPupil {
  readonly name: string;
  readonly groupIds: readonly string[];
}

/** Everything that a roster follows from, as plain values. */
export interface RosterProblem {
  readonly days: readonly RosterDay[];
  readonly needs: readonly RosterNeed[];
  readonly teachers: readonly RosterTeacher[];
  /** Fixed by hand: never changed. */
  readonly locked: readonly Assignment[];
  /** The roster before; as little as possible is moved. Empty: a first roster. */
  readonly previous: readonly Assignment[];
  readonly sharedPupils: readonly SharedPupil[];
}

/** Who does what. */
export type Roster = readonly Assignment[];
