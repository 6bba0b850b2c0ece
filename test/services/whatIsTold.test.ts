import { afterEach, beforeEach, expect, it } from 'vitest';
import { emptyValues } from '#shared/ledger/schema.ts';
import { staff } from '#shared/ledgers/base/staff.ts';
import { firstSchool, startWindowless, type WindowlessApplication } from '../support/application.ts';
import { newId } from '../support/branchYear/desk.ts';
import { valueOf } from '../support/temporarySchool.ts';

let program: WindowlessApplication;

beforeEach(async () => {
  program = startWindowless();
  valueOf(await program.call('session.createSchool', firstSchool));
});

afterEach(() => program.remove());

const told = () => program.events.flatMap((event) => (event.type === 'store.changed' ? [event.written] : []));
const teacher = (id: string, name: string) => ({
  ledger: 'staff',
  id,
  values: { ...emptyValues(staff), name, sex: '女', staffKind: '专任教师' },
  period: null,
  state: 'draft',
  baseRevision: null,
});

it('counts every write, and says so before and with the answer', async () => {
  const before = told().length;
  const saved = await program.handle('ledger.save', teacher(newId(), '张敏'));
  expect(saved).toMatchObject({ ok: true, written: before + 1 });
  expect(told()).toHaveLength(before + 1);
  expect(await program.handle('ledger.counts', {})).toMatchObject({ written: before + 1 });
});

it('is silent about what was refused, and about what nobody else sees', async () => {
  const id = newId();
  valueOf(await program.call('ledger.save', { ...teacher(id, '张敏'), state: 'draft' }));
  const before = told();
  expect(await program.handle('ledger.save', teacher(id, '李强'))).toMatchObject({ ok: false });
  valueOf(
    await program.call('draft.save', {
      ledger: 'staff',
      recordId: id,
      baseRevision: 1,
      values: { name: '李强' },
      period: null,
    }),
  );
  valueOf(await program.call('ledger.get', { ledger: 'staff', id }));
  expect(told()).toEqual(before);
});

it('tells the session what it shows of the school', async () => {
  const settings = valueOf(await program.call('settings.get', {}));
  program.events.length = 0;
  valueOf(await program.call('settings.save', { ...settings, schoolName: '清泉学校' }));
  expect(program.events.map(({ type }) => type)).toEqual(['store.changed', 'session.changed']);
  expect(valueOf(await program.call('session.state', {}))).toMatchObject({ school: { name: '清泉学校' } });
});
