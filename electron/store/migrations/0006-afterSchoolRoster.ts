import type { Migration } from '../schema/migrator.ts';

/** Written by `npm run migration` from the definitions as they were then. */
export const migration: Migration = {
  number: 6,
  name: 'afterSchoolRoster',
  up(db) {
    db.exec(`
      CREATE TABLE "service_plan__periods" (
  "id" TEXT NOT NULL,
  "record_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "name" TEXT,
  "starts_at" TEXT,
  "ends_at" TEXT,
  "lessons" REAL,
  PRIMARY KEY ("record_id", "id"),
  FOREIGN KEY ("record_id") REFERENCES "service_plan" ("id") ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
      ALTER TABLE "service_course" ADD COLUMN "subject" TEXT;
      ALTER TABLE "service_course" ADD COLUMN "teachers_needed" INTEGER;
      ALTER TABLE "service_course" ADD COLUMN "carers_needed" INTEGER;
      ALTER TABLE "service_course" ADD COLUMN "leaders_needed" INTEGER;
      ALTER TABLE "service_course" ADD COLUMN "guards_needed" INTEGER;
      CREATE TABLE "service_teacher" (
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
  "staff__sort" TEXT,
  "duties" TEXT,
  "subjects" TEXT,
  "grade_from" INTEGER,
  "grade_to" INTEGER,
  "max_per_day" INTEGER,
  "max_per_week" INTEGER,
  "max_days_running" INTEGER,
  "share" REAL,
  "preferred_days" TEXT,
  "avoided_days" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "service_teacher__staff__sort__id" ON "service_teacher" ("staff__sort", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_teacher__period__staff__sort__id" ON "service_teacher" ("period", "staff__sort", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_teacher__staff__staff__sort__id" ON "service_teacher" ("staff", "staff__sort", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_teacher__staff" ON "service_teacher" ("staff") WHERE "deleted_at" IS NULL;
      CREATE TABLE "service_busy_time" (
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
  "weekdays" TEXT,
  "starts_at" TEXT,
  "ends_at" TEXT,
  "from" TEXT,
  "to" TEXT,
  "label" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "service_busy_time__from_desc__id_desc" ON "service_busy_time" ("from" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_busy_time__period__from_desc__id_desc" ON "service_busy_time" ("period", "from" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_busy_time__staff__from_desc__id_desc" ON "service_busy_time" ("staff", "from" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_busy_time__kind__from_desc__id_desc" ON "service_busy_time" ("kind", "from" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_busy_time__from__id_desc" ON "service_busy_time" ("from", "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_busy_time__to__from_desc__id_desc" ON "service_busy_time" ("to", "from" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_busy_time__staff__kind__from__starts_at__label" ON "service_busy_time" ("staff", "kind", "from", "starts_at", "label") WHERE "deleted_at" IS NULL;
      ALTER TABLE "service_slot__staffing" ADD COLUMN "locked" INTEGER;
      ALTER TABLE "service_slot__staffing" ADD COLUMN "replaces" TEXT;
      ALTER TABLE "service_slot__staffing" ADD COLUMN "replaced_because" TEXT;
      CREATE INDEX "service_slot__staffing__replaces" ON "service_slot__staffing" ("replaces");
    `);
  },
};
