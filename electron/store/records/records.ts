import { isDeepStrictEqual } from 'node:util';
import { failure, success, type Result } from '../../../shared/kernel/result.ts';
import type { AnyLedger, LedgerRecord, LooseValues } from '../../../shared/ledger/definition.ts';
import { withComputed } from '../../../shared/ledger/schema.ts';
import type { WriteHandle } from '../handles.ts';
import { prepared } from '../query.ts';
import { getRecord, getRecords } from './recordReads.ts';
import { addColumnValues, rowPlanOf, type DetailPlan } from './recordRow.ts';
import type { NewRecord, RecordChange, RecordIn, ValuesIn } from './recordTypes.ts';
import { addRevision, contentAt, type RevisionAction, type RevisionContent } from './revisions.ts';
import { indexRecord } from './searchIndex.ts';
import { titleSortOf } from './titles.ts';

export type { RecordQuery } from './recordQuery.ts';
export {
  allRecords,
  countRecords,
  findByKey,
  getRecord,
  getRecords,
  importedIds,
  keyTextOf,
  keyTextsInUse,
  listIds,
  listRecords,
  periodsOf,
  queriedRecords,
  recordsOn,
  recycled,
} from './recordReads.ts';
export type { NewRecord, RecordChange, RecordIn, ValuesIn } from './recordTypes.ts';
export { firstTitles, titlesOf } from './titles.ts';

/**
 * Stores a new record with its first revision. Values were validated before; missing ones are empty, computed ones
 * are derived here. Failure `conflict` when the id is taken.
 */
export function createRecord<D extends AnyLedger>(
  w: WriteHandle,
  definition: D,
  input: NewRecord<Partial<ValuesIn<D>>>,
): Result<RecordIn<D>> {
  const taken = prepared(w, 'SELECT 1 FROM search_entry WHERE record_id = ?').get(input.id);
  if (taken) return failure('conflict', '这条记录已经保存过了，请刷新后再看。');
  const { at, accountName } = w.change;
  const record: LedgerRecord = {
    id: input.id,
    schoolId: input.schoolId,
    period: input.period,
    state: input.state,
    revision: 1,
    createdAt: at,
    createdBy: accountName,
    updatedAt: at,
    updatedBy: accountName,
    deletedAt: null,
    values: withComputed(definition, input.values),
  };
  const plan = rowPlanOf(definition);
  const columns = [
    record.id,
    record.schoolId,
    record.period,
    record.state,
    record.revision,
    record.createdAt,
    record.createdBy,
    record.updatedAt,
    record.updatedBy,
    null,
    w.change.importId ?? null,
  ];
  prepared(w, plan.insert).run(
    addColumnValues(columns, plan.fields, record.values, (id) => titleSortOf(w, id)),
  );
  for (const detail of plan.details) insertDetails(w, detail, record);
  finish(w, definition, record, 'create');
  return success(record as RecordIn<D>);
}

/**
 * Replaces a record's values, period and state. Failures: `notFound`, `conflict` when it isn't at `baseRevision` any
 * more. A save that changes nothing makes no revision.
 * @param before the record as it is stored, where the caller has just read it
 */
export function updateRecord<D extends AnyLedger>(
  w: WriteHandle,
  definition: D,
  id: string,
  change: RecordChange<ValuesIn<D>>,
  baseRevision: number,
  before: LedgerRecord | null = getRecord<AnyLedger>(w, definition, id),
): Result<RecordIn<D>> {
  if (!before || before.deletedAt !== null) return notFound();
  if (before.revision !== baseRevision) {
    return failure(
      'conflict',
      `这条记录刚刚被${before.updatedBy}修改过，您的修改还没有保存。请先查看最新内容，再决定保留哪一份。`,
    );
  }
  const values = withComputed(definition, change.values);
  const content = { period: change.period, state: change.state, values };
  if (sameContent(before, content)) return success(before as RecordIn<D>);
  return success(replaceContent(w, definition, before, content, 'update') as RecordIn<D>);
}

/**
 * Moves records to the recycle bin.
 * @returns how many; those already there or unknown don't count
 */
export function removeRecords(w: WriteHandle, definition: AnyLedger, ids: readonly string[]): number {
  return markRecords(w, definition, ids, 'delete');
}

/**
 * Takes records out of the recycle bin.
 * @returns how many
 */
export function undeleteRecords(w: WriteHandle, definition: AnyLedger, ids: readonly string[]): number {
  return markRecords(w, definition, ids, 'undelete');
}

/**
 * Gives a record the content of an earlier revision again, as a new revision; also takes it out of the recycle bin.
 * @param kept fields that keep their present values
 */
export function restoreRevision<D extends AnyLedger>(
  w: WriteHandle,
  definition: D,
  id: string,
  number: number,
  kept: readonly string[] = [],
): Result<RecordIn<D>> {
  const before: LedgerRecord | null = getRecord<AnyLedger>(w, definition, id);
  const content = contentAt(w, id, number);
  if (!before || !content) return notFound();
  const keptValues = Object.fromEntries(kept.map((field) => [field, before.values[field]]));
  const current = { ...content, values: withComputed(definition, { ...content.values, ...keptValues }) };
  return success(replaceContent(w, definition, before, current, 'restore') as RecordIn<D>);
}

function markRecords(
  w: WriteHandle,
  definition: AnyLedger,
  ids: readonly string[],
  action: 'delete' | 'undelete',
): number {
  const records: readonly LedgerRecord[] = getRecords<AnyLedger>(w, definition, ids);
  const affected = records.filter((record) => (record.deletedAt === null) === (action === 'delete'));
  for (const record of affected) {
    replaceContent(w, definition, record, record, action, action === 'delete' ? w.change.at : null);
  }
  return affected.length;
}

function replaceContent(
  w: WriteHandle,
  definition: AnyLedger,
  before: LedgerRecord,
  content: RevisionContent,
  action: RevisionAction,
  deletedAt: string | null = null,
): LedgerRecord {
  const record: LedgerRecord = {
    ...before,
    period: content.period,
    state: content.state,
    values: content.values,
    revision: before.revision + 1,
    updatedAt: w.change.at,
    updatedBy: w.change.accountName,
    deletedAt,
  };
  const plan = rowPlanOf(definition);
  const columns = [
    record.period,
    record.state,
    record.revision,
    record.updatedAt,
    record.updatedBy,
    record.deletedAt,
  ];
  prepared(w, plan.update).run(
    addColumnValues(columns, plan.fields, record.values, (id) => titleSortOf(w, id)),
    record.id,
  );
  for (const detail of plan.details) {
    if (isDeepStrictEqual(before.values[detail.fieldId], record.values[detail.fieldId])) continue;
    prepared(w, detail.remove).run(record.id);
    insertDetails(w, detail, record);
  }
  finish(w, definition, record, action);
  return record;
}

function finish(w: WriteHandle, definition: AnyLedger, record: LedgerRecord, action: RevisionAction): void {
  indexRecord(w, definition, record, action === 'create', (owner, id) => getRecord<AnyLedger>(w, owner, id));
  if (!w.trial) addRevision(w, definition.id, record, action);
}

function insertDetails(w: WriteHandle, plan: DetailPlan, record: LedgerRecord): void {
  const rows = record.values[plan.fieldId] as readonly LooseValues[];
  const insert = prepared(w, plan.insert);
  rows.forEach((row, position) => {
    insert.run(addColumnValues([record.id, position, row['id']], plan.fields, row, () => null));
  });
}

function sameContent(a: RevisionContent, b: RevisionContent): boolean {
  return a.period === b.period && a.state === b.state && isDeepStrictEqual(a.values, b.values);
}

function notFound(): Result<never> {
  return failure('notFound', '没有找到这条记录，它可能已被删除。请到回收站里查看。');
}
