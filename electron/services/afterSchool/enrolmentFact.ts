import type { EnrolmentFact } from '../../../shared/domain/afterSchool/facts.ts';
import type { serviceEnrolment } from '../../../shared/ledgers/afterSchool/serviceEnrolment.ts';
import { schooldayNumber } from '../../../shared/kernel/schooldays.ts';
import type { RecordIn } from '../../store/records/records.ts';

/**
 * An application as the domain sees it.
 * @param guardian of the pupil's own record, for an application that names none
 */
export function enrolmentFact(
  { id, values }: RecordIn<typeof serviceEnrolment>,
  guardian: string | null,
): EnrolmentFact {
  return {
    ...values,
    id,
    pupilId: values.pupil,
    weekdays: values.weekdays.map(schooldayNumber),
    courseIds: values.courses,
    permittedReceivers: [values.guardianName ?? guardian, values.entrustedName].filter(
      (name) => name !== null,
    ),
  };
}
