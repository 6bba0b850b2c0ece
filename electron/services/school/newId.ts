import { randomBytes } from 'node:crypto';
import { createUuid, uuidRandomLength } from '../../../shared/kernel/ids.ts';

/** A new UUIDv7 of an instant (ISO, UTC). A unit of work has its own way to it. */
export function newId(at: string): string {
  return createUuid(Date.parse(at), randomBytes(uuidRandomLength));
}
