import type { servicePayCalls } from '../../../../shared/contract/servicePay.ts';
import { success } from '../../../../shared/kernel/result.ts';
import type { HandlersOf } from '../../../ipc/handlers.ts';
import type { App } from '../../app.ts';
import { loadPayMonth } from './loadPayMonth.ts';
import { correctableSessions, correctSession, lockMonth, unlockMonth } from './lockMonth.ts';

/** All calls of `shared/contract/servicePay.ts`. */
export function servicePayHandlers(app: App): HandlersOf<keyof typeof servicePayCalls> {
  return {
    'servicePay.month': ({ month }, { store }) => success(loadPayMonth(store.read, month, app.clock.today())),
    'servicePay.lock': ({ month, taxes }, { change }) =>
      change('月结', (w, unit) => lockMonth(w, month, taxes, unit)),
    'servicePay.unlock': ({ month, reason }, { change }) =>
      change(reason, (w, unit) => unlockMonth(w, month, reason, unit)),
    'servicePay.sessions': ({ on }, { store }) => success(correctableSessions(store.read, on)),
    'servicePay.correct': (order, { change }) =>
      change(`月结后更正：${order.reason}`, (w, unit) => correctSession(w, order, unit)),
  };
}
