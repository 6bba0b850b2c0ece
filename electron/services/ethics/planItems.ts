import type { EthicsPlanFact } from '../../../shared/domain/ethics/ethicsPlan.ts';
import { ethicsPlanItem } from '../../../shared/ledgers/ethics/ethicsPlanItem.ts';
import type { ReadHandle } from '../../store/handles.ts';
import type { RecordIn } from '../../store/records/records.ts';
import { finishedRecords } from '../../store/records/recordsBetween.ts';

/** The plan's lines of a school year by their day. */
export function planItemsOf(h: ReadHandle, schoolYear: string): readonly RecordIn<typeof ethicsPlanItem>[] {
  return finishedRecords(h, ethicsPlanItem, [], schoolYear).toSorted((a, b) =>
    a.values.dueOn.localeCompare(b.values.dueOn),
  );
}

export function planFactOf({ id, values }: RecordIn<typeof ethicsPlanItem>): EthicsPlanFact {
  const { element, kind, dueOn, cancelledReason } = values;
  return { id, element, kind, dueOn, cancelled: cancelledReason !== null && cancelledReason !== '' };
}
