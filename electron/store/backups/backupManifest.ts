import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Written last, so a folder without it is a backup that was never finished. */
export const manifestFileName = 'manifest.json';

/** Beside the backup folders, shared by them: attachments never change, so each is kept once. */
export const attachmentStoreName = '台账备份_附件';

const manifestSchema = z.object({
  format: z.literal(1),
  takenAt: z.iso.datetime(),
  reason: z.enum(['automatic', 'manual', 'beforeMigration', 'beforeRestore']),
  /** The database could be opened and every page was read. */
  verified: z.boolean(),
  records: z.int().nullable(),
  files: z
    .array(z.object({ name: z.string().regex(/^[\w.-]+$/), bytes: z.int(), sha256: z.string() }))
    .max(20),
  attachments: z.array(z.string().regex(/^[0-9a-f]{64}$/)),
});
export type BackupManifest = z.infer<typeof manifestSchema>;

/** The manifest of a backup folder; `null` when it is none or unfinished. */
export function readManifest(path: string): BackupManifest | null {
  try {
    const parsed = manifestSchema.safeParse(JSON.parse(readFileSync(join(path, manifestFileName), 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** SHA-256 of a file of any size, in hex. */
export function hashFile(path: string): string {
  const hash = createHash('sha256');
  const buffer = Buffer.alloc(1 << 20);
  const file = openSync(path, 'r');
  try {
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer)) {
      hash.update(buffer.subarray(0, read));
    }
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}
