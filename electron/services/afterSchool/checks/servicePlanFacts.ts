import type { ServicePlanFacts } from '../../../../shared/domain/afterSchool/planFacts.ts';
import { addDays } from '../../../../shared/kernel/plainDate.ts';
import { serviceAccount } from '../../../../shared/ledgers/afterSchool/serviceAccount.ts';
import { serviceCourse } from '../../../../shared/ledgers/afterSchool/serviceCourse.ts';
import { serviceEnrolment } from '../../../../shared/ledgers/afterSchool/serviceEnrolment.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import { countRecords } from '../../../store/records/records.ts';
import { loadFees } from '../fees/loadFees.ts';
import { planOf, pupilsOn, type Plan } from '../serviceTerm.ts';
import { finishedRecords } from '../../../store/records/recordsBetween.ts';
import { loadTerms, type SchoolTerm } from '../../school/schoolTerms.ts';

/** What the rules about plan, courses on offer and money look at, for a term. */
export function loadServicePlanFacts(
  h: ReadHandle,
  term: SchoolTerm,
  gradeOf: ReadonlyMap<string, number | null>,
): ServicePlanFacts {
  const plan = planOf(h, term.period);
  const desk = loadFees(h, term, plan);
  return {
    plan: plan ? planFact(plan) : null,
    offers: finishedRecords(h, serviceCourse, [], term.period).map(({ id, values }) => ({
      courseId: id,
      gradeFrom: values.gradeFrom,
      gradeTo: values.gradeTo,
      agency: values.agency,
      agencyListed: values.agencyListed === true,
      agencyCheckedOn: values.agencyCheckedOn,
    })),
    charges: finishedRecords(h, serviceEnrolment, [], term.period).map((enrolment) => ({
      enrolmentId: enrolment.id,
      pupilId: enrolment.values.pupil,
      feeClass: enrolment.values.feeClass,
      withdrawn: enrolment.values.withdrawnOn !== null,
      account: desk.accountOf(enrolment, gradeOf.get(enrolment.values.pupil) ?? null),
    })),
    accountLines: countRecords(h, serviceAccount, { period: term.period }),
    participationBefore: participationBefore(h, term),
  };
}

function planFact({ id, values }: Plan): ServicePlanFacts['plan'] {
  return {
    id,
    endOfWorkAt: values.endOfWorkAt,
    latestLeaveAt: values.latestLeaveAt,
    seasons: values.seasons,
    otherCare: values.otherCare,
    feePerTerm: values.feePerTerm ?? 0,
    channel: values.channel,
    bundledItems: values.bundledItems,
    approvedOn: values.approvedOn,
    filedOn: values.filedOn,
    publicisedFrom: values.publicisedFrom,
    accountsPublicisedFrom: values.accountsPublicisedFrom,
  };
}

function participationBefore(h: ReadHandle, term: SchoolTerm): ServicePlanFacts['participationBefore'] {
  const before = loadTerms(h)
    .filter(({ endsOn }) => endsOn < term.startsOn)
    .at(-1);
  if (!before) return null;
  const on = before.lastTeachingOn < before.endsOn ? before.lastTeachingOn : addDays(before.endsOn, -1);
  const enrolled = new Set(
    finishedRecords(h, serviceEnrolment, [], before.period).flatMap(({ values }) =>
      values.appliedOn <= on && (values.withdrawnOn === null || on < values.withdrawnOn)
        ? [values.pupil]
        : [],
    ),
  );
  if (enrolled.size === 0) return null;
  const base = pupilsOn(h, on).pupils.filter(({ grade }) => grade !== null && grade >= 1 && grade <= 9);
  return { count: base.filter(({ id }) => enrolled.has(id)).length, of: base.length };
}
