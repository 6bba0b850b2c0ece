import Database from 'better-sqlite3';
import type BetterSqlite3 from 'better-sqlite3';
import type { Failure } from '../../shared/kernel/result.ts';

/** Bytes of the data key. */
export const dataKeyLength = 32;

/** Opens an encrypted file with its raw key; nothing is read yet, so a wrong key shows at the first query. */
export function openDatabase(
  path: string,
  dataKey: Uint8Array,
  options: { readonly readonly?: boolean; readonly create?: boolean } = {},
): BetterSqlite3.Database {
  if (dataKey.length !== dataKeyLength) throw new Error('The data key has 32 bytes.');
  const db = new Database(path, {
    readonly: options.readonly ?? false,
    fileMustExist: !options.create,
    timeout: 15_000,
  });
  // The cipher must be named before the key is given.
  db.pragma(`cipher = 'aegis'`);
  db.pragma(`key = 'raw:${Buffer.from(dataKey).toString('hex')}'`);
  db.pragma('temp_store = MEMORY');
  db.pragma('trusted_schema = OFF');
  return db;
}

/** What a thrown database error means to the user, or `null` when it is a programming mistake. */
export function databaseFailureOf(error: unknown): Failure | null {
  if (!(error instanceof Database.SqliteError)) return null;
  const { code } = error;
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    return {
      kind: 'damaged',
      sentence: '数据文件已损坏，程序没有改动它。请用最近的备份恢复，原文件请保留备查。',
    };
  }
  if (code === 'SQLITE_FULL') {
    return { kind: 'fileProblem', sentence: '磁盘空间不足，这次没有保存。请清理磁盘后再试。' };
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return { kind: 'unavailable', sentence: '数据正被另一个程序使用，这次没有保存。请稍候再试。' };
  }
  if (/^SQLITE_(IOERR|CANTOPEN|READONLY|PERM|AUTH)/.test(code)) {
    return {
      kind: 'fileProblem',
      sentence: '数据文件暂时无法读写。请检查磁盘是否还在、是否有写入权限，然后重试。',
    };
  }
  return null;
}
