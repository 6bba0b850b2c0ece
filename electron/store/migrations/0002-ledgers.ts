import type { Migration } from '../schema/migrator.ts';

/** Written by `npm run migration` from the definitions as they were then. */
export const migration: Migration = {
  number: 2,
  name: 'ledgers',
  up(db) {
    db.exec(`
      CREATE TABLE "school" (
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
  "type" TEXT,
  "nature" TEXT,
  "code" TEXT,
  "town" TEXT,
  "address" TEXT,
  "telephone" TEXT,
  "head_staff" TEXT,
  "superior_party_organisation" TEXT,
  "founded_on" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "school__name__id" ON "school" ("name", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "school__head_staff__name__id" ON "school" ("head_staff", "name", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "school__name" ON "school" ("name") WHERE "deleted_at" IS NULL;
      CREATE TABLE "term" (
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
  "season" TEXT,
  "starts_on" TEXT,
  "first_teaching_on" TEXT,
  "last_teaching_on" TEXT,
  "ends_on" TEXT,
  "lessons_end_at" TEXT,
  "end_of_work_at" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "term__starts_on_desc__id_desc" ON "term" ("starts_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "term__period__starts_on_desc__id_desc" ON "term" ("period", "starts_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "term__name" ON "term" ("name") WHERE "deleted_at" IS NULL;
      CREATE INDEX "term__starts_on" ON "term" ("starts_on") WHERE "deleted_at" IS NULL;
      CREATE TABLE "staff" (
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
  "staff_number" TEXT,
  "sex" TEXT,
  "ethnicity" TEXT,
  "born_on" TEXT,
  "identity_number" TEXT,
  "phone" TEXT,
  "political_status" TEXT,
  "staff_kind" TEXT,
  "employment" TEXT,
  "subject" TEXT,
  "professional_title" TEXT,
  "post" TEXT,
  "post_since" TEXT,
  "education" TEXT,
  "certificate_number" TEXT,
  "certificate_due_on" TEXT,
  "hired_on" TEXT,
  "left_on" TEXT,
  "bank_card_last4" TEXT,
  "remark" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "staff__staff_number__id" ON "staff" ("staff_number", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "staff__sex__staff_number__id" ON "staff" ("sex", "staff_number", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "staff__political_status__staff_number__id" ON "staff" ("political_status", "staff_number", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "staff__staff_kind__staff_number__id" ON "staff" ("staff_kind", "staff_number", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "staff__subject__staff_number__id" ON "staff" ("subject", "staff_number", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "staff__professional_title__staff_number__id" ON "staff" ("professional_title", "staff_number", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "staff__left_on__staff_number__id" ON "staff" ("left_on", "staff_number", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "staff__name__sort__id" ON "staff" ("name__sort", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "staff__identity_number" ON "staff" ("identity_number") WHERE "deleted_at" IS NULL;
      CREATE INDEX "staff__staff_number" ON "staff" ("staff_number") WHERE "deleted_at" IS NULL;
      CREATE INDEX "staff__name__born_on" ON "staff" ("name", "born_on") WHERE "deleted_at" IS NULL;
      CREATE TABLE "staff_post" (
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
  "post" TEXT,
  "from" TEXT,
  "to" TEXT,
  "document" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "staff_post__from_desc__id_desc" ON "staff_post" ("from" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "staff_post__staff__from_desc__id_desc" ON "staff_post" ("staff", "from" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "staff_post__staff__post__from" ON "staff_post" ("staff", "post", "from") WHERE "deleted_at" IS NULL;
      CREATE TABLE "school_class" (
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
  "grade" INTEGER,
  "entry_year" INTEGER,
  "homeroom_teacher" TEXT,
  "room" TEXT,
  "starts_on" TEXT,
  "ends_on" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "school_class__grade__name__id" ON "school_class" ("grade", "name", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "school_class__homeroom_teacher__grade__name__id" ON "school_class" ("homeroom_teacher", "grade", "name", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "school_class__name__entry_year" ON "school_class" ("name", "entry_year") WHERE "deleted_at" IS NULL;
      CREATE TABLE "pupil" (
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
  "sex" TEXT,
  "ethnicity" TEXT,
  "born_on" TEXT,
  "identity_number" TEXT,
  "student_number" TEXT,
  "school_class" TEXT,
  "school_class__sort" TEXT,
  "class_since" TEXT,
  "entered_on" TEXT,
  "left_on" TEXT,
  "boarder" INTEGER,
  "guardian_name" TEXT,
  "guardian_relation" TEXT,
  "guardian_phone" TEXT,
  "address" TEXT,
  "hardship" TEXT,
  "left_behind" INTEGER,
  "health_note" TEXT,
  "consent_on" TEXT,
  "remark" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "pupil__school_class__sort__name__sort__id" ON "pupil" ("school_class__sort", "name__sort", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "pupil__sex__school_class__sort__name__sort__id" ON "pupil" ("sex", "school_class__sort", "name__sort", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "pupil__student_number__school_class__sort__name__sort__id" ON "pupil" ("student_number", "school_class__sort", "name__sort", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "pupil__school_class__school_class__sort__name__sort__id" ON "pupil" ("school_class", "school_class__sort", "name__sort", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "pupil__left_on__school_class__sort__name__sort__id" ON "pupil" ("left_on", "school_class__sort", "name__sort", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "pupil__boarder__school_class__sort__name__sort__id" ON "pupil" ("boarder", "school_class__sort", "name__sort", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "pupil__name__sort__id" ON "pupil" ("name__sort", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "pupil__student_number" ON "pupil" ("student_number") WHERE "deleted_at" IS NULL;
      CREATE INDEX "pupil__identity_number" ON "pupil" ("identity_number") WHERE "deleted_at" IS NULL;
      CREATE INDEX "pupil__name__born_on__guardian_phone" ON "pupil" ("name", "born_on", "guardian_phone") WHERE "deleted_at" IS NULL;
      CREATE TABLE "class_placement" (
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
  "school_class" TEXT,
  "from" TEXT,
  "to" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "class_placement__from_desc__id_desc" ON "class_placement" ("from" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "class_placement__pupil__from_desc__id_desc" ON "class_placement" ("pupil", "from" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "class_placement__school_class__from_desc__id_desc" ON "class_placement" ("school_class", "from" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "class_placement__pupil__from" ON "class_placement" ("pupil", "from") WHERE "deleted_at" IS NULL;
      CREATE TABLE "external_person" (
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
  "sex" TEXT,
  "identity_number" TEXT,
  "phone" TEXT,
  "organisation" TEXT,
  "kind" TEXT,
  "qualification" TEXT,
  "listed" INTEGER,
  "entry_checked_on" TEXT,
  "entry_check_result" TEXT,
  "serves_from" TEXT,
  "serves_to" TEXT,
  "papers" TEXT,
  "remark" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "external_person__name__sort__id" ON "external_person" ("name__sort", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "external_person__kind__name__sort__id" ON "external_person" ("kind", "name__sort", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "external_person__identity_number" ON "external_person" ("identity_number") WHERE "deleted_at" IS NULL;
      CREATE INDEX "external_person__name__phone" ON "external_person" ("name", "phone") WHERE "deleted_at" IS NULL;
      CREATE TABLE "branch" (
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
  "short_name" TEXT,
  "superior" TEXT,
  "founded_on" TEXT,
  "ended_on" TEXT,
  "term_starts_on" TEXT,
  "term_ends_on" TEXT,
  "party_day_of_month" INTEGER,
  "remark" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "branch__short_name__id" ON "branch" ("short_name", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "branch__name" ON "branch" ("name") WHERE "deleted_at" IS NULL;
      CREATE INDEX "branch__short_name" ON "branch" ("short_name") WHERE "deleted_at" IS NULL;
      CREATE TABLE "party_group" (
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
  "branch__sort" TEXT,
  "founded_on" TEXT,
  "ended_on" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "party_group__branch__sort__name__id" ON "party_group" ("branch__sort", "name", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_group__branch__branch__sort__name__id" ON "party_group" ("branch", "branch__sort", "name", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_group__branch__name" ON "party_group" ("branch", "name") WHERE "deleted_at" IS NULL;
      CREATE TABLE "party_member" (
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
  "native_place" TEXT,
  "born_on" TEXT,
  "identity_number" TEXT,
  "education" TEXT,
  "phone" TEXT,
  "applied_on" TEXT,
  "admitted_on" TEXT,
  "confirmed_on" TEXT,
  "status" TEXT,
  "branch" TEXT,
  "branch__sort" TEXT,
  "party_group" TEXT,
  "roll_since" TEXT,
  "roll_until" TEXT,
  "relation" TEXT,
  "came_from" TEXT,
  "fee_base" INTEGER,
  "hardship" INTEGER,
  "remark" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "party_member__branch__sort__name__sort__id" ON "party_member" ("branch__sort", "name__sort", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_member__staff__branch__sort__name__sort__id" ON "party_member" ("staff", "branch__sort", "name__sort", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_member__sex__branch__sort__name__sort__id" ON "party_member" ("sex", "branch__sort", "name__sort", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_member__status__branch__sort__name__sort__id" ON "party_member" ("status", "branch__sort", "name__sort", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_member__branch__branch__sort__name__sort__id" ON "party_member" ("branch", "branch__sort", "name__sort", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_member__party_group__branch__sort__name__sort__id" ON "party_member" ("party_group", "branch__sort", "name__sort", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_member__roll_until__branch__sort__name__sort__id" ON "party_member" ("roll_until", "branch__sort", "name__sort", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_member__relation__branch__sort__name__sort__id" ON "party_member" ("relation", "branch__sort", "name__sort", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_member__name__sort__id" ON "party_member" ("name__sort", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_member__identity_number" ON "party_member" ("identity_number") WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_member__name__born_on" ON "party_member" ("name", "born_on") WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_member__name__admitted_on" ON "party_member" ("name", "admitted_on") WHERE "deleted_at" IS NULL;
      CREATE TABLE "party_membership" (
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
  "branch" TEXT,
  "party_group" TEXT,
  "status" TEXT,
  "from" TEXT,
  "to" TEXT,
  "reason" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "party_membership__from_desc__id_desc" ON "party_membership" ("from" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_membership__member__from_desc__id_desc" ON "party_membership" ("member", "from" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_membership__branch__from_desc__id_desc" ON "party_membership" ("branch", "from" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_membership__party_group__from_desc__id_desc" ON "party_membership" ("party_group", "from" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_membership__member__from" ON "party_membership" ("member", "from") WHERE "deleted_at" IS NULL;
      CREATE TABLE "committee_post" (
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
  "branch" TEXT,
  "branch__sort" TEXT,
  "member" TEXT,
  "post" TEXT,
  "party_group" TEXT,
  "from" TEXT,
  "to" TEXT,
  "document" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "committee_post__branch__sort__from_desc__id_desc" ON "committee_post" ("branch__sort", "from" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "committee_post__branch__branch__sort__from_desc__id_desc" ON "committee_post" ("branch", "branch__sort", "from" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "committee_post__member__branch__sort__from_desc__id_desc" ON "committee_post" ("member", "branch__sort", "from" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "committee_post__post__branch__sort__from_desc__id_desc" ON "committee_post" ("post", "branch__sort", "from" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "committee_post__party_group__branch__sort__from_desc__id_desc" ON "committee_post" ("party_group", "branch__sort", "from" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "committee_post__branch__member__post__from" ON "committee_post" ("branch", "member", "post", "from") WHERE "deleted_at" IS NULL;
      CREATE TABLE "party_sanction" (
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
  "kind" TEXT,
  "from" TEXT,
  "to" TEXT,
  "document" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "party_sanction__from_desc__id_desc" ON "party_sanction" ("from" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_sanction__member__from_desc__id_desc" ON "party_sanction" ("member", "from" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_sanction__member__from__kind" ON "party_sanction" ("member", "from", "kind") WHERE "deleted_at" IS NULL;
      CREATE TABLE "party_meeting" (
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
  "type" TEXT,
  "title" TEXT,
  "branch" TEXT,
  "party_group" TEXT,
  "held_on" TEXT,
  "starts_at" TEXT,
  "ends_at" TEXT,
  "place" TEXT,
  "host" TEXT,
  "recorder" TEXT,
  "topics" TEXT,
  "due_count" INTEGER,
  "present_count" INTEGER,
  "guests" TEXT,
  "body" TEXT,
  "study_materials" TEXT,
  "lecturer" TEXT,
  "lecturer_outside" TEXT,
  "lecture_title" TEXT,
  "study_hours" REAL,
  "study_mode" TEXT,
  "activity_forms" TEXT,
  "theme_meeting" TEXT,
  "prepared_by" TEXT,
  "held_together_with" TEXT,
  "talk_partner" TEXT,
  "platform_on" TEXT,
  "reported_on" TEXT,
  "files" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "party_meeting__held_on_desc__starts_at_desc__id_desc" ON "party_meeting" ("held_on" DESC, "starts_at" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_meeting__period__held_on_desc__starts_at_desc__id_desc" ON "party_meeting" ("period", "held_on" DESC, "starts_at" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_meeting__type__held_on_desc__starts_at_desc__id_desc" ON "party_meeting" ("type", "held_on" DESC, "starts_at" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_meeting__branch__held_on_desc__starts_at_desc__id_desc" ON "party_meeting" ("branch", "held_on" DESC, "starts_at" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_meeting__party_group__held_on_desc__starts_at_desc__id_desc" ON "party_meeting" ("party_group", "held_on" DESC, "starts_at" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_meeting__held_on__starts_at_desc__id_desc" ON "party_meeting" ("held_on", "starts_at" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_meeting__host__held_on_desc__starts_at_desc__id_desc" ON "party_meeting" ("host", "held_on" DESC, "starts_at" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_meeting__recorder__held_on_desc__starts_at_desc__id_desc" ON "party_meeting" ("recorder", "held_on" DESC, "starts_at" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_meeting__lecturer__held_on_desc__starts_at_desc__id_desc" ON "party_meeting" ("lecturer", "held_on" DESC, "starts_at" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_meeting__theme_meeting__held_on_desc__starts_at_desc__id_desc" ON "party_meeting" ("theme_meeting", "held_on" DESC, "starts_at" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_meeting__prepared_by__held_on_desc__starts_at_desc__id_desc" ON "party_meeting" ("prepared_by", "held_on" DESC, "starts_at" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_meeting__talk_partner__held_on_desc__starts_at_desc__id_desc" ON "party_meeting" ("talk_partner", "held_on" DESC, "starts_at" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_meeting__branch__party_group__type__held_on__starts_at" ON "party_meeting" ("branch", "party_group", "type", "held_on", "starts_at") WHERE "deleted_at" IS NULL;
      CREATE TABLE "party_meeting__attendance" (
  "id" TEXT NOT NULL,
  "record_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "member" TEXT,
  "state_value" TEXT,
  "approved_by" TEXT,
  "reason" TEXT,
  "made_up_on" TEXT,
  PRIMARY KEY ("record_id", "id"),
  FOREIGN KEY ("record_id") REFERENCES "party_meeting" ("id") ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
      CREATE INDEX "party_meeting__attendance__member" ON "party_meeting__attendance" ("member");
      CREATE TABLE "party_meeting__agenda" (
  "id" TEXT NOT NULL,
  "record_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "item" TEXT,
  "speaker" TEXT,
  "speech" TEXT,
  PRIMARY KEY ("record_id", "id"),
  FOREIGN KEY ("record_id") REFERENCES "party_meeting" ("id") ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
      CREATE INDEX "party_meeting__agenda__speaker" ON "party_meeting__agenda" ("speaker");
      CREATE TABLE "party_meeting__votes" (
  "id" TEXT NOT NULL,
  "record_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "matter" TEXT,
  "kind" TEXT,
  "candidate" TEXT,
  "mode" TEXT,
  "due_voters" INTEGER,
  "present_voters" INTEGER,
  "in_favour" INTEGER,
  "against" INTEGER,
  "abstained" INTEGER,
  "written" INTEGER,
  "outcome" TEXT,
  PRIMARY KEY ("record_id", "id"),
  FOREIGN KEY ("record_id") REFERENCES "party_meeting" ("id") ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
      CREATE TABLE "party_meeting__resolutions" (
  "id" TEXT NOT NULL,
  "record_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "content" TEXT,
  "owner" TEXT,
  "due_on" TEXT,
  "progress" TEXT,
  "closed_on" TEXT,
  PRIMARY KEY ("record_id", "id"),
  FOREIGN KEY ("record_id") REFERENCES "party_meeting" ("id") ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
      CREATE INDEX "party_meeting__resolutions__owner" ON "party_meeting__resolutions" ("owner");
      CREATE TABLE "party_meeting__grades" (
  "id" TEXT NOT NULL,
  "record_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "member" TEXT,
  "excellent_votes" INTEGER,
  "qualified_votes" INTEGER,
  "basic_votes" INTEGER,
  "unqualified_votes" INTEGER,
  "grade" TEXT,
  "remark" TEXT,
  PRIMARY KEY ("record_id", "id"),
  FOREIGN KEY ("record_id") REFERENCES "party_meeting" ("id") ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
      CREATE INDEX "party_meeting__grades__member" ON "party_meeting__grades" ("member");
      CREATE TABLE "party_exemption" (
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
  "branch" TEXT,
  "branch__sort" TEXT,
  "party_group" TEXT,
  "type" TEXT,
  "reason" TEXT,
  "approved_by" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "party_exemption__branch__sort__id" ON "party_exemption" ("branch__sort", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_exemption__period__branch__sort__id" ON "party_exemption" ("period", "branch__sort", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_exemption__branch__branch__sort__id" ON "party_exemption" ("branch", "branch__sort", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_exemption__party_group__branch__sort__id" ON "party_exemption" ("party_group", "branch__sort", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "party_exemption__branch__party_group__type__reason" ON "party_exemption" ("branch", "party_group", "type", "reason") WHERE "deleted_at" IS NULL;
      CREATE TABLE "ethics_activity" (
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
  "held_on" TEXT,
  "place" TEXT,
  "leader" TEXT,
  "participants" INTEGER,
  "absentees" TEXT,
  "hours" REAL,
  "content" TEXT,
  "files" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "ethics_activity__held_on_desc__id_desc" ON "ethics_activity" ("held_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "ethics_activity__period__held_on_desc__id_desc" ON "ethics_activity" ("period", "held_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "ethics_activity__element__held_on_desc__id_desc" ON "ethics_activity" ("element", "held_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "ethics_activity__kind__held_on_desc__id_desc" ON "ethics_activity" ("kind", "held_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "ethics_activity__held_on__id_desc" ON "ethics_activity" ("held_on", "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "ethics_activity__kind__title__held_on" ON "ethics_activity" ("kind", "title", "held_on") WHERE "deleted_at" IS NULL;
      CREATE TABLE "ethics_pledge" (
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
  "version" TEXT,
  "signed_on" TEXT,
  "witness" TEXT,
  "files" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "ethics_pledge__signed_on_desc__id_desc" ON "ethics_pledge" ("signed_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "ethics_pledge__period__signed_on_desc__id_desc" ON "ethics_pledge" ("period", "signed_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "ethics_pledge__staff__signed_on_desc__id_desc" ON "ethics_pledge" ("staff", "signed_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "ethics_pledge__staff__signed_on" ON "ethics_pledge" ("staff", "signed_on") WHERE "deleted_at" IS NULL;
      CREATE TABLE "ethics_appraisal" (
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
  "self_score" REAL,
  "peer_score" REAL,
  "pupil_score" REAL,
  "parent_score" REAL,
  "panel_score" REAL,
  "self_review" TEXT,
  "adjustment" REAL,
  "adjustment_reason" TEXT,
  "veto" INTEGER,
  "veto_reason" TEXT,
  "total_score" REAL,
  "grade" TEXT,
  "panel_opinion" TEXT,
  "school_opinion" TEXT,
  "notice_from" TEXT,
  "notice_to" TEXT,
  "signed_on" TEXT,
  "files" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "ethics_appraisal__total_score_desc__id_desc" ON "ethics_appraisal" ("total_score" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "ethics_appraisal__period__total_score_desc__id_desc" ON "ethics_appraisal" ("period", "total_score" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "ethics_appraisal__staff__total_score_desc__id_desc" ON "ethics_appraisal" ("staff", "total_score" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "ethics_appraisal__veto__total_score_desc__id_desc" ON "ethics_appraisal" ("veto", "total_score" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "ethics_appraisal__grade__total_score_desc__id_desc" ON "ethics_appraisal" ("grade", "total_score" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "ethics_appraisal__staff" ON "ethics_appraisal" ("staff") WHERE "deleted_at" IS NULL;
      CREATE TABLE "ethics_appraisal__rule_scores" (
  "id" TEXT NOT NULL,
  "record_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "rule" TEXT,
  "score" REAL,
  "remark" TEXT,
  PRIMARY KEY ("record_id", "id"),
  FOREIGN KEY ("record_id") REFERENCES "ethics_appraisal" ("id") ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
      CREATE TABLE "ethics_case" (
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
  "channel" TEXT,
  "named" TEXT,
  "complainant" TEXT,
  "complainant_contact" TEXT,
  "staff" TEXT,
  "violation" TEXT,
  "summary" TEXT,
  "happened" TEXT,
  "urgent_reported_on" TEXT,
  "police_informed" INTEGER,
  "accepted_on" TEXT,
  "handler" TEXT,
  "evidence" TEXT,
  "heard_on" TEXT,
  "concluded_on" TEXT,
  "conclusion" TEXT,
  "handling" TEXT,
  "decided_by" TEXT,
  "decided_on" TEXT,
  "decision_number" TEXT,
  "effect_from" TEXT,
  "effect_to" TEXT,
  "disqualified_until" TEXT,
  "delivered_on" TEXT,
  "lifted_on" TEXT,
  "answered_on" TEXT,
  "files" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "ethics_case__received_on_desc__id_desc" ON "ethics_case" ("received_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "ethics_case__period__received_on_desc__id_desc" ON "ethics_case" ("period", "received_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "ethics_case__received_on__id_desc" ON "ethics_case" ("received_on", "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "ethics_case__channel__received_on_desc__id_desc" ON "ethics_case" ("channel", "received_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "ethics_case__staff__received_on_desc__id_desc" ON "ethics_case" ("staff", "received_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "ethics_case__violation__received_on_desc__id_desc" ON "ethics_case" ("violation", "received_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "ethics_case__handler__received_on_desc__id_desc" ON "ethics_case" ("handler", "received_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "ethics_case__conclusion__received_on_desc__id_desc" ON "ethics_case" ("conclusion", "received_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "ethics_case__number" ON "ethics_case" ("number") WHERE "deleted_at" IS NULL;
      CREATE TABLE "ethics_award" (
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
  "name" TEXT,
  "level" TEXT,
  "granted_by" TEXT,
  "document_number" TEXT,
  "granted_on" TEXT,
  "notice_from" TEXT,
  "notice_to" TEXT,
  "files" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "ethics_award__granted_on_desc__id_desc" ON "ethics_award" ("granted_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "ethics_award__period__granted_on_desc__id_desc" ON "ethics_award" ("period", "granted_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "ethics_award__staff__granted_on_desc__id_desc" ON "ethics_award" ("staff", "granted_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "ethics_award__level__granted_on_desc__id_desc" ON "ethics_award" ("level", "granted_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "ethics_award__staff__name__granted_on" ON "ethics_award" ("staff", "name", "granted_on") WHERE "deleted_at" IS NULL;
      CREATE TABLE "entry_check" (
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
  "channel" TEXT,
  "result" TEXT,
  "operator" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "entry_check__checked_on_desc__id_desc" ON "entry_check" ("checked_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "entry_check__period__checked_on_desc__id_desc" ON "entry_check" ("period", "checked_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "entry_check__staff__checked_on_desc__id_desc" ON "entry_check" ("staff", "checked_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "entry_check__staff__checked_on" ON "entry_check" ("staff", "checked_on") WHERE "deleted_at" IS NULL;
      CREATE TABLE "tutoring_self_check" (
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
  "occasion" TEXT,
  "organised" INTEGER,
  "took" INTEGER,
  "introduced" INTEGER,
  "lent" INTEGER,
  "forced" INTEGER,
  "joint" INTEGER,
  "signed_on" TEXT,
  "checker" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "tutoring_self_check__signed_on_desc__id_desc" ON "tutoring_self_check" ("signed_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "tutoring_self_check__period__signed_on_desc__id_desc" ON "tutoring_self_check" ("period", "signed_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "tutoring_self_check__staff__signed_on_desc__id_desc" ON "tutoring_self_check" ("staff", "signed_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "tutoring_self_check__occasion__signed_on_desc__id_desc" ON "tutoring_self_check" ("occasion", "signed_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "tutoring_self_check__staff__occasion__signed_on" ON "tutoring_self_check" ("staff", "occasion", "signed_on") WHERE "deleted_at" IS NULL;
      CREATE TABLE "service_plan" (
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
  "weekdays" TEXT,
  "starts_at" TEXT,
  "ends_at" TEXT,
  "end_of_work_at" TEXT,
  "latest_leave_at" TEXT,
  "fee_per_term" INTEGER,
  "fee_document" TEXT,
  "approved_on" TEXT,
  "filed_on" TEXT,
  "publicised_from" TEXT,
  "publicised_to" TEXT,
  "channel" TEXT,
  "content" TEXT,
  "files" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "service_plan__approved_on_desc__id_desc" ON "service_plan" ("approved_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_plan__period__approved_on_desc__id_desc" ON "service_plan" ("period", "approved_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_plan__title" ON "service_plan" ("title") WHERE "deleted_at" IS NULL;
      CREATE TABLE "service_course" (
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
  "kind" TEXT,
  "grade_from" INTEGER,
  "grade_to" INTEGER,
  "weekdays" TEXT,
  "capacity" INTEGER,
  "room" TEXT,
  "teacher" TEXT,
  "external" TEXT,
  "content" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "service_course__kind__name__id" ON "service_course" ("kind", "name", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_course__period__kind__name__id" ON "service_course" ("period", "kind", "name", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_course__teacher__kind__name__id" ON "service_course" ("teacher", "kind", "name", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_course__external__kind__name__id" ON "service_course" ("external", "kind", "name", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_course__name" ON "service_course" ("name") WHERE "deleted_at" IS NULL;
      CREATE TABLE "service_enrolment" (
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
  "weekdays" TEXT,
  "courses" TEXT,
  "applied_on" TEXT,
  "guardian_name" TEXT,
  "guardian_phone" TEXT,
  "pick_up" TEXT,
  "entrusted_name" TEXT,
  "entrusted_phone" TEXT,
  "fee_class" TEXT,
  "fee_paid" INTEGER,
  "withdrawn_on" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "service_enrolment__applied_on_desc__id_desc" ON "service_enrolment" ("applied_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_enrolment__period__applied_on_desc__id_desc" ON "service_enrolment" ("period", "applied_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_enrolment__pupil__applied_on_desc__id_desc" ON "service_enrolment" ("pupil", "applied_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_enrolment__pick_up__applied_on_desc__id_desc" ON "service_enrolment" ("pick_up", "applied_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_enrolment__fee_class__applied_on_desc__id_desc" ON "service_enrolment" ("fee_class", "applied_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_enrolment__withdrawn_on__applied_on_desc__id_desc" ON "service_enrolment" ("withdrawn_on", "applied_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_enrolment__pupil" ON "service_enrolment" ("pupil") WHERE "deleted_at" IS NULL;
      CREATE TABLE "service_slot" (
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
  "held_on" TEXT,
  "starts_at" TEXT,
  "ends_at" TEXT,
  "kind" TEXT,
  "course" TEXT,
  "room" TEXT,
  "confirmed" INTEGER,
  "cancelled_reason" TEXT,
  "log" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "service_slot__held_on_desc__starts_at__id" ON "service_slot" ("held_on" DESC, "starts_at", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_slot__period__held_on_desc__starts_at__id" ON "service_slot" ("period", "held_on" DESC, "starts_at", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_slot__held_on__starts_at__id" ON "service_slot" ("held_on", "starts_at", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_slot__kind__held_on_desc__starts_at__id" ON "service_slot" ("kind", "held_on" DESC, "starts_at", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_slot__course__held_on_desc__starts_at__id" ON "service_slot" ("course", "held_on" DESC, "starts_at", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_slot__confirmed__held_on_desc__starts_at__id" ON "service_slot" ("confirmed", "held_on" DESC, "starts_at", "id") WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_slot__held_on__starts_at__course" ON "service_slot" ("held_on", "starts_at", "course") WHERE "deleted_at" IS NULL;
      CREATE TABLE "service_slot__staffing" (
  "id" TEXT NOT NULL,
  "record_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "staff" TEXT,
  "external" TEXT,
  "role" TEXT,
  "hours" REAL,
  PRIMARY KEY ("record_id", "id"),
  FOREIGN KEY ("record_id") REFERENCES "service_slot" ("id") ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
      CREATE INDEX "service_slot__staffing__staff" ON "service_slot__staffing" ("staff");
      CREATE INDEX "service_slot__staffing__external" ON "service_slot__staffing" ("external");
      CREATE TABLE "service_attendance" (
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
  "due_count" INTEGER,
  "present_count" INTEGER,
  "signed_by" TEXT,
  "remark" TEXT,
  PRIMARY KEY ("id")
) STRICT;
      CREATE INDEX "service_attendance__held_on_desc__id_desc" ON "service_attendance" ("held_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_attendance__period__held_on_desc__id_desc" ON "service_attendance" ("period", "held_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_attendance__slot__held_on_desc__id_desc" ON "service_attendance" ("slot", "held_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_attendance__held_on__id_desc" ON "service_attendance" ("held_on", "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_attendance__signed_by__held_on_desc__id_desc" ON "service_attendance" ("signed_by", "held_on" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
      CREATE INDEX "service_attendance__slot" ON "service_attendance" ("slot") WHERE "deleted_at" IS NULL;
      CREATE TABLE "service_attendance__rows" (
  "id" TEXT NOT NULL,
  "record_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "pupil" TEXT,
  "state_value" TEXT,
  "reason" TEXT,
  "guardian_informed" INTEGER,
  "left_at" TEXT,
  "fetched_by" TEXT,
  PRIMARY KEY ("record_id", "id"),
  FOREIGN KEY ("record_id") REFERENCES "service_attendance" ("id") ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
      CREATE INDEX "service_attendance__rows__pupil" ON "service_attendance__rows" ("pupil");
    `);
  },
};
