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
import { dropSums, keepSums, keptKeys, keptSum } from '../../store/tables/keptSums.ts';
import { handoverRow } from './handoverRow.ts';
import { rollCallRow } from './rollCallRow.ts';
import { slotFact } from './slotFact.ts';

const kind = 'serviceDay';

interface StampedSums {
  readonly stamp: string;
  readonly sums: ServiceDaySums;
  /** Whether the file holds it, or is past all hope to. */
  kept: boolean;
}
/** By file and day: a term of a large school holds some megabytes, which aren't to be parsed for every question. */
const read = new WeakMap<ReadHandle['db'], Map<PlainDate, StampedSums>>();
/** So many days are kept in one write: none is to hold anybody up. */
const daysInOneWrite = 5;

/** What the finished papers of some days of service come to, the last day first. Only days that changed are reckoned anew. */
export function serviceDaySums(h: ReadHandle, range: DateRange): readonly ServiceDaySums[] {
  return atOnce(serviceDaySumsInPieces(h, range));
}

/** The same with a rest after every day that has to be read. */
export function* serviceDaySumsInPieces(
  h: ReadHandle,
  range: DateRange,
): InPieces<readonly ServiceDaySums[]> {
  const known = daysRead(h);
  const now = stamps(h, range);
  const days = new Set(now.map(({ day }) => day));
  for (const day of known.keys()) if (isWithin(day, range) && !days.has(day)) known.delete(day);
  for (const { day, stamp } of now) {
    if (known.get(day)?.stamp === stamp) continue;
    const sums = sumsKept(h, day, stamp) ?? sumsOfNow(h, day);
    if (sums) known.set(day, sums);
    yield;
  }
  return now.flatMap(({ day }) => known.get(day)?.sums ?? []);
}

/**
 * Keeps in the file what was reckoned of some days, for all who open it afterwards, and drops what is kept of days
 * without papers. Ends early when the file is closed.
 */
export async function keepServiceDaySums(store: Store, range: DateRange): Promise<void> {
  const h = store.read;
  const known = daysRead(h);
  const unkept = [...known].filter(([day, { kept }]) => !kept && isWithin(day, range));
  for (let first = 0; first < unkept.length; first += daysInOneWrite) {
    const some = unkept.slice(first, first + daysInOneWrite);
    const sums = some.map(([key, { stamp, sums: of }]) => ({ key, stamp, content: JSON.stringify(of) }));
    if (!keepSums(store, kind, sums)) return;
    for (const [, one] of some) one.kept = true;
    await setImmediate();
    if (!h.db.open) return;
  }
  dropSums(
    store,
    kind,
    keptKeys(h, kind, range).filter((day) => !known.has(day)),
  );
}

function daysRead({ db }: ReadHandle): Map<PlainDate, StampedSums> {
  const days = read.get(db) ?? new Map<PlainDate, StampedSums>();
  read.set(db, days);
  return days;
}

function isWithin(day: PlainDate, { from, to }: DateRange): boolean {
  return from <= day && day <= to;
}

function sumsKept(h: ReadHandle, day: PlainDate, stamp: string): StampedSums | null {
  const kept = keptSum(h, kind, day);
  return kept?.stamp === stamp
    ? { stamp, sums: JSON.parse(kept.content) as ServiceDaySums, kept: true }
    : null;
}

/** Stamp and content of one moment: while others were served, the day's papers may have become others. */
function sumsOfNow(h: ReadHandle, day: PlainDate): StampedSums | null {
  return h.db.transaction(() => {
    const [now] = stamps(h, { from: day, to: day });
    return now ? { stamp: now.stamp, sums: sumsOf(h, day), kept: false } : null;
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
