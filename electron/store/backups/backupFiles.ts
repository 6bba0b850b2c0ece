import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chinaTimeOf } from '../../../shared/kernel/plainDate.ts';
import { hashFile, type BackupManifest } from './backupManifest.ts';

/** `台账备份_2026-11-24_143000`, in Chinese time; a number follows when that second has one already. */
export function freeBackupPath(target: string, takenAt: string): string {
  const local = chinaTimeOf(takenAt);
  const name = `台账备份_${local.slice(0, 10)}_${local.slice(11, 19).replaceAll(':', '')}`;
  let path = join(target, name);
  for (let number = 2; existsSync(path); number += 1) path = join(target, `${name}_${number}`);
  return path;
}

export function describeFile(path: string, name: string): BackupManifest['files'][number] {
  return { name, bytes: statSync(path).size, sha256: hashFile(path) };
}

/** Copies a file and makes sure that it has reached the disk. */
export function copyDurably(from: string, to: string): void {
  copyFileSync(from, to);
  syncFile(to);
}

export function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** An error of the file system, as opposed to a programming mistake. */
export function isFileError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error;
}
