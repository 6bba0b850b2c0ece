import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AreaChecks } from '#electron/services/checks/check.ts';
import { judge } from '#electron/services/checks/findings.ts';
import { standingsOn } from '#electron/services/checks/standings.ts';
import { allRecords } from '#electron/store/records/records.ts';
import { keepSums } from '#electron/store/tables/keptSums.ts';
import { saveOverride } from '#electron/store/tables/overrides.ts';
import { saveParameter } from '#electron/store/tables/parameters.ts';
import type { Finding } from '#shared/domain/rules/rule.ts';
import { failure } from '#shared/kernel/result.ts';
import { schoolClass } from '#shared/ledgers/base/schoolClass.ts';
import { staff } from '#shared/ledgers/base/staff.ts';
import { failureOf, valueOf } from '../../support/temporarySchool.ts';
import { schoolOffice, type SchoolOffice } from '../schoolOffice.ts';

const on = '2026-11-24';
const teacher = { name: '赵敏', sex: '女', staffKind: '专任教师' };

let school: SchoolOffice;
beforeEach(() => (school = schoolOffice()));
afterEach(() => school.remove());

/** An area that finds every teacher, and counts how often it had to look. */
function teachersFound(between: () => void = () => undefined) {
  let looks = 0;
  const area: AreaChecks = {
    area: 'base',
    rules: [],
    *find({ read }) {
      looks += 1;
      const teachers = allRecords(read, staff);
      between();
      yield;
      return teachers.map(({ id, values }) => finding(id, values.name));
    },
  };
  return {
    area,
    looks: () => looks,
    names: async (day = on) => {
      const [standing] = valueOf(await standingsOn(school.store, [area], { on: day }));
      return standing?.found.map(({ sentence }) => sentence);
    },
  };
}

function finding(subjectId: string, sentence: string): Finding {
  return {
    ruleId: 'BAS-00',
    severity: 'info',
    sentence,
    window: null,
    subjectId,
    evidence: [],
    remedy: { kind: 'list', ledger: 'staff' },
  };
}

test('an area is looked at again only when something was written on which it rests', async () => {
  const { names, looks } = teachersFound();
  expect(await names()).toEqual([]);
  expect(await names()).toEqual([]);
  expect(looks()).toBe(1);

  school.add(schoolClass, { name: '三年级1班', grade: 3 });
  failureOf(school.write((w) => (saveOverride(w, 'x', 'base', '不保存'), failure('cancelled', '不保存。'))));
  keepSums(school.store, 'test', [{ key: 'x', stamp: '', content: '' }]);
  expect(await names()).toEqual([]);
  expect(looks()).toBe(1);

  school.add(staff, teacher);
  expect(await names()).toEqual(['赵敏']);
  expect(looks()).toBe(2);
});

test('a decision, a parameter, another day and whatever another connection wrote are new questions', async () => {
  const { area, names, looks } = teachersFound();
  school.add(staff, teacher);
  await names();
  const [standing] = valueOf(await standingsOn(school.store, [area], { on }));
  const key = standing?.found[0]?.key ?? '';
  school.write((w) => saveOverride(w, key, 'base', '已经核对'));
  const [judged] = valueOf(await standingsOn(school.store, [area], { on }));
  expect(judged?.found[0]?.override?.reason).toBe('已经核对');
  expect(looks()).toBe(2);

  school.write((w) =>
    saveParameter(w, { id: 'serviceMinMinutes', validFrom: on, value: 90, reason: '县局规定' }),
  );
  await names();
  expect(looks()).toBe(3);

  await names('2026-11-25');
  expect(looks()).toBe(4);
  await names();
  expect(looks()).toBe(4);

  const own = school.store;
  const other = school.reopen();
  other.write(school.change(), (w) => saveOverride(w, 'y', 'base', '别处写的'));
  const seen = valueOf(await standingsOn(own, [area], { on }));
  expect(seen[0]?.found).toHaveLength(1);
  expect(looks()).toBe(5);
});

test('those who ask at the same time are answered from one look', async () => {
  const { names, looks } = teachersFound();
  school.add(staff, teacher);
  expect(await Promise.all([names(), names(), names('2026-11-25')])).toEqual([['赵敏'], ['赵敏'], ['赵敏']]);
  expect(looks()).toBe(2);
});

test('what is written while an area is looked at is in the answer', async () => {
  let left = 1;
  const { names, looks } = teachersFound(() => {
    if (left === 0) return;
    left -= 1;
    school.add(staff, teacher);
  });
  expect(await names()).toEqual(['赵敏']);
  expect(looks()).toBe(2);
});

test('somebody who writes without pause is answered all the same, and nothing of it is remembered', async () => {
  const { names, looks } = teachersFound(() => {
    school.add(staff, teacher);
  });
  expect(await names()).toHaveLength(looks() - 1);
  const before = looks();
  await names();
  expect(looks()).toBeGreaterThan(before);
});

test('whoever asks after a save sees it, also when others have been looking for long', async () => {
  let left = 3;
  let asked: Promise<unknown> | undefined;
  const { names } = teachersFound(() => {
    if (left === 0) return;
    left -= 1;
    school.add(staff, teacher);
    if (left === 0) asked = names();
  });
  expect(await names()).toHaveLength(2);
  expect(await asked).toHaveLength(3);
});

test('a finding that is told twice is one', () => {
  const { area } = teachersFound();
  expect(judge(school.store.read, area, [finding('a', '一'), finding('a', '一')])).toHaveLength(1);
});
