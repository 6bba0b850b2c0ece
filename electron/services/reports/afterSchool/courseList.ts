import { dayWords, gradeWords } from '../../../../shared/domain/afterSchool/signUp/fitness.ts';
import { serviceCourse } from '../../../../shared/ledgers/afterSchool/serviceCourse.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import { titlesOf } from '../../../store/records/titles.ts';
import { finishedRecords } from '../../../store/records/recordsBetween.ts';
import { schooldayNumber } from '../../../../shared/kernel/schooldays.ts';
import type { Block } from '../../../documents/officeDocument.ts';
import { type ListColumn, listTable, numberColumn } from '../../../documents/officeTables.ts';

/** A course as papers print it. */
export interface PrintedCourse {
  readonly name: string;
  readonly kind: string;
  readonly grades: string;
  readonly days: string;
  readonly capacity: string;
  readonly teacher: string;
  readonly room: string;
  readonly content: string;
}

/** 每天, 周一、周三. */
export function printedDays(weekdays: readonly string[]): string {
  return weekdays.length === 0 || weekdays.length === 5 ? '每天' : dayWords(weekdays.map(schooldayNumber));
}

/** The courses of a term by kind and name. */
export function coursesOf(h: ReadHandle, period: string): readonly PrintedCourse[] {
  const courses = finishedRecords(h, serviceCourse, [], period);
  const names = titlesOf(
    h,
    courses.flatMap(({ values }) => [values.teacher, values.external].filter((id) => id !== null)),
  );
  return courses
    .map(({ values }) => ({
      name: values.name,
      kind: values.kind,
      grades: gradeWords(values.gradeFrom, values.gradeTo),
      days: printedDays(values.weekdays),
      capacity: values.capacity === null ? '不限' : `${values.capacity}人`,
      teacher: [
        values.teacher === null ? '' : (names[values.teacher] ?? ''),
        values.external === null ? '' : `${names[values.external] ?? ''}（校外）`,
        values.agency ?? '',
      ]
        .filter((part) => part !== '')
        .join('、'),
      room: values.room ?? '',
      content: values.content ?? '',
    }))
    .toSorted(
      (a, b) => a.kind.localeCompare(b.kind, 'zh') || a.name.localeCompare(b.name, 'zh', { numeric: true }),
    );
}

/** The courses as a list, with further columns at its end. */
export function courseTable(
  courses: readonly PrintedCourse[],
  further: readonly ListColumn<PrintedCourse>[] = [],
): Block {
  return listTable(
    [
      numberColumn(1.2),
      { heading: '课程', share: 4.6, long: true, cell: ({ name }) => name },
      { heading: '类别', share: 2.1, cell: ({ kind }) => kind },
      { heading: '年级', share: 2.8, cell: ({ grades }) => grades },
      { heading: '上课日', share: 2.5, cell: ({ days }) => days },
      { heading: '名额', share: 1.8, cell: ({ capacity }) => capacity },
      { heading: '教师或机构', share: 2.6, cell: ({ teacher }) => teacher },
      { heading: '地点', share: 2.8, cell: ({ room }) => room },
      ...further,
    ],
    courses,
    { size: '小五', heightMm: 7 },
  );
}
