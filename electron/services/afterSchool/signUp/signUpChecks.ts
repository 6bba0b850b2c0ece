import { whyUnfit } from '../../../../shared/domain/afterSchool/signUp/fitness.ts';
import { formatPeriod } from '../../../../shared/kernel/periods.ts';
import type { FieldProblem } from '../../../../shared/kernel/result.ts';
import { serviceCourse } from '../../../../shared/ledgers/afterSchool/serviceCourse.ts';
import { externalPerson } from '../../../../shared/ledgers/base/externalPerson.ts';
import { pupil } from '../../../../shared/ledgers/base/pupil.ts';
import { schoolClass } from '../../../../shared/ledgers/base/schoolClass.ts';
import type { ReadHandle, RecordUnderCheck } from '../../../store/handles.ts';
import { getRecord } from '../../../store/records/records.ts';
import { schooldayNumber } from '../../../../shared/kernel/schooldays.ts';

const wishFields = ['firstWish', 'secondWish', 'thirdWish'] as const;

/** What speaks against the wishes of an enrolment, each at its wish: another term's course, grade, days. */
export function wishProblems(h: ReadHandle, { values, period }: RecordUnderCheck): FieldProblem[] {
  const owner = getRecord(h, pupil, String(values['pupil']));
  const room = owner?.values.schoolClass ? getRecord(h, schoolClass, owner.values.schoolClass) : null;
  const days = Array.isArray(values['weekdays']) ? (values['weekdays'] as string[]) : [];
  return wishFields.flatMap((field): FieldProblem[] => {
    const id = values[field];
    const course = typeof id === 'string' ? getRecord(h, serviceCourse, id) : null;
    if (!course) return [];
    if (course.period !== period)
      return [
        {
          path: field,
          sentence: `“${course.values.name}”是${course.period === null ? '别的学期' : formatPeriod(course.period)}的课程，请选本学期的课程。`,
        },
      ];
    const unfit = whyUnfit(
      { grade: room?.values.grade ?? null, weekdays: days.map(schooldayNumber) },
      {
        name: course.values.name,
        gradeFrom: course.values.gradeFrom,
        gradeTo: course.values.gradeTo,
        weekdays: course.values.weekdays.map(schooldayNumber),
      },
    );
    return unfit === undefined ? [] : [{ path: field, sentence: `${unfit}，请改填别的课程。` }];
  });
}

/** Who from outside may not hold a course: not listed, without qualification, not checked, or checked with a hit. */
export function courseProblems(h: ReadHandle, { values }: RecordUnderCheck): FieldProblem[] {
  const agency = typeof values['agency'] === 'string' ? values['agency'].trim() : '';
  const found: FieldProblem[] = [];
  if (agency !== '' && values['agencyListed'] !== true)
    found.push({
      path: 'agencyListed',
      sentence: `${agency}不在教育局公布的第三方名单内，不能参与课后服务；核查在名单内的请勾选。`,
    });
  const person =
    typeof values['external'] === 'string' ? getRecord(h, externalPerson, values['external']) : null;
  if (!person) return found;
  const { name, listed, qualification, entryCheckedOn, entryCheckResult } = person.values;
  const problems = [
    ...(listed === true ? [] : ['不在白名单内']),
    ...(qualification === null || qualification.trim() === '' ? ['没有资质证书'] : []),
    ...(entryCheckedOn === null ? ['没有做准入查询'] : []),
    ...(entryCheckResult === '有' ? ['准入查询结果不符合要求'] : []),
  ];
  if (problems.length > 0)
    found.push({
      path: 'external',
      sentence: `${name}${problems.join('、')}，不能安排上课。请先在“校外服务人员”里补齐，或换一人。`,
    });
  return found;
}
