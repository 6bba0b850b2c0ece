import { pinyinSortKey } from '../../../../shared/kernel/searchText.ts';
import { isNamedBy } from '../../../ui/nameMatch.ts';
import type { Row } from './pasteRows.ts';
import type { RosterShape } from './rosterShape.ts';

/** Numbers of the rows whose person is meant by what was typed. */
export function matchingRows(
  rows: readonly Row[],
  shape: RosterShape,
  titleOf: (id: string) => string,
  typed: string,
): number[] {
  return rows.flatMap((row, index) => {
    const person = row[shape.person];
    return typeof person === 'string' && isNamedBy(titleOf(person), typed) ? [index] : [];
  });
}

/** The state that a letter means: the next one after `present` whose pinyin begins with it; `null` for none. */
export function stateOfLetter(states: readonly string[], letter: string, present: string): string | null {
  const fitting = states.filter((state) => pinyinSortKey(state).startsWith(letter));
  if (fitting.length === 0) return null;
  const at = fitting.indexOf(present);
  return fitting[(at + 1) % fitting.length] ?? null;
}

/** The exception that Space proposes first. */
export function firstException(shape: RosterShape): string {
  return shape.states.find((state) => state !== shape.usual) ?? shape.usual;
}

/** How many rows stand in which state, in the definition's order, without those that nobody is in. */
export function countStates(
  rows: readonly Row[],
  shape: RosterShape,
): readonly { readonly state: string; readonly count: number }[] {
  return shape.states
    .map((state) => ({ state, count: rows.filter((row) => row[shape.state] === state).length }))
    .filter(({ count }) => count > 0);
}

/** Puts a state on a row; back to the usual one also clears what belonged to the exception. */
export function withState(row: Row, shape: RosterShape, state: string, empty: Row): Row {
  if (state !== shape.usual) return { ...row, [shape.state]: state };
  return { ...empty, id: row.id, [shape.person]: row[shape.person], [shape.state]: state };
}
