import { existsSync, mkdirSync } from 'node:fs';
import type BetterSqlite3 from 'better-sqlite3';
import { failure, success, type Result } from '../../shared/kernel/result.ts';
import type { AnyLedger } from '../../shared/ledger/definition.ts';
import { ledgers as allLedgers } from '../../shared/ledgers/index.ts';
import { writeBackup } from './backups/backup.ts';
import { databaseFailureOf, openDatabase } from './database.ts';
import type { Change, LedgerBehaviours, ReadHandle, WriteHandle } from './handles.ts';
import { layOver } from './overlay.ts';
import { belongsToKeyFile } from './keys/keyFile.ts';
import { migrations as allMigrations } from './migrations/index.ts';
import { checkVersion, migrate, readVersion, type Migration } from './schema/migrator.ts';
import { finishRestore } from './backups/restore.ts';
import type { SchoolFolder } from './schoolFolder.ts';
import { createWriteLog, type WriteLog } from './writeLog.ts';

/** Time for the store: ISO instant in UTC. */
export interface StoreClock {
  readonly now: () => string;
}

export interface Store {
  readonly read: ReadHandle;
  /**
   * Runs `work` in one transaction. Everything is stored when it returns; nothing is when it throws or
   * answers with a failed `Result`. Not to be nested: hand the `WriteHandle` on instead.
   */
  write<T>(change: Change, work: (w: WriteHandle) => T): T;
  /**
   * Runs `work` on the file as it stands now, with its writes laid over it in memory: it reads them, nobody else does,
   * and they are gone afterwards. Neither history nor searchable words are written. Others read and write meanwhile.
   */
  tryOut<T>(change: Change, work: (w: WriteHandle) => T): T;
  /**
   * Runs `work` with everything it reads as of one moment, whatever other connections write meanwhile. Through this
   * connection nothing is written until it has ended.
   */
  atOneMoment<T>(work: () => Promise<T>): Promise<T>;
  /** Tells whether what was read before still stands. */
  readonly writeLog: WriteLog;
  readonly folder: SchoolFolder;
  readonly dataKey: Uint8Array;
  readonly clock: StoreClock;
  close(): void;
}

/** In KiB, as SQLite wants it. */
const cacheSize = 'cache_size = -64000';

export interface StoreOptions {
  readonly clock: StoreClock;
  /** Make the file when there is none (a new school). Otherwise a missing file is a failure, never a new empty one. */
  readonly create?: boolean;
  /** The ledgers of the file; the program's own unless a school or a test has others. */
  readonly ledgers?: readonly AnyLedger[];
  /** What the areas add to their ledgers. */
  readonly behaviours: LedgerBehaviours;
  readonly migrations?: readonly Migration[];
  /** Called when something was written, right before it is stored. */
  readonly onStoring?: () => void;
  readonly onWritten?: WrittenListener;
}

/** Told once after every write that was stored, which tables it wrote; `null` = it may have been any. */
export type WrittenListener = (tables: ReadonlySet<string> | null) => void;

/**
 * Opens a school's file and brings its structure up to date. Failures: `notFound` (no file), `newerFile` (left
 * untouched), `wrongPassword` (key of another file), `damaged` (left as it is), `fileProblem`.
 */
export function openStore(folder: SchoolFolder, dataKey: Uint8Array, options: StoreOptions): Result<Store> {
  const { clock, migrations = allMigrations } = options;
  finishRestore(folder);
  const exists = existsSync(folder.database);
  if (!exists && !options.create) {
    return failure(
      'notFound',
      `没有找到数据文件（${folder.database}）。请检查它是否被移动或删除，也可以用备份恢复。`,
    );
  }
  if (exists && !belongsToKeyFile(folder, dataKey)) return wrongKey();
  let db: BetterSqlite3.Database | null = null;
  try {
    if (exists) {
      const readable = inspect(folder, dataKey, migrations);
      if (!readable.ok) return readable;
    } else {
      mkdirSync(folder.root, { recursive: true });
    }
    db = openDatabase(folder.database, dataKey, { create: !exists });
    const connection = db;
    prepareConnection(connection);
    const migrated = migrate(connection, migrations, () =>
      writeBackup({ db: connection, folder, dataKey, clock }, folder.backups, 'beforeMigration'),
    );
    if (!migrated.ok) {
      connection.close();
      return migrated;
    }
    return success(createStore(connection, folder, dataKey, options));
  } catch (error) {
    db?.close();
    return answerOf(error);
  }
}

/** Looks at the version through a connection that can't write, so that a refused file keeps every byte. */
function inspect(folder: SchoolFolder, dataKey: Uint8Array, migrations: readonly Migration[]): Result<null> {
  const db = openDatabase(folder.database, dataKey, { readonly: true });
  try {
    return checkVersion(readVersion(db), migrations);
  } finally {
    db.close();
  }
}

function prepareConnection(db: BetterSqlite3.Database): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('secure_delete = ON');
  db.pragma(cacheSize);
}

function createStore(
  db: BetterSqlite3.Database,
  folder: SchoolFolder,
  dataKey: Uint8Array,
  { clock, ledgers = allLedgers, behaviours, onStoring, onWritten }: StoreOptions,
): Store {
  const read: ReadHandle = {
    db,
    mode: 'read',
    ledgers: new Map(ledgers.map((definition) => [definition.id, definition])),
    behaviours,
  };
  const writeLog = createWriteLog(db);
  return {
    read,
    writeLog,
    folder,
    dataKey,
    clock,
    write(change, work) {
      if (db.inTransaction) throw new Error('A write is already running; pass its handle on.');
      const written = new Set<string>();
      const onWrite = (table: string) => written.add(table);
      const answer = inTransaction(db, () => {
        const worked = work({ ...read, mode: 'write', change, onWrite, trial: false });
        if (written.size > 0 && !isRefused(worked)) onStoring?.();
        return worked;
      });
      if (written.size > 0 && !isRefused(answer)) {
        writeLog.note(written);
        onWritten?.(written);
      }
      return answer;
    },
    tryOut(change, work) {
      const reading = openDatabase(folder.database, dataKey, { readonly: true });
      try {
        reading.pragma(cacheSize);
        return work({ ...read, db: reading, mode: 'write', change, onWrite: layOver(reading), trial: true });
      } finally {
        reading.close();
      }
    },
    async atOneMoment(work) {
      db.exec('BEGIN');
      try {
        return await work();
      } finally {
        if (db.open) db.exec('ROLLBACK');
      }
    },
    close() {
      if (db.open) db.close();
    },
  };
}

function inTransaction<T>(db: BetterSqlite3.Database, work: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const answer = work();
    db.exec(isRefused(answer) ? 'ROLLBACK' : 'COMMIT');
    return answer;
  } catch (error) {
    // Some errors (a full disk) end the transaction by themselves.
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

function isRefused(answer: unknown): boolean {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    'ok' in answer &&
    answer.ok === false &&
    'failure' in answer
  );
}

function wrongKey(): Result<never> {
  return failure(
    'wrongPassword',
    '这把钥匙打不开这份数据：钥匙文件和数据文件不是同一所学校的。请用同一份备份恢复这两个文件。',
  );
}

function answerOf(error: unknown): Result<never> {
  const known = databaseFailureOf(error);
  if (known) return { ok: false, failure: known };
  throw error;
}
