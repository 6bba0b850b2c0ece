import { afterEach, expect, it, vi } from 'vitest';
import { createThreads } from '#electron/jobs/threads.ts';

const threads = createThreads(new URL('./trialWorker.ts', import.meta.url), 64);

afterEach(async () => {
  vi.useRealTimers();
  await threads.dismiss();
});

it('rests a thread for ten seconds from its last job, however often it was taken in between', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const thread = threads.take();
  await threads.rest(thread);
  for (const seconds of [6, 9, 9]) {
    vi.advanceTimersByTime(seconds * 1000);
    expect(threads.take()).toBe(thread);
    await threads.rest(thread);
  }
  vi.advanceTimersByTime(10_000);
  const next = threads.take();
  expect(next).not.toBe(thread);
  await threads.rest(next);
});
