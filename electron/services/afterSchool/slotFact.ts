import type { SlotFact } from '../../../shared/domain/afterSchool/facts.ts';
import type { serviceSlot } from '../../../shared/ledgers/afterSchool/serviceSlot.ts';
import type { RecordIn } from '../../store/records/records.ts';

/** A session as the domain sees it. */
export function slotFact({ id, values }: RecordIn<typeof serviceSlot>): SlotFact {
  const { heldOn, startsAt, endsAt, kind, room } = values;
  return {
    id,
    heldOn,
    startsAt,
    endsAt,
    kind,
    room,
    courseId: values.course,
    staffing: values.staffing.map((row) => ({
      staffId: row.staff,
      externalId: row.external,
      role: row.role,
      hours: row.hours ?? 0,
    })),
    confirmed: values.confirmed === true,
    cancelled: (values.cancelledReason ?? '') !== '',
    log: values.log ?? '',
  };
}
