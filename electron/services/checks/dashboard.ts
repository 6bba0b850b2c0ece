import type { Dashboard } from '../../../shared/contract/checks.ts';
import { periodOf } from '../../../shared/kernel/periods.ts';
import { yearOf } from '../../../shared/kernel/plainDate.ts';
import { success, type Result } from '../../../shared/kernel/result.ts';
import { forEveryArea, type Area } from '../../../shared/ledger/definition.ts';
import type { Store } from '../../store/store.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { countRecords } from '../../store/records/records.ts';
import type { AreaChecks } from './check.ts';
import { loadTerms } from '../school/schoolTerms.ts';
import { viewFindings } from './findings.ts';
import { standingsOn, type StandingQuestion } from './standings.ts';
import { countItems, overdue } from './upcoming.ts';

export interface DashboardQuestion extends StandingQuestion {
  /** The areas that the account may read; the others are left out. */
  readonly readable: readonly Area[];
}

/** How the school stands on a day: walls of obligations, what is due, what the rules find, and counts. */
export async function dashboardOn(
  areaChecks: readonly AreaChecks[],
  store: Store,
  question: DashboardQuestion,
): Promise<Result<Dashboard>> {
  const { on, readable } = question;
  const { read } = store;
  const checked = areaChecks.filter(({ area }) => readable.includes(area));
  const reckoned = await standingsOn(store, checked, question);
  if (!reckoned.ok) return reckoned;
  const standings = reckoned.value;
  const findings = viewFindings(
    read,
    checked,
    standings.flatMap(({ found }) => found),
  );
  // The oldest first.
  const upcoming = [...overdue(findings, on), ...standings.flatMap(({ due }) => due)].toSorted((a, b) =>
    a.dueOn.localeCompare(b.dueOn),
  );
  const term = loadTerms(read).find(({ startsOn, endsOn }) => startsOn <= on && on <= endsOn);

  function countsOf(area: Area) {
    if (!readable.includes(area)) return { overdue: 0, dueSoon: 0, records: 0 };
    return { ...countItems(upcoming, area), records: recordsIn(read, area) };
  }

  return success({
    today: on,
    year: question.year ?? yearOf(on),
    schoolYear: periodOf('schoolYear', on),
    term: term?.period ?? null,
    walls: standings.flatMap(({ wall }) => wall ?? []),
    upcoming,
    findings,
    counts: forEveryArea(countsOf),
  });
}

function recordsIn(read: ReadHandle, area: Area): number {
  return [...read.ledgers.values()]
    .filter((definition) => definition.area === area)
    .reduce((sum, definition) => sum + countRecords(read, definition), 0);
}
