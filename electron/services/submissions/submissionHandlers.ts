import { randomUUID } from 'node:crypto';
import type { reportCalls } from '../../../shared/contract/reports.ts';
import { levelOf } from '../../../shared/contract/rights.ts';
import { isPeriod } from '../../../shared/kernel/periods.ts';
import { failure, success } from '../../../shared/kernel/result.ts';
import type { Caller, HandlersOf } from '../../ipc/handlers.ts';
import type { App } from '../app.ts';
import { listHandOvers } from './handOvers.ts';
import { listTasks } from './readiness.ts';
import { submit } from './submit.ts';
import { findTask, type TaskDefinition } from './submissionTasks.ts';

type SubmissionChannel = Extract<keyof typeof reportCalls, `submission.${string}`>;

const forbidden = failure(
  'forbidden',
  '您的账号不能查看这部分资料，所以不能上报。如果工作需要，请联系本校管理员。',
);

/** All `submission.*` calls of `shared/contract/reports.ts`. */
export function submissionHandlers(app: App): HandlersOf<SubmissionChannel> {
  return {
    'submission.tasks': ({ period }, caller) =>
      listTasks(caller.store, period, app.clock.today(), (task) => mayRead(caller, task)),

    'submission.documents': async ({ taskId, period }, caller) => {
      const task = findTask(taskId);
      if (!task || !isPeriod(period, task.kinds))
        return failure('notFound', '没有这项上报任务，请重新选择任务和时期。');
      if (!mayRead(caller, task)) return forbidden;
      return app.jobs.run(
        'describeSubmission',
        { taskId, period, accountName: caller.account.name },
        { jobId: randomUUID(), needsStore: true },
      );
    },

    'submission.handOvers': (_input, caller) =>
      success(listHandOvers(caller.store.read, (task) => mayRead(caller, task))),

    'submission.drives': async () => success(await app.desktop.drives()),

    'submission.chooseFolder': async () =>
      success(await app.desktop.chooseFolder({ title: '选择上报包放在哪里' })),

    'submission.write': async (order, caller) => {
      const task = findTask(order.taskId);
      if (task && !mayRead(caller, task)) return forbidden;
      return submit(app, caller, order);
    },
  };
}

function mayRead({ account }: Caller, task: TaskDefinition): boolean {
  return levelOf(account.roles, task.area) !== 'none';
}
