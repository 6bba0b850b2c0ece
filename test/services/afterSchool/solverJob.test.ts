import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { createJobRunner, type JobProgress } from '#electron/jobs/jobRunner.ts';
import { clockOf } from '#electron/services/clock.ts';
import { verifyRoster } from '#shared/domain/afterSchool/roster/verifyRoster.ts';
import { inventedRoster } from '../../support/inventedRoster.ts';
import { failureOf, valueOf } from '../../support/temporarySchool.ts';

function aRunner(onProgress: (step: JobProgress) => void) {
  return createJobRunner({
    worker: new URL('../../../electron/jobs/worker.ts', import.meta.url),
    clock: clockOf(() => '2026-11-24T06:30:00.000Z'),
    store: () => null,
    onProgress,
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
