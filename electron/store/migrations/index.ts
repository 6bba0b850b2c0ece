import type { Migration } from '../migrator.ts';
import { migration as step0001 } from './0001-system.ts';
import { migration as step0002 } from './0002-ledgers.ts';
import { migration as step0003 } from './0003-afterSchoolRoster.ts';

/** Every step from the empty file to the present one, in order. */
export const migrations: readonly Migration[] = [step0001, step0002, step0003];
