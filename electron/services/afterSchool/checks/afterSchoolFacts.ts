import type { AfterSchoolFacts } from '../../../../shared/domain/afterSchool/facts.ts';
import type { SchoolCalendar } from '../../../../shared/kernel/calendar.ts';
import type { DateRange } from '../../../../shared/kernel/periods.ts';
import type { PlainDate } from '../../../../shared/kernel/plainDate.ts';
import { serviceCourse } from '../../../../shared/ledgers/afterSchool/serviceCourse.ts';
import { serviceEnrolment } from '../../../../shared/ledgers/afterSchool/serviceEnrolment.ts';
import { serviceSlot } from '../../../../shared/ledgers/afterSchool/serviceSlot.ts';
import { externalPerson } from '../../../../shared/ledgers/base/externalPerson.ts';
import { pupil } from '../../../../shared/ledgers/base/pupil.ts';
import { schoolClass } from '../../../../shared/ledgers/base/schoolClass.ts';
import { staff } from '../../../../shared/ledgers/base/staff.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import type { Store } from '../../../store/store.ts';
import { allRecords } from '../../../store/records/records.ts';
import { enrolmentFact } from '../enrolmentFact.ts';
import { renewServiceDaySums, serviceDaySums } from '../serviceDaySums.ts';
import { classesOn } from '../serviceTerm.ts';
import { slotFact } from '../slotFact.ts';
import { finishedRecords, recordsBetween } from '../../../store/records/recordsBetween.ts';
import { fetchedByStrangers, firstPresentOn, withStrangers } from './rollCallDoubts.ts';
import { loadDailyFacts } from './serviceDailyFacts.ts';
import { loadTerms, termFor, type SchoolTerm } from '../../school/schoolTerms.ts';
import { loadServicePlanFacts } from './servicePlanFacts.ts';
import { perCheck } from '../../checks/check.ts';

/** The facts of a check. */
export const afterSchoolFacts = perCheck(({ read, calendar, on }) =>
  loadAfterSchoolFacts(read, calendar, on),
);

/** Keeps the sums of the days that these facts rest on. */
export async function renewAfterSchoolSums(store: Store, on: PlainDate): Promise<void> {
  const term = termFor(loadTerms(store.read), on);
  if (term) await renewServiceDaySums(store, daysUpTo(term, on));
}

/** The days of a term that are over on a day, that day included. */
function daysUpTo({ startsOn, endsOn }: SchoolTerm, on: PlainDate): DateRange {
  return { from: startsOn, to: on < endsOn ? on : endsOn };
}

/**
 * What the after-school rules look at: the term that holds the day (in the holidays the one before), up to that day.
 * `null` where no term is entered: nothing can be judged without its dates.
 */
function loadAfterSchoolFacts(
  h: ReadHandle,
  calendar: SchoolCalendar,
  on: PlainDate,
): AfterSchoolFacts | null {
  const term = termFor(loadTerms(h), on);
  if (!term) return null;
  const range = daysUpTo(term, on);
  const rooms = allRecords(h, schoolClass);
  const pupils = allRecords(h, pupil);
  const roomOf = classesOn(h, range.to, rooms);
  const pupilFacts = pupils.map((one) => {
    const room = roomOf(one)?.values;
    return {
      id: one.id,
      name: one.values.name,
      grade: room?.grade ?? null,
      className: room?.name ?? null,
      boarder: one.values.boarder === true,
    };
  });
  const grades = new Map(pupilFacts.map(({ id, grade }) => [id, grade]));
  const guardians = new Map(pupils.map(({ id, values }) => [id, values.guardianName]));
  const courses = finishedRecords(h, serviceCourse, [], term.period);
  const enrolments = finishedRecords(h, serviceEnrolment, [], term.period);
  const enrolmentFacts = enrolments.map((record) =>
    enrolmentFact(record, guardians.get(record.values.pupil) ?? null),
  );
  const days = serviceDaySums(h, range);
  const rollCalls = days.flatMap((day) => day.rollCalls);
  return {
    term,
    pupils: pupilFacts,
    staff: allRecords(h, staff).map(({ id, values }) => ({ id, name: values.name, kind: values.staffKind })),
    externalPersons: allRecords(h, externalPerson).map(({ id, values }) => ({
      ...values,
      id,
      listed: values.listed === true,
    })),
    courses: courses.map(({ id, values }) => ({
      ...values,
      id,
      content: values.content ?? '',
    })),
    slots: recordsBetween(h, serviceSlot, 'heldOn', range).map(slotFact),
    enrolments: enrolmentFacts,
    rollCalls,
    firstPresentOn: firstPresentOn(h, range, enrolmentFacts, rollCalls),
    daily: {
      ...loadDailyFacts(h, term.period, range),
      handovers: withStrangers(
        days.flatMap(({ handovers }) => handovers),
        fetchedByStrangers(h, range, enrolmentFacts),
      ),
    },
    calendar,
    planned: loadServicePlanFacts(h, term, {
      rooms,
      pupils,
      courses,
      enrolments,
      days,
      gradeOf: (id) => grades.get(id) ?? null,
    }),
  };
}
