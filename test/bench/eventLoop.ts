import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Jimp } from 'jimp';
import { createApplication, type Application } from '#electron/application.ts';
import { systemClock } from '#electron/clock.ts';
import { demoAccount } from '#electron/services/demo/makeDemo.ts';
import { newId } from '#electron/services/school/newId.ts';
import { standInDesktop } from '../support/application.ts';
import { valueOf } from '../support/temporarySchool.ts';
import { demoSchool } from './demoSchool.ts';
import {
  longestStandstill,
  standstillOf,
  timed,
  timingOf,
  type Figure,
  type Standstill,
  type Timing,
} from './measure.ts';
import type { ScenarioContext, ScenarioResult } from './run.ts';
import { addClasses, writeList } from './sheets.ts';

const listed = 3000;
const photos = 3;
/** Pixels of a telephone's camera, and of the squares the invented photo is made of, so that it has about 4 MB. */
const photo = { width: 4000, height: 3000, square: 4 };
const runs = 3;
/** Idle no longer than this: the longest of many short waits only grows with the load beside. */
const mostIdleMilliseconds = 20_000;

interface Measured {
  readonly figure: Figure;
  /** As the main thread's own work. */
  readonly own: Timing;
}

interface Work {
  readonly label: string;
  readonly runs: number;
  readonly work: (run: number) => Promise<unknown>;
}

/** For how long the main process serves nobody, at the longest, while the program does what takes long. */
export async function eventLoop(context: ScenarioContext): Promise<ScenarioResult> {
  const folder = join(context.folder, `loop-${Date.now()}`);
  mkdirSync(folder, { recursive: true });
  const root = await demoSchool(context.folder);
  const list = join(folder, 'list.xlsx');
  const count = Math.round(listed * context.scale);
  await writeList(list, count);
  const picture = await inventPhoto();
  const application = createApplication({ desktop: standInDesktop([], []), root, clock: systemClock() });
  try {
    const { name: accountName, password } = demoAccount;
    const unlocking = await measure({
      label: 'unlocking by password',
      runs: 1,
      work: async () => valueOf(await application.call('session.unlock', { accountName, password })),
    });
    const first = await measure({
      label: 'the first dashboard, nothing kept',
      runs: 1,
      work: async () => (forget(application), await ask(application)),
    });
    const measured = [unlocking, first];
    for (const work of [
      ...dashboards(application),
      ...papers(application, await targetsOf(application), folder),
      {
        label: `${photos} photos of ${(picture.length / 1e6).toFixed(1)} MB`,
        runs: 1,
        work: async () => {
          for (let number = 1; number <= photos; number += 1)
            valueOf(
              await application.call('attachment.add', {
                ledger: 'partyMeeting',
                kind: '照片',
                name: `${number}.jpg`,
                content: picture.toString('base64'),
              }),
            );
        },
      },
      ...importOf(application, list, count),
    ])
      measured.push(await measure(work));
    return {
      title: 'The main process’s event loop',
      notes: [
        'The demo school (1,400 pupils, half a term of roll calls), the whole program without its window, called as the window calls it; jobs in their threads, which share the two cores with the main thread and with whatever else runs.',
        'Milliseconds for which the main thread served nobody, at the longest, while the work went on. Bare: the same probe while the main thread does nothing for as long (at most 20 s), so it shows what the load beside it costs.',
        `Of it what the main thread itself worked in one piece, by its processor time, median and longest of the runs: ${measured.map(({ figure, own }) => `${figure.label} ${Math.round(own.median)} (${Math.round(own.high)})`).join('; ')} ms.`,
      ],
      figures: measured.map(({ figure }) => figure),
    };
  } finally {
    await application.close();
  }
}

async function measure({ label, runs: times, work }: Work): Promise<Measured> {
  const ours: Standstill[] = [];
  const bare: number[] = [];
  for (let run = 0; run < times; run += 1) {
    let took = 0;
    ours.push(await standstillOf(async () => ({ took } = await timed(() => work(run)))));
    bare.push(await longestStandstill(() => setTimeout(Math.min(took, mostIdleMilliseconds))));
  }
  const wall = timingOf(ours.map((one) => one.wall));
  const own = timingOf(ours.map((one) => one.own));
  return { figure: { label, ours: wall, bare: timingOf(bare), runs: times }, own };
}

function dashboards(application: Application): readonly Work[] {
  return [
    {
      label: 'a teacher saved, and the dashboard, every area anew',
      runs,
      work: async (run) => {
        await saveRemark(application, 'staff', run);
        await ask(application);
      },
    },
    {
      label: 'a roll call saved, and the dashboard',
      runs,
      work: async (run) => {
        await saveRemark(application, 'serviceAttendance', run);
        await ask(application);
      },
    },
    {
      label: 'the list of submissions, after a change',
      runs,
      work: async (run) => {
        await saveRemark(application, 'staff', runs + run);
        valueOf(await application.call('submission.tasks', {}));
      },
    },
  ];
}

async function ask(application: Application) {
  return valueOf(await application.call('checks.dashboard', {}));
}

/** As in a file of the program before sums were kept. */
function forget({ app }: Application): void {
  app.session.current()?.store.read.db.exec('DELETE FROM kept_sum');
}

async function saveRemark(application: Application, ledger: string, run: number): Promise<void> {
  const [row] = await rowsOf(application, ledger);
  const { record } = valueOf(await application.call('ledger.get', { ledger, id: row?.id ?? '' }));
  valueOf(
    await application.call('ledger.save', {
      ledger,
      id: record.id,
      values: { ...record.values, remark: `第 ${run + 1} 次核对` },
      period: record.period,
      state: record.state,
      baseRevision: record.revision,
      reason: '核对',
    }),
  );
}

async function rowsOf(application: Application, ledger: string) {
  return valueOf(await application.call('ledger.list', { query: { ledger }, page: 0, pageSize: 1 })).rows;
}

async function targetsOf(application: Application) {
  const [[branch], [slot]] = await Promise.all([
    rowsOf(application, 'branch'),
    rowsOf(application, 'serviceSlot'),
  ]);
  const { term, year } = await ask(application);
  return { branch: branch?.id ?? null, slot: slot?.id ?? null, term, year: String(year) };
}

function papers(
  application: Application,
  { branch, slot, term, year }: Awaited<ReturnType<typeof targetsOf>>,
  folder: string,
): readonly Work[] {
  const save = (
    label: string,
    name: string,
    format: 'docx' | 'xlsx',
    period: string | null,
    recordId: string | null,
  ) => ({
    label,
    runs,
    work: async (run: number) =>
      valueOf(
        await application.call('reports.save', {
          name,
          period,
          recordId,
          format,
          purpose: '存档',
          recipient: '本校',
          path: join(folder, `${name}${run}.${format}`),
        }),
      ),
  });
  return [
    save('a branch’s handbook of the year, Word', 'branchHandbook', 'docx', year, branch),
    save('roll-call forms of a week for every group, Word', 'rollCallForms', 'docx', null, slot),
    save('the term’s register of roll calls, Excel', 'rollCallRegister', 'xlsx', term, null),
  ];
}

function importOf(application: Application, path: string, count: number): readonly Work[] {
  const pupils = count.toLocaleString('en');
  const jobId = () => randomUUID();
  let importId = '';
  return [
    {
      label: `import of ${pupils} pupils: file and preview`,
      runs,
      work: async (run) => {
        if (run === 0) addListedClasses(application);
        const source = valueOf(
          await application.call('import.choose', { jobId: jobId(), path, ledger: 'pupil' }),
        );
        const [sheet] = source?.sheets ?? [];
        if (!source || !sheet) throw new Error('The list has a sheet.');
        ({ importId } = source);
        const order = { importId, jobId: jobId(), sheet: sheet.sheet, mapping: [...sheet.mapping] };
        valueOf(await application.call('import.preview', { ...order, ledger: 'pupil', period: null }));
      },
    },
    {
      label: `import of ${pupils} pupils: stored`,
      runs: 1,
      work: async () =>
        valueOf(await application.call('import.commit', { importId, jobId: jobId(), skipProblems: true })),
    },
  ];
}

function addListedClasses({ app }: Application): void {
  const caller = app.session.current();
  if (!caller) throw new Error('The file is open.');
  const { store, account } = caller;
  addClasses({
    store,
    change: { accountId: account.id, accountName: account.name, at: app.clock.now() },
    newId: () => newId(app.clock.now()),
  });
}

/** Coloured squares by chance: a picture that doesn't shrink to nothing. */
async function inventPhoto(): Promise<Buffer> {
  const { width, height, square } = photo;
  const small = new Jimp({ width: Math.ceil(width / square), height: Math.ceil(height / square) });
  let state = 1;
  for (let at = 0; at < small.bitmap.data.length; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    small.bitmap.data[at] = at % 4 === 3 ? 255 : state >>> 24;
  }
  return small.resize({ w: width, h: height }).getBuffer('image/jpeg', { quality: 80 });
}
