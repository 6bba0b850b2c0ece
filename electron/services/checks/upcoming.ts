import type { FindingView, UpcomingItem } from '../../../shared/contract/checks.ts';
import type { Area } from '../../../shared/ledger/definition.ts';
import type { AreaChecks, Check } from './check.ts';

/**
 * What is overdue or due soon, the oldest first. Overdue things are the findings about a gap in a window that nobody
 * has accepted with a reason.
 */
export function upcomingItems(
  check: Check,
  areas: readonly AreaChecks[],
  findings: readonly FindingView[],
): readonly UpcomingItem[] {
  const late = overdue(findings, check.on);
  const due = areas.flatMap((area) => area.due?.(check, late) ?? []);
  return [...late, ...due].toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
}

/** Overdue and due things of an area, for its badge. */
export function countItems(
  items: readonly UpcomingItem[],
  area: Area,
): { readonly overdue: number; readonly dueSoon: number } {
  const own = items.filter((item) => item.area === area);
  const soon = own.filter((item) => item.state === 'dueSoon').length;
  return { overdue: own.length - soon, dueSoon: soon };
}

function overdue(findings: readonly FindingView[], on: string): UpcomingItem[] {
  return findings.flatMap(({ severity, window, override, remedy, sentence, area }) =>
    window === null || window.to >= on || override !== null || severity === 'info' || remedy.kind === 'open'
      ? []
      : [{ dueOn: window.to, label: sentence, state: 'overdue' as const, area, remedy }],
  );
}
