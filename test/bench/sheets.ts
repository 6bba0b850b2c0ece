import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read } from 'hucre';
import type { JobContext } from '#electron/jobs/job.ts';
import { commitImportJob, previewImportJob } from '#electron/services/imports/importJobs.ts';
import { prepareTask } from '#electron/services/imports/prepareTask.ts';
import { readWorkbookJob } from '#electron/services/imports/readWorkbookJob.ts';
import { recogniseWorkbook } from '#electron/services/imports/recogniseWorkbook.ts';
import type { WorkbookData } from '#electron/documents/sheetData.ts';
import { writeWorkbook, type OutputCell } from '#electron/documents/writeWorkbook.ts';
import { changeStore } from '#electron/services/school/unitOfWork.ts';
import { createRecord } from '#electron/store/records/records.ts';
import { pupil } from '#shared/ledgers/base/pupil.ts';
import { schoolClass } from '#shared/ledgers/base/schoolClass.ts';
import { schoolId, valueOf } from '../support/temporarySchool.ts';
import { openBenchSchool, type BenchSchool } from './benchSchool.ts';
import { timed, timingOf, type Figure } from './measure.ts';
import { inventPupils } from './pupils.ts';
import type { ScenarioContext, ScenarioResult } from './run.ts';

export const fullSize = 100_000;
const classCount = 100;
const runs = 3;
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

/** A long list into the program, beside the bare parser of the same file. */
export async function sheets(context: ScenarioContext): Promise<ScenarioResult> {
  const count = Math.round(fullSize * context.scale);
  const folder = join(context.folder, `sheets-${Date.now()}`);
  mkdirSync(folder, { recursive: true });
  const school = openBenchSchool(join(folder, 'school'));
  try {
    const classes = addClasses(school);
    const list = join(folder, 'list.xlsx');
    await writeList(list, count, classes);
    const figures = await measureImport(school, jobContext(school), list, count);
    return {
      title: 'Sheets',
      notes: [
        `${count.toLocaleString('en')} pupils × ${columns.length + 1} columns, xlsx; the jobs run in the measuring thread.`,
        'Import, bare: `read` of hucre on the same bytes. Reading includes our zip checks, trimming and dates as text; preview reads every cell into values, checks and saves every record, and takes all back; commit does the same and keeps it.',
      ],
      figures,
    };
  } finally {
    school.store.close();
  }
}

export function jobContext(school: BenchSchool): JobContext {
  return {
    progress: () => undefined,
    store: () => school.store,
    change: (account) => changeStore(school.store, school.clock, account),
    clock: school.clock,
  };
}

export function addClasses(school: BenchSchool): ReadonlyMap<string, string> {
  const classes = new Map(
    Array.from({ length: classCount }, (_, index) => [
      school.newId(),
      `${(index % 9) + 1}年级${Math.floor(index / 9) + 1}班`,
    ]),
  );
  school.store.write(school.change, (w) => {
    for (const [id, name] of classes) {
      const values = { name, grade: Number(name[0]) };
      valueOf(createRecord(w, schoolClass, { id, schoolId, values, period: null, state: 'finished' }));
    }
  });
  return classes;
}

/** A list as a school has it: a header row and text cells. */
async function writeList(path: string, count: number, classes: ReadonlyMap<string, string>): Promise<void> {
  const pupils = inventPupils(count, [...classes.keys()]);
  function* rows(): Generator<OutputCell[]> {
    let number = 0;
    for (const values of pupils) {
      const texts = columns.map((id) => {
        const value = values[id];
        if (typeof value === 'boolean') return value ? '是' : '否';
        if (Array.isArray(value)) return value.join('、') || null;
        if (id === 'schoolClass' && typeof value === 'string') return classes.get(value) ?? null;
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

async function measureImport(
  school: BenchSchool,
  context: JobContext,
  path: string,
  count: number,
): Promise<Figure[]> {
  const times = { bare: [] as number[], read: [] as number[] };
  let workbook: WorkbookData | null = null;
  for (let run = 0; run <= runs; run += 1) {
    const bare = await timed(() => read(readFileSync(path)));
    const ours = await timed(() => readWorkbookJob({ path }, context));
    workbook = valueOf(ours.value);
    if (run === 0) continue;
    times.bare.push(bare.took);
    times.read.push(ours.took);
  }
  if (!workbook) throw new Error('nothing was read');
  const bare = timingOf(times.bare);
  const recognised = recogniseWorkbook(workbook, [pupil], () => null, 'pupil');
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
    commitImportJob(
      { ...input, batchId: school.newId(), fileName: 'list.xlsx', skipProblems: false },
      context,
    ),
  );
  valueOf(commit.value);
  return [
    { label: 'import: read the file', ours: timingOf(times.read), bare, runs },
    { label: 'import: preview', ours: timingOf([preview.took]), bare, runs: 1 },
    { label: 'import: commit', ours: timingOf([commit.took]), bare, runs: 1 },
    {
      label: 'import: all three',
      ours: timingOf([timingOf(times.read).median + preview.took + commit.took]),
      bare,
      runs: 1,
    },
  ];
}
