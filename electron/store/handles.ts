import type BetterSqlite3 from 'better-sqlite3';
import type { AnyLedger } from '../../shared/ledger/definition.ts';

/**
 * Store functions take one of these handles, so a reader can't write by mistake. Both are synchronous: inside
 * `Store.write` nothing else can run, and either everything or nothing is stored.
 */
export interface ReadHandle {
  readonly db: BetterSqlite3.Database;
  readonly mode: 'read' | 'write';
  /** Every ledger of the file by id, for work that reaches over several ledgers (titles, search, undo of an import). */
  readonly ledgers: ReadonlyMap<string, AnyLedger>;
}

export interface WriteHandle extends ReadHandle {
  readonly mode: 'write';
  readonly change: Change;
}

/** Who changes what, and why; stands in every revision the write makes. */
export interface Change {
  readonly accountId: string;
  readonly accountName: string;
  /** ISO instant in UTC; the clock is the caller's. */
  readonly at: string;
  readonly reason?: string;
  /** Set while an import runs, so that the whole import can be undone. */
  readonly importId?: string;
  /** The caller takes everything back in any case: neither history nor searchable words are written. */
  readonly trial?: true;
}
