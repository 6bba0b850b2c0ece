import { hash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { InPieces } from '../../../shared/kernel/inPieces.ts';
import type { DateRange } from '../../../shared/kernel/periods.ts';
import { addDays, mondayOf, type PlainDate } from '../../../shared/kernel/plainDate.ts';
import { oncePer } from '../../../shared/kernel/oncePer.ts';
import type { ReadHandle } from '../../store/handles.ts';
import type { Store } from '../../store/store.ts';
import { dropSums, keepSums, keptKeys, keptSum } from '../../store/tables/keptSums.ts';

export interface DayOfPapers {
  readonly day: PlainDate;
  readonly papers: string;
}

/** How the papers of a day, or of a week from Monday on, are summed. */
export interface SumKind<T> {
  readonly kind: string;
  readonly stretch: 'day' | 'week';
  /** Raised whenever `reckon` answers otherwise than before, so that nothing kept by an earlier program is used. */
  readonly version: number;
  /** Of every day that has papers: which they are, at which revisions. */
  readonly papers: (h: ReadHandle, range: DateRange) => readonly DayOfPapers[];
  /** A value that JSON can hold, from the papers of these days alone. */
  readonly reckon: (h: ReadHandle, range: DateRange) => T;
}

export interface StampedSums<T> {
  /**
   * What the papers of some days come to, the last stretch first, with rests after each month and each that has to be read. Only those
   * whose papers changed are reckoned anew; of a stretch that the range cuts, the days in the range count.
   */
  readonly inPieces: (h: ReadHandle, range: DateRange) => InPieces<readonly T[]>;
  /**
   * Keeps in the file what was reckoned, for all who open it afterwards, and drops what is kept of stretches without
   * papers. Ends early when the file is closed.
   */
  readonly keep: (store: Store, range: DateRange) => Promise<void>;
}

interface Stamped<T> {
  readonly stamp: string;
  readonly sums: T;
  /** Whether the file holds it, or is past all hope to. */
  kept: boolean;
}
/** So many are kept in one write: none is to hold anybody up. */
const sumsInOneWrite = 5;

export function stampedSums<T>({ kind, stretch, version, papers, reckon }: SumKind<T>): StampedSums<T> {
  const keyOf = (day: PlainDate): PlainDate => (stretch === 'day' ? day : mondayOf(day));
  const lastOf = (key: PlainDate): PlainDate => (stretch === 'day' ? key : addDays(key, 6));
  /** By file and first day: a term of a large school holds some megabytes, which aren't to be parsed for every question. */
  const sumsRead = oncePer((_file: ReadHandle['db']) => new Map<PlainDate, Stamped<T>>());

  function isWithin(key: PlainDate, { from, to }: DateRange): boolean {
    return keyOf(from) <= key && key <= to;
  }

  function stamps(ofDays: readonly DayOfPapers[]): ReadonlyMap<PlainDate, string> {
    const stretches = Map.groupBy(ofDays, ({ day }) => keyOf(day));
    return new Map(
      [...stretches].map(([key, days]) => [
        key,
        `${version}/${hash('sha256', days.map((one) => one.papers).join())}`,
      ]),
    );
  }

  function sumsKept(h: ReadHandle, key: PlainDate, stamp: string): Stamped<T> | null {
    const kept = keptSum(h, kind, key);
    return kept?.stamp === stamp ? { stamp, sums: JSON.parse(kept.content) as T, kept: true } : null;
  }

  /** Stamp and content of one moment: while others were served, the papers may have become others. */
  function sumsOfNow(h: ReadHandle, key: PlainDate, { from, to }: DateRange): Stamped<T> | null {
    const last = lastOf(key);
    const days = { from: from > key ? from : key, to: to < last ? to : last };
    return h.db.transaction(() => {
      const stamp = stamps(papers(h, days)).get(key);
      return stamp === undefined ? null : { stamp, sums: reckon(h, days), kept: false };
    })();
  }

  return {
    *inPieces(h, range) {
      const known = sumsRead(h.db);
      const ofDays: DayOfPapers[] = [];
      for (const month of monthsFromLast(range)) {
        ofDays.push(...papers(h, month));
        yield;
      }
      const now = stamps(ofDays);
      for (const key of known.keys()) if (isWithin(key, range) && !now.has(key)) known.delete(key);
      for (const [key, stamp] of now) {
        if (known.get(key)?.stamp === stamp) continue;
        const sums = sumsKept(h, key, stamp) ?? sumsOfNow(h, key, range);
        if (sums) known.set(key, sums);
        yield;
      }
      return [...now.keys()].flatMap((key) => known.get(key)?.sums ?? []);
    },

    async keep(store, range) {
      const h = store.read;
      const known = sumsRead(h.db);
      const unkept = [...known].filter(([key, { kept }]) => !kept && isWithin(key, range));
      for (let first = 0; first < unkept.length; first += sumsInOneWrite) {
        const some = unkept.slice(first, first + sumsInOneWrite);
        const sums = some.map(([key, { stamp, sums: of }]) => ({ key, stamp, content: JSON.stringify(of) }));
        if (!keepSums(store, kind, sums)) return;
        for (const [, one] of some) one.kept = true;
        await setImmediate();
        if (!h.db.open) return;
      }
      const keys = keptKeys(h, kind, { from: keyOf(range.from), to: range.to });
      dropSums(
        store,
        kind,
        keys.filter((key) => !known.has(key)),
      );
    },
  };
}

/** The parts of a range that lie in one month each, the last first. */
function monthsFromLast({ from, to }: DateRange): readonly DateRange[] {
  const parts: DateRange[] = [];
  for (let last = to; last >= from;) {
    const first = `${last.slice(0, 8)}01`;
    parts.push({ from: first < from ? from : first, to: last });
    last = addDays(first, -1);
  }
  return parts;
}
