import type { serviceDayCalls } from '../../../../shared/contract/serviceDay.ts';
import { failure, success } from '../../../../shared/kernel/result.ts';
import { serviceSlot } from '../../../../shared/ledgers/afterSchool/serviceSlot.ts';
import type { HandlersOf } from '../../../ipc/handlers.ts';
import { getRecord } from '../../../store/records/records.ts';
import { loadDay } from './loadDay.ts';
import { loadGroupWeek, loadSession } from './loadSession.ts';
import { saveHandover, saveRollCalls } from './saveRollCalls.ts';
import {
  cancelSessions,
  confirmSessions,
  findSubstitutes,
  reinstateSession,
  substitute,
} from './sessionSteps.ts';

/** All calls of `shared/contract/serviceDay.ts`. */
export function serviceDayHandlers(): HandlersOf<keyof typeof serviceDayCalls> {
  return {
    'serviceDay.read': ({ on }, { store }) => success(loadDay(store.read, on)),
    'serviceDay.session': ({ slotId }, { store }) => loadSession(store.read, slotId),
    'serviceDay.week': ({ courseId, on }, { store }) => loadGroupWeek(store.read, courseId, on),
    'serviceDay.saveRollCalls': ({ sheets }, { change }) =>
      change(null, (w, unit) => saveRollCalls(w, sheets, unit)),
    'serviceDay.saveHandover': (input, { change }) => change(null, (w, unit) => saveHandover(w, input, unit)),
    'serviceDay.confirm': (range, { change }) =>
      change('确认开展', (w, unit) => confirmSessions(w, range, unit)),
    'serviceDay.cancel': ({ slotIds, reason }, { change }) =>
      change(reason, (w, unit) => cancelSessions(w, slotIds, reason, unit)),
    'serviceDay.reinstate': ({ slotId, reason }, { change }) =>
      change(reason, (w, unit) => reinstateSession(w, slotId, unit)),
    'serviceDay.substitutes': ({ slotId, rowId }, { store }) => {
      const slot = getRecord(store.read, serviceSlot, slotId);
      return slot && slot.deletedAt === null
        ? success(findSubstitutes(store.read, slot, rowId))
        : failure('notFound', '没有找到这一场课后服务，可能已被删除。请回到当天页面重新选择。');
    },
    'serviceDay.substitute': (order, { change }) =>
      change(order.reason, (w, unit) => substitute(w, order, unit)),
  };
}
