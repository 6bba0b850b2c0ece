import type { PeriodKind } from '../kernel/periods.ts';
import type { SchoolType } from '../kernel/schoolType.ts';
import type { Fields, ValuesOf } from './field.ts';

/** The areas of the frame's left column; rights are given per area. */
export const areas = ['base', 'partyLife', 'ethics', 'afterSchool', 'ledgers'] as const;
export type Area = (typeof areas)[number];

/** A value for each area, asked for area by area. */
export function forEveryArea<T>(valueOf: (area: Area) => T): Readonly<Record<Area, T>> {
  return {
    base: valueOf('base'),
    partyLife: valueOf('partyLife'),
    ethics: valueOf('ethics'),
    afterSchool: valueOf('afterSchool'),
    ledgers: valueOf('ledgers'),
  };
}

export type { PeriodKind };

/** draft 草稿 → finished 已完成 → approved 已审定; a finished record is locked until reopened with a reason. */
export type RecordState = 'draft' | 'finished' | 'approved';

/** A part of the form with its heading. */
export interface FieldGroup<Id extends string = string> {
  readonly label: string;
  readonly fields: readonly Id[];
}

/** A cross table over a ledger: count (or sum) of records by one or two fields. */
export interface StatisticDefinition<Id extends string = string> {
  readonly id: string;
  readonly label: string;
  /** Field ids, or `period`. */
  readonly rows: Id | 'period';
  readonly columns?: Id | 'period';
  readonly measure: { readonly kind: 'count' } | { readonly kind: 'sum' | 'average'; readonly field: Id };
  /** Counts of a few point at single people and are hidden, together with those that would give them away. */
  readonly hidesSmallCounts?: true;
}

/**
 * Keeps the history of a current value as facts: when one of the copied fields changes on save, the open fact of this
 * subject ends the day before `since` and a new one begins. So a clerk edits one form, and checks still know "as on that day".
 */
export interface FactTrack<Id extends string = string> {
  /** Ledger of the facts; must be `effective`. */
  readonly ledger: string;
  /** Its reference field that points back to this record. */
  readonly subject: string;
  /** Fact field → field of this ledger. */
  readonly copies: Readonly<Record<string, Id>>;
  /** Date field of this ledger: since when the present values hold; empty = the day of the change. */
  readonly since: Id;
  /** Date field of this ledger that ends the facts for good (left, transferred out). */
  readonly until?: Id;
}

/** What a ledger is described by; everything else about it follows. */
export interface LedgerSpec<F extends Fields> {
  /** camelCase, stable for ever: it stands in revisions, files and packages. */
  readonly id: string;
  /** SQL table name, snake_case. */
  readonly table: string;
  readonly area: Area;
  readonly label: string;
  /** One sentence for the empty list: what belongs in here. */
  readonly description: string;
  readonly fields: F;
  /** The field people call a record by. */
  readonly title: keyof F & string;
  /** The choice field by which records are of different kinds: a new one takes its defaults from the last of its kind. */
  readonly kind?: keyof F & string;
  /** A number that tells records with equal titles apart (工号, 学籍号 …). */
  readonly code?: keyof F & string;
  /**
   * Each entry is a set of fields that together identify a record (one of the same period, where the ledger has periods);
   * used for duplicates on entry and import. An entry with an empty field identifies nothing.
   */
  readonly keys: readonly (readonly (keyof F & string)[])[];
  readonly period?: {
    readonly kinds: readonly PeriodKind[];
    /** Date field that proposes the period of a new record. */
    readonly proposeFrom?: keyof F & string;
    /** What else schools call the column of the period: 考核年度. */
    readonly synonyms?: readonly string[];
  };
  /**
   * Marks an effective-dated fact: of one subject, records hold from `from` to `to` (both inclusive,
   * empty `to` = still), and may not overlap when `exclusive`.
   */
  readonly effective?: {
    readonly subject: readonly (keyof F & string)[];
    readonly from: keyof F & string;
    readonly to: keyof F & string;
    readonly exclusive: boolean;
  };
  /** Fields of which every change is also kept as an effective-dated fact in another ledger. */
  readonly tracks?: readonly FactTrack<keyof F & string>[];
  /** Fields whose last value is likely to hold again (place, host, times …); a new record starts with it. */
  readonly carry?: readonly (keyof F & string)[];
  /** References to the people who work on a record: beside the head, they alone see its locked fields. */
  readonly namedBy?: readonly (keyof F & string)[];
  readonly groups: readonly FieldGroup<keyof F & string>[];
  readonly sort: readonly { readonly field: keyof F & string; readonly direction: 'asc' | 'desc' }[];
  /** Records pass draft → finished → approved; without it a saved record is simply `finished` and stays editable. */
  readonly workflow?: boolean;
  /**
   * Fields, or `details.field`, that by their nature are filled in after a record is finished (when a decision was closed, when
   * an absentee made up). Changing these alone needs no reopening; it is a revision like every change.
   */
  readonly followUp?: readonly string[];
  readonly statistics?: readonly StatisticDefinition<keyof F & string>[];
  /**
   * Unfolds a sheet of another shape than one row a record (a timetable) into rows with this ledger's headers first;
   * `undefined` when it is no such sheet.
   */
  readonly unfold?: (rows: readonly (readonly string[])[]) => readonly (readonly string[])[] | undefined;
  /** School types that have this ledger; absent = all. */
  readonly schoolTypes?: readonly SchoolType[];
  /** Checks over several fields; paths as in FieldProblem. Called only when every field holds by itself, so not for half-filled drafts. */
  readonly validate?: (
    values: Readonly<ValuesOf<F>>,
    context: CheckContext,
  ) => readonly { path: string; sentence: string }[];
  /**
   * What the form says while somebody types, from values that may still be incomplete: whether a presence suffices, how
   * many votes are lacking. It never stops a save.
   */
  readonly advice?: (values: Readonly<LooseValues>, context: CheckContext) => readonly Advice[];
}

/** What checks and advice may know beside the values. */
export interface CheckContext {
  /** Day in China; absent where nobody asks as of a day. */
  readonly today?: string | undefined;
  /** A number that the school or the county may set, as in force on a day; absent or `undefined` where it isn't known. */
  readonly parameter?: ((id: string, on: string) => number | undefined) | undefined;
}

/** What a form says about a record while it is written; it hinders no save. */
export interface Advice {
  /** good: a requirement is met · problem: it is not, and the record would be found fault with. */
  readonly level: 'good' | 'info' | 'warning' | 'problem';
  /** Field that it stands with. */
  readonly path: string;
  readonly sentence: string;
}

/** A ledger as `defineLedger` made it. */
export type LedgerDefinition<F extends Fields = Fields> = Readonly<LedgerSpec<F>>;

/** A definition whose fields are not known by type: what the engine works with. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- callbacks make definitions invariant in their fields
export type AnyLedger = LedgerDefinition<any>;

/** What every record has besides its values. Times are instants in UTC, persons are names of accounts. */
export interface RecordMeta {
  readonly id: string;
  readonly schoolId: string;
  readonly period: string | null;
  readonly state: RecordState;
  /** Counts from 1; a save must name the revision it started from. */
  readonly revision: number;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly updatedAt: string;
  readonly updatedBy: string;
  readonly deletedAt: string | null;
}

/** Values by field id where the definition is not known by type; shapes as in `field.ts`. */
export type LooseValues = Record<string, unknown>;

/** A stored record. */
export interface LedgerRecord<V = LooseValues> extends RecordMeta {
  readonly values: V;
}

/**
 * Makes a ledger from its description. Throws at start-up when the description contradicts itself
 * (a programming mistake, not a user's).
 */
export function defineLedger<const F extends Fields>(spec: LedgerSpec<F>): LedgerDefinition<F> {
  const ids = new Set(Object.keys(spec.fields));
  const grouped = spec.groups.flatMap((group) => group.fields as readonly string[]);
  const missing = [...ids].filter((id) => !grouped.includes(id));
  if (missing.length > 0) throw new Error(`${spec.id}: fields without a group: ${missing.join(', ')}`);
  if (new Set(grouped).size !== grouped.length) throw new Error(`${spec.id}: a field stands in two groups`);
  return Object.freeze({ ...spec });
}
