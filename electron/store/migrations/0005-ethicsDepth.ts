import type { Migration } from '../schema/migrator.ts';

/** Written by `npm run migration` from the definitions as they were then. */
export const migration: Migration = {
  number: 5,
  name: 'ethicsDepth',
  up(db) {
    db.exec(`
      ALTER TABLE "ethics_case" ADD COLUMN "injured" INTEGER;
      ALTER TABLE "ethics_case" ADD COLUMN "acceptance" TEXT;
      ALTER TABLE "ethics_case" ADD COLUMN "rejection_reason" TEXT;
      ALTER TABLE "ethics_case" ADD COLUMN "investigators" TEXT;
      ALTER TABLE "ethics_case" ADD COLUMN "extended_on" TEXT;
      ALTER TABLE "ethics_case" ADD COLUMN "proposed_on" TEXT;
      ALTER TABLE "ethics_case" ADD COLUMN "hearing_told_on" TEXT;
      ALTER TABLE "ethics_case" ADD COLUMN "hearing_asked" INTEGER;
      ALTER TABLE "ethics_case" ADD COLUMN "hearing_held_on" TEXT;
      ALTER TABLE "ethics_case" ADD COLUMN "appeal_route_told" INTEGER;
      ALTER TABLE "ethics_case" ADD COLUMN "party_informed_on" TEXT;
      ALTER TABLE "ethics_case" ADD COLUMN "review_asked_on" TEXT;
      ALTER TABLE "ethics_case" ADD COLUMN "review_decided_on" TEXT;
      ALTER TABLE "ethics_case" ADD COLUMN "review_result" TEXT;
      ALTER TABLE "ethics_case" ADD COLUMN "appeal_asked_on" TEXT;
      ALTER TABLE "ethics_case" ADD COLUMN "appeal_extended_on" TEXT;
      ALTER TABLE "ethics_case" ADD COLUMN "appeal_decided_on" TEXT;
      ALTER TABLE "ethics_case" ADD COLUMN "appeal_result" TEXT;
      ALTER TABLE "ethics_case" ADD COLUMN "period_extended_on" TEXT;
      ALTER TABLE "ethics_case" ADD COLUMN "extended_to" TEXT;
      ALTER TABLE "ethics_case" ADD COLUMN "archived_on" TEXT;
      CREATE TABLE "ethics_case__statements" (
  "id" TEXT NOT NULL,
  "record_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "on" TEXT,
  "of" TEXT,
  "person" TEXT,
  "content" TEXT,
  PRIMARY KEY ("record_id", "id"),
  FOREIGN KEY ("record_id") REFERENCES "ethics_case" ("id") ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
      CREATE TABLE "ethics_case__papers" (
  "id" TEXT NOT NULL,
  "record_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "kind" TEXT,
  "made_on" TEXT,
  "place" TEXT,
  PRIMARY KEY ("record_id", "id"),
  FOREIGN KEY ("record_id") REFERENCES "ethics_case" ("id") ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
      CREATE TABLE "ethics_case__events" (
  "id" TEXT NOT NULL,
  "record_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "on" TEXT,
  "event" TEXT,
  "by" TEXT,
  "note" TEXT,
  PRIMARY KEY ("record_id", "id"),
  FOREIGN KEY ("record_id") REFERENCES "ethics_case" ("id") ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
      CREATE TABLE "ethics_talk" (
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
  "kind" TEXT,
  "held_on" TEXT,
  "place" TEXT,
  "talkers" TEXT,
  "reason" TEXT,
  "content" TEXT,
  "reply" TEXT,
  "demands" TEXT,
  "mend_by" TEXT,
  "mended_on" TEXT,
  "files" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "ethics_talk__held_on_desc__id_desc" ON "ethics_talk" ("held_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "ethics_talk__period__held_on_desc__id_desc" ON "ethics_talk" ("period", "held_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "ethics_talk__staff__held_on_desc__id_desc" ON "ethics_talk" ("staff", "held_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "ethics_talk__kind__held_on_desc__id_desc" ON "ethics_talk" ("kind", "held_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "ethics_talk__staff__kind__held_on" ON "ethics_talk" ("staff", "kind", "held_on") WHERE "deleted_at" IS NULL;
      CREATE TABLE "annual_assessment" (
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
  "grade" TEXT,
  "decided_on" TEXT,
  "remark" TEXT,
  "files" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "annual_assessment__decided_on_desc__id_desc" ON "annual_assessment" ("decided_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "annual_assessment__period__decided_on_desc__id_desc" ON "annual_assessment" ("period", "decided_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "annual_assessment__staff__decided_on_desc__id_desc" ON "annual_assessment" ("staff", "decided_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "annual_assessment__grade__decided_on_desc__id_desc" ON "annual_assessment" ("grade", "decided_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "annual_assessment__staff" ON "annual_assessment" ("staff") WHERE "deleted_at" IS NULL;
      CREATE TABLE "gate_check" (
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
  "purpose" TEXT,
  "checked_on" TEXT,
  "opinion" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "gate_check__checked_on_desc__id_desc" ON "gate_check" ("checked_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "gate_check__period__checked_on_desc__id_desc" ON "gate_check" ("period", "checked_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "gate_check__purpose__checked_on_desc__id_desc" ON "gate_check" ("purpose", "checked_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "gate_check__title__checked_on" ON "gate_check" ("title", "checked_on") WHERE "deleted_at" IS NULL;
      CREATE TABLE "gate_check__rows" (
  "id" TEXT NOT NULL,
  "record_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "staff" TEXT,
  "outcome" TEXT,
  "until" TEXT,
  "reasons" TEXT,
  "decision" TEXT,
  PRIMARY KEY ("record_id", "id"),
  FOREIGN KEY ("record_id") REFERENCES "gate_check" ("id") ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
      CREATE INDEX "gate_check__rows__staff" ON "gate_check__rows" ("staff");
      CREATE TABLE "staff_selection" (
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
  "purpose" TEXT,
  "name" TEXT,
  "listed_on" TEXT,
  "outcome" TEXT,
  "document" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "staff_selection__listed_on_desc__id_desc" ON "staff_selection" ("listed_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "staff_selection__period__listed_on_desc__id_desc" ON "staff_selection" ("period", "listed_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "staff_selection__staff__listed_on_desc__id_desc" ON "staff_selection" ("staff", "listed_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "staff_selection__purpose__listed_on_desc__id_desc" ON "staff_selection" ("purpose", "listed_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "staff_selection__staff__purpose__listed_on" ON "staff_selection" ("staff", "purpose", "listed_on") WHERE "deleted_at" IS NULL;
      CREATE TABLE "health_check" (
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
  "checked_on" TEXT,
  "result" TEXT,
  "institution" TEXT,
  "files" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "health_check__checked_on_desc__id_desc" ON "health_check" ("checked_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "health_check__period__checked_on_desc__id_desc" ON "health_check" ("period", "checked_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "health_check__staff__checked_on_desc__id_desc" ON "health_check" ("staff", "checked_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "health_check__staff__checked_on" ON "health_check" ("staff", "checked_on") WHERE "deleted_at" IS NULL;
    `);
  },
};
