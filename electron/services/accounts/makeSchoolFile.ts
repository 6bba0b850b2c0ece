import { existsSync, rmSync } from 'node:fs';
import type { AccountInfo } from '../../../shared/contract/session.ts';
import { failure, success, type Result } from '../../../shared/kernel/result.ts';
import { school as schoolLedger } from '../../../shared/ledgers/base/school.ts';
import { createKeyFile, selfTest } from '../../store/keys/keyFile.ts';
import { createRecord } from '../../store/records/records.ts';
import { openStore } from '../../store/store.ts';
import { saveAccount } from '../../store/tables/accounts.ts';
import { behaviours } from '../behaviours.ts';
import { newId } from '../school/newId.ts';
import { changeStore } from '../school/unitOfWork.ts';
import type { SessionOptions } from './schoolDoor.ts';
import type { NewSchool } from './session.ts';

export interface NewSchoolFile {
  readonly dataKey: Uint8Array;
  readonly recoveryCode: string;
  readonly accountId: string;
}

/** Takes about a second and says something about the machine, so once is enough. */
let machineTest: Result<null> | null = null;

/** Makes key file and database of a school, with its first account. Failure `conflict` where there is a database. */
export function makeSchoolFile(school: NewSchool, options: SessionOptions): Result<NewSchoolFile> {
  const { folder, clock } = options;
  if (existsSync(folder.database))
    return failure('conflict', '这台电脑上已经有学校资料，不能再新建。请先打开现有资料。');
  const sound = (machineTest ??= selfTest());
  if (!sound.ok) return sound;
  const account: AccountInfo = {
    id: newId(clock.now()),
    name: school.accountName,
    roles: ['head', 'administrator'],
    active: true,
    createdAt: clock.now(),
  };
  const keys = createKeyFile(
    folder,
    { schoolName: school.schoolName, account, password: school.password },
    options.keyOptions,
  );
  if (!keys.ok) return keys;
  const filled = fillNewFile(keys.value.dataKey, school, account, options);
  if (!filled.ok) {
    // Only what this call has just made: neither file was there before.
    for (const path of [folder.keys, folder.database]) rmSync(path, { force: true });
    return filled;
  }
  return success({ ...keys.value, accountId: account.id });
}

/** The first contents of a new file: account and school record, in one transaction. */
function fillNewFile(
  dataKey: Uint8Array,
  { schoolName, schoolType }: NewSchool,
  account: AccountInfo,
  { folder, clock }: SessionOptions,
): Result<null> {
  const created = openStore(folder, dataKey, { clock, behaviours, create: true });
  if (!created.ok) return created;
  const store = created.value;
  try {
    const made = changeStore(
      store,
      clock,
      account,
    )('新建学校', (w, unit) => {
      saveAccount(w, account);
      const id = unit.newId();
      const values = { name: schoolName, type: schoolType };
      return createRecord(w, schoolLedger, { id, schoolId: id, period: null, state: 'finished', values });
    });
    return made.ok ? success(null) : made;
  } finally {
    store.close();
  }
}
