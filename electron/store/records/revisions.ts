import { hash } from 'node:crypto';
import { sql } from 'kysely';
import type { RevisionView } from '../../../shared/contract/ledgers.ts';
import { canonicalJson, type JsonValue } from '../../../shared/kernel/canonicalJson.ts';
import { failure, success, type Result } from '../../../shared/kernel/result.ts';
import type { LedgerRecord, LooseValues, RecordState } from '../../../shared/ledger/definition.ts';
import type { ReadHandle, WriteHandle } from '../handles.ts';
import { allRows, firstRow, prepared, tables } from '../query.ts';
import type { SystemTables } from '../schema/systemTables.ts';

export type RevisionAction = RevisionView['action'];

/** What a revision keeps of a record. */
export interface RevisionContent {
  readonly period: string | null;
  readonly state: RecordState;
  readonly values: LooseValues;
}

/** A revision as people read it; titles of referred records are added by the caller. */
export type Revision = Omit<RevisionView, 'titles'>;

type RevisionRow = SystemTables['revision'];

const insertRevision = `INSERT INTO revision
  (seq, ledger, record_id, number, action, at, account_id, account_name, reason, import_id, content, hash) VALUES
  (@seq, @ledger, @record_id, @number, @action, @at, @account_id, @account_name, @reason, @import_id, @content, @hash)`;

/** Adds the record's present state to the chain; the last statement of every change of a record. */
export function addRevision(
  w: WriteHandle,
  ledger: string,
  record: LedgerRecord,
  action: RevisionAction,
  reason: string | null = w.change.reason ?? null,
): void {
  const last = lastLinks.get(w) ?? storedLink(w);
  const { period, state, values } = record;
  const row = {
    seq: last.seq + 1,
    ledger,
    record_id: record.id,
    number: record.revision,
    action,
    at: w.change.at,
    account_id: w.change.accountId,
    account_name: w.change.accountName,
    reason,
    import_id: w.change.importId ?? null,
    content: canonicalJson({ period, state, values } as JsonValue),
  };
  const full: RevisionRow = { ...row, hash: hashOf(last.hash, row) };
  prepared(w, insertRevision).run(full);
  lastLinks.set(w, { seq: full.seq, hash: full.hash });
}

type Link = Pick<RevisionRow, 'seq' | 'hash'>;

/** The end of the chain in the writes under way: nobody else can lengthen it meanwhile. */
const lastLinks = new WeakMap<WriteHandle, Link>();

function storedLink(h: ReadHandle): Link {
  const last = prepared(h, 'SELECT seq, hash FROM revision ORDER BY seq DESC LIMIT 1').get() as
    Link | undefined;
  return last ?? { seq: 0, hash: '' };
}

/** Every revision of a record, newest first, with the ids of the fields that it changed. */
export function historyOf(h: ReadHandle, ledger: string, id: string): readonly Revision[] {
  const rows = allRows(
    h,
    tables
      .selectFrom('revision')
      .selectAll()
      .where('ledger', '=', ledger)
      .where('record_id', '=', id)
      .orderBy('number'),
  );
  const contents = rows.map((row) => contentOf(row.content));
  return rows
    .map((row, index) => ({
      number: row.number,
      at: row.at,
      accountName: row.account_name,
      action: row.action as RevisionAction,
      reason: row.reason,
      importId: row.import_id,
      changed: changedFields(contents[index - 1]?.values ?? {}, contents[index]?.values ?? {}),
      values: contents[index]?.values ?? {},
    }))
    .reverse();
}

/** What a record held after a revision; `null` when there is no such revision. */
export function contentAt(h: ReadHandle, id: string, number: number): RevisionContent | null {
  const row = firstRow(
    h,
    tables.selectFrom('revision').select('content').where('record_id', '=', id).where('number', '=', number),
  );
  return row ? contentOf(row.content) : null;
}

/**
 * Recomputes the chain of all revisions from the first.
 * @returns the number of revisions, or a failure `damaged` that names the first broken place
 */
export function verifyChain(h: ReadHandle): Result<number> {
  const query = tables.selectFrom('revision').selectAll().orderBy('seq').compile();
  let previous = '';
  let count = 0;
  for (const row of prepared(h, query.sql).iterate() as IterableIterator<RevisionRow>) {
    count += 1;
    const { hash, ...rest } = row;
    if (row.seq !== count || hashOf(previous, rest) !== hash) {
      return failure(
        'damaged',
        `修改记录从第 ${count} 条起对不上（${row.at.slice(0, 10)}，${row.account_name}），可能有人绕过程序改过数据。请保留现在的文件，并与最近的备份核对。`,
      );
    }
    previous = hash;
  }
  return success(count);
}

/** What one import did, oldest first: per record the first and the last revision that it made. */
export function revisionsOfImport(
  h: ReadHandle,
  importId: string,
): readonly { ledger: string; recordId: string; first: number; last: number }[] {
  return allRows(
    h,
    tables
      .selectFrom('revision')
      .select([
        'ledger',
        'record_id as recordId',
        sql<number>`min(number)`.as('first'),
        sql<number>`max(number)`.as('last'),
      ])
      .where('import_id', '=', importId)
      .groupBy(['ledger', 'record_id'])
      .orderBy(sql`min(seq)`),
  );
}

function hashOf(previous: string, row: Omit<RevisionRow, 'hash'>): string {
  return hash('sha256', previous + canonicalJson(row));
}

function contentOf(text: string): RevisionContent {
  return JSON.parse(text) as RevisionContent;
}

function changedFields(before: LooseValues, after: LooseValues): string[] {
  const ids = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...ids].filter((id) => textOf(before[id]) !== textOf(after[id]));
}

function textOf(value: unknown): string {
  const empty = value === undefined || value === null || (Array.isArray(value) && value.length === 0);
  return empty ? 'null' : canonicalJson(value as JsonValue);
}
