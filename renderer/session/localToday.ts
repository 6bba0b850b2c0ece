import { chinaDateOf } from '../../shared/kernel/plainDate.ts';

/** The day by this PC's clock, for pages that are shown while no school is open. */
export function localToday(): string {
  return chinaDateOf(new Date().toISOString());
}
