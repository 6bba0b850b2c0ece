import type { AfterSchoolFacts } from '../../../../shared/domain/afterSchool/facts.ts';
import type { SchoolCalendar } from '../../../../shared/kernel/calendar.ts';
import type { InPieces } from '../../../../shared/kernel/inPieces.ts';
import type { DateRange } from '../../../../shared/kernel/periods.ts';
import type { PlainDate } from '../../../../shared/kernel/plainDate.ts';
import { serviceCourse } from '../../../../shared/ledgers/afterSchool/serviceCourse.ts';
import { serviceEnrolment } from '../../../../shared/ledgers/afterSchool/serviceEnrolment.ts';
import { externalPerson } from '../../../../shared/ledgers/base/externalPerson.ts';
import { pupil } from '../../../../shared/ledgers/base/pupil.ts';
import { schoolClass } from '../../../../shared/ledgers/base/schoolClass.ts';
import { staff } from '../../../../shared/ledgers/base/staff.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import type { Store } from '../../../store/store.ts';
import { allRecords } from '../../../store/records/records.ts';
import { enrolmentFact } from '../enrolmentFact.ts';
import { keepServiceDaySums, serviceDaySumsInPieces } from '../serviceDaySums.ts';
import { classesOn } from '../serviceTerm.ts';
import { finishedRecords } from '../../../store/records/recordsBetween.ts';
import { fetchedByStrangers, firstPresentOn, withStrangers } from './rollCallDoubts.ts';
import { loadDailyFacts } from './serviceDailyFacts.ts';
import { loadTerms, termFor, type SchoolTerm } from '../../school/schoolTerms.ts';
import { loadServicePlanFacts } from './servicePlanFacts.ts';
import { perCheckInPieces } from '../../checks/check.ts';

/** The facts of a check. */
export const afterSchoolFacts = perCheckInPieces(({ read, calendar, on }) =>
  loadAfterSchoolFacts(read, calendar, on),
);

/** Keeps the sums of the days that these facts rested on. */
export async function keepAfterSchoolSums(store: Store, on: PlainDate): Promise<void> {
  const term = termFor(loadTerms(store.read), on);
  if (term) await keepServiceDaySums(store, daysUpTo(term, on));
}

/** The days of a term that are over on a day, that day included. */
function daysUpTo({ startsOn, endsOn }: SchoolTerm, on: PlainDate): DateRange {
  return { from: startsOn, to: on < endsOn ? on : endsOn };
}

/**
 * What the after-school rules look at: the term that holds the day (in the holidays the one before), up to that day.
 * `null` where no term is entered: nothing can be judged without its dates.
 */
function* loadAfterSchoolFacts(
  h: ReadHandle,
  calendar: SchoolCalendar,
  on: PlainDate,
): InPieces<AfterSchoolFacts | null> {
  const term = termFor(loadTerms(h), on);
  if (!term) return null;
  const range = daysUpTo(term, on);
  const rooms = allRecords(h, schoolClass);
  const pupils = allRecords(h, pupil);
  yield;
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
  yield;
  const grades = new Map(pupilFacts.map(({ id, grade }) => [id, grade]));
  const guardians = new Map(pupils.map(({ id, values }) => [id, values.guardianName]));
  const courses = finishedRecords(h, serviceCourse, [], term.period);
  const enrolments = finishedRecords(h, serviceEnrolment, [], term.period);
  yield;
  const enrolmentFacts = enrolments.map((record) =>
    enrolmentFact(record, guardians.get(record.values.pupil) ?? null),
  );
  const days = yield* serviceDaySumsInPieces(h, range);
  const rollCalls = days.flatMap((day) => day.rollCalls);
  yield;
  const presentFrom = yield* firstPresentOn(h, range, enrolmentFacts, rollCalls);
  yield;
  const strangers = fetchedByStrangers(h, range, enrolmentFacts);
  yield;
  const daily = loadDailyFacts(h, term.period, range);
  yield;
  const planned = loadServicePlanFacts(h, term, {
    rooms,
    pupils,
    courses,
    enrolments,
    days,
    gradeOf: (id) => grades.get(id) ?? null,
  });
  yield;
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
    slots: days.flatMap(({ slots }) => slots),
    enrolments: enrolmentFacts,
    rollCalls,
    firstPresentOn: presentFrom,
    daily: {
      ...daily,
      handovers: withStrangers(
        days.flatMap(({ handovers }) => handovers),
        strangers,
      ),
    },
    calendar,
    planned,
  };
}
