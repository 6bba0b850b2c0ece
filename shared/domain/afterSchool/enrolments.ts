import { weekdayOf } from '../../kernel/plainDate.ts';
import type { PlainDate } from '../../kernel/plainDate.ts';
import type { AfterSchoolFacts, EnrolmentFact, SlotFact } from './facts.ts';

/** Whether an enrolment holds on a day: applied for, and not withdrawn (on the day of withdrawal the pupil is out). */
export function isEnrolledOn(
  enrolment: Pick<EnrolmentFact, 'appliedOn' | 'withdrawnOn'>,
  on: PlainDate,
): boolean {
  return enrolment.appliedOn <= on && (enrolment.withdrawnOn === null || on < enrolment.withdrawnOn);
}

/**
 * Pupils due at a session: enrolled in its course on its weekday (on a make-up day, on the weekday whose timetable
 * is taught). Ids.
 */
export function pupilsDueAt(
  facts: Pick<AfterSchoolFacts, 'enrolments' | 'calendar'>,
  slot: SlotFact,
): readonly string[] {
  const taught = facts.calendar.timetableWeekday(slot.heldOn);
  const weekday = typeof taught === 'number' ? taught : weekdayOf(slot.heldOn);
  return facts.enrolments
    .filter(
      (enrolment) =>
        isEnrolledOn(enrolment, slot.heldOn) &&
        enrolment.weekdays.includes(weekday) &&
        enrolment.courseIds.includes(slot.courseId),
    )
    .map(({ pupilId }) => pupilId);
}
