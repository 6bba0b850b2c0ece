import { formatPeriod } from '../../../../shared/kernel/periods.ts';
import { success } from '../../../../shared/kernel/result.ts';
import { body } from '../../../documents/officeBlocks.ts';
import { type ListColumn } from '../../../documents/officeTables.ts';
import { notApplicable } from '../../../documents/officeText.ts';
import { countPersons, periodReport } from '../report.ts';
import { courseTable, coursesOf, type PrintedCourse } from './courseList.ts';

/** 选课目录 for parents: what is on offer in a term, for whom, when, and with how many places. */
export const courseCatalogue = periodReport({
  name: 'courseCatalogue',
  label: '课后服务选课目录',
  area: 'afterSchool',
  periods: ['term'],
  gather: (h, { period }) => success(coursesOf(h, period)),
  compose: (courses, { schoolName, period }) => {
    const withContent = courses.some(({ content }) => content !== '');
    return {
      document: {
        title: [schoolName, `${formatPeriod(period)}课后服务选课目录`],
        style: 'form',
        pageNumbers: true,
        blocks: [
          ...body(
            '请和孩子一起按意愿选填第一、第二、第三志愿。参加自愿，名额不足时按志愿和抽签安排，没有安排上的可以候补。',
          ),
          courseTable(courses, withContent ? [contentColumn] : []),
        ],
      },
      personCount: countPersons(courses.map(({ teacher }) => teacher)),
      problems: [
        courses.length === 0 && `${formatPeriod(period)}还没有登记课程，目录是空的。`,
        courses.length > 0 && !withContent && '课程内容都没有填写，目录里没有内容一栏，家长看不到学什么。',
      ],
      rows: courses.length,
    };
  },
});

const contentColumn: ListColumn<PrintedCourse> = {
  heading: '内容',
  share: 4.6,
  long: true,
  cell: ({ content }) => content || notApplicable,
};
