import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { z } from 'zod';
import type { Caller } from '../../ipc/handlers.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { getSetting, saveSetting } from '../../store/tables/settings.ts';

const settingKey = 'submissionKey';

/** Base64 of DER: SPKI and PKCS #8. */
const keyPairSchema = z.object({ publicKey: z.string(), privateKey: z.string() });
export type SchoolKey = z.infer<typeof keyPairSchema>;

/** The school's signing key (Ed25519), made with its first submission and kept in the encrypted file. */
export function schoolKeyOf({ store, change }: Caller): SchoolKey {
  const known = readSchoolKey(store.read);
  if (known) return known;
  const pair = generateKeyPairSync('ed25519');
  const key = {
    publicKey: pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
  };
  change(null, (w) => {
    saveSetting(w, settingKey, key);
  });
  return key;
}

function readSchoolKey(h: ReadHandle): SchoolKey | null {
  return getSetting(h, settingKey, keyPairSchema);
}

/** Base64 signature of a text. */
export function signText(text: string, { privateKey }: SchoolKey): string {
  const key = createPrivateKey({
    key: Buffer.from(privateKey, 'base64'),
    type: 'pkcs8',
    format: 'der',
  });
  return sign(null, Buffer.from(text, 'utf8'), key).toString('base64');
}

/** Whether the signature belongs to the text and the key; a malformed key or signature does not. */
export function isSignedBy(text: string, signature: string, publicKey: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), type: 'spki', format: 'der' });
    return verify(null, Buffer.from(text, 'utf8'), key, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}
