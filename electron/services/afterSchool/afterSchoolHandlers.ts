import { randomBytes } from 'node:crypto';
import type { afterSchoolCalls } from '../../../shared/contract/afterSchool.ts';
import { createUuid, uuidRandomLength } from '../../../shared/kernel/ids.ts';
import { failure, success, type Result } from '../../../shared/kernel/result.ts';
import type { HandlersOf } from '../../ipc/handlers.ts';
import type { App } from '../app.ts';
import { changeBy } from '../changeBy.ts';
import { schoolOf } from '../school/schoolOf.ts';
import { acceptRoster } from './roster/acceptRoster.ts';
import { loadRoster } from './roster/loadRoster.ts';

/** All calls of `shared/contract/afterSchool.ts`. */
export function afterSchoolHandlers(app: App): HandlersOf<keyof typeof afterSchoolCalls> {
  return {
    'roster.board': ({ period, from, to }, { store }) => {
      const range = checkRange(from, to);
      if (!range.ok) return range;
      return success(loadRoster(store.read, period, range.value).board);
    },

    'roster.solve': async ({ jobId, period, from, to, locked, previous, seconds }, { store }) => {
      const range = checkRange(from, to);
      if (!range.ok) return range;
      const { problem, missing } = loadRoster(store.read, period, range.value).board;
      const [first] = missing;
      if (first !== undefined) return failure('invalidInput', first);
      return app.jobs.run('solveRoster', { problem: { ...problem, locked, previous }, seconds }, { jobId });
    },

    'roster.accept': (order, caller) => {
      const range = checkRange(order.from, order.to);
      if (!range.ok) return range;
      const newId = (): string => createUuid(Date.parse(app.clock.now()), randomBytes(uuidRandomLength));
      const context = {
        today: app.clock.today(),
        schoolId: schoolOf(caller.store.read).id,
        account: caller.account,
      };
      const accepted = caller.store.write(changeBy(caller, app.clock, '排班'), (w) =>
        acceptRoster(w, order, newId, context),
      );
      if (accepted.ok) app.desktop.send({ type: 'records.changed', ledgers: ['serviceSlot'] });
      return accepted;
    },
  };
}

const longestRangeDays = 200;

function checkRange(from: string, to: string): Result<{ readonly from: string; readonly to: string }> {
  if (to < from) return failure('invalidInput', '结束日期不能早于开始日期。');
  if ((Date.parse(to) - Date.parse(from)) / 86_400_000 > longestRangeDays)
    return failure('invalidInput', '一次最多排一个学期，请把日期缩短。');
  return success({ from, to });
}
