import { randomBytes } from 'node:crypto';
import { createUuid, uuidRandomLength } from '../../../shared/kernel/ids.ts';

/** A new UUIDv7 of an instant (ISO, UTC). A unit of work has its own way to it. */
export function newId(at: string): string {
  if (random.length < uuidRandomLength) random = randomBytes(uuidRandomLength * 100);
  const id = createUuid(Date.parse(at), random);
  random = random.subarray(uuidRandomLength);
  return id;
}

/** Fetched for many ids at once: asking for it costs more than making an id. */
let random = randomBytes(0);
