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
  const time = Math.floor(millis).toString(16).padStart(12, '0');
  const byte = (at: number, mask = 0xff, mark = 0): string => hexOf[mark | ((random[at] ?? 0) & mask)] ?? '';
  const version = byte(0, 0x0f, 0x70) + byte(1);
  const variant = byte(2, 0x3f, 0x80) + byte(3);
  const node = byte(4) + byte(5) + byte(6) + byte(7) + byte(8) + byte(9);
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}-${node}`;
}

/** Two digits for each byte. */
const hexOf = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Whether the text is a UUID in lower case with hyphens. */
export function isUuid(text: string): boolean {
  return uuidPattern.test(text);
}
