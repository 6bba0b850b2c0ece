import type { Migration } from '../schema/migrator.ts';

/** Written by `npm run migration` from the definitions as they were then. */
export const migration: Migration = {
  number: 4,
  name: 'memberDevelopment',
  up(db) {
    db.exec(`
      CREATE TABLE "member_development" (
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
  "name__sort" TEXT,
  "staff" TEXT,
  "sex" TEXT,
  "ethnicity" TEXT,
  "born_on" TEXT,
  "education" TEXT,
  "post" TEXT,
  "tags" TEXT,
  "branch" TEXT,
  "branch__sort" TEXT,
  "contacts" TEXT,
  "sponsors" TEXT,
  "party_member" TEXT,
  "stage" TEXT,
  "transferred_in_on" TEXT,
  "came_from" TEXT,
  "time_kept" INTEGER,
  "planned_leave_on" TEXT,
  "ended_on" TEXT,
  "end_reason" TEXT,
  "files" TEXT,
  "remark" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "member_development__branch__sort__name__sort__id" ON "member_development" ("branch__sort", "name__sort", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "member_development__staff__branch__sort__name__sort__id" ON "member_development" ("staff", "branch__sort", "name__sort", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "member_development__branch__branch__sort__name__sort__id" ON "member_development" ("branch", "branch__sort", "name__sort", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "member_development__party_member__branch__sort__name__sort__id" ON "member_development" ("party_member", "branch__sort", "name__sort", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "member_development__stage__branch__sort__name__sort__id" ON "member_development" ("stage", "branch__sort", "name__sort", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "member_development__name__sort__id" ON "member_development" ("name__sort", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "member_development__name__born_on" ON "member_development" ("name", "born_on") WHERE "deleted_at" IS NULL;
      CREATE TABLE "member_development__steps" (
  "id" TEXT NOT NULL,
  "record_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "step" TEXT,
  "done_on" TEXT,
  "papers_ready" INTEGER,
  "meeting" TEXT,
  "remark" TEXT,
  PRIMARY KEY ("record_id", "id"),
  FOREIGN KEY ("record_id") REFERENCES "member_development" ("id") ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
      CREATE INDEX "member_development__steps__meeting" ON "member_development__steps" ("meeting");
      CREATE TABLE "member_development__inspections" (
  "id" TEXT NOT NULL,
  "record_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "inspected_on" TEXT,
  "phase" TEXT,
  "inspector" TEXT,
  "opinion" TEXT,
  PRIMARY KEY ("record_id", "id"),
  FOREIGN KEY ("record_id") REFERENCES "member_development" ("id") ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
      CREATE TABLE "member_development__trainings" (
  "id" TEXT NOT NULL,
  "record_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "from" TEXT,
  "to" TEXT,
  "days" INTEGER,
  "hours" REAL,
  "organiser" TEXT,
  "certificate" TEXT,
  PRIMARY KEY ("record_id", "id"),
  FOREIGN KEY ("record_id") REFERENCES "member_development" ("id") ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
      CREATE TABLE "member_development__notices" (
  "id" TEXT NOT NULL,
  "record_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "kind" TEXT,
  "from" TEXT,
  "to" TEXT,
  "objections" TEXT,
  PRIMARY KEY ("record_id", "id"),
  FOREIGN KEY ("record_id") REFERENCES "member_development" ("id") ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
      CREATE TABLE "member_development__extensions" (
  "id" TEXT NOT NULL,
  "record_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "decided_on" TEXT,
  "months" INTEGER,
  "meeting" TEXT,
  "reason" TEXT,
  PRIMARY KEY ("record_id", "id"),
  FOREIGN KEY ("record_id") REFERENCES "member_development" ("id") ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
      CREATE INDEX "member_development__extensions__meeting" ON "member_development__extensions" ("meeting");
      CREATE TABLE "governance_meeting" (
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
  "title" TEXT,
  "session" INTEGER,
  "held_on" TEXT,
  "starts_at" TEXT,
  "ends_at" TEXT,
  "place" TEXT,
  "host" TEXT,
  "recorder" TEXT,
  "due_count" INTEGER,
  "present_count" INTEGER,
  "files" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "governance_meeting__held_on_desc__starts_at_desc__id_desc" ON "governance_meeting" ("held_on" DESC, "starts_at" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "governance_meeting__period__held_on_desc__starts_at_desc__id_desc" ON "governance_meeting" ("period", "held_on" DESC, "starts_at" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "governance_meeting__kind__held_on_desc__starts_at_desc__id_desc" ON "governance_meeting" ("kind", "held_on" DESC, "starts_at" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "governance_meeting__held_on__starts_at_desc__id_desc" ON "governance_meeting" ("held_on", "starts_at" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "governance_meeting__host__held_on_desc__starts_at_desc__id_desc" ON "governance_meeting" ("host", "held_on" DESC, "starts_at" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "governance_meeting__recorder__held_on_desc__starts_at_desc__id_desc" ON "governance_meeting" ("recorder", "held_on" DESC, "starts_at" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "governance_meeting__kind__held_on__starts_at" ON "governance_meeting" ("kind", "held_on", "starts_at") WHERE "deleted_at" IS NULL;
      CREATE TABLE "governance_meeting__attendance" (
  "id" TEXT NOT NULL,
  "record_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "staff" TEXT,
  "capacity" TEXT,
  "state_value" TEXT,
  "reason" TEXT,
  PRIMARY KEY ("record_id", "id"),
  FOREIGN KEY ("record_id") REFERENCES "governance_meeting" ("id") ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
      CREATE INDEX "governance_meeting__attendance__staff" ON "governance_meeting__attendance" ("staff");
      CREATE TABLE "governance_meeting__topics" (
  "id" TEXT NOT NULL,
  "record_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "name" TEXT,
  "topic_class" TEXT,
  "major" INTEGER,
  "amount" INTEGER,
  "proposer" TEXT,
  "communicated_on" TEXT,
  "review" TEXT,
  "touches_staff" INTEGER,
  "staff_opinion" TEXT,
  "reporter" TEXT,
  "recused" TEXT,
  "vote_mode" TEXT,
  "in_favour" INTEGER,
  "against" INTEGER,
  "abstained" INTEGER,
  "decision" TEXT,
  "decision_text" TEXT,
  "decided_at" TEXT,
  "owner" TEXT,
  "due_on" TEXT,
  "progress" TEXT,
  "closed_on" TEXT,
  "open_to" TEXT,
  PRIMARY KEY ("record_id", "id"),
  FOREIGN KEY ("record_id") REFERENCES "governance_meeting" ("id") ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
      CREATE INDEX "governance_meeting__topics__proposer" ON "governance_meeting__topics" ("proposer");
      CREATE INDEX "governance_meeting__topics__reporter" ON "governance_meeting__topics" ("reporter");
      CREATE INDEX "governance_meeting__topics__decided_at" ON "governance_meeting__topics" ("decided_at");
      CREATE INDEX "governance_meeting__topics__owner" ON "governance_meeting__topics" ("owner");
      CREATE TABLE "governance_meeting__speeches" (
  "id" TEXT NOT NULL,
  "record_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "topic" INTEGER,
  "speaker" TEXT,
  "points" TEXT,
  PRIMARY KEY ("record_id", "id"),
  FOREIGN KEY ("record_id") REFERENCES "governance_meeting" ("id") ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
      CREATE INDEX "governance_meeting__speeches__speaker" ON "governance_meeting__speeches" ("speaker");
      CREATE TABLE "leading_group_post" (
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
  "group" TEXT,
  "post" TEXT,
  "from" TEXT,
  "to" TEXT,
  "document" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "leading_group_post__group__from_desc__id_desc" ON "leading_group_post" ("group", "from" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "leading_group_post__staff__group__from_desc__id_desc" ON "leading_group_post" ("staff", "group", "from" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "leading_group_post__staff__group__from" ON "leading_group_post" ("staff", "group", "from") WHERE "deleted_at" IS NULL;
    `);
  },
};
