import { randomBytes } from 'node:crypto';
import { createUuid, uuidRandomLength } from '../../../shared/kernel/ids.ts';
import type { Clock } from '../../clock.ts';

/** A new UUIDv7 of this moment. A unit of work has its own way to it. */
export function newId(clock: Clock): string {
  return createUuid(Date.parse(clock.now()), randomBytes(uuidRandomLength));
}
