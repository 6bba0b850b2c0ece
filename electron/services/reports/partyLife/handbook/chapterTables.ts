import type { Block, TableCell } from '../../../../documents/officeDocument.ts';
import { headRow } from '../../tableCells.ts';

/** One column of a chapter's list; `long` text stands at the left. */
export interface ChapterColumn {
  readonly title: string;
  readonly share: number;
  readonly long?: boolean;
}

/** Rows with longer texts may run on over the page. */
const longestWhole = 300;

/** A numbered list as a table, or one sentence where there is nothing to list. */
export function chapterList(
  columns: readonly ChapterColumn[],
  rows: readonly (readonly (string | number | null)[])[],
  none = '本年度没有记录。',
): Block[] {
  if (rows.length === 0) return [{ kind: 'paragraph', text: none }];
  return [
    {
      kind: 'table',
      columns: [1.6, ...columns.map(({ share }) => share)],
      headerRows: 1,
      size: '五号',
      rows: [
        headRow(['序号', ...columns.map(({ title }) => title)]),
        ...rows.map((row, index) => ({
          mayBreak: row.some((value) => String(value ?? '').length > longestWhole),
          cells: [
            { text: String(index + 1) },
            ...row.map((value, column): TableCell => ({
              text: value === null ? '' : String(value),
              ...(columns[column]?.long === true ? { align: 'left' as const } : {}),
            })),
          ],
        })),
      ],
    },
  ];
}
