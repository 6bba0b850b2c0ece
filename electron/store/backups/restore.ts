import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { failure, success, type Result } from '../../../shared/kernel/result.ts';
import { copyDurably, describeFile, freeBackupPath, isFileError } from './backupFiles.ts';
import {
  attachmentStoreName,
  hashFile,
  manifestFileName,
  readManifest,
  type BackupManifest,
} from './backupManifest.ts';
import { databaseFailureOf, openDatabase } from '../database.ts';
import { databaseFileName, keyFileName, type SchoolFolder } from '../schoolFolder.ts';
import { syncFolder, writeFileSafely } from '../writeFileSafely.ts';

const walName = `${databaseFileName}-wal`;
const stagedNames = [databaseFileName, walName, keyFileName];

export interface RestoreOptions {
  readonly clock: { readonly now: () => string };
  /** With the key of the backup, every page of it is read before anything is replaced. */
  readonly dataKey?: Uint8Array;
}

export interface Restored {
  /** Where the replaced state is kept; `null` when the folder was empty. */
  readonly replaced: string | null;
  /** Attachments that neither the backup nor this PC has. */
  readonly missingAttachments: number;
}

/** A backup that has been copied beside the present state and found whole. */
export interface PreparedRestore {
  readonly path: string;
  readonly missingAttachments: number;
}

/**
 * Makes a backup the present state of a folder; the store must be closed. Works while locked: the backup brings its own
 * key file. Until the last moment the old state stands; it is kept as a backup. Failures: `fileProblem` (no backup,
 * stick pulled, disk full), `damaged` (the backup doesn't match its own list). They leave everything as it was.
 */
export function restoreBackup(folder: SchoolFolder, path: string, options: RestoreOptions): Result<Restored> {
  const prepared = prepareRestore(folder, path, options.dataKey);
  return prepared.ok ? completeRestore(folder, prepared.value, options.clock) : prepared;
}

/** First half of `restoreBackup`: copies and checks. The store may be open meanwhile; its files are not touched. */
export function prepareRestore(
  folder: SchoolFolder,
  path: string,
  dataKey?: Uint8Array,
): Result<PreparedRestore> {
  const manifest = readManifest(path);
  const names = new Set(manifest?.files.map(({ name }) => name));
  if (!manifest || !names.has(databaseFileName) || !names.has(keyFileName)) {
    return failure('fileProblem', `“${path}”不是完整的备份。请选择名字以“台账备份_”开头的文件夹。`);
  }
  const staging = stagingOf(folder);
  return guarded(folder, () => {
    mkdirSync(folder.root, { recursive: true });
    finishRestore(folder);
    rmSync(staging, { recursive: true, force: true });
    mkdirSync(staging);
    const staged = stage(path, manifest, staging, dataKey);
    if (!staged.ok) {
      rmSync(staging, { recursive: true, force: true });
      return staged;
    }
    return success({ path, missingAttachments: fetchAttachments(folder, path, manifest) });
  });
}

/** Second half of `restoreBackup`: keeps the present state and puts the prepared one in its place. */
export function completeRestore(
  folder: SchoolFolder,
  { path, missingAttachments }: PreparedRestore,
  clock: RestoreOptions['clock'],
): Result<Restored> {
  return guarded(folder, () => {
    const replaced = keepPresentState(folder, clock.now());
    writeFileSafely(markerOf(folder), JSON.stringify({ from: path }));
    finishRestore(folder);
    return success({ replaced, missingAttachments });
  });
}

/** Answers errors of disk and file with their sentence, and clears up what only half exists. */
function guarded<T>(folder: SchoolFolder, work: () => Result<T>): Result<T> {
  try {
    return work();
  } catch (error) {
    const known = databaseFailureOf(error);
    if (!known && !isFileError(error)) throw error;
    if (!existsSync(markerOf(folder))) rmSync(stagingOf(folder), { recursive: true, force: true });
    return known?.kind === 'damaged'
      ? damagedBackup()
      : failure(
          'fileProblem',
          '恢复没有完成：备份所在的磁盘已拔出，或者这台电脑的磁盘已满。现有数据没有受影响，请检查后再试。',
        );
  }
}

/** Completes a restore that a crash interrupted after everything had been prepared; does nothing otherwise. */
export function finishRestore(folder: SchoolFolder): void {
  if (!existsSync(markerOf(folder))) return;
  const staging = stagingOf(folder);
  if (existsSync(join(staging, databaseFileName))) {
    // A log of the old database must never meet the new one.
    for (const suffix of ['-wal', '-shm']) rmSync(folder.database + suffix, { force: true });
  }
  for (const name of stagedNames) {
    if (existsSync(join(staging, name))) renameSync(join(staging, name), join(folder.root, name));
  }
  syncFolder(folder.root);
  rmSync(markerOf(folder), { force: true });
  rmSync(staging, { recursive: true, force: true });
}

function stage(
  path: string,
  manifest: BackupManifest,
  staging: string,
  dataKey: Uint8Array | undefined,
): Result<null> {
  for (const file of manifest.files.filter(({ name }) => stagedNames.includes(name))) {
    if (!existsSync(join(path, file.name))) return damagedBackup();
    copyDurably(join(path, file.name), join(staging, file.name));
    if (hashFile(join(staging, file.name)) !== file.sha256) return damagedBackup();
  }
  if (dataKey && !isSound(join(staging, databaseFileName), dataKey)) return damagedBackup();
  return success(null);
}

function isSound(database: string, dataKey: Uint8Array): boolean {
  const copy = openDatabase(database, dataKey, { readonly: true });
  try {
    return copy.pragma('integrity_check(1)', { simple: true }) === 'ok';
  } finally {
    copy.close();
  }
}

function fetchAttachments(folder: SchoolFolder, path: string, manifest: BackupManifest): number {
  const kept = join(dirname(path), attachmentStoreName);
  let missing = 0;
  mkdirSync(folder.attachments, { recursive: true });
  for (const id of manifest.attachments) {
    const to = join(folder.attachments, id);
    if (existsSync(to)) continue;
    if (existsSync(join(kept, id))) {
      copyDurably(join(kept, id), `${to}.tmp`);
      renameSync(`${to}.tmp`, to);
    } else {
      missing += 1;
    }
  }
  return missing;
}

/** Copies the files as they are, log included: nobody holds the key here. */
function keepPresentState(folder: SchoolFolder, now: string): string | null {
  const present = stagedNames.filter((name) => existsSync(join(folder.root, name)));
  if (!present.includes(databaseFileName)) return null;
  mkdirSync(folder.backups, { recursive: true });
  const path = freeBackupPath(folder.backups, now);
  mkdirSync(path);
  for (const name of present) copyDurably(join(folder.root, name), join(path, name));
  const manifest: BackupManifest = {
    format: 1,
    takenAt: now,
    reason: 'beforeRestore',
    verified: false,
    records: null,
    files: present.map((name) => describeFile(join(path, name), name)),
    attachments: readdirSync(folder.attachments).filter((name) => /^[0-9a-f]{64}$/.test(name)),
  };
  writeFileSafely(join(path, manifestFileName), JSON.stringify(manifest));
  return path;
}

function damagedBackup(): Result<never> {
  return failure('damaged', '这份备份已损坏或不完整，没有用它恢复，现有数据没有受影响。请换一份备份。');
}

function stagingOf(folder: SchoolFolder): string {
  return join(folder.root, 'restoring');
}

function markerOf(folder: SchoolFolder): string {
  return join(folder.root, 'restore.pending');
}
