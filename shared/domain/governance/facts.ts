import type { SchoolCalendar } from '../../kernel/calendar.ts';
import type { PlainDate } from '../../kernel/plainDate.ts';
import type { Capacity, GovernanceMeetingKind, LeadingGroup, TopicClass, TopicDecision } from './words.ts';

export interface TopicFact {
  readonly id: string;
  /** From 1, in the order of the agenda. */
  readonly number: number;
  readonly name: string;
  readonly topicClass: TopicClass;
  /** 三重一大 */
  readonly major: boolean;
  /** 分; `null` where no money is meant. */
  readonly amount: number | null;
  /** Day of the prior communication between secretary and principal. */
  readonly communicatedOn: PlainDate | null;
  readonly touchesStaff: boolean;
  readonly staffOpinion: string | null;
  readonly decision: TopicDecision | null;
  /** Meeting of the Party organisation that decided, for topics of the principal's meeting. */
  readonly decidedAtId: string | null;
  readonly owner: string | null;
  readonly dueOn: PlainDate | null;
  readonly closedOn: PlainDate | null;
  /** Names of those who stayed away from the topic. */
  readonly recused: string;
}

export interface GovernanceMeetingFact {
  readonly id: string;
  readonly kind: GovernanceMeetingKind;
  readonly title: string;
  readonly heldOn: PlainDate;
  /** Staff id of who chairs: 书记 or 校长, who states an opinion last. */
  readonly hostId: string;
  readonly attendance: readonly {
    readonly staffId: string;
    readonly capacity: Capacity;
    readonly present: boolean;
  }[];
  readonly topics: readonly TopicFact[];
  /** In the order in which people spoke. */
  readonly speeches: readonly { readonly topic: number; readonly staffId: string }[];
}

/** Membership of the Party organisation's or the administration's leading group, both days included. */
export interface LeadingGroupFact {
  readonly staffId: string;
  readonly group: LeadingGroup;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

/** What the governance rules look at: one school, meetings up to a day. */
export interface GovernanceFacts {
  readonly meetings: readonly GovernanceMeetingFact[];
  readonly leadingGroup: readonly LeadingGroupFact[];
  readonly staff: readonly { readonly id: string; readonly name: string }[];
  /** Study with its mode (五学). */
  readonly studies: readonly { readonly mode: string; readonly on: PlainDate }[];
  readonly terms: readonly {
    readonly period: string;
    readonly startsOn: PlainDate;
    readonly endsOn: PlainDate;
  }[];
  readonly calendar: SchoolCalendar;
}

/** The topic is on appointments and the like, for which two thirds must be present. */
export function isAppointment(topic: Pick<TopicFact, 'topicClass'>): boolean {
  return topic.topicClass === '重要干部任免';
}

const majorClasses: readonly TopicClass[] = [
  '重大事项决策',
  '重要干部任免',
  '重要项目安排',
  '大额度资金使用',
];

/** 三重一大: marked so, or of one of its four classes. */
export function isMajor({ major, topicClass }: Pick<TopicFact, 'major' | 'topicClass'>): boolean {
  return major || majorClasses.includes(topicClass);
}

/** Decisions that something is to be done about. */
export function isCarriedOut({ decision }: Pick<TopicFact, 'decision'>): boolean {
  return decision === '同意' || decision === '原则同意';
}

export function leadingGroupFor(kind: GovernanceMeetingKind): LeadingGroupFact['group'] {
  return kind === '学校党组织会议' ? '党组织班子' : '行政班子';
}
