import type { Migration } from '../schema/migrator.ts';

/** Written by `npm run migration` from the definitions as they were then. */
export const migration: Migration = {
  number: 3,
  name: 'partyLife',
  up(db) {
    db.exec(`
      ALTER TABLE "branch" ADD COLUMN "term_number" INTEGER;
      ALTER TABLE "branch" ADD COLUMN "extended_until" TEXT;
      ALTER TABLE "branch" ADD COLUMN "extension_document" TEXT;
      ALTER TABLE "branch" ADD COLUMN "party_day_week" TEXT;
      ALTER TABLE "branch" ADD COLUMN "party_day_weekday" TEXT;
      ALTER TABLE "party_member" ADD COLUMN "degree" TEXT;
      ALTER TABLE "party_member" ADD COLUMN "work_started_on" TEXT;
      ALTER TABLE "party_member" ADD COLUMN "post" TEXT;
      ALTER TABLE "party_member" ADD COLUMN "professional_title" TEXT;
      ALTER TABLE "party_member" ADD COLUMN "employment" TEXT;
      ALTER TABLE "party_member" ADD COLUMN "introducers" TEXT;
      ALTER TABLE "party_member" ADD COLUMN "went_to" TEXT;
      ALTER TABLE "party_member" ADD COLUMN "flow_place" TEXT;
      ALTER TABLE "party_member" ADD COLUMN "flow_since" TEXT;
      ALTER TABLE "party_member" ADD COLUMN "flow_until" TEXT;
      ALTER TABLE "party_member" ADD COLUMN "flow_reason" TEXT;
      ALTER TABLE "party_member" ADD COLUMN "flow_contact" TEXT;
      ALTER TABLE "party_member" ADD COLUMN "flow_host" TEXT;
      ALTER TABLE "party_member" ADD COLUMN "fee_situation" TEXT;
      ALTER TABLE "party_member" ADD COLUMN "veteran" INTEGER;
      ALTER TABLE "party_member" ADD COLUMN "honours" TEXT;
      CREATE INDEX "party_member__staff" ON "party_member" ("staff") WHERE "deleted_at" IS NULL;
      ALTER TABLE "committee_post" ADD COLUMN "term_number" INTEGER;
      ALTER TABLE "party_meeting" ADD COLUMN "session_number" TEXT;
      ALTER TABLE "party_meeting" ADD COLUMN "topic_source" TEXT;
      ALTER TABLE "party_meeting" ADD COLUMN "to_assembly" INTEGER;
      ALTER TABLE "party_meeting" ADD COLUMN "superior_present" TEXT;
      ALTER TABLE "party_meeting" ADD COLUMN "study_leader" TEXT;
      ALTER TABLE "party_meeting" ADD COLUMN "criticism" TEXT;
      ALTER TABLE "party_meeting" ADD COLUMN "self_criticism_count" INTEGER;
      ALTER TABLE "party_meeting" ADD COLUMN "mutual_criticism_count" INTEGER;
      ALTER TABLE "party_meeting" ADD COLUMN "reported_matters" TEXT;
      ALTER TABLE "party_meeting" ADD COLUMN "electors_due" INTEGER;
      ALTER TABLE "party_meeting" ADD COLUMN "electors_present" INTEGER;
      ALTER TABLE "party_meeting" ADD COLUMN "ballots_issued" INTEGER;
      ALTER TABLE "party_meeting" ADD COLUMN "ballots_returned" INTEGER;
      ALTER TABLE "party_meeting" ADD COLUMN "ballots_spoiled" INTEGER;
      ALTER TABLE "party_meeting" ADD COLUMN "scrutineers" TEXT;
      ALTER TABLE "party_meeting" ADD COLUMN "tellers" TEXT;
      ALTER TABLE "party_meeting" ADD COLUMN "callers" TEXT;
      ALTER TABLE "party_meeting" ADD COLUMN "review_ballots" INTEGER;
      ALTER TABLE "party_meeting" ADD COLUMN "lecturer_role" TEXT;
      ALTER TABLE "party_meeting" ADD COLUMN "audience" TEXT;
      ALTER TABLE "party_meeting" ADD COLUMN "discussion" TEXT;
      ALTER TABLE "party_meeting" ADD COLUMN "volunteer_hours" REAL;
      ALTER TABLE "party_meeting" ADD COLUMN "superior_review" TEXT;
      CREATE INDEX "party_meeting__study_leader__held_on_desc__starts_at_desc__id_desc" ON "party_meeting" ("study_leader", "held_on" DESC, "starts_at" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      ALTER TABLE "party_meeting__attendance" ADD COLUMN "made_up_how" TEXT;
      ALTER TABLE "party_meeting__votes" ADD COLUMN "written_by" TEXT;
      CREATE TABLE "party_meeting__candidates" (
  "id" TEXT NOT NULL,
  "record_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "candidate" TEXT,
  "post" TEXT,
  "nominated" TEXT,
  "in_favour" INTEGER,
  "against" INTEGER,
  "abstained" INTEGER,
  "elected" INTEGER,
  PRIMARY KEY ("record_id", "id"),
  FOREIGN KEY ("record_id") REFERENCES "party_meeting" ("id") ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
      CREATE INDEX "party_meeting__candidates__candidate" ON "party_meeting__candidates" ("candidate");
      ALTER TABLE "party_meeting__grades" ADD COLUMN "self_grade" TEXT;
      ALTER TABLE "party_meeting__grades" ADD COLUMN "peer_grade" TEXT;
      ALTER TABLE "party_meeting__grades" ADD COLUMN "feedback_on" TEXT;
      CREATE TABLE "party_plan_item" (
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
  "type" TEXT,
  "branch" TEXT,
  "party_group" TEXT,
  "planned_on" TEXT,
  "starts_at" TEXT,
  "ends_at" TEXT,
  "place" TEXT,
  "owner" TEXT,
  "earliest_on" TEXT,
  "latest_on" TEXT,
  "filed_on" TEXT,
  "meeting" TEXT,
  "cancelled_reason" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "party_plan_item__planned_on__id" ON "party_plan_item" ("planned_on", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_plan_item__period__planned_on__id" ON "party_plan_item" ("period", "planned_on", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_plan_item__type__planned_on__id" ON "party_plan_item" ("type", "planned_on", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_plan_item__branch__planned_on__id" ON "party_plan_item" ("branch", "planned_on", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_plan_item__party_group__planned_on__id" ON "party_plan_item" ("party_group", "planned_on", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_plan_item__owner__planned_on__id" ON "party_plan_item" ("owner", "planned_on", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_plan_item__meeting__planned_on__id" ON "party_plan_item" ("meeting", "planned_on", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_plan_item__branch__party_group__type__planned_on" ON "party_plan_item" ("branch", "party_group", "type", "planned_on") WHERE "deleted_at" IS NULL;
      CREATE TABLE "party_quarter_plan" (
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
  "branch" TEXT,
  "content" TEXT,
  "filed_on" TEXT,
  "filed_to" TEXT,
  "files" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "party_quarter_plan__filed_on_desc__id_desc" ON "party_quarter_plan" ("filed_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_quarter_plan__period__filed_on_desc__id_desc" ON "party_quarter_plan" ("period", "filed_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_quarter_plan__branch__filed_on_desc__id_desc" ON "party_quarter_plan" ("branch", "filed_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_quarter_plan__branch" ON "party_quarter_plan" ("branch") WHERE "deleted_at" IS NULL;
      CREATE TABLE "party_talk" (
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
  "starts_at" TEXT,
  "place" TEXT,
  "branch" TEXT,
  "talker" TEXT,
  "partner" TEXT,
  "kind" TEXT,
  "occasion" TEXT,
  "content" TEXT,
  "opinions" TEXT,
  "attitude" TEXT,
  "follow_up" TEXT,
  "followed_up_on" TEXT,
  "signed" INTEGER,
  "files" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "party_talk__held_on_desc__id_desc" ON "party_talk" ("held_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_talk__period__held_on_desc__id_desc" ON "party_talk" ("period", "held_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_talk__held_on__id_desc" ON "party_talk" ("held_on", "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_talk__branch__held_on_desc__id_desc" ON "party_talk" ("branch", "held_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_talk__talker__held_on_desc__id_desc" ON "party_talk" ("talker", "held_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_talk__partner__held_on_desc__id_desc" ON "party_talk" ("partner", "held_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_talk__kind__held_on_desc__id_desc" ON "party_talk" ("kind", "held_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_talk__talker__partner__held_on" ON "party_talk" ("talker", "partner", "held_on") WHERE "deleted_at" IS NULL;
      CREATE TABLE "party_study" (
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
  "mode" TEXT,
  "branch" TEXT,
  "held_on" TEXT,
  "starts_at" TEXT,
  "ends_at" TEXT,
  "place" TEXT,
  "hours" REAL,
  "training" INTEGER,
  "materials" TEXT,
  "leader" TEXT,
  "speaker" TEXT,
  "question" TEXT,
  "organiser" TEXT,
  "trainees" TEXT,
  "base_kind" TEXT,
  "trip_leader" TEXT,
  "content" TEXT,
  "files" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "party_study__held_on_desc__id_desc" ON "party_study" ("held_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_study__period__held_on_desc__id_desc" ON "party_study" ("period", "held_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_study__mode__held_on_desc__id_desc" ON "party_study" ("mode", "held_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_study__branch__held_on_desc__id_desc" ON "party_study" ("branch", "held_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_study__held_on__id_desc" ON "party_study" ("held_on", "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_study__leader__held_on_desc__id_desc" ON "party_study" ("leader", "held_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_study__branch__title__held_on" ON "party_study" ("branch", "title", "held_on") WHERE "deleted_at" IS NULL;
      CREATE TABLE "party_study__participants" (
  "id" TEXT NOT NULL,
  "record_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "member" TEXT,
  "hours" REAL,
  "remark" TEXT,
  PRIMARY KEY ("record_id", "id"),
  FOREIGN KEY ("record_id") REFERENCES "party_study" ("id") ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
      CREATE INDEX "party_study__participants__member" ON "party_study__participants" ("member");
      CREATE TABLE "party_fee" (
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
  "member" TEXT,
  "member__sort" TEXT,
  "branch" TEXT,
  "situation" TEXT,
  "base" INTEGER,
  "rate" REAL,
  "due" INTEGER,
  "reduction" TEXT,
  "paid" INTEGER,
  "paid_on" TEXT,
  "received_by" TEXT,
  "arrears_reason" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "party_fee__member__sort__id" ON "party_fee" ("member__sort", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_fee__period__member__sort__id" ON "party_fee" ("period", "member__sort", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_fee__member__member__sort__id" ON "party_fee" ("member", "member__sort", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_fee__branch__member__sort__id" ON "party_fee" ("branch", "member__sort", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_fee__member" ON "party_fee" ("member") WHERE "deleted_at" IS NULL;
      CREATE TABLE "party_campaign" (
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
  "branch" TEXT,
  "branch__sort" TEXT,
  "theme" TEXT,
  "owner" TEXT,
  "plan_filed_on" TEXT,
  "plan_approved_on" TEXT,
  "study_on" TEXT,
  "study_count" INTEGER,
  "opinions_from" TEXT,
  "opinions_to" TEXT,
  "opinion_methods" TEXT,
  "opinion_people" INTEGER,
  "opinion_count" INTEGER,
  "talks_done_on" TEXT,
  "self_check_on" TEXT,
  "meeting" TEXT,
  "review_meeting" TEXT,
  "superior_present" TEXT,
  "reported_on" TEXT,
  "published_on" TEXT,
  "summary" TEXT,
  "files" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "party_campaign__branch__sort__id" ON "party_campaign" ("branch__sort", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_campaign__period__branch__sort__id" ON "party_campaign" ("period", "branch__sort", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_campaign__kind__branch__sort__id" ON "party_campaign" ("kind", "branch__sort", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_campaign__branch__branch__sort__id" ON "party_campaign" ("branch", "branch__sort", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_campaign__owner__branch__sort__id" ON "party_campaign" ("owner", "branch__sort", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_campaign__meeting__branch__sort__id" ON "party_campaign" ("meeting", "branch__sort", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_campaign__review_meeting__branch__sort__id" ON "party_campaign" ("review_meeting", "branch__sort", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_campaign__branch__kind" ON "party_campaign" ("branch", "kind") WHERE "deleted_at" IS NULL;
      CREATE TABLE "party_campaign__problems" (
  "id" TEXT NOT NULL,
  "record_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "owner" TEXT,
  "member" TEXT,
  "problem" TEXT,
  "source" TEXT,
  PRIMARY KEY ("record_id", "id"),
  FOREIGN KEY ("record_id") REFERENCES "party_campaign" ("id") ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
      CREATE INDEX "party_campaign__problems__member" ON "party_campaign__problems" ("member");
      CREATE TABLE "party_campaign__rectifications" (
  "id" TEXT NOT NULL,
  "record_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "problem" TEXT,
  "measure" TEXT,
  "owner" TEXT,
  "due_on" TEXT,
  "closed_on" TEXT,
  "result" TEXT,
  PRIMARY KEY ("record_id", "id"),
  FOREIGN KEY ("record_id") REFERENCES "party_campaign" ("id") ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
      CREATE INDEX "party_campaign__rectifications__owner" ON "party_campaign__rectifications" ("owner");
      CREATE TABLE "party_brand" (
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
  "branch" TEXT,
  "meaning" TEXT,
  "started_on" TEXT,
  "measures" TEXT,
  "results" TEXT,
  "level" TEXT,
  "recognised_on" TEXT,
  "owner" TEXT,
  "files" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "party_brand__started_on_desc__id_desc" ON "party_brand" ("started_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_brand__branch__started_on_desc__id_desc" ON "party_brand" ("branch", "started_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_brand__level__started_on_desc__id_desc" ON "party_brand" ("level", "started_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_brand__owner__started_on_desc__id_desc" ON "party_brand" ("owner", "started_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_brand__name" ON "party_brand" ("name") WHERE "deleted_at" IS NULL;
    `);
  },
};
