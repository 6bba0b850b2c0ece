import { join } from 'node:path';
import { failure, success, type Result } from '../../../shared/kernel/result.ts';
import { writeAtomically } from '../../documents/atomicWrite.ts';
import { writeCsv } from '../../documents/writeCsv.ts';
import { writeWorkbook, type OutputSheet } from '../../documents/writeWorkbook.ts';
import type { DemoFile, DemoSheet } from './demoSheet.ts';

/** Writes one of the demo school's files as its office would have it. Returns the path. */
export async function writeDemoFile(folder: string, file: DemoFile): Promise<Result<string>> {
  const [first] = file.sheets;
  if (!first) return failure('fileProblem', `示例文件“${file.name}”没有内容。`);
  const path = join(folder, `${file.name}.${file.format === 'xlsx' ? 'xlsx' : 'csv'}`);
  const written = await writeAtomically(path, async (stream) => {
    if (file.format === 'xlsx') return writeWorkbook(stream, file.sheets.map(outputSheet));
    await writeCsv(stream, [first.headers, ...first.rows], 'gb18030');
    return success(null);
  });
  return written.ok ? success(path) : written;
}

function outputSheet(sheet: DemoSheet): OutputSheet {
  return {
    name: sheet.name,
    ...(sheet.title === '' ? {} : { title: sheet.title }),
    headers: [sheet.headers.map((text) => ({ text }))],
    columns: sheet.headers.map((header, index) => ({
      width: Math.max(10, header.length * 2 + 2),
      form: sheet.rows.some((row) => typeof row[index] === 'string') ? 'text' : 'decimal',
    })),
    rows: sheet.rows,
  };
}
