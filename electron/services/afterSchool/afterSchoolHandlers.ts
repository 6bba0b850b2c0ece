import type { afterSchoolCalls } from '../../../shared/contract/afterSchool.ts';
import { failure, success, type Result } from '../../../shared/kernel/result.ts';
import type { HandlersOf } from '../../ipc/handlers.ts';
import type { App } from '../app.ts';
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

    'roster.accept': (order, { change }) => {
      const range = checkRange(order.from, order.to);
      return range.ok ? change('排班', (w, unit) => acceptRoster(w, order, unit)) : range;
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
