/** Jobs that do to a worker what real ones might. */
import { threadId } from 'node:worker_threads';
import type { Job } from '#electron/jobs/job.ts';
import { saveAccount } from '#electron/store/tables/accounts.ts';
import type { AccountInfo } from '#shared/contract/session.ts';
import { failure, success } from '#shared/kernel/result.ts';

const countTo: Job<number, number> = (limit, context) => {
  for (let done = 1; done <= limit; done++) context.progress('正在数数', done, limit);
  return success(limit);
};
const refuse: Job<null, never> = () => failure('fileProblem', '文件不对，请换一个。');
const runForever: Job<null, null> = (_, context) => {
  context.progress('正在等待', 0, 0);
  for (;;);
};
const throwError: Job<string, null> = (text) => {
  throw new TypeError(text);
};
const exitProcess: Job<null, null> = () => process.exit(0);
const fillMemory: Job<null, number> = () => {
  const kept: string[][] = [];
  for (;;) kept.push(Array.from({ length: 100_000 }, (_, index) => `第 ${index} 行`));
};
const tellTime: Job<null, string> = (_, { clock }) => success(`${clock.today()} ${clock.now()}`);
const tellThread: Job<null, number> = () => success(threadId);
const nameSchool: Job<null, number> = (_, context) =>
  success(
    Number(
      context.store().read.db.prepare("SELECT count(*) FROM account WHERE name = '王办事'").pluck().get(),
    ),
  );
/** Writes into the school file in the name of an account; then waits for ever before it stores, or a while after. */
const writeAccount: Job<{ account: AccountInfo; refused?: boolean; waits?: 'before' | 'after' }, null> = (
  { account, refused, waits },
  context,
) => {
  const written = context.change(account)('试写', (w) => {
    saveAccount(w, account);
    context.progress('已经写入', 1, 1);
    while (waits === 'before');
    return refused ? failure('conflict', '不写了。') : success(null);
  });
  if (waits === 'after') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
  return written;
};
/** Writes an account where the database can't: no page is left in its file, or it won't wait for another writer. */
const writeAccountInVain: Job<{ account: AccountInfo; because: 'noRoom' | 'busy' }, null> = (
  { account, because },
  context,
) => {
  const { db } = context.store().read;
  db.pragma(because === 'noRoom' ? 'max_page_count = 1' : 'busy_timeout = 0');
  const longName = account.name.repeat(100_000);
  return context.change(account)('试写', (w) => {
    saveAccount(w, { ...account, name: longName });
    return success(null);
  });
};

export const trialJobs = {
  countTo: async () => countTo,
  refuse: async () => refuse,
  runForever: async () => runForever,
  throwError: async () => throwError,
  exitProcess: async () => exitProcess,
  fillMemory: async () => fillMemory,
  tellTime: async () => tellTime,
  tellThread: async () => tellThread,
  nameSchool: async () => nameSchool,
  writeAccount: async () => writeAccount,
  writeAccountInVain: async () => writeAccountInVain,
};
