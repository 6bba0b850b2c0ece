import type { MoveTarget } from '../../shared/domain/afterSchool/roster/handMoves.ts';
import type { Roster, RosterNeed, RosterProblem } from '../../shared/domain/afterSchool/roster/problem.ts';

export type RosterView = 'groups' | 'teachers';

/** A row of the board: a group and period, or a teacher. */
export interface GridRow {
  readonly key: string;
  readonly title: string;
  /** The teacher of a teacher's row. */
  readonly teacherId: string | null;
  readonly needsOn: (day: number) => readonly RosterNeed[];
}

/** A place on the board that can have the keyboard or take what is carried. */
export interface GridPlace {
  readonly id: string;
  readonly row: number;
  readonly column: number;
}

export function rowsOf(problem: RosterProblem, roster: Roster, view: RosterView): readonly GridRow[] {
  if (view === 'groups') return groupRows(problem);
  const teacherOf = new Map(roster.map(({ needId, teacherId }) => [needId, teacherId]));
  return problem.teachers.map(({ id, name }) => ({
    key: id,
    title: name,
    teacherId: id,
    needsOn: (day) => problem.needs.filter((need) => need.day === day && teacherOf.get(need.id) === id),
  }));
}

function groupRows(problem: RosterProblem): readonly GridRow[] {
  const several = new Set(problem.needs.map(({ period }) => period)).size > 1;
  const rows = Map.groupBy(problem.needs, ({ groupId, span }) => `${groupId}\n${span.start}`);
  return [...rows]
    .map(([key, needs]) => ({ key, needs, first: needs[0] }))
    .sort(
      (a, b) =>
        (a.first?.groupName ?? '').localeCompare(b.first?.groupName ?? '', 'zh-CN') ||
        (a.first?.span.start ?? '').localeCompare(b.first?.span.start ?? ''),
    )
    .map(({ key, needs, first }) => ({
      key,
      title: `${first?.groupName ?? ''}${several ? ` ${first?.period ?? ''}` : ''}`,
      teacherId: null,
      needsOn: (day) => needs.filter((need) => need.day === day),
    }));
}

/** Duties in the order of the board: for the arrow keys. */
export function dutyPlaces(rows: readonly GridRow[], days: RosterProblem['days']): readonly GridPlace[] {
  return rows.flatMap((row, index) =>
    days.flatMap(({ ordinal }, column) =>
      row.needsOn(ordinal).map(({ id }) => ({ id: `need:${id}`, row: index, column })),
    ),
  );
}

/** Where something carried may be put: on duties of a group, or in the days of a teacher. */
export function dropPlaces(rows: readonly GridRow[], days: RosterProblem['days']): readonly GridPlace[] {
  return rows.every(({ teacherId }) => teacherId === null)
    ? dutyPlaces(rows, days)
    : rows.flatMap(({ teacherId }, row) =>
        days.map(({ ordinal }, column) => ({ id: `teacher:${ordinal}:${teacherId ?? ''}`, row, column })),
      );
}

/** The target that a place's id stands for. */
export function targetOf(place: string): MoveTarget {
  if (place.startsWith('need:')) return { kind: 'need', needId: place.slice('need:'.length) };
  const [, day = '', ...rest] = place.split(':');
  return { kind: 'teacher', day: Number(day), teacherId: rest.join(':') };
}

/** The next place in the direction of an arrow key; `undefined`: none, or another key. */
export function stepPlace(
  places: readonly GridPlace[],
  from: string | null,
  key: string,
): GridPlace | undefined {
  const index = places.findIndex(({ id }) => id === from);
  const here = places[index];
  if (!here) return key.startsWith('Arrow') ? places[0] : undefined;
  switch (key) {
    case 'ArrowRight':
      return places[index + 1]?.row === here.row ? places[index + 1] : undefined;
    case 'ArrowLeft':
      return places[index - 1]?.row === here.row ? places[index - 1] : undefined;
    case 'ArrowDown':
      return places.find(({ row, column }) => row > here.row && column === here.column);
    case 'ArrowUp':
      return places.findLast(({ row, column }) => row < here.row && column === here.column);
    default:
      return undefined;
  }
}
