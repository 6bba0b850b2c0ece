import type { SignUpBoard, SignUpCourseView, SignUpPupilView } from '../../../../shared/contract/signUp.ts';
import { courseClashes } from '../../../../shared/domain/afterSchool/signUp/courseClashes.ts';
import type { SignUpProblem } from '../../../../shared/domain/afterSchool/signUp/problem.ts';
import type { PlainDate } from '../../../../shared/kernel/plainDate.ts';
import { serviceCourse } from '../../../../shared/ledgers/afterSchool/serviceCourse.ts';
import { serviceEnrolment } from '../../../../shared/ledgers/afterSchool/serviceEnrolment.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import { titlesOf } from '../../../store/records/records.ts';
import { finishedRecords } from '../../../store/records/recordsBetween.ts';
import { standingDay } from '../../reports/reportPeriod.ts';
import type { Enrolment } from '../fees/loadFees.ts';
import { planOf, pupilsOn, termOf, type ServedPupil } from '../serviceTerm.ts';
import { schooldayNumber } from '../../../../shared/kernel/schooldays.ts';

/** The wishes of an enrolment in their order. */
function wishesOf({ values }: Enrolment): readonly string[] {
  return [values.firstWish, values.secondWish, values.thirdWish].filter((id) => id !== null);
}

/** Everything that the sign-up board of a term shows. */
export function loadSignUp(h: ReadHandle, period: string, today: PlainDate): SignUpBoard {
  const term = termOf(h, period);
  const plan = planOf(h, period);
  const on = term ? standingDay({ from: term.startsOn, to: term.endsOn }, today) : today;
  const { pupils, classes } = pupilsOn(h, on);
  const byId = new Map(pupils.map((pupil) => [pupil.id, pupil]));
  const courses = finishedRecords(h, serviceCourse, [], period);
  const names = titlesOf(
    h,
    courses.flatMap(({ values }) => [values.teacher, values.external].filter((id) => id !== null)),
  );
  const enrolments = finishedRecords(h, serviceEnrolment, [], period);
  const strangers = titlesOf(
    h,
    enrolments.flatMap(({ values }) => (byId.has(values.pupil) ? [] : [values.pupil])),
  );
  const views = enrolments.map((one) =>
    pupilView(one, byId.get(one.values.pupil), strangers[one.values.pupil] ?? ''),
  );
  const signedUp = new Set(views.map(({ pupilId }) => pupilId));
  const courseViews = courses.map(({ id, values }): SignUpCourseView => ({
    id,
    name: values.name,
    kind: values.kind,
    gradeFrom: values.gradeFrom,
    gradeTo: values.gradeTo,
    weekdays: values.weekdays.map(schooldayNumber),
    capacity: values.capacity,
    teacher: values.teacher === null ? null : (names[values.teacher] ?? null),
    room: values.room,
  }));
  return {
    today,
    plan: plan
      ? {
          lotterySeed: plan.values.lotterySeed,
        }
      : null,
    missing: [
      ...(term ? [] : ['这个学期的校历还没有登记，请先登记学期。']),
      ...(plan ? [] : ['这个学期还没有课后服务方案，请先登记方案。']),
      ...(courses.length > 0 ? [] : ['这个学期还没有课后服务课程，请先登记课程。']),
    ],
    courses: courseViews,
    pupils: views.toSorted(
      (a, b) =>
        (a.grade ?? 99) - (b.grade ?? 99) ||
        a.className.localeCompare(b.className, 'zh', { numeric: true }) ||
        a.name.localeCompare(b.name, 'zh'),
    ),
    classes: classes.map(({ id, name, grade }) => {
      const own = pupils.filter(({ classId }) => classId === id);
      const without = own.filter((pupil) => !signedUp.has(pupil.id));
      return {
        id,
        name,
        grade,
        pupils: own.length,
        handedIn: own.length - without.length,
        missing: without.map((pupil) => pupil.name),
      };
    }),
    warnings: [
      ...courseViews.flatMap((course) => overfilled(course, views)),
      ...courseClashes(
        courses.map(({ id, values }) => ({
          id,
          name: values.name,
          weekdays: values.weekdays.map(schooldayNumber),
          room: values.room,
          people: [values.teacher, values.external]
            .filter((person) => person !== null)
            .map((person) => ({ id: person, name: names[person] ?? '' })),
        })),
      ),
    ],
  };
}

/** `pupil` is absent for one who has left; only the name is known then. */
function pupilView(
  enrolment: Enrolment,
  pupil: ServedPupil | undefined,
  formerName: string,
): SignUpPupilView {
  const { id, revision, values } = enrolment;
  return {
    id,
    revision,
    pupilId: values.pupil,
    name: pupil?.name ?? formerName,
    className: pupil?.className ?? '没有班级',
    grade: pupil?.grade ?? null,
    weekdays: values.weekdays.map(schooldayNumber),
    wishes: wishesOf(enrolment),
    wanted: values.coursesWanted ?? 1,
    courses: values.courses,
    waitingFor: values.waitingFor,
    lottery: values.lotteryNumber,
    reason: values.assignedBecause,
    consentVersion: values.consentVersion,
    appliedOn: values.appliedOn,
    withdrawnOn: values.withdrawnOn,
  };
}

/** Who is in a course now. */
export function inCourse(pupils: readonly SignUpPupilView[], courseId: string): readonly SignUpPupilView[] {
  return pupils.filter(({ courses, withdrawnOn }) => withdrawnOn === null && courses.includes(courseId));
}

/**
 * The sign-up as a problem of giving out wishes.
 * @param afresh what was given out from among the wishes is given out anew; else it is kept
 */
export function problemOf(board: SignUpBoard, seed: string, afresh: boolean): SignUpProblem {
  return {
    seed,
    courses: board.courses.map(({ id, name, gradeFrom, gradeTo, weekdays, capacity }) => ({
      id,
      name,
      gradeFrom,
      gradeTo,
      weekdays,
      capacity,
    })),
    pupils: board.pupils
      .filter(({ withdrawnOn }) => withdrawnOn === null)
      .map((pupil) => ({
        id: pupil.id,
        name: pupil.name,
        className: pupil.className,
        grade: pupil.grade,
        weekdays: pupil.weekdays,
        wishes: pupil.wishes,
        wanted: Math.max(1, pupil.wanted),
        held: afresh ? pupil.courses.filter((id) => !pupil.wishes.includes(id)) : pupil.courses,
        appliedOn: pupil.appliedOn,
      }))
      .toSorted((a, b) => a.id.localeCompare(b.id)),
  };
}

function overfilled(course: SignUpCourseView, pupils: readonly SignUpPupilView[]): readonly string[] {
  const count = inCourse(pupils, course.id).length;
  if (course.capacity === null || count <= course.capacity) return [];
  return [
    `“${course.name}”名额 ${course.capacity} 人，已有 ${count} 人，请调整 ${count - course.capacity} 人或增加名额。`,
  ];
}
