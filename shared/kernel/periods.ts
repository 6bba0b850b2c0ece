import { addDays, daysInMonth, monthOf, quarterOf, yearOf } from './plainDate.ts';
import type { PlainDate } from './plainDate.ts';

/**
 * What a record counts for (所属期), stored and never guessed from a date:
 * year `2026` · quarter `2026Q4` · month `2026-10` · schoolYear `2026-2027` · term `2026-2027-1`.
 */
export type PeriodKind = 'year' | 'quarter' | 'month' | 'schoolYear' | 'term';

/** A span of days, both ends included. */
export interface DateRange {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** Real dates of one term, as the school entered them. */
export interface TermDates extends DateRange {
  /** `2026-2027-1` (autumn) or `2026-2027-2` (spring). */
  readonly period: string;
}

type Parsed =
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'quarter'; readonly year: number; readonly number: number }
  | { readonly kind: 'month'; readonly year: number; readonly number: number }
  | { readonly kind: 'schoolYear'; readonly year: number }
  | { readonly kind: 'term'; readonly year: number; readonly number: number };

/** The kind of a period, or `undefined` when the text is not a period. */
export function periodKindOf(text: string): PeriodKind | undefined {
  return parse(text)?.kind;
}

/** Whether the text is a period, of one of `kinds` when given. */
export function isPeriod(text: string, kinds?: readonly PeriodKind[]): boolean {
  const kind = periodKindOf(text);
  return kind !== undefined && (kinds === undefined || kinds.includes(kind));
}

/** 2026年 · 2026年第4季度 · 2026年10月 · 2026—2027学年 · 2026—2027学年第一学期. Other text comes back as it is. */
export function formatPeriod(text: string): string {
  const period = parse(text);
  if (!period) return text;
  switch (period.kind) {
    case 'year':
      return `${period.year}年`;
    case 'quarter':
      return `${period.year}年第${period.number}季度`;
    case 'month':
      return `${period.year}年${period.number}月`;
    case 'schoolYear':
      return `${period.year}—${period.year + 1}学年`;
    case 'term':
      return `${period.year}—${period.year + 1}学年第${period.number === 1 ? '一' : '二'}学期`;
  }
}

/**
 * First and last day. A school year runs from 1 September to 31 August; a term has the given dates,
 * or by default 1 September to 31 January and 1 February to 31 August.
 * Throws when the text is not a period.
 */
export function periodRange(text: string, terms: readonly TermDates[] = []): DateRange {
  const period = parseStrictly(text);
  switch (period.kind) {
    case 'year':
      return { from: `${period.year}-01-01`, to: `${period.year}-12-31` };
    case 'quarter':
      return {
        from: firstOf(period.year, period.number * 3 - 2),
        to: lastOf(period.year, period.number * 3),
      };
    case 'month':
      return { from: firstOf(period.year, period.number), to: lastOf(period.year, period.number) };
    case 'schoolYear':
      return { from: `${period.year}-09-01`, to: `${period.year + 1}-08-31` };
    case 'term': {
      const entered = terms.find((term) => term.period === text);
      if (entered) return { from: entered.from, to: entered.to };
      return period.number === 1
        ? { from: `${period.year}-09-01`, to: `${period.year + 1}-01-31` }
        : { from: `${period.year + 1}-02-01`, to: `${period.year + 1}-08-31` };
    }
  }
}

/**
 * The period of a kind that holds a date. A date inside an entered term belongs to it; the holidays around
 * belong to the default halves (autumn: September to January, spring: February to August).
 */
export function periodOf(kind: PeriodKind, date: PlainDate, terms: readonly TermDates[] = []): string {
  const year = yearOf(date);
  switch (kind) {
    case 'year':
      return String(year);
    case 'quarter':
      return `${year}Q${quarterOf(date)}`;
    case 'month':
      return date.slice(0, 7);
    case 'schoolYear': {
      const first = schoolYearStart(date);
      return `${first}-${first + 1}`;
    }
    case 'term': {
      const entered = terms.find((term) => term.from <= date && date <= term.to);
      if (entered) return entered.period;
      const first = schoolYearStart(date);
      const autumn = monthOf(date) >= 9 || monthOf(date) === 1;
      return `${first}-${first + 1}-${autumn ? 1 : 2}`;
    }
  }
}

/** Whether a record of period `inner` counts inside `outer`: the same, or a part by the calendar's own division. */
export function periodContains(outer: string, inner: string): boolean {
  if (outer === inner) return isPeriod(outer);
  const whole = parse(outer);
  const part = parse(inner);
  if (!whole || !part) return false;
  if (whole.kind === 'year')
    return (part.kind === 'quarter' || part.kind === 'month') && part.year === whole.year;
  if (whole.kind === 'quarter')
    return part.kind === 'month' && part.year === whole.year && Math.ceil(part.number / 3) === whole.number;
  return whole.kind === 'schoolYear' && part.kind === 'term' && part.year === whole.year;
}

/**
 * All periods that count inside one, itself first: a year has its quarters and months, a quarter its
 * months, a school year its terms. Throws when the text is not a period.
 */
export function periodsInside(text: string): string[] {
  const period = parseStrictly(text);
  switch (period.kind) {
    case 'year':
      return [text, ...[1, 2, 3, 4].map((number) => `${text}Q${number}`), ...monthsOf(period.year, 1, 12)];
    case 'quarter':
      return [text, ...monthsOf(period.year, period.number * 3 - 2, 3)];
    case 'schoolYear':
      return [text, `${text}-1`, `${text}-2`];
    case 'month':
    case 'term':
      return [text];
  }
}

/** The period of the same kind before. Throws when the text is not a period. */
export function previousPeriod(text: string): string {
  return shiftPeriod(text, -1);
}

/** The period of the same kind after. Throws when the text is not a period. */
export function nextPeriod(text: string): string {
  return shiftPeriod(text, 1);
}

function shiftPeriod(text: string, step: 1 | -1): string {
  const period = parseStrictly(text);
  switch (period.kind) {
    case 'year':
      return String(period.year + step);
    case 'quarter':
    case 'month': {
      const range = periodRange(text);
      return periodOf(period.kind, step === 1 ? addDays(range.to, 1) : addDays(range.from, -1));
    }
    case 'schoolYear':
      return `${period.year + step}-${period.year + step + 1}`;
    case 'term': {
      const year = period.number === (step === 1 ? 2 : 1) ? period.year + step : period.year;
      return `${year}-${year + 1}-${3 - period.number}`;
    }
  }
}

/** Few texts are asked for again and again: rules compare every record's period with every window. */
const parsed = new Map<string, Parsed | undefined>();
const mostParsed = 1000;

function parse(text: string): Parsed | undefined {
  if (parsed.has(text)) return parsed.get(text);
  if (parsed.size >= mostParsed) parsed.clear();
  const period = parseAnew(text);
  parsed.set(text, period);
  return period;
}

function parseAnew(text: string): Parsed | undefined {
  const match = /^(\d{4})(?:Q([1-4])|-(0[1-9]|1[0-2])|-(\d{4})(?:-([12]))?)?$/.exec(text);
  if (!match) return undefined;
  const year = Number(match[1]);
  if (match[2]) return { kind: 'quarter', year, number: Number(match[2]) };
  if (match[3]) return { kind: 'month', year, number: Number(match[3]) };
  if (!match[4]) return { kind: 'year', year };
  if (Number(match[4]) !== year + 1) return undefined;
  return match[5] ? { kind: 'term', year, number: Number(match[5]) } : { kind: 'schoolYear', year };
}

function parseStrictly(text: string): Parsed {
  const period = parse(text);
  if (!period) throw new Error(`Not a period: ${text}`);
  return period;
}

function schoolYearStart(date: PlainDate): number {
  return monthOf(date) >= 9 ? yearOf(date) : yearOf(date) - 1;
}

function monthsOf(year: number, first: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => firstOf(year, first + index).slice(0, 7));
}

function firstOf(year: number, month: number): PlainDate {
  return `${year}-${String(month).padStart(2, '0')}-01`;
}

function lastOf(year: number, month: number): PlainDate {
  return `${firstOf(year, month).slice(0, 8)}${daysInMonth(year, month)}`;
}
