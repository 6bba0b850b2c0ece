import { join } from 'node:path';

/** Where one school's data stands on this PC. */
export interface SchoolFolder {
  readonly root: string;
  /** The encrypted records. */
  readonly database: string;
  /** The data key, wrapped once for every account. */
  readonly keys: string;
  /** Encrypted photos and scans, one file each. */
  readonly attachments: string;
  readonly backups: string;
  readonly logs: string;
}

export const databaseFileName = 'school.ledger';
export const keyFileName = 'school.keys';

/** The paths inside a folder; nothing is made or read. */
export function schoolFolder(root: string): SchoolFolder {
  return {
    root,
    database: join(root, databaseFileName),
    keys: join(root, keyFileName),
    attachments: join(root, 'attachments'),
    backups: join(root, 'backups'),
    logs: join(root, 'logs'),
  };
}
