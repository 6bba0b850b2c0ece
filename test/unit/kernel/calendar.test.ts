import { describe, expect, test } from 'vitest';
import { createSchoolCalendar } from '#shared/kernel/calendar.ts';
import { shippedCalendarDays } from '#shared/kernel/holidays.ts';
import { teachingDays, weekNo } from '#shared/kernel/schoolTerm.ts';

const calendar = createSchoolCalendar(shippedCalendarDays);

describe('the shipped arrangement', () => {
  test.each([
    [2024, 28, 8],
    [2025, 28, 5],
    [2026, 33, 6],
  ])('%i has %i days off and %i make-up days', (year, off, madeUp) => {
    const days = shippedCalendarDays.filter((day) => day.date.startsWith(String(year)));
    expect(days.filter((day) => day.isOffDay)).toHaveLength(off);
    expect(days.filter((day) => !day.isOffDay)).toHaveLength(madeUp);
    expect(calendar.hasDataFor(year)).toBe(true);
  });

  test('no date is listed twice', () => {
    expect(new Set(shippedCalendarDays.map((day) => day.date)).size).toBe(shippedCalendarDays.length);
  });

  test('make-up days fall on weekends, else they would be nothing to make up', () => {
    for (const day of shippedCalendarDays.filter((listed) => !listed.isOffDay))
      expect([0, 6]).toContain(new Date(`${day.date}T00:00:00Z`).getUTCDay());
  });
});

describe('working days', () => {
  test.each([
    ['2026-10-10', true],
    ['2026-02-14', true],
    ['2026-10-01', false],
    ['2026-11-24', true],
    ['2026-11-28', false],
    ['2025-10-08', false],
    ['2025-10-09', true],
    ['2027-01-04', 'unknown'],
    ['2023-12-29', 'unknown'],
  ] as const)('%s: %s', (date, expected) => expect(calendar.isWorkday(date)).toBe(expected));

  test('a holiday is a listed day off, not any weekend', () => {
    expect(calendar.isStatutoryHoliday('2026-10-03')).toBe(true);
    expect(calendar.isStatutoryHoliday('2026-11-28')).toBe(false);
    expect(calendar.isStatutoryHoliday('2026-10-10')).toBe(false);
    expect(calendar.isStatutoryHoliday('2027-10-01')).toBe('unknown');
  });

  test.each([
    ['2026-11-20', 1, '2026-11-23'],
    ['2026-11-20', 5, '2026-11-27'],
    ['2026-09-30', 3, '2026-10-10'],
    ['2026-09-30', 0, '2026-09-30'],
    ['2026-02-13', 2, '2026-02-24'],
    ['2026-12-31', 1, undefined],
  ])('%s plus %i working days is %s', (date, count, expected) =>
    expect(calendar.addWorkdays(date, count)).toBe(expected),
  );

  test('counting is the inverse of adding', () => {
    expect(calendar.workdaysBetween('2026-09-30', '2026-10-10')).toBe(3);
    expect(calendar.workdaysBetween('2026-11-20', '2026-11-22')).toBe(0);
    expect(calendar.workdaysBetween('2026-11-24', '2026-11-20')).toBe(0);
    expect(calendar.workdaysBetween('2026-12-28', '2027-01-05')).toBe('unknown');
  });

  test('one day of the next year does not make its calendar known', () => {
    const some = createSchoolCalendar([
      ...shippedCalendarDays,
      { date: '2027-01-01', name: '元旦', isOffDay: true, followWeekday: null },
    ]);
    expect(some.hasDataFor(2027)).toBe(false);
  });
});

describe('terms', () => {
  const withSchoolDays = createSchoolCalendar([
    ...shippedCalendarDays,
    { date: '2026-10-10', name: '国庆节', isOffDay: false, followWeekday: 3 },
    { date: '2026-11-06', name: '秋季运动会', isOffDay: true, followWeekday: null },
  ]);

  test('a make-up day is a teaching day once the school has named its timetable', () => {
    const week = { from: '2026-10-05', to: '2026-10-11' };
    expect(teachingDays(calendar, week)).toEqual(['2026-10-08', '2026-10-09']);
    expect(teachingDays(withSchoolDays, week)).toEqual(['2026-10-08', '2026-10-09', '2026-10-10']);
    expect(withSchoolDays.timetableWeekday('2026-10-10')).toBe(3);
    expect(withSchoolDays.timetableWeekday('2026-10-08')).toBe(4);
  });

  test('the school can close on a day of its own', () => {
    expect(teachingDays(withSchoolDays, { from: '2026-11-05', to: '2026-11-07' })).toEqual(['2026-11-05']);
    expect(withSchoolDays.dayOn('2026-11-06')?.name).toBe('秋季运动会');
  });

  test('a term that reaches into an unknown year has no known teaching days', () => {
    expect(teachingDays(calendar, { from: '2026-12-30', to: '2027-01-05' })).toBe('unknown');
  });

  test.each([
    ['2026-09-01', '2026-09-01', 'holdsFirstDay', 1],
    ['2026-08-31', '2026-09-01', 'holdsFirstDay', 1],
    ['2026-09-06', '2026-09-01', 'holdsFirstDay', 1],
    ['2026-09-07', '2026-09-01', 'holdsFirstDay', 2],
    ['2026-10-05', '2026-09-01', 'holdsFirstDay', 6],
    ['2026-08-30', '2026-09-01', 'holdsFirstDay', 0],
    ['2026-09-01', '2026-09-01', 'firstFullWeek', 0],
    ['2026-09-07', '2026-09-01', 'firstFullWeek', 1],
    ['2026-08-31', '2026-08-31', 'firstFullWeek', 1],
  ] as const)('%s of the term from %s is week (%s) %i', (date, first, rule, week) =>
    expect(weekNo(date, first, rule)).toBe(week),
  );
});
