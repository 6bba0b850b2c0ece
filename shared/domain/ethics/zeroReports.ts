import { addDays, datesBetween } from '../../kernel/plainDate.ts';
import type { PlainDate } from '../../kernel/plainDate.ts';
import { periodKindOf, periodOf, periodRange } from '../../kernel/periods.ts';
import type { Parameters } from '../parameters/index.ts';
import type { EthicsActivityFact, EthicsFacts, EthicsTermFact } from './facts.ts';

/** One period of the 零报告 rhythm (a month or a quarter). */
export interface ZeroReportPeriod {
  readonly period: string;
  /** Last day on which its report is in time. */
  readonly dueOn: PlainDate;
  /** happened: there was a case, so there is no "nothing" to report. */
  readonly state: 'reported' | 'happened' | 'missing' | 'due' | 'notYet';
  /** The record that reports it, if any. */
  readonly activityId: string | null;
}

/** The periods of the school year for which the school has to report, and how each stands on a day; none where not asked for. */
export function zeroReportPeriods(
  facts: Pick<EthicsFacts, 'terms' | 'activities' | 'cases'>,
  parameters: Parameters,
  on: PlainDate,
): readonly ZeroReportPeriod[] {
  const rhythm = parameters.text('zeroReportRhythm', on);
  if (rhythm === '不要求') return [];
  const kind = rhythm === '季度' ? 'quarter' : 'month';
  const grace = parameters.number('zeroReportDueDays', on);
  const periods = new Set(teachingMonths(facts.terms).map((month) => periodOf(kind, `${month}-01`)));
  return [...periods].map((period) => {
    const { from, to } = periodRange(period);
    const dueOn = addDays(to, grace);
    const report = facts.activities.find(
      (one) =>
        one.kind === '零报告' &&
        (one.period === period || (!tellsPeriod(one, kind) && from <= one.heldOn && one.heldOn <= dueOn)),
    );
    // Where something happened there is nothing of which to report none.
    const happened = facts.cases.some(({ receivedOn }) => from <= receivedOn && receivedOn <= to);
    const open = dueOn < on ? 'missing' : to < on ? 'due' : 'notYet';
    return {
      period,
      dueOn,
      state: report ? 'reported' : happened ? 'happened' : open,
      activityId: report?.id ?? null,
    };
  });
}

/** Months of which a term holds at least half: what falls into the vacation isn't asked for. */
export function teachingMonths(terms: readonly EthicsTermFact[]): readonly string[] {
  const half = 15;
  const counts = new Map<string, number>();
  for (const { startsOn, endsOn } of terms)
    for (const day of datesBetween(startsOn, endsOn)) {
      const month = periodOf('month', day);
      counts.set(month, (counts.get(month) ?? 0) + 1);
    }
  return [...counts].filter(([, days]) => days >= half).map(([month]) => month);
}

/** A report entered for its month is none for the next one, even where it was written there. */
function tellsPeriod({ period }: EthicsActivityFact, kind: 'month' | 'quarter'): boolean {
  return period !== null && periodKindOf(period) === kind;
}
