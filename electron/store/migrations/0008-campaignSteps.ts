import type { Migration } from '../schema/migrator.ts';

/** Written by `npm run migration` from the definitions as they were then. */
export const migration: Migration = {
  number: 8,
  name: 'campaignSteps',
  up(db) {
    db.exec(`
      ALTER TABLE "party_campaign" ADD COLUMN "participants" TEXT;
      ALTER TABLE "party_campaign" ADD COLUMN "planned_on" TEXT;
      ALTER TABLE "party_campaign" ADD COLUMN "study_content" TEXT;
      ALTER TABLE "party_campaign" ADD COLUMN "talks_from" TEXT;
      ALTER TABLE "party_campaign" ADD COLUMN "review_voters" INTEGER;
      ALTER TABLE "party_campaign" ADD COLUMN "ballots_issued" INTEGER;
      ALTER TABLE "party_campaign" ADD COLUMN "ballots_returned" INTEGER;
      ALTER TABLE "party_campaign" ADD COLUMN "ballots_spoiled" INTEGER;
      ALTER TABLE "party_campaign" ADD COLUMN "assessed_on" TEXT;
      ALTER TABLE "party_campaign" ADD COLUMN "assessed_by" TEXT;
      CREATE TABLE "party_campaign__opinions" (
  "id" TEXT NOT NULL,
  "record_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "content" TEXT,
  "target" TEXT,
  "member" TEXT,
  "given_by" TEXT,
  "answer" TEXT,
  PRIMARY KEY ("record_id", "id"),
  FOREIGN KEY ("record_id") REFERENCES "party_campaign" ("id") ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
      CREATE INDEX "party_campaign__opinions__member" ON "party_campaign__opinions" ("member");
      CREATE TABLE "party_campaign__reviews" (
  "id" TEXT NOT NULL,
  "record_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "member" TEXT,
  "self_grade" TEXT,
  "peer_grade" TEXT,
  "excellent_votes" INTEGER,
  "qualified_votes" INTEGER,
  "basic_votes" INTEGER,
  "unqualified_votes" INTEGER,
  "grade" TEXT,
  "remark" TEXT,
  "feedback_on" TEXT,
  PRIMARY KEY ("record_id", "id"),
  FOREIGN KEY ("record_id") REFERENCES "party_campaign" ("id") ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
      CREATE INDEX "party_campaign__reviews__member" ON "party_campaign__reviews" ("member");
    `);
  },
};
