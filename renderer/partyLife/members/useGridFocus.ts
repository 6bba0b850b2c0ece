import { useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { moveInWall, type GridPlace } from '../../ui/wallKeys.ts';

/** A grid that is one stop of the Tab key and walked by the arrow keys; its cells carry `data-cell="row-column"`. */
export function useGridFocus(
  rows: number,
  columns: number,
): {
  readonly grid: RefObject<HTMLTableElement | null>;
  readonly active: GridPlace;
  readonly activate: (place: GridPlace) => void;
  readonly focusCell: (place: GridPlace) => void;
  readonly handleKey: (event: KeyboardEvent) => void;
} {
  const grid = useRef<HTMLTableElement>(null);
  const [active, activate] = useState<GridPlace>({ row: 0, column: 0 });
  function focusCell(place: GridPlace) {
    activate(place);
    grid.current?.querySelector<HTMLElement>(`[data-cell="${place.row}-${place.column}"]`)?.focus();
  }
  return {
    grid,
    active: { row: Math.min(active.row, rows - 1), column: Math.min(active.column, columns - 1) },
    activate,
    focusCell,
    handleKey(event) {
      const next = moveInWall(event.key, active, rows, columns);
      if (!next) return;
      event.preventDefault();
      focusCell(next);
    },
  };
}
