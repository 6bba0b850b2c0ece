import { chinaTimeOf } from '../../shared/kernel/plainDate.ts';

/** A stored instant as people read it, in China's time to the minute: `2026-11-24 14:30`. */
export function instantWords(at: string): string {
  return chinaTimeOf(at).slice(0, 16);
}
