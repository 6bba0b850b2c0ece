import type { Migration } from '../schema/migrator.ts';

/** Written by `npm run migration` from the definitions as they were then. */
export const migration: Migration = {
  number: 7,
  name: 'serviceDays',
  up(db) {
    db.exec(`
      CREATE TABLE "service_handover" (
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
  "slot" TEXT,
  "held_on" TEXT,
  "left_at" TEXT,
  "handed_by" TEXT,
  "leader" TEXT,
  "handed_count" INTEGER,
  "waiting_count" INTEGER,
  "remark" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "service_handover__held_on_desc__id_desc" ON "service_handover" ("held_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_handover__period__held_on_desc__id_desc" ON "service_handover" ("period", "held_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_handover__slot__held_on_desc__id_desc" ON "service_handover" ("slot", "held_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_handover__held_on__id_desc" ON "service_handover" ("held_on", "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_handover__handed_by__held_on_desc__id_desc" ON "service_handover" ("handed_by", "held_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_handover__leader__held_on_desc__id_desc" ON "service_handover" ("leader", "held_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_handover__slot" ON "service_handover" ("slot") WHERE "deleted_at" IS NULL;
      CREATE TABLE "service_handover__rows" (
  "id" TEXT NOT NULL,
  "record_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "pupil" TEXT,
  "way" TEXT,
  "receiver" TEXT,
  "relation" TEXT,
  "phone" TEXT,
  "left_at" TEXT,
  "handling" TEXT,
  PRIMARY KEY ("record_id", "id"),
  FOREIGN KEY ("record_id") REFERENCES "service_handover" ("id") ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
      CREATE INDEX "service_handover__rows__pupil" ON "service_handover__rows" ("pupil");
      CREATE TABLE "service_safety_round" (
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
  "held_on" TEXT,
  "held_at" TEXT,
  "patrol" TEXT,
  "leader" TEXT,
  "places" TEXT,
  "facilities" TEXT,
  "attendance" TEXT,
  "absentees" TEXT,
  "hazard" TEXT,
  "owner" TEXT,
  "due_on" TEXT,
  "measure" TEXT,
  "closed_on" TEXT,
  "files" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "service_safety_round__held_on_desc__id_desc" ON "service_safety_round" ("held_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_safety_round__period__held_on_desc__id_desc" ON "service_safety_round" ("period", "held_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_safety_round__held_on__id_desc" ON "service_safety_round" ("held_on", "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_safety_round__patrol__held_on_desc__id_desc" ON "service_safety_round" ("patrol", "held_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_safety_round__leader__held_on_desc__id_desc" ON "service_safety_round" ("leader", "held_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_safety_round__facilities__held_on_desc__id_desc" ON "service_safety_round" ("facilities", "held_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_safety_round__attendance__held_on_desc__id_desc" ON "service_safety_round" ("attendance", "held_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_safety_round__owner__held_on_desc__id_desc" ON "service_safety_round" ("owner", "held_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_safety_round__closed_on__held_on_desc__id_desc" ON "service_safety_round" ("closed_on", "held_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_safety_round__held_on__held_at__patrol" ON "service_safety_round" ("held_on", "held_at", "patrol") WHERE "deleted_at" IS NULL;
      CREATE TABLE "service_incident" (
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
  "held_on" TEXT,
  "held_at" TEXT,
  "kind" TEXT,
  "slot" TEXT,
  "pupils" TEXT,
  "course" TEXT,
  "measures" TEXT,
  "guardian_informed" INTEGER,
  "reported_to" TEXT,
  "handler" TEXT,
  "closed_on" TEXT,
  "result" TEXT,
  "files" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "service_incident__held_on_desc__id_desc" ON "service_incident" ("held_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_incident__period__held_on_desc__id_desc" ON "service_incident" ("period", "held_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_incident__held_on__id_desc" ON "service_incident" ("held_on", "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_incident__kind__held_on_desc__id_desc" ON "service_incident" ("kind", "held_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_incident__slot__held_on_desc__id_desc" ON "service_incident" ("slot", "held_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_incident__handler__held_on_desc__id_desc" ON "service_incident" ("handler", "held_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_incident__closed_on__held_on_desc__id_desc" ON "service_incident" ("closed_on", "held_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_incident__held_on__title" ON "service_incident" ("held_on", "title") WHERE "deleted_at" IS NULL;
      CREATE TABLE "service_rate" (
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
  "role" TEXT,
  "amount" INTEGER,
  "from" TEXT,
  "to" TEXT,
  "document" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "service_rate__role__from_desc__id_desc" ON "service_rate" ("role", "from" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_rate__role__from" ON "service_rate" ("role", "from") WHERE "deleted_at" IS NULL;
      CREATE TABLE "service_pay_month" (
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
  "standing" TEXT,
  "locked_on" TEXT,
  "locked_by" TEXT,
  "unlocked_because" TEXT,
  "total_hours" REAL,
  "total_amount" INTEGER,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "service_pay_month__title_desc__id_desc" ON "service_pay_month" ("title" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_pay_month__period__title_desc__id_desc" ON "service_pay_month" ("period", "title" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_pay_month__standing__title_desc__id_desc" ON "service_pay_month" ("standing", "title" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_pay_month__title" ON "service_pay_month" ("title") WHERE "deleted_at" IS NULL;
      CREATE TABLE "service_pay_month__lines" (
  "id" TEXT NOT NULL,
  "record_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "staff" TEXT,
  "external" TEXT,
  "role" TEXT,
  "of_month" TEXT,
  "hours" REAL,
  "rate" INTEGER,
  "amount" INTEGER,
  PRIMARY KEY ("record_id", "id"),
  FOREIGN KEY ("record_id") REFERENCES "service_pay_month" ("id") ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
      CREATE INDEX "service_pay_month__lines__staff" ON "service_pay_month__lines" ("staff");
      CREATE INDEX "service_pay_month__lines__external" ON "service_pay_month__lines" ("external");
      CREATE TABLE "service_pay_month__taxes" (
  "id" TEXT NOT NULL,
  "record_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "staff" TEXT,
  "external" TEXT,
  "tax" INTEGER,
  PRIMARY KEY ("record_id", "id"),
  FOREIGN KEY ("record_id") REFERENCES "service_pay_month" ("id") ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
      CREATE INDEX "service_pay_month__taxes__staff" ON "service_pay_month__taxes" ("staff");
      CREATE INDEX "service_pay_month__taxes__external" ON "service_pay_month__taxes" ("external");
    `);
  },
};
