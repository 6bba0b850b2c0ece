import Database from 'better-sqlite3';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listBackups } from '#electron/store/backups/backup.ts';
import { openDatabase } from '#electron/store/database.ts';
import { migrations } from '#electron/store/migrations/index.ts';
import { migrate, readVersion, type Migration } from '#electron/store/schema/migrator.ts';
import { createRecord, getRecord } from '#electron/store/records/records.ts';
import { schemaDifference } from '#electron/store/schema/schemaDifference.ts';
import { openStore } from '#electron/store/store.ts';
import { defineLedger } from '#shared/ledger/definition.ts';
import { date, text } from '#shared/ledger/field.ts';
import { addColumnStatement, createStatements, tablesOf } from '#shared/ledger/tables.ts';
import { ledgers } from '#shared/ledgers/index.ts';
import { contentOf, fillTables } from '#test/support/filledTables.ts';
import { samplePerson } from '#test/support/sampleLedger.ts';
import {
  failureOf,
  migrationsFor,
  schoolId,
  temporarySchool,
  valueOf,
  type TemporarySchool,
} from '#test/support/temporarySchool.ts';

const nothing = { ok: true, value: null } as const;

describe('the program’s own migrations', () => {
  test.each(migrations.map((step) => [step.number, step.name]))(
    'step %i (%s) keeps every row of a filled file of the step before, and leaves a sound file',
    (number) => {
      const db = new Database(':memory:');
      valueOf(migrate(db, migrations.slice(0, number - 1), () => nothing));
      fillTables(db);
      const before = contentOf(db);
      expect(valueOf(migrate(db, migrations.slice(0, number), () => nothing))).toEqual([number]);
      expect(readVersion(db)).toBe(number);
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
      expect(db.pragma('foreign_key_check')).toEqual([]);
      expect(Object.keys(before).length > 10).toBe(number > 1);
      expect(contentOf(db)).toMatchObject(before);
      db.close();
    },
  );

  test('together they make exactly the tables that follow from the ledgers’ definitions', () => {
    const db = new Database(':memory:');
    valueOf(migrate(db, migrations, () => nothing));
    expect(schemaDifference(db, ledgers)).toEqual({ statements: [], conflicts: [], unknownColumns: [] });
    const strict = db
      .prepare<[], { name: string; strict: number }>(
        `SELECT name, strict FROM pragma_table_list WHERE type = 'table' AND schema = 'main'
          AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_text%'`,
      )
      .all();
    expect(strict.length).toBeGreaterThan(ledgers.length);
    expect(strict.filter((table) => table.strict !== 1)).toEqual([]);
    db.close();
  });

  test('no two ledgers share a table or an index', () => {
    const tables = ledgers.flatMap(tablesOf);
    const names = tables.flatMap((table) => [table.name, ...table.indexes.map((index) => index.name)]);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('a definition that grows', () => {
  const before = defineLedger({
    id: 'thing',
    table: 'thing',
    area: 'ledgers',
    label: '物品',
    description: '测试。',
    fields: { name: text({ label: '名称' }) },
    title: 'name',
    keys: [],
    groups: [{ label: '全部', fields: ['name'] }],
    sort: [{ field: 'name', direction: 'asc' }],
  });
  const after = defineLedger({
    ...before,
    fields: { ...before.fields, boughtOn: date({ label: '购入日期', filter: true }) },
    title: 'name',
    keys: [],
    groups: [{ label: '全部', fields: ['name', 'boughtOn'] }],
    sort: [{ field: 'boughtOn', direction: 'desc' }],
    tracks: [],
    statistics: [],
  });

  function fileOf(definition: typeof before): Database.Database {
    const db = new Database(':memory:');
    for (const table of tablesOf(definition))
      createStatements(table).forEach((statement) => db.exec(statement));
    return db;
  }

  test('gets its column and indexes, and then agrees', () => {
    const db = fileOf(before);
    const { statements, conflicts } = schemaDifference(db, [after]);
    expect(conflicts).toEqual([]);
    expect(statements).toContain(
      addColumnStatement('thing', { name: 'bought_on', type: 'TEXT', required: false }),
    );
    for (const statement of statements) db.exec(statement);
    expect(schemaDifference(db, [after])).toEqual({ statements: [], conflicts: [], unknownColumns: [] });
    db.close();
  });

  test('keeps the column of a field that is gone, and leaves a changed type to a person', () => {
    const db = fileOf(before);
    db.exec('ALTER TABLE thing ADD COLUMN old TEXT');
    db.exec('ALTER TABLE thing ADD COLUMN bought_on INTEGER');
    const difference = schemaDifference(db, [after]);
    expect(difference.unknownColumns).toEqual(['thing.old']);
    expect(difference.conflicts).toEqual(['thing.bought_on: is INTEGER, not TEXT']);
    db.close();
  });
});

describe('opening files of other versions', () => {
  let school: TemporarySchool;
  beforeEach(() => {
    school = temporarySchool({ ledgers: [samplePerson] });
  });
  afterEach(() => school.remove());

  const options = (more: readonly Migration[]) => ({
    clock: school.clock,
    behaviours: {},
    ledgers: [samplePerson],
    migrations: [...migrationsFor([samplePerson]), ...more],
  });

  function addPerson(): string {
    const id = school.newId();
    school.store.write(school.change(), (w) =>
      createRecord(w, samplePerson, {
        id,
        schoolId,
        period: null,
        state: 'finished',
        values: { name: '张三' },
      }),
    );
    return id;
  }

  test('an older one is backed up, then brought up to date with all its records', () => {
    const id = addPerson();
    school.store.close();
    const step: Migration = {
      number: 3,
      name: 'more',
      up: (db) => db.exec('CREATE TABLE more (id TEXT) STRICT'),
    };
    const store = valueOf(openStore(school.folder, school.dataKey, options([step])));
    expect(getRecord(store.read, samplePerson, id)?.values.name).toBe('张三');
    expect(readVersion(store.read.db)).toBe(3);
    store.close();
    const backups = listBackups(school.folder.backups);
    expect(backups.map(({ reason, verified }) => ({ reason, verified }))).toEqual([
      { reason: 'beforeMigration', verified: true },
    ]);
    const copy = openDatabase(join(backups[0]?.path ?? '', 'school.ledger'), school.dataKey, {
      readonly: true,
    });
    expect(readVersion(copy)).toBe(2);
    copy.close();
  });

  test('a step that fails leaves the file at its old version', () => {
    const id = addPerson();
    school.store.close();
    const broken: Migration = {
      number: 3,
      name: 'broken',
      up: (db) => db.exec('CREATE TABLE more (id TEXT) STRICT; NONSENSE'),
    };
    expect(() => openStore(school.folder, school.dataKey, options([broken]))).toThrow(/syntax error/);
    const store = school.reopen();
    expect(readVersion(store.read.db)).toBe(2);
    expect(getRecord(store.read, samplePerson, id)?.values.name).toBe('张三');
    expect(store.read.db.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'more'`).get()).toBeUndefined();
  });

  test('a newer one is refused and keeps every byte', () => {
    addPerson();
    school.store.close();
    const db = openDatabase(school.folder.database, school.dataKey);
    db.pragma('user_version = 99');
    db.close();
    const before = readFileSync(school.folder.database);
    const failure = failureOf(openStore(school.folder, school.dataKey, options([])));
    expect(failure.kind).toBe('newerFile');
    expect(failure.sentence).toContain('升级本程序');
    expect(readFileSync(school.folder.database).equals(before)).toBe(true);
    expect(existsSync(school.folder.backups)).toBe(false);
  });

  test('steps without gaps only', () => {
    const gap: Migration = { number: 7, name: 'gap', up: () => undefined };
    school.store.close();
    expect(() => openStore(school.folder, school.dataKey, options([gap]))).toThrow(/number 3/);
  });
});

test('a migration is taken wholly or not at all, also without a school around it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'migrator-'));
  const db = new Database(join(folder, 'file'));
  const refused = migrate(
    db,
    [{ number: 1, name: 'one', up: (db) => db.exec('CREATE TABLE one (a)') }],
    () => nothing,
  );
  expect(valueOf(refused)).toEqual([1]);
  const answer = migrate(
    db,
    [
      { number: 1, name: 'one', up: () => undefined },
      { number: 2, name: 'two', up: (db) => db.exec('CREATE TABLE two (a)') },
    ],
    () => ({ ok: false, failure: { kind: 'fileProblem', sentence: '磁盘已满。' } }),
  );
  expect(failureOf(answer).sentence).toBe('磁盘已满。');
  expect(readVersion(db)).toBe(1);
  db.close();
  expect(readdirSync(folder)).toEqual(['file']);
  rmSync(folder, { recursive: true });
});
