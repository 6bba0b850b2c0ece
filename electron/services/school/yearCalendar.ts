import { readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import type { CalendarDay } from '../../../shared/contract/upkeep.ts';
import { shippedCalendarDays } from '../../../shared/kernel/holidays.ts';
import { yearOf } from '../../../shared/kernel/plainDate.ts';
import { failure, success, type Result } from '../../../shared/kernel/result.ts';
import { listCalendarDays, replaceCalendarYear, saveCalendarDay } from '../../store/tables/calendarDays.ts';
import type { ReadHandle, WriteHandle } from '../../store/handles.ts';
import { getSetting, saveSetting } from '../../store/tables/settings.ts';

const importedYearsKey = 'calendar.importedYears';
const importedYearsSchema = z.array(z.int());
const maxBytes = 1024 * 1024;

/**
 * Holidays and make-up days of a year, by date: the shipped ones with the school's changes, or only the imported ones
 * where the school has imported that year. Empty = nothing is known of that year.
 */
export function calendarDaysOf(h: ReadHandle, year: number): readonly CalendarDay[] {
  const own = listCalendarDays(h, year);
  if (importedYears(h).includes(year)) return own;
  const days = new Map(
    shippedCalendarDays.filter((day) => yearOf(day.date) === year).map((day) => [day.date, day]),
  );
  for (const day of own) days.set(day.date, day);
  return [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/**
 * Puts the days of one published year in the place of all that was known of it. What the school has decided for a
 * make-up day stays where the day is one still.
 */
export function importCalendarYear(w: WriteHandle, year: number, days: readonly CalendarDay[]): void {
  const decided = new Map(calendarDaysOf(w, year).map((day) => [day.date, day.followWeekday]));
  replaceCalendarYear(
    w,
    year,
    days.map((day) => (day.isOffDay ? day : { ...day, followWeekday: decided.get(day.date) ?? null })),
  );
  saveSetting(w, importedYearsKey, [...new Set([...importedYears(w), year])]);
}

/** Sets whose timetable is taught on a make-up day. Failure `notFound` when the day is not a make-up day. */
export function setFollowWeekday(w: WriteHandle, date: string, weekday: number | null): Result<null> {
  const day = calendarDaysOf(w, yearOf(date)).find((one) => one.date === date);
  if (!day || day.isOffDay)
    return failure('notFound', '这一天不是调休上班的日子，不用设置按星期几上课。请先核对放假安排。');
  saveCalendarDay(w, { ...day, followWeekday: weekday });
  return success(null);
}

const publishedDay = z.object({ date: z.iso.date(), name: z.string().min(1).max(40), isOffDay: z.boolean() });
const publishedYear = z.union([
  z.array(publishedDay).min(1).max(200),
  z.object({ days: z.array(publishedDay).min(1).max(200) }).transform(({ days }) => days),
]);

/** Reads a published year (`{days: […]}` or the bare list). Failures: `fileProblem`, `invalidInput`. */
export async function readCalendarFile(path: string): Promise<Result<{ year: number; days: CalendarDay[] }>> {
  const size = await stat(path).catch(() => null);
  if (!size?.isFile()) return failure('fileProblem', `没有找到文件“${path}”，请重新选择。`);
  if (size.size > maxBytes)
    return failure('fileProblem', '这个文件太大，不像是放假安排。请选择放假安排的 JSON 文件。');
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return failure('fileProblem', `文件“${path}”读不出来，请检查后再试。`);
  const parsed = publishedYear.safeParse(parseJson(text));
  if (!parsed.success)
    return failure('invalidInput', '这个文件不是放假安排：里面应当是日期、名称和是否放假。请换一个文件。');
  // A year's arrangement may begin in the last days of December before.
  const counts = new Map<number, number>();
  for (const { date } of parsed.data) counts.set(yearOf(date), (counts.get(yearOf(date)) ?? 0) + 1);
  const year = [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
  const days = parsed.data
    .filter(({ date }) => yearOf(date) === year)
    .map((day) => ({ ...day, followWeekday: null }));
  if (new Set(days.map(({ date }) => date)).size !== days.length)
    return failure('invalidInput', '这个文件里同一天出现了两次，请核对后再导入。');
  return success({ year, days });
}

function importedYears(h: ReadHandle): readonly number[] {
  return getSetting(h, importedYearsKey, importedYearsSchema) ?? [];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
}
