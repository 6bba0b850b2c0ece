import { failure, success, type Result } from '../../../shared/kernel/result.ts';
import { isPeriod, periodRange, type DateRange, type PeriodKind } from '../../../shared/kernel/periods.ts';
import type { PlainDate } from '../../../shared/kernel/plainDate.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { loadTerms } from '../school/schoolTerms.ts';
import type { ReportScope } from './report.ts';

const kindLabels: Readonly<Record<PeriodKind, string>> = {
  year: '年度',
  quarter: '季度',
  month: '月份',
  schoolYear: '学年',
  term: '学期',
};

/** The period of the scope, when it is one of the kinds a report is made for. */
export function periodOfScope(scope: ReportScope, kinds: readonly PeriodKind[]): Result<string> {
  if (scope.period !== null && isPeriod(scope.period, kinds)) return success(scope.period);
  const wanted = kinds.map((kind) => kindLabels[kind]).join('或');
  return failure('invalidInput', `请先选择${wanted}，这张表按${wanted}统计。`);
}

/** Days of a period, terms by the school's own calendar. */
export function rangeOf(h: ReadHandle, period: string): DateRange {
  const terms = loadTerms(h).map((term) => ({
    period: term.period,
    from: term.startsOn,
    to: term.endsOn,
  }));
  return periodRange(period, terms);
}

/** The day on which a period's figures stand: its last one, or today while it runs. */
export function standingDay(range: DateRange, today: PlainDate): PlainDate {
  return today < range.from ? range.from : today < range.to ? today : range.to;
}
