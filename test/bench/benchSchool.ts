import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SaveContext } from '#electron/services/ledgers/saveRecord.ts';
import type { Change } from '#electron/store/handles.ts';
import { createKeyFile, unlockWithPassword } from '#electron/store/keys/keyFile.ts';
import { createRecord } from '#electron/store/records/records.ts';
import { schoolFolder } from '#electron/store/schoolFolder.ts';
import { behaviours } from '#electron/services/behaviours.ts';
import { openStore, type Store } from '#electron/store/store.ts';
import { createUuid } from '#shared/kernel/ids.ts';
import { school } from '#shared/ledgers/base/school.ts';
import { schoolId, valueOf } from '../support/temporarySchool.ts';

export interface BenchSchool {
  readonly store: Store;
  readonly dataKey: Uint8Array;
  /** Whether it was there before. */
  readonly found: boolean;
  readonly change: Change;
  readonly context: SaveContext;
  readonly clock: { readonly now: () => string; readonly today: () => string };
  /** A new UUIDv7. */
  newId(): string;
}

export const unitName = '山丹县测量学校';
const password = '测量密码-2026';
const account = { id: '01938000-0000-7000-8000-0000000000bb', name: '王办事' };
const now = '2026-11-24T06:30:00.000Z';

/** An encrypted school in a folder, made with the program's own migrations; one that is there already is opened. */
export function openBenchSchool(folder: string): BenchSchool {
  mkdirSync(folder, { recursive: true });
  const paths = schoolFolder(join(folder, '学校'));
  const found = existsSync(paths.database);
  const { dataKey } = found
    ? valueOf(unlockWithPassword(paths, account.name, password))
    : valueOf(createKeyFile(paths, { schoolName: unitName, account, password }));
  const clock = { now: () => now, today: () => '2026-11-24' };
  const store = valueOf(openStore(paths, dataKey, { clock, behaviours, create: !found }));
  const change = { accountId: account.id, accountName: account.name, at: now };
  if (!found)
    store.write(change, (w) =>
      valueOf(
        createRecord(w, school, {
          id: schoolId,
          schoolId,
          values: { name: unitName, type: '九年一贯制学校', nature: '公办' },
          period: null,
          state: 'finished',
        }),
      ),
    );
  let time = Date.parse(now);
  return {
    store,
    dataKey,
    found,
    change,
    clock,
    context: {
      today: clock.today(),
      schoolId,
      account: { ...account, roles: ['head'], active: true, createdAt: now },
    },
    newId: () => createUuid((time += 1), randomBytes(10)),
  };
}
