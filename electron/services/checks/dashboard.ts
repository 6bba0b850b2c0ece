import type { Dashboard } from '../../../shared/contract/checks.ts';
import { periodOf } from '../../../shared/kernel/periods.ts';
import { yearOf } from '../../../shared/kernel/plainDate.ts';
import type { PlainDate } from '../../../shared/kernel/plainDate.ts';
import { success, type Result } from '../../../shared/kernel/result.ts';
import { forEveryArea, type Area } from '../../../shared/ledger/definition.ts';
import type { ReadHandle } from '../../store/handles.ts';
import type { Store } from '../../store/store.ts';
import { countRecords } from '../../store/records/records.ts';
import { createCheck, type AreaChecks } from './check.ts';
import { loadTerms } from '../school/schoolTerms.ts';
import { findInTurns, viewFindings } from './findings.ts';
import { countItems, upcomingItems } from './upcoming.ts';

export interface DashboardQuestion {
  readonly on: PlainDate;
  /** Natural year of the Party-life wall; absent = the day's. */
  readonly year?: number | undefined;
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
  const year = question.year ?? yearOf(on);
  const check = createCheck(read, on);
  const checked = areaChecks.filter(({ area }) => readable.includes(area));
  const found = await findInTurns(store, check, checked);
  if (!found.ok) return found;
  const findings = viewFindings(check, checked, found.value);
  const upcoming = upcomingItems(check, checked, findings);
  const term = loadTerms(read).find(({ startsOn, endsOn }) => startsOn <= on && on <= endsOn);

  function countsOf(area: Area) {
    if (!readable.includes(area)) return { overdue: 0, dueSoon: 0, records: 0 };
    return { ...countItems(upcoming, area), records: recordsIn(read, area) };
  }

  return success({
    today: on,
    year,
    schoolYear: periodOf('schoolYear', on),
    term: term?.period ?? null,
    walls: checked.flatMap(({ wall }) => wall?.(check, year, findings) ?? []),
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
