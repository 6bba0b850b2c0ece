import type { Migration } from '../schema/migrator.ts';

/** Written by `npm run migration` from the definitions as they were then. */
export const migration: Migration = {
  number: 13,
  name: 'ethicsCases',
  up(db) {
    db.exec(`
      CREATE TABLE "guardian_consent" (
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
  "pupil" TEXT,
  "scope" TEXT,
  "signed_on" TEXT,
  "guardian" TEXT,
  "relation" TEXT,
  "version" TEXT,
  "withdrawn_on" TEXT,
  "files" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "guardian_consent__signed_on_desc__id_desc" ON "guardian_consent" ("signed_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "guardian_consent__pupil__signed_on_desc__id_desc" ON "guardian_consent" ("pupil", "signed_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "guardian_consent__pupil__signed_on__scope" ON "guardian_consent" ("pupil", "signed_on", "scope") WHERE "deleted_at" IS NULL;
      CREATE TABLE "photo_release" (
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
  "published_on" TEXT,
  "channel" TEXT,
  "pupils" TEXT,
  "approved_by" TEXT,
  "removed_on" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "photo_release__published_on_desc__id_desc" ON "photo_release" ("published_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "photo_release__channel__published_on_desc__id_desc" ON "photo_release" ("channel", "published_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "photo_release__title__published_on" ON "photo_release" ("title", "published_on") WHERE "deleted_at" IS NULL;
      CREATE TABLE "privacy_review" (
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
  "kind" TEXT,
  "subject" TEXT,
  "done_on" TEXT,
  "done_by" TEXT,
  "findings" TEXT,
  "measures" TEXT,
  "reported_on" TEXT,
  "files" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "privacy_review__done_on_desc__id_desc" ON "privacy_review" ("done_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "privacy_review__period__done_on_desc__id_desc" ON "privacy_review" ("period", "done_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "privacy_review__kind__done_on_desc__id_desc" ON "privacy_review" ("kind", "done_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "privacy_review__kind__subject__done_on" ON "privacy_review" ("kind", "subject", "done_on") WHERE "deleted_at" IS NULL;
      CREATE TABLE "privacy_request" (
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
  "number" TEXT,
  "received_on" TEXT,
  "applicant" TEXT,
  "about" TEXT,
  "kind" TEXT,
  "content" TEXT,
  "answered_on" TEXT,
  "outcome" TEXT,
  "reason" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "privacy_request__received_on_desc__id_desc" ON "privacy_request" ("received_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "privacy_request__period__received_on_desc__id_desc" ON "privacy_request" ("period", "received_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "privacy_request__kind__received_on_desc__id_desc" ON "privacy_request" ("kind", "received_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "privacy_request__number" ON "privacy_request" ("number") WHERE "deleted_at" IS NULL;
      ALTER TABLE "ethics_case" ADD COLUMN "investigation_plan" TEXT;
      ALTER TABLE "ethics_case" ADD COLUMN "defence" TEXT;
      ALTER TABLE "ethics_case" ADD COLUMN "defence_answer" TEXT;
      ALTER TABLE "ethics_case" ADD COLUMN "facts_found" TEXT;
      ALTER TABLE "ethics_case" ADD COLUMN "handling_basis" TEXT;
      ALTER TABLE "ethics_case" ADD COLUMN "delivered_how" TEXT;
      ALTER TABLE "ethics_case" ADD COLUMN "delivered_place" TEXT;
      ALTER TABLE "ethics_case" ADD COLUMN "lifting_number" TEXT;
      ALTER TABLE "ethics_case" ADD COLUMN "conduct" TEXT;
      ALTER TABLE "ethics_case__statements" ADD COLUMN "place" TEXT;
      ALTER TABLE "ethics_case__statements" ADD COLUMN "asked_by" TEXT;
      ALTER TABLE "ethics_case__statements" ADD COLUMN "recorded_by" TEXT;
    `);
  },
};
