import { describe, expect, it, test } from 'vitest';
import type { ParameterView } from '#shared/contract/checks.ts';
import { shippedCalendarDays } from '#shared/kernel/holidays.ts';
import { ledgers } from '#shared/ledgers/index.ts';
import { offRanges, yearDays } from '../../../renderer/settings/calendar/yearDays.ts';
import {
  readTypedValue,
  valueWords,
  versionOn,
} from '../../../renderer/settings/parameters/parameterWords.ts';
import { typeChange } from '../../../renderer/settings/school/typeChange.ts';

const days2026 = shippedCalendarDays.filter(({ date }) => date.startsWith('2026'));
const autumn = { from: '2026-08-31', to: '2027-01-15' };

describe('the days of a year', () => {
  const dayOn = (date: string, listed = days2026, terms = [autumn]) =>
    yearDays(Number(date.slice(0, 4)), listed, terms)
      .flat()
      .find((day) => day.date === date);

  it('are all there, month by month', () => {
    expect(yearDays(2028, [], []).map((month) => month.length)).toEqual([
      31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
    ]);
  });

  it.each([
    ['2026-09-01', 'teaching', 2],
    ['2026-09-05', 'plain', null],
    ['2026-08-28', 'plain', null],
    ['2026-10-01', 'off', null],
    ['2026-10-10', 'madeUp', null],
  ])('%s is %s', (date, kind, timetable) => {
    expect(dayOn(date)).toMatchObject({ kind, timetable });
  });

  it('have the chosen timetable on a make-up day, within a term only', () => {
    const chosen = days2026.map((day) => (day.isOffDay ? day : { ...day, followWeekday: 4 }));
    expect(dayOn('2026-10-10', chosen)).toMatchObject({ kind: 'madeUp', timetable: 4 });
    expect(dayOn('2026-05-09', chosen)).toMatchObject({ kind: 'madeUp', timetable: null });
  });

  it('have no lessons where the year is not known', () => {
    expect(dayOn('2027-01-04')).toMatchObject({ kind: 'plain' });
  });

  it('off under one name in a row are one range, the next holiday another', () => {
    expect(offRanges(days2026).slice(0, 2)).toEqual([
      { name: '元旦', from: '2026-01-01', to: '2026-01-03', days: 3 },
      { name: '春节', from: '2026-02-15', to: '2026-02-23', days: 9 },
    ]);
    const apart = ['2026-05-01', '2026-05-03'].map((date) => ({
      date,
      name: '劳动节',
      isOffDay: true,
      followWeekday: null,
    }));
    expect(offRanges(apart)).toHaveLength(2);
  });
});

describe('another type of school', () => {
  it('loses and gains the ledgers that only some types have', () => {
    const { lost, gained } = typeChange(ledgers, '九年一贯制学校', '高级中学');
    expect(lost).toContain('课后服务方案');
    expect(gained).toEqual([]);
    expect(typeChange(ledgers, '高级中学', '九年一贯制学校')).toEqual({ lost: gained, gained: lost });
  });
});

test.each([
  ['number', '90', 90],
  ['number', ' 1.5 ', 1.5],
  ['number', '很久', '很久'],
  ['number', '', ''],
  ['text', ' 全体党员 ', '全体党员'],
  ['numberList', '2、8', [2, 8]],
  ['numberList', '30,40，x', [30, 40, 'x']],
  ['numberList', '', []],
] as const)('a %s typed as “%s” is read', (type, text, value) => {
  expect(readTypedValue({ type }, text)).toEqual(value);
});

test.each([
  [120, '分钟', '120 分钟'],
  [80, '%', '80%'],
  [[2, 8], '月', '2、8 月'],
  [[], '月', '不设'],
])('the value %j is shown with its unit %s', (value, unit, words) => {
  expect(valueWords({ unit }, value)).toBe(words);
});

test('the version in force on a day is the last begun, the school’s own before the shipped', () => {
  const version = (validFrom: string, value: number, shipped: boolean) => ({
    validFrom,
    value,
    shipped,
    set: null,
  });
  const parameter: ParameterView = {
    id: 'x',
    label: '',
    help: '',
    area: 'ethics',
    unit: '',
    type: 'number',
    versions: [
      version('2000-01-01', 1, true),
      version('2000-01-01', 2, false),
      version('2026-09-01', 3, false),
    ],
  };
  expect(versionOn(parameter, '2026-08-31')?.value).toBe(2);
  expect(versionOn(parameter, '2026-09-01')?.value).toBe(3);
});
