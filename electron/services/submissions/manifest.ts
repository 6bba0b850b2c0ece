import { z } from 'zod';
import { canonicalJson } from '../../../shared/kernel/canonicalJson.ts';
import { failure, success, type Result } from '../../../shared/kernel/result.ts';
import { isSignedBy, signText, type SchoolKey } from './schoolKey.ts';

export const manifestName = 'manifest.json';

/** Relative path with `/`, downwards only. */
const fileName = z
  .string()
  .min(1)
  .max(400)
  .refine((name) => !name.includes('\\') && name.split('/').every((part) => !['', '.', '..'].includes(part)));

const manifestSchema = z.strictObject({
  format: z.literal('school-ledger-submission'),
  formatVersion: z.literal(1),
  school: z.strictObject({ id: z.string(), name: z.string(), code: z.string().nullable() }),
  task: z.strictObject({ id: z.string(), label: z.string() }),
  period: z.string(),
  programVersion: z.string(),
  /** Instant in UTC. */
  madeAt: z.string(),
  madeBy: z.string(),
  recipient: z.string(),
  /** Rules with grave findings that stood open, and how many; the bureau may ask. */
  openFindings: z.array(z.strictObject({ ruleId: z.string(), count: z.number() })),
  files: z
    .array(
      z.strictObject({
        name: fileName,
        bytes: z.int().min(0),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
        report: z.string(),
      }),
    )
    .max(10_000),
});

/** What a submission folder holds, from whom, for whom. */
export type Manifest = z.infer<typeof manifestSchema>;

const signedSchema = z.strictObject({
  manifest: manifestSchema,
  /** Ed25519, base64 of SPKI DER. */
  publicKey: z.string().max(200),
  /** Over the canonical JSON of `manifest`, base64. */
  signature: z.string().max(200),
});
export type SignedManifest = z.infer<typeof signedSchema>;

/** Text of `manifest.json`. */
export function writeManifest(manifest: Manifest, key: SchoolKey): string {
  const signed: SignedManifest = {
    manifest,
    publicKey: key.publicKey,
    signature: signText(canonicalJson(manifest), key),
  };
  return `${JSON.stringify(signed, null, 2)}\n`;
}

/** Reads and checks the signature; what it says about the files is still to be compared with them. */
export function readManifest(text: string): Result<SignedManifest> {
  const parsed = signedSchema.safeParse(parseJson(text));
  if (!parsed.success)
    return failure(
      'damaged',
      '上报包的清单（manifest.json）看不懂，可能不完整或被改动过。请重新生成上报包。',
    );
  const { manifest, signature, publicKey } = parsed.data;
  return isSignedBy(canonicalJson(manifest), signature, publicKey)
    ? success(parsed.data)
    : failure('damaged', '上报包的清单被改动过，签名对不上。请向报送学校重新要一份。');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
