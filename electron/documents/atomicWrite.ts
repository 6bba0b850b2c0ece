import { createHash, randomUUID, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { failure, success, type Result } from '../../shared/kernel/result.ts';

export interface WrittenFile {
  readonly bytes: number;
  /** Hex digest of the content that was read back. */
  readonly sha256: string;
}

/**
 * Writes a file so that its name shows either the old content or the whole new one: temporary name in the same
 * folder, fsync, read back and compare, rename. A stick may vanish at any moment; the failure sentence then says what
 * is there.
 * @param temporary named by a caller that may have to clear up after a thread it ended
 * @param produce writes the content into the stream and ends it; its own failure is passed on and nothing stays behind
 */
export async function writeAtomically(
  path: string,
  produce: (stream: Writable) => Promise<Result<unknown>>,
  temporary = temporaryPathOf(path, randomUUID()),
): Promise<Result<WrittenFile>> {
  const existed = await exists(path);
  try {
    const written = await writeTemporary(temporary, produce);
    if (!written.ok) return written;
    const readBack = await hashFile(temporary);
    if (readBack !== written.value.sha256)
      return failure(
        'fileProblem',
        `写进去的内容和读出来的不一致，磁盘或 U 盘可能有问题。${whatIsThere(existed)}请换一个 U 盘或文件夹再试。`,
      );
    await rename(temporary, path);
    await syncFolder(dirname(path));
    return written;
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    return failure('fileProblem', `${reasonOf(code)}${whatIsThere(existed)}`);
  } finally {
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}

/** Where a file lies until it is whole: the same folder, so that the rename can't cross drives. */
export function temporaryPathOf(path: string, token: string): string {
  return join(dirname(path), `.${basename(path).slice(0, 60)}.${token}.tmp`);
}

/** `writeAtomically` for content that is already in memory. */
export function writeBytesAtomically(
  path: string,
  content: Uint8Array | string,
): Promise<Result<WrittenFile>> {
  return writeAtomically(path, async (stream) => {
    await pipeline([content], stream);
    return success(null);
  });
}

/** SHA-256 of a file's content, hex. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

async function writeTemporary(
  path: string,
  produce: (stream: Writable) => Promise<Result<unknown>>,
): Promise<Result<WrittenFile>> {
  await using file = await open(path, 'wx');
  const stream = new HashingFileStream(file);
  const produced = await produce(stream);
  if (!produced.ok) return produced;
  await stream.whenFinished;
  await file.sync();
  return success({ bytes: stream.bytes, sha256: stream.digest() });
}

/** Writes to an open file and hashes what it writes. */
class HashingFileStream extends Writable {
  readonly whenFinished: Promise<void>;
  bytes = 0;
  readonly #file: FileHandle;
  readonly #hash: Hash = createHash('sha256');

  constructor(file: FileHandle) {
    super();
    this.#file = file;
    this.whenFinished = new Promise((resolve, reject) => {
      this.once('finish', resolve);
      this.once('error', reject);
    });
    // The failure also reaches whoever writes into the stream; without this it would count as unhandled.
    this.whenFinished.catch(() => undefined);
  }

  digest(): string {
    return this.#hash.digest('hex');
  }

  override _write(chunk: Uint8Array, _encoding: string, done: (error?: Error | null) => void): void {
    this.#hash.update(chunk);
    this.bytes += chunk.length;
    this.#file.writeFile(chunk).then(() => {
      done();
    }, done);
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Makes the rename itself durable; Windows has no such call for folders. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  await using folder = await open(path, 'r');
  await folder.sync();
}

function whatIsThere(existed: boolean): string {
  return existed ? '原来的同名文件没有改动。' : '目标位置没有留下不完整的文件。';
}

function reasonOf(code: string): string {
  switch (code) {
    case 'ENOSPC':
      return '磁盘或 U 盘空间不够，没有写成。请腾出空间后再试。';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'EBUSY':
      return '没有写成：文件正被别的程序打开，或这个位置不许写入。请关闭打开它的程序，或换一个文件夹。';
    case 'ENAMETOOLONG':
      return '没有写成：文件名或文件夹路径太长。请换一个短一些的位置。';
    default:
      return '没有写成：目标位置找不到，U 盘可能已拔出。请插好 U 盘或换一个文件夹再试。';
  }
}

function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
