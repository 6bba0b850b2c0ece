import type BetterSqlite3 from 'better-sqlite3';
import type { FieldProblem } from '../../shared/kernel/result.ts';
import type { AnyLedger, LooseValues } from '../../shared/ledger/definition.ts';

/**
 * Store functions take one of these handles, so a reader can't write by mistake. Both are synchronous: inside
 * `Store.write` nothing else can run, and either everything or nothing is stored.
 */
export interface ReadHandle {
  readonly db: BetterSqlite3.Database;
  readonly mode: 'read' | 'write';
  /** Every ledger of the file by id, for work that reaches over several ledgers (titles, search, undo of an import). */
  readonly ledgers: ReadonlyMap<string, AnyLedger>;
  readonly behaviours: LedgerBehaviours;
  /** Told by `prepared` of every table that is about to be read, for whoever wants to know on what an answer rests. */
  readonly onRead?: (table: string) => void;
}

export interface WriteHandle extends ReadHandle {
  readonly mode: 'write';
  readonly change: Change;
  /** Told by `prepared`, and nobody else, of a table that is about to be written. */
  readonly onWrite: (table: string) => void;
  /** Everything is taken back in any case: neither history nor searchable words are written. */
  readonly trial: boolean;
}

/** What is about to be stored as a record of a ledger. */
export interface RecordUnderCheck {
  readonly id: string;
  readonly values: LooseValues;
  readonly period: string | null;
}

/** What a ledger does beside its definition, because it must read the store for it. */
export interface LedgerBehaviour {
  /** The values with what follows from other records and the parameters in force; only empty fields are filled. */
  readonly complete?: (h: ReadHandle, values: LooseValues, period: string | null) => LooseValues;
  /** Problems that only a record which is to stand as finished may not have. */
  readonly check?: (h: ReadHandle, record: RecordUnderCheck) => readonly FieldProblem[];
  /** Why a record, given before and after the change, may no longer change: a Chinese sentence, or `null`. */
  readonly settled?: (h: ReadHandle, versions: readonly LooseValues[]) => string | null;
}

/** By ledger id. */
export type LedgerBehaviours = Readonly<Record<string, LedgerBehaviour>>;

/** Who changes what, and why; stands in every revision the write makes. */
export interface Change {
  readonly accountId: string;
  readonly accountName: string;
  /** ISO instant in UTC; the clock is the caller's. */
  readonly at: string;
  readonly reason?: string;
  /** Set while an import runs, so that the whole import can be undone. */
  readonly importId?: string;
}
