import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import type { BackupInfo } from '../../../shared/contract/session.ts';
import { failure, success, type Result } from '../../../shared/kernel/result.ts';
import { copyDurably, describeFile, freeBackupPath, isFileError, syncFile } from './backupFiles.ts';
import {
  attachmentStoreName,
  manifestFileName,
  readManifest,
  type BackupManifest,
} from './backupManifest.ts';
import { databaseFailureOf, openDatabase } from '../database.ts';
import { databaseFileName, keyFileName, type SchoolFolder } from '../schoolFolder.ts';
import type { Store } from '../store.ts';
import { thin } from './thinning.ts';
import { syncFolder, writeFileSafely } from '../writeFileSafely.ts';

export { completeRestore, prepareRestore, restoreBackup, type Restored } from './restore.ts';
export { thin } from './thinning.ts';

export type BackupReason = BackupInfo['reason'];

/** What a backup is taken from; a `Store`, or a file that is just being opened. */
export interface BackupSource {
  readonly db: BetterSqlite3.Database;
  readonly folder: SchoolFolder;
  readonly dataKey: Uint8Array;
  readonly clock: { readonly now: () => string };
}

/**
 * Takes a backup into a folder (made when missing): database, key file, manifest and the attachments that the folder
 * doesn't have yet. It is opened and read through before it counts. In the school's own backup folder older backups
 * are thinned afterwards; in a second place nothing is ever removed. Failure `fileProblem`: full disk, pulled stick.
 */
export function createBackup(store: Store, target: string, reason: BackupReason): Result<BackupInfo> {
  const { folder, dataKey, clock } = store;
  const made = writeBackup({ db: store.read.db, folder, dataKey, clock }, target, reason);
  if (made.ok && target === folder.backups) removeThinned(target, clock.now());
  return made;
}

/** Takes a backup without thinning. */
export function writeBackup(source: BackupSource, target: string, reason: BackupReason): Result<BackupInfo> {
  let unfinished: string | null = null;
  try {
    mkdirSync(target, { recursive: true });
    const space = checkSpace(source, target);
    if (!space.ok) return space;
    const takenAt = source.clock.now();
    const path = freeBackupPath(target, takenAt);
    unfinished = `${path}.unfinished`;
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished);
    const database = join(unfinished, databaseFileName);
    // Not `db.backup()`, which can't copy encrypted files.
    source.db.prepare('VACUUM INTO ?').run(database);
    syncFile(database);
    if (existsSync(source.folder.keys)) copyDurably(source.folder.keys, join(unfinished, keyFileName));
    const attachments = copyAttachments(source, target);
    const records = checkDatabase(database, source);
    if (records === null) return unfinishedFailure(unfinished);
    const names = readdirSync(unfinished);
    const manifest: BackupManifest = {
      format: 1,
      takenAt,
      reason,
      verified: true,
      records,
      files: names.map((name) => describeFile(join(unfinished ?? path, name), name)),
      attachments,
    };
    writeFileSafely(join(unfinished, manifestFileName), JSON.stringify(manifest));
    renameSync(unfinished, path);
    syncFolder(target);
    return success(infoOf(path, manifest));
  } catch (error) {
    if (unfinished !== null) removeQuietly(unfinished);
    return backupFailure(error, target);
  }
}

/** The backup in a folder of its own; `null` when the folder is none. */
export function readBackup(path: string): BackupInfo | null {
  const manifest = readManifest(path);
  return manifest ? infoOf(path, manifest) : null;
}

/** Backups in a folder, newest first; unfinished ones are left out. */
export function listBackups(target: string): readonly BackupInfo[] {
  if (!existsSync(target)) return [];
  return readdirSync(target, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.endsWith('.unfinished'))
    .flatMap((entry) => readBackup(join(target, entry.name)) ?? [])
    .sort((a, b) => (a.takenAt < b.takenAt ? 1 : a.takenAt > b.takenAt ? -1 : a.path < b.path ? 1 : -1));
}

function infoOf(path: string, manifest: BackupManifest): BackupInfo {
  return {
    id: path,
    path,
    takenAt: manifest.takenAt,
    bytes: manifest.files.reduce((sum, file) => sum + file.bytes, 0),
    reason: manifest.reason,
    verified: manifest.verified,
  };
}

function removeThinned(target: string, now: string): void {
  const thinned = thin(listBackups(target), now);
  if (thinned.length === 0) return;
  for (const { path } of thinned) removeQuietly(path);
  const used = new Set(listBackups(target).flatMap(({ path }) => readManifest(path)?.attachments ?? []));
  const kept = join(target, attachmentStoreName);
  if (!existsSync(kept)) return;
  for (const name of readdirSync(kept)) if (!used.has(name)) removeQuietly(join(kept, name));
}

function checkSpace(source: BackupSource, target: string): Result<null> {
  const needed = statSync(source.folder.database).size * 1.1;
  const { bavail, bsize } = statfsSync(target);
  return bavail * bsize < needed
    ? failure(
        'fileProblem',
        `备份的位置空间不够：需要约 ${Math.ceil(needed / 1e6)} MB，只剩 ${Math.floor((bavail * bsize) / 1e6)} MB。请清理后再试，或换一个位置。`,
      )
    : success(null);
}

function copyAttachments(source: BackupSource, target: string): string[] {
  const ids = source.db.prepare<[], { id: string }>('SELECT id FROM attachment ORDER BY id').all();
  const kept = join(target, attachmentStoreName);
  for (const { id } of ids) {
    const from = join(source.folder.attachments, id);
    const to = join(kept, id);
    // A lost attachment is the health check's to report; it must not stop backups of all the rest.
    if (existsSync(to) || !existsSync(from)) continue;
    mkdirSync(kept, { recursive: true });
    copyDurably(from, `${to}.tmp`);
    renameSync(`${to}.tmp`, to);
  }
  return ids.map(({ id }) => id);
}

/** Opens the copy as a restore would and reads every page; `null` when it isn't whole. */
function checkDatabase(path: string, source: BackupSource): number | null {
  const copy = openDatabase(path, source.dataKey, { readonly: true });
  try {
    const sound = copy.pragma('integrity_check(1)', { simple: true }) === 'ok';
    return sound && countOf(copy) === countOf(source.db) ? countOf(copy) : null;
  } finally {
    copy.close();
  }
}

function countOf(db: BetterSqlite3.Database): number {
  const row = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM search_entry').get();
  return row?.n ?? 0;
}

function unfinishedFailure(path: string): Result<never> {
  removeQuietly(path);
  return failure('damaged', '刚做的备份核对不通过，已经丢弃。请检查备份的磁盘，并运行“数据体检”。');
}

function backupFailure(error: unknown, target: string): Result<never> {
  const known = databaseFailureOf(error);
  if (known?.kind === 'damaged') return { ok: false, failure: known };
  if (known || isFileError(error)) {
    return failure(
      'fileProblem',
      `没能备份到“${target}”：磁盘已拔出、已满或不能写入。原有数据没有受影响，请检查后再试。`,
    );
  }
  throw error;
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // The stick may be gone; an unfinished folder is ignored by every reader.
  }
}
