const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Number of random bytes that `createUuid` needs. */
export const uuidRandomLength = 10;

/**
 * A UUID of version 7 (RFC 9562): 48 bits of time, then randomness, so that ids sort by their making.
 * @param millis milliseconds since 1970 (the clock is the caller's)
 * @param random 10 random bytes (the randomness is the caller's)
 */
export function createUuid(millis: number, random: Uint8Array): string {
  if (random.length < uuidRandomLength) throw new Error('A UUID needs 10 random bytes.');
  const bytes = new Uint8Array(16);
  let rest = Math.floor(millis);
  for (let index = 5; index >= 0; index -= 1) {
    bytes[index] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes.set(random.subarray(0, uuidRandomLength), 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Whether the text is a UUID in lower case with hyphens. */
export function isUuid(text: string): boolean {
  return uuidPattern.test(text);
}
