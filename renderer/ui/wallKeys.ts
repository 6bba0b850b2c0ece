export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

/** The cell that a key leads to from another, inside the table; `null` when the key doesn't move. */
export function moveInWall(key: string, from: GridPlace, rows: number, columns: number): GridPlace | null {
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
