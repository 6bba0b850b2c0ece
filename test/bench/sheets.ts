import { randomUUID } from 'node:crypto';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { read } from 'hucre';
import type { JobContext } from '#electron/jobs/job.ts';
import { commitImportJob, previewImportJob } from '#electron/services/imports/importJobs.ts';
import { prepareTask } from '#electron/services/imports/prepareTask.ts';
import { readWorkbookJob } from '#electron/services/imports/readWorkbookJob.ts';
import { recogniseWorkbook } from '#electron/services/imports/recogniseWorkbook.ts';
import { writeWorkbook, type OutputCell } from '#electron/documents/writeWorkbook.ts';
import { changeStore } from '#electron/services/school/unitOfWork.ts';
import { createRecord } from '#electron/store/records/records.ts';
import type { ImportSource } from '#shared/contract/files.ts';
import { labelSortKey } from '#shared/kernel/labelOrder.ts';
import { indexTokens, nameTokens, pinyinSortKey } from '#shared/kernel/searchText.ts';
import { headerFingerprint } from '#shared/ledger/recognise.ts';
import { emptyValues } from '#shared/ledger/schema.ts';
import { pupil } from '#shared/ledgers/base/pupil.ts';
import { schoolClass } from '#shared/ledgers/base/schoolClass.ts';
import { fileDesk } from '../support/fileDesk.ts';
import { schoolId, valueOf } from '../support/temporarySchool.ts';
import { openBenchSchool, type BenchSchool } from './benchSchool.ts';
import { checkSameRows, openHandWritten, type HandWritten } from './handWritten.ts';
import { longestStandstill, timed, timingOf, type Figure } from './measure.ts';
import { inventPupils } from './pupils.ts';
import type { ScenarioContext, ScenarioResult } from './run.ts';

export const fullSize = 100_000;
const classCount = 100;
const smallSize = 3000;
/** Rows at full size, and how often they come in. */
const sizes = [
  [smallSize, 5],
  [fullSize, 1],
] as const;
/** The columns of the ledger's sheet that a school's own list has; with 序号 they are twenty. */
export const columns = [
  'name',
  'sex',
  'ethnicity',
  'bornOn',
  'identityNumber',
  'studentNumber',
  'schoolClass',
  'classSince',
  'enteredOn',
  'boarder',
  'guardianName',
  'guardianRelation',
  'guardianPhone',
  'address',
  'consentOn',
  'hardship',
  'leftBehind',
  'leftOn',
  'remark',
] as const;

/** Lists into the program, beside the bare parser and hand-written SQL that leaves the same rows. */
export async function sheets(context: ScenarioContext): Promise<ScenarioResult> {
  const figures: Figure[] = [];
  const notes = [
    `Pupils × ${columns.length + 1} columns, xlsx. Each pupil brings a class placement that follows from it: two records with revision and search words. The jobs run in the measuring thread.`,
    'Ours: reading with zip checks, trimming and dates as text; the preview, which runs the whole import on the file with its writes laid over it in memory; the import itself, in one transaction.',
    'Bare: `read` of hucre on the same bytes, then hand-written SQL, each statement prepared once, that puts the same rows into a copy of the file in one transaction without any check. Afterwards, compared for the shorter list, both files hold the same rows in every table and the same words in the search index.',
  ];
  for (const [full, rounds] of sizes) {
    const count = Math.round(full * context.scale);
    const folder = join(context.folder, `sheets-${count}-${Date.now()}`);
    mkdirSync(folder, { recursive: true });
    const path = join(folder, 'list.xlsx');
    await writeList(path, count);
    const measured = await measureRounds(folder, path, count, rounds);
    figures.push(...figuresOf(measured, count));
    notes.push(describeWork(measured, count));
    notes.push(await describeStandstill(path, count));
  }
  return { title: 'Sheets', notes, figures };
}

export function jobContext(school: BenchSchool): JobContext {
  return {
    progress: () => undefined,
    store: () => school.store,
    change: (account) => changeStore(school.store, school.clock, account),
    clock: school.clock,
  };
}

/** The classes of the lists, by id. */
export function addClasses({
  store,
  change,
  newId,
}: Pick<BenchSchool, 'store' | 'change' | 'newId'>): ReadonlyMap<string, string> {
  const classes = new Map(classNames().map((name) => [newId(), name]));
  store.write(change, (w) => {
    for (const [id, name] of classes) {
      const values = { name, grade: Number(name[0]) };
      valueOf(createRecord(w, schoolClass, { id, schoolId, values, period: null, state: 'finished' }));
    }
  });
  return classes;
}

function classNames(): string[] {
  return Array.from(
    { length: classCount },
    (_, index) => `${(index % 9) + 1}年级${Math.floor(index / 9) + 1}班`,
  );
}

/** A list as a school has it: a header row and text cells. */
export async function writeList(path: string, count: number): Promise<void> {
  const pupils = inventPupils(count, classNames());
  function* rows(): Generator<OutputCell[]> {
    let number = 0;
    for (const values of pupils) {
      const texts = columns.map((id) => {
        const value = values[id];
        if (typeof value === 'boolean') return value ? '是' : '否';
        if (Array.isArray(value)) return value.join('、') || null;
        return typeof value === 'string' ? value : null;
      });
      yield [(number += 1), ...texts];
    }
  }
  const headers = ['序号', ...columns.map((id) => pupil.fields[id].label)];
  valueOf(
    await writeWorkbook(createWriteStream(path), [
      {
        name: '学生',
        headers: [headers.map((text) => ({ text }))],
        columns: headers.map(() => ({ width: 14, form: 'text' as const })),
        rows: rows(),
      },
    ]),
  );
}

/** One round: the list into a new school by the program, and into a copy of that school by hand. */
interface Round {
  readonly read: number;
  readonly preview: number;
  readonly commit: number;
  readonly bareRead: number;
  readonly bareInsert: number;
  /** Processor time of all of it. */
  readonly worked: number;
  readonly bareWorked: number;
}

async function measureRounds(folder: string, path: string, count: number, rounds: number): Promise<Round[]> {
  const measured: Round[] = [];
  for (let round = 0; round < rounds; round += 1)
    measured.push(await measureRound(join(folder, `school-${round}`), path, count, round % 2 === 0));
  return measured;
}

/** Other work on the machine makes everything longer, but hardly more. */
function describeWork(measured: readonly Round[], count: number): string {
  const seconds = (times: readonly number[]) => (timingOf(times).median / 1000).toFixed(1);
  const [ours, bare] = [measured.map(({ worked }) => worked), measured.map(({ bareWorked }) => bareWorked)];
  return `Processor time from file to stored, ${count.toLocaleString('en')} pupils: ours ${seconds(ours)} s, bare ${seconds(bare)} s.`;
}

function figuresOf(measured: readonly Round[], count: number): Figure[] {
  const figure = (
    label: string,
    ours: (round: Round) => number,
    bare: ((round: Round) => number) | null,
  ): Figure => ({
    label: `${count.toLocaleString('en')} pupils: ${label}`,
    ours: timingOf(measured.map(ours)),
    bare: bare && timingOf(measured.map(bare)),
    runs: measured.length,
  });
  return [
    figure('file → preview → stored', (each) => each.read + each.preview + each.commit, bareTotal),
    figure(
      'reading',
      (each) => each.read,
      (each) => each.bareRead,
    ),
    figure('preview', (each) => each.preview, null),
    figure(
      'import',
      (each) => each.commit,
      (each) => each.bareInsert,
    ),
  ];
}

function bareTotal({ bareRead, bareInsert }: Round): number {
  return bareRead + bareInsert;
}

async function measureRound(folder: string, path: string, count: number, oursFirst: boolean): Promise<Round> {
  const school = openBenchSchool(folder);
  const classes = addClasses(school);
  const batchId = school.newId();
  const hand = openHandWritten(school, join(folder, 'bare.ledger'), batchId);
  try {
    let ours: Pick<Round, 'read' | 'preview' | 'commit' | 'worked'> | null = null;
    let bare: Pick<Round, 'bareRead' | 'bareInsert' | 'bareWorked'> | null = null;
    if (oursFirst) ours = await importList(school, path, count, batchId);
    bare = await insertList(school, hand, classes, path, batchId);
    ours ??= await importList(school, path, count, batchId);
    // Words are compared one by one, which takes longer than the whole import; the long list goes the same way.
    if (count <= smallSize) checkSameRows(school, hand);
    return { ...ours, ...bare };
  } finally {
    school.store.close();
    hand.close();
  }
}

async function importList(school: BenchSchool, path: string, count: number, batchId: string) {
  const context = jobContext(school);
  const reading = await timed(() => readWorkbookJob({ path }, context));
  const recognised = recogniseWorkbook(valueOf(reading.value), [pupil], () => null, 'pupil');
  const [sheet] = recognised;
  if (!sheet) throw new Error('the list was not recognised');
  const task = valueOf(
    prepareTask(pupil, recognised, { sheet: sheet.data.name, mapping: sheet.mapping, period: null }),
  );
  const input = { ledger: pupil.id, task, account: school.context.account };
  const preview = await timed(() => previewImportJob(input, context));
  const { counts, problems } = valueOf(preview.value);
  if (counts.new !== count)
    throw new Error(`not every row is new: ${JSON.stringify([counts, problems.slice(0, 3)])}`);
  const commit = await timed(() =>
    commitImportJob({ ...input, batchId, fileName: basename(path), skipProblems: false }, context),
  );
  valueOf(commit.value);
  const worked = reading.worked + preview.worked + commit.worked;
  return { read: reading.took, preview: preview.took, commit: commit.took, worked };
}

async function insertList(
  school: BenchSchool,
  hand: HandWritten,
  classes: ReadonlyMap<string, string>,
  path: string,
  batchId: string,
) {
  const reading = await timed(() => read(readFileSync(path)));
  const [headers = [], ...rows] = reading.value.sheets[0]?.rows ?? [];
  const insert = await timed(() => {
    const addPupil = handWrittenPupil(school, hand, classes, batchId);
    const { at, accountId, accountName } = school.change;
    hand.save(() => {
      for (const row of rows) addPupil(row.map((cell) => (typeof cell === 'string' ? cell : null)));
      hand.db
        .prepare('INSERT INTO import_mapping (ledger, fingerprint, mapping, saved_at) VALUES (?, ?, ?, ?)')
        .run('pupil', headerFingerprint(headers.map(String)), JSON.stringify(['@no', ...columns]), at);
      hand.db
        .prepare('INSERT INTO import_batch VALUES (?, ?, ?, ?, ?, ?, ?, 0, NULL)')
        .run(batchId, at, accountId, accountName, basename(path), 'pupil', rows.length);
    });
  });
  const bareWorked = reading.worked + insert.worked;
  return { bareRead: reading.took, bareInsert: insert.took, bareWorked };
}

/** How a pupil and the class placement are written down by hand, from the cells of a row. */
function handWrittenPupil(
  school: BenchSchool,
  hand: HandWritten,
  classes: ReadonlyMap<string, string>,
  batchId: string,
): (cells: readonly (string | null)[]) => void {
  const classNames = new Map([...classes].map(([id, name]) => [name, { id, sort: labelSortKey(name) }]));
  const insertPupil = hand.db.prepare(
    `INSERT INTO pupil (id, school_id, period, state, revision, created_at, created_by, updated_at, updated_by,
      import_id, name, name__sort, sex, ethnicity, born_on, identity_number, student_number, school_class,
      school_class__sort, class_since, entered_on, boarder, guardian_name, guardian_relation, guardian_phone, address,
      hardship, left_behind, consent_on, remark)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertPlacement = hand.db.prepare(
    `INSERT INTO class_placement (id, school_id, period, state, revision, created_at, created_by, updated_at, updated_by,
      import_id, pupil, school_class, "from") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return (cells) => {
    const values = Object.fromEntries(columns.map((id, index) => [id, cells[index + 1] ?? null]));
    const { name, sex, studentNumber, schoolClass: className, classSince } = values;
    const placed = classNames.get(className ?? '');
    if (!name || !studentNumber || !placed) throw new Error('A row without name, number or class.');
    const [id, placementId] = [school.newId(), school.newId()];
    const hardship = values.hardship?.split('、') ?? [];
    const [boarder, leftBehind] = [values.boarder === '是', values.leftBehind === '是'];
    const titleSort = pinyinSortKey(name);
    const words = nameTokens(name).join(' ');
    insertPupil.run(
      ...hand.columnsOf(id, null),
      batchId,
      name,
      titleSort,
      sex,
      values.ethnicity,
      values.bornOn,
      values.identityNumber,
      studentNumber,
      placed.id,
      placed.sort,
      classSince,
      values.enteredOn,
      Number(boarder),
      values.guardianName,
      values.guardianRelation,
      values.guardianPhone,
      values.address,
      hardship.length > 0 ? JSON.stringify(hardship) : null,
      Number(leftBehind),
      values.consentOn,
      values.remark,
    );
    hand.addEntry({
      ledger: 'pupil',
      id,
      title: name,
      code: studentNumber,
      hint: `${sex} · ${className}`,
      titleSort,
      words: [words, indexTokens(studentNumber).join(' '), ''],
      sources: [placed.id],
    });
    hand.addRevision('pupil', id, null, {
      ...emptyValues(pupil),
      ...values,
      schoolClass: placed.id,
      boarder,
      leftBehind,
      hardship,
    });
    insertPlacement.run(...hand.columnsOf(placementId, null), batchId, id, placed.id, classSince);
    hand.addEntry({
      ledger: 'classPlacement',
      id: placementId,
      title: name,
      code: null,
      hint: `${className} · ${classSince}`,
      titleSort,
      words: [words, '', ''],
      sources: [id, placed.id],
    });
    hand.addRevision('classPlacement', placementId, null, {
      pupil: id,
      schoolClass: placed.id,
      from: classSince,
      to: null,
    });
  };
}

/** How long the main thread serves nobody else while a list comes in as the program does it, jobs in their thread. */
async function describeStandstill(path: string, count: number): Promise<string> {
  const desk = fileDesk({ threads: true });
  try {
    addClasses({ ...desk.school, change: desk.school.change() });
    let source: ImportSource | null = null;
    const choosing = await longestStandstill(async () => (source = await desk.choose(path, 'pupil')));
    if (!source) throw new Error('nothing was chosen');
    const { importId }: ImportSource = source;
    const chosen: ImportSource = source;
    const preview = await longestStandstill(() => desk.preview(chosen, 'pupil'));
    const commit = await longestStandstill(() =>
      Promise.resolve(
        desk.imports['import.commit']({ importId, jobId: randomUUID(), skipProblems: false }, desk.caller),
      ).then(valueOf),
    );
    const [a, b, c] = [choosing, preview, commit].map(Math.round);
    return `Longest time for which the main thread served nobody else, ${count.toLocaleString('en')} pupils, jobs in their thread: choosing and reading ${a} ms, preview ${b} ms, import ${c} ms.`;
  } finally {
    await desk.close();
  }
}
