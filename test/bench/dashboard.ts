import { join } from 'node:path';
import { areaChecks } from '#electron/services/areaChecks.ts';
import { dashboardOn } from '#electron/services/checks/dashboard.ts';
import { getRecord, updateRecord } from '#electron/store/records/records.ts';
import { areas } from '#shared/ledger/definition.ts';
import { serviceAttendance } from '#shared/ledgers/afterSchool/serviceAttendance.ts';
import { valueOf } from '../support/temporarySchool.ts';
import { openBenchSchool, type BenchSchool } from './benchSchool.ts';
import { compare, longestStandstill, timed, timingOf } from './measure.ts';
import type { ScenarioContext, ScenarioResult } from './run.ts';
import { allDays, allPupils, dates, fillTerm } from './serviceDays.ts';

const on = dates.to;
const corrections = 5;

/** The dashboard with every check, beside the one query that counts the roll calls of its wall by hand. */
export async function dashboard(context: ScenarioContext): Promise<ScenarioResult> {
  const school = openBenchSchool(join(context.folder, `dashboard-${Date.now()}`));
  try {
    const pupils = Math.round(allPupils * context.scale);
    const made = fillTerm(school, pupils, Math.max(3, Math.round(allDays * context.scale)));
    const first = await timed(() => ask(school));
    const bare = school.store.read.db.prepare<[string], { month: string; done: number; required: number }>(
      `SELECT substr(s.held_on, 1, 7) AS month, count(a.id) AS done, count(*) AS required
       FROM service_slot s
       LEFT JOIN service_attendance a ON a.slot = s.id AND a.deleted_at IS NULL AND a.state <> 'draft'
       WHERE s.deleted_at IS NULL AND s.state <> 'draft' AND s.kind IN ('课后服务', '延时托管')
         AND coalesce(s.cancelled_reason, '') = '' AND s.held_on < ? GROUP BY month ORDER BY month`,
    );
    const rows = made.rows.toLocaleString('en');
    const unchanged = await compare({
      label: `dashboard, ${rows} attendance rows, nothing changed`,
      runs: 7,
      sameAnswer: true,
      ours: async () => rollCallsOf(await ask(school)),
      bare: () => bare.all(on),
    });
    const corrected: number[] = [];
    const standstills: number[] = [];
    for (let run = 0; run < corrections; run += 1) {
      correct(school, run);
      standstills.push(
        await longestStandstill(async () => corrected.push((await timed(() => ask(school))).took)),
      );
    }
    return {
      title: 'The dashboard',
      notes: [
        `${pupils.toLocaleString('en')} pupils with their applications, one term of ${made.days} days of two periods with every roll called, ${rows} attendance rows: as many as two terms of one period have.`,
        'Ours: `dashboardOn` for somebody who may read everything: every rule of every area, walls, what is due, counts. Bare: one hand-written query for a single row of one wall; both give the same numbers.',
        `The first time, when every day is summed: ${Math.round(first.took).toLocaleString('en')} ms, once for a file. After a corrected roll call its day alone is summed anew.`,
        `Longest time for which the main thread served nobody else, in the ${corrections} dashboards after a correction: ${standstills.map((ms) => Math.round(ms)).join(', ')} ms.`,
      ],
      figures: [
        unchanged,
        {
          label: 'dashboard after a corrected roll call',
          ours: timingOf(corrected),
          bare: null,
          runs: corrections,
        },
      ],
    };
  } finally {
    school.store.close();
  }
}

async function ask({ store }: BenchSchool) {
  return valueOf(await dashboardOn(areaChecks, store, { on, readable: areas }));
}

function rollCallsOf({ walls }: Awaited<ReturnType<typeof ask>>) {
  const row = walls.find(({ area }) => area === 'afterSchool')?.rows.find(({ key }) => key === 'rollCalls');
  return row?.cells.flatMap(({ month, done, required }) =>
    required === 0 ? [] : [{ month, done, required }],
  );
}

function correct({ store, change }: BenchSchool, run: number): void {
  const [found] = store.read.db
    .prepare<[number], { id: string }>('SELECT id FROM service_attendance ORDER BY id LIMIT 1 OFFSET ?')
    .all(run);
  const call = getRecord(store.read, serviceAttendance, found?.id ?? '');
  if (!call) throw new Error('There are roll calls.');
  const values = { ...call.values, remark: `更正 ${run + 1}` };
  store.write(change, (w) =>
    valueOf(updateRecord(w, serviceAttendance, call.id, { ...call, values }, call.revision)),
  );
}
