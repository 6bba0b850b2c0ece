/** What a file is by its content; extensions lie. */
export type FileForm = 'empty' | 'zip' | 'oldOffice' | 'markup' | 'binary' | 'text';

/** Judges by the first bytes: `PK` (xlsx, docx), `D0CF11E0` (xls, doc, encrypted xlsx), `<` (HTML or XML), text or not. */
export function sniff(bytes: Uint8Array): FileForm {
  if (bytes.length === 0) return 'empty';
  if (startsWith(bytes, [0x50, 0x4b])) return 'zip';
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return 'oldOffice';
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) return 'text';
  const head = bytes.subarray(0, 4096);
  // Control characters stand in no text of the encodings that schools have, UTF-16 with its mark apart.
  if (head.some((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x1b))) return 'binary';
  const opening = new TextDecoder('latin1').decode(head).replace(/^ï»¿/u, '').trimStart().slice(0, 200);
  return /^<(?:!doctype|html|table|\?xml|meta|head|body|style)/iu.test(opening) ? 'markup' : 'text';
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
