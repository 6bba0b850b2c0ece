import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  countRecords,
  createRecord,
  listRecords,
  type RecordQuery,
} from '#electron/store/records/records.ts';
import { lookup, searchRecords } from '#electron/store/search/search.ts';
import { queryExpression } from '#shared/kernel/searchText.ts';
import { pupil } from '#shared/ledgers/base/pupil.ts';
import { schoolClass } from '#shared/ledgers/base/schoolClass.ts';
import { schoolId, valueOf } from '../support/temporarySchool.ts';
import { openBenchSchool, type BenchSchool } from './benchSchool.ts';
import { compare, timed, type Figure } from './measure.ts';
import { inventPupils } from './pupils.ts';
import type { ScenarioContext, ScenarioResult } from './run.ts';

const fullSize = 1_000_000;
const classCount = 1000;
const perTransaction = 5000;
const pageSize = 50;
const runs = 7;
/** Building in place of a real school's years: the pages of so many indexes shall stay in memory meanwhile. */
const buildCache = 'cache_size = -1500000';
const usualCache = 'cache_size = -32000';

/** Pages, filters and searches over a million pupils, beside hand-written SQL on the same open file. */
export async function millionRecords(context: ScenarioContext): Promise<ScenarioResult> {
  const count = Math.round(fullSize * context.scale);
  const folder = join(context.folder, `pupils-${count}`);
  const school = openBenchSchool(folder);
  const buildNote = join(folder, 'build.txt');
  const notes = [`${count.toLocaleString('en')} pupils in ${classCount.toLocaleString('en')} classes.`];
  try {
    if (!school.found) {
      const { took } = await timed(() => {
        buildPupils(school, count);
      });
      const perRecord = (took / count).toFixed(2);
      writeFileSync(
        buildNote,
        `Made by \`createRecord\` (record, revision, search) in transactions of ${perTransaction.toLocaleString('en')}: ${Math.round(took / 1000)} s, ${perRecord} ms a record.`,
      );
    }
    notes.push(readFileSync(buildNote, 'utf8'));
    return { title: 'A million records', notes, figures: await measureReads(school, count) };
  } finally {
    school.store.close();
  }
}

function buildPupils(school: BenchSchool, count: number): void {
  const { store, change } = school;
  store.read.db.pragma(buildCache);
  const classIds = Array.from({ length: classCount }, () => school.newId());
  store.write(change, (w) => {
    classIds.forEach((id, index) => {
      const grade = (index % 9) + 1;
      const values = { name: `${grade}年级${Math.floor(index / 9) + 1}班`, grade };
      valueOf(createRecord(w, schoolClass, { id, schoolId, values, period: null, state: 'finished' }));
    });
  });
  const pupils = inventPupils(count, classIds);
  for (let made = 0; made < count; made += perTransaction) {
    store.write(change, (w) => {
      for (let next = 0; next < perTransaction; next += 1) {
        const { value: values } = pupils.next();
        if (!values) return;
        valueOf(
          createRecord(w, pupil, { id: school.newId(), schoolId, values, period: null, state: 'finished' }),
        );
      }
    });
    if (made % 100_000 === 0) console.error(`  ${made.toLocaleString('en')} pupils made`);
  }
  store.read.db.pragma('wal_checkpoint(TRUNCATE)');
  store.read.db.pragma(usualCache);
}

async function measureReads(school: BenchSchool, count: number): Promise<Figure[]> {
  const { read } = school.store;
  const { db } = read;
  const deepPage = Math.round((5000 * count) / fullSize);
  if (countRecords(read, pupil) !== count) throw new Error('The school does not hold the pupils it should.');
  const [first] = db.prepare(`SELECT school_class AS id FROM pupil LIMIT 1`).all() as { id: string }[];
  const classId = first?.id ?? '';

  const totalOf = db.prepare(`SELECT count(*) AS n FROM pupil WHERE deleted_at IS NULL`);
  const total = (): number => (totalOf.get() as { n: number }).n;
  const idsOf = (rows: unknown[]): string[] => (rows as { id: string }[]).map(({ id }) => id);

  const list = (query: RecordQuery, page: number) => () => {
    const answer = valueOf(listRecords(read, pupil, query, page, pageSize));
    return { ids: answer.rows.map(({ id }) => id), total: answer.total };
  };
  const search = (text: string) => () =>
    searchRecords(read, text, { ledgers: ['pupil'], limit: pageSize }).map(({ id }) => id);
  const pick = (text: string) => () => lookup(read, pupil, text, pageSize, 'nobody').map(({ id }) => id);

  // By class and name: the classes in their order, each with its pupils, so that only the part in sight is sorted.
  const byClass = db.prepare(
    `SELECT r.* FROM search_entry c CROSS JOIN pupil r ON r.school_class = c.record_id
      WHERE c.ledger = 'schoolClass' AND c.deleted_at IS NULL AND r.deleted_at IS NULL
      ORDER BY c.title_sort, r.name__sort, r.id LIMIT ? OFFSET ?`,
  );
  const byName = db.prepare(
    `SELECT r.* FROM pupil r JOIN (SELECT rowid AS n FROM pupil WHERE deleted_at IS NULL
      ORDER BY name__sort, id LIMIT ? OFFSET ?) page ON page.n = r.rowid ORDER BY r.name__sort, r.id`,
  );
  const filtered = db.prepare(
    `SELECT * FROM pupil WHERE school_class = ? AND sex = '女' AND deleted_at IS NULL
      ORDER BY name__sort, id LIMIT ?`,
  );
  const filteredTotal = db.prepare(
    `SELECT count(*) AS n FROM pupil WHERE school_class = ? AND sex = '女' AND deleted_at IS NULL`,
  );
  const found = db.prepare(
    `SELECT e.record_id AS id, e.title, e.hint FROM search_text JOIN search_entry e ON e.entry = search_text.rowid
      WHERE search_text MATCH ? AND e.deleted_at IS NULL AND e.ledger = 'pupil'
      ORDER BY bm25(search_text, 10.0, 8.0, 1.0), e.title_sort LIMIT ?`,
  );
  const picked = db.prepare(
    `SELECT e.record_id AS id, e.title, e.code, e.hint FROM search_text JOIN search_entry e ON e.entry = search_text.rowid
      WHERE search_text MATCH ? AND e.deleted_at IS NULL AND e.ledger = 'pupil'
      ORDER BY e.title = ? DESC, e.title_sort, e.entry LIMIT ?`,
  );
  const listSearch = db.prepare(
    `SELECT r.* FROM search_text JOIN search_entry e ON e.entry = search_text.rowid JOIN pupil r ON r.id = e.record_id
      WHERE search_text MATCH ? AND r.deleted_at IS NULL ORDER BY r.name__sort, r.id LIMIT ?`,
  );
  const listSearchTotal = db.prepare(
    `SELECT count(*) AS n FROM search_text JOIN search_entry e ON e.entry = search_text.rowid
      WHERE search_text MATCH ? AND e.deleted_at IS NULL AND e.ledger = 'pupil'`,
  );
  const classAndSex: RecordQuery = {
    filters: [
      { field: 'schoolClass', operator: 'is', value: classId },
      { field: 'sex', operator: 'is', value: '女' },
    ],
    sort: [{ field: 'name', direction: 'asc' }],
  };
  const nameOrder: RecordQuery = { sort: [{ field: 'name', direction: 'asc' }] };
  const figures: Figure[] = [];
  const add = async (label: string, ours: () => unknown, bare: () => unknown): Promise<void> => {
    figures.push(await compare({ label, runs, ours, bare, sameAnswer: true }));
  };

  for (const page of [0, deepPage]) {
    const number = (page + 1).toLocaleString('en');
    await add(`list by class and name, page ${number}, with total`, list({}, page), () => ({
      ids: idsOf(byClass.all(pageSize, page * pageSize)),
      total: total(),
    }));
    await add(`list sorted by name, page ${number}, with total`, list(nameOrder, page), () => ({
      ids: idsOf(byName.all(pageSize, page * pageSize)),
      total: total(),
    }));
  }
  await add('filter by class and sex, first page, with total', list(classAndSex, 0), () => ({
    ids: idsOf(filtered.all(classId, pageSize)),
    total: (filteredTotal.get(classId) as { n: number }).n,
  }));
  for (const text of ['单欣', 'shanxinyi', 'sxy', '13800']) {
    const expression = queryExpression(text);
    await add(`search “${text}” in everything`, search(text), () => idsOf(found.all(expression, pageSize)));
  }
  for (const text of ['单欣', 'shanxinyi', 'sxy', 'z']) {
    const expression = `{title code} : (${queryExpression(text)})`;
    await add(`pick a pupil by “${text}”`, pick(text), () => idsOf(picked.all(expression, text, pageSize)));
  }
  for (const text of ['单欣', 'sxy']) {
    const expression = queryExpression(text);
    await add(`list narrowed to “${text}”, with total`, list({ ...nameOrder, search: text }, 0), () => ({
      ids: idsOf(listSearch.all(expression, pageSize)),
      total: (listSearchTotal.get(expression) as { n: number }).n,
    }));
  }
  return figures;
}
