import { z } from 'zod';
import type { AttachmentRef } from '../ledger/field.ts';
import type { Area, LedgerRecord, LooseValues } from '../ledger/definition.ts';
import type { StatisticTable } from '../ledger/statistics.ts';
import { findLedger } from '../ledgers/index.ts';
import { call, signedIn } from './call.ts';

/** A condition on one field of a list. */
export const filterSchema = z.object({
  /** Field id, or the system fields `period`, `state`, `updatedAt`. */
  field: z.string().max(80),
  operator: z.enum(['is', 'isNot', 'contains', 'anyOf', 'from', 'to', 'between', 'isEmpty', 'isNotEmpty']),
  value: z.unknown().optional(),
});
/** As `filterSchema` reads it. */
export type Filter = z.infer<typeof filterSchema>;

/** An order of a list by one field. */
export const sortSchema = z.object({ field: z.string().max(80), direction: z.enum(['asc', 'desc']) });
/** As `sortSchema` reads it. */
export type Sort = z.infer<typeof sortSchema>;

/** Which records of a ledger are meant; what is left out means all, in the ledger's own order. */
export const querySchema = z.object({
  ledger: z.string().max(80),
  filters: z.array(filterSchema).max(20).default([]),
  /** Empty = the definition's own order. */
  sort: z.array(sortSchema).max(4).default([]),
  /** Words, a name, pinyin or initials; narrowed by the search index. */
  search: z.string().max(200).default(''),
  /** Records counting for this period or one inside it, e.g. `2026` or `2026-2027-1`. */
  period: z.string().max(20).nullable().default(null),
  deleted: z.boolean().default(false),
});
/** As `querySchema` reads it, with what was left out filled in. */
export type LedgerQuery = z.infer<typeof querySchema>;

/** A page of a list. */
export interface ListPage {
  /** Detail rows are not loaded in lists: those fields are absent from `values`. */
  readonly rows: readonly LedgerRecord[];
  readonly total: number;
  /** Sum per field with `total: true`, over all rows of the query. */
  readonly totals: Readonly<Record<string, number>>;
  /** Titles of every record that the rows refer to, by record id. */
  readonly titles: Readonly<Record<string, string>>;
}

/** A record as the account may see it. */
export interface RecordView {
  readonly record: LedgerRecord;
  readonly titles: Readonly<Record<string, string>>;
  /** Fields whose value is withheld from this account. */
  readonly withheld: readonly string[];
}

/** One step of a record's history. */
export interface RevisionView {
  readonly number: number;
  readonly at: string;
  readonly accountName: string;
  readonly action: 'create' | 'update' | 'delete' | 'undelete' | 'restore';
  readonly reason: string | null;
  readonly importId: string | null;
  /** Field ids that differ from the revision before. */
  readonly changed: readonly string[];
  /** Values after this revision. */
  readonly values: LooseValues;
  readonly titles: Readonly<Record<string, string>>;
}

/** A record offered to be referred to. */
export interface LookupHit {
  readonly id: string;
  readonly title: string;
  readonly code: string | null;
  /** A second line that helps to tell people apart (post, class …). */
  readonly hint: string | null;
}

/** A record found by the search over all ledgers. */
export interface SearchHit {
  readonly ledger: string;
  readonly id: string;
  readonly title: string;
  readonly hint: string | null;
}

/** A record in the recycle bin. */
export interface RecycledRecord {
  readonly ledger: string;
  readonly id: string;
  readonly title: string;
  /** A second line that tells records of equal titles apart. */
  readonly hint: string | null;
  readonly deletedAt: string;
  readonly deletedBy: string;
}

/** What was typed and not saved yet, kept for this account; `baseRevision` `null` = of a new record. */
export interface Draft {
  readonly ledger: string;
  readonly recordId: string;
  readonly baseRevision: number | null;
  readonly period: string | null;
  readonly values: LooseValues;
  readonly savedAt: string;
}

/** A list's filters and order under a name. */
export interface SavedView {
  readonly id: string;
  readonly ledger: string;
  readonly name: string;
  readonly query: LedgerQuery;
}

const ledger = z.string().max(80);
const id = z.uuid();
const values = z.record(z.string().max(80), z.unknown());

function areaOfLedger(input: { ledger: string }): readonly Area[] | null {
  const definition = findLedger(input.ledger);
  return definition ? [definition.area] : null;
}
/** Accounts that may read, or read and write, in the area of the ledger that is named. */
export function inLedger(level: 'read' | 'write') {
  return { kind: 'area', level, areaOf: areaOfLedger } as const;
}
const ofQuery = {
  kind: 'area',
  level: 'read',
  areaOf: (input: { query: { ledger: string } }) => areaOfLedger(input.query),
} as const;

/** Records of any ledger: lists, forms, history, search, recycle bin. */
export const ledgerCalls = {
  'ledger.list': call<ListPage>()(
    z.object({ query: querySchema, page: z.int().min(0).max(1_000_000), pageSize: z.int().min(1).max(500) }),
    ofQuery,
  ),
  'ledger.get': call<RecordView>()(z.object({ ledger, id }), inLedger('read')),
  /**
   * Creates (`baseRevision: null`) or changes a record. Refused with `conflict` when somebody saved in
   * between, with `invalidInput` and problems per field path when the values don't hold.
   */
  'ledger.save': call<RecordView>()(
    z.object({
      ledger,
      id,
      values,
      period: z.string().max(20).nullable(),
      state: z.enum(['draft', 'finished', 'approved']),
      baseRevision: z.int().nullable(),
      reason: z.string().max(500).optional(),
    }),
    inLedger('write'),
  ),
  'ledger.remove': call<{ removed: number }>()(
    z.object({ ledger, ids: z.array(id).min(1).max(5000), reason: z.string().max(500).optional() }),
    inLedger('write'),
  ),
  /** Takes records out of the recycle bin. */
  'ledger.undelete': call<{ restored: number }>()(
    z.object({ ledger, ids: z.array(id).min(1).max(5000) }),
    inLedger('write'),
  ),
  'ledger.history': call<readonly RevisionView[]>()(z.object({ ledger, id }), inLedger('read')),
  'ledger.restoreRevision': call<RecordView>()(
    z.object({
      ledger,
      id,
      number: z.int().min(1),
      reason: z.string().trim().min(2, '请写恢复的原因。').max(500),
    }),
    inLedger('write'),
  ),
  /** For pickers: by title, code, pinyin or initials; recent choices of this account first. Empty text = recent ones. */
  'ledger.lookup': call<readonly LookupHit[]>()(
    z.object({ ledger, text: z.string().max(60), limit: z.int().min(1).max(50).default(12) }),
    inLedger('read'),
  ),
  'ledger.statistics': call<readonly StatisticTable[]>()(z.object({ query: querySchema }), ofQuery),
  'ledger.recycleBin': call<readonly RecycledRecord[]>()(z.object({}), signedIn),
  /** Number of live records of every ledger the account may read. */
  'ledger.counts': call<Readonly<Record<string, number>>>()(z.object({}), signedIn),
  /** Values of the newest record of the ledger and, where `kind` is given, of that choice; `null` when there is none. */
  'ledger.latest': call<LooseValues | null>()(
    z.object({ ledger, kind: z.object({ field: z.string().max(80), value: z.string().max(80) }).optional() }),
    inLedger('read'),
  ),

  'draft.save': call<null>()(
    z.object({
      ledger,
      recordId: id,
      baseRevision: z.int().nullable(),
      period: z.string().max(20).nullable(),
      values,
    }),
    inLedger('write'),
  ),
  'draft.list': call<readonly Draft[]>()(z.object({ ledger }), inLedger('write')),
  'draft.discard': call<null>()(z.object({ ledger, recordId: id }), inLedger('write')),

  'view.list': call<readonly SavedView[]>()(z.object({ ledger }), inLedger('read')),
  'view.save': call<SavedView>()(
    z.object({
      ledger,
      id,
      name: z.string().trim().min(1, '请给视图起个名字。').max(30),
      query: querySchema,
    }),
    inLedger('read'),
  ),
  'view.remove': call<null>()(z.object({ ledger, id }), inLedger('read')),

  'attachment.add': call<{ ref: AttachmentRef; bytes: number; takenOn: string | null }>()(
    z.object({
      ledger,
      kind: z.string().max(40),
      name: z.string().min(1).max(200),
      /** File content, base64; at most 40 MB decoded. */
      content: z.base64().max(56_000_000),
    }),
    inLedger('write'),
  ),
  'attachment.read': call<{ name: string; mediaType: string; content: string }>()(
    z.object({ ledger, recordId: id, attachmentId: z.string().max(80) }),
    inLedger('read'),
  ),
  /** Saves a copy outside the program, to be opened with the program it belongs to; `null` = dialog closed. */
  'attachment.save': call<{ path: string } | null>()(
    z.object({
      ledger,
      recordId: id,
      attachmentId: z.string().max(80),
      path: z.string().max(2000).optional(),
    }),
    inLedger('read'),
  ),

  'search.everywhere': call<readonly SearchHit[]>()(
    z.object({ text: z.string().max(100), limit: z.int().min(1).max(50).default(20) }),
    signedIn,
  ),
};
