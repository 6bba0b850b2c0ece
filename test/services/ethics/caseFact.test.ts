import { afterAll, beforeAll, expect, it } from 'vitest';
import { createUuid } from '#shared/kernel/ids.ts';
import { isEmptyValue } from '#shared/ledger/schema.ts';
import { staff } from '#shared/ledgers/base/staff.ts';
import { ethicsCase } from '#shared/ledgers/ethics/ethicsCase.ts';
import { caseFactOf } from '#electron/services/ethics/checks/caseFact.ts';
import { lockedFieldsOf } from '#electron/services/ledgers/lockedFields.ts';
import { allRecords } from '#electron/store/records/records.ts';
import { schoolOffice, type SchoolOffice } from '../schoolOffice.ts';

const newId = (): string => createUuid(Date.now(), crypto.getRandomValues(new Uint8Array(10)));

let office: SchoolOffice;
beforeAll(() => {
  office = schoolOffice();
});
afterAll(() => office.remove());

it('a case as the rules see it says what happened to it, and nothing of what is locked', () => {
  const accused = office.add(staff, { name: '赵敏', sex: '女', staffKind: '专任教师' });
  office.add(
    ethicsCase,
    {
      number: '2026-01',
      receivedOn: '2026-03-02',
      channel: '来信',
      named: '实名',
      complainant: '金丝雀',
      complainantContact: '13912345678',
      staff: accused,
      violation: 'V10 有偿补课',
      summary: '周末在家补课。',
      evidence: '照片两张',
      investigationPlan: '先问家长',
      defence: '没有收费',
      acceptance: '不予受理',
      rejectionReason: '没有新的证据',
      papers: [{ id: newId(), kind: '登记表', madeOn: '2026-03-02', place: '档案柜' }],
    },
    { period: '2026' },
  );
  const [record] = allRecords(office.store.read, ethicsCase);
  if (!record) throw new Error('no case');
  const fact = caseFactOf(record);
  expect(fact).toMatchObject({
    id: record.id,
    staffId: accused,
    receivedOn: '2026-03-02',
    named: true,
    injured: false,
    accepted: false,
    rejectionReason: '没有新的证据',
    handling: null,
    paperKinds: ['登记表'],
  });
  const held = new Map(Object.entries(fact));
  for (const field of lockedFieldsOf(ethicsCase)) expect(isEmptyValue(held.get(field)), field).toBe(true);
});
