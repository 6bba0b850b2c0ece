import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { behaviours } from '#electron/services/behaviours.ts';
import type { Change, WriteHandle } from '#electron/store/handles.ts';
import { createKeyFile, type AccountName } from '#electron/store/keys/keyFile.ts';
import type { ScryptCost } from '#electron/store/keys/keyWrapping.ts';
import { dataKeyLength, openDatabase } from '#electron/store/database.ts';
import { migrations } from '#electron/store/migrations/index.ts';
import { migrate } from '#electron/store/schema/migrator.ts';
import { schoolFolder, type SchoolFolder } from '#electron/store/schoolFolder.ts';
import { openStore, type Store, type StoreOptions } from '#electron/store/store.ts';
import { createUuid } from '#shared/kernel/ids.ts';
import { success, type Failure, type Result } from '#shared/kernel/result.ts';
import type { AnyLedger } from '#shared/ledger/definition.ts';
import { createStatements, tablesOf } from '#shared/ledger/tables.ts';

/** Derives keys in about a millisecond. */
export const cheapCost: ScryptCost = { N: 1024, r: 8, p: 1 };

export const schoolId = '01938000-0000-7000-8000-000000000001';

export interface TemporarySchool {
  readonly store: Store;
  readonly folder: SchoolFolder;
  readonly dataKey: Uint8Array;
  readonly recoveryCode: string;
  readonly password: string;
  readonly account: AccountName;
  /** Stands still at 2026-11-24 14:30 in China until `setNow` moves it. */
  readonly clock: { readonly now: () => string; readonly today: () => string };
  setNow(instant: string): void;
  /** The tables of every write since the file was opened. */
  readonly written: readonly (readonly string[])[];
  /** Who saves: the school's account at the clock's time. */
  change(more?: Partial<Change>): Change;
  /** Writes in the name of the school's account. */
  readonly write: <T>(work: (w: WriteHandle) => T) => T;
  /** A new UUIDv7. */
  newId(): string;
  /** Opens the file again, after `store.close()`. */
  reopen(): Store;
  /** Closes the store and removes the folder. */
  remove(): void;
}

/**
 * A real, encrypted school in a temporary folder. `ledgers` replaces the program's own ledgers by others, whose tables
 * are made from their definitions.
 */
export function temporarySchool(options: { readonly ledgers?: readonly AnyLedger[] } = {}): TemporarySchool {
  const root = mkdtempSync(join(tmpdir(), 'school-'));
  const folder = schoolFolder(join(root, '学校'));
  let now = '2026-11-24T06:30:00.000Z';
  const clock = { now: () => now, today: () => now.slice(0, 10) };
  const password = '测试密码-2026';
  const account = { id: '01938000-0000-7000-8000-0000000000aa', name: '王办事' };
  const { dataKey, recoveryCode } = valueOf(
    createKeyFile(folder, { schoolName: '山丹县测试学校', account, password }, { cost: cheapCost }),
  );
  const written: string[][] = [];
  const storeOptions: StoreOptions = {
    clock,
    behaviours,
    onWritten: (tables) => written.push([...(tables ?? [])]),
    ...(options.ledgers ? { ledgers: options.ledgers, migrations: migrationsFor(options.ledgers) } : {}),
  };
  if (!options.ledgers) copyEmptyFile(folder.database, dataKey);
  const stores = [valueOf(openStore(folder, dataKey, { ...storeOptions, create: true }))];
  const openedStore = (): Store => {
    const current = stores.at(-1);
    if (!current) throw new Error('There is no store.');
    return current;
  };
  const change = (more: Partial<Change> = {}): Change => ({
    accountId: account.id,
    accountName: account.name,
    at: now,
    ...more,
  });
  return {
    get store() {
      return openedStore();
    },
    folder,
    dataKey,
    recoveryCode,
    password,
    account,
    clock,
    setNow: (instant) => {
      now = instant;
    },
    written,
    change,
    write: (work) => openedStore().write(change(), work),
    newId: () => createUuid(Date.parse(now), randomBytes(10)),
    reopen: () => {
      const store = valueOf(openStore(folder, dataKey, storeOptions));
      stores.push(store);
      return store;
    },
    remove: () => {
      for (const store of stores) store.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

const emptyFile = { key: randomBytes(dataKeyLength), path: '' };

/** An empty file of the newest structure under a key of its own; the structure, a tenth of a second's work, is made once. */
function copyEmptyFile(path: string, dataKey: Uint8Array): void {
  if (emptyFile.path === '') {
    const folder = mkdtempSync(join(tmpdir(), 'empty-school-'));
    process.once('exit', () => {
      rmSync(folder, { recursive: true, force: true });
    });
    emptyFile.path = join(folder, 'school.ledger');
    const made = openDatabase(emptyFile.path, emptyFile.key, { create: true });
    valueOf(migrate(made, migrations, () => success(null)));
    made.close();
  }
  copyFileSync(emptyFile.path, path);
  const copy = openDatabase(path, emptyFile.key);
  copy.pragma(`rekey = 'raw:${Buffer.from(dataKey).toString('hex')}'`);
  copy.close();
}

/** The system tables and the tables of the given ledgers, made from their definitions. */
export function migrationsFor(ledgers: readonly AnyLedger[]): typeof migrations {
  const statements = ledgers.flatMap((definition) => tablesOf(definition).flatMap(createStatements));
  const system = migrations.filter(({ name }) => name === 'system' || name === 'keptSums');
  return [
    { number: 1, name: 'system', up: (db) => system.forEach((step) => step.up(db)) },
    { number: 2, name: 'sampleLedgers', up: (db) => db.exec(statements.join(';')) },
  ];
}

/** The value of a result; a failure fails the test with its sentence. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.kind}: ${result.failure.sentence}`);
  return result.value;
}

/** The failure of a result; a success fails the test. */
export function failureOf(result: Result<unknown>): Failure {
  if (result.ok) throw new Error('A failure was expected.');
  return result.failure;
}
