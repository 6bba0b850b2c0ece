import type { Generated } from 'kysely';

/**
 * Tables that are written in passing: what is read of them concerns the one who wrote, or is never kept in a window's
 * memory. Screens are not read anew for them.
 */
export const quietTables: ReadonlySet<string> = new Set<keyof SystemTables>([
  'access_log',
  'attachment',
  'draft',
  'recent_choice',
]);

/** Rows of the tables that are not a ledger's; `migrations/0001-system.ts` makes them. */
export interface SystemTables {
  account: { id: string; name: string; roles: string; active: number; created_at: string };
  setting: { key: string; value: string };
  parameter: {
    id: string;
    valid_from: string;
    value: string;
    reason: string;
    saved_at: string;
    saved_by: string;
  };
  finding_override: {
    key: string;
    area: string;
    reason: string;
    account_id: string;
    account_name: string;
    at: string;
  };
  /** What follows from records and may be thrown away; `stamp` says from which ones, as they were then. */
  kept_sum: { kind: string; key: string; stamp: string; content: string };
  draft: {
    account_id: string;
    ledger: string;
    record_id: string;
    base_revision: number | null;
    period: string | null;
    content: string;
    saved_at: string;
  };
  saved_view: { id: string; account_id: string; ledger: string; name: string; query: string };
  export_log: {
    id: Generated<number>;
    at: string;
    account_id: string;
    account_name: string;
    what: string;
    profile: string;
    purpose: string;
    recipient: string;
    row_count: number;
    path: string;
    sha256: string;
  };
  access_log: {
    id: Generated<number>;
    at: string;
    account_id: string;
    account_name: string;
    what: string;
    ledger: string | null;
    record_id: string | null;
  };
  /** Scores given to a person in a part of an appraisal, sorted, without the raters; `rules` = lists of ten (panel). */
  appraisal_mark: { round_id: string; part: string; staff_id: string; scores: string; rules: string };
  /** What a rater gave as a whole, without to whom. */
  appraisal_rater: {
    round_id: string;
    part: string;
    number: number;
    rated: number;
    average: number;
    flat: number;
  };
  import_batch: {
    id: string;
    at: string;
    account_id: string;
    account_name: string;
    file_name: string;
    ledger: string;
    created: number;
    changed: number;
    undone_at: string | null;
  };
  import_mapping: { ledger: string; fingerprint: string; mapping: string; saved_at: string };
  calendar_day: { date: string; name: string; is_off_day: number; follow_weekday: number | null };
  attachment: {
    id: string;
    media_type: string;
    bytes: number;
    taken_on: string | null;
    created_at: string;
    created_by: string;
  };
  revision: {
    seq: number;
    ledger: string;
    record_id: string;
    number: number;
    action: string;
    at: string;
    account_id: string;
    account_name: string;
    reason: string | null;
    import_id: string | null;
    content: string;
    hash: string;
  };
  search_entry: {
    entry: Generated<number>;
    ledger: string;
    record_id: string;
    title: string;
    code: string | null;
    hint: string | null;
    title_sort: string;
    deleted_at: string | null;
    deleted_by: string | null;
  };
  search_source: { target_id: string; entry: number };
  recent_choice: { account_id: string; ledger: string; record_id: string; chosen_at: string };
}
