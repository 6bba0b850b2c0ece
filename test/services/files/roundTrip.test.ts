import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allRecords, createRecord } from '#electron/store/records/records.ts';
import type { AnyLedger } from '#shared/ledger/definition.ts';
import { checkValues } from '#shared/ledger/schema.ts';
import { querySchema } from '#shared/contract/ledgers.ts';
import { ledgers } from '#shared/ledgers/index.ts';
import { fileDesk, type FileDesk } from '../../support/fileDesk.ts';
import { generateValues, seeded } from '../../support/generateValues.ts';
import { schoolId, valueOf } from '../../support/temporarySchool.ts';

const perLedger = 12;
const periods = {
  year: '2026',
  quarter: '2026Q4',
  month: '2026-10',
  schoolYear: '2026-2027',
  term: '2026-2027-1',
};

/** An export is a copy: whatever a ledger holds comes back from its own file as "nothing changed". */
describe('every ledger, exported and imported again', () => {
  let desk: FileDesk;

  beforeAll(() => {
    desk = fileDesk();
    const random = seeded(20_261_124);
    for (const definition of ledgers) {
      if (definition.id === 'school') continue;
      fill(desk, definition, random);
    }
  });
  afterAll(() => desk.close());

  for (const definition of ledgers) {
    test(`${definition.label} (${definition.id}) as xlsx and as csv has zero differences`, async () => {
      const count = allRecords(desk.school.store.read, definition).length;
      expect(count, 'the generator must find acceptable values').toBeGreaterThan(0);
      for (const format of ['xlsx', 'csvUtf8', 'csvGb18030'] as const) {
        const path = join(desk.folder, `${definition.id}.${format}`);
        valueOf(
          await desk.exports['export.ledger'](
            {
              query: querySchema.parse({ ledger: definition.id }),
              jobId: randomUUID(),
              format,
              profile: 'internal',
              purpose: '核对',
              recipient: '本校',
              path,
            },
            desk.caller,
          ),
        );
        const source = await desk.choose(path, definition.id);
        const preview = await desk.preview(source, definition.id);
        expect(preview.problems.filter((problem) => problem.severity === 'error').slice(0, 3)).toEqual([]);
        expect(preview.counts, format).toEqual({ new: 0, changed: 0, same: count, problem: 0 });
      }
    });
  }
});

function fill(desk: FileDesk, definition: AnyLedger, random: () => number): void {
  const { store } = desk.school;
  const idsOf = (ledger: string) => {
    const target = ledgers.find((each) => each.id === ledger);
    return target ? allRecords(store.read, target).map((record) => record.id) : [];
  };
  const [kind] = definition.period?.kinds ?? [];
  for (let number = 1, made = 0; made < perLedger && number < perLedger * 40; number += 1) {
    const values = generateValues(definition, { random, idsOf, number });
    const checked = checkValues(definition, values, {
      draft: number > perLedger * 20 && definition.workflow === true,
    });
    if (!('values' in checked)) continue;
    made += 1;
    store.write(desk.school.change(), (w) =>
      valueOf(
        createRecord(w, definition, {
          id: desk.school.newId(),
          schoolId,
          values: checked.values,
          period: kind === undefined ? null : periods[kind],
          state: number > perLedger * 20 ? 'draft' : 'finished',
        }),
      ),
    );
  }
}
