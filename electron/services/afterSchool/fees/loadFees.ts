import { feeAccountOf } from '../../../../shared/domain/afterSchool/fees.ts';
import type { FeeAccount, FeeCase, FeeRules, FeeTerm } from '../../../../shared/domain/afterSchool/fees.ts';
import type { ServiceDaySums } from '../../../../shared/domain/afterSchool/serviceDaySums.ts';
import type { serviceEnrolment } from '../../../../shared/ledgers/afterSchool/serviceEnrolment.ts';
import { serviceFeeStandard } from '../../../../shared/ledgers/afterSchool/serviceFeeStandard.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import type { RecordIn } from '../../../store/records/records.ts';
import { finishedRecords } from '../../../store/records/recordsBetween.ts';
import type { SchoolTerm } from '../../school/schoolTerms.ts';
import { parametersInForce } from '../../school/parametersInForce.ts';
import { serviceDaySums } from '../serviceDaySums.ts';
import { plannedDays, type Plan } from '../serviceTerm.ts';
import { schooldayNumber } from '../../../../shared/kernel/schooldays.ts';

export type Enrolment = RecordIn<typeof serviceEnrolment>;

export interface FeeDesk {
  readonly term: FeeTerm;
  readonly rules: FeeRules;
  /** Whether the planned days rest on a year without holiday arrangement. */
  readonly uncertain: boolean;
  /** The account of an enrolment; `changes` ask what it would be otherwise. */
  accountOf(enrolment: Enrolment, grade: number | null, changes?: Partial<FeeCase>): FeeAccount;
}

/** Everything that charging in a term depends on, read once. */
export function loadFees(
  h: ReadHandle,
  term: SchoolTerm,
  plan: Plan | undefined,
  days: readonly ServiceDaySums[] = serviceDaySums(h, {
    from: term.firstTeachingOn,
    to: term.lastTeachingOn,
  }),
): FeeDesk {
  const parameters = parametersInForce(h);
  const planned = plannedDays(h, term, plan);
  const absences = new Map<string, number>();
  for (const id of days.flatMap(({ away }) => away)) absences.set(id, (absences.get(id) ?? 0) + 1);
  const feeTerm: FeeTerm = {
    firstTeachingOn: term.firstTeachingOn,
    days: planned.days,
    lessonsPerDay: plan?.values.periods.length
      ? plan.values.periods.reduce((sum, { lessons }) => sum + (lessons ?? 1), 0)
      : 2,
    standards: finishedRecords(h, serviceFeeStandard).map(({ values }) => ({
      stage: values.stage,
      basis: values.basis,
      amount: values.amount,
      from: values.from,
      to: values.to,
    })),
    planFee: plan?.values.feePerTerm ?? 0,
  };
  const rules = {
    reducedPercent: parameters.number('serviceReducedPercent', term.firstTeachingOn),
    signUpDays: parameters.number('serviceSignUpDays', term.firstTeachingOn),
    refundFromAbsentDays: parameters.number('serviceRefundAbsentDays', term.firstTeachingOn),
  };
  return {
    term: feeTerm,
    rules,
    uncertain: planned.uncertain,
    accountOf: ({ values }, grade, changes = {}) =>
      feeAccountOf(
        {
          grade,
          feeClass: values.feeClass,
          weekdays: values.weekdays.map(schooldayNumber),
          appliedOn: values.appliedOn,
          withdrawnOn: values.withdrawnOn,
          absentDays: absences.get(values.pupil) ?? 0,
          paid: values.feePaid ?? 0,
          refunded: values.feeRefunded ?? 0,
          ...changes,
        },
        feeTerm,
        rules,
      ),
  };
}
