import type { Migration } from '../schema/migrator.ts';

/** Written by `npm run migration` from the definitions as they were then. */
export const migration: Migration = {
  number: 12,
  name: 'appraisalRound',
  up(db) {
    db.exec(`
      CREATE TABLE "appraisal_round" (
  "id" TEXT NOT NULL,
  "school_id" TEXT NOT NULL,
  "period" TEXT,
  "state" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "created_at" TEXT NOT NULL,
  "created_by" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "updated_by" TEXT NOT NULL,
  "deleted_at" TEXT,
  "import_id" TEXT,
  "name" TEXT,
  "preset" TEXT,
  "self_weight" INTEGER,
  "peer_weight" INTEGER,
  "pupil_weight" INTEGER,
  "parent_weight" INTEGER,
  "panel_weight" INTEGER,
  "excellent_from" REAL,
  "qualified_from" REAL,
  "basic_from" REAL,
  "excellent_share" REAL,
  "notice_workdays" INTEGER,
  "min_raters" INTEGER,
  "veto_handlings" TEXT,
  "veto_violations" TEXT,
  "peer_raters" INTEGER,
  "pupil_raters" INTEGER,
  "parent_raters" INTEGER,
  "panel_raters" INTEGER,
  "outside_raters" INTEGER,
  "notice_from" TEXT,
  "notice_to" TEXT,
  "filed_on" TEXT,
  "files" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "appraisal_round__name_desc__id_desc" ON "appraisal_round" ("name" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "appraisal_round__period__name_desc__id_desc" ON "appraisal_round" ("period", "name" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "appraisal_round__name" ON "appraisal_round" ("name") WHERE "deleted_at" IS NULL;
      CREATE TABLE "appraisal_round__people" (
  "id" TEXT NOT NULL,
  "record_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "staff" TEXT,
  "included" INTEGER,
  "reason" TEXT,
  "note" TEXT,
  "unsigned_note" TEXT,
  PRIMARY KEY ("record_id", "id"),
  FOREIGN KEY ("record_id") REFERENCES "appraisal_round" ("id") ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
      CREATE INDEX "appraisal_round__people__staff" ON "appraisal_round__people" ("staff");
      CREATE TABLE "appraisal_round__steps" (
  "id" TEXT NOT NULL,
  "record_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "step" TEXT,
  "done_on" TEXT,
  "by" TEXT,
  "note" TEXT,
  PRIMARY KEY ("record_id", "id"),
  FOREIGN KEY ("record_id") REFERENCES "appraisal_round" ("id") ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
      CREATE TABLE "appraisal_round__imports" (
  "id" TEXT NOT NULL,
  "record_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "on" TEXT,
  "part" TEXT,
  "raters" INTEGER,
  "note" TEXT,
  "by" TEXT,
  PRIMARY KEY ("record_id", "id"),
  FOREIGN KEY ("record_id") REFERENCES "appraisal_round" ("id") ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
      CREATE TABLE "appraisal_round__decisions" (
  "id" TEXT NOT NULL,
  "record_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "staff" TEXT,
  "granted" INTEGER,
  "decided_on" TEXT,
  "reason" TEXT,
  "by" TEXT,
  PRIMARY KEY ("record_id", "id"),
  FOREIGN KEY ("record_id") REFERENCES "appraisal_round" ("id") ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
      CREATE INDEX "appraisal_round__decisions__staff" ON "appraisal_round__decisions" ("staff");
    `);
  },
};
