import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { BackupInfo } from '#shared/contract/session.ts';
import { addAttachment, readAttachment } from '#electron/store/attachments/attachments.ts';
import { createBackup, listBackups, restoreBackup, thin } from '#electron/store/backups/backup.ts';
import { unlockWithPassword } from '#electron/store/keys/keyFile.ts';
import { allRecords, createRecord } from '#electron/store/records/records.ts';
import { finishRestore } from '#electron/store/backups/restore.ts';
import { schoolFolder, type SchoolFolder } from '#electron/store/schoolFolder.ts';
import { openStore } from '#electron/store/store.ts';
import { sampleLedgers, samplePerson } from '#test/support/sampleLedger.ts';
import {
  failureOf,
  migrationsFor,
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

function addPerson(name: string): void {
  school.store.write(school.change(), (w) =>
    createRecord(w, samplePerson, {
      id: school.newId(),
      schoolId,
      period: null,
      state: 'finished',
      values: { name },
    }),
  );
}

function namesIn(folder: SchoolFolder): string[] {
  const { dataKey } = valueOf(unlockWithPassword(folder, school.account.name, school.password));
  const store = valueOf(
    openStore(folder, dataKey, {
      clock: school.clock,
      behaviours: {},
      ledgers: sampleLedgers,
      migrations: migrationsFor(sampleLedgers),
    }),
  );
  const names = allRecords(store.read, samplePerson).map((record) => record.values.name);
  store.close();
  return names;
}

function bytesOf(folder: SchoolFolder): string[] {
  return [folder.database, folder.keys].map((path) => readFileSync(path).toString('base64'));
}

const stick = () => join(school.folder.root, '..', 'U盘');

describe('a backup', () => {
  test('holds what is committed, is named by Chinese time and was checked', () => {
    addPerson('张三');
    const info = valueOf(createBackup(school.store, stick(), 'manual'));
    expect(info).toMatchObject({ reason: 'manual', verified: true, takenAt: '2026-11-24T06:30:00.000Z' });
    expect(info.path.endsWith('台账备份_2026-11-24_143000')).toBe(true);
    expect(listBackups(stick())).toEqual([info]);
    const second = valueOf(createBackup(school.store, stick(), 'manual'));
    expect(second.path.endsWith('_143000_2')).toBe(true);
  });

  test('opens on another PC with nothing but its folder, the password and the shared attachments', async () => {
    addPerson('张三');
    const paper = valueOf(
      await addAttachment(school.store, school.write, Buffer.from('签到'), {
        name: 'a.txt',
        kind: '签到表',
      }),
    ).ref.id;
    const { path } = valueOf(createBackup(school.store, stick(), 'manual'));
    const other = schoolFolder(join(school.folder.root, '..', '另一台电脑'));
    const restored = valueOf(restoreBackup(other, path, { clock: school.clock }));
    expect(restored).toEqual({ replaced: null, missingAttachments: 0 });
    expect(namesIn(other)).toEqual(['张三']);
    expect(existsSync(join(other.attachments, paper))).toBe(true);
  });

  test('keeps each attachment once, however many backups there are', async () => {
    valueOf(await addAttachment(school.store, school.write, Buffer.from('一'), { name: 'a.txt', kind: 'x' }));
    valueOf(createBackup(school.store, stick(), 'manual'));
    valueOf(await addAttachment(school.store, school.write, Buffer.from('二'), { name: 'b.txt', kind: 'x' }));
    valueOf(createBackup(school.store, stick(), 'manual'));
    expect(readdirSync(join(stick(), '台账备份_附件'))).toHaveLength(2);
    expect(listBackups(stick())).toHaveLength(2);
  });

  test('that can’t be written is refused, and the data goes on', () => {
    addPerson('张三');
    writeFileSync(stick(), 'a file stands where the stick was');
    const failure = failureOf(createBackup(school.store, stick(), 'manual'));
    expect(failure.kind).toBe('fileProblem');
    expect(failure.sentence).toContain('原有数据没有受影响');
    addPerson('李四');
    expect(allRecords(school.store.read, samplePerson)).toHaveLength(2);
  });

  test('of a file with a damaged page is refused as damaged and leaves nothing half done', () => {
    for (let number = 0; number < 200; number += 1) addPerson(`张${number}`);
    school.store.close();
    const bytes = readFileSync(school.folder.database);
    const place = bytes.length - 3000;
    bytes.writeUInt8(bytes.readUInt8(place) ^ 1, place);
    writeFileSync(school.folder.database, bytes);
    const store = school.reopen();
    expect(failureOf(createBackup(store, stick(), 'manual')).kind).toBe('damaged');
    expect(readdirSync(stick())).toEqual([]);
  });

  test('an interrupted one is not offered', () => {
    const { path } = valueOf(createBackup(school.store, stick(), 'manual'));
    renameSync(path, `${path}.unfinished`);
    mkdirSync(join(stick(), '别的文件夹'));
    expect(listBackups(stick())).toEqual([]);
    expect(listBackups(join(stick(), '没有'))).toEqual([]);
  });
});

describe('restoring', () => {
  test('brings the old state back, password of that time included, and keeps the replaced one', () => {
    addPerson('张三');
    const { path } = valueOf(createBackup(school.store, school.folder.backups, 'automatic'));
    addPerson('李四');
    school.store.close();
    school.setNow('2026-11-25T01:00:00.000Z');
    const { dataKey, clock, folder } = school;
    const { replaced } = valueOf(restoreBackup(folder, path, { clock, dataKey }));
    expect(namesIn(folder)).toEqual(['张三']);
    const kept = listBackups(folder.backups).find(({ reason }) => reason === 'beforeRestore');
    expect(kept?.path).toBe(replaced);
    valueOf(restoreBackup(folder, replaced ?? '', { clock }));
    expect(namesIn(folder)).toEqual(['李四', '张三']);
  });

  test('keeps what a crash had left in the log, too', () => {
    const { path } = valueOf(createBackup(school.store, school.folder.backups, 'automatic'));
    addPerson('只在日志里');
    // A copy of the files of an open store is what a power cut leaves.
    const crashed = schoolFolder(join(school.folder.root, '..', '断电'));
    cpSync(school.folder.root, crashed.root, { recursive: true });
    expect(existsSync(`${crashed.database}-wal`)).toBe(true);
    const { replaced } = valueOf(restoreBackup(crashed, path, { clock: school.clock }));
    expect(namesIn(crashed)).toEqual([]);
    valueOf(restoreBackup(crashed, replaced ?? '', { clock: school.clock }));
    expect(namesIn(crashed)).toEqual(['只在日志里']);
  });

  test('names attachments that nobody has any more', async () => {
    valueOf(await addAttachment(school.store, school.write, Buffer.from('一'), { name: 'a.txt', kind: 'x' }));
    const { path } = valueOf(createBackup(school.store, stick(), 'manual'));
    rmSync(join(stick(), '台账备份_附件'), { recursive: true });
    const other = schoolFolder(join(school.folder.root, '..', '另一台电脑'));
    expect(valueOf(restoreBackup(other, path, { clock: school.clock })).missingAttachments).toBe(1);
  });

  describe('from something unusable leaves the present state byte for byte', () => {
    const damages: [string, (path: string) => void, string][] = [
      ['a folder that is no backup', (path) => rmSync(join(path, 'manifest.json')), 'fileProblem'],
      [
        'a manifest of nonsense',
        (path) => writeFileSync(join(path, 'manifest.json'), '{"format":1}'),
        'fileProblem',
      ],
      ['a truncated database', (path) => truncateSync(join(path, 'school.ledger'), 8192), 'damaged'],
      ['a missing database', (path) => rmSync(join(path, 'school.ledger')), 'damaged'],
      ['a changed key file', (path) => writeFileSync(join(path, 'school.keys'), '{}'), 'damaged'],
      ['a stick that was pulled', (path) => rmSync(path, { recursive: true }), 'fileProblem'],
      [
        'a database in which one byte differs',
        (path) => {
          const bytes = readFileSync(join(path, 'school.ledger'));
          bytes.writeUInt8(bytes.readUInt8(5000) ^ 1, 5000);
          writeFileSync(join(path, 'school.ledger'), bytes);
        },
        'damaged',
      ],
      [
        'a manifest whose file names lead out of the folder',
        (path) => {
          const text = readFileSync(join(path, 'manifest.json'), 'utf8');
          writeFileSync(join(path, 'manifest.json'), text.replace('"school.keys"', '"../school.keys"'));
        },
        'fileProblem',
      ],
    ];
    test.each(damages)('%s', (_, damage, kind) => {
      addPerson('张三');
      const { path } = valueOf(createBackup(school.store, stick(), 'manual'));
      addPerson('李四');
      school.store.close();
      const before = bytesOf(school.folder);
      damage(path);
      const failure = failureOf(restoreBackup(school.folder, path, { clock: school.clock }));
      expect(failure.kind).toBe(kind);
      expect(bytesOf(school.folder)).toEqual(before);
      expect(readdirSync(school.folder.root).filter((name) => name.startsWith('restor'))).toEqual([]);
      expect(namesIn(school.folder)).toEqual(['李四', '张三']);
    });
  });

  test.each([0, 1, 2])('interrupted after %i of its renames is completed at the next opening', (done) => {
    addPerson('张三');
    const { path } = valueOf(createBackup(school.store, stick(), 'manual'));
    addPerson('李四');
    school.store.close();
    const { folder } = school;
    // What the disk holds when the power goes just after everything had been prepared.
    const staging = join(folder.root, 'restoring');
    mkdirSync(staging);
    const names = ['school.ledger', 'school.keys'];
    for (const name of names) cpSync(join(path, name), join(staging, name));
    writeFileSync(`${folder.database}-wal`, 'log of the replaced database');
    writeFileSync(join(folder.root, 'restore.pending'), '{}');
    if (done > 0) rmSync(`${folder.database}-wal`);
    for (const name of names.slice(0, done)) renameSync(join(staging, name), join(folder.root, name));
    expect(namesIn(folder)).toEqual(['张三']);
    expect(existsSync(staging)).toBe(false);
    finishRestore(folder);
    expect(namesIn(folder)).toEqual(['张三']);
  });
});

describe('thinning', () => {
  const backup = (takenAt: string): BackupInfo => ({
    id: takenAt,
    path: takenAt,
    takenAt,
    bytes: 1,
    reason: 'automatic',
    verified: true,
  });
  const now = '2026-11-24T06:30:00.000Z';
  const ago = (hours: number): string => new Date(Date.parse(now) - hours * 3_600_000).toISOString();

  test('keeps all of few', () => {
    expect(
      thin(
        Array.from({ length: 10 }, (_, index) => backup(ago(index))),
        now,
      ),
    ).toEqual([]);
  });

  test('of three years of four backups a day keeps recent, daily, weekly and monthly ones', () => {
    const all = Array.from({ length: 3 * 365 * 4 }, (_, index) => backup(ago(index * 6)));
    const removed = new Set(thin(all, now));
    const kept = all.filter((one) => !removed.has(one));
    expect(kept.slice(0, 10)).toEqual(all.slice(0, 10));
    const days = new Set(kept.map(({ takenAt }) => takenAt.slice(0, 10)));
    for (let day = 0; day < 13; day += 1) expect(days).toContain(ago(day * 24).slice(0, 10));
    expect(kept.length).toBeGreaterThan(10 + 8);
    expect(kept.length).toBeLessThanOrEqual(10 + 14 + 8 + 24);
    const months = new Set(
      kept.map(({ takenAt }) => new Date(Date.parse(takenAt) + 8 * 3_600_000).toISOString().slice(0, 7)),
    );
    expect(months.size).toBe(24);
    expect(thin(kept, now)).toEqual([]);
  });

  test('keeps what a wrong clock dated into the future', () => {
    const future = Array.from({ length: 30 }, (_, index) => backup(ago(-index - 1)));
    expect(thin(future, now)).toEqual([]);
  });

  test('happens in the school’s own folder only', () => {
    for (let number = 0; number < 13; number += 1) {
      school.setNow(new Date(Date.parse(now) + number * 60_000).toISOString());
      valueOf(createBackup(school.store, school.folder.backups, 'automatic'));
      valueOf(createBackup(school.store, stick(), 'manual'));
    }
    expect(listBackups(stick())).toHaveLength(13);
    expect(listBackups(school.folder.backups)).toHaveLength(10);
  });
});

test('an attachment read after a restore is the one that was added', async () => {
  const content = Buffer.from('会议签到表');
  const { ref } = valueOf(
    await addAttachment(school.store, school.write, content, { name: 'a.txt', kind: 'x' }),
  );
  const { path } = valueOf(createBackup(school.store, stick(), 'manual'));
  school.store.close();
  rmSync(school.folder.attachments, { recursive: true });
  valueOf(restoreBackup(school.folder, path, { clock: school.clock }));
  expect(Buffer.from(valueOf(readAttachment(school.reopen(), ref.id)).bytes)).toEqual(content);
});
