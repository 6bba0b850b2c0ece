import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InputOf } from '#shared/contract/index.ts';
import { ledgerHandlers } from '#electron/services/ledgers/ledgerHandlers.ts';
import { emptyValues } from '#shared/ledger/schema.ts';
import { pupil } from '#shared/ledgers/base/pupil.ts';
import { school as schoolLedger } from '#shared/ledgers/base/school.ts';
import { schoolClass } from '#shared/ledgers/base/schoolClass.ts';
import { staff } from '#shared/ledgers/base/staff.ts';
import { ethicsCase } from '#shared/ledgers/ethics/ethicsCase.ts';
import { branch } from '#shared/ledgers/partyLife/branch.ts';
import { partyMember } from '#shared/ledgers/partyLife/partyMember.ts';
import { partyMembership } from '#shared/ledgers/partyLife/partyMembership.ts';
import { listAccess } from '#electron/store/tables/accessLog.ts';
import { countRecords } from '#electron/store/records/records.ts';
import { failureOf, schoolId, valueOf } from '../../support/temporarySchool.ts';
import { officeOf, type Office } from '../officeCalls.ts';
import { head, schoolOffice, type SchoolOffice } from '../schoolOffice.ts';

let school: SchoolOffice;
let office: Office;
beforeEach(() => {
  school = schoolOffice();
  office = officeOf(school, ledgerHandlers);
});
afterEach(() => {
  school.remove();
});

const teacher = { name: '赵敏', sex: '女', staffKind: '专任教师' };
const ethicsClerk = () => school.person('高师德', 'ethics');
const teachingClerk = () => school.person('陈教务', 'teaching');

function caseOf(accused: string, handler: string): Record<string, unknown> {
  return {
    number: '2026-01',
    receivedOn: '2026-11-20',
    channel: '来信',
    named: '实名',
    complainant: '吴某',
    staff: accused,
    handler,
    violation: 'V10 有偿补课',
    summary: '周末有偿补课。',
  };
}

function input(ledger: typeof staff | typeof pupil, values: Record<string, unknown>): InputOf<'ledger.save'> {
  return {
    ledger: ledger.id,
    id: school.newId(),
    values: { ...emptyValues(ledger), ...values },
    period: null,
    state: 'finished',
    baseRevision: null,
  };
}

describe('saving and listing', () => {
  it('saves, knows what it wrote, and lists with the titles of what is referred to', async () => {
    const call = office.as(head());
    const homeroomTeacher = valueOf(await call('ledger.save', input(staff, teacher))).record.id;
    expect(school.written.at(-1)).toEqual(expect.arrayContaining(['staff', 'revision']));
    school.add(schoolClass, { name: '三年级2班', grade: 3, homeroomTeacher });
    const page = valueOf(
      await call('ledger.list', { query: { ledger: 'schoolClass' }, page: 0, pageSize: 50 }),
    );
    expect(page.total).toBe(1);
    expect(page.titles[homeroomTeacher]).toBe('赵敏');
  });

  it('proposes the record chosen last first in pickers', async () => {
    const call = office.as(head());
    for (const name of ['阿丽', '赵敏']) school.add(staff, { ...teacher, name });
    const chosen = valueOf(await call('ledger.lookup', { ledger: 'staff', text: 'zm' }))[0];
    expect(chosen?.title).toBe('赵敏');
    valueOf(
      await call('ledger.save', {
        ...input(staff, {}),
        ledger: 'schoolClass',
        values: { name: '一年级1班', grade: 1, homeroomTeacher: chosen?.id },
      }),
    );
    const recent = valueOf(await call('ledger.lookup', { ledger: 'staff', text: '' }));
    expect(recent[0]?.title).toBe('赵敏');
  });

  it('forgets the draft of a saved form, and keeps drafts per account', async () => {
    const mine = office.as(head());
    const other = office.as(teachingClerk());
    const form = input(staff, teacher);
    const draft = {
      ledger: 'staff',
      recordId: form.id,
      baseRevision: null,
      period: null,
      values: { name: '赵' },
    };
    valueOf(await mine('draft.save', draft));
    expect(valueOf(await other('draft.list', { ledger: 'staff' }))).toEqual([]);
    expect(valueOf(await mine('draft.list', { ledger: 'staff' }))).toHaveLength(1);
    valueOf(await mine('ledger.save', form));
    expect(valueOf(await mine('draft.list', { ledger: 'staff' }))).toEqual([]);
  });

  it('answers an unknown filter field with a sentence', async () => {
    const refused = await office.as(head())('ledger.list', {
      query: { ledger: 'ethicsCase', filters: [{ field: 'complainant', operator: 'contains', value: '吴' }] },
      page: 0,
      pageSize: 10,
    });
    expect(failureOf(refused).kind).toBe('invalidInput');
  });
});

describe('locked fields', () => {
  it('are withheld from all but the head and the handler, and every look is logged', async () => {
    const accused = school.add(staff, teacher);
    const handler = school.add(staff, { ...teacher, name: '郑查办' });
    const id = school.add(ethicsCase, caseOf(accused, handler), { period: '2026' });
    const look = { ledger: 'ethicsCase', id };

    const withheld = valueOf(await office.as(ethicsClerk())('ledger.get', look));
    expect(withheld.record.values['complainant']).toBeNull();
    expect(withheld.withheld).toContain('complainant');
    const history = valueOf(await office.as(ethicsClerk())('ledger.history', look));
    expect(JSON.stringify(history)).not.toContain('吴某');
    expect(listAccess(school.store.read)).toEqual([]);

    const named = school.person('郑查办', 'ethics');
    expect(valueOf(await office.as(named)('ledger.get', look)).record.values['complainant']).toBe('吴某');
    expect(valueOf(await office.as(head())('ledger.get', look)).withheld).toEqual([]);
    expect(listAccess(school.store.read).map((line) => [line.accountName, line.recordId])).toEqual([
      ['马校长', id],
      ['郑查办', id],
    ]);
  });

  it('never stand in a list, not even for the head, and no look is logged where nothing is locked', async () => {
    const child = school.add(pupil, { name: '周小雨', sex: '女', healthNote: '花生过敏' });
    const healthy = school.add(pupil, { name: '王小明', sex: '男' });
    const page = valueOf(
      await office.as(head())('ledger.list', { query: { ledger: 'pupil' }, page: 0, pageSize: 10 }),
    );
    expect(JSON.stringify(page)).not.toContain('花生');
    expect(
      JSON.stringify(valueOf(await office.as(head())('ledger.latest', { ledger: 'pupil' }))),
    ).not.toContain('花生');
    valueOf(await office.as(head())('ledger.get', { ledger: 'pupil', id: healthy }));
    expect(listAccess(school.store.read)).toEqual([]);
    valueOf(await office.as(head())('ledger.get', { ledger: 'pupil', id: child }));
    expect(listAccess(school.store.read)).toHaveLength(1);
  });

  it('stay as they are when somebody who does not see them restores an old revision', async () => {
    const accused = school.add(staff, teacher);
    const handler = school.add(staff, { ...teacher, name: '郑查办' });
    const id = school.add(ethicsCase, caseOf(accused, handler), { period: '2026', state: 'draft' });
    valueOf(school.edit(ethicsCase, id, { complainant: '冯某', summary: '改写。' }));
    const restored = valueOf(
      await office.as(ethicsClerk())('ledger.restoreRevision', {
        ledger: 'ethicsCase',
        id,
        number: 1,
        reason: '误改',
      }),
    );
    expect(restored.record.values['summary']).toBe('周末有偿补课。');
    const seen = valueOf(await office.as(head())('ledger.get', { ledger: 'ethicsCase', id }));
    expect(seen.record.values['complainant']).toBe('冯某');
  });
});

describe('removing', () => {
  it('refuses while other records refer to it, and does not name what the account may not read', async () => {
    const accused = school.add(staff, teacher);
    school.add(schoolClass, { name: '三年级2班', grade: 3, homeroomTeacher: accused });
    school.add(ethicsCase, caseOf(accused, accused), { period: '2026' });
    const remove = { ledger: 'staff', ids: [accused] };
    expect(failureOf(await office.as(head())('ledger.remove', remove)).sentence).toContain(
      '投诉举报与案件 1 条',
    );
    const told = failureOf(await office.as(teachingClerk())('ledger.remove', remove)).sentence;
    expect(told).toContain('“赵敏”还被其他 2 条记录用到');
    expect(told).not.toContain('投诉');
  });

  it('takes the kept history along and brings both back', async () => {
    const call = office.as(head());
    const home = school.add(branch, {
      name: '第一支部委员会',
      shortName: '第一党支部',
      foundedOn: '2019-09-01',
    });
    const who = school.add(partyMember, {
      name: '李强',
      sex: '男',
      status: '正式党员',
      branch: home,
      rollSince: '2020-03-01',
    });
    expect(valueOf(await call('ledger.remove', { ledger: 'partyMember', ids: [who] }))).toEqual({
      removed: 1,
    });
    expect(countRecords(school.store.read, partyMembership)).toBe(0);
    expect(valueOf(await call('ledger.recycleBin', {})).map((record) => record.title)).toContain('李强');
    valueOf(await call('ledger.undelete', { ledger: 'partyMember', ids: [who] }));
    expect(countRecords(school.store.read, partyMembership)).toBe(1);
  });

  it('names those of several that are in use, and removes none', async () => {
    const used = school.add(staff, teacher);
    const free = school.add(staff, { ...teacher, name: '钱伟' });
    school.add(schoolClass, { name: '三年级2班', grade: 3, homeroomTeacher: used });
    const ids = [free, used];
    expect(failureOf(await office.as(head())('ledger.remove', { ledger: 'staff', ids })).sentence).toMatch(
      /^“赵敏”还被其他 1 条记录用到（班级 1 条），不能删除。/,
    );
    expect(countRecords(school.store.read, staff)).toBe(2);
  });

  it('keeps the school itself, also among others, and lets a second one that was made by mistake go', async () => {
    const call = office.as(head());
    const mistaken = school.add(schoolLedger, { name: '山丹县测试学校（错）', type: '九年一贯制学校' });
    for (const ids of [[schoolId], [mistaken, schoolId]])
      expect(failureOf(await call('ledger.remove', { ledger: 'school', ids, reason: '试试' }))).toMatchObject(
        {
          kind: 'conflict',
          sentence: '本校自己的“学校概况”不能删除：全部资料都归在它名下。内容有误的，请打开它修改。',
        },
      );
    expect(countRecords(school.store.read, schoolLedger)).toBe(2);
    valueOf(await call('ledger.remove', { ledger: 'school', ids: [mistaken] }));
    expect(countRecords(school.store.read, schoolLedger)).toBe(1);
  });

  it('does not bring back what would now be a duplicate', async () => {
    const call = office.as(head());
    const old = school.add(staff, { ...teacher, staffNumber: 'T001' });
    valueOf(await call('ledger.remove', { ledger: 'staff', ids: [old] }));
    school.add(staff, { ...teacher, name: '钱伟', staffNumber: 'T001' });
    const refused = failureOf(await call('ledger.undelete', { ledger: 'staff', ids: [old] }));
    expect(refused.sentence).toContain('钱伟');
    expect(countRecords(school.store.read, staff)).toBe(1);
  });
});

describe('rights', () => {
  it('shows each role only its own areas in counts, recycle bin and search', async () => {
    const accused = school.add(staff, teacher);
    const id = school.add(ethicsCase, caseOf(accused, accused), { period: '2026', state: 'draft' });
    const teaching = office.as(teachingClerk());
    expect(failureOf(await teaching('ledger.get', { ledger: 'ethicsCase', id })).kind).toBe('forbidden');
    expect(valueOf(await teaching('ledger.counts', {}))).not.toHaveProperty('ethicsCase');
    expect(valueOf(await teaching('search.everywhere', { text: '2026-01' }))).toEqual([]);
    expect(
      valueOf(await office.as(ethicsClerk())('search.everywhere', { text: '2026-01' })).map((hit) => hit.id),
    ).toEqual([id]);
    valueOf(await office.as(ethicsClerk())('ledger.remove', { ledger: 'ethicsCase', ids: [id] }));
    expect(valueOf(await teaching('ledger.recycleBin', {}))).toEqual([]);
    expect(valueOf(await office.as(head())('ledger.recycleBin', {}))).toHaveLength(1);
  });

  it('finds nobody by what is locked', async () => {
    const accused = school.add(staff, teacher);
    school.add(ethicsCase, caseOf(accused, accused), { period: '2026' });
    expect(valueOf(await office.as(head())('search.everywhere', { text: '吴某' }))).toEqual([]);
  });
});

describe('statistics', () => {
  it('counts classes by name and sex, in the order of the options', async () => {
    const room = school.add(schoolClass, { name: '三年级2班', grade: 3 });
    for (const [name, sex, schoolClassId] of [
      ['周小雨', '女', room],
      ['王小明', '男', room],
      ['李小红', '女', room],
      ['赵小刚', '男', null],
    ])
      school.add(pupil, { name, sex, schoolClass: schoolClassId });
    const [table] = valueOf(await office.as(head())('ledger.statistics', { query: { ledger: 'pupil' } }));
    expect(table?.columns).toEqual(['男', '女']);
    expect(table?.rows).toEqual([
      { label: '三年级2班', values: [1, 2], total: 3 },
      { label: '（未填）', values: [1, 0], total: 1 },
    ]);
    expect(table?.totals).toEqual([2, 2]);
  });
});

describe('attachments', () => {
  const paper = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n').toString('base64');

  it('are read from the record that names them, and from no other', async () => {
    const call = office.as(head());
    const added = await call('attachment.add', {
      ledger: 'ethicsCase',
      kind: '调查报告',
      name: '调查报告.pdf',
      content: paper,
    });
    const { ref } = valueOf(added);
    const accused = school.add(staff, teacher);
    const plain = caseOf(accused, accused);
    const id = school.add(ethicsCase, { ...plain, files: [ref] }, { period: '2026' });
    const other = school.add(ethicsCase, { ...plain, number: '2026-02' }, { period: '2026' });
    const read = { ledger: 'ethicsCase', attachmentId: ref.id };
    expect(valueOf(await call('attachment.read', { ...read, recordId: id })).content).toBe(paper);
    expect(failureOf(await call('attachment.read', { ...read, recordId: other })).kind).toBe('notFound');
    const teaching = office.as(teachingClerk());
    expect(failureOf(await teaching('attachment.read', { ...read, recordId: id })).kind).toBe('forbidden');
  });

  it('are refused in a kind that the ledger does not take', async () => {
    const refused = await office.as(head())('attachment.add', {
      ledger: 'ethicsCase',
      kind: '签到表',
      name: '签到表.pdf',
      content: paper,
    });
    expect(failureOf(refused).kind).toBe('invalidInput');
  });
});
