import type { ObligationState, Remedy } from '../../../../shared/contract/checks.ts';
import { isExcused } from '../../../../shared/domain/ethics/campaignTracking.ts';
import type { StaffFact } from '../../../../shared/domain/ethics/facts.ts';
import { isStaffOn, isStaffThroughout } from '../../../../shared/domain/ethics/staffOn.ts';
import { nextPeriod, periodRange } from '../../../../shared/kernel/periods.ts';
import { addDays } from '../../../../shared/kernel/plainDate.ts';
import type { PlainDate } from '../../../../shared/kernel/plainDate.ts';
import type { Check } from '../../checks/check.ts';
import type { SignCampaign } from '../../../../shared/domain/ethics/words.ts';
import { ethicsFacts } from './ethicsFacts.ts';

/** Something that everybody concerned must have by a day. */
export interface Coverage {
  readonly ledger: 'ethicsPledge' | 'ethicsAppraisal' | 'tutoringSelfCheck';
  readonly label: string;
  readonly period: string;
  readonly dueOn: PlainDate;
  readonly required: number;
  readonly done: number;
  readonly state: ObligationState;
  readonly remedy: Remedy;
}

/** Days before its due day from which something missing is due soon. */
const warningDays = 30;

/** How far pledges of the school year, the appraisal under way, and each term's self-checks have come. */
export function ethicsCoverage(check: Check): readonly Coverage[] {
  const facts = ethicsFacts(check);
  const { parameters, on } = check;
  const pledgeDueOn = addDays(
    facts.schoolYearStartsOn,
    parameters.number('pledgeDays', facts.schoolYearStartsOn),
  );
  const appraisalPeriod = nextPeriod(facts.appraisalPeriod);
  const appraised = periodRange(appraisalPeriod);
  const excused = (campaign: SignCampaign, staffId: string, period: string, last = on): boolean =>
    isExcused(facts.excuses, { staffId, campaign, period }, on < last ? on : last);
  const pledgeSpan = { from: facts.schoolYearStartsOn, to: pledgeDueOn };
  return [
    coverage(check, {
      ledger: 'ethicsPledge',
      label: '师德承诺书',
      period: facts.schoolYear,
      dueOn: pledgeDueOn,
      concerned: facts.staff.filter(
        (staff) => isStaffThroughout(staff, pledgeSpan) && !excused('师德承诺书', staff.id, facts.schoolYear),
      ),
      covered: facts.pledges.filter(({ signedOn }) => signedOn <= on).map(({ staffId }) => staffId),
    }),
    coverage(check, {
      ledger: 'ethicsAppraisal',
      label: '师德考核',
      period: appraisalPeriod,
      dueOn: addDays(appraised.to, parameters.number('appraisalDueDays', appraised.to)),
      concerned: facts.staff.filter(
        (staff) =>
          isStaffOn(staff, on < appraised.to ? on : appraised.to) &&
          !facts.notAppraised.some(
            ({ staffId, period }) => staffId === staff.id && period === appraisalPeriod,
          ),
      ),
      covered: facts.appraisals
        .filter(({ period, grade }) => period === appraisalPeriod && grade !== null)
        .map(({ staffId }) => staffId),
    }),
    ...facts.terms.map((term) =>
      coverage(check, {
        ledger: 'tutoringSelfCheck',
        label: '有偿补课自查',
        period: term.period,
        dueOn: term.endsOn,
        concerned: facts.staff.filter(
          (staff) =>
            staff.kind === '专任教师' &&
            isStaffThroughout(staff, { from: term.startsOn, to: term.endsOn }) &&
            !excused('有偿补课自查', staff.id, term.period, term.endsOn),
        ),
        covered: facts.selfChecks
          .filter(({ period }) => period === term.period)
          .map(({ staffId }) => staffId),
      }),
    ),
  ];
}

function coverage(
  { on }: Check,
  given: Pick<Coverage, 'ledger' | 'label' | 'period' | 'dueOn'> & {
    readonly concerned: readonly StaffFact[];
    readonly covered: readonly string[];
  },
): Coverage {
  const { concerned, covered, ...about } = given;
  const done = new Set(covered);
  const missing = concerned.filter(({ id }) => !done.has(id));
  const [first] = missing;
  const values = missing.length === 1 && first ? { staff: first.id } : {};
  return {
    ...about,
    required: concerned.length,
    done: concerned.length - missing.length,
    state: stateOf(),
    remedy: { kind: 'create', ledger: about.ledger, period: about.period, values },
  };

  function stateOf(): ObligationState {
    if (concerned.length === 0) return 'notDue';
    if (missing.length === 0) return 'met';
    return stateOfMissing(about.dueOn, on);
  }
}

/** How something that is not there yet stands on a day. */
export function stateOfMissing(dueOn: PlainDate, on: PlainDate): ObligationState {
  if (dueOn < on) return 'overdue';
  return on >= addDays(dueOn, -warningDays) ? 'dueSoon' : 'notYet';
}
