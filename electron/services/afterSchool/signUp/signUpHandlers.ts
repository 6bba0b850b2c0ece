import type { signUpCalls } from '../../../../shared/contract/signUp.ts';
import { failure, success } from '../../../../shared/kernel/result.ts';
import type { HandlersOf } from '../../../ipc/handlers.ts';
import type { App } from '../../app.ts';
import { closedMeanwhile } from '../../school/inTurns.ts';
import { serviceFigures } from '../statistics/loadServiceFigures.ts';
import { moveTo, promote, withdraw, withdrawalEffect } from './changeEnrolment.ts';
import { loadSignUp, problemOf } from './loadSignUp.ts';

/** All calls of `shared/contract/signUp.ts`. */
export function signUpHandlers(app: App): HandlersOf<keyof typeof signUpCalls> {
  return {
    'signUp.board': ({ period }, { store }) => success(loadSignUp(store.read, period, app.clock.today())),

    'signUp.propose': async ({ jobId, period, seed, afresh }, { store }) => {
      const board = loadSignUp(store.read, period, app.clock.today());
      const [missing] = board.missing;
      if (missing !== undefined) return failure('invalidInput', missing);
      if (board.pupils.every(({ wishes }) => wishes.length === 0))
        return failure('invalidInput', '还没有填报志愿的报名。请先导入或登记报名表里的第一至第三志愿。');
      return app.jobs.run('solveSignUp', problemOf(board, seed, afresh), { jobId });
    },

    'signUp.accept': ({ jobId, ...order }, { account }) =>
      app.jobs.run('acceptSignUp', { ...order, account }, { jobId, needsStore: true }),

    'signUp.effect': ({ enrolment, on }, { store }) =>
      withdrawalEffect(store.read, enrolment, on, app.clock.today()),

    'service.figures': async ({ period }, { store }) => {
      const figures = await serviceFigures(store, period, app.clock.today());
      return figures ? success(figures) : closedMeanwhile;
    },

    'signUp.withdraw': (order, { change }) =>
      change(`退出：${order.reason}`, (w, unit) => withdraw(w, order, unit)),
    'signUp.move': (order, { change }) =>
      change(`换课：${order.reason}`, (w, unit) => moveTo(w, order, unit)),
    'signUp.promote': (order, { change }) => change('候补递补', (w, unit) => promote(w, order, unit)),
  };
}
