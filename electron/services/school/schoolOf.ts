import type { RecordIn } from '../../store/records/records.ts';
import { allRecords } from '../../store/records/records.ts';
import { school } from '../../../shared/ledgers/base/school.ts';
import type { ReadHandle } from '../../store/handles.ts';

/** The one school record of the file; its id is the `schoolId` of every record. Throws when the file has none. */
export function schoolOf(h: ReadHandle): RecordIn<typeof school> {
  const [record] = allRecords(h, school);
  if (!record) throw new Error('The file has no school record');
  return record;
}
