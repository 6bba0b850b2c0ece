/**
 * A process that saves one record after another and says so after each commit, until it is killed.
 * Arguments: folder, data key in hex, number of the round. Begins at a line on its standard input.
 */
import { writeSync } from 'node:fs';
import process from 'node:process';
import { createUuid } from '../../shared/kernel/ids.ts';
import { createRecord, updateRecord } from '../../electron/store/records/records.ts';
import { schoolFolder } from '../../electron/store/schoolFolder.ts';
import { openStore } from '../../electron/store/store.ts';
import { sampleLedger, sampleLedgers } from '../support/sampleLedger.ts';
import { migrationsFor, schoolId, valueOf } from '../support/temporarySchool.ts';

const [root = '', key = '', round = ''] = process.argv.slice(2);
process.stdin.once('data', () => {
  const store = valueOf(
    openStore(schoolFolder(root), Buffer.from(key, 'hex'), {
      clock: { now: () => '2026-11-24T06:30:00.000Z' },
      behaviours: {},
      ledgers: sampleLedgers,
      migrations: migrationsFor(sampleLedgers),
    }),
  );
  const change = { accountId: 'a', accountName: '王办事', at: '2026-11-24T06:30:00.000Z' };
  for (let number = 1; ; number += 1) {
    const id = newId(number, 1);
    const values = {
      subject: `第${round}轮第${number}条`,
      body: '会议记录'.repeat(200),
      attendance: [1, 2, 3].map((row) => ({
        id: newId(number, row + 1),
        person: id,
        present: true,
        remark: '到会',
      })),
    };
    const saved = store.write(change, (w) =>
      createRecord(w, sampleLedger, { id, schoolId, period: '2026-11', state: 'draft', values }),
    );
    writeSync(1, `created ${id}\n`);
    const record = valueOf(saved);
    store.write(change, (w) =>
      updateRecord(w, sampleLedger, id, { ...record, values: { ...record.values, people: number } }, 1),
    );
    writeSync(1, `changed ${id}\n`);
  }
});
writeSync(1, 'ready\n');

function newId(number: number, part: number): string {
  const random = new Uint8Array(10);
  new DataView(random.buffer).setUint32(0, Number(round));
  new DataView(random.buffer).setUint32(4, number);
  random[9] = part;
  return createUuid(Date.parse('2026-11-24T06:30:00.000Z'), random);
}
