import type { UpcomingItem } from '../../../../shared/contract/checks.ts';
import { complaintClocks } from '../../../../shared/domain/ethics/complaintClock.ts';
import { zeroReportPeriods } from '../../../../shared/domain/ethics/zeroReports.ts';
import { ethicsRules } from '../../../../shared/domain/rules/ethicsRules.ts';
import { runRulesInPieces } from '../../../../shared/domain/rules/rule.ts';
import { formatPeriod, nextPeriod } from '../../../../shared/kernel/periods.ts';
import { addDays } from '../../../../shared/kernel/plainDate.ts';
import type { AreaChecks, Check } from '../../checks/check.ts';
import { ethicsCoverage } from './ethicsCoverage.ts';
import { ethicsFacts } from './ethicsFacts.ts';
import { zeroReportRemedy } from './ethicsPlanRemedies.ts';
import { ethicsWall } from './ethicsWall.ts';

/** Days before a step of a complaint is due from which it is shown. */
const complaintWarningDays = 7;

export const ethicsChecks: AreaChecks = {
  area: 'ethics',
  rules: ethicsRules,
  *find(check) {
    const facts = ethicsFacts(check);
    yield;
    // The appraisal under way is looked at too: its mistakes can be mended before it is due.
    const underWay = { ...facts, appraisalPeriod: nextPeriod(facts.appraisalPeriod) };
    return [
      ...(yield* runRulesInPieces(ethicsRules, facts, check.parameters, check.on)),
      ...(yield* runRulesInPieces(ethicsRules, underWay, check.parameters, check.on)),
    ];
  },
  wall: ethicsWall,
  due: (check) => [...coverageSoon(check), ...complaintsSoon(check), ...zeroReportsSoon(check)],
};

function coverageSoon(check: Check): UpcomingItem[] {
  return ethicsCoverage(check)
    .filter(({ state }) => state === 'dueSoon')
    .map(({ dueOn, label, period, done, required, remedy }) => ({
      dueOn,
      label: `${formatPeriod(period)}${label}：还差 ${required - done} 人`,
      state: 'dueSoon',
      area: 'ethics',
      remedy,
    }));
}

/** Periods that are over and whose report is still in time; the late ones are findings. */
function zeroReportsSoon(check: Check): UpcomingItem[] {
  return zeroReportPeriods(ethicsFacts(check), check.parameters, check.on)
    .filter(({ state }) => state === 'due')
    .map(({ period, dueOn }) => ({
      dueOn,
      label: `${formatPeriod(period)}师德零报告`,
      state: 'dueSoon',
      area: 'ethics',
      remedy: zeroReportRemedy(period),
    }));
}

function complaintsSoon(check: Check): UpcomingItem[] {
  return ethicsFacts(check).cases.flatMap((fact) =>
    complaintClocks(fact, check.calendar, check.parameters).flatMap(
      ({ step, dueOn, doneOn }): UpcomingItem[] => {
        if (dueOn === undefined || doneOn !== null || dueOn < check.on) return [];
        if (check.on < addDays(dueOn, -complaintWarningDays)) return [];
        const remedy = { kind: 'open' as const, ledger: 'ethicsCase', id: fact.id };
        return [{ dueOn, label: `投诉 ${fact.number}：${step}`, state: 'dueSoon', area: 'ethics', remedy }];
      },
    ),
  );
}
