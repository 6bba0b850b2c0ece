import type BetterSqlite3 from 'better-sqlite3';
import type { ReadHandle } from './handles.ts';

/** When which tables of a file were written, as far as one connection can tell. */
export interface WriteLog {
  /** Takes note of a write of this connection that was stored. */
  note(tables: ReadonlySet<string>): void;
  /** A number that grows with every write that was stored, by whomever; what is kept in passing isn't one. */
  moment(): number;
  /** Begins a reading: what is read through its handle rests on the tables as they are. */
  begin(h: ReadHandle): Reading;
}

/** Something that is or was being read. */
export interface Reading {
  readonly h: ReadHandle;
  /** Whether no table was written, since the reading began, that it has read so far. */
  stands(): boolean;
}

export function createWriteLog(db: BetterSqlite3.Database): WriteLog {
  const dataVersion = db.prepare<[], number>('PRAGMA data_version').pluck();
  let moment = 0;
  const writtenAt = new Map<string, number>();
  let elsewhere = { version: dataVersion.get(), at: 0 };

  /** Of a write by another connection no more is known than that there was one. */
  function writtenElsewhereAt(): number {
    const version = dataVersion.get();
    if (version !== elsewhere.version) elsewhere = { version, at: (moment += 1) };
    return elsewhere.at;
  }

  function momentNow(): number {
    writtenElsewhereAt();
    return moment;
  }

  return {
    note(tables) {
      moment += 1;
      for (const table of tables) writtenAt.set(table, moment);
    },
    moment: momentNow,
    begin(h) {
      const begun = momentNow();
      const read = new Set<string>();
      return {
        h: { ...h, onRead: (table) => read.add(table) },
        stands: () =>
          writtenElsewhereAt() <= begun && [...read].every((table) => (writtenAt.get(table) ?? 0) <= begun),
      };
    },
  };
}
