import type { Migration } from '../schema/migrator.ts';

/** Written by `npm run migration` from the definitions as they were then. */
export const migration: Migration = {
  number: 14,
  name: 'platformDay',
  up(db) {
    db.exec(`
      CREATE INDEX "party_meeting__platform_on__held_on_desc__starts_at_desc__id_desc" ON "party_meeting" ("platform_on", "held_on" DESC, "starts_at" DESC, "id" DESC) WHERE "deleted_at" IS NULL;
    `);
  },
};
