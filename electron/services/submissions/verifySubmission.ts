import { readdir, readFile, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { failure, type Result } from '../../../shared/kernel/result.ts';
import { hashFile } from '../../documents/atomicWrite.ts';
import { manifestName, readManifest, type SignedManifest } from './manifest.ts';

/**
 * Holds a submission folder against its manifest: signature, every file's size and SHA-256, and nothing added.
 * Failure `notFound` without a readable manifest, `damaged` with one sentence that names the first difference.
 * The signature proves that nothing changed since; whose key it is, the receiver has to know.
 */
export async function verifySubmission(folder: string): Promise<Result<SignedManifest>> {
  const text = await readFile(join(folder, manifestName), 'utf8').catch(() => null);
  if (text === null)
    return failure('notFound', '这个文件夹里没有上报清单（manifest.json），它不是完整的上报包。请重新选择。');
  const read = readManifest(text);
  if (!read.ok) return read;
  const { files } = read.value.manifest;
  for (const file of files) {
    const path = join(folder, ...file.name.split('/'));
    const size = await stat(path).then(
      (found) => found.size,
      () => null,
    );
    if (size === null) return failure('damaged', `上报包里缺少“${file.name}”。请重新生成上报包。`);
    if (size !== file.bytes || (await hashFile(path)) !== file.sha256)
      return failure('damaged', `“${file.name}”的内容和清单不一致，可能被改动或没有拷完。请重新生成上报包。`);
  }
  const listed = new Set([manifestName, ...files.map(({ name }) => name)]);
  const extra = (await filesIn(folder)).find((name) => !listed.has(name));
  return extra === undefined
    ? read
    : failure('damaged', `上报包里多出了清单上没有的“${extra}”。请删除它或重新生成上报包。`);
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
    );
}
