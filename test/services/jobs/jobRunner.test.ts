import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { describeError } from '#electron/ipc/log.ts';
import { createJobRunner, type JobProgress } from '#electron/jobs/jobRunner.ts';
import { clockOf } from '#electron/clock.ts';
import { findAccount, saveAccount } from '#electron/store/tables/accounts.ts';
import { failureOf, temporarySchool, valueOf } from '#test/support/temporarySchool.ts';
import type { trialJobs } from './trialJobs.ts';

function aRunner(store: { root: string; dataKey: Uint8Array } | null = null) {
  const progress: JobProgress[] = [];
  const crashes: { name: string; error: unknown }[] = [];
  const written: (ReadonlySet<string> | null)[] = [];
  const runner = createJobRunner<typeof trialJobs>({
    worker: new URL('./trialWorker.ts', import.meta.url),
    clock: clockOf(() => '2027-03-01T23:00:00.000Z'),
    store: () => store,
    onProgress: (step) => progress.push(step),
    onWritten: (tables) => written.push(tables),
    onCrash: (name, error) => crashes.push({ name, error }),
    memoryMegabytes: 64,
  });
  return { runner, progress, crashes, written, jobId: randomUUID() };
}

describe('a job in its own thread', () => {
  it('gives its answer and tells how far it is, to the end', async () => {
    const { runner, progress, jobId } = aRunner();
    expect(valueOf(await runner.run('countTo', 5000, { jobId }))).toBe(5000);
    expect(progress.at(-1)).toEqual({ jobId, phrase: '正在数数', done: 5000, total: 5000 });
    // Told sparingly: a window that draws every one of them would be slower than the work.
    expect(progress.length).toBeLessThan(100);
    expect(runner.running()).toBe(0);
  });

  it('passes a refusal on as it is', async () => {
    const { runner, jobId } = aRunner();
    expect(failureOf(await runner.run('refuse', null, { jobId })).sentence).toBe('文件不对，请换一个。');
  });

  it('lives in the time of the program', async () => {
    const { runner, jobId } = aRunner();
    expect(valueOf(await runner.run('tellTime', null, { jobId }))).toMatch(/^2027-03-02 2027-03-01T23:0/);
  });

  it('ends at once when it is cancelled, even in an endless loop', async () => {
    const { runner, jobId } = aRunner();
    const running = runner.run('runForever', null, { jobId });
    await expect.poll(() => runner.running()).toBe(1);
    runner.cancel(jobId);
    expect(failureOf(await running).kind).toBe('cancelled');
    expect(runner.running()).toBe(0);
  });

  it('in a series takes those to come with it when it is cancelled', async () => {
    const { runner, jobId } = aRunner();
    const ended = await runner.inSeries(jobId, async (series) => {
      expect(valueOf(await runner.run('countTo', 10, { jobId }))).toBe(10);
      expect(series.stopped()).toBeNull();
      // Between two jobs, where no thread is at work.
      runner.cancel(jobId);
      expect(failureOf(await runner.run('countTo', 10, { jobId })).kind).toBe('cancelled');
      return series.stopped();
    });
    expect(ended && failureOf(ended).kind).toBe('cancelled');
    // The series is over: its id can be used again.
    expect(valueOf(await runner.run('countTo', 10, { jobId }))).toBe(10);
  });

  it('is not disturbed by the cancelling of an unknown job', async () => {
    const { runner, jobId } = aRunner();
    const running = runner.run('countTo', 10, { jobId });
    runner.cancel(randomUUID());
    expect(valueOf(await running)).toBe(10);
  });

  it('ends when its time is over', async () => {
    const { runner, jobId } = aRunner();
    const ended = failureOf(await runner.run('runForever', null, { jobId, limitMinutes: 0.01 }));
    expect(ended).toMatchObject({
      kind: 'unavailable',
      sentence: expect.stringContaining('时间过长') as string,
    });
  });

  it('becomes a sentence, not a crash of the program, when it throws', async () => {
    const { runner, jobId, crashes } = aRunner();
    const ended = failureOf(await runner.run('throwError', '张三的身份证号', { jobId }));
    expect(ended.sentence).toContain('意外停止');
    expect(ended.sentence).not.toContain('张三');
    expect(crashes.map(({ name }) => name)).toEqual(['throwError']);
  });

  it('becomes a sentence when its thread just ends', async () => {
    const { runner, jobId } = aRunner();
    expect(failureOf(await runner.run('exitProcess', null, { jobId })).sentence).toContain('意外停止');
  });

  it('becomes a sentence when it takes too much memory', async () => {
    const { runner, jobId, crashes } = aRunner();
    expect(failureOf(await runner.run('fillMemory', null, { jobId })).sentence).toContain('超出了可用内存');
    expect(crashes).toEqual([]);
  });

  it('does its work in the thread that the job before has left, unless that one was ended or is still at work', async () => {
    const { runner, jobId } = aRunner();
    const threadOf = async (id: string) => valueOf(await runner.run('tellThread', null, { jobId: id }));
    const first = await threadOf(jobId);
    expect(await threadOf(jobId)).toBe(first);
    const endless = runner.run('runForever', null, { jobId });
    const beside = await threadOf(randomUUID());
    expect(beside).not.toBe(first);
    runner.cancel(jobId);
    await endless;
    expect(await threadOf(jobId)).toBe(beside);
    await runner.cancelAll('withStore');
    expect(await threadOf(jobId)).not.toBe(beside);
    await runner.run('throwError', '', { jobId });
    expect(valueOf(await runner.run('countTo', 10, { jobId }))).toBe(10);
  });

  it('is refused without an open file when it needs one', async () => {
    const { runner, jobId } = aRunner();
    expect(failureOf(await runner.run('nameSchool', null, { jobId, needsStore: true })).kind).toBe('locked');
  });

  it('works on the school file through a connection of its own', async () => {
    const school = temporarySchool();
    try {
      school.store.write(school.change(), (w) =>
        saveAccount(w, {
          id: school.newId(),
          name: '王办事',
          roles: ['head'],
          active: true,
          createdAt: school.clock.now(),
        }),
      );
      const { runner, jobId } = aRunner({ root: school.folder.root, dataKey: school.dataKey });
      expect(valueOf(await runner.run('nameSchool', null, { jobId, needsStore: true }))).toBe(1);
    } finally {
      school.remove();
    }
  });

  it('tells what it has written, once it is stored', async () => {
    const school = temporarySchool();
    try {
      const { runner, jobId, written } = aRunner({ root: school.folder.root, dataKey: school.dataKey });
      const account = { ...school.account, roles: [], active: true, createdAt: school.clock.now() };
      const order = { jobId, needsStore: true };
      const refused = await runner.run('writeAccount', { account, refused: true }, order);
      expect(failureOf(refused).kind).toBe('conflict');
      expect(written).toEqual([]);
      valueOf(await runner.run('writeAccount', { account }, order));
      expect(written).toEqual([new Set(['account'])]);
      expect(findAccount(school.store.read, account.id)).toEqual(account);
    } finally {
      school.remove();
    }
  });

  it.each([
    ['noRoom', 'SQLITE_FULL', 'fileProblem', '磁盘空间不足'],
    ['busy', 'SQLITE_BUSY', 'unavailable', '正被另一个程序使用'],
  ] as const)(
    'says what the database could not do (%s), logs it with its code, and goes on',
    async (because, code, kind, words) => {
      const school = temporarySchool();
      try {
        const { runner, jobId, crashes, written } = aRunner({
          root: school.folder.root,
          dataKey: school.dataKey,
        });
        const account = { ...school.account, roles: [], active: true, createdAt: school.clock.now() };
        const order = { jobId, needsStore: true };
        const thread = valueOf(await runner.run('tellThread', null, { jobId }));
        const { db } = school.store.read;
        if (because === 'busy') db.exec('BEGIN IMMEDIATE');
        const refused = failureOf(await runner.run('writeAccountInVain', { account, because }, order));
        if (because === 'busy') db.exec('ROLLBACK');
        expect(refused).toMatchObject({ kind, sentence: expect.stringContaining(words) as string });
        expect(crashes.map(({ name, error }) => [name, describeError(error)])).toEqual([
          [
            'writeAccountInVain',
            {
              name: 'Error',
              code,
              stack: expect.arrayContaining([expect.stringContaining('trialJobs.ts')]) as string[],
            },
          ],
        ]);
        expect(written).toEqual([]);
        expect(findAccount(school.store.read, account.id)).toBeNull();
        expect(valueOf(await runner.run('tellThread', null, { jobId }))).toBe(thread);
        valueOf(await runner.run('writeAccount', { account }, order));
      } finally {
        school.remove();
      }
    },
  );

  it('passes on why its connection could not be opened', async () => {
    const school = temporarySchool();
    try {
      const { runner, jobId, crashes } = aRunner({ root: school.folder.root, dataKey: school.dataKey });
      school.store.close();
      rmSync(school.folder.database);
      const refused = failureOf(await runner.run('nameSchool', null, { jobId, needsStore: true }));
      expect(refused).toMatchObject({
        kind: 'notFound',
        sentence: expect.stringContaining('没有找到数据文件') as string,
      });
      expect(crashes).toEqual([]);
    } finally {
      school.remove();
    }
  });

  it('has stored nothing when it is stopped before it stores, and comes to its end when it is stopped later', async () => {
    const school = temporarySchool();
    try {
      const { runner, jobId, written, progress } = aRunner({
        root: school.folder.root,
        dataKey: school.dataKey,
      });
      const account = { ...school.account, roles: [], active: true, createdAt: school.clock.now() };
      const before = runner.run('writeAccount', { account, waits: 'before' }, { jobId, needsStore: true });
      await expect.poll(() => progress.length).toBeGreaterThan(0);
      runner.cancel(jobId);
      expect(failureOf(await before).kind).toBe('cancelled');
      expect(findAccount(school.store.read, account.id)).toBeNull();

      const after = runner.run('writeAccount', { account, waits: 'after' }, { jobId, needsStore: true });
      await expect.poll(() => written.length).toBeGreaterThan(0);
      runner.cancel(jobId);
      await runner.cancelAll('all');
      valueOf(await after);
      expect(findAccount(school.store.read, account.id)).toEqual(account);
    } finally {
      school.remove();
    }
  });

  it('is told as stopped exactly when nothing of it is stored, at whatever moment it is stopped', async () => {
    const school = temporarySchool();
    try {
      const { runner, jobId, progress } = aRunner({ root: school.folder.root, dataKey: school.dataKey });
      for (let round = 0; round < 12; round += 1) {
        const account = {
          ...school.account,
          id: school.newId(),
          name: `第 ${round} 人`,
          roles: [],
          active: true,
          createdAt: school.clock.now(),
        };
        const seen = progress.length;
        const running = runner.run('writeAccount', { account }, { jobId, needsStore: true });
        await expect.poll(() => progress.length, { interval: 1 }).toBeGreaterThan(seen);
        for (let turn = 0; turn < round; turn += 1) await setImmediate();
        runner.cancel(jobId);
        const answer = await running;
        expect(answer.ok, `round ${round}`).toBe(findAccount(school.store.read, account.id) !== null);
      }
    } finally {
      school.remove();
    }
  });
});
