import { z } from 'zod';
import type { ReadHandle, WriteHandle } from '../../store/handles.ts';
import { getSetting, saveSetting } from '../../store/tables/settings.ts';

const key = 'school';

const schoolSettingsSchema = z.object({
  /** Minutes without a key or a click after which the file is locked. */
  idleMinutes: z.int().min(1).max(240).default(15),
  largeFont: z.union([z.literal(100), z.literal(125), z.literal(150)]).default(100),
  /** A second place for backups, such as another disk; `null` = none. */
  backupFolder: z.string().max(2000).nullable().default(null),
  /** The invented demo school: the window says so. */
  demo: z.boolean().default(false),
});

/** What a school sets for itself, apart from its name and type, which stand in its record. */
export type SchoolSettings = z.output<typeof schoolSettingsSchema>;

export function readSchoolSettings(h: ReadHandle): SchoolSettings {
  return getSetting(h, key, schoolSettingsSchema) ?? schoolSettingsSchema.parse({});
}

/** Changes the given settings and keeps the others. */
export function saveSchoolSettings(w: WriteHandle, changed: Partial<SchoolSettings>): SchoolSettings {
  const settings = { ...readSchoolSettings(w), ...changed };
  saveSetting(w, key, settings);
  return settings;
}
