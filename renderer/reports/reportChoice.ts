import type { ReportInfo } from '../../shared/contract/reports.ts';
import {
  isPeriod,
  periodContains,
  periodKindOf,
  periodOf,
  periodsInside,
  type PeriodKind,
} from '../../shared/kernel/periods.ts';
import type { PeriodChoice } from '../ground/periodContext.tsx';

/** What a report is made of, as its address says it. */
export interface ReportScope {
  readonly period: string | null;
  readonly recordId: string | null;
}

/** The kinds of period a report can be made for; none for those of one record only. */
export function periodKindsOf({ scope }: ReportInfo): readonly PeriodKind[] {
  return scope.periods ?? [];
}

/** The ledger whose records a report is made from or narrowed to. */
export function ledgerOf({ scope }: ReportInfo): string | null {
  return scope.kind === 'record' ? scope.ledger : (scope.of?.ledger ?? null);
}

/** The period that the frame's switch means for a report: the running one of its first kind, or the last inside. */
export function proposePeriod(kinds: readonly PeriodKind[], choice: PeriodChoice, today: string): string {
  const [kind = 'year'] = kinds;
  const byCalendarYear = kind === 'year' || kind === 'quarter' || kind === 'month';
  const shown = byCalendarYear
    ? choice.year
    : kind === 'term'
      ? (choice.term ?? choice.schoolYear)
      : choice.schoolYear;
  if (periodKindOf(shown) === kind) return shown;
  const now = periodOf(kind, today);
  if (periodContains(shown, now)) return now;
  return periodsInside(shown).findLast((period) => periodKindOf(period) === kind) ?? now;
}

/** The address of a report; what another report was made of is kept where it fits. */
export function reportAddress(
  report: ReportInfo,
  from: ReportScope & { readonly ledger: string | null },
): string {
  const words = new URLSearchParams({ name: report.name });
  if (from.period !== null && isPeriod(from.period, periodKindsOf(report))) words.set('period', from.period);
  if (from.recordId !== null && from.ledger !== null && ledgerOf(report) === from.ledger)
    words.set('recordId', from.recordId);
  return `/reports?${words.toString()}`;
}
