import { randomBytes } from 'node:crypto';
import type { servicePayCalls } from '../../../../shared/contract/servicePay.ts';
import { createUuid, uuidRandomLength } from '../../../../shared/kernel/ids.ts';
import { success, type Result } from '../../../../shared/kernel/result.ts';
import type { Caller, HandlersOf } from '../../../ipc/handlers.ts';
import type { WriteHandle } from '../../../store/handles.ts';
import type { App } from '../../app.ts';
import { changeBy } from '../../changeBy.ts';
import { schoolOf } from '../../school/schoolOf.ts';
import { loadPayMonth } from './loadPayMonth.ts';
import { correctableSessions, correctSession, lockMonth, unlockMonth, type PayTools } from './lockMonth.ts';

/** All calls of `shared/contract/servicePay.ts`. */
export function servicePayHandlers(app: App): HandlersOf<keyof typeof servicePayCalls> {
  function write(
    caller: Caller,
    reason: string,
    work: (w: WriteHandle, tools: PayTools) => Result<null>,
  ): Result<null> {
    const tools = {
      newId: () => createUuid(Date.parse(app.clock.now()), randomBytes(uuidRandomLength)),
      context: {
        today: app.clock.today(),
        schoolId: schoolOf(caller.store.read).id,
        account: caller.account,
      },
    };
    const answer = caller.store.write(changeBy(caller, app.clock, reason), (w) => work(w, tools));
    if (answer.ok) app.desktop.send({ type: 'records.changed', ledgers: ['servicePayMonth', 'serviceSlot'] });
    return answer;
  }

  return {
    'servicePay.month': ({ month }, { store }) => success(loadPayMonth(store.read, month, app.clock.today())),
    'servicePay.lock': ({ month, taxes }, caller) =>
      write(caller, '月结', (w, tools) => lockMonth(w, month, taxes, tools)),
    'servicePay.unlock': ({ month, reason }, caller) =>
      write(caller, reason, (w, tools) => unlockMonth(w, month, reason, tools)),
    'servicePay.sessions': ({ on }, { store }) => success(correctableSessions(store.read, on)),
    'servicePay.correct': (order, caller) =>
      write(caller, `月结后更正：${order.reason}`, (w, tools) => correctSession(w, order, tools)),
  };
}
