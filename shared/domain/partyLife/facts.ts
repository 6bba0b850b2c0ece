import type { SchoolCalendar } from '../../kernel/calendar.ts';
import type { ClockTime } from '../../kernel/clockTime.ts';
import type { PlainDate } from '../../kernel/plainDate.ts';
import type { BallotCount, ReviewVotes } from './reviewCount.ts';
import type {
  AttendanceState,
  CampaignKind,
  FeeSituation,
  FinalGrade,
  MeetingType,
  MemberStatus,
  PartyPost,
  PartySanction,
  ReviewGrade,
  StudyMode,
  VoteKind,
  VoteMode,
  VoteOutcome,
} from './words.ts';

export interface BranchFact {
  readonly id: string;
  /** What people call it: 第一党支部. */
  readonly name: string;
  readonly foundedOn: PlainDate;
  readonly endedOn: PlainDate | null;
  readonly termEndsOn: PlainDate | null;
  /** Until when the superior let the committee stay on. */
  readonly extendedUntil: PlainDate | null;
  readonly partyDay: PartyDayRule | null;
}

/** On which day of every month the branch holds 主题党日. */
export type PartyDayRule =
  | { readonly kind: 'dayOfMonth'; readonly day: number }
  /** The n-th such weekday (1 = Monday); `last` in a month with four or five of them. */
  | { readonly kind: 'weekday'; readonly ordinal: number | 'last'; readonly weekday: number };

export interface GroupFact {
  readonly id: string;
  readonly name: string;
  readonly branchId: string;
  readonly foundedOn: PlainDate;
  readonly endedOn: PlainDate | null;
}

export interface MemberFact {
  readonly id: string;
  readonly name: string;
}

/** A member's branch, group and status from a day to a day, both included; `to` null = still. */
export interface MembershipFact {
  readonly memberId: string;
  readonly branchId: string;
  readonly groupId: string | null;
  readonly status: MemberStatus;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

export interface PostFact {
  readonly branchId: string;
  readonly memberId: string;
  readonly post: PartyPost;
  readonly groupId: string | null;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

export interface PartySanctionFact {
  readonly memberId: string;
  readonly kind: PartySanction;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

export interface AttendanceFact {
  readonly memberId: string;
  readonly state: AttendanceState;
  readonly approvedBy: string | null;
  readonly reason: string | null;
  readonly madeUpOn: PlainDate | null;
}

export interface VoteFact {
  readonly id: string;
  readonly matter: string;
  readonly kind: VoteKind;
  readonly mode: VoteMode | null;
  readonly dueVoters: number;
  readonly presentVoters: number;
  /** Written opinions included. */
  readonly inFavour: number;
  readonly against: number;
  readonly abstained: number;
  /** How many of the opinions were given in writing before the meeting; 0 if none. */
  readonly written: number;
  readonly outcome: VoteOutcome;
}

/** Votes of one person in an election by ballot. */
export interface CandidateFact {
  readonly memberId: string;
  readonly post: string | null;
  readonly inFavour: number;
  readonly against: number;
  readonly abstained: number;
  readonly elected: boolean;
}

export interface ElectionFact {
  readonly electorsDue: number | null;
  readonly electorsPresent: number | null;
  readonly ballotsIssued: number | null;
  readonly ballotsReturned: number | null;
  readonly candidates: readonly CandidateFact[];
}

/** Something decided, with who does it until when. */
export interface ResolutionFact {
  readonly content: string;
  readonly ownerId: string | null;
  readonly dueOn: PlainDate | null;
  readonly closedOn: PlainDate | null;
}

export interface ReviewGradeFact {
  readonly memberId: string;
  /** Ballots counted for the member, all grades together; `null` where none were counted. */
  readonly ballots: number | null;
  readonly grade: FinalGrade | null;
}

/** One meeting record that is not deleted; drafts are left out. */
export interface MeetingFact extends ElectionFact {
  readonly id: string;
  readonly type: MeetingType;
  readonly title: string;
  readonly branchId: string;
  readonly groupId: string | null;
  /** What it counts for: a month, a quarter or a year; `null` = by its date. */
  readonly period: string | null;
  readonly heldOn: PlainDate;
  readonly startsAt: ClockTime;
  readonly endsAt: ClockTime;
  readonly place: string;
  readonly hostId: string;
  readonly recorderId: string;
  readonly attendance: readonly AttendanceFact[];
  readonly votes: readonly VoteFact[];
  readonly resolutions: readonly ResolutionFact[];
  readonly grades: readonly ReviewGradeFact[];
  /** Ballots of the review that came back. */
  readonly reviewBallots: number | null;
  /** Hours of study that everyone present is credited with. */
  readonly studyHours: number;
  readonly lecturerId: string | null;
  /** Speeches of the agenda, in their order. */
  readonly speeches: readonly { readonly speakerId: string | null; readonly text: string }[];
  /** Content of the minutes; `''` when empty. */
  readonly body: string;
  /** Records of other meetings held in the same sitting, each with its own record. */
  readonly heldTogetherWith: readonly string[];
  /** The 支委会 that studied the theme of a 主题党日. */
  readonly themeMeetingId: string | null;
  /** The 支委会 that prepared the matters of a 党员大会. */
  readonly preparedById: string | null;
  /** Entered on the provincial platform on. */
  readonly platformOn: PlainDate | null;
  /** 纪实报告表 sent on. */
  readonly reportedOn: PlainDate | null;
  /** Days on which the photos attached were taken, as far as they tell. */
  readonly photoDays: readonly PlainDate[];
  /** Kinds of the files attached, e.g. 签到表, 照片, 讲稿, 表决票. */
  readonly attachmentKinds: readonly string[];
  /** Instant of entry, `2026-11-24T06:30:00.000Z`; `null` when it came by an import, whose time says nothing. */
  readonly createdAt: string | null;
}

/** A talk of two members, from either ledger. */
export interface TalkFact {
  readonly id: string;
  readonly ledger: 'partyTalk' | 'partyMeeting';
  readonly heldOn: PlainDate;
  readonly period: string | null;
  readonly memberIds: readonly [string, string];
}

/** A study record beside the meetings. */
export interface StudyFact {
  readonly id: string;
  readonly mode: StudyMode;
  readonly branchId: string;
  readonly heldOn: PlainDate;
  readonly period: string | null;
  /** Counts as the 集中培训 that secretaries and committee members need. */
  readonly training: boolean;
  readonly participants: readonly { readonly memberId: string; readonly hours: number }[];
}

/** The fee of one member for one month; amounts in 分. */
export interface FeeFact {
  readonly id: string;
  readonly memberId: string;
  readonly branchId: string;
  /** `2026-10` */
  readonly month: string;
  readonly situation: FeeSituation;
  readonly base: number;
  readonly due: number;
  readonly paid: number;
  readonly paidOn: PlainDate | null;
  /** A reduction was granted, so that less than the band's rate is due. */
  readonly reduced: boolean;
  readonly arrearsReason: string | null;
}

/** The yearly work around 组织生活会, 民主评议 or 民主生活会: its days, counts and lists. */
export interface CampaignFact extends BallotCount {
  readonly id: string;
  readonly kind: CampaignKind;
  readonly branchId: string;
  /** `2026` */
  readonly period: string;
  /** Those who attend a 民主生活会, as far as they are named. */
  readonly participantIds: readonly string[];
  readonly plannedOn: PlainDate | null;
  readonly planFiledOn: PlainDate | null;
  readonly planApprovedOn: PlainDate | null;
  readonly studyOn: PlainDate | null;
  readonly studyCount: number | null;
  readonly opinionsTo: PlainDate | null;
  /** Opinions collected: the rows, or the number entered where there are none. */
  readonly opinionCount: number | null;
  /** From when talks count as those before the meeting; `null` = the whole year. */
  readonly talksFrom: PlainDate | null;
  readonly talksDoneOn: PlainDate | null;
  readonly selfCheckOn: PlainDate | null;
  readonly problemCount: number;
  readonly meetingId: string | null;
  readonly reviewMeetingId: string | null;
  readonly reviews: readonly ReviewFact[];
  readonly assessedOn: PlainDate | null;
  readonly publishedOn: PlainDate | null;
  readonly reportedOn: PlainDate | null;
  readonly rectifications: readonly ResolutionFact[];
  /** Kinds of the files attached, e.g. 方案, 对照检查材料. */
  readonly attachmentKinds: readonly string[];
}

/** One member's part of a 民主评议. */
export interface ReviewFact extends ReviewVotes {
  readonly memberId: string;
  readonly selfGrade: ReviewGrade | null;
  readonly peerGrade: ReviewGrade | null;
  readonly grade: FinalGrade | null;
}

/** 季度计划报备. */
export interface QuarterPlanFact {
  readonly branchId: string;
  readonly period: string;
  readonly filedOn: PlainDate;
}

/** A reasoned excuse: this obligation could not be met in this period. */
export interface ExemptionFact {
  readonly branchId: string;
  readonly groupId: string | null;
  readonly type: MeetingType;
  readonly period: string;
}

/** What the Party-life rules look at: one school, one natural year. */
export interface PartyLifeFacts {
  readonly year: number;
  readonly branches: readonly BranchFact[];
  readonly groups: readonly GroupFact[];
  readonly members: readonly MemberFact[];
  /** Complete histories, not only today's. */
  readonly memberships: readonly MembershipFact[];
  readonly posts: readonly PostFact[];
  readonly sanctions: readonly PartySanctionFact[];
  /** At least those held from the year's first day to the end of the grace months after it, or counting for it. */
  readonly meetings: readonly MeetingFact[];
  /** Those of the year before, for what reaches across the turn of the year: copied texts, months without taking part. */
  readonly earlierMeetings: readonly MeetingFact[];
  /** Of the year and those that count for it. */
  readonly talks: readonly TalkFact[];
  readonly studies: readonly StudyFact[];
  /** Of the year and the year before. */
  readonly fees: readonly FeeFact[];
  /** Of the year and the year before, whose rectifications run on. */
  readonly campaigns: readonly CampaignFact[];
  readonly quarterPlans: readonly QuarterPlanFact[];
  readonly exemptions: readonly ExemptionFact[];
  readonly calendar: SchoolCalendar;
}
