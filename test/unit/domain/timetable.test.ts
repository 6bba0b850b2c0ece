import { describe, expect, it } from 'vitest';
import { unfoldTimetable } from '#shared/domain/afterSchool/timetable.ts';

const head = ['节次', '时间', '星期一', '星期二', '星期三', '星期四', '星期五'];

describe('a timetable as schools have it', () => {
  it('of classes, one below the other, gives each teacher the lessons of a time together', () => {
    expect(
      unfoldTimetable([
        ['清泉学校三年级2班课程表'],
        head,
        ['1', '8:30-9:10', '语文 王芳', '数学（李明）', '语文\n王芳', '', '班会'],
        ['午休'],
        ['6', '15:50—16:40', '体育（赵强/孙梅）', '', '', '', '语文 王芳'],
        [],
        ['三年级3班课表'],
        head,
        ['6', '15:50—16:40', '数学 李明', '', '', '', ''],
      ]),
    ).toEqual([
      ['教职工', '事由', '星期', '开始', '结束', '说明'],
      ['王芳', '上课', '周一、周三', '08:30', '09:10', '三年级2班语文课'],
      ['李明', '上课', '周二', '08:30', '09:10', '三年级2班数学课'],
      ['赵强', '上课', '周一', '15:50', '16:40', '三年级2班体育课'],
      ['孙梅', '上课', '周一', '15:50', '16:40', '三年级2班体育课'],
      ['王芳', '上课', '周五', '15:50', '16:40', '三年级2班语文课'],
      ['李明', '上课', '周一', '15:50', '16:40', '三年级3班数学课'],
    ]);
  });

  it('of one teacher, the time beside the number of the lesson', () => {
    expect(
      unfoldTimetable([
        ['王 芳 老师课程表'],
        ['', '周一', '周二', '周三', '周四', '周五'],
        ['第7节\n16:20～17:00', '', '五1班 数学', '', '', '五1班 数学'],
      ]),
    ).toEqual([
      ['教职工', '事由', '星期', '开始', '结束', '说明'],
      ['王芳', '上课', '周二、周五', '16:20', '17:00', '五1班数学课'],
    ]);
  });

  it.each([
    [
      'a list with one row a record',
      [
        ['教职工', '星期', '开始'],
        ['王芳', '周一', '16:00'],
      ],
    ],
    ['a timetable without times', [['三年级2班课程表'], head, ['1', '', '语文 王芳', '', '', '', '']]],
    [
      'a roster with weekdays but no timetable’s title',
      [['值班表'], head, ['1', '8:00-9:00', '王芳', '', '', '', '']],
    ],
  ])('is not seen in %s', (_what, rows) => {
    expect(unfoldTimetable(rows)).toBeUndefined();
  });
});
