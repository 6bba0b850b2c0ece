import { z } from 'zod';
import { call, needs, signedIn } from './call.ts';
import type { BackupInfo, SessionState } from './session.ts';
import { schoolTypes, type SchoolType } from '../kernel/schoolType.ts';

/** How the school's file fares. */
export interface HealthReport {
  readonly healthy: boolean;
  /** One Chinese sentence per thing looked at, good or bad. */
  readonly lines: readonly { readonly good: boolean; readonly sentence: string }[];
}

/** What a restore led to. */
export interface RestoreOutcome {
  /** Locked: the passwords are those of the backup. */
  readonly state: SessionState;
  /** Where the replaced state is kept, to be restored like any backup; `null` when there was none. */
  readonly replaced: string | null;
  /** Attachments that neither the backup nor this PC has. */
  readonly missingAttachments: number;
}

/** A day that differs from the week: a holiday, or a working day made up. */
export interface CalendarDay {
  readonly date: string;
  readonly name: string;
  readonly isOffDay: boolean;
  /** 1 (Monday) … 7: whose timetable is taught on a make-up day; `null` = not decided. */
  readonly followWeekday: number | null;
}

/** What a school sets once; `largeFont` in percent. */
export interface Settings {
  readonly schoolName: string;
  readonly schoolType: SchoolType;
  readonly idleMinutes: number;
  readonly largeFont: 100 | 125 | 150;
  readonly backupFolder: string | null;
}

/** A look at something that only named people may see, or another event worth keeping. */
export interface AccessLine {
  readonly at: string;
  readonly accountName: string;
  /** What was done, in words: 查看举报人信息. */
  readonly what: string;
  readonly ledger: string | null;
  readonly recordId: string | null;
}

/** Backups, health, calendar, settings, access log. */
export const upkeepCalls = {
  'backup.list': call<readonly BackupInfo[]>()(z.object({}), needs('manageBackups')),
  /** To the usual folder, or to a second place (dialog when `folder` is `choose`). */
  'backup.create': call<BackupInfo | null>()(
    z.object({
      jobId: z.uuid(),
      target: z.union([z.literal('usual'), z.literal('choose'), z.object({ folder: z.string().max(2000) })]),
    }),
    needs('manageBackups'),
  ),
  /** The backup in a folder that the person picks (dialog unless `path` is given); `null` = dialog closed. */
  'backup.choose': call<BackupInfo | null>()(
    z.object({ path: z.string().max(2000).optional() }),
    needs('manageBackups'),
  ),
  /** Keeps the present state as a backup and puts the given one in its place. A refusal leaves everything as it was. */
  'backup.restore': call<RestoreOutcome>()(z.object({ path: z.string().max(2000) }), needs('manageBackups')),
  'health.check': call<HealthReport>()(z.object({ jobId: z.uuid() }), needs('manageBackups')),

  'settings.get': call<Settings>()(z.object({}), signedIn),
  'settings.save': call<Settings>()(
    z.object({
      schoolName: z.string().trim().min(2, '请写学校全称。').max(60),
      schoolType: z.enum(schoolTypes),
      idleMinutes: z.int().min(1, '至少 1 分钟。').max(240, '最多 240 分钟。'),
      largeFont: z.union([z.literal(100), z.literal(125), z.literal(150)]),
      backupFolder: z.string().max(2000).nullable(),
    }),
    needs('manageSettings'),
  ),
  /** Asks for a second place for backups; `null` = dialog closed. */
  'settings.chooseBackupFolder': call<string | null>()(z.object({}), needs('manageSettings')),
  /** Who has seen locked fields and who has changed accounts, settings and calendar; the last lines first. */
  'access.log': call<readonly AccessLine[]>()(z.object({}), needs('seeAccessLog')),
  /** Holidays and make-up days known for a year; an empty answer means: no data for that year. */
  'calendar.days': call<readonly CalendarDay[]>()(z.object({ year: z.int().min(2000).max(2100) }), signedIn),
  /** JSON as published by holiday-cn: `{days:[{date,name,isOffDay}]}` or the bare list. `null` = dialog closed. */
  'calendar.import': call<{ year: number; days: number } | null>()(
    z.object({ path: z.string().max(2000).optional() }),
    needs('manageSettings'),
  ),
  'calendar.setFollowWeekday': call<null>()(
    z.object({ date: z.iso.date(), weekday: z.int().min(1).max(7).nullable() }),
    needs('manageSettings'),
  ),
  'job.cancel': call<null>()(z.object({ jobId: z.uuid() }), signedIn),
  /** Opens the folder of a file this program has just written. */
  'desktop.showFolder': call<null>()(z.object({ path: z.string().max(2000) }), signedIn),
};
