import type { WorkbookData } from '../../documents/sheetData.ts';
import type { KnownSheet } from './recogniseWorkbook.ts';
import type { ImportOutcome, ImportTask } from './runImport.ts';

/** A previewed choice, ready to be written. */
export interface PreparedImport {
  readonly ledger: string;
  readonly task: ImportTask;
  readonly outcome: ImportOutcome;
  readonly committed: boolean;
}

/** A file that somebody is importing; lives in memory only, since it is full of personal data. */
export interface ImportSourceState {
  readonly importId: string;
  readonly accountId: string;
  readonly fileName: string;
  readonly workbook: WorkbookData;
  readonly sheets: readonly KnownSheet[];
  readonly prepared: PreparedImport | null;
}

/** Open imports at once: one wizard, and a few that were left without being closed. */
const mostSources = 4;

export interface ImportSources {
  put(source: ImportSourceState): void;
  /** `undefined` when it is not there or another account's. */
  get(importId: string, accountId: string): ImportSourceState | undefined;
  remove(importId: string): void;
  clear(): void;
}

export function createImportSources(): ImportSources {
  const sources = new Map<string, ImportSourceState>();
  return {
    put(source) {
      sources.delete(source.importId);
      sources.set(source.importId, source);
      for (const oldest of [...sources.keys()].slice(0, -mostSources)) sources.delete(oldest);
    },
    get(importId, accountId) {
      const source = sources.get(importId);
      return source?.accountId === accountId ? source : undefined;
    },
    remove(importId) {
      sources.delete(importId);
    },
    clear() {
      sources.clear();
    },
  };
}
