import type { RollCallRow } from '../../../shared/domain/afterSchool/facts.ts';
import type { serviceAttendance } from '../../../shared/ledgers/afterSchool/serviceAttendance.ts';
import type { RecordIn } from '../../store/records/records.ts';

/** A pupil's line of a roll call as the domain sees it. */
export function rollCallRow(row: RecordIn<typeof serviceAttendance>['values']['rows'][number]): RollCallRow {
  return {
    pupilId: row.pupil,
    state: row.state,
    reason: row.reason,
    guardianInformed: row.guardianInformed === true,
    leftAt: row.leftAt,
    fetchedBy: row.fetchedBy,
  };
}
