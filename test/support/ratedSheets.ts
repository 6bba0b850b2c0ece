import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { writeWorkbook, type OutputCell } from '#electron/documents/writeWorkbook.ts';
import { valueOf } from './temporarySchool.ts';

/** A sheet of scores as raters hand it in; the rows begin with 序号, 工号, 姓名, 任教学科. */
export interface RatedSheet {
  readonly name: string;
  /** `PJ0123ABCD-互评`, or empty where somebody made a sheet of their own. */
  readonly code: string;
  /** Headings of the columns after the person's. */
  readonly heads: readonly string[];
  readonly rows: readonly OutputCell[][];
}

/** Writes a workbook in the form that the program gives out, with what raters changed; answers with its path. */
export async function writeRatedSheets(path: string, sheets: readonly RatedSheet[]): Promise<string> {
  const stream = createWriteStream(path);
  valueOf(
    await writeWorkbook(
      stream,
      sheets.map(({ name, code, heads, rows }) => {
        const columns = ['序号', '工号', '姓名', '任教学科', ...heads];
        return {
          name,
          title: '师德考核',
          subtitle: { left: `表号：${code}`, right: '' },
          headers: [columns.map((text) => ({ text }))],
          columns: columns.map(() => ({ width: 10, form: 'text' as const })),
          rows,
        };
      }),
    ),
  );
  await finished(stream);
  return path;
}
