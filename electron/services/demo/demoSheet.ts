export type DemoCell = string | number | null;

/** One line of a sheet: the words of its heading and what stands below them, in their order. */
export type DemoRow = Readonly<Record<string, DemoCell>>;

/** One sheet as a school's office would keep it: a title above, header words of its own, rows. */
export interface DemoSheet {
  readonly name: string;
  readonly title: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly DemoCell[])[];
}

/** A file to be imported: which sheets feed which ledger, in the order they depend on each other. */
export interface DemoFile {
  /** Without folder and extension. */
  readonly name: string;
  readonly format: 'xlsx' | 'csvGb18030';
  readonly sheets: readonly DemoSheet[];
  readonly imports: readonly { readonly sheet: string; readonly ledger: string; readonly period?: string }[];
}

/** @param rows all with the same words in the same order; the first one's are the sheet's header */
export function demoSheet(name: string, title: string, rows: readonly DemoRow[]): DemoSheet {
  return { name, title, headers: Object.keys(rows[0] ?? {}), rows: rows.map((row) => Object.values(row)) };
}
