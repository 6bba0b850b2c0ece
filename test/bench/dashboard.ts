import { join } from 'node:path';
import { systemClock } from '#electron/clock.ts';
import { areaChecks } from '#electron/services/areaChecks.ts';
import { behaviours } from '#electron/services/behaviours.ts';
import { dashboardOn } from '#electron/services/checks/dashboard.ts';
import { demoAccount } from '#electron/services/demo/makeDemo.ts';
import { newId } from '#electron/services/school/newId.ts';
import { unlockWithPassword } from '#electron/store/keys/keyFile.ts';
import { getRecord, updateRecord } from '#electron/store/records/records.ts';
import { schoolFolder } from '#electron/store/schoolFolder.ts';
import { openStore } from '#electron/store/store.ts';
import { areas, type AnyLedger } from '#shared/ledger/definition.ts';
import { serviceAttendance } from '#shared/ledgers/afterSchool/serviceAttendance.ts';
import { staff } from '#shared/ledgers/base/staff.ts';
import { partyMeeting } from '#shared/ledgers/partyLife/partyMeeting.ts';
import { valueOf } from '../support/temporarySchool.ts';
import { openBenchSchool, type BenchSchool } from './benchSchool.ts';
import { demoSchool } from './demoSchool.ts';
import { compare, standstillOf, timed, timingOf, type Figure, type Standstill } from './measure.ts';
import type { ScenarioContext, ScenarioResult } from './run.ts';
import { allDays, allPupils, dates, fillTerm } from './serviceDays.ts';

const corrections = 5;

/** Many dashboards, each in milliseconds, and how long the main thread served nobody meanwhile. */
interface Measured {
  readonly figure: Figure;
  readonly standstills: readonly Standstill[];
}

/** The dashboard with every check, beside the one query that counts the roll calls of its wall by hand. */
export async function dashboard(context: ScenarioContext): Promise<ScenarioResult> {
  const demo = await demoDashboards(await demoSchool(context.folder));
  const large = await largeDashboards(context);
  const all = [...demo, ...large.measured];
  return {
    title: 'The dashboard',
    notes: [
      'Ours: `dashboardOn` for somebody who may read everything: every rule of every area, walls, what is due, counts. “Every area anew”: a table was written that every area reads (staff). Bare: one hand-written query for a single row of one wall; both give the same numbers.',
      'The demo school: 1,400 pupils, half a term of roll calls.',
      large.size,
      `The first time, when every day is summed, ${large.first}, once for a file. Afterwards a changed day alone is summed anew.`,
      `Processor time of the main thread, which the load beside doesn’t lengthen much, median of the runs: ${all.map(({ figure, standstills }) => `${figure.label} ${Math.round(timingOf(standstills.map(({ worked }) => worked)).median)}`).join('; ')} ms.`,
      `Longest time for which the main thread served nobody else, and in brackets what of it was its own work by processor time, the worst of the runs: ${all.map(({ figure, standstills }) => `${figure.label} ${worst(standstills)}`).join('; ')}.`,
    ],
    figures: all.map(({ figure }) => figure),
  };
}

async function demoDashboards(root: string): Promise<readonly Measured[]> {
  const { name, password } = demoAccount;
  const folder = schoolFolder(root);
  const { dataKey } = valueOf(unlockWithPassword(folder, name, password));
  const clock = systemClock();
  const store = valueOf(openStore(folder, dataKey, { clock, behaviours }));
  const change = { accountId: newId(clock.now()), accountName: name, at: clock.now() };
  const school = { store, change, on: clock.today() };
  try {
    await ask(school);
    return [
      await measure(school, 'demo school, every area anew', staff),
      await measure(school, 'demo school, a roll call corrected', serviceAttendance),
      await measure(school, 'demo school, a meeting corrected', partyMeeting),
      await measure(school, 'demo school, nothing changed', null),
    ];
  } finally {
    store.close();
  }
}

async function largeDashboards(context: ScenarioContext) {
  const made = openBenchSchool(join(context.folder, `dashboard-${Date.now()}`));
  const school = { ...made, on: dates.to };
  const { store } = school;
  try {
    const pupils = Math.round(allPupils * context.scale);
    const term = fillTerm(made, pupils, Math.max(3, Math.round(allDays * context.scale)));
    let took = 0;
    const first = await standstillOf(async () => ({ took } = await timed(() => ask(school))));
    const bare = store.read.db.prepare<[string], { month: string; done: number; required: number }>(
      `SELECT substr(s.held_on, 1, 7) AS month, count(a.id) AS done, count(*) AS required
       FROM service_slot s
       LEFT JOIN service_attendance a ON a.slot = s.id AND a.deleted_at IS NULL AND a.state <> 'draft'
       WHERE s.deleted_at IS NULL AND s.state <> 'draft' AND s.kind IN ('课后服务', '延时托管')
         AND coalesce(s.cancelled_reason, '') = '' AND s.held_on < ? GROUP BY month ORDER BY month`,
    );
    const rows = term.rows.toLocaleString('en');
    const label = `${rows} attendance rows`;
    let run = 0;
    const beside = await compare({
      label: `${label}, a roll call corrected`,
      runs: 7,
      sameAnswer: true,
      ours: async () => rollCallsOf(await ask(school)),
      bare: () => bare.all(school.on),
      afterEach: () => correct(school, serviceAttendance, (run += 1)),
    });
    const corrected = await measure(school, `${label}, a roll call corrected`, serviceAttendance);
    return {
      size: `The large school: ${pupils.toLocaleString('en')} pupils with their applications, one term of ${term.days} days of two periods with every roll called, ${rows} attendance rows in ${(term.rows / 40).toLocaleString('en')} sessions: as many as two terms of one period have.`,
      first: `${Math.round(took).toLocaleString('en')} ms for the large school, in pieces of at most ${worst([first])}`,
      measured: [
        { figure: beside, standstills: corrected.standstills },
        await measure(school, `${label}, every area anew`, staff),
        await measure(school, `${label}, nothing changed`, null),
      ],
    };
  } finally {
    store.close();
  }
}

interface AskedSchool extends Pick<BenchSchool, 'store' | 'change'> {
  readonly on: string;
}

async function measure(school: AskedSchool, label: string, changed: AnyLedger | null): Promise<Measured> {
  const times: number[] = [];
  const standstills: Standstill[] = [];
  for (let run = 0; run < corrections; run += 1) {
    if (changed) correct(school, changed, run);
    standstills.push(await standstillOf(async () => times.push((await timed(() => ask(school))).took)));
  }
  return { figure: { label, ours: timingOf(times), bare: null, runs: corrections }, standstills };
}

function worst(standstills: readonly Standstill[]): string {
  const [wall, own] = (['wall', 'own'] as const).map((of) => Math.max(...standstills.map((one) => one[of])));
  return `${Math.round(wall ?? 0)} (${Math.round(own ?? 0)}) ms`;
}

async function ask({ store, on }: AskedSchool) {
  return valueOf(await dashboardOn(areaChecks, store, { on, readable: areas }));
}

function rollCallsOf({ walls }: Awaited<ReturnType<typeof ask>>) {
  const row = walls.find(({ area }) => area === 'afterSchool')?.rows.find(({ key }) => key === 'rollCalls');
  return row?.cells.flatMap(({ month, done, required }) =>
    required === 0 ? [] : [{ month, done, required }],
  );
}

/** Another word in one record, by turns. */
function correct({ store, change }: AskedSchool, definition: AnyLedger, run: number): void {
  const [found] = store.read.db
    .prepare<[number], { id: string }>(`SELECT id FROM ${definition.table} ORDER BY id LIMIT 1 OFFSET ?`)
    .all(run % 5);
  const record = getRecord(store.read, definition, found?.id ?? '');
  if (!record) throw new Error('There are records.');
  const field = definition === partyMeeting ? 'place' : 'remark';
  const values = { ...record.values, [field]: `更正 ${run + 1}` };
  store.write(change, (w) =>
    valueOf(updateRecord(w, definition, record.id, { ...record, values }, record.revision)),
  );
}
