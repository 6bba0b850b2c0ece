import type { Migration } from '../schema/migrator.ts';

/** Written by `npm run migration` from the definitions as they were then. */
export const migration: Migration = {
  number: 16,
  name: 'handoverReceivers',
  up(db) {
    db.exec(`
      DROP INDEX "service_handover__rows__pupil";
      CREATE INDEX "service_handover__rows__pupil__receiver" ON "service_handover__rows" ("pupil", "receiver");
  `);
  },
};
