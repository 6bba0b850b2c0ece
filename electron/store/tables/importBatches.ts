import type { ImportBatch } from '../../../shared/contract/files.ts';
import { failure, success, type Result } from '../../../shared/kernel/result.ts';
import type { ReadHandle, WriteHandle } from '../handles.ts';
import { allRows, execute, firstRow, tables } from '../query.ts';
import { firstTitles, getRecord, removeRecords, restoreRevision } from '../records/records.ts';
import { revisionsOfImport } from '../records/revisions.ts';
import type { SystemTables } from '../schema/systemTables.ts';

/** Every import of the school, the last first. */
export function listImportBatches(h: ReadHandle): readonly ImportBatch[] {
  const query = tables.selectFrom('import_batch').selectAll().orderBy('at', 'desc').orderBy('id', 'desc');
  return allRows(h, query).map(batchOf);
}

export function getImportBatch(h: ReadHandle, id: string): ImportBatch | null {
  const row = firstRow(h, tables.selectFrom('import_batch').selectAll().where('id', '=', id));
  return row ? batchOf(row) : null;
}

/** Writes an import down; account and time are the change's. Its id is the `importId` of the change. */
export function addImportBatch(
  w: WriteHandle,
  batch: Pick<ImportBatch, 'id' | 'fileName' | 'ledger' | 'created' | 'changed'>,
): ImportBatch {
  const row = {
    id: batch.id,
    at: w.change.at,
    account_id: w.change.accountId,
    account_name: w.change.accountName,
    file_name: batch.fileName,
    ledger: batch.ledger,
    created: batch.created,
    changed: batch.changed,
    undone_at: null,
  };
  execute(w, tables.insertInto('import_batch').values(row));
  return batchOf(row);
}

/**
 * Takes a whole import back: records that it made go to the recycle bin, records that it changed get the content from
 * before. What else the school has is left to the caller. Failures: `notFound`, `conflict` when it was undone before or
 * naming the records that were changed afterwards.
 */
export function undoImport(
  w: WriteHandle,
  importId: string,
  progress: (done: number, total: number) => void = () => undefined,
): Result<ImportBatch> {
  if (w.change.importId !== undefined) throw new Error('An undo is not part of an import.');
  const batch = getImportBatch(w, importId);
  if (!batch) return failure('notFound', '没有找到这次导入，请刷新后再看。');
  if (batch.undoneAt !== null) return failure('conflict', '这次导入已经撤销过了。');
  const steps = revisionsOfImport(w, importId).map((step) => {
    const definition = w.ledgers.get(step.ledger);
    if (!definition) throw new Error(`There is no ledger ${step.ledger}.`);
    return { ...step, definition, record: getRecord(w, definition, step.recordId) };
  });
  const changed = steps.filter(({ record, last }) => record?.revision !== last);
  if (changed.length > 0) {
    const titles = firstTitles(
      w,
      changed.map(({ recordId }) => recordId),
    );
    return failure(
      'conflict',
      `不能撤销这次导入：${titles}在导入之后又被修改过。请先处理这些记录，或逐条改回。`,
    );
  }
  // Backwards, so that what points to other records goes before them.
  for (const [index, { definition, recordId, first }] of steps.reverse().entries()) {
    progress(index, steps.length);
    if (first === 1) {
      removeRecords(w, definition, [recordId]);
    } else {
      const restored = restoreRevision(w, definition, recordId, first - 1);
      if (!restored.ok) return restored;
    }
  }
  execute(w, tables.updateTable('import_batch').set({ undone_at: w.change.at }).where('id', '=', importId));
  return success({ ...batch, undoneAt: w.change.at });
}

function batchOf(row: SystemTables['import_batch']): ImportBatch {
  return {
    id: row.id,
    at: row.at,
    accountName: row.account_name,
    fileName: row.file_name,
    ledger: row.ledger,
    created: row.created,
    changed: row.changed,
    undoneAt: row.undone_at,
  };
}
