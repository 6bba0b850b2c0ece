import { sql } from 'kysely';
import {
  serviceDaySumsVersion,
  sumServiceDay,
  type RollCall,
  type ServiceDaySums,
} from '../../../shared/domain/afterSchool/serviceDaySums.ts';
import { atOnce } from '../../../shared/kernel/inPieces.ts';
import type { DateRange } from '../../../shared/kernel/periods.ts';
import type { PlainDate } from '../../../shared/kernel/plainDate.ts';
import { serviceAttendance } from '../../../shared/ledgers/afterSchool/serviceAttendance.ts';
import { serviceHandover } from '../../../shared/ledgers/afterSchool/serviceHandover.ts';
import { serviceSlot } from '../../../shared/ledgers/afterSchool/serviceSlot.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { allRowsOf } from '../../store/query.ts';
import type { RecordIn } from '../../store/records/records.ts';
import { finishedRecords, recordsBetween } from '../../store/records/recordsBetween.ts';
import { handoverRow } from './handoverRow.ts';
import { rollCallRow } from './rollCallRow.ts';
import { slotFact } from './slotFact.ts';
import { stampedSums } from './stampedSums.ts';

const sums = stampedSums<ServiceDaySums>({
  kind: 'serviceDay',
  stretch: 'day',
  version: serviceDaySumsVersion,
  papers: papersOf,
  reckon: sumsOf,
});

/** What the finished papers of some days of service come to, the last day first, with a rest after every day that has to be read. */
export const serviceDaySumsInPieces = sums.inPieces;

/** The same without a rest. */
export function serviceDaySums(h: ReadHandle, range: DateRange): readonly ServiceDaySums[] {
  return atOnce(sums.inPieces(h, range));
}

/** Keeps in the file what was reckoned of some days. */
export const keepServiceDaySums = sums.keep;

/** Of every day with papers: which they are, at which revisions, and the roll calls that its hand-overs follow. */
function papersOf(h: ReadHandle, { from, to }: DateRange): readonly { day: PlainDate; papers: string }[] {
  const table = {
    slots: sql.id(serviceSlot.table),
    calls: sql.id(serviceAttendance.table),
    handovers: sql.id(serviceHandover.table),
  };
  const counts = (name: string) =>
    sql`${sql.id(name, 'deleted_at')} IS NULL AND ${sql.id(name, 'state')} <> 'draft'`;
  return allRowsOf(
    h,
    sql<{ day: PlainDate; papers: string }>`
      SELECT day, group_concat(paper ORDER BY paper) AS papers FROM (
        SELECT c."held_on" AS day, c."id" || c."revision" AS paper FROM ${table.calls} c
          WHERE ${counts('c')} AND c."held_on" BETWEEN ${from} AND ${to}
        UNION ALL SELECT s."held_on", s."id" || s."revision" FROM ${table.slots} s
          WHERE ${counts('s')} AND s."held_on" BETWEEN ${from} AND ${to}
        UNION ALL SELECT o."held_on", o."id" || o."revision" FROM ${table.handovers} o
          WHERE ${counts('o')} AND o."held_on" BETWEEN ${from} AND ${to}
        UNION ALL SELECT o."held_on", c."id" || c."revision" FROM ${table.handovers} o
          JOIN ${table.calls} c ON c."slot" = o."slot" AND c."held_on" <> o."held_on"
          WHERE ${counts('o')} AND ${counts('c')} AND o."held_on" BETWEEN ${from} AND ${to}
      ) GROUP BY day ORDER BY day DESC`,
  );
}

function sumsOf(h: ReadHandle, range: DateRange): ServiceDaySums {
  const rollCalls = recordsBetween(h, serviceAttendance, 'heldOn', range).map(rollCallOf);
  const handovers = recordsBetween(h, serviceHandover, 'heldOn', range).map(({ id, values }) => ({
    id,
    slotId: values.slot,
    heldOn: values.heldOn,
    rows: values.rows.map(handoverRow),
  }));
  const called = new Set(rollCalls.map(({ slotId }) => slotId));
  const missing = handovers.flatMap(({ slotId }) => (called.has(slotId) ? [] : [slotId]));
  const elsewhere =
    missing.length === 0
      ? []
      : finishedRecords(h, serviceAttendance, [{ field: 'slot', operator: 'anyOf', value: missing }]);
  return sumServiceDay(
    recordsBetween(h, serviceSlot, 'heldOn', range).map(slotFact),
    rollCalls,
    handovers,
    elsewhere.map(rollCallOf),
  );
}

function rollCallOf({ id, values }: RecordIn<typeof serviceAttendance>): RollCall {
  return { id, slotId: values.slot, heldOn: values.heldOn, rows: values.rows.map(rollCallRow) };
}
