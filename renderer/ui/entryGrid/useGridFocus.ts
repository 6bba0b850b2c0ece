import { useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { moveFromCell, moveInGrid, type CellControl, type GridSize, type Place } from './gridKeys.ts';

/** To be spread on what takes the focus in a cell. */
export interface CellPlace {
  readonly 'data-cell': string;
  readonly tabIndex?: number;
  readonly onFocus: () => void;
}

export interface GridFocusOptions {
  /** Each cell is a stop of the Tab key, as in a form; otherwise the grid is one. */
  readonly tabThrough?: boolean | undefined;
  /** Marks a cell by one key; `true` when the key is a mark, and the cell below is next. */
  readonly onMark?: ((key: string, place: Place) => boolean) | undefined;
}

export interface GridFocus {
  readonly table: {
    readonly ref: RefObject<HTMLTableElement | null>;
    readonly onKeyDown: (event: KeyboardEvent) => void;
  };
  readonly placeOf: (row: number, column: number) => CellPlace;
  readonly focus: (place: Place) => void;
}

/** A grid walked by the keyboard, whatever its cells hold. */
export function useGridFocus(size: GridSize, { tabThrough = false, onMark }: GridFocusOptions): GridFocus {
  const ref = useRef<HTMLTableElement>(null);
  const [last, setLast] = useState<Place>({ row: 0, column: 0 });
  const active = { row: Math.min(last.row, size.rows - 1), column: Math.min(last.column, size.columns - 1) };
  const focus = (place: Place) => findCell(ref.current, place)?.focus();

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (!(event.target instanceof HTMLElement) || event.target.dataset['cell'] === undefined) return;
    const next = onMark?.(event.key, active)
      ? moveInGrid('ArrowDown', active, size)
      : moveFromCell(event.key, controlOf(event.target), active, size);
    if (!next) return;
    event.preventDefault();
    focus(next);
  }

  return {
    table: { ref, onKeyDown },
    focus,
    placeOf: (row, column) => ({
      'data-cell': `${row}-${column}`,
      ...(tabThrough ? {} : { tabIndex: active.row === row && active.column === column ? 0 : -1 }),
      onFocus: () => setLast({ row, column }),
    }),
  };
}

/** The element that stands for a place: what was given its `CellPlace`. */
export function findCell(table: HTMLElement | null, { row, column }: Place): HTMLElement | null {
  return table?.querySelector<HTMLElement>(`[data-cell="${row}-${column}"]`) ?? null;
}

function controlOf(element: HTMLElement): CellControl {
  if (element instanceof HTMLButtonElement) return 'button';
  if (element instanceof HTMLSelectElement) return 'list';
  return element instanceof HTMLInputElement ? 'text' : 'cell';
}
