import {
  exportProfiles,
  type ExportLogLine,
  type ExportProfile,
  type HandOver,
} from '../../../shared/contract/files.ts';
import type { ReadHandle, WriteHandle } from '../handles.ts';
import { allRows, execute, tables } from '../query.ts';

/** Who took what out of the school, the last first. */
export function listExports(h: ReadHandle): readonly ExportLogLine[] {
  return allRows(h, tables.selectFrom('export_log').selectAll().orderBy('id', 'desc')).map((row) => ({
    at: row.at,
    accountName: row.account_name,
    what: row.what,
    profile: profileOf(row.profile),
    purpose: row.purpose,
    recipient: row.recipient,
    rows: row.row_count,
    path: row.path,
    sha256: row.sha256,
  }));
}

/** Stands in the log where nobody is asked: a copy of a record's own file, for the school itself. */
export const ownCopy: HandOver = { purpose: '另存附件', recipient: '本校' };

/** What an account wrote when it last let a table or document leave. */
export function lastHandOver(h: ReadHandle, accountId: string): HandOver | null {
  const [last] = allRows(
    h,
    tables
      .selectFrom('export_log')
      .select(['purpose', 'recipient'])
      .where('account_id', '=', accountId)
      .where('purpose', '!=', ownCopy.purpose)
      .orderBy('id', 'desc')
      .limit(1),
  );
  return last ?? null;
}

/** Adds a line for a file that has left; account and time are the change's. */
export function addExport(w: WriteHandle, line: Omit<ExportLogLine, 'at' | 'accountName'>): void {
  const { rows, ...rest } = line;
  execute(
    w,
    tables.insertInto('export_log').values({
      at: w.change.at,
      account_id: w.change.accountId,
      account_name: w.change.accountName,
      row_count: rows,
      ...rest,
    }),
  );
}

function profileOf(text: string): ExportProfile {
  const profile = exportProfiles.find((known) => known === text);
  if (!profile) throw new Error('The export log names an unknown profile.');
  return profile;
}
