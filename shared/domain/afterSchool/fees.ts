import { addDays, monthOf, yearOf, type PlainDate } from '../../kernel/plainDate.ts';
import type { FeeBasis, FeeClass, FeeStage } from './words.ts';

/** A charge as it was set, for one stage of schooling; amounts in 分. */
export interface FeeStandard {
  readonly stage: FeeStage;
  readonly basis: FeeBasis;
  readonly amount: number;
  readonly from: PlainDate;
  /** Both inclusive; `null` = still in force. */
  readonly to: PlainDate | null;
}

/** What of the charging a school or county may set. */
export interface FeeRules {
  /** What 减半 pays, in percent. */
  readonly reducedPercent: number;
  /** From how many days absent on a refund is made; 0 = never. */
  readonly refundFromAbsentDays: number;
  /** Who applies within so many days of the first teaching day is charged for the whole term. */
  readonly signUpDays: number;
}

/** The term as far as charging depends on it. */
export interface FeeTerm {
  readonly firstTeachingOn: PlainDate;
  /** Teaching days with the weekday whose timetable holds, 1 = Monday … 5. */
  readonly days: readonly { readonly date: PlainDate; readonly weekday: number }[];
  /** 课时 of service a day. */
  readonly lessonsPerDay: number;
  readonly standards: readonly FeeStandard[];
  /** Used where no standard is in force: a charge for the term, in 分. */
  readonly planFee: number;
}

/** One pupil's enrolment as far as it is charged for; amounts in 分. */
export interface FeeCase {
  /** `null` without class. */
  readonly grade: number | null;
  readonly feeClass: FeeClass;
  readonly weekdays: readonly number[];
  readonly appliedOn: PlainDate;
  /** First day out; `null` = still in. */
  readonly withdrawnOn: PlainDate | null;
  /** Days on which the pupil was away from everything. */
  readonly absentDays: number;
  readonly paid: number;
  readonly refunded: number;
}

export interface FeeAccount {
  /** Charge for the whole term at full rate. */
  readonly standard: number;
  /** What 减半 and 免收 take off. */
  readonly reduction: number;
  /** What is not charged because the pupil came later or left earlier. */
  readonly outside: number;
  readonly absence: number;
  /** standard − reduction − outside − absence, at least 0. */
  readonly due: number;
  readonly paid: number;
  readonly refunded: number;
  /** Positive: still to be paid; negative: to be given back. */
  readonly balance: number;
  readonly plannedDays: number;
  readonly days: number;
  /** How it came about, for the clerk. */
  readonly words: string;
}

/** Stage of compulsory schooling; grade 6 is the last of 小学. */
function stageOf(grade: number | null): FeeStandard['stage'] {
  return grade !== null && grade > 6 ? '初中' : '小学';
}

/** The standard in force for a stage on a day: the one that began last. */
export function standardOn(
  standards: readonly FeeStandard[],
  stage: FeeStandard['stage'],
  on: PlainDate,
): FeeStandard | undefined {
  return standards
    .filter((one) => one.stage === stage && one.from <= on && (one.to === null || on <= one.to))
    .toSorted((a, b) => b.from.localeCompare(a.from))[0];
}

/**
 * What a pupil owes for a term. A charge for a term is split over its planned days, one for a month is due for every
 * month with a day of service, one for a 课时 for every one planned. Rounded to whole 分 once, at the end of each item.
 */
export function feeAccountOf(own: FeeCase, term: FeeTerm, rules: FeeRules): FeeAccount {
  const stage = stageOf(own.grade);
  const inForce = standardOn(term.standards, stage, term.firstTeachingOn);
  const basis = inForce?.basis ?? '每学期';
  const amount = inForce?.amount ?? term.planFee;
  const planned = term.days.filter(({ weekday }) => own.weekdays.includes(weekday));
  const from =
    own.appliedOn <= addDays(term.firstTeachingOn, rules.signUpDays) ? term.firstTeachingOn : own.appliedOn;
  const attended = planned.filter(
    ({ date }) => from <= date && (own.withdrawnOn === null || date < own.withdrawnOn),
  );
  const priceOf = (days: FeeTerm['days']): number => {
    if (basis === '每课时') return Math.round(amount * term.lessonsPerDay * days.length);
    if (basis === '每月') return amount * monthsOf(days);
    return planned.length === 0 ? 0 : Math.round((amount * days.length) / planned.length);
  };
  const share = { 全额: 100, 减半: rules.reducedPercent, 免收: 0 }[own.feeClass] / 100;
  const standard = priceOf(planned);
  const outside = standard - priceOf(attended);
  const reduction = Math.round((standard - outside) * (1 - share));
  const perDay = attended.length === 0 ? 0 : (standard - outside - reduction) / attended.length;
  const counts = rules.refundFromAbsentDays > 0 && own.absentDays >= rules.refundFromAbsentDays;
  const absence = counts ? Math.round(perDay * Math.min(own.absentDays, attended.length)) : 0;
  const due = Math.max(0, standard - outside - reduction - absence);
  return {
    standard,
    reduction,
    outside,
    absence,
    due,
    paid: own.paid,
    refunded: own.refunded,
    balance: due - own.paid + own.refunded,
    plannedDays: planned.length,
    days: attended.length,
    words: [
      `应上 ${planned.length} 天，参加期间 ${attended.length} 天`,
      ...(own.feeClass === '全额' ? [] : [own.feeClass]),
      ...(counts ? [`缺勤 ${own.absentDays} 天按天退费`] : []),
    ].join('，'),
  };
}

function monthsOf(days: FeeTerm['days']): number {
  return new Set(days.map(({ date }) => yearOf(date) * 12 + monthOf(date))).size;
}
