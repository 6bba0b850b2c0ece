import type { AfterSchoolFacts } from '../../../../shared/domain/afterSchool/facts.ts';
import type { SchoolCalendar } from '../../../../shared/kernel/calendar.ts';
import type { PlainDate } from '../../../../shared/kernel/plainDate.ts';
import { serviceAttendance } from '../../../../shared/ledgers/afterSchool/serviceAttendance.ts';
import { serviceCourse } from '../../../../shared/ledgers/afterSchool/serviceCourse.ts';
import { serviceEnrolment } from '../../../../shared/ledgers/afterSchool/serviceEnrolment.ts';
import { serviceSlot } from '../../../../shared/ledgers/afterSchool/serviceSlot.ts';
import { classPlacement } from '../../../../shared/ledgers/base/classPlacement.ts';
import { externalPerson } from '../../../../shared/ledgers/base/externalPerson.ts';
import { pupil } from '../../../../shared/ledgers/base/pupil.ts';
import { schoolClass } from '../../../../shared/ledgers/base/schoolClass.ts';
import { staff } from '../../../../shared/ledgers/base/staff.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import { allRecords, recordsOn } from '../../../store/records/records.ts';
import { enrolmentFact } from '../enrolmentFact.ts';
import { rollCallRow } from '../rollCallRow.ts';
import { slotFact } from '../slotFact.ts';
import { finishedRecords, recordsBetween } from '../../../store/records/recordsBetween.ts';
import { loadDailyFacts } from './serviceDailyFacts.ts';
import { loadTerms, termFor } from '../../school/schoolTerms.ts';
import { loadServicePlanFacts } from './servicePlanFacts.ts';
import { perCheck } from '../../checks/check.ts';

/** The facts of a check. */
export const afterSchoolFacts = perCheck(({ read, calendar, on }) =>
  loadAfterSchoolFacts(read, calendar, on),
);

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
  const range = { from: term.startsOn, to: on < term.endsOn ? on : term.endsOn };
  const classes = new Map(allRecords(h, schoolClass).map(({ id, values }) => [id, values]));
  const classOn = new Map(
    recordsOn(h, classPlacement, range.to).map(({ values }) => [values.pupil, values.schoolClass]),
  );
  const pupils = allRecords(h, pupil);
  const classOf = (id: string, recorded: string | null) => classes.get(classOn.get(id) ?? recorded ?? '');
  const guardians = new Map(pupils.map(({ id, values }) => [id, values.guardianName]));
  return {
    term: {
      period: term.period,
      firstTeachingOn: term.firstTeachingOn,
      lastTeachingOn: term.lastTeachingOn,
      lessonsEndAt: term.lessonsEndAt,
    },
    pupils: pupils.map(({ id, values }) => {
      const room = classOf(id, values.schoolClass);
      return {
        id,
        name: values.name,
        grade: room?.grade ?? null,
        className: room?.name ?? null,
        boarder: values.boarder === true,
      };
    }),
    staff: allRecords(h, staff).map(({ id, values }) => ({ id, name: values.name, kind: values.staffKind })),
    externalPersons: allRecords(h, externalPerson).map(({ id, values }) => ({
      id,
      name: values.name,
      listed: values.listed === true,
      qualification: values.qualification,
      entryCheckedOn: values.entryCheckedOn,
      entryCheckResult: values.entryCheckResult,
    })),
    courses: finishedRecords(h, serviceCourse, [], term.period).map(({ id, values }) => ({
      id,
      name: values.name,
      kind: values.kind,
      content: values.content ?? '',
    })),
    slots: recordsBetween(h, serviceSlot, 'heldOn', range).map(slotFact),
    enrolments: finishedRecords(h, serviceEnrolment, [], term.period).map((record) =>
      enrolmentFact(record, guardians.get(record.values.pupil) ?? null),
    ),
    rollCalls: recordsBetween(h, serviceAttendance, 'heldOn', range).map(({ id, createdAt, values }) => ({
      id,
      slotId: values.slot,
      heldOn: values.heldOn,
      rows: values.rows.map(rollCallRow),
      createdAt,
    })),
    daily: loadDailyFacts(h, term.period, range),
    calendar,
    planned: loadServicePlanFacts(
      h,
      term,
      new Map(pupils.map(({ id, values }) => [id, classOf(id, values.schoolClass)?.grade ?? null])),
    ),
  };
}
