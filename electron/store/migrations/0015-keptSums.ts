import type { Migration } from '../schema/migrator.ts';

/** Sums that are kept because reckoning them anew costs too much. */
export const migration: Migration = {
  number: 15,
  name: 'keptSums',
  up(db) {
    db.exec(`
      CREATE TABLE kept_sum (
      kind TEXT NOT NULL,
      key TEXT NOT NULL,
      stamp TEXT NOT NULL,
      content TEXT NOT NULL,
      PRIMARY KEY (kind, key)
    ) STRICT, WITHOUT ROWID;
    `);
  },
};
