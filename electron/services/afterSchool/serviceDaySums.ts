import { hash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import {
  serviceDaySumsVersion,
  sumServiceDay,
  type RollCall,
  type ServiceDaySums,
} from '../../../shared/domain/afterSchool/serviceDaySums.ts';
import { atOnce, type InPieces } from '../../../shared/kernel/inPieces.ts';
import type { DateRange } from '../../../shared/kernel/periods.ts';
import type { PlainDate } from '../../../shared/kernel/plainDate.ts';
import { serviceAttendance } from '../../../shared/ledgers/afterSchool/serviceAttendance.ts';
import { serviceHandover } from '../../../shared/ledgers/afterSchool/serviceHandover.ts';
import { serviceSlot } from '../../../shared/ledgers/afterSchool/serviceSlot.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { allRowsOf } from '../../store/query.ts';
import type { RecordIn } from '../../store/records/records.ts';
import { finishedRecords, recordsBetween } from '../../store/records/recordsBetween.ts';
import type { Store } from '../../store/store.ts';
import { dropSums, keepSum, keptStamps, keptSum, type KeptSum } from '../../store/tables/keptSums.ts';
import { handoverRow } from './handoverRow.ts';
import { rollCallRow } from './rollCallRow.ts';
import { slotFact } from './slotFact.ts';

const kind = 'serviceDay';

interface StampedSums {
  readonly stamp: string;
  readonly sums: ServiceDaySums;
}
/** By file and day: a term of a large school holds some megabytes, which aren't to be parsed for every question. */
const read = new WeakMap<ReadHandle['db'], Map<PlainDate, StampedSums>>();

/** What the finished papers of some days of service come to, the last day first. Only days that changed are reckoned anew. */
export function serviceDaySums(h: ReadHandle, range: DateRange): readonly ServiceDaySums[] {
  return atOnce(serviceDaySumsInPieces(h, range));
}

/** The same with a rest after every day that has to be read. */
export function* serviceDaySumsInPieces(
  h: ReadHandle,
  range: DateRange,
): InPieces<readonly ServiceDaySums[]> {
  const known = read.get(h.db) ?? new Map<PlainDate, StampedSums>();
  read.set(h.db, known);
  const days: ServiceDaySums[] = [];
  for (const { day, stamp } of stamps(h, range)) {
    let found = known.get(day);
    if (found?.stamp !== stamp) {
      const kept = keptSum(h, kind, day);
      const sums = kept?.stamp === stamp ? (JSON.parse(kept.content) as ServiceDaySums) : sumsOf(h, day);
      known.set(day, (found = { stamp, sums }));
      yield;
    }
    days.push(found.sums);
  }
  return days;
}

/** Reckons the days that changed, one by one, and keeps them for all who ask afterwards. Ends early when the file is closed. */
export async function renewServiceDaySums(store: Store, range: DateRange): Promise<void> {
  const h = store.read;
  const kept = keptStamps(h, kind, range);
  for (const { day, stamp } of stamps(h, range)) {
    if (kept.get(day) === stamp) {
      kept.delete(day);
      continue;
    }
    const sum = sumOfNow(h, day);
    if (sum && !keepSum(store, kind, sum)) return;
    kept.delete(day);
    await setImmediate();
    if (!h.db.open) return;
  }
  dropSums(store, kind, [...kept.keys()]);
}

/** Stamp and content of one moment: while others were served, the day's papers may have become others. */
function sumOfNow(h: ReadHandle, day: PlainDate): KeptSum | null {
  return h.db.transaction(() => {
    const [now] = stamps(h, { from: day, to: day });
    return now ? { key: day, stamp: now.stamp, content: JSON.stringify(sumsOf(h, day)) } : null;
  })();
}

/** Of every day with papers: which they are, at which revisions, and the roll calls that its hand-overs follow. */
function stamps(h: ReadHandle, { from, to }: DateRange): readonly { day: PlainDate; stamp: string }[] {
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
  ).map(({ day, papers }) => ({ day, stamp: `${serviceDaySumsVersion}/${hash('sha256', papers)}` }));
}

function sumsOf(h: ReadHandle, day: PlainDate): ServiceDaySums {
  const range = { from: day, to: day };
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
