import type { Migration } from '../schema/migrator.ts';

/** Written by `npm run migration` from the definitions as they were then. */
export const migration: Migration = {
  number: 9,
  name: 'ethicsCampaigns',
  up(db) {
    db.exec(`
      CREATE TABLE "ethics_plan_item" (
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
  "element" TEXT,
  "kind" TEXT,
  "title" TEXT,
  "due_on" TEXT,
  "owner" TEXT,
  "measures" TEXT,
  "cancelled_reason" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "ethics_plan_item__due_on__id" ON "ethics_plan_item" ("due_on", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "ethics_plan_item__period__due_on__id" ON "ethics_plan_item" ("period", "due_on", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "ethics_plan_item__element__due_on__id" ON "ethics_plan_item" ("element", "due_on", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "ethics_plan_item__kind__due_on__id" ON "ethics_plan_item" ("kind", "due_on", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "ethics_plan_item__kind__title__due_on" ON "ethics_plan_item" ("kind", "title", "due_on") WHERE "deleted_at" IS NULL;
      CREATE TABLE "ethics_clause" (
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
  "campaign" TEXT,
  "version" TEXT,
  "valid_from" TEXT,
  "preamble" TEXT,
  "clauses" TEXT,
  "closing" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "ethics_clause__valid_from_desc__id_desc" ON "ethics_clause" ("valid_from" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "ethics_clause__campaign__valid_from_desc__id_desc" ON "ethics_clause" ("campaign", "valid_from" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "ethics_clause__valid_from__id_desc" ON "ethics_clause" ("valid_from", "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "ethics_clause__campaign__valid_from" ON "ethics_clause" ("campaign", "valid_from") WHERE "deleted_at" IS NULL;
      CREATE INDEX "ethics_clause__campaign__version" ON "ethics_clause" ("campaign", "version") WHERE "deleted_at" IS NULL;
      CREATE TABLE "ethics_excuse" (
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
  "staff" TEXT,
  "campaign" TEXT,
  "reason" TEXT,
  "noted_on" TEXT,
  "back_on" TEXT,
  "note" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "ethics_excuse__noted_on_desc__id_desc" ON "ethics_excuse" ("noted_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "ethics_excuse__period__noted_on_desc__id_desc" ON "ethics_excuse" ("period", "noted_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "ethics_excuse__staff__noted_on_desc__id_desc" ON "ethics_excuse" ("staff", "noted_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "ethics_excuse__campaign__noted_on_desc__id_desc" ON "ethics_excuse" ("campaign", "noted_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "ethics_excuse__staff__campaign" ON "ethics_excuse" ("staff", "campaign") WHERE "deleted_at" IS NULL;
      CREATE TABLE "ethics_survey" (
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
  "title" TEXT,
  "audience" TEXT,
  "grouping" TEXT,
  "starts_on" TEXT,
  "ends_on" TEXT,
  "issued" INTEGER,
  "introduction" TEXT,
  "version" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "ethics_survey__starts_on_desc__id_desc" ON "ethics_survey" ("starts_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "ethics_survey__period__starts_on_desc__id_desc" ON "ethics_survey" ("period", "starts_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "ethics_survey__audience__starts_on_desc__id_desc" ON "ethics_survey" ("audience", "starts_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "ethics_survey__title__starts_on" ON "ethics_survey" ("title", "starts_on") WHERE "deleted_at" IS NULL;
      CREATE TABLE "ethics_survey__questions" (
  "id" TEXT NOT NULL,
  "record_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "text" TEXT,
  PRIMARY KEY ("record_id", "id"),
  FOREIGN KEY ("record_id") REFERENCES "ethics_survey" ("id") ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
      CREATE TABLE "ethics_survey__tallies" (
  "id" TEXT NOT NULL,
  "record_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "group" TEXT,
  "question" INTEGER,
  "very_satisfied" INTEGER,
  "satisfied" INTEGER,
  "fair" INTEGER,
  "dissatisfied" INTEGER,
  PRIMARY KEY ("record_id", "id"),
  FOREIGN KEY ("record_id") REFERENCES "ethics_survey" ("id") ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
    `);
  },
};
