import { daysBetween } from '../../shared/kernel/plainDate.ts';

/** 逾期 12 天 · 今天到期 · 还有 5 天 */
export function dueWords(dueOn: string, today: string): string {
  const days = daysBetween(today, dueOn);
  if (days < 0) return `逾期 ${-days} 天`;
  return days === 0 ? '今天到期' : `还有 ${days} 天`;
}
