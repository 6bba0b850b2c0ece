import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { failure, success, type Result } from '../../../../shared/kernel/result.ts';
import { writeAtomically, type WrittenFile } from '../../../documents/atomicWrite.ts';
import { readWorkbookFile } from '../../../documents/readWorkbook.ts';
import type { WorkbookData } from '../../../documents/sheetData.ts';
import { writeWorkbook } from '../../../documents/writeWorkbook.ts';
import type { JobContext } from '../../../jobs/job.ts';
import { readBallots, type BallotReading, type BallotRound } from './readBallots.ts';
import { scoreSheets, type SheetOrder } from './scoreSheets.ts';

const mostFiles = 2000;
const spreadsheet = /\.(xlsx|xls|csv)$/iu;

/** Writes the sheets of a group of raters into one workbook. */
export async function writeScoreSheetsJob(
  input: { readonly order: SheetOrder; readonly path: string; readonly temporaryPath: string },
  context: JobContext,
): Promise<Result<WrittenFile>> {
  const sheets = scoreSheets(input.order);
  const total = sheets.length * input.order.people.length;
  context.progress('正在生成评分表', 0, total);
  return writeAtomically(
    input.path,
    (stream) =>
      writeWorkbook(stream, sheets, (rows) => {
        context.progress('正在生成评分表', rows, total);
      }),
    input.temporaryPath,
  );
}

export interface ReadSheets extends BallotReading {
  readonly files: readonly string[];
}

/** Reads one file, or every spreadsheet of a folder, and checks it against the round. Writes nothing. */
export async function readScoreSheetsJob(
  { path, folder, round }: { readonly path: string; readonly folder: boolean; readonly round: BallotRound },
  context: JobContext,
): Promise<Result<ReadSheets>> {
  const paths = folder ? await spreadsheetsIn(path) : success([path]);
  if (!paths.ok) return paths;
  const files: { name: string; workbook: WorkbookData }[] = [];
  const unread: ReadSheets['problems'][number][] = [];
  for (const [index, each] of paths.value.entries()) {
    context.progress('正在读取评分表', index, paths.value.length);
    const name = basename(each);
    const read = await readWorkbookFile(each);
    if (read.ok) files.push({ name, workbook: read.value });
    else if (!folder) return read;
    else unread.push({ file: name, sheet: '', row: null, column: null, sentence: read.failure.sentence });
  }
  context.progress('正在核对评分', paths.value.length, paths.value.length);
  const reading = readBallots(files, round);
  return success({
    ...reading,
    problems: [...unread, ...reading.problems],
    files: paths.value.map((each) => basename(each)),
  });
}

async function spreadsheetsIn(folder: string): Promise<Result<readonly string[]>> {
  try {
    const names = await readdir(folder);
    // Programs that have a file open keep a shadow of it beside it.
    const wanted = names.filter((name) => spreadsheet.test(name) && !name.startsWith('~$')).sort();
    if (wanted.length === 0)
      return failure('fileProblem', '这个文件夹里没有 Excel 表格。请选择放评分表的文件夹。');
    if (wanted.length > mostFiles)
      return failure('fileProblem', `一次最多读 ${mostFiles} 个文件，请分几个文件夹。`);
    return success(wanted.map((name) => join(folder, name)));
  } catch (error) {
    if (error instanceof Error && 'code' in error)
      return failure('fileProblem', '文件夹打不开：可能已被移走，或 U 盘已拔出。请重新选择。');
    throw error;
  }
}
