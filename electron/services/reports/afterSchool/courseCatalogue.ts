import { formatPeriod, type PeriodKind } from '../../../../shared/kernel/periods.ts';
import { success } from '../../../../shared/kernel/result.ts';
import type { Block } from '../../../documents/officeDocument.ts';
import { schoolOf } from '../../school/schoolOf.ts';
import { defineReport } from '../report.ts';
import { periodOfScope } from '../reportPeriod.ts';
import { headRow } from '../tableCells.ts';
import { coursesOf, type PrintedCourse } from './courseList.ts';

interface CatalogueData {
  readonly schoolName: string;
  readonly period: string;
  readonly courses: readonly PrintedCourse[];
}

const kinds: readonly PeriodKind[] = ['term'];

/** 选课目录 for parents: what is on offer in a term, for whom, when, and with how many places. */
export const courseCatalogue = defineReport<CatalogueData>({
  name: 'courseCatalogue',
  label: '课后服务选课目录',
  area: 'afterSchool',
  formats: ['docx', 'pdf'],
  scope: { kind: 'period', periods: kinds },
  gather: (h, scope) => {
    const period = periodOfScope(scope, kinds);
    if (!period.ok) return period;
    return success({
      schoolName: schoolOf(h).values.name,
      period: period.value,
      courses: coursesOf(h, period.value),
    });
  },
  compose: ({ schoolName, period, courses }) => ({
    name: `课后服务选课目录_${period}`,
    document: {
      title: [schoolName, `${formatPeriod(period)}课后服务选课目录`],
      orientation: 'portrait',
      style: 'form',
      pageNumbers: true,
      blocks: [
        {
          kind: 'paragraph',
          text: '请和孩子一起按意愿选填第一、第二、第三志愿。参加自愿，名额不足时按志愿和抽签安排，没有安排上的可以候补。',
        },
        catalogueTable(courses),
      ],
    },
    personCount: new Set(courses.map(({ teacher }) => teacher).filter((name) => name !== '')).size,
    sensitiveColumns: [],
    problems: [
      ...(courses.length === 0 ? [`${formatPeriod(period)}还没有登记课程，目录是空的。`] : []),
      ...(courses.length > 0 && courses.every(({ content }) => content === '')
        ? ['课程内容都没有填写，目录里没有内容一栏，家长看不到学什么。']
        : []),
    ],
    rows: courses.length,
  }),
});

function catalogueTable(courses: readonly PrintedCourse[]): Block {
  const withContent = courses.some(({ content }) => content !== '');
  return {
    kind: 'table',
    columns: [1.2, 4.6, 2, 2.8, 2.4, 1.8, 2.2, 2.8, ...(withContent ? [4.6] : [])],
    headerRows: 1,
    size: '小五',
    rows: [
      headRow([
        '序号',
        '课程',
        '类别',
        '年级',
        '上课日',
        '名额',
        '教师',
        '地点',
        ...(withContent ? ['内容'] : []),
      ]),
      ...courses.map((course, index) => ({
        heightMm: 7,
        cells: [
          { text: String(index + 1) },
          { text: course.name, align: 'left' as const },
          { text: course.kind },
          { text: course.grades },
          { text: course.days },
          { text: course.capacity },
          { text: course.teacher },
          { text: course.room },
          ...(withContent
            ? [{ text: course.content === '' ? '—' : course.content, align: 'left' as const }]
            : []),
        ],
      })),
    ],
  };
}
