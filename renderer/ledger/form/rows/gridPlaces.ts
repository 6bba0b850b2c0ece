/** A cell of a rows grid, both numbers from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

/** What a key does in the grid: go to a cell, add a row at the end, leave the grid, or nothing (the control's own key). */
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
      return pressed.listOpen || from.row >= size.rows - 1 ? none : go(from.row + 1, from.column);
    case 'ArrowUp':
      return pressed.listOpen || from.row === 0 ? none : go(from.row - 1, from.column);
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
