import type { StaffFact } from '../../../shared/domain/ethics/facts.ts';
import type { staff } from '../../../shared/ledgers/base/staff.ts';
import type { RecordIn } from '../../store/records/records.ts';

/** A staff record as the rules about time of service read it. */
export function staffFactOf({ id, values }: RecordIn<typeof staff>): StaffFact {
  return {
    id,
    name: values.name,
    kind: values.staffKind,
    hiredOn: values.hiredOn,
    leftOn: values.leftOn,
    isPartyMember: values.politicalStatus === '中共党员' || values.politicalStatus === '中共预备党员',
    certificateDueOn: values.certificateDueOn,
  };
}
