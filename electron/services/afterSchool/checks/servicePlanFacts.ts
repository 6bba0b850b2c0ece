import type { ServicePlanFacts } from '../../../../shared/domain/afterSchool/planFacts.ts';
import type { ServiceDaySums } from '../../../../shared/domain/afterSchool/serviceDaySums.ts';
import { addDays } from '../../../../shared/kernel/plainDate.ts';
import { serviceAccount } from '../../../../shared/ledgers/afterSchool/serviceAccount.ts';
import type { serviceCourse } from '../../../../shared/ledgers/afterSchool/serviceCourse.ts';
import { serviceEnrolment } from '../../../../shared/ledgers/afterSchool/serviceEnrolment.ts';
import type { pupil } from '../../../../shared/ledgers/base/pupil.ts';
import type { schoolClass } from '../../../../shared/ledgers/base/schoolClass.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import { countRecords, type RecordIn } from '../../../store/records/records.ts';
import { loadFees, type Enrolment } from '../fees/loadFees.ts';
import { classesOn, isAtSchoolOn, planOf, type Plan } from '../serviceTerm.ts';
import { finishedRecords } from '../../../store/records/recordsBetween.ts';
import { loadTerms, type SchoolTerm } from '../../school/schoolTerms.ts';

/** What was read of a term already. */
export interface TermRecords {
  readonly rooms: readonly RecordIn<typeof schoolClass>[];
  readonly pupils: readonly RecordIn<typeof pupil>[];
  readonly courses: readonly RecordIn<typeof serviceCourse>[];
  readonly enrolments: readonly Enrolment[];
  readonly days: readonly ServiceDaySums[];
  /** `null` without class. */
  readonly gradeOf: (pupilId: string) => number | null;
}

/** What the rules about plan, courses on offer and money look at, for a term. */
export function loadServicePlanFacts(
  h: ReadHandle,
  term: SchoolTerm,
  { rooms, pupils, courses, enrolments, days, gradeOf }: TermRecords,
): ServicePlanFacts {
  const plan = planOf(h, term.period);
  const desk = loadFees(h, term, plan, days);
  return {
    plan: plan ? planFact(plan) : null,
    offers: courses.map(({ id, values }) => ({
      ...values,
      courseId: id,
      agencyListed: values.agencyListed === true,
    })),
    charges: enrolments.map((enrolment) => ({
      enrolmentId: enrolment.id,
      pupilId: enrolment.values.pupil,
      feeClass: enrolment.values.feeClass,
      withdrawn: enrolment.values.withdrawnOn !== null,
      account: desk.accountOf(enrolment, gradeOf(enrolment.values.pupil)),
    })),
    accountLines: countRecords(h, serviceAccount, { period: term.period }),
    participationBefore: participationBefore(h, term, pupils, rooms),
  };
}

function planFact({ id, values }: Plan): ServicePlanFacts['plan'] {
  return { ...values, id, feePerTerm: values.feePerTerm ?? 0 };
}

function participationBefore(
  h: ReadHandle,
  term: SchoolTerm,
  pupils: TermRecords['pupils'],
  rooms: TermRecords['rooms'],
): ServicePlanFacts['participationBefore'] {
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
  const roomOf = classesOn(h, on, rooms);
  const base = pupils.filter((one) => {
    const grade = roomOf(one)?.values.grade;
    return grade !== undefined && grade >= 1 && grade <= 9 && isAtSchoolOn(one, on);
  });
  return { count: base.filter(({ id }) => enrolled.has(id)).length, of: base.length };
}
