import { existsSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import type { Settings, upkeepCalls } from '../../../shared/contract/upkeep.ts';
import { failure, success } from '../../../shared/kernel/result.ts';
import { school as schoolLedger } from '../../../shared/ledgers/base/school.ts';
import type { HandlersOf } from '../../ipc/handlers.ts';
import { addAccess, listAccess } from '../../store/tables/accessLog.ts';
import { listBackups, readBackup } from '../../store/backups/backup.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { setSchoolName } from '../../store/keys/keyFile.ts';
import { updateRecord } from '../../store/records/records.ts';
import type { App } from '../app.ts';
import { schoolOf } from '../school/schoolOf.ts';
import { readSchoolSettings, saveSchoolSettings } from './schoolSettings.ts';
import {
  calendarDaysOf,
  importCalendarYear,
  readCalendarFile,
  setFollowWeekday,
} from '../school/yearCalendar.ts';

export interface UpkeepOptions {
  /** Ends long work that is no job of its own. */
  readonly cancel: (jobId: string) => void;
}

/** Backups, health, settings, calendar and the few calls that belong to no area. */
export function upkeepHandlers(app: App, options: UpkeepOptions): HandlersOf<keyof typeof upkeepCalls> {
  const { desktop, folder, jobs, session } = app;

  return {
    'backup.list': (_, { store }) => {
      const second = readSchoolSettings(store.read).backupFolder;
      const all = [...listBackups(folder.backups), ...(second === null ? [] : listBackups(second))];
      return success(all.sort((a, b) => (a.takenAt < b.takenAt ? 1 : -1)));
    },
    'backup.create': async ({ jobId, target }) => {
      let place: string | null = null;
      if (target === 'choose') {
        place = await desktop.chooseFolder({ title: '选择存放备份的文件夹或 U 盘' });
        if (place === null) return success(null);
      } else if (target !== 'usual') {
        place = target.folder;
        if (!isAbsolute(place)) return failure('invalidInput', '请写完整的文件夹位置，例如 E:\\备份。');
      }
      return jobs.run('takeBackup', { target: place, reason: 'manual' }, { jobId, needsStore: true });
    },
    'backup.choose': async ({ path }) => {
      const chosen = path ?? (await desktop.chooseFolder({ title: '选择备份（“台账备份_”开头的文件夹）' }));
      if (chosen === null) return success(null);
      const backup = readBackup(chosen);
      return backup
        ? success(backup)
        : failure('fileProblem', `“${chosen}”不是备份。请选择名字以“台账备份_”开头的文件夹。`);
    },
    'backup.restore': async ({ path }) => {
      const restored = await session.openBackup(path);
      return restored.ok ? success({ state: session.state(), ...restored.value }) : restored;
    },
    'health.check': ({ jobId }) => jobs.run('examineHealth', null, { jobId, needsStore: true }),

    'settings.get': (_, { store }) => success(settingsOf(store.read)),
    'settings.save': (input, { store, change }) => {
      const { schoolName, schoolType, ...own } = input;
      if (own.backupFolder !== null && !isAbsolute(own.backupFolder)) {
        const sentence = '请选择完整的文件夹位置，例如 E:\\备份。';
        return failure('invalidInput', sentence, [{ path: 'backupFolder', sentence }]);
      }
      const saved = change('修改设置', (w) => {
        const record = schoolOf(w);
        const values = { ...record.values, name: schoolName, type: schoolType };
        const changed = updateRecord(w, schoolLedger, record.id, { ...record, values }, record.revision);
        if (!changed.ok) return changed;
        saveSchoolSettings(w, own);
        addAccess(w, { what: '修改学校设置' });
        return setSchoolName(folder, store.dataKey, schoolName);
      });
      return saved.ok ? success(settingsOf(store.read)) : saved;
    },
    'settings.chooseBackupFolder': async () =>
      success(await desktop.chooseFolder({ title: '选择第二备份位置（另一块硬盘或 U 盘上的文件夹）' })),
    'access.log': (_, { store }) => success(listAccess(store.read)),

    'calendar.days': ({ year }, { store }) => success(calendarDaysOf(store.read, year)),
    'calendar.import': async ({ path }, { change }) => {
      const chosen =
        path ?? (await desktop.chooseFile({ title: '选择放假安排（JSON 文件）', extensions: ['json'] }));
      if (chosen === null) return success(null);
      const read = await readCalendarFile(chosen);
      if (!read.ok) return read;
      const { year, days } = read.value;
      change('导入放假安排', (w) => {
        importCalendarYear(w, year, days);
        addAccess(w, { what: `导入${year}年放假安排，共 ${days.length} 天` });
      });
      return success({ year, days: days.length });
    },
    'calendar.setFollowWeekday': ({ date, weekday }, { change }) =>
      change(null, (w) => setFollowWeekday(w, date, weekday)),

    'job.cancel': ({ jobId }) => {
      jobs.cancel(jobId);
      options.cancel(jobId);
      return success(null);
    },
    'desktop.showFolder': async ({ path }) => {
      // A network address would make the system log on somewhere just by looking.
      if (!isAbsolute(path) || /^[\\/]{2}/.test(path) || !existsSync(path))
        return failure('notFound', `没有找到“${path}”，可能已被移走，或者 U 盘已拔出。`);
      await desktop.showInFolder(path);
      return success(null);
    },
  };
}

function settingsOf(h: ReadHandle): Settings {
  const { name, type } = schoolOf(h).values;
  const { idleMinutes, largeFont, backupFolder } = readSchoolSettings(h);
  return { schoolName: name, schoolType: type, idleMinutes, largeFont, backupFolder };
}
