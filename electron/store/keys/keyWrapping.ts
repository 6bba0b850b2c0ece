import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { z } from 'zod';

/** How dear it is to try a password (RFC 7914). */
const scryptCostSchema = z.object({
  N: z
    .int()
    .min(2 ** 10)
    .max(2 ** 20),
  r: z.int().min(1).max(16),
  p: z.int().min(1).max(4),
});
export type ScryptCost = z.infer<typeof scryptCostSchema>;

/** About half a second and 128 MB on an office PC. */
export const standardCost: ScryptCost = { N: 2 ** 17, r: 8, p: 1 };

const bytes = z.base64().max(1000);
export const wrappedKeySchema = z.object({
  cost: scryptCostSchema,
  salt: bytes,
  nonce: bytes,
  sealed: bytes,
  tag: bytes,
});
export type WrappedKey = z.infer<typeof wrappedKeySchema>;

/**
 * Encrypts a key with AES-256-GCM under a key derived from the secret. `purpose` is bound to it, so that one slot's
 * content doesn't open in another's place.
 */
export function wrapKey(key: Uint8Array, secret: string, purpose: string, cost = standardCost): WrappedKey {
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', derive(secret, salt, cost), nonce).setAAD(
    Buffer.from(purpose),
  );
  const sealed = Buffer.concat([cipher.update(key), cipher.final()]);
  const text = (content: Buffer): string => content.toString('base64');
  return { cost, salt: text(salt), nonce: text(nonce), sealed: text(sealed), tag: text(cipher.getAuthTag()) };
}

/** The key, or `null` when the secret is wrong or the wrapping was changed. */
export function unwrapKey(wrapped: WrappedKey, secret: string, purpose: string): Uint8Array | null {
  const content = (text: string): Buffer => Buffer.from(text, 'base64');
  const tag = content(wrapped.tag);
  const nonce = content(wrapped.nonce);
  if (tag.length !== 16 || nonce.length !== 12) return null;
  const derived = derive(secret, content(wrapped.salt), wrapped.cost);
  const decipher = createDecipheriv('aes-256-gcm', derived, nonce)
    .setAAD(Buffer.from(purpose))
    .setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(content(wrapped.sealed)), decipher.final()]);
  } catch {
    return null;
  }
}

function derive(secret: string, salt: Buffer, { N, r, p }: ScryptCost): Buffer {
  // Node's default memory limit is below what the standard cost needs.
  return scryptSync(secret.normalize('NFKC'), salt, 32, { N, r, p, maxmem: 256 * N * r });
}
