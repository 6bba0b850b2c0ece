import { body } from '../../../../documents/officeBlocks.ts';
import type { Block } from '../../../../documents/officeDocument.ts';
import { listTable, numberColumn, type ListColumn } from '../../../../documents/officeTables.ts';

/** A chapter of the book; it begins a page and stands in the contents. */
export interface Chapter {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A numbered list as a table, or one sentence where there is nothing to list. */
export function chapterList<Row>(
  columns: readonly ListColumn<Row>[],
  rows: readonly Row[],
  none = '本年度没有记录。',
): Block[] {
  return rows.length === 0 ? body(none) : [listTable([numberColumn(1.6), ...columns], rows)];
}
