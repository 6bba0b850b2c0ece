import type { Result } from '../../../shared/kernel/result.ts';
import { readWorkbookFile } from '../../documents/readWorkbook.ts';
import type { WorkbookData } from '../../documents/sheetData.ts';
import type { JobContext } from '../../jobs/job.ts';

/** Reads a file in a thread of its own: a hostile one can be ended by time, memory or the user. */
export function readWorkbookJob(
  { path }: { readonly path: string },
  context: JobContext,
): Promise<Result<WorkbookData>> {
  context.progress('正在读取文件', 0, 0);
  return readWorkbookFile(path);
}
