import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  addSlot,
  createKeyFile,
  readDeviceSlot,
  readKeyFileInfo,
  removeSlot,
  renewRecoveryCode,
  replaceSlot,
  selfTest,
  setDeviceSlot,
  unlockWithPassword,
  unlockWithRecoveryCode,
} from '#electron/store/keys/keyFile.ts';
import { standardCost, unwrapKey, wrapKey } from '#electron/store/keys/keyWrapping.ts';
import { createRecoveryCode, readRecoveryCode } from '#electron/store/keys/recoveryCode.ts';
import {
  cheapCost,
  failureOf,
  temporarySchool,
  valueOf,
  type TemporarySchool,
} from '#test/support/temporarySchool.ts';

let school: TemporarySchool;
beforeEach(() => {
  school = temporarySchool({ ledgers: [] });
});
afterEach(() => school.remove());

const cheap = { cost: cheapCost };
const second = { id: '01938000-0000-7000-8000-0000000000bb', name: '李主任' };

describe('passwords', () => {
  test('each account opens the same data with its own', () => {
    valueOf(addSlot(school.folder, school.dataKey, second, 'lizhuren-2026', cheap));
    expect(valueOf(unlockWithPassword(school.folder, '王办事', school.password))).toEqual({
      dataKey: Buffer.from(school.dataKey),
      accountId: school.account.id,
    });
    expect(valueOf(unlockWithPassword(school.folder, '李主任', 'lizhuren-2026')).accountId).toBe(second.id);
  });

  test.each([
    ['王办事', '测试密码-2027'],
    ['王办事', ''],
    ['没有此人', '测试密码-2026'],
  ])('%s with %j is told what to do', (name, password) => {
    const failure = failureOf(unlockWithPassword(school.folder, name, password));
    expect(failure).toMatchObject({ kind: 'wrongPassword' });
    expect(failure.sentence).toMatch(/密码不对.*恢复码/);
  });

  test('a new password ends the old one, and another account’s stays', () => {
    valueOf(addSlot(school.folder, school.dataKey, second, 'old-password', cheap));
    valueOf(replaceSlot(school.folder, school.dataKey, second, 'new-password', cheap));
    expect(unlockWithPassword(school.folder, second.name, 'old-password').ok).toBe(false);
    expect(unlockWithPassword(school.folder, second.name, 'new-password').ok).toBe(true);
    expect(unlockWithPassword(school.folder, '王办事', school.password).ok).toBe(true);
  });

  test('a withdrawn account opens nothing; the last one can’t be withdrawn', () => {
    valueOf(addSlot(school.folder, school.dataKey, second, 'lizhuren-2026', cheap));
    valueOf(removeSlot(school.folder, school.dataKey, second.id));
    expect(unlockWithPassword(school.folder, second.name, 'lizhuren-2026').ok).toBe(false);
    expect(failureOf(removeSlot(school.folder, school.dataKey, school.account.id)).kind).toBe('conflict');
    expect(unlockWithPassword(school.folder, '王办事', school.password).ok).toBe(true);
  });

  test('two accounts can’t share a name, nor two schools a folder', () => {
    const namesake = { id: second.id, name: '王办事' };
    expect(failureOf(addSlot(school.folder, school.dataKey, namesake, 'x'.repeat(8), cheap)).kind).toBe(
      'conflict',
    );
    const again = createKeyFile(school.folder, { schoolName: '别的', account: second, password: 'x' }, cheap);
    expect(failureOf(again).kind).toBe('conflict');
  });

  test('the standard derivation is the one of the specification, and used unless a test asks for less', () => {
    expect(standardCost).toEqual({ N: 131_072, r: 8, p: 1 });
    const key = new Uint8Array(32).fill(7);
    const wrapped = wrapKey(key, '密码', 'purpose');
    expect(wrapped.cost).toEqual(standardCost);
    expect(unwrapKey(wrapped, '密码', 'purpose')).toEqual(Buffer.from(key));
    expect(unwrapKey(wrapped, '密码', 'another purpose')).toBeNull();
  });

  test('this machine’s cryptography passes its own test', () => {
    expect(selfTest()).toEqual({ ok: true, value: null });
  });
});

describe('recovery code', () => {
  test('opens the data however it is copied', () => {
    const code = school.recoveryCode;
    expect(code).toMatch(/^([2-9A-HJKMNP-TV-Z]{5}-){5}[2-9A-HJKMNP-TV-Z]{5}$/);
    for (const typed of [
      code,
      code.toLowerCase(),
      code.replaceAll('-', ' '),
      ` ${code.replaceAll('-', '')} `,
    ]) {
      expect(valueOf(unlockWithRecoveryCode(school.folder, typed)).dataKey).toEqual(
        Buffer.from(school.dataKey),
      );
    }
  });

  test('a renewed one ends the old one', () => {
    const { recoveryCode } = valueOf(renewRecoveryCode(school.folder, school.dataKey, cheap));
    expect(failureOf(unlockWithRecoveryCode(school.folder, school.recoveryCode)).kind).toBe('wrongPassword');
    expect(unlockWithRecoveryCode(school.folder, recoveryCode).ok).toBe(true);
  });

  test('every mistyped character is noticed', () => {
    const code = createRecoveryCode();
    const noticed = [...code].filter((character, index) => {
      if (character === '-') return true;
      const other = character === 'A' ? 'B' : 'A';
      return !readRecoveryCode(code.slice(0, index) + other + code.slice(index + 1)).ok;
    });
    // The check misses about one typing error in 900.
    expect(noticed.length).toBeGreaterThanOrEqual(code.length - 1);
  });

  test.each([
    ['O2345', '“O”'],
    ['22222', '30 个字符'],
    ['', '现在是 0 个'],
  ])('%j is answered with %s', (typed, words) => {
    expect(failureOf(readRecoveryCode(typed)).sentence).toContain(words);
  });
});

describe('unlocking on this PC', () => {
  test('keeps what the key store sealed until it is taken away or the password changes', () => {
    const sealed = new Uint8Array([1, 2, 3]);
    const slot = { accountId: school.account.id, sealed };
    expect(valueOf(readDeviceSlot(school.folder))).toBeNull();
    valueOf(setDeviceSlot(school.folder, school.dataKey, slot));
    expect(valueOf(readDeviceSlot(school.folder))).toEqual({ ...slot, sealed: Buffer.from(sealed) });
    expect(valueOf(readKeyFileInfo(school.folder)).deviceAccountId).toBe(school.account.id);
    valueOf(replaceSlot(school.folder, school.dataKey, school.account, 'another-password', cheap));
    expect(valueOf(readDeviceSlot(school.folder))).toBeNull();
  });
});

describe('the key file', () => {
  test('says while locked whose data it is, and neither key nor password', () => {
    expect(valueOf(readKeyFileInfo(school.folder))).toEqual({
      schoolName: '山丹县测试学校',
      accounts: [school.account],
      deviceAccountId: null,
    });
    const text = readFileSync(school.folder.keys, 'utf8');
    for (const secret of [
      school.password,
      school.recoveryCode,
      Buffer.from(school.dataKey).toString('hex'),
      Buffer.from(school.dataKey).toString('base64'),
    ]) {
      expect(text).not.toContain(secret);
    }
  });

  test.each(['', '{', '{"format":1}', '{"format":2}', 'null'])(
    'with the content %j is called damaged',
    (content) => {
      writeFileSync(school.folder.keys, content);
      expect(failureOf(readKeyFileInfo(school.folder)).kind).toBe('damaged');
      expect(failureOf(unlockWithPassword(school.folder, '王办事', school.password)).kind).toBe('damaged');
    },
  );

  test('with an exhausting cost is refused before it is tried', () => {
    const text = readFileSync(school.folder.keys, 'utf8').replaceAll('"N": 1024', '"N": 1073741824');
    writeFileSync(school.folder.keys, text);
    expect(failureOf(unlockWithPassword(school.folder, '王办事', school.password)).kind).toBe('damaged');
  });

  test.each(['accountId', 'sealed', 'salt', 'nonce', 'tag'])('with a changed %s opens nothing', (part) => {
    const text = readFileSync(school.folder.keys, 'utf8');
    const changed = text.replace(
      new RegExp(`("${part}": ")(.)`),
      (_, start: string, first: string) => start + (first === 'A' ? 'B' : 'A'),
    );
    expect(changed).not.toBe(text);
    writeFileSync(school.folder.keys, changed);
    expect(unlockWithPassword(school.folder, '王办事', school.password).ok).toBe(false);
  });
});
