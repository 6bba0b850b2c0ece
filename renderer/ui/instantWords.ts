import { formatValue } from '../../shared/ledger/cells.ts';
import { instant } from '../../shared/ledger/field.ts';

const moment = instant({ label: '时间' });

/** A stored instant as people read it, in China's time to the minute: `2026-11-24 14:30`. */
export function instantWords(at: string): string {
  return formatValue(moment, at, () => '').slice(0, 16);
}
