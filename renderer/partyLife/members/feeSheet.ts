import type { InputOf } from '../../../shared/contract/index.ts';
import type { FeeCell, FeeGrid, FeePayerRow } from '../../../shared/contract/partyLife.ts';
import type { FeeMonthState } from '../../../shared/domain/partyLife/feeYear.ts';
import { formatMoney, parseMoney } from '../../../shared/kernel/money.ts';
import { periodRange } from '../../../shared/kernel/periods.ts';

/** What was typed for a month of a member. */
export interface FeeEdit {
  /** Amount as typed; '' = nothing paid. */
  readonly paid: string;
  /** `null` = the day that holds for all. */
  readonly paidOn: string | null;
  readonly reason: string;
}

/** Edits by `<member>.<month>`. */
export type FeeEdits = ReadonlyMap<string, FeeEdit>;

export function placeOf(row: Pick<FeePayerRow, 'memberId'>, cell: Pick<FeeCell, 'month'>): string {
  return `${row.memberId}.${cell.month}`;
}

/** What stands in a cell before anything is typed. */
export function storedEdit(cell: FeeCell): FeeEdit {
  return {
    paid: cell.paidOn === null ? '' : formatMoney(cell.paid),
    paidOn: cell.paidOn,
    reason: cell.arrearsReason ?? '',
  };
}

/** The edits with one more, or without it where it says what is stored anyway. */
export function withEdit(edits: FeeEdits, place: string, cell: FeeCell, edit: FeeEdit): FeeEdits {
  const next = new Map(edits);
  const stored = storedEdit(cell);
  if (edit.paid.trim() === stored.paid && edit.paidOn === stored.paidOn && edit.reason === stored.reason)
    next.delete(place);
  else next.set(place, edit);
  return next;
}

/** Everybody of a month who owes something and has nothing entered pays as due. */
export function payAsDue(grid: FeeGrid, edits: FeeEdits, month: string): FeeEdits {
  return grid.payers.reduce<FeeEdits>((all, row) => {
    const cell = row.cells.find((one) => one.month === month);
    if (!cell || !isEditable(cell) || cell.due === null) return all;
    const place = placeOf(row, cell);
    const present = all.get(place) ?? storedEdit(cell);
    if (present.paid !== '') return all;
    return withEdit(all, place, cell, { ...present, paid: formatMoney(cell.due) });
  }, edits);
}

export function isEditable(cell: FeeCell): boolean {
  return cell.state !== 'outside' && cell.state !== 'noBase';
}

/** A cell with what is typed into it, as it would stand when saved. */
export function previewOf(
  cell: FeeCell,
  edit: FeeEdit | undefined,
  today: string,
): { readonly state: FeeMonthState; readonly paid: number; readonly readable: boolean } {
  if (edit === undefined) return { state: cell.state, paid: cell.paid, readable: true };
  const paid = amountOf(edit);
  if (paid === undefined) return { state: cell.state, paid: 0, readable: false };
  if (paid > 0) return { state: paid >= (cell.due ?? 0) ? 'paid' : 'short', paid, readable: true };
  const wasPaid = cell.state === 'paid' || cell.state === 'short';
  if (!wasPaid) return { state: cell.state, paid: 0, readable: true };
  return { state: periodRange(cell.month).to < today ? 'arrears' : 'open', paid: 0, readable: true };
}

function amountOf({ paid }: FeeEdit): number | undefined {
  if (paid.trim() === '') return 0;
  const amount = parseMoney(paid);
  return amount === undefined || amount < 0 ? undefined : amount;
}

export interface FeeSums {
  readonly due: number;
  readonly paid: number;
  /** Due of months that are over and haven't come in. */
  readonly arrears: number;
}

/** Sums of some cells as they would stand when saved. */
export function sumsOf(
  cells: readonly { readonly cell: FeeCell; readonly edit: FeeEdit | undefined }[],
  today: string,
): FeeSums {
  return cells.reduce<FeeSums>(
    (sums, { cell, edit }) => {
      const { state, paid } = previewOf(cell, edit, today);
      const due = state === 'outside' || state === 'partMonth' ? 0 : (cell.due ?? 0);
      const left = state === 'arrears' || state === 'short' ? Math.max(0, due - paid) : 0;
      return { due: sums.due + due, paid: sums.paid + paid, arrears: sums.arrears + left };
    },
    { due: 0, paid: 0, arrears: 0 },
  );
}

/** What is to be saved, or the places whose amount can't be read. */
export function orderOf(
  grid: FeeGrid,
  edits: FeeEdits,
  paidOn: string,
): { readonly order: InputOf<'members.saveFees'> } | { readonly unreadable: readonly string[] } {
  const changed = grid.payers.flatMap((row) =>
    row.cells.flatMap((cell) => {
      const edit = edits.get(placeOf(row, cell));
      return edit ? [{ row, cell, edit, amount: amountOf(edit) }] : [];
    }),
  );
  const unreadable = changed.filter(({ amount }) => amount === undefined);
  if (unreadable.length > 0 || grid.branchId === null)
    return { unreadable: unreadable.map(({ row, cell }) => placeOf(row, cell)) };
  return {
    order: {
      branch: grid.branchId,
      cells: changed.map(({ row, cell, edit, amount }) => {
        const paid = edit.paid.trim() === '' ? null : (amount ?? null);
        return {
          member: row.memberId,
          month: cell.month,
          paid,
          paidOn: paid === null || paid === 0 ? null : (edit.paidOn ?? paidOn),
          arrearsReason: edit.reason.trim() === '' ? null : edit.reason.trim(),
          baseRevision: cell.record?.revision ?? null,
        };
      }),
    },
  };
}
