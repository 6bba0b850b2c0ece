import { basename } from 'node:path';
import { success, type Result } from '../../../shared/kernel/result.ts';
import type { WorkbookData } from '../../documents/sheetData.ts';
import type { App } from '../app.ts';

const readLimitMinutes = 3;

export interface WorkbookChoice {
  /** Over the file dialog, in Chinese. */
  readonly title: string;
  readonly extensions: readonly string[];
  readonly jobId: string;
  /** Absent = the person is asked. */
  readonly path?: string | undefined;
}

/** Asks for a spreadsheet file unless a path is given, and reads it in a job; `null` when nobody chose one. */
export async function readChosenWorkbook(
  app: App,
  { title, extensions, jobId, path }: WorkbookChoice,
): Promise<Result<{ readonly fileName: string; readonly workbook: WorkbookData } | null>> {
  const chosen = path ?? (await app.desktop.chooseFile({ title, extensions }));
  if (chosen === null) return success(null);
  const read = await app.jobs.run(
    'readWorkbook',
    { path: chosen },
    { jobId, limitMinutes: readLimitMinutes },
  );
  return read.ok ? success({ fileName: basename(chosen), workbook: read.value }) : read;
}
