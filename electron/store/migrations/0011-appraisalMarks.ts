import type { Migration } from '../schema/migrator.ts';

/** Scores of appraisals as they were handed in: of a person without the raters' numbers, of a rater without the people. */
export const migration: Migration = {
  number: 11,
  name: 'appraisalMarks',
  up(db) {
    db.exec(`
      CREATE TABLE appraisal_mark (
      round_id TEXT NOT NULL,
      part TEXT NOT NULL,
      staff_id TEXT NOT NULL,
      scores TEXT NOT NULL,
      rules TEXT NOT NULL,
      PRIMARY KEY (round_id, part, staff_id)
    ) STRICT, WITHOUT ROWID;
      CREATE TABLE appraisal_rater (
      round_id TEXT NOT NULL,
      part TEXT NOT NULL,
      number INTEGER NOT NULL,
      rated INTEGER NOT NULL,
      average REAL NOT NULL,
      flat INTEGER NOT NULL,
      PRIMARY KEY (round_id, part, number)
    ) STRICT, WITHOUT ROWID;
    `);
  },
};
