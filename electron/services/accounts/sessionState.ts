import { existsSync } from 'node:fs';
import type { DesktopInfo, SessionState } from '../../../shared/contract/session.ts';
import { listBackups } from '../../store/backups/backup.ts';
import { readKeyFileInfo } from '../../store/keys/keyFile.ts';
import { schoolOf } from '../school/schoolOf.ts';
import { readSchoolSettings } from '../upkeep/schoolSettings.ts';
import type { OpenSchool, SchoolDoor, SessionOptions } from './schoolDoor.ts';

/** What the window is to show: the open school, the lock screen, the first start, or what is wrong with the file. */
export function sessionState({ open, unusable }: SchoolDoor, options: SessionOptions): SessionState {
  const { folder, desktop, version } = options;
  const info: DesktopInfo = { kind: desktop.kind, version, keyStore: desktop.keyStore !== null };
  if (open) return openState(open, info, options);
  const noUse = (sentence: string): SessionState => ({
    stage: 'unusable',
    desktop: info,
    sentence,
    backups: listBackups(folder.backups),
  });
  if (unusable) return noUse(unusable.sentence);
  const keys = readKeyFileInfo(folder);
  const hasDatabase = existsSync(folder.database);
  if (!keys.ok)
    return keys.failure.kind === 'notFound' && !hasDatabase
      ? { stage: 'noSchool', desktop: info }
      : noUse(keys.failure.sentence);
  if (!hasDatabase)
    return noUse(`没有找到数据文件（${folder.database}）。请检查它是否被移动或删除，也可以用备份恢复。`);
  return {
    stage: 'locked',
    desktop: info,
    schoolName: keys.value.schoolName,
    accountNames: keys.value.accounts.map(({ name }) => name),
    deviceUnlock: deviceAccountName(options),
  };
}

function openState(
  { store, account }: OpenSchool,
  desktop: DesktopInfo,
  options: SessionOptions,
): SessionState {
  const { id, values } = schoolOf(store.read);
  const { idleMinutes, demo } = readSchoolSettings(store.read);
  return {
    stage: 'open',
    desktop,
    school: { id, name: values.name, type: values.type },
    account,
    idleMinutes,
    deviceUnlock: deviceAccountName(options),
    demo,
  };
}

function deviceAccountName({ folder, desktop }: SessionOptions): string | null {
  const keys = readKeyFileInfo(folder);
  if (!keys.ok || !desktop.keyStore) return null;
  const { accounts, deviceAccountId } = keys.value;
  return accounts.find(({ id }) => id === deviceAccountId)?.name ?? null;
}
