import type BetterSqlite3 from 'better-sqlite3';
import { failure, success, type Result } from '../../../shared/kernel/result.ts';

/** One numbered step; steps are never changed once a version with them is in use. */
export interface Migration {
  /** Counts from 1 without gaps. */
  readonly number: number;
  readonly name: string;
  /** Changes structure and rows; runs in the migrator's transaction and must neither begin nor end one. */
  readonly up: (db: BetterSqlite3.Database) => void;
}

function latestNumber(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.number ?? 0;
}

/** Refuses a file that a newer program has written; reads only. */
export function checkVersion(version: number, migrations: readonly Migration[]): Result<null> {
  return version > latestNumber(migrations)
    ? failure(
        'newerFile',
        '这份数据是由更新版本的程序保存的，当前版本无法打开，文件未作任何改动。请先升级本程序，再打开。',
      )
    : success(null);
}

/**
 * Brings the file to the newest structure: all missing steps in one transaction. `backUp` runs before, when the
 * file already holds something; when it fails, nothing is changed and its failure is the answer.
 * @returns the numbers of the steps taken
 */
export function migrate(
  db: BetterSqlite3.Database,
  migrations: readonly Migration[],
  backUp: () => Result<unknown>,
): Result<readonly number[]> {
  assertNumbered(migrations);
  const version = readVersion(db);
  const allowed = checkVersion(version, migrations);
  if (!allowed.ok) return allowed;
  const missing = migrations.filter((step) => step.number > version);
  if (missing.length === 0) return success([]);
  if (version > 0) {
    const kept = backUp();
    if (!kept.ok) return kept;
  }
  db.transaction(() => {
    for (const step of missing) step.up(db);
    db.pragma(`user_version = ${latestNumber(missing)}`);
  }).immediate();
  return success(missing.map((step) => step.number));
}

export function readVersion(db: BetterSqlite3.Database): number {
  return db.pragma('user_version', { simple: true }) as number;
}

function assertNumbered(migrations: readonly Migration[]): void {
  migrations.forEach((step, index) => {
    if (step.number !== index + 1) throw new Error(`Migration ${step.name} should have number ${index + 1}.`);
  });
}
