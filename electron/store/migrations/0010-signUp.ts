import type { Migration } from '../schema/migrator.ts';

/** Written by `npm run migration` from the definitions as they were then. */
export const migration: Migration = {
  number: 10,
  name: 'signUp',
  up(db) {
    db.exec(`
      ALTER TABLE "service_plan" ADD COLUMN "grade_from" INTEGER;
      ALTER TABLE "service_plan" ADD COLUMN "grade_to" INTEGER;
      ALTER TABLE "service_plan" ADD COLUMN "bundled_items" TEXT;
      ALTER TABLE "service_plan" ADD COLUMN "accounts_publicised_from" TEXT;
      ALTER TABLE "service_plan" ADD COLUMN "accounts_publicised_to" TEXT;
      ALTER TABLE "service_plan" ADD COLUMN "consent_version" TEXT;
      ALTER TABLE "service_plan" ADD COLUMN "lottery_seed" TEXT;
      ALTER TABLE "service_plan" ADD COLUMN "assigned_on" TEXT;
      CREATE TABLE "service_plan__seasons" (
  "id" TEXT NOT NULL,
  "record_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "name" TEXT,
  "from" TEXT,
  "end_of_work_at" TEXT,
  "latest_leave_at" TEXT,
  PRIMARY KEY ("record_id", "id"),
  FOREIGN KEY ("record_id") REFERENCES "service_plan" ("id") ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
      CREATE TABLE "service_plan__other_care" (
  "id" TEXT NOT NULL,
  "record_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "kind" TEXT,
  "grade_from" INTEGER,
  "grade_to" INTEGER,
  "starts_at" TEXT,
  "ends_at" TEXT,
  PRIMARY KEY ("record_id", "id"),
  FOREIGN KEY ("record_id") REFERENCES "service_plan" ("id") ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
      CREATE TABLE "service_fee_standard" (
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
  "stage" TEXT,
  "basis" TEXT,
  "amount" INTEGER,
  "from" TEXT,
  "to" TEXT,
  "document" TEXT,
  "set_by" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "service_fee_standard__from_desc__stage__id" ON "service_fee_standard" ("from" DESC, "stage", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_fee_standard__stage__from" ON "service_fee_standard" ("stage", "from") WHERE "deleted_at" IS NULL;
      ALTER TABLE "service_course" ADD COLUMN "agency" TEXT;
      ALTER TABLE "service_course" ADD COLUMN "agency_listed" INTEGER;
      ALTER TABLE "service_course" ADD COLUMN "agency_checked_on" TEXT;
      ALTER TABLE "service_enrolment" ADD COLUMN "first_wish" TEXT;
      ALTER TABLE "service_enrolment" ADD COLUMN "second_wish" TEXT;
      ALTER TABLE "service_enrolment" ADD COLUMN "third_wish" TEXT;
      ALTER TABLE "service_enrolment" ADD COLUMN "courses_wanted" INTEGER;
      ALTER TABLE "service_enrolment" ADD COLUMN "waiting_for" TEXT;
      ALTER TABLE "service_enrolment" ADD COLUMN "lottery_number" INTEGER;
      ALTER TABLE "service_enrolment" ADD COLUMN "assigned_because" TEXT;
      ALTER TABLE "service_enrolment" ADD COLUMN "consent_version" TEXT;
      ALTER TABLE "service_enrolment" ADD COLUMN "consent_on" TEXT;
      ALTER TABLE "service_enrolment" ADD COLUMN "fee_refunded" INTEGER;
      ALTER TABLE "service_enrolment" ADD COLUMN "fee_remark" TEXT;
      ALTER TABLE "service_enrolment" ADD COLUMN "withdrawn_because" TEXT;
      CREATE INDEX "service_enrolment__first_wish__applied_on_desc__id_desc" ON "service_enrolment" ("first_wish", "applied_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_enrolment__second_wish__applied_on_desc__id_desc" ON "service_enrolment" ("second_wish", "applied_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_enrolment__third_wish__applied_on_desc__id_desc" ON "service_enrolment" ("third_wish", "applied_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE TABLE "service_enrolment__changes" (
  "id" TEXT NOT NULL,
  "record_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "changed_on" TEXT,
  "kind" TEXT,
  "from" TEXT,
  "to" TEXT,
  "reason" TEXT,
  PRIMARY KEY ("record_id", "id"),
  FOREIGN KEY ("record_id") REFERENCES "service_enrolment" ("id") ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
      CREATE TABLE "service_account" (
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
  "booked_on" TEXT,
  "direction" TEXT,
  "item" TEXT,
  "amount" INTEGER,
  "voucher" TEXT,
  "partner" TEXT,
  "note" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "service_account__booked_on_desc__id_desc" ON "service_account" ("booked_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_account__period__booked_on_desc__id_desc" ON "service_account" ("period", "booked_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_account__direction__booked_on_desc__id_desc" ON "service_account" ("direction", "booked_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_account__item__booked_on_desc__id_desc" ON "service_account" ("item", "booked_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_account__voucher" ON "service_account" ("voucher") WHERE "deleted_at" IS NULL;
    `);
  },
};
