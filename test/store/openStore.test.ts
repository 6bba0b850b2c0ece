import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addAttachment } from '#electron/store/attachments/attachments.ts';
import { createBackup } from '#electron/store/backups/backup.ts';
import { checkHealth } from '#electron/store/health.ts';
import { createRecord, removeRecords, updateRecord } from '#electron/store/records/records.ts';
import { verifyChain } from '#electron/store/records/revisions.ts';
import { openStore } from '#electron/store/store.ts';
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

const canary = '金丝雀canary731';

function addPerson(name: string): string {
  const id = school.newId();
  school.store.write(school.change({ reason: canary }), (w) =>
    createRecord(w, samplePerson, {
      id,
      schoolId,
      period: null,
      state: 'finished',
      values: { name, secret: canary },
    }),
  );
  return id;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('at rest', () => {
  test('nothing written can be read from the raw bytes: database, log, attachments, backups', async () => {
    addPerson(canary);
    const paper = Buffer.from(`${canary}\n`.repeat(100));
    valueOf(await addAttachment(school.store, school.write, paper, { name: '说明.txt', kind: '材料' }));
    valueOf(createBackup(school.store, school.folder.backups, 'manual'));
    const files = filesBelow(school.folder.root);
    const kinds = ['school.ledger', 'school.ledger-wal', 'school.keys', 'attachments', 'backups'];
    for (const kind of kinds)
      expect(
        files.some((file) => file.includes(kind)),
        kind,
      ).toBe(true);
    for (const file of files) {
      const bytes = readFileSync(file);
      for (const word of [canary, 'canary731', 'CREATE TABLE', 'SQLite format', 'sample_person']) {
        expect(bytes.includes(word), `${word} in ${file}`).toBe(false);
      }
    }
  });
});

describe('what can’t be opened says why and stays as it is', () => {
  const options = () => ({ clock: school.clock, behaviours: {}, ledgers: sampleLedgers });

  test('a missing file is never replaced by an empty one', () => {
    school.store.close();
    rmSync(school.folder.database);
    expect(failureOf(openStore(school.folder, school.dataKey, options())).kind).toBe('notFound');
    expect(existsSync(school.folder.database)).toBe(false);
  });

  test('the key of another school', () => {
    school.store.close();
    const before = readFileSync(school.folder.database);
    const failure = failureOf(openStore(school.folder, randomBytes(32), options()));
    expect(failure.kind).toBe('wrongPassword');
    expect(failure.sentence).toContain('不是同一所学校');
    expect(readFileSync(school.folder.database).equals(before)).toBe(true);
  });

  test.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, 1000)],
    ['empty of sense', () => Buffer.from('这不是数据库'.repeat(500))],
    [
      'with one flipped bit on its first page',
      (bytes: Buffer) => {
        bytes.writeUInt8(bytes.readUInt8(2000) ^ 1, 2000);
        return bytes;
      },
    ],
  ])('a file %s is damaged, kept, and the sentence leads to the backups', (_, damage) => {
    addPerson('张三');
    school.store.close();
    writeFileSync(school.folder.database, damage(readFileSync(school.folder.database)));
    const before = readFileSync(school.folder.database);
    const failure = failureOf(openStore(school.folder, school.dataKey, options()));
    expect(failure.kind).toBe('damaged');
    expect(failure.sentence).toContain('备份');
    expect(readFileSync(school.folder.database).equals(before)).toBe(true);
  });
});

describe('health', () => {
  test('of a sound school is all good, in sentences', async () => {
    const id = addPerson('张三');
    school.store.write(school.change(), (w) => removeRecords(w, samplePerson, [id]));
    valueOf(
      await addAttachment(school.store, school.write, Buffer.from('内容'), {
        name: 'a.txt',
        kind: '材料',
      }),
    );
    const report = checkHealth(school.store);
    expect(report.lines.filter((line) => !line.good)).toEqual([]);
    expect(report.healthy).toBe(true);
    for (const { sentence } of report.lines) expect(sentence).toMatch(/^[^A-Za-z]+。$/);
  });

  test('a flipped byte anywhere in the file is found', () => {
    for (let number = 0; number < 40; number += 1) addPerson(`张${number}`);
    school.store.close();
    const bytes = readFileSync(school.folder.database);
    const pageSize = 4096;
    for (const page of [5, 20, Math.floor(bytes.length / pageSize) - 1]) {
      const damaged = Buffer.from(bytes);
      const place = page * pageSize + 1234;
      damaged.writeUInt8(damaged.readUInt8(place) ^ 4, place);
      writeFileSync(school.folder.database, damaged);
      const opened = openStore(school.folder, school.dataKey, {
        clock: school.clock,
        behaviours: {},
        ledgers: sampleLedgers,
      });
      if (!opened.ok) {
        expect(opened.failure.kind).toBe('damaged');
        continue;
      }
      const report = checkHealth(opened.value);
      expect(
        report.lines.some((line) => !line.good && line.sentence.includes('已损坏')),
        `page ${page}`,
      ).toBe(true);
      opened.value.close();
    }
  });

  test.each([
    ['a changed value', `UPDATE revision SET content = replace(content, '张三', '李四') WHERE seq = 2`, 2],
    ['a changed author', `UPDATE revision SET account_name = '别人' WHERE seq = 1`, 1],
    ['a changed time', `UPDATE revision SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 3`, 3],
    ['a revision taken out', `DELETE FROM revision WHERE seq = 2`, 2],
  ])('the chain of revisions tells of %s and where', (_, tamper, place) => {
    addPerson('王五');
    addPerson('张三');
    addPerson('赵六');
    expect(valueOf(verifyChain(school.store.read))).toBe(3);
    school.store.read.db.exec(tamper);
    const failure = failureOf(verifyChain(school.store.read));
    expect(failure.kind).toBe('damaged');
    expect(failure.sentence).toContain(`第 ${place} 条`);
    expect(checkHealth(school.store).healthy).toBe(false);
  });

  test('revisions cut off at the end, and records changed past the program, are noticed', () => {
    const id = addPerson('张三');
    school.store.write(school.change(), (w) =>
      updateRecord(
        w,
        samplePerson,
        id,
        { values: { name: '张四', number: null, post: null, secret: null }, period: null, state: 'finished' },
        1,
      ),
    );
    school.store.read.db.exec('DELETE FROM revision WHERE seq = 2');
    expect(verifyChain(school.store.read).ok).toBe(true);
    const bad = checkHealth(school.store).lines.filter((line) => !line.good);
    expect(bad.map(({ sentence }) => sentence)).toEqual([
      expect.stringContaining('1 条记录与它的修改记录对不上'),
    ]);
  });

  test('an index out of step, a lost and a spoilt attachment are named', async () => {
    addPerson('张三');
    school.store.read.db.exec('DELETE FROM search_text WHERE rowid = 1');
    const add = async (text: string) =>
      valueOf(
        await addAttachment(school.store, school.write, Buffer.from(text), {
          name: 'a.txt',
          kind: '材料',
        }),
      ).ref.id;
    const [lost, spoilt] = [await add('甲'), await add('乙')];
    rmSync(join(school.folder.attachments, lost));
    const path = join(school.folder.attachments, spoilt);
    const bytes = readFileSync(path);
    bytes.writeUInt8(bytes.readUInt8(20) ^ 1, 20);
    writeFileSync(path, bytes);
    const bad = checkHealth(school.store).lines.filter((line) => !line.good);
    expect(bad.map(({ sentence }) => sentence)).toEqual([
      expect.stringContaining('搜索索引缺 1 处'),
      expect.stringContaining('附件共 2 个，其中 1 个找不到文件，1 个已损坏'),
    ]);
  });
});
