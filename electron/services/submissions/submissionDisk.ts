import { access, mkdir, readdir, readFile, rename, rm, statfs } from 'node:fs/promises';
import { writeBytesAtomically, type WrittenFile } from '../../documents/atomicWrite.ts';
import type { Result } from '../../../shared/kernel/result.ts';

/** The stick, as writing a submission needs it; tests put a failing one in its place. Errors of the system are thrown. */
export interface SubmissionDisk {
  readonly freeBytes: (folder: string) => Promise<number>;
  readonly exists: (path: string) => Promise<boolean>;
  readonly list: (folder: string) => Promise<readonly string[]>;
  readonly readText: (path: string) => Promise<string>;
  readonly makeFolder: (path: string) => Promise<void>;
  /** Into an existing folder; the content is read back and compared. */
  readonly writeFile: (path: string, content: Uint8Array | string) => Promise<Result<WrittenFile>>;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
}

export const realDisk: SubmissionDisk = {
  freeBytes: async (folder) => {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  },
  exists: (path) =>
    access(path).then(
      () => true,
      () => false,
    ),
  list: (folder) => readdir(folder),
  readText: (path) => readFile(path, 'utf8'),
  makeFolder: async (path) => {
    await mkdir(path);
  },
  writeFile: writeBytesAtomically,
  rename,
  remove: (path) => rm(path, { recursive: true, force: true }),
};
