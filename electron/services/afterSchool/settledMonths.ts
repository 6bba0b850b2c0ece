import { formatPeriod } from '../../../shared/kernel/periods.ts';
import type { LooseValues } from '../../../shared/ledger/definition.ts';
import { servicePayMonth } from '../../../shared/ledgers/afterSchool/servicePayMonth.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { allRecords } from '../../store/records/records.ts';

/** Whether a month's allowances are locked; its sessions are the proof of what was paid. */
export function isMonthLocked(h: ReadHandle, month: string): boolean {
  return allRecords(h, servicePayMonth, { period: month }).some(({ values }) => values.standing === '已月结');
}

/** A month's lines follow from its sessions; they change by locking and unlocking alone. */
export function settledPayMonth(): string {
  return '月结的内容由程序计算，不能在这里修改或删除。请到“课后服务”的“课时补助”里月结或解锁。';
}

/** Why a session may not be changed because its month is locked, or `null`. */
export function settledSlot(h: ReadHandle, versions: readonly LooseValues[]): string | null {
  const months = new Set(
    versions.flatMap(({ heldOn }) => (typeof heldOn === 'string' ? [heldOn.slice(0, 7)] : [])),
  );
  const locked = [...months].find((month) => isMonthLocked(h, month));
  return locked === undefined
    ? null
    : `${formatPeriod(locked)}的课时补助已经月结，这个月的场次不能再直接修改。确实有误的，请到“课后服务”的“课时补助”里更正，差额在以后的月份补发或扣回。`;
}
