import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonthsCN,
  addYears,
  ageOn,
  chinaDateOf,
  datesBetween,
  daysBetween,
  formatChinese,
  formatWeekday,
  isLeapYear,
  isPlainDate,
  mondayOf,
  plainDateOf,
  quarterOf,
  weekdayOf,
} from '#shared/kernel/plainDate.ts';

describe('plain dates', () => {
  test.each([
    ['2026-11-24', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['1900-02-29', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-1-1', false],
    ['20261124', false],
    ['1799-12-31', false],
    ['2026-11-24T00:00', false],
    ['', false],
  ])('%s is a day: %s', (text, expected) => expect(isPlainDate(text)).toBe(expected));

  test('numbers make a day or nothing', () => {
    expect(plainDateOf(2026, 3, 5)).toBe('2026-03-05');
    expect(plainDateOf(2026, 4, 31)).toBeUndefined();
    expect(plainDateOf(2026, 4, 1.5)).toBeUndefined();
  });

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2025-03-01', 12, '2026-03-01'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-08-31', 6, '2027-02-28'],
  ])('%s plus %i natural months is %s', (date, months, expected) =>
    expect(addMonthsCN(date, months)).toBe(expected),
  );

  test('years, days and distances', () => {
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28');
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2026-01-01', '2027-01-01')).toBe(365);
    expect(daysBetween('2026-01-02', '2026-01-01')).toBe(-1);
    expect(datesBetween('2026-02-27', '2026-03-01')).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
    expect(datesBetween('2026-03-02', '2026-03-01')).toEqual([]);
  });

  test('weekdays, weeks and quarters', () => {
    expect(weekdayOf('2026-11-23')).toBe(1);
    expect(weekdayOf('2026-11-29')).toBe(7);
    expect(weekdayOf('1969-12-31')).toBe(3);
    expect(mondayOf('2026-11-29')).toBe('2026-11-23');
    expect([quarterOf('2026-03-31'), quarterOf('2026-04-01')]).toEqual([1, 2]);
    expect([isLeapYear(2000), isLeapYear(1900), isLeapYear(2024), isLeapYear(2026)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  test('words for people', () => {
    expect(formatChinese('2026-03-05')).toBe('2026年3月5日');
    expect(formatWeekday('2026-11-24')).toBe('星期二');
    expect(formatWeekday('2026-11-29')).toBe('星期日');
  });

  test('an instant late in the evening of UTC is the next day in China', () => {
    expect(chinaDateOf('2026-11-24T15:59:59.999Z')).toBe('2026-11-24');
    expect(chinaDateOf('2026-11-24T16:00:00.000Z')).toBe('2026-11-25');
  });

  test('age changes on the birthday', () => {
    expect(ageOn('2012-11-24', '2026-11-23')).toBe(13);
    expect(ageOn('2012-11-24', '2026-11-24')).toBe(14);
  });
});
