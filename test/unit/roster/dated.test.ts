import { describe, expect, it } from 'vitest';
import {
  absencesOf,
  exceptionViolations,
  proposeExceptions,
  type DatedBusy,
} from '#shared/domain/afterSchool/roster/dated.ts';
import { aNeed, aTeacher, aWeek } from '#test/support/smallRoster.ts';

const days = [
  { date: '2026-10-07', weekday: 3 },
  // A Saturday on which Wednesday's timetable is taught.
  { date: '2026-10-10', weekday: 3 },
  { date: '2026-10-14', weekday: 3 },
];
const problem = aWeek(
  [aNeed('n', 3), aNeed('m', 3, { groupId: 'two', groupName: '二班' })],
  [aTeacher('王芳'), aTeacher('李明'), aTeacher('张丽', { heldLoad: 3 }), aTeacher('赵强')],
);
const roster = [
  { needId: 'n', teacherId: '王芳' },
  { needId: 'm', teacherId: '李明' },
];
const away = (teacherId: string, date: string, span = { start: '00:00', end: '24:00' }): DatedBusy => ({
  teacherId,
  date,
  span,
  kind: 'leave',
  label: '病假',
});

describe('single dates of a week pattern', () => {
  it.each([
    { what: 'a whole day', span: { start: '00:00', end: '24:00' }, count: 1 },
    { what: 'a time that ends when service begins', span: { start: '15:00', end: '16:30' }, count: 0 },
    { what: 'a time that reaches one minute in', span: { start: '15:00', end: '16:31' }, count: 1 },
    { what: 'a time that begins when service ends', span: { start: '17:20', end: '18:00' }, count: 0 },
  ])('know whom $what keeps away', ({ span, count }) => {
    expect(absencesOf(problem, roster, [away('王芳', '2026-10-14', span)], days)).toHaveLength(count);
  });

  it('touch only their own date, make-up days included', () => {
    const absences = absencesOf(problem, roster, [away('王芳', '2026-10-10')], days);
    expect(absences.map(({ date, need, label }) => [date, need.id, label])).toEqual([
      ['2026-10-10', 'n', '病假'],
    ]);
  });

  it('get whoever is free and has least, stand-ins counted as they are given out', () => {
    const busy = [away('王芳', '2026-10-07'), away('王芳', '2026-10-10'), away('李明', '2026-10-10')];
    expect(proposeExceptions(problem, roster, busy, days)).toEqual([
      { date: '2026-10-07', needId: 'n', teacherId: '赵强', reason: '病假' },
      { date: '2026-10-10', needId: 'n', teacherId: '赵强', reason: '病假' },
      { date: '2026-10-10', needId: 'm', teacherId: '张丽', reason: '病假' },
    ]);
  });

  it('stay empty where nobody is left, and say so', () => {
    const busy = ['王芳', '张丽', '赵强'].map((name) => away(name, '2026-10-14'));
    expect(proposeExceptions(problem, roster, busy, days)).toEqual([
      { date: '2026-10-14', needId: 'n', teacherId: null, reason: '病假' },
    ]);
  });

  it('are refused with both sides named, and outside the range', () => {
    const sentences = (date: string, teacherId: string) =>
      exceptionViolations(problem, roster, [away('赵强', '2026-10-14')], days, [
        { date, needId: 'n', teacherId, reason: '代班' },
      ]).map(({ sentence }) => sentence);
    expect(sentences('2026-10-14', '张丽')).toEqual([]);
    expect(sentences('2026-10-14', '赵强')).toEqual([
      '10月14日（星期三）16:30—17:20“一班”看护排了赵强，但赵强10月14日（星期三）病假。',
    ]);
    expect(sentences('2026-10-14', '李明')).toEqual([
      '李明同时排在10月14日（星期三）16:30—17:20“二班”看护和10月14日（星期三）16:30—17:20“一班”看护，请换一人。',
    ]);
    expect(sentences('2026-10-15', '张丽')[0]).toContain('10月15日（星期四）不是这段日期里的上课日');
  });
});
