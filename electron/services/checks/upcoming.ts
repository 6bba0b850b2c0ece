import type { UpcomingItem } from '../../../shared/contract/checks.ts';
import type { PlainDate } from '../../../shared/kernel/plainDate.ts';
import type { Area } from '../../../shared/ledger/definition.ts';
import type { JudgedFinding } from './check.ts';

/** Overdue and due things of an area, for its badge. */
export function countItems(
  items: readonly UpcomingItem[],
  area: Area,
): { readonly overdue: number; readonly dueSoon: number } {
  const own = items.filter((item) => item.area === area);
  const soon = own.filter((item) => item.state === 'dueSoon').length;
  return { overdue: own.length - soon, dueSoon: soon };
}

/** The findings about a gap in a window that nobody has accepted with a reason. */
export function overdue(
  findings: readonly Pick<
    JudgedFinding,
    'severity' | 'window' | 'override' | 'remedy' | 'sentence' | 'area'
  >[],
  on: PlainDate,
): readonly UpcomingItem[] {
  return findings.flatMap(({ severity, window, override, remedy, sentence, area }) =>
    window === null || window.to >= on || override !== null || severity === 'info' || remedy.kind === 'open'
      ? []
      : [{ dueOn: window.to, label: sentence, state: 'overdue' as const, area, remedy }],
  );
}
