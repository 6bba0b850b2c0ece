import type { SchoolCalendar } from '../../kernel/calendar.ts';
import type { ClockTime } from '../../kernel/clockTime.ts';
import type { PlainDate } from '../../kernel/plainDate.ts';

export type MeetingType =
  | '支部党员大会'
  | '支部委员会会议'
  | '党小组会'
  | '党课'
  | '主题党日'
  | '组织生活会'
  | '民主评议党员'
  | '谈心谈话'
  | '民主生活会'
  | '学校党组织会议'
  | '校长办公会议'
  | '集中学习';

export interface BranchFact {
  readonly id: string;
  /** What people call it: 第一党支部. */
  readonly name: string;
  readonly foundedOn: PlainDate;
  readonly endedOn: PlainDate | null;
  readonly termEndsOn: PlainDate | null;
}

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
  readonly status: '正式党员' | '预备党员';
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

export type PartyPost =
  | '书记'
  | '副书记'
  | '组织委员'
  | '宣传委员'
  | '纪检委员'
  | '青年委员'
  | '统战委员'
  | '党小组组长'
  | '党务干事';

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
  readonly kind: '警告' | '严重警告' | '撤销党内职务' | '留党察看1年' | '留党察看2年' | '开除党籍';
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

export type AttendanceState =
  '出席' | '病假' | '事假' | '公差' | '产假' | '流动外出' | '其他' | '无故缺席' | '不计应到';

export interface AttendanceFact {
  readonly memberId: string;
  readonly state: AttendanceState;
  readonly approvedBy: string | null;
  readonly reason: string | null;
  readonly madeUpOn: PlainDate | null;
}

export type VoteKind =
  | '一般决议'
  | '接收预备党员'
  | '预备党员转正'
  | '延长或取消预备期'
  | '选举'
  | '评优'
  | '处分'
  | '年度计划'
  | '干部任免';

export interface VoteFact {
  readonly id: string;
  readonly matter: string;
  readonly kind: VoteKind;
  readonly mode: '举手' | '无记名投票' | '口头' | null;
  readonly dueVoters: number;
  readonly presentVoters: number;
  /** Written opinions included. */
  readonly inFavour: number;
  readonly against: number;
  readonly abstained: number;
  /** How many of the opinions were given in writing before the meeting; 0 if none. */
  readonly written: number;
  readonly outcome: '通过' | '未通过';
}

export interface ReviewGradeFact {
  readonly memberId: string;
  readonly grade: '优秀' | '合格' | '基本合格' | '不合格' | '不评等次' | null;
}

/** One meeting record that is not deleted; drafts are left out. */
export interface MeetingFact {
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
  readonly grades: readonly ReviewGradeFact[];
  readonly lecturerId: string | null;
  /** Speeches of the agenda, in their order. */
  readonly speeches: readonly { readonly speakerId: string | null; readonly text: string }[];
  /** Content of the minutes; `''` when empty. */
  readonly body: string;
  /** Records of other meetings held in the same sitting, each with its own record. */
  readonly heldTogetherWith: readonly string[];
  /** Kinds of the files attached, e.g. 签到表, 照片, 讲稿, 表决票. */
  readonly attachmentKinds: readonly string[];
  /** Instant of entry, `2026-11-24T06:30:00.000Z`; `null` when it came by an import, whose time says nothing. */
  readonly createdAt: string | null;
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
  readonly exemptions: readonly ExemptionFact[];
  readonly calendar: SchoolCalendar;
}
