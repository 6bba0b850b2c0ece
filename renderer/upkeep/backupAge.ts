import { chinaDateOf, daysBetween } from '../../shared/kernel/plainDate.ts';
import { instantWords } from '../ui/instantWords.ts';

/** Work of a week is more than anybody wants to type again. */
const oldAfterDays = 7;

export interface BackupAge {
  /** When the last backup was taken, in words. */
  readonly words: string;
  readonly tooOld: boolean;
}

/** @param takenAt instant of the newest backup; `undefined` = there is none */
export function backupAge(takenAt: string | undefined, today: string): BackupAge {
  if (takenAt === undefined) return { words: '还没有备份', tooOld: true };
  const days = Math.max(0, daysBetween(chinaDateOf(takenAt), today));
  const ago = days === 0 ? '今天' : days === 1 ? '昨天' : `${days} 天前`;
  return { words: `最近一次备份：${instantWords(takenAt)}（${ago}）`, tooOld: days > oldAfterDays };
}
