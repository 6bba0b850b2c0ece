import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { addAccess, listAccess } from '#electron/store/tables/accessLog.ts';
import { findAccount, listAccounts, saveAccount } from '#electron/store/tables/accounts.ts';
import {
  listCalendarDays,
  replaceCalendarYear,
  saveCalendarDay,
} from '#electron/store/tables/calendarDays.ts';
import { discardDraft, listDrafts, saveDraft } from '#electron/store/tables/drafts.ts';
import { addExport, listExports } from '#electron/store/tables/exportLog.ts';
import { addImportBatch, listImportBatches, undoImport } from '#electron/store/tables/importBatches.ts';
import { getMapping, saveMapping } from '#electron/store/tables/importMappings.ts';
import type { WriteHandle } from '#electron/store/handles.ts';
import { listOverrides, saveOverride } from '#electron/store/tables/overrides.ts';
import { listParameters, saveParameter } from '#electron/store/tables/parameters.ts';
import { allRecords, createRecord, getRecord, updateRecord } from '#electron/store/records/records.ts';
import { getSetting, saveSetting } from '#electron/store/tables/settings.ts';
import { verifyChain } from '#electron/store/records/revisions.ts';
import { listViews, removeView, saveView } from '#electron/store/tables/views.ts';
import { querySchema } from '#shared/contract/ledgers.ts';
import type { Change } from '#electron/store/handles.ts';
import { sampleLedgers, samplePerson } from '#test/support/sampleLedger.ts';
import {
  failureOf,
  schoolId,
  temporarySchool,
  valueOf,
  type TemporarySchool,
} from '#test/support/temporarySchool.ts';

let school: TemporarySchool;
beforeEach(() => {
  school = temporarySchool({ ledgers: sampleLedgers });
});
afterEach(() => school.remove());

function write<T>(work: (w: WriteHandle) => T, more: Partial<Change> = {}): T {
  return school.store.write(school.change(more), work);
}

test('a draft is kept per account and record, replaced by the next and gone when discarded', () => {
  const recordId = school.newId();
  const draft = {
    ledger: 'samplePerson',
    recordId,
    baseRevision: null,
    period: null,
    values: { name: '张' },
  };
  write((w) => {
    saveDraft(w, draft);
    saveDraft(w, { ...draft, values: { name: '张三', rows: [{ a: 1 }] } });
  });
  write((w) => saveDraft(w, draft), { accountId: 'another' });
  const mine = () => listDrafts(school.store.read, school.account.id, 'samplePerson');
  expect(mine()).toEqual([
    { ...draft, values: { name: '张三', rows: [{ a: 1 }] }, savedAt: school.clock.now() },
  ]);
  school.store.close();
  school.reopen();
  expect(mine()).toHaveLength(1);
  write((w) => discardDraft(w, { accountId: school.account.id, ledger: 'samplePerson', recordId }));
  expect(mine()).toEqual([]);
  expect(listDrafts(school.store.read, 'another', 'samplePerson')).toHaveLength(1);
});

test('saved views belong to their account', () => {
  const query = querySchema.parse({ ledger: 'samplePerson', search: '张' });
  const view = { id: school.newId(), ledger: 'samplePerson', name: '姓张的', query };
  valueOf(write((w) => saveView(w, view)));
  valueOf(write((w) => saveView(w, { ...view, name: '张家' })));
  const taken = write((w) => saveView(w, view), { accountId: 'another' });
  expect(failureOf(taken).kind).toBe('conflict');
  write((w) => removeView(w, view.id), { accountId: 'another' });
  expect(listViews(school.store.read, school.account.id, 'samplePerson')).toEqual([
    { ...view, name: '张家' },
  ]);
  write((w) => removeView(w, view.id));
  expect(listViews(school.store.read, school.account.id, 'samplePerson')).toEqual([]);
});

test('settings come back in their form or not at all', () => {
  write((w) => {
    saveSetting(w, 'idleMinutes', 15);
    saveSetting(w, 'idleMinutes', 20);
  });
  expect(getSetting(school.store.read, 'idleMinutes', z.int())).toBe(20);
  expect(getSetting(school.store.read, 'idleMinutes', z.string())).toBeNull();
  expect(getSetting(school.store.read, 'nothing', z.int())).toBeNull();
});

test('parameters keep one value per day from which they hold', () => {
  const parameter = { id: 'pledge.days', validFrom: '2026-09-01', value: [30, 60], reason: '县局通知' };
  write((w) => {
    saveParameter(w, parameter);
    saveParameter(w, { ...parameter, validFrom: '2025-09-01', value: 7 });
    saveParameter(w, { ...parameter, value: 45 });
  });
  expect(listParameters(school.store.read).map(({ validFrom, value }) => [validFrom, value])).toEqual([
    ['2025-09-01', 7],
    ['2026-09-01', 45],
  ]);
});

test('an override keeps who let the finding stand and why', () => {
  write((w) => saveOverride(w, 'PL-01|branch|2026-10', 'partyLife', '放假顺延'));
  expect(listOverrides(school.store.read).get('PL-01|branch|2026-10')).toEqual({
    reason: '放假顺延',
    accountName: '王办事',
    at: school.clock.now(),
  });
});

test('accounts: added, changed, withdrawn but never gone', () => {
  const account = {
    id: school.newId(),
    name: '李主任',
    roles: ['teaching'] as const,
    active: true,
    createdAt: school.clock.now(),
  };
  write((w) => saveAccount(w, account));
  write((w) => saveAccount(w, { ...account, roles: ['reader'], active: false }));
  expect(findAccount(school.store.read, account.id)).toEqual({
    ...account,
    roles: ['reader'],
    active: false,
  });
  write((w) => saveAccount(w, { ...account, id: school.newId() }));
  expect(listAccounts(school.store.read).map(({ active }) => active)).toEqual([true, false]);
  expect(() => write((w) => saveAccount(w, { ...account, id: school.newId() }))).toThrow(/UNIQUE/);
});

test('logs name account and time, the last line first', () => {
  const line = {
    what: '教职工',
    profile: 'upward',
    purpose: '上报',
    recipient: '教育局',
    rows: 3,
    path: 'U:\\a.xlsx',
    sha256: 'f',
  } as const;
  write((w) => addExport(w, line));
  write((w) => addExport(w, { ...line, what: '学生' }));
  expect(listExports(school.store.read)).toEqual([
    { ...line, what: '学生', at: school.clock.now(), accountName: '王办事' },
    { ...line, at: school.clock.now(), accountName: '王办事' },
  ]);
  write((w) => addAccess(w, { what: '查看举报人信息', ledger: 'ethicsCase', recordId: 'x' }));
  expect(listAccess(school.store.read)).toEqual([
    {
      what: '查看举报人信息',
      ledger: 'ethicsCase',
      recordId: 'x',
      at: school.clock.now(),
      accountName: '王办事',
    },
  ]);
});

test('calendar days of a year are replaced together; other years stay', () => {
  const day = (date: string, isOffDay = true) => ({ date, name: '节日', isOffDay, followWeekday: null });
  write((w) => {
    replaceCalendarYear(w, 2026, [day('2026-10-01'), day('2026-10-10', false)]);
    saveCalendarDay(w, { ...day('2026-10-10', false), followWeekday: 5 });
    replaceCalendarYear(w, 2027, [day('2027-01-01')]);
  });
  expect(listCalendarDays(school.store.read, 2026)).toEqual([
    day('2026-10-01'),
    { ...day('2026-10-10', false), followWeekday: 5 },
  ]);
  write((w) => replaceCalendarYear(w, 2026, []));
  expect([listCalendarDays(school.store.read, 2026), listCalendarDays(school.store.read, 2027)]).toEqual([
    [],
    [day('2027-01-01')],
  ]);
});

test('a confirmed mapping is remembered for the same headers', () => {
  const mapping = { ledger: 'samplePerson', fingerprint: '姓名|工号', mapping: ['name', null] };
  write((w) => saveMapping(w, { ...mapping, mapping: ['name', 'number'] }));
  write((w) => saveMapping(w, mapping));
  expect(getMapping(school.store.read, 'samplePerson', '姓名|工号')).toEqual(['name', null]);
  expect(getMapping(school.store.read, 'samplePerson', '别的')).toBeNull();
});

describe('undoing an import', () => {
  const importId = '01938000-0000-7000-8000-00000000ffff';
  const person = (name: string) => ({ name, number: null, post: null, secret: null });

  function add(name: string, more: Partial<Change> = {}): string {
    const id = school.newId();
    valueOf(
      write(
        (w) =>
          createRecord(w, samplePerson, { id, schoolId, period: null, state: 'finished', values: { name } }),
        more,
      ),
    );
    return id;
  }
  function rename(id: string, name: string, more: Partial<Change> = {}): void {
    const revision = getRecord(school.store.read, samplePerson, id)?.revision ?? 0;
    valueOf(
      write(
        (w) =>
          updateRecord(
            w,
            samplePerson,
            id,
            { values: person(name), period: null, state: 'finished' },
            revision,
          ),
        more,
      ),
    );
  }
  function names(): string[] {
    return allRecords(school.store.read, samplePerson).map((record) => record.values.name);
  }
  function importTwo(): { known: string; fresh: string } {
    const known = add('张三');
    rename(known, '张三（改）', { importId });
    rename(known, '张三（再改）', { importId });
    const fresh = add('李四', { importId });
    write(
      (w) =>
        addImportBatch(w, {
          id: importId,
          fileName: '名单.xlsx',
          ledger: 'samplePerson',
          created: 1,
          changed: 1,
        }),
      { importId },
    );
    return { known, fresh };
  }

  test('takes away what it made and gives back what it changed, as revisions', () => {
    importTwo();
    school.setNow('2026-11-24T07:00:00.000Z');
    const undone = valueOf(write((w) => undoImport(w, importId), { reason: '撤销导入' }));
    expect(undone).toMatchObject({
      id: importId,
      fileName: '名单.xlsx',
      undoneAt: '2026-11-24T07:00:00.000Z',
    });
    expect(names()).toEqual(['张三']);
    expect(valueOf(verifyChain(school.store.read))).toBe(6);
    expect(listImportBatches(school.store.read)).toEqual([undone]);
    expect(failureOf(write((w) => undoImport(w, importId))).kind).toBe('conflict');
  });

  test('is refused as a whole, naming the records, when one was changed afterwards', () => {
    const { fresh } = importTwo();
    rename(fresh, '李四四');
    const failure = failureOf(write((w) => undoImport(w, importId)));
    expect(failure.kind).toBe('conflict');
    expect(failure.sentence).toContain('李四四');
    expect(names()).toEqual(['李四四', '张三（再改）']);
  });

  test('of an unknown import is refused', () => {
    expect(failureOf(write((w) => undoImport(w, importId))).kind).toBe('notFound');
  });
});
