import type { Dashboard, Wall } from '../../../shared/contract/checks.ts';
import type { RuleArea } from '../../../shared/domain/parameters/index.ts';
import { periodOf } from '../../../shared/kernel/periods.ts';
import { yearOf } from '../../../shared/kernel/plainDate.ts';
import type { PlainDate } from '../../../shared/kernel/plainDate.ts';
import type { Area } from '../../../shared/ledger/definition.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { countRecords } from '../../store/records/records.ts';
import { createCheck, ruleAreas } from './check.ts';
import { loadTerms } from '../school/schoolTerms.ts';
import { viewFindings } from './findings.ts';
import { countItems, missingTerm, upcomingItems } from './upcoming.ts';
import { afterSchoolWall } from '../afterSchool/checks/afterSchoolWall.ts';
import { ethicsWall } from '../ethics/checks/ethicsWall.ts';
import { partyLifeWall } from '../partyLife/checks/partyLifeWall.ts';

export interface DashboardQuestion {
  readonly on: PlainDate;
  /** Natural year of the Party-life wall; absent = the day's. */
  readonly year?: number | undefined;
  /** The areas that the account may read; the others are left out. */
  readonly areas: readonly Area[];
}

/** How the school stands on a day: walls of obligations, what is due, what the rules find, and counts. */
export function dashboardOn(read: ReadHandle, question: DashboardQuestion): Dashboard {
  const { on, areas } = question;
  const year = question.year ?? yearOf(on);
  const check = createCheck(read, on);
  const checked = ruleAreas.filter((area) => areas.includes(area));
  const findings = viewFindings(read, check, checked);
  const noTerm = checked.includes('afterSchool') && check.afterSchool() === null;
  const upcoming = [...(noTerm ? [missingTerm(check)] : []), ...upcomingItems(check, checked, findings)];
  const term = loadTerms(read).find(({ startsOn, endsOn }) => startsOn <= on && on <= endsOn);

  function wallOf(area: RuleArea): Wall | null {
    switch (area) {
      case 'base':
        return null;
      case 'partyLife':
        return partyLifeWall(check, year, findings);
      case 'ethics':
        return ethicsWall(read, check);
      case 'afterSchool':
        return afterSchoolWall(check);
    }
  }
  function countsOf(area: Area) {
    if (!areas.includes(area)) return { overdue: 0, dueSoon: 0, records: 0 };
    return { ...countItems(upcoming, area), records: recordsIn(read, area) };
  }

  return {
    today: on,
    year,
    schoolYear: periodOf('schoolYear', on),
    term: term?.period ?? null,
    walls: checked.map(wallOf).filter((wall) => wall !== null),
    upcoming,
    findings,
    counts: {
      base: countsOf('base'),
      partyLife: countsOf('partyLife'),
      ethics: countsOf('ethics'),
      afterSchool: countsOf('afterSchool'),
      ledgers: countsOf('ledgers'),
    },
  };
}

function recordsIn(read: ReadHandle, area: Area): number {
  return [...read.ledgers.values()]
    .filter((definition) => definition.area === area)
    .reduce((sum, definition) => sum + countRecords(read, definition), 0);
}
