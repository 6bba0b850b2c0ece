import { afterEach, beforeEach, expect, test } from 'vitest';
import { areaChecks } from '#electron/services/areaChecks.ts';
import { createCheck } from '#electron/services/checks/check.ts';
import { createRecord } from '#electron/store/records/records.ts';
import { atOnce } from '#shared/kernel/inPieces.ts';
import { emptyValues } from '#shared/ledger/schema.ts';
import { school as schoolLedger } from '#shared/ledgers/base/school.ts';
import { term } from '#shared/ledgers/base/term.ts';
import type { AnyLedger, LooseValues } from '#shared/ledger/definition.ts';
import { schoolId, temporarySchool, valueOf, type TemporarySchool } from '../support/temporarySchool.ts';
import { autumnTerm } from '../support/autumnTerm.ts';

const on = '2026-11-24';
let school: TemporarySchool;
beforeEach(() => {
  school = temporarySchool();
  add(schoolLedger, { name: '山丹县测试学校', type: '九年一贯制学校', nature: '公办' }, null);
  add(term, autumnTerm, '2026-2027-1');
});
afterEach(() => school.remove());

function add(definition: AnyLedger, values: LooseValues, period: string | null): void {
  const record = { id: school.newId(), schoolId, values: { ...emptyValues(definition), ...values }, period };
  school.write((w) => valueOf(createRecord(w, definition, { ...record, state: 'finished' })));
}

test('a reading notes every table that SQLite opens for it', () => {
  const { read, writeLog } = school.store;
  const texts = new Set<string>();
  const noted = new Set<string>();
  const { h } = writeLog.begin(read);
  const prepare = read.db.prepare.bind(read.db);
  read.db.prepare = (text: string) => (texts.add(text), prepare(text));
  const check = createCheck({ ...h, onRead: (table) => noted.add(table) }, on);
  for (const { find, wall, due } of areaChecks) {
    atOnce(find(check));
    wall?.(check, 2026, []);
    due?.(check, []);
  }
  expect(texts.size).toBeGreaterThan(50);
  for (const text of texts) for (const table of tablesOpened(text)) expect([...noted], text).toContain(table);

  function tablesOpened(text: string): readonly string[] {
    const rows = prepare<[], { name: string; page: number }>(
      'SELECT tbl_name AS name, rootpage AS page FROM sqlite_master WHERE rootpage > 0',
    ).all();
    const byPage = new Map(rows.map(({ name, page }) => [page, name]));
    return explained(text).flatMap(({ opcode, p2 }) => (opcode === 'OpenRead' ? (byPage.get(p2) ?? []) : []));
  }

  function explained(text: string): readonly { opcode: string; p2: number }[] {
    const explain = prepare<null[], { opcode: string; p2: number }>(`EXPLAIN ${text}`);
    for (let values = 0; ; values += 1)
      try {
        return explain.all(...Array.from({ length: values }, () => null));
      } catch (error) {
        if (!(error instanceof RangeError) || values > 200) throw error;
      }
  }
});
