import { courseDays, type SignUpCourse, type SignUpPupil } from './problem.ts';
import { schooldays } from '../../../kernel/schooldays.ts';

const gradeNames = '一二三四五六七八九';

/** 三年级, 三至六年级. */
export function gradeWords(from: number, to: number): string {
  const name = (grade: number): string => gradeNames.charAt(grade - 1) || String(grade);
  return from === to ? `${name(from)}年级` : `${name(from)}至${name(to)}年级`;
}

/** 周一、周三. */
export function dayWords(days: readonly number[]): string {
  return days.map((day) => schooldays[day - 1] ?? '').join('、');
}

/** Why a pupil can't have a course, whatever its places: a clause for the clerk; `undefined` when it fits. */
export function whyUnfit(
  pupil: Pick<SignUpPupil, 'grade' | 'weekdays'>,
  course: Pick<SignUpCourse, 'name' | 'gradeFrom' | 'gradeTo' | 'weekdays'>,
): string | undefined {
  const { grade } = pupil;
  if (grade === null) return '学生还没有编班，不知道年级';
  if (grade < course.gradeFrom || grade > course.gradeTo)
    return `“${course.name}”招${gradeWords(course.gradeFrom, course.gradeTo)}，学生在${gradeWords(grade, grade)}`;
  const days = courseDays(course);
  if (!days.some((day) => pupil.weekdays.includes(day)))
    return `“${course.name}”在${dayWords(days)}上课，学生${
      pupil.weekdays.length === 0 ? '没有填参加时段' : `只参加${dayWords(pupil.weekdays)}`
    }`;
  return undefined;
}
