import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { createJobRunner, type JobProgress } from '#electron/jobs/jobRunner.ts';
import type { Jobs } from '#electron/services/jobs.ts';
import { clockOf } from '#electron/clock.ts';
import { afterSchoolHandlers } from '#electron/services/afterSchool/afterSchoolHandlers.ts';
import type { Roster } from '#shared/domain/afterSchool/roster/problem.ts';
import { verifyRoster } from '#shared/domain/afterSchool/roster/verifyRoster.ts';
import { serviceBusyTime } from '#shared/ledgers/afterSchool/serviceBusyTime.ts';
import { inventedRoster } from '../../support/inventedRoster.ts';
import { failureOf, valueOf } from '../../support/temporarySchool.ts';
import { officeOf } from '../officeCalls.ts';
import { head, schoolOffice } from '../schoolOffice.ts';
import { enterRosterTerm, rosterPeriod } from './rosterTerm.ts';

function aRunner(onProgress: (step: JobProgress) => void) {
  return createJobRunner<Jobs>({
    worker: new URL('../../../electron/worker.ts', import.meta.url),
    clock: clockOf(() => '2026-11-24T06:30:00.000Z'),
    store: () => null,
    onProgress,
    onWritten: () => undefined,
    onCrash: (_name, error) => {
      throw error;
    },
    memoryMegabytes: 512,
  });
}

test('rostering in its own thread tells how far it is and gives a roster without a violation', async () => {
  const phrases: string[] = [];
  const runner = aRunner(({ phrase }) => phrases.push(phrase));
  const problem = inventedRoster({ teachers: 12, groups: 4 }, 11);
  const outcome = valueOf(await runner.run('solveRoster', { problem, seconds: 30 }, { jobId: randomUUID() }));
  if (outcome.kind !== 'solved') throw new Error(outcome.kind);
  expect(verifyRoster(problem, outcome.roster)).toEqual([]);
  expect(phrases.some((phrase) => phrase.startsWith('尽量安排熟悉的教师：'))).toBe(true);
});

test('rostering is given up at once when it is cancelled, however deep the solver is in its search', async () => {
  const jobId = randomUUID();
  const { promise: begun, resolve } = Promise.withResolvers<null>();
  const runner = aRunner(() => {
    resolve(null);
  });
  const problem = inventedRoster({ teachers: 150, groups: 60 }, 4);
  const running = runner.run('solveRoster', { problem, seconds: 120 }, { jobId });
  await begun;
  runner.cancel(jobId);
  const { kind, sentence } = failureOf(await running);
  expect(kind).toBe('cancelled');
  expect(sentence).not.toBe('');
  expect(runner.running()).toBe(0);
});

test('a leave entered after the roster was saved moves only the duties it makes impossible; locks stay', async () => {
  const school = schoolOffice();
  try {
    const runner = aRunner(() => undefined);
    const call = officeOf(school, (app) => afterSchoolHandlers({ ...app, jobs: runner })).as(head());
    const { teachers } = await enterRosterTerm((definition, values, period) =>
      school.add(definition, values, { period }),
    );
    const week = { period: rosterPeriod, from: '2026-11-23', to: '2026-11-29' };
    const solve = async (locked: Roster, previous: Roster) => {
      const jobId = randomUUID();
      const found = valueOf(await call('roster.solve', { ...week, jobId, locked, previous, seconds: 20 }));
      if (found.kind !== 'solved') throw new Error(found.kind);
      return found;
    };
    const first = await solve([], []);
    const day = (needId: string) => needId.split('|')[1];
    const ill = first.roster.find(
      ({ needId, teacherId }) => day(needId) === '2' && teacherId !== teachers['孙校长'],
    );
    const lost = first.roster.filter(
      ({ needId, teacherId }) => teacherId === ill?.teacherId && day(needId) === '2',
    );
    const locked = first.roster.filter((each) => !lost.includes(each)).slice(0, 5);
    valueOf(await call('roster.accept', { ...week, roster: first.roster, locked }));
    school.add(
      serviceBusyTime,
      { staff: ill?.teacherId, kind: '请假', from: '2026-11-24', to: '2026-11-24', label: '病假' },
      { period: rosterPeriod },
    );
    const board = valueOf(await call('roster.board', week));
    expect(verifyRoster(board.problem, board.roster).map(({ kind }) => kind)).toEqual(
      lost.map(() => 'clash'),
    );
    const mended = await solve(board.problem.locked, board.roster);
    expect(mended.quality.changes).toBe(lost.length);
    expect(mended.aims.find(({ aim }) => aim === 'changes')?.gap).toBe(0);
    expect(mended.roster).toEqual(expect.arrayContaining([...locked]));
    const saved = valueOf(await call('roster.accept', { ...week, roster: mended.roster, locked }));
    expect(saved).toEqual({ created: 0, changed: lost.length, leftOpen: 0 });
  } finally {
    school.remove();
  }
});
