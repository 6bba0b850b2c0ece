import { randomBytes } from 'node:crypto';
import type { signUpCalls } from '../../../../shared/contract/signUp.ts';
import { createUuid, uuidRandomLength } from '../../../../shared/kernel/ids.ts';
import { failure, success, type Result } from '../../../../shared/kernel/result.ts';
import type { Caller, HandlersOf } from '../../../ipc/handlers.ts';
import type { WriteHandle } from '../../../store/handles.ts';
import type { App } from '../../app.ts';
import { changeBy } from '../../changeBy.ts';
import type { SaveContext } from '../../ledgers/saveRecord.ts';
import { schoolOf } from '../../school/schoolOf.ts';
import { loadServiceFigures } from '../statistics/loadServiceFigures.ts';
import { moveTo, promote, withdraw, withdrawalEffect } from './changeEnrolment.ts';
import { loadSignUp, problemOf } from './loadSignUp.ts';

/** All calls of `shared/contract/signUp.ts`. */
export function signUpHandlers(app: App): HandlersOf<keyof typeof signUpCalls> {
  const newId = (): string => createUuid(Date.parse(app.clock.now()), randomBytes(uuidRandomLength));

  function change<T>(
    caller: Caller,
    reason: string,
    work: (w: WriteHandle, context: SaveContext) => Result<T>,
  ): Result<T> {
    const context = {
      today: app.clock.today(),
      schoolId: schoolOf(caller.store.read).id,
      account: caller.account,
    };
    const done = caller.store.write(changeBy(caller, app.clock, reason), (w) => work(w, context));
    if (done.ok) app.desktop.send({ type: 'records.changed', ledgers: ['serviceEnrolment'] });
    return done;
  }

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

    'signUp.accept': async ({ jobId, ...order }, { account }) => {
      const accepted = await app.jobs.run('acceptSignUp', { ...order, account }, { jobId, needsStore: true });
      if (accepted.ok)
        app.desktop.send({ type: 'records.changed', ledgers: ['serviceEnrolment', 'servicePlan'] });
      return accepted;
    },

    'signUp.effect': ({ enrolment, on }, { store }) =>
      withdrawalEffect(store.read, enrolment, on, app.clock.today()),

    'service.figures': ({ period }, { store }) =>
      success(loadServiceFigures(store.read, period, app.clock.today())),

    'signUp.withdraw': (order, caller) =>
      change(caller, `退出：${order.reason}`, (w, context) => withdraw(w, order, newId, context)),

    'signUp.move': (order, caller) =>
      change(caller, `换课：${order.reason}`, (w, context) => moveTo(w, order, newId, context)),

    'signUp.promote': (order, caller) =>
      change(caller, '候补递补', (w, context) => promote(w, order, newId, context)),
  };
}
