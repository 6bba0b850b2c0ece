import { schooldays } from '../../kernel/schooldays.ts';

/** A lesson of the timetable in which a teacher can't serve. */
interface Lesson {
  readonly teacher: string;
  readonly weekday: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly label: string;
}

const weekdayPattern = /^(?:星期|周|礼拜)([一二三四五1-5])$/u;
const timePattern = /(\d{1,2})[:：](\d{2})\s*[-—–~～至到]+\s*(\d{1,2})[:：](\d{2})/u;
/** 三年级2班课程表, 王芳老师课表. */
const titlePattern = /^(.+?)(?:老师|教师)?(?:的)?(?:课程|功课)?(?:总)?(?:课)?(?:时间)?表/u;
const fewestWeekdays = 3;

/** The headers under which unfolded lessons are read as busy times of teachers. */
const lessonHeaders: readonly string[] = ['教职工', '事由', '星期', '开始', '结束', '说明'];

/**
 * Unfolds timetables as schools have them — weekdays across, lessons with their times down, one below the other for several
 * classes or teachers — into one row a teacher, time and lesson. Cells of a class name the subject and the teacher (数学 王芳,
 * 数学（王芳）, or on two lines); cells of a teacher name the class.
 * @returns rows with `lessonHeaders` first; `undefined` when the sheet holds no timetable
 */
export function unfoldTimetable(
  rows: readonly (readonly string[])[],
): readonly (readonly string[])[] | undefined {
  const heads = rows.flatMap((row, index) => (weekdayColumns(row).size >= fewestWeekdays ? [index] : []));
  const lessons = heads.flatMap((head, place) => lessonsBelow(rows, head, heads[place + 1] ?? rows.length));
  if (lessons.length === 0) return undefined;
  const alike = Map.groupBy(lessons, ({ teacher, startsAt, endsAt, label }) =>
    [teacher, startsAt, endsAt, label].join('\n'),
  );
  return [
    lessonHeaders,
    ...[...alike.values()].flatMap((same) => {
      const [first] = same;
      if (!first) return [];
      const days = schooldays.filter((name) => same.some(({ weekday }) => weekday === name));
      return [[first.teacher, '上课', days.join('、'), first.startsAt, first.endsAt, first.label]];
    }),
  ];
}

function weekdayColumns(row: readonly string[]): ReadonlyMap<number, string> {
  return new Map(
    row.flatMap((cell, column) => {
      const found = weekdayPattern.exec(cell.replaceAll(/\s/gu, ''))?.[1] ?? '';
      const index = Math.max('一二三四五'.indexOf(found), '12345'.indexOf(found));
      const name = found === '' ? undefined : schooldays[index];
      return name === undefined ? [] : [[column, name] as const];
    }),
  );
}

function lessonsBelow(rows: readonly (readonly string[])[], head: number, end: number): readonly Lesson[] {
  const columns = weekdayColumns(rows[head] ?? []);
  const firstDay = Math.min(...columns.keys());
  const title = titleAbove(rows, head);
  if (title === null) return [];
  const ofClass = /班|级/u.test(title);
  return rows.slice(head + 1, end).flatMap((row) => {
    const time = row
      .slice(0, firstDay)
      .map(timeOf)
      .find((each) => each !== null);
    if (!time) return [];
    return [...columns].flatMap(([column, weekday]) => {
      const cell = (row[column] ?? '').trim();
      if (cell === '') return [];
      const found = ofClass ? ofClassCell(cell, title) : [{ teacher: title, label: lessonWords(cell) }];
      return found.map((each) => ({ ...each, ...time, weekday }));
    });
  });
}

/** The title nearest above: of a class or of a teacher. */
function titleAbove(rows: readonly (readonly string[])[], head: number): string | null {
  for (const row of rows.slice(Math.max(0, head - 3), head).toReversed())
    for (const cell of row) {
      const name = titlePattern.exec(cell.replaceAll(/\s/gu, ''))?.[1];
      if (name !== undefined && name !== '') return name.replace(/^.*学校|^.*小学|^.*中学/u, '') || null;
    }
  return null;
}

function timeOf(cell: string): { readonly startsAt: string; readonly endsAt: string } | null {
  const [, fromHour, fromMinute, toHour, toMinute] = timePattern.exec(cell) ?? [];
  if (fromHour === undefined || toHour === undefined) return null;
  return {
    startsAt: `${fromHour.padStart(2, '0')}:${fromMinute ?? ''}`,
    endsAt: `${toHour.padStart(2, '0')}:${toMinute ?? ''}`,
  };
}

/** 数学 王芳, 数学（王芳/李明）: subject first, then who; a cell without a name binds nobody. */
function ofClassCell(
  cell: string,
  className: string,
): readonly { readonly teacher: string; readonly label: string }[] {
  const [subject = '', ...names] = cell.split(/[\s（()）/、，,]+/u).filter((part) => part !== '');
  return names.map((teacher) => ({ teacher, label: `${className}${subject}课` }));
}

function lessonWords(cell: string): string {
  const words = cell.replaceAll(/\s+/gu, '');
  return words.endsWith('课') ? words : `${words}课`;
}
