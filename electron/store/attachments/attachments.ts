import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { failure, success, type Result } from '../../../shared/kernel/result.ts';
import type { AttachmentRef } from '../../../shared/ledger/field.ts';
import { isFileError } from '../backups/backupFiles.ts';
import { recogniseFile } from './fileTypes.ts';
import type { ReadHandle, WriteHandle } from '../handles.ts';
import { preparePicture } from './pictures.ts';
import { allRows, execute, firstRow, tables } from '../query.ts';
import type { SchoolFolder } from '../schoolFolder.ts';
import type { Store } from '../store.ts';
import { writeFileSafely } from '../writeFileSafely.ts';

/** Largest attachment, in bytes. */
const maxAttachmentBytes = 40 * 1024 * 1024;

/** Larger ones take a while to encrypt and to write. */
const quickBytes = 1024 * 1024;

const signature = Buffer.from('SLA1');
const nonceLength = 12;
const tagLength = 16;

export interface AddedAttachment {
  readonly ref: AttachmentRef;
  /** Size as kept, after scaling. */
  readonly bytes: number;
  readonly takenOn: string | null;
}

/**
 * Checks, scales (photos), encrypts and keeps a file; the same content is kept once. The file is on disk before its row
 * is written, so a crash leaves at most a file too many. `write` is to run its work in one transaction. Failures:
 * `invalidInput` (kind of file, size, damaged picture), `fileProblem`.
 */
export async function addAttachment(
  { folder, dataKey }: Store,
  write: (work: (w: WriteHandle) => void) => void,
  bytes: Uint8Array,
  { name, kind }: { readonly name: string; readonly kind: string },
): Promise<Result<AddedAttachment>> {
  if (bytes.length === 0) return failure('invalidInput', `“${name}”是空文件，请检查后再添加。`);
  if (bytes.length > maxAttachmentBytes) {
    return failure('invalidInput', `“${name}”超过 40 MB，请压缩或拆分后再添加。`);
  }
  const type = recogniseFile(name, bytes);
  if (!type.ok) return type;
  const { mediaType } = type.value;
  const prepared = mediaType.startsWith('image/')
    ? await preparePicture(name, bytes, type.value)
    : success({ bytes, takenOn: null });
  if (!prepared.ok) return prepared;
  const { bytes: content, takenOn } = prepared.value;
  const id = contentId(dataKey, content);
  try {
    keepFile(folder, dataKey, id, content);
  } catch (error) {
    if (!isFileError(error)) throw error;
    return failure('fileProblem', `附件“${name}”没有保存：磁盘已满或不能写入。请清理磁盘后再试。`);
  }
  write((w) => {
    execute(
      w,
      tables
        .insertInto('attachment')
        .values({
          id,
          media_type: mediaType,
          bytes: content.length,
          taken_on: takenOn,
          created_at: w.change.at,
          created_by: w.change.accountName,
        })
        .onConflict((conflict) => conflict.column('id').doNothing()),
    );
  });
  return success({ ref: { id, kind, name }, bytes: content.length, takenOn });
}

/** Whether `addAttachment` takes but a moment: for small files that are no pictures. */
export function isQuicklyAdded(name: string, bytes: Uint8Array): boolean {
  if (bytes.length > quickBytes) return false;
  const type = recogniseFile(name, bytes);
  return !type.ok || !type.value.mediaType.startsWith('image/');
}

/** The content of an attachment. Failures: `notFound`, `damaged`. */
export function readAttachment(store: Store, id: string): Result<{ bytes: Uint8Array; mediaType: string }> {
  const row = firstRow(store.read, tables.selectFrom('attachment').select('media_type').where('id', '=', id));
  const path = join(store.folder.attachments, id);
  if (!row || !existsSync(path)) {
    return failure('notFound', '没有找到这个附件的文件，可能已被移走。可以从备份里恢复。');
  }
  const bytes = decrypt(store.dataKey, id, readFileSync(path));
  return bytes
    ? success({ bytes, mediaType: row.media_type })
    : failure('damaged', '这个附件的文件已损坏，打不开。可以从备份里恢复。');
}

export interface AttachmentMeta {
  readonly id: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly takenOn: string | null;
}

/** What is known of attachments without opening them, by id. */
export function attachmentMetas(h: ReadHandle, ids: readonly string[]): ReadonlyMap<string, AttachmentMeta> {
  if (ids.length === 0) return new Map();
  const rows = allRows(
    h,
    tables
      .selectFrom('attachment')
      .select(['id', 'media_type as mediaType', 'bytes', 'taken_on as takenOn'])
      .where('id', 'in', ids),
  );
  return new Map(rows.map((row) => [row.id, row]));
}

export interface AttachmentReport {
  readonly total: number;
  readonly missing: number;
  readonly damaged: number;
  /** Files that belong to no row, e.g. after a crash between file and row. */
  readonly orphans: number;
}

/** Opens every attachment and counts what is wrong. */
export function checkAttachments(store: Store): AttachmentReport {
  const known = allRows(store.read, tables.selectFrom('attachment').select('id')).map(({ id }) => id);
  const { attachments } = store.folder;
  const files = new Set(existsSync(attachments) ? readdirSync(attachments) : []);
  const missing = known.filter((id) => !files.has(id));
  const damaged = known.filter((id) => files.has(id) && !readAttachment(store, id).ok);
  const rows = new Set(known);
  return {
    total: known.length,
    missing: missing.length,
    damaged: damaged.length,
    orphans: [...files].filter((name) => !rows.has(name)).length,
  };
}

function keepFile(folder: SchoolFolder, dataKey: Uint8Array, id: string, content: Uint8Array): void {
  const path = join(folder.attachments, id);
  if (existsSync(path)) return;
  mkdirSync(folder.attachments, { recursive: true });
  writeFileSafely(path, encrypt(dataKey, id, content));
}

/** Keyed, so that nobody can tell from the file's name whether a known document is among the attachments. */
function contentId(dataKey: Uint8Array, content: Uint8Array): string {
  return createHmac('sha256', subKey(dataKey, 'attachment id')).update(content).digest('hex');
}

function encrypt(dataKey: Uint8Array, id: string, content: Uint8Array): Buffer {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', subKey(dataKey, 'attachment content'), nonce);
  cipher.setAAD(Buffer.from(id));
  const sealed = Buffer.concat([cipher.update(content), cipher.final()]);
  return Buffer.concat([signature, nonce, sealed, cipher.getAuthTag()]);
}

function decrypt(dataKey: Uint8Array, id: string, stored: Buffer): Uint8Array | null {
  const start = signature.length + nonceLength;
  if (stored.length < start + tagLength || !stored.subarray(0, signature.length).equals(signature))
    return null;
  const nonce = stored.subarray(signature.length, start);
  const decipher = createDecipheriv('aes-256-gcm', subKey(dataKey, 'attachment content'), nonce);
  decipher.setAAD(Buffer.from(id)).setAuthTag(stored.subarray(-tagLength));
  try {
    return Buffer.concat([decipher.update(stored.subarray(start, -tagLength)), decipher.final()]);
  } catch {
    return null;
  }
}

function subKey(dataKey: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', dataKey, '', purpose, 32));
}
