import type { Migration } from '../schema/migrator.ts';

/** The tables that are not a ledger's: accounts, settings, revisions, search, attachments, logs. */
export const migration: Migration = {
  number: 1,
  name: 'system',
  up(db) {
    db.exec(`
      CREATE TABLE account (
      id TEXT PRIMARY KEY NOT NULL,
      name TEXT NOT NULL,
      roles TEXT NOT NULL,
      active INTEGER NOT NULL CHECK (active IN (0, 1)),
      created_at TEXT NOT NULL
    ) STRICT;
      CREATE UNIQUE INDEX account_active_name ON account (name) WHERE active = 1;
      CREATE TABLE setting (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
      CREATE TABLE parameter (
      id TEXT NOT NULL,
      valid_from TEXT NOT NULL,
      value TEXT NOT NULL,
      reason TEXT NOT NULL,
      saved_at TEXT NOT NULL,
      saved_by TEXT NOT NULL,
      PRIMARY KEY (id, valid_from)
    ) STRICT, WITHOUT ROWID;
      CREATE TABLE finding_override (
      key TEXT PRIMARY KEY NOT NULL,
      area TEXT NOT NULL,
      reason TEXT NOT NULL,
      account_id TEXT NOT NULL,
      account_name TEXT NOT NULL,
      at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
      CREATE TABLE draft (
      account_id TEXT NOT NULL,
      ledger TEXT NOT NULL,
      record_id TEXT NOT NULL,
      base_revision INTEGER,
      period TEXT,
      content TEXT NOT NULL,
      saved_at TEXT NOT NULL,
      PRIMARY KEY (account_id, ledger, record_id)
    ) STRICT;
      CREATE TABLE saved_view (
      id TEXT PRIMARY KEY NOT NULL,
      account_id TEXT NOT NULL,
      ledger TEXT NOT NULL,
      name TEXT NOT NULL,
      query TEXT NOT NULL
    ) STRICT;
      CREATE TABLE export_log (
      id INTEGER PRIMARY KEY,
      at TEXT NOT NULL,
      account_id TEXT NOT NULL,
      account_name TEXT NOT NULL,
      what TEXT NOT NULL,
      profile TEXT NOT NULL,
      purpose TEXT NOT NULL,
      recipient TEXT NOT NULL,
      row_count INTEGER NOT NULL,
      path TEXT NOT NULL,
      sha256 TEXT NOT NULL
    ) STRICT;
      CREATE TABLE access_log (
      id INTEGER PRIMARY KEY,
      at TEXT NOT NULL,
      account_id TEXT NOT NULL,
      account_name TEXT NOT NULL,
      what TEXT NOT NULL,
      ledger TEXT,
      record_id TEXT
    ) STRICT;
      CREATE TABLE import_batch (
      id TEXT PRIMARY KEY NOT NULL,
      at TEXT NOT NULL,
      account_id TEXT NOT NULL,
      account_name TEXT NOT NULL,
      file_name TEXT NOT NULL,
      ledger TEXT NOT NULL,
      created INTEGER NOT NULL,
      changed INTEGER NOT NULL,
      undone_at TEXT
    ) STRICT;
      CREATE TABLE import_mapping (
      ledger TEXT NOT NULL,
      fingerprint TEXT NOT NULL,
      mapping TEXT NOT NULL,
      saved_at TEXT NOT NULL,
      PRIMARY KEY (ledger, fingerprint)
    ) STRICT, WITHOUT ROWID;
      CREATE TABLE calendar_day (
      date TEXT PRIMARY KEY NOT NULL,
      name TEXT NOT NULL,
      is_off_day INTEGER NOT NULL CHECK (is_off_day IN (0, 1)),
      follow_weekday INTEGER CHECK (follow_weekday BETWEEN 1 AND 7)
    ) STRICT, WITHOUT ROWID;
      CREATE TABLE attachment (
      id TEXT PRIMARY KEY NOT NULL,
      media_type TEXT NOT NULL,
      bytes INTEGER NOT NULL,
      taken_on TEXT,
      created_at TEXT NOT NULL,
      created_by TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
      CREATE TABLE revision (
      seq INTEGER PRIMARY KEY,
      ledger TEXT NOT NULL,
      record_id TEXT NOT NULL,
      number INTEGER NOT NULL,
      action TEXT NOT NULL CHECK (action IN ('create', 'update', 'delete', 'undelete', 'restore')),
      at TEXT NOT NULL,
      account_id TEXT NOT NULL,
      account_name TEXT NOT NULL,
      reason TEXT,
      import_id TEXT,
      content TEXT NOT NULL,
      hash TEXT NOT NULL,
      UNIQUE (record_id, number)
    ) STRICT;
      CREATE INDEX revision_import ON revision (import_id) WHERE import_id IS NOT NULL;
      CREATE TABLE search_entry (
      entry INTEGER PRIMARY KEY,
      ledger TEXT NOT NULL,
      record_id TEXT NOT NULL UNIQUE,
      title TEXT NOT NULL,
      code TEXT,
      hint TEXT,
      title_sort TEXT NOT NULL,
      deleted_at TEXT,
      deleted_by TEXT
    ) STRICT;
      CREATE INDEX search_entry_title ON search_entry (ledger, title_sort, entry) WHERE deleted_at IS NULL;
      CREATE INDEX search_entry_deleted ON search_entry (deleted_at) WHERE deleted_at IS NOT NULL;
      CREATE TABLE search_source (
      target_id TEXT NOT NULL,
      entry INTEGER NOT NULL REFERENCES search_entry (entry) ON DELETE CASCADE,
      PRIMARY KEY (target_id, entry)
    ) STRICT, WITHOUT ROWID;
      CREATE INDEX search_source_entry ON search_source (entry);
      CREATE VIRTUAL TABLE search_text USING fts5(
      title, code, body, content='', contentless_delete=1, tokenize='unicode61'
    );
      CREATE TABLE recent_choice (
      account_id TEXT NOT NULL,
      ledger TEXT NOT NULL,
      record_id TEXT NOT NULL,
      chosen_at TEXT NOT NULL,
      PRIMARY KEY (account_id, ledger, record_id)
    ) STRICT, WITHOUT ROWID;
    `);
  },
};
