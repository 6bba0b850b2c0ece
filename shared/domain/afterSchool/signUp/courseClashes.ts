import { dayWords } from './fitness.ts';
import { courseDays } from './problem.ts';

/** What of a course may be wanted by another one at the same time. */
export interface ClashingCourse {
  readonly id: string;
  readonly name: string;
  /** 1 = Monday … 5; empty = every service day. */
  readonly weekdays: readonly number[];
  readonly room: string | null;
  /** Names by id of teacher and person from outside. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

/** Rooms and people that two courses of a day want, each a sentence with both sides. Every pair is told once. */
export function courseClashes(courses: readonly ClashingCourse[]): readonly string[] {
  const found: string[] = [];
  courses.forEach((course, index) => {
    for (const other of courses.slice(0, index)) {
      const days = courseDays(course).filter((day) => courseDays(other).includes(day));
      if (days.length === 0) continue;
      const both = `“${other.name}”和“${course.name}”`;
      const room = course.room?.trim() ?? '';
      if (room !== '' && room === other.room?.trim())
        found.push(`${both}${dayWords(days)}都在${room}，请换场地或错开上课日。`);
      for (const { id, name } of course.people)
        if (other.people.some((one) => one.id === id))
          found.push(`${both}${dayWords(days)}都由${name}上课，请换人或错开上课日。`);
    }
  });
  return found;
}
