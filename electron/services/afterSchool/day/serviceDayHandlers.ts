import { randomBytes } from 'node:crypto';
import type { serviceDayCalls } from '../../../../shared/contract/serviceDay.ts';
import { createUuid, uuidRandomLength } from '../../../../shared/kernel/ids.ts';
import { failure, success, type Result } from '../../../../shared/kernel/result.ts';
import { serviceSlot } from '../../../../shared/ledgers/afterSchool/serviceSlot.ts';
import type { Caller, HandlersOf } from '../../../ipc/handlers.ts';
import type { WriteHandle } from '../../../store/handles.ts';
import { getRecord } from '../../../store/records/records.ts';
import type { App } from '../../app.ts';
import { changeBy } from '../../changeBy.ts';
import { schoolOf } from '../../school/schoolOf.ts';
import { loadDay } from './loadDay.ts';
import { loadGroupWeek, loadSession } from './loadSession.ts';
import { saveHandover, saveRollCalls, type SaveTools } from './saveRollCalls.ts';
import {
  cancelSessions,
  confirmSessions,
  findSubstitutes,
  reinstateSession,
  substitute,
} from './sessionSteps.ts';

/** All calls of `shared/contract/serviceDay.ts`. */
export function serviceDayHandlers(app: App): HandlersOf<keyof typeof serviceDayCalls> {
  function write<T>(
    caller: Caller,
    ledger: string,
    reason: string | undefined,
    work: (w: WriteHandle, tools: SaveTools) => Result<T>,
  ): Result<T> {
    const tools = {
      newId: () => createUuid(Date.parse(app.clock.now()), randomBytes(uuidRandomLength)),
      context: {
        today: app.clock.today(),
        schoolId: schoolOf(caller.store.read).id,
        account: caller.account,
      },
    };
    const answer = caller.store.write(changeBy(caller, app.clock, reason), (w) => work(w, tools));
    if (answer.ok) app.desktop.send({ type: 'records.changed', ledgers: [ledger] });
    return answer;
  }

  return {
    'serviceDay.read': ({ on }, { store }) => success(loadDay(store.read, on)),
    'serviceDay.session': ({ slotId }, { store }) => loadSession(store.read, slotId),
    'serviceDay.week': ({ courseId, on }, { store }) => loadGroupWeek(store.read, courseId, on),
    'serviceDay.saveRollCalls': ({ sheets }, caller) =>
      write(caller, 'serviceAttendance', undefined, (w, tools) => saveRollCalls(w, sheets, tools)),
    'serviceDay.saveHandover': (input, caller) =>
      write(caller, 'serviceHandover', undefined, (w, tools) => saveHandover(w, input, tools)),
    'serviceDay.confirm': (range, caller) =>
      write(caller, 'serviceSlot', '确认开展', (w, { context }) => confirmSessions(w, range, context)),
    'serviceDay.cancel': ({ slotIds, reason }, caller) =>
      write(caller, 'serviceSlot', reason, (w, { context }) => cancelSessions(w, slotIds, reason, context)),
    'serviceDay.reinstate': ({ slotId, reason }, caller) =>
      write(caller, 'serviceSlot', reason, (w, { context }) => reinstateSession(w, slotId, context)),
    'serviceDay.substitutes': ({ slotId, rowId }, { store }) => {
      const slot = getRecord(store.read, serviceSlot, slotId);
      return slot && slot.deletedAt === null
        ? success(findSubstitutes(store.read, slot, rowId))
        : failure('notFound', '没有找到这一场课后服务，可能已被删除。请回到当天页面重新选择。');
    },
    'serviceDay.substitute': (order, caller) =>
      write(caller, 'serviceSlot', order.reason, (w, { context }) => substitute(w, order, context)),
  };
}
