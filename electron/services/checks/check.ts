import type { AfterSchoolFacts } from '../../../shared/domain/afterSchool/facts.ts';
import type { EthicsFacts } from '../../../shared/domain/ethics/facts.ts';
import type { DevelopmentFacts } from '../../../shared/domain/membership/developmentFacts.ts';
import type { PartyLifeFacts } from '../../../shared/domain/partyLife/facts.ts';
import { afterSchoolRules } from '../../../shared/domain/rules/afterSchoolRules.ts';
import { ethicsRules } from '../../../shared/domain/rules/ethicsRules.ts';
import { governanceRules } from '../../../shared/domain/rules/governanceRules.ts';
import { memberDevelopmentRules } from '../../../shared/domain/rules/memberDevelopmentRules.ts';
import type { Parameters, RuleArea } from '../../../shared/domain/parameters/index.ts';
import { partyLifeRules } from '../../../shared/domain/rules/partyLifeRules.ts';
import { privacyRules } from '../../../shared/domain/rules/privacyRules.ts';
import { findingKey, runRules } from '../../../shared/domain/rules/rule.ts';
import type { Finding, Rule } from '../../../shared/domain/rules/rule.ts';
import type { SchoolCalendar } from '../../../shared/kernel/calendar.ts';
import { nextPeriod } from '../../../shared/kernel/periods.ts';
import { addMonthsCN, yearOf } from '../../../shared/kernel/plainDate.ts';
import type { PlainDate } from '../../../shared/kernel/plainDate.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { loadAfterSchoolFacts } from '../afterSchool/checks/afterSchoolFacts.ts';
import { loadDevelopmentFacts } from '../partyLife/checks/developmentFacts.ts';
import { loadEthicsFacts } from '../ethics/checks/ethicsFacts.ts';
import { loadGovernanceFacts } from '../partyLife/checks/governanceFacts.ts';
import { loadPartyLifeFacts } from '../partyLife/checks/partyLifeFacts.ts';
import { loadPlanFacts, type PlanFacts } from '../partyLife/checks/planFacts.ts';
import { loadPrivacyFacts } from '../base/privacyFacts.ts';
import { parametersInForce } from '../school/parametersInForce.ts';
import { schoolCalendar } from '../school/schoolCalendar.ts';

/** A rule as the list of rules shows it. */
export type AnyRule = Omit<Rule<never>, 'check'>;

/** Every rule of the program, area by area. */
export const allRules: readonly AnyRule[] = [
  ...partyLifeRules,
  ...memberDevelopmentRules,
  ...governanceRules,
  ...privacyRules,
  ...ethicsRules,
  ...afterSchoolRules,
];

export const ruleAreas: readonly RuleArea[] = ['base', 'partyLife', 'ethics', 'afterSchool'];

/** One question to a school's records: how do things stand on this day? Facts are loaded once, when first asked for. */
export interface Check {
  readonly on: PlainDate;
  readonly parameters: Parameters;
  readonly calendar: SchoolCalendar;
  partyLife(year: number): PartyLifeFacts;
  /** The year plan with the records made of it, as they are now. */
  partyPlan(year: number): PlanFacts;
  development(): DevelopmentFacts;
  ethics(): EthicsFacts;
  /** `null` where no term is entered. */
  afterSchool(): AfterSchoolFacts | null;
  /** What the area's rules find, each gap once. */
  findings(area: RuleArea): readonly Finding[];
}

export function createCheck(h: ReadHandle, on: PlainDate): Check {
  const parameters = parametersInForce(h);
  const calendar = schoolCalendar(h, on);
  const partyLife = remembered((year: number) => loadPartyLifeFacts(h, calendar, year, on));
  const partyPlan = remembered((year: number) => loadPlanFacts(h, year));
  const development = remembered(() => loadDevelopmentFacts(h, partyLife(yearOf(on)), on));
  const governance = remembered(() => loadGovernanceFacts(h, calendar, on));
  const ethics = remembered(() => loadEthicsFacts(h, calendar, on));
  const afterSchool = remembered(() => loadAfterSchoolFacts(h, calendar, on));
  const findings = remembered((area: RuleArea) => withoutRepeats(find(area)));

  function find(area: RuleArea): Finding[] {
    switch (area) {
      case 'base':
        return runRules(privacyRules, loadPrivacyFacts(h, { calendar, parameters, on }), parameters, on);
      case 'partyLife':
        return [
          ...yearsUnderCheck(on, parameters).flatMap((year) =>
            runRules(partyLifeRules, partyLife(year), parameters, on),
          ),
          ...runRules(memberDevelopmentRules, development(undefined), parameters, on),
          ...runRules(governanceRules, governance(undefined), parameters, on),
        ];
      case 'ethics': {
        const facts = ethics(undefined);
        // The appraisal under way is looked at too: its mistakes can be mended before it is due.
        const underWay = { ...facts, appraisalPeriod: nextPeriod(facts.appraisalPeriod) };
        return [facts, underWay].flatMap((one) => runRules(ethicsRules, one, parameters, on));
      }
      case 'afterSchool': {
        const facts = afterSchool(undefined);
        return facts ? runRules(afterSchoolRules, facts, parameters, on) : [];
      }
    }
  }

  return {
    on,
    parameters,
    calendar,
    partyLife,
    partyPlan,
    development: () => development(undefined),
    ethics: () => ethics(undefined),
    afterSchool: () => afterSchool(undefined),
    findings,
  };
}

/** This year and, while its yearly meetings may still be held, the one before. */
function yearsUnderCheck(on: PlainDate, parameters: Parameters): readonly number[] {
  const year = yearOf(on);
  const grace = parameters.number('yearlyMeetingGraceMonths', on);
  return on < addMonthsCN(`${year}-01-01`, grace) ? [year - 1, year] : [year];
}

function withoutRepeats(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((finding) => [findingKey(finding), finding])).values()];
}

function remembered<K, V>(load: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const value = known.get(key);
    if (value !== undefined || known.has(key)) return value as V;
    const loaded = load(key);
    known.set(key, loaded);
    return loaded;
  };
}
