import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LooseValues } from '#shared/ledger/definition.ts';
import { classPlacement } from '#shared/ledgers/base/classPlacement.ts';
import { pupil } from '#shared/ledgers/base/pupil.ts';
import { schoolClass } from '#shared/ledgers/base/schoolClass.ts';
import { staff } from '#shared/ledgers/base/staff.ts';
import { term } from '#shared/ledgers/base/term.ts';
import { ethicsAppraisal } from '#shared/ledgers/ethics/ethicsAppraisal.ts';
import { ethicsCase } from '#shared/ledgers/ethics/ethicsCase.ts';
import { branch } from '#shared/ledgers/partyLife/branch.ts';
import { committeePost } from '#shared/ledgers/partyLife/committeePost.ts';
import { partyMember } from '#shared/ledgers/partyLife/partyMember.ts';
import { partyMembership } from '#shared/ledgers/partyLife/partyMembership.ts';
import { serviceCourse } from '#shared/ledgers/afterSchool/serviceCourse.ts';
import { serviceSlot } from '#shared/ledgers/afterSchool/serviceSlot.ts';
import { allRecords, getRecord, removeRecords } from '#electron/store/records/records.ts';
import { failureOf, valueOf } from '../../support/temporarySchool.ts';
import { schoolOffice, type SaveOptions, type SchoolOffice } from '../schoolOffice.ts';

let office: SchoolOffice;
beforeEach(() => {
  office = schoolOffice();
});
afterEach(() => {
  office.remove();
});

const teacher = { name: '赵敏', sex: '女', staffKind: '专任教师' };

describe('duplicates', () => {
  it('refuses a second person with the same identity number and names the first', () => {
    office.add(staff, { ...teacher, identityNumber: '11010519491231002X' });
    const refused = failureOf(
      office.save(staff, { ...teacher, name: '钱伟', identityNumber: '11010519491231002x' }),
    );
    expect(refused.kind).toBe('invalidInput');
    expect(refused.problems).toEqual([
      { path: 'identityNumber', sentence: expect.stringContaining('赵敏') as string },
    ]);
  });

  it('lets two people without numbers share a name', () => {
    office.add(staff, teacher);
    expect(office.save(staff, teacher).ok).toBe(true);
  });

  it('counts duplicates within one period only', () => {
    const id = office.add(staff, teacher);
    office.add(ethicsAppraisal, { staff: id }, { period: '2025' });
    expect(office.save(ethicsAppraisal, { staff: id }, { period: '2026' }).ok).toBe(true);
    expect(failureOf(office.save(ethicsAppraisal, { staff: id }, { period: '2026' })).sentence).toContain(
      '2026年',
    );
  });

  it('does not count what lies in the recycle bin, nor the record itself', () => {
    const id = office.add(staff, { ...teacher, staffNumber: 'T001' });
    expect(office.edit(staff, id, { subject: '语文' }).ok).toBe(true);
    office.store.write(office.change(), (w) => removeRecords(w, staff, [id]));
    expect(office.save(staff, { ...teacher, staffNumber: 'T001' }).ok).toBe(true);
  });
});

describe('references', () => {
  it('refuses a record that does not exist, is deleted, or belongs to another ledger', () => {
    const person = office.add(staff, teacher);
    const gone = office.add(staff, { ...teacher, name: '孙丽' });
    office.store.write(office.change(), (w) => removeRecords(w, staff, [gone]));
    const other = office.add(schoolClass, { name: '三年级2班', grade: 3 });
    for (const homeroomTeacher of [office.newId(), gone, other]) {
      const refused = failureOf(office.save(schoolClass, { name: '四年级1班', grade: 4, homeroomTeacher }));
      expect(refused.problems?.map((problem) => problem.path)).toEqual(['homeroomTeacher']);
    }
    expect(office.save(schoolClass, { name: '四年级1班', grade: 4, homeroomTeacher: person }).ok).toBe(true);
  });
});

describe('effective-dated facts', () => {
  const first = {
    name: '中共山丹县测试学校第一支部委员会',
    shortName: '第一党支部',
    foundedOn: '2019-09-01',
  };
  const second = {
    name: '中共山丹县测试学校第二支部委员会',
    shortName: '第二党支部',
    foundedOn: '2019-09-01',
  };
  const member = { name: '李强', sex: '男', status: '正式党员' };
  const spans = () =>
    allRecords(office.store.read, partyMembership)
      .map(({ values }) => [values.branch, values.status, values.from, values.to])
      .toSorted((a, b) => String(a[2]).localeCompare(String(b[2])));

  it('refuses two spans of one post that meet, and names the other', () => {
    const home = office.add(branch, first);
    const who = office.add(partyMember, { ...member, branch: home, rollSince: '2020-01-01' });
    const post = { branch: home, member: who, post: '书记' };
    office.add(committeePost, { ...post, from: '2021-01-01', to: '2023-12-31' });
    const refused = failureOf(office.save(committeePost, { ...post, from: '2023-12-31' }));
    expect(refused.problems).toEqual([
      { path: 'from', sentence: expect.stringContaining('2021年1月1日至2023年12月31日') as string },
    ]);
    expect(office.save(committeePost, { ...post, from: '2024-01-01' }).ok).toBe(true);
    expect(
      failureOf(office.save(committeePost, { ...post, from: '2020-05-01', to: '2020-04-30' })).problems?.[0]
        ?.path,
    ).toBe('to');
  });

  it('keeps the history of a member who moves to another branch and later leaves', () => {
    const a = office.add(branch, first);
    const b = office.add(branch, second);
    const who = office.add(partyMember, { ...member, branch: a, rollSince: '2020-03-01' });
    expect(spans()).toEqual([[a, '正式党员', '2020-03-01', null]]);

    valueOf(office.edit(partyMember, who, { branch: b, rollSince: '2026-05-06' }));
    expect(spans()).toEqual([
      [a, '正式党员', '2020-03-01', '2026-05-05'],
      [b, '正式党员', '2026-05-06', null],
    ]);

    valueOf(office.edit(partyMember, who, { phone: '13800138000' }));
    expect(spans()).toHaveLength(2);

    valueOf(office.edit(partyMember, who, { rollUntil: '2026-10-31', relation: '转出' }));
    expect(spans().at(-1)).toEqual([b, '正式党员', '2026-05-06', '2026-10-31']);
  });

  it('begins a change today when no day is given, and corrects the open fact when the day lies before it', () => {
    const a = office.add(branch, first);
    const b = office.add(branch, second);
    const who = office.add(partyMember, {
      ...member,
      status: '预备党员',
      branch: a,
      rollSince: '2025-06-01',
    });
    valueOf(office.edit(partyMember, who, { status: '正式党员', rollSince: null }));
    expect(spans()).toEqual([
      [a, '预备党员', '2025-06-01', '2026-11-23'],
      [a, '正式党员', '2026-11-24', null],
    ]);
    valueOf(office.edit(partyMember, who, { branch: b, rollSince: '2026-11-24' }));
    expect(spans().at(-1)).toEqual([b, '正式党员', '2026-11-24', null]);
    valueOf(office.edit(partyMember, who, { rollSince: '2026-11-01' }));
    expect(spans()).toEqual([
      [a, '预备党员', '2025-06-01', '2026-10-31'],
      [b, '正式党员', '2026-11-01', null],
    ]);
  });

  it('refuses an end before the beginning and writes neither record nor fact', () => {
    const a = office.add(branch, first);
    const refused = failureOf(
      office.save(partyMember, { ...member, branch: a, rollSince: '2026-03-01', rollUntil: '2026-02-01' }),
    );
    expect(refused.problems?.[0]?.path).toBe('rollUntil');
    expect(allRecords(office.store.read, partyMember)).toEqual([]);
    expect(spans()).toEqual([]);
  });

  it('follows a pupil who returns after leaving', () => {
    const room = office.add(schoolClass, { name: '三年级1班', grade: 3 });
    const child = office.add(pupil, {
      name: '周小雨',
      sex: '女',
      schoolClass: room,
      classSince: '2024-09-01',
    });
    valueOf(office.edit(pupil, child, { leftOn: '2025-07-10' }));
    valueOf(office.edit(pupil, child, { leftOn: null, classSince: '2026-03-01' }));
    const placements = allRecords(office.store.read, classPlacement).map(({ values }) => [
      values.from,
      values.to,
    ]);
    expect(placements.toSorted()).toEqual([
      ['2024-09-01', '2025-07-10'],
      ['2026-03-01', null],
    ]);
  });
});

describe('workflow', () => {
  const open = () => office.add(staff, teacher);

  it('locks a finished record until it is reopened with a reason', () => {
    const id = office.add(ethicsAppraisal, { staff: open() }, { period: '2026' });
    const edit = (values: LooseValues, options: SaveOptions) =>
      office.edit(ethicsAppraisal, id, values, options);
    for (const options of [{}, { state: 'draft' }, { state: 'draft', reason: '  ' }] as const)
      expect(failureOf(edit({ panelOpinion: '同意' }, options)).problems?.[0]?.path).toBe('reason');
    expect(edit({ panelOpinion: '同意' }, { reason: '漏填意见' }).ok).toBe(true);
    expect(edit({}, { state: 'draft', reason: '分数录错' }).ok).toBe(true);
    expect(edit({ panelOpinion: '优秀' }, { state: 'draft' }).ok).toBe(true);
  });

  it('lets only the head approve, and only the head reopen what is approved', () => {
    const clerk = office.person('高师德', 'ethics');
    const id = office.add(ethicsAppraisal, { staff: open() }, { period: '2026', by: clerk });
    expect(failureOf(office.edit(ethicsAppraisal, id, {}, { state: 'approved', by: clerk })).kind).toBe(
      'forbidden',
    );
    valueOf(office.edit(ethicsAppraisal, id, {}, { state: 'approved' }));
    expect(
      failureOf(office.edit(ethicsAppraisal, id, {}, { state: 'draft', reason: '改分', by: clerk })).kind,
    ).toBe('forbidden');
    expect(office.edit(ethicsAppraisal, id, {}, { state: 'draft', reason: '改分' }).ok).toBe(true);
  });

  it('keeps an incomplete draft, but no draft of a wrong kind', () => {
    expect(office.save(ethicsCase, { number: '2026-01' }, { state: 'draft' }).ok).toBe(true);
    expect(office.save(ethicsCase, { number: '2026-02' }, { period: '2026' }).ok).toBe(false);
    expect(office.save(ethicsCase, { number: '2026-03', receivedOn: '昨天' }, { state: 'draft' }).ok).toBe(
      false,
    );
  });
});

describe('period, revision and completions', () => {
  it('wants a period of the right kind', () => {
    const id = office.add(staff, teacher);
    expect(failureOf(office.save(ethicsAppraisal, { staff: id })).problems?.[0]?.path).toBe('period');
    expect(
      failureOf(office.save(ethicsAppraisal, { staff: id }, { period: '2026-10' })).problems?.[0]?.path,
    ).toBe('period');
    expect(failureOf(office.save(staff, teacher, { period: '2026' })).problems?.[0]?.path).toBe('period');
  });

  it('names a session by its day and course when the name is left empty', () => {
    const course = office.add(
      serviceCourse,
      { name: '三年级作业辅导1班', kind: '作业辅导', gradeFrom: 3, gradeTo: 3 },
      { period: '2026-2027-1' },
    );
    const slot = { heldOn: '2026-11-23', startsAt: '16:10', endsAt: '18:10', kind: '课后服务', course };
    const id = office.add(serviceSlot, slot, { period: '2026-2027-1' });
    expect(getRecord(office.store.read, serviceSlot, id)?.values.name).toBe('2026-11-23 三年级作业辅导1班');
  });

  it('refuses a save from an old revision', () => {
    const id = office.add(staff, teacher);
    valueOf(office.edit(staff, id, { subject: '数学' }));
    const refused = failureOf(office.edit(staff, id, { subject: '语文' }, { baseRevision: 1 }));
    expect(refused.kind).toBe('conflict');
    expect(refused.sentence).toContain('马校长');
    expect(getRecord(office.store.read, staff, id)?.values.subject).toBe('数学');
  });

  it('makes no new revision when nothing changed', () => {
    const values = {
      name: '2026—2027学年第一学期',
      season: '第一学期',
      startsOn: '2026-08-30',
      firstTeachingOn: '2026-09-01',
      lastTeachingOn: '2027-01-15',
      endsOn: '2027-01-20',
    };
    const id = office.add(term, values, { period: '2026-2027-1' });
    valueOf(office.edit(term, id, {}));
    expect(getRecord(office.store.read, term, id)?.revision).toBe(1);
  });
});

describe('locked fields', () => {
  it('keeps what an account does not see when it saves the record', () => {
    const accused = office.add(staff, teacher);
    const values = {
      number: '2026-01',
      receivedOn: '2026-11-20',
      channel: '来信',
      named: '实名',
      complainant: '吴某',
      staff: accused,
      violation: 'V10 有偿补课',
      summary: '周末有偿补课。',
    };
    const id = office.add(ethicsCase, values, { period: '2026', state: 'draft' });
    const clerk = office.person('高师德', 'ethics');
    valueOf(office.edit(ethicsCase, id, { complainant: null, summary: '暑期有偿补课。' }, { by: clerk }));
    const stored = getRecord(office.store.read, ethicsCase, id)?.values;
    expect(stored?.complainant).toBe('吴某');
    expect(stored?.summary).toBe('暑期有偿补课。');
  });
});
