/** A cell of a grid, both numbers from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

/** The cell that an arrow key, Home or End leads to, inside the grid; `null` when the key doesn't move. */
export function moveInGrid(key: string, from: Place, { rows, columns }: GridSize): Place | null {
  const within = (value: number, size: number) => Math.max(0, Math.min(size - 1, value));
  switch (key) {
    case 'ArrowLeft':
      return { ...from, column: within(from.column - 1, columns) };
    case 'ArrowRight':
      return { ...from, column: within(from.column + 1, columns) };
    case 'ArrowUp':
      return { ...from, row: within(from.row - 1, rows) };
    case 'ArrowDown':
      return { ...from, row: within(from.row + 1, rows) };
    case 'Home':
      return { ...from, column: 0 };
    case 'End':
      return { ...from, column: within(columns - 1, columns) };
    default:
      return null;
  }
}

/** What holds the focus in a grid's cell: a button, a machine's list, a box to type in, or the cell itself. */
export type CellControl = 'button' | 'list' | 'text' | 'cell';

/**
 * Where a key leads from a cell: arrow keys to the neighbours, though a list keeps them to choose with; Enter goes down,
 * except on a button, which it presses; Space goes down where there is nothing to type.
 */
export function moveFromCell(key: string, control: CellControl, from: Place, size: GridSize): Place | null {
  const down = (key === 'Enter' && control !== 'button') || (key === ' ' && control === 'cell');
  if (control === 'list' && !down) return null;
  return moveInGrid(down ? 'ArrowDown' : key, from, size);
}

/** What a key does among rows that are being written: go to a cell, add a row at the end, leave, or nothing (the control's own key). */
export type Step =
  | { readonly kind: 'go'; readonly place: Place }
  | { readonly kind: 'addRow' }
  | { readonly kind: 'leave' }
  | { readonly kind: 'none' };

export interface PressedKey {
  readonly key: string;
  readonly shift: boolean;
  /** The control shows its list of options: arrow keys are its own. */
  readonly listOpen: boolean;
  /** The control holds several lines: Enter with Shift is its own. */
  readonly manyLines: boolean;
  /** The last row holds nothing: Enter at its end has no reason to add another. */
  readonly lastRowEmpty: boolean;
}

const none: Step = { kind: 'none' };

/** Movement as in a spreadsheet: arrows up and down between rows, Tab and Enter to the next cell, Enter at the end adds a row. */
export function stepOf(pressed: PressedKey, from: Place, size: GridSize): Step {
  const { key, shift } = pressed;
  switch (key) {
    case 'ArrowDown':
    case 'ArrowUp': {
      const next = pressed.listOpen ? null : moveInGrid(key, from, size);
      return next === null || next.row === from.row ? none : go(next.row, next.column);
    }
    case 'Tab':
      return shift ? backward(from, size) : forward(from, size, none);
    case 'Enter':
      if (shift) return pressed.manyLines ? none : backward(from, size);
      return forward(from, size, pressed.lastRowEmpty ? { kind: 'leave' } : { kind: 'addRow' });
    default:
      return none;
  }
}

function forward(from: Place, size: GridSize, atEnd: Step): Step {
  if (from.column < size.columns - 1) return go(from.row, from.column + 1);
  return from.row < size.rows - 1 ? go(from.row + 1, 0) : atEnd;
}

function backward(from: Place, size: GridSize): Step {
  if (from.column > 0) return go(from.row, from.column - 1);
  return from.row > 0 ? go(from.row - 1, size.columns - 1) : none;
}

function go(row: number, column: number): Step {
  return { kind: 'go', place: { row, column } };
}
