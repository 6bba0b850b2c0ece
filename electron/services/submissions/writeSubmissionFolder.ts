import { join } from 'node:path';
import { failure, success, type Result } from '../../../shared/kernel/result.ts';
import { manifestName } from './manifest.ts';
import { realDisk, type SubmissionDisk } from './submissionDisk.ts';
import { verifySubmission } from './verifySubmission.ts';

export interface SubmissionContent {
  /** Existing folder, usually the root of a stick. */
  readonly target: string;
  /** Name of the folder that is made in it. */
  readonly folderName: string;
  /** Tells this attempt from earlier ones; letters and digits. */
  readonly attempt: string;
  /** Names are relative, with `/`. */
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly manifestText: string;
}

/** Room for the file system's own needs. */
const spareBytes = 1_000_000;

/**
 * Writes a submission beside an older one and swaps them at the very end, so that the stick always holds the old one, the
 * new one or none: files, each read back; manifest last; the whole held against it; swap. A failure's sentence says which
 * of the three it is. An attempt that was torn off is cleared up by the next one.
 */
export async function writeSubmissionFolder(
  content: SubmissionContent,
  progress: (phrase: string, done: number, total: number) => void,
  disk: SubmissionDisk = realDisk,
): Promise<Result<{ readonly folder: string }>> {
  const { target, folderName, attempt, files } = content;
  const folder = join(target, folderName);
  const temporary = join(target, leftoverName(folderName, attempt, 'tmp'));
  const setAside = join(target, leftoverName(folderName, attempt, 'old'));
  let begun = false;
  try {
    await settleSubmission(target, folderName, disk);
    const needed = files.reduce((sum, file) => sum + file.bytes.length, content.manifestText.length);
    const free = await disk.freeBytes(target);
    if (free < needed + spareBytes)
      return failure(
        'fileProblem',
        `空间不够：需要 ${megabytes(needed + spareBytes)} MB，只剩 ${megabytes(free)} MB。${standingWords[(await disk.exists(folder)) ? 'old' : 'none']}请腾出空间或换一个 U 盘。`,
      );
    await disk.makeFolder(temporary);
    begun = true;
    const written = await writeFiles(temporary, content, progress, disk);
    if (!written.ok) return await giveUp(written, content, begun, disk);
    progress('正在核对', files.length, files.length);
    const verified = await verifySubmission(temporary);
    if (!verified.ok) return await giveUp(verified, content, begun, disk);
    if (await disk.exists(folder)) await disk.rename(folder, setAside);
    await disk.rename(temporary, folder);
    // The new one is in its place; an old one that can't be removed now goes with the next attempt.
    await disk.remove(setAside).catch(() => undefined);
    return success({ folder });
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === null) throw error;
    return giveUp(failure('fileProblem', reason), content, begun, disk);
  }
}

/**
 * Clears up after attempts that were torn off: unfinished folders go, and an old submission that was already set aside
 * comes back to its place unless the new one got there.
 */
async function settleSubmission(target: string, folderName: string, disk: SubmissionDisk): Promise<void> {
  const folder = join(target, folderName);
  const leftovers = (await disk.list(target)).filter((name) => name.startsWith(`.${folderName}.`));
  for (const name of leftovers) {
    const path = join(target, name);
    if (name.endsWith('.old') && !(await disk.exists(folder))) await disk.rename(path, folder);
    else if (name.endsWith('.old') || name.endsWith('.tmp')) await disk.remove(path);
  }
}

async function writeFiles(
  temporary: string,
  { files, manifestText }: SubmissionContent,
  progress: (phrase: string, done: number, total: number) => void,
  disk: SubmissionDisk,
): Promise<Result<null>> {
  const folders = new Set(files.flatMap(({ name }) => foldersOf(name)));
  for (const folder of folders) await disk.makeFolder(join(temporary, ...folder.split('/')));
  for (const [index, file] of files.entries()) {
    progress(`正在写入“${file.name}”`, index, files.length);
    const written = await disk.writeFile(join(temporary, ...file.name.split('/')), file.bytes);
    if (!written.ok) return written;
  }
  const written = await disk.writeFile(join(temporary, manifestName), manifestText);
  return written.ok ? success(null) : written;
}

/** Folders that a file lies in, the outer ones first: `a/b/c.docx` → `a`, `a/b`. */
function foldersOf(name: string): string[] {
  const parts = name.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** What the stick holds: the submission of this attempt, an earlier one, none, or nobody can say. */
export type Standing = 'new' | 'old' | 'none' | 'unreachable';

export const standingWords: Readonly<Record<Exclude<Standing, 'new'>, string>> = {
  old: '这里仍是上次的上报包，没有改动。',
  none: '这里没有留下上报包。',
  unreachable: '上次的上报包如果有，仍然完好；没有写完的部分下次上报时会自动清理。',
};

/** Clears up after an attempt that did not come to its end, as far as the stick can still be reached. */
export async function clearUp(
  { target, folderName, manifestText }: Omit<SubmissionContent, 'files' | 'attempt'>,
  disk: SubmissionDisk = realDisk,
): Promise<Standing> {
  const folder = join(target, folderName);
  try {
    await settleSubmission(target, folderName, disk);
    if (!(await disk.exists(folder))) return 'none';
    return (await disk.readText(join(folder, manifestName))) === manifestText ? 'new' : 'old';
  } catch {
    return 'unreachable';
  }
}

/** The failure as a sentence that ends with what the stick holds. */
async function giveUp(
  failed: Result<never>,
  content: SubmissionContent,
  begun: boolean,
  disk: SubmissionDisk,
): Promise<Result<{ readonly folder: string }>> {
  if (failed.ok) return failed;
  const temporary = join(content.target, leftoverName(content.folderName, content.attempt, 'tmp'));
  // A folder that is gone means another disk: the place where a stick was mounted can outlive the stick.
  const vanished = begun && !(await disk.exists(temporary));
  const standing = vanished ? 'unreachable' : await clearUp(content, disk);
  if (standing === 'new') return success({ folder: join(content.target, content.folderName) });
  const [reason] = failed.failure.sentence.split('。');
  return failure(
    failed.failure.kind,
    `${reason ?? ''}。${standingWords[standing]}请检查 U 盘后再试，或换一个 U 盘。`,
  );
}

function leftoverName(folderName: string, attempt: string, ending: 'tmp' | 'old'): string {
  return `.${folderName}.${attempt}.${ending}`;
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}

/** `null` for what is not an error of the file system. */
function reasonOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  switch (error.code) {
    case 'ENOSPC':
      return 'U 盘或磁盘空间不够，没有写成。';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'EBUSY':
      return 'U 盘或文件夹不许写入，没有写成。';
    default:
      return '没有写成，U 盘可能已拔出。';
  }
}
