import { describe, expect, test } from 'vitest';
import { formatChineseNumber, parseChineseNumber } from '#shared/kernel/chineseNumber.ts';
import { isClockTime, minutesBetween, parseTypedTime, timesOverlap } from '#shared/kernel/clockTime.ts';
import { parseTypedDate } from '#shared/kernel/typedDate.ts';

const tuesday = '2026-11-24';

describe('typed dates', () => {
  test.each([
    ['20261124', '2026-11-24'],
    ['2026-11-24', '2026-11-24'],
    ['2026/1/5', '2026-01-05'],
    ['2026.11.24', '2026-11-24'],
    ['2026年11月24日', '2026-11-24'],
    ['２０２６年３月５日', '2026-03-05'],
    ['2026 年 3 月 5 日', '2026-03-05'],
    ['11-24', '2026-11-24'],
    ['3.5', '2026-03-05'],
    ['3月5号', '2026-03-05'],
    ['今天', '2026-11-24'],
    ['昨天', '2026-11-23'],
    ['明天', '2026-11-25'],
    ['上周五', '2026-11-20'],
    ['本周三', '2026-11-25'],
    ['周日', '2026-11-29'],
    ['下周一', '2026-11-30'],
    ['下星期天', '2026-12-06'],
    ['上个礼拜一', '2026-11-16'],
  ])('%s is %s', (typed, date) => expect(parseTypedDate(typed, tuesday)).toBe(date));

  test.each(['', '2026-02-30', '20261324', '2月30日', '31', '周八', '去年', '2026', '45620', '11-24-2026'])(
    '%j is no date',
    (typed) => expect(parseTypedDate(typed, tuesday)).toBeUndefined(),
  );
});

describe('typed times', () => {
  test.each([
    ['8:05', '08:05'],
    ['0805', '08:05'],
    ['805', '08:05'],
    ['14：30', '14:30'],
    ['14.30', '14:30'],
    ['14时30分', '14:30'],
    ['下午2点半', '14:30'],
    ['下午两点半', '14:30'],
    ['上午十点一刻', '10:15'],
    ['晚上7点', '19:00'],
    ['中午12点', '12:00'],
    ['中午1点', '13:00'],
    ['下午3:40', '15:40'],
    ['下午3点零5分', '15:05'],
    ['凌晨12点', '00:00'],
    ['23:59', '23:59'],
  ])('%s is %s', (typed, time) => expect(parseTypedTime(typed)).toBe(time));

  test.each(['', '24:00', '8:60', '8', '14:3', '下午', '点半', '99999'])('%j is no time', (typed) =>
    expect(parseTypedTime(typed)).toBeUndefined(),
  );

  test('a stored time has two figures each', () => {
    expect([isClockTime('08:05'), isClockTime('8:05'), isClockTime('24:00')]).toEqual([true, false, false]);
  });

  test('length and overlap', () => {
    expect(minutesBetween('16:30', '18:30')).toBe(120);
    expect(minutesBetween('18:30', '16:30')).toBe(-120);
    const span = { start: '16:30', end: '17:30' };
    expect(timesOverlap(span, { start: '17:30', end: '18:30' })).toBe(false);
    expect(timesOverlap(span, { start: '17:29', end: '18:30' })).toBe(true);
    expect(timesOverlap(span, { start: '16:00', end: '19:00' })).toBe(true);
    expect(timesOverlap(span, { start: '15:30', end: '16:30' })).toBe(false);
  });
});

describe('Chinese numbers', () => {
  test.each([
    [0, '零'],
    [1, '一'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [99, '九十九'],
  ])('%i is %s both ways', (value, words) => {
    expect(formatChineseNumber(value)).toBe(words);
    expect(parseChineseNumber(words)).toBe(value);
  });

  test.each([
    [105, '一百零五'],
    [110, '一百一十'],
    [1005, '一千零五'],
    [2026, '二千零二十六'],
    [9000, '九千'],
  ])('%i is %s', (value, words) => expect(formatChineseNumber(value)).toBe(words));

  test.each(['', '十十', '一二', '百', '二十零'])('%j is not read', (text) =>
    expect(parseChineseNumber(text)).toBeUndefined(),
  );
});
