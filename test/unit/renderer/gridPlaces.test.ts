import { describe, expect, it } from 'vitest';
import { stepOf, type PressedKey } from '../../../renderer/ledger/form/rows/gridPlaces.ts';

const pressed = (key: string, more: Partial<PressedKey> = {}): PressedKey => ({
  key,
  shift: false,
  listOpen: false,
  manyLines: false,
  lastRowEmpty: false,
  ...more,
});
const size = { rows: 3, columns: 4 };
const go = (row: number, column: number) => ({ kind: 'go', place: { row, column } });
const none = { kind: 'none' };

describe('moving in a grid of rows', () => {
  it.each([
    ['down to the next row', pressed('ArrowDown'), { row: 0, column: 2 }, go(1, 2)],
    ['down stays in the last row', pressed('ArrowDown'), { row: 2, column: 2 }, none],
    ['down belongs to an open list', pressed('ArrowDown', { listOpen: true }), { row: 0, column: 0 }, none],
    ['up to the row before', pressed('ArrowUp'), { row: 2, column: 1 }, go(1, 1)],
    ['up stays in the first row', pressed('ArrowUp'), { row: 0, column: 1 }, none],
    ['tab to the next cell', pressed('Tab'), { row: 0, column: 0 }, go(0, 1)],
    ['tab at the end of a row goes on in the next', pressed('Tab'), { row: 0, column: 3 }, go(1, 0)],
    ['tab after the last cell leaves to the browser', pressed('Tab'), { row: 2, column: 3 }, none],
    ['shift and tab go back', pressed('Tab', { shift: true }), { row: 1, column: 0 }, go(0, 3)],
    [
      'shift and tab before the first cell leave',
      pressed('Tab', { shift: true }),
      { row: 0, column: 0 },
      none,
    ],
    ['enter to the next cell', pressed('Enter'), { row: 1, column: 1 }, go(1, 2)],
    ['enter at the very end adds a row', pressed('Enter'), { row: 2, column: 3 }, { kind: 'addRow' }],
    [
      'enter at the end of an empty last row leaves the grid',
      pressed('Enter', { lastRowEmpty: true }),
      { row: 2, column: 3 },
      { kind: 'leave' },
    ],
    [
      'shift and enter break a line in a cell of many lines',
      pressed('Enter', { shift: true, manyLines: true }),
      { row: 1, column: 1 },
      none,
    ],
    ['letters are the cell’s own', pressed('a'), { row: 0, column: 0 }, none],
  ])('%s', (_, key, from, expected) => {
    expect(stepOf(key, from, size)).toEqual(expected);
  });
});
