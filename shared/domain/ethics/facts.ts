import type { SchoolCalendar } from '../../kernel/calendar.ts';
import type { PlainDate } from '../../kernel/plainDate.ts';
import type { PeriodExcuse } from './campaignTracking.ts';
import type { GatePurpose } from './gatePurposes.ts';
import type {
  AssessmentGrade,
  Conclusion,
  DecidingBody,
  DeliveryWay,
  EthicsElement,
  EthicsGrade,
  Handling,
  ReviewResult,
  SelfCheckOccasion,
} from './words.ts';
import type { EntryCheckResult } from '../base/words.ts';

export interface StaffFact {
  readonly id: string;
  readonly name: string;
  /** 专任教师, 行政人员, 教辅人员, 工勤人员, 安保人员. */
  readonly kind: string;
  readonly hiredOn: PlainDate | null;
  readonly leftOn: PlainDate | null;
  readonly isPartyMember: boolean;
  /** When the five-year registration of the teacher's certificate is next due. */
  readonly certificateDueOn: PlainDate | null;
}

export interface PledgeFact {
  readonly id: string;
  readonly staffId: string;
  /** School year, `2026-2027`. */
  readonly period: string;
  readonly signedOn: PlainDate;
}

/** Five scores of 0–100 in the order of the weights: self, peers, pupils, parents, panel; `null` = not given. */
export interface AppraisalScores {
  readonly self: number | null;
  readonly peer: number | null;
  readonly pupil: number | null;
  readonly parent: number | null;
  readonly panel: number | null;
}

export interface AppraisalFact {
  readonly id: string;
  readonly staffId: string;
  /** Year or school year. */
  readonly period: string;
  readonly scores: AppraisalScores;
  /** Points added or taken; 0 if none. */
  readonly adjustment: number;
  readonly total: number | null;
  readonly grade: EthicsGrade | null;
  readonly veto: boolean;
  readonly noticeFrom: PlainDate | null;
  readonly noticeTo: PlainDate | null;
  readonly signedOn: PlainDate | null;
}

export interface CaseFact {
  readonly id: string;
  readonly number: string;
  readonly staffId: string;
  readonly receivedOn: PlainDate;
  readonly named: boolean;
  /** Begins with the code: V05 …, K06 …. */
  readonly violation: string;
  readonly injured: boolean;
  readonly urgentReportedOn: PlainDate | null;
  /** `null` = not decided. */
  readonly policeInformed: boolean | null;
  /** Day of the decision whether to accept. */
  readonly acceptedOn: PlainDate | null;
  /** False where it was decided not to accept. */
  readonly accepted: boolean;
  readonly rejectionReason: string | null;
  /** Day on which a longer investigation was approved. */
  readonly extendedOn: PlainDate | null;
  readonly heardOn: PlainDate | null;
  readonly concludedOn: PlainDate | null;
  readonly conclusion: Conclusion | null;
  readonly handling: Handling | null;
  readonly proposedOn: PlainDate | null;
  readonly hearingToldOn: PlainDate | null;
  readonly hearingAsked: boolean | null;
  readonly hearingHeldOn: PlainDate | null;
  readonly decidedBy: DecidingBody | null;
  readonly decidedOn: PlainDate | null;
  readonly effectFrom: PlainDate | null;
  readonly effectTo: PlainDate | null;
  readonly disqualifiedUntil: PlainDate | null;
  /** Whether the written decision names the way of appeal; `null` = not noted. */
  readonly appealRouteTold: boolean | null;
  readonly deliveredOn: PlainDate | null;
  readonly deliveredHow: DeliveryWay | null;
  readonly partyInformedOn: PlainDate | null;
  readonly answeredOn: PlainDate | null;
  readonly reviewAskedOn: PlainDate | null;
  readonly reviewDecidedOn: PlainDate | null;
  readonly reviewResult: ReviewResult | null;
  readonly appealAskedOn: PlainDate | null;
  readonly appealExtendedOn: PlainDate | null;
  readonly appealDecidedOn: PlainDate | null;
  readonly appealResult: ReviewResult | null;
  readonly periodExtendedOn: PlainDate | null;
  /** The later end after an extension for conduct. */
  readonly extendedTo: PlainDate | null;
  readonly liftedOn: PlainDate | null;
  readonly archivedOn: PlainDate | null;
  /** Kinds of the papers in the file, scanned or on the shelf: 调查报告, 陈述笔录, 处理决定书, 送达回证, 解除决定 …. */
  readonly paperKinds: readonly string[];
}

export interface AwardFact {
  readonly id: string;
  readonly staffId: string;
  readonly name: string;
  readonly grantedOn: PlainDate;
}

/** 年度考核 of one person. */
export interface AssessmentFact {
  readonly id: string;
  readonly staffId: string;
  /** `2026` */
  readonly year: string;
  readonly grade: AssessmentGrade;
}

/** A person on a list of the school for a title, a post, an honour …. */
export interface SelectionFact {
  readonly id: string;
  readonly staffId: string;
  readonly purpose: GatePurpose;
  readonly name: string | null;
  readonly listedOn: PlainDate;
  /** Withdrawn or refused names are no longer on the list. */
  readonly dropped: boolean;
}

export interface HealthCheckFact {
  readonly id: string;
  readonly staffId: string;
  readonly checkedOn: PlainDate;
  readonly fit: boolean;
}

export interface EntryCheckFact {
  readonly id: string;
  readonly staffId: string;
  readonly checkedOn: PlainDate;
  readonly result: EntryCheckResult;
}

/** An external person who serves at the school; the latest check only is kept with the person. */
export interface ExternalPersonFact {
  readonly id: string;
  readonly name: string;
  readonly listed: boolean;
  readonly qualification: string | null;
  readonly entryCheckedOn: PlainDate | null;
  readonly entryCheckResult: EntryCheckResult | null;
  readonly servesFrom: PlainDate | null;
  readonly servesTo: PlainDate | null;
}

export interface EthicsActivityFact {
  readonly id: string;
  readonly element: EthicsElement;
  readonly kind: string;
  /** Term, school year, quarter or month. */
  readonly period: string | null;
  readonly heldOn: PlainDate;
}

export interface SelfCheckFact {
  readonly id: string;
  readonly staffId: string;
  /** Term, `2026-2027-1`. */
  readonly period: string;
  readonly occasion: SelfCheckOccasion;
  /** Whether any of the six bans was answered with yes. */
  readonly anyYes: boolean;
}

/** A term with the school's own dates. */
export interface EthicsTermFact {
  readonly period: string;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
}

/** What the ethics rules look at: one school, one school year and one period of appraisal. */
export interface EthicsFacts {
  /** `2026-2027`. */
  readonly schoolYear: string;
  /** First school day of the school year: the day from which the pledge is due. */
  readonly schoolYearStartsOn: PlainDate;
  /** The year or school year whose appraisal is looked at. */
  readonly appraisalPeriod: string;
  readonly terms: readonly EthicsTermFact[];
  readonly isKindergarten: boolean;
  /** Public schools only propose sanctions; the county bureau decides. */
  readonly isPublic: boolean;
  readonly staff: readonly StaffFact[];
  readonly externalPersons: readonly ExternalPersonFact[];
  readonly pledges: readonly PledgeFact[];
  readonly appraisals: readonly AppraisalFact[];
  /** Of all years: sanctions reach over years. */
  readonly cases: readonly CaseFact[];
  readonly awards: readonly AwardFact[];
  readonly assessments: readonly AssessmentFact[];
  readonly selections: readonly SelectionFact[];
  readonly healthChecks: readonly HealthCheckFact[];
  readonly entryChecks: readonly EntryCheckFact[];
  readonly activities: readonly EthicsActivityFact[];
  readonly selfChecks: readonly SelfCheckFact[];
  /** Of all years. */
  readonly excuses: readonly PeriodExcuse[];
  /** Whom rounds of appraisals left out with a reason. */
  readonly notAppraised: readonly { readonly staffId: string; readonly period: string }[];
  readonly calendar: SchoolCalendar;
}
