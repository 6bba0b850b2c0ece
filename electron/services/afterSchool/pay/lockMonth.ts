import type { CorrectableSession } from '../../../../shared/contract/servicePay.ts';
import { may } from '../../../../shared/contract/rights.ts';
import { payeeOf } from '../../../../shared/domain/afterSchool/pay/payLines.ts';
import { lockObstacles } from '../../../../shared/domain/afterSchool/pay/payMonth.ts';
import { formatPeriod } from '../../../../shared/kernel/periods.ts';
import { failure, success, type Result } from '../../../../shared/kernel/result.ts';
import { servicePayMonth } from '../../../../shared/ledgers/afterSchool/servicePayMonth.ts';
import { serviceSlot } from '../../../../shared/ledgers/afterSchool/serviceSlot.ts';
import type { ReadHandle, WriteHandle } from '../../../store/handles.ts';
import { allRecords, getRecord, titlesOf } from '../../../store/records/records.ts';
import { recordsBetween } from '../../../store/records/recordsBetween.ts';
import { isMonthLocked } from '../settledMonths.ts';
import { saveChanges, saveRecord } from '../../ledgers/saveRecord.ts';
import type { Unit } from '../../school/unitOfWork.ts';
import { saveSlot } from '../day/sessionSteps.ts';
import { presentLines, storedMonth } from './loadPayMonth.ts';

const needsHead = failure('forbidden', '月结和解锁由负责人办理。您可以先把课时核对好，再请负责人月结。');

/** Freezes a month: stores its lines, and from then on its sessions. */
export function lockMonth(
  w: WriteHandle,
  month: string,
  taxes: readonly { readonly payeeId: string; readonly tax: number }[],
  unit: Unit,
): Result<null> {
  if (!may(unit.account.roles, 'approve')) return needsHead;
  const stored = storedMonth(w, month);
  if (stored?.values.standing === '已月结')
    return failure('conflict', `${formatPeriod(month)}已经月结过了。`);
  const present = presentLines(w, month);
  const obstacles = lockObstacles(month, present.slots, present, unit.today);
  if (obstacles.length > 0) return failure('conflict', obstacles.join(''));
  if (present.lines.length === 0)
    return failure('conflict', `${formatPeriod(month)}没有已确认的课时，不用月结。`);
  const payees = new Map(present.lines.map((line) => [payeeOf(line), line]));
  const tenths = present.lines.reduce((sum, { hours }) => sum + Math.round(hours * 10), 0);
  const saved = saveRecord(
    w,
    servicePayMonth,
    {
      id: stored?.id ?? unit.newId(),
      values: {
        title: `${formatPeriod(month)}课后服务课时补助`,
        standing: '已月结',
        lockedOn: unit.today,
        lockedBy: unit.account.name,
        unlockedBecause: null,
        lines: present.lines.map(({ staffId, externalId, ...line }) => ({
          id: unit.newId(),
          staff: staffId,
          external: externalId,
          ...line,
        })),
        taxes: taxes
          .filter(({ tax }) => tax > 0)
          .flatMap(({ payeeId, tax }) => {
            const payee = payees.get(payeeId);
            return payee ? [{ id: unit.newId(), staff: payee.staffId, external: payee.externalId, tax }] : [];
          }),
        totalHours: tenths / 10,
        totalAmount: present.lines.reduce((sum, { amount }) => sum + amount, 0),
      },
      period: month,
      state: 'finished',
      baseRevision: stored?.revision ?? null,
    },
    { ...unit, settling: true },
  );
  return saved.ok ? success(null) : saved;
}

/** Opens a month again, with the reason on record. */
export function unlockMonth(w: WriteHandle, month: string, reason: string, unit: Unit): Result<null> {
  if (!may(unit.account.roles, 'approve')) return needsHead;
  const stored = storedMonth(w, month);
  if (stored?.values.standing !== '已月结') return failure('conflict', `${formatPeriod(month)}还没有月结。`);
  const later = allRecords(w, servicePayMonth)
    .filter(({ period, values }) => values.standing === '已月结' && period !== null && period > month)
    .map(({ period }) => formatPeriod(period ?? ''));
  if (later.length > 0)
    return failure(
      'conflict',
      `${later.join('、')}已经月结，里面可能有${formatPeriod(month)}的补差。请从最后一个月开始解锁，或用“更正”在以后的月份补差。`,
    );
  const changes = { standing: '已解锁', unlockedBecause: reason };
  const saved = saveChanges(w, servicePayMonth, stored, changes, { ...unit, settling: true });
  return saved.ok ? success(null) : saved;
}

/** Changes hours of a session whose month is locked; what differs is paid with the next month that is locked. */
export function correctSession(
  w: WriteHandle,
  order: {
    readonly slotId: string;
    readonly hours: readonly { readonly rowId: string; readonly hours: number }[];
  },
  unit: Unit,
): Result<null> {
  if (!may(unit.account.roles, 'approve'))
    return failure('forbidden', '更正已月结的课时由负责人办理，请联系负责人。');
  const slot = getRecord(w, serviceSlot, order.slotId);
  if (!slot || slot.deletedAt !== null)
    return failure('notFound', '没有找到这一场课后服务，可能已被删除。请重新选择。');
  if (!isMonthLocked(w, slot.values.heldOn.slice(0, 7)))
    return failure('invalidInput', '这个月还没有月结，请直接修改这一场。');
  const hours = new Map(order.hours.map((row) => [row.rowId, row.hours]));
  if ([...hours.keys()].some((rowId) => !slot.values.staffing.some(({ id }) => id === rowId)))
    return failure('conflict', '这一场的到岗人员刚刚改过，请重新打开这一页。');
  const staffing = slot.values.staffing.map((row) => ({ ...row, hours: hours.get(row.id) ?? row.hours }));
  const saved = saveSlot(w, slot, { staffing }, { ...unit, settling: true });
  return saved.ok ? success(null) : saved;
}

/** The confirmed sessions of a day with everybody's hours. */
export function correctableSessions(h: ReadHandle, on: string): readonly CorrectableSession[] {
  const slots = recordsBetween(h, serviceSlot, 'heldOn', { from: on, to: on }).filter(
    ({ values }) => values.confirmed === true,
  );
  const names = titlesOf(
    h,
    slots.flatMap(({ values }) => [
      values.course,
      ...values.staffing.flatMap((row) => row.staff ?? row.external ?? []),
    ]),
  );
  return slots.map(({ id, values }) => ({
    slotId: id,
    title: `${values.startsAt}—${values.endsAt} ${names[values.course] ?? ''}`,
    people: values.staffing.map((row) => ({
      rowId: row.id,
      name: names[row.staff ?? row.external ?? ''] ?? '',
      role: row.role,
      hours: row.hours ?? 0,
    })),
  }));
}
