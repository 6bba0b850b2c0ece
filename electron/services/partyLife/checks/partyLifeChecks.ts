import type { UpcomingItem } from '../../../../shared/contract/checks.ts';
import type { Parameters } from '../../../../shared/domain/parameters/index.ts';
import { partyObligations } from '../../../../shared/domain/partyLife/obligations.ts';
import { governanceRules } from '../../../../shared/domain/rules/governanceRules.ts';
import { memberDevelopmentRules } from '../../../../shared/domain/rules/memberDevelopmentRules.ts';
import { recordMeetingRemedy } from '../../../../shared/domain/rules/partyLife/cadence.ts';
import { shortTypeName } from '../../../../shared/domain/rules/partyLife/meetingWords.ts';
import { partyLifeRules } from '../../../../shared/domain/rules/partyLifeRules.ts';
import { runRulesInPieces, type Finding } from '../../../../shared/domain/rules/rule.ts';
import { formatPeriod } from '../../../../shared/kernel/periods.ts';
import { addMonthsCN, yearOf } from '../../../../shared/kernel/plainDate.ts';
import type { PlainDate } from '../../../../shared/kernel/plainDate.ts';
import type { AreaChecks, Check } from '../../checks/check.ts';
import { developmentFacts } from './developmentFacts.ts';
import { developmentItems } from './developmentItems.ts';
import { loadGovernanceFacts } from './governanceFacts.ts';
import { partyLifeFacts } from './partyLifeFacts.ts';
import { partyLifeWall } from './partyLifeWall.ts';
import { planItems, withoutPlanned } from './planItems.ts';

export const partyLifeChecks: AreaChecks = {
  area: 'partyLife',
  rules: [...partyLifeRules, ...memberDevelopmentRules, ...governanceRules],
  *find(check) {
    const { read, calendar, parameters, on } = check;
    const found: Finding[] = [];
    for (const year of yearsUnderCheck(on, parameters)) {
      const facts = partyLifeFacts(check, year);
      yield;
      found.push(...(yield* runRulesInPieces(partyLifeRules, facts, parameters, on)));
    }
    const development = developmentFacts(check);
    yield;
    found.push(...(yield* runRulesInPieces(memberDevelopmentRules, development, parameters, on)));
    const governance = loadGovernanceFacts(read, calendar, on);
    yield;
    found.push(...(yield* runRulesInPieces(governanceRules, governance, parameters, on)));
    return found;
  },
  wall: partyLifeWall,
  due: (check, late) => {
    const planned = withoutPlanned(planItems(check), late);
    return [...planned, ...withoutPlanned(meetingsSoon(check), planned), ...developmentItems(check)];
  },
};

/** This year and, while its yearly meetings may still be held, the one before. */
function yearsUnderCheck(on: PlainDate, parameters: Parameters): readonly number[] {
  const year = yearOf(on);
  const grace = parameters.number('yearlyMeetingGraceMonths', on);
  return on < addMonthsCN(`${year}-01-01`, grace) ? [year - 1, year] : [year];
}

function meetingsSoon(check: Check): UpcomingItem[] {
  return partyObligations(partyLifeFacts(check, yearOf(check.on)), check.parameters, check.on)
    .filter(({ state }) => state === 'dueSoon')
    .map((obligation) => ({
      dueOn: obligation.window.to,
      label: `${obligation.subjectName}：${formatPeriod(obligation.period)}的${shortTypeName(obligation.type)}`,
      state: 'dueSoon',
      area: 'partyLife',
      remedy: recordMeetingRemedy(obligation),
    }));
}
