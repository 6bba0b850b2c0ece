import type { HandoverRow } from '../../../shared/domain/afterSchool/handover.ts';
import type { serviceHandover } from '../../../shared/ledgers/afterSchool/serviceHandover.ts';
import type { RecordIn } from '../../store/records/records.ts';

/** A pupil's line of a hand-over as the domain sees it. */
export function handoverRow(row: RecordIn<typeof serviceHandover>['values']['rows'][number]): HandoverRow {
  return {
    pupilId: row.pupil,
    way: row.way,
    receiver: row.receiver,
    relation: row.relation,
    phone: row.phone,
    leftAt: row.leftAt,
    handling: row.handling,
  };
}
