import { describe, expect, it } from 'vitest';
import {
  moveFromCell,
  moveInGrid,
  stepOf,
  type PressedKey,
} from '../../../renderer/ui/entryGrid/gridKeys.ts';

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

describe('moving about a whole grid', () => {
  it.each([
    ['ArrowRight', { row: 1, column: 11 }, { row: 1, column: 11 }],
    ['ArrowLeft', { row: 1, column: 11 }, { row: 1, column: 10 }],
    ['ArrowDown', { row: 4, column: 0 }, { row: 4, column: 0 }],
    ['ArrowUp', { row: 4, column: 0 }, { row: 3, column: 0 }],
    ['Home', { row: 2, column: 7 }, { row: 2, column: 0 }],
    ['End', { row: 2, column: 7 }, { row: 2, column: 11 }],
    ['Enter', { row: 2, column: 7 }, null],
  ])('%s', (key, from, to) => {
    expect(moveInGrid(key, from, { rows: 5, columns: 12 })).toEqual(to);
  });
});

describe('moving on from what a cell holds', () => {
  const from = { row: 1, column: 1 };
  const below = { row: 2, column: 1 };
  const right = { row: 1, column: 2 };
  it.each([
    ['Enter presses a button', 'Enter', 'button', null],
    ['Space presses a button', ' ', 'button', null],
    ['arrows leave a button', 'ArrowRight', 'button', right],
    ['Enter goes down from a box', 'Enter', 'text', below],
    ['Space is typed into a box', ' ', 'text', null],
    ['arrows leave a box', 'ArrowRight', 'text', right],
    ['Enter goes down from a list', 'Enter', 'list', below],
    ['arrows choose in a list', 'ArrowDown', 'list', null],
    ['End chooses in a list', 'End', 'list', null],
    ['Enter goes down from a bare cell', 'Enter', 'cell', below],
    ['Space goes down from a bare cell', ' ', 'cell', below],
    ['letters are nobody’s', 'x', 'cell', null],
  ] as const)('%s', (_, key, control, expected) => {
    expect(moveFromCell(key, control, from, { rows: 3, columns: 4 })).toEqual(expected);
  });
  it('stays in the last row', () =>
    expect(moveFromCell('Enter', 'text', below, { rows: 3, columns: 4 })).toEqual(below));
});
