import type { BackupInfo } from '../../../shared/contract/session.ts';
import { chinaDateOf, mondayOf } from '../../../shared/kernel/plainDate.ts';

const keptRecent = 10;
const keptDays = 14;
const keptWeeks = 8;
const keptMonths = 24;

/**
 * Which backups may go: all but the newest 10, and the last one of each of the newest 14 days, 8 weeks and 24 months
 * that have any. Backups dated after `now` (a clock that was wrong) stay.
 */
export function thin(backups: readonly BackupInfo[], now: string): readonly BackupInfo[] {
  const past = backups
    .filter(({ takenAt }) => takenAt <= now)
    .sort((a, b) => (a.takenAt < b.takenAt ? 1 : a.takenAt > b.takenAt ? -1 : 0));
  const kept = new Set(past.slice(0, keptRecent));
  const keepOnePer = (unitOf: (day: string) => string, count: number): void => {
    const units = new Set<string>();
    for (const backup of past) {
      const unit = unitOf(chinaDateOf(backup.takenAt));
      if (units.has(unit)) continue;
      if (units.size >= count) break;
      units.add(unit);
      kept.add(backup);
    }
  };
  keepOnePer((day) => day, keptDays);
  keepOnePer(mondayOf, keptWeeks);
  keepOnePer((day) => day.slice(0, 7), keptMonths);
  return past.filter((backup) => !kept.has(backup));
}
