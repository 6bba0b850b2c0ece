import type { FindingView, UpcomingItem } from '../../../shared/contract/checks.ts';
import { complaintClocks } from '../../../shared/domain/ethics/complaintClock.ts';
import { zeroReportPeriods } from '../../../shared/domain/ethics/zeroReports.ts';
import { partyObligations } from '../../../shared/domain/partyLife/obligations.ts';
import type { RuleArea } from '../../../shared/domain/parameters/index.ts';
import { recordMeetingRemedy } from '../../../shared/domain/rules/partyLife/cadence.ts';
import { shortTypeName } from '../../../shared/domain/rules/partyLife/meetingWords.ts';
import { formatPeriod } from '../../../shared/kernel/periods.ts';
import { addDays, yearOf } from '../../../shared/kernel/plainDate.ts';
import type { Area } from '../../../shared/ledger/definition.ts';
import type { Check } from './check.ts';
import { developmentItems } from '../partyLife/checks/developmentItems.ts';
import { ethicsCoverage } from '../ethics/checks/ethicsCoverage.ts';
import { zeroReportRemedy } from '../ethics/checks/ethicsPlanRemedies.ts';
import { planItems, withoutPlanned } from '../partyLife/checks/planItems.ts';

/** Days before a step of a complaint is due from which it is shown. */
const complaintWarningDays = 7;

/**
 * What is overdue or due soon, the oldest first. Overdue things are the findings about a gap in a window that nobody
 * has accepted with a reason.
 */
export function upcomingItems(
  check: Check,
  areas: readonly RuleArea[],
  findings: readonly FindingView[],
): readonly UpcomingItem[] {
  const late = overdue(findings, check.on);
  const planned = areas.includes('partyLife') ? withoutPlanned(planItems(check), late) : [];
  const soon = withoutPlanned(
    areas.flatMap((area) => dueSoon(check, area)),
    planned,
  );
  return [...late, ...planned, ...soon].toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
}

/** Nothing of after-school service can be judged before the term is entered; `base` because terms stand there. */
export function missingTerm(check: Check): UpcomingItem {
  return {
    dueOn: check.on,
    label: '录入本学期校历（课后服务检查以它为准）',
    state: 'dueSoon',
    area: 'base',
    remedy: { kind: 'create', ledger: 'term', period: null, values: {} },
  };
}

/** Overdue and due things of an area, for its badge. */
export function countItems(
  items: readonly UpcomingItem[],
  area: Area,
): { readonly overdue: number; readonly dueSoon: number } {
  const own = items.filter((item) => item.area === area);
  const soon = own.filter((item) => item.state === 'dueSoon').length;
  return { overdue: own.length - soon, dueSoon: soon };
}

function overdue(findings: readonly FindingView[], on: string): UpcomingItem[] {
  return findings.flatMap(({ severity, window, override, remedy, sentence, area }) =>
    window === null || window.to >= on || override !== null || severity === 'info' || remedy.kind === 'open'
      ? []
      : [{ dueOn: window.to, label: sentence, state: 'overdue' as const, area, remedy }],
  );
}

function dueSoon(check: Check, area: RuleArea): UpcomingItem[] {
  switch (area) {
    case 'partyLife':
      return [...meetingsSoon(check), ...developmentItems(check)];
    case 'ethics':
      return [...coverageSoon(check), ...complaintsSoon(check), ...zeroReportsSoon(check)];
    case 'base':
    case 'afterSchool':
      return [];
  }
}

function meetingsSoon(check: Check): UpcomingItem[] {
  return partyObligations(check.partyLife(yearOf(check.on)), check.parameters, check.on)
    .filter(({ state }) => state === 'dueSoon')
    .map((obligation) => ({
      dueOn: obligation.window.to,
      label: `${obligation.subjectName}：${formatPeriod(obligation.period)}的${shortTypeName(obligation.type)}`,
      state: 'dueSoon',
      area: 'partyLife',
      remedy: recordMeetingRemedy(obligation),
    }));
}

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
  return zeroReportPeriods(check.ethics(), check.parameters, check.on)
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
  return check.ethics().cases.flatMap((fact) =>
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
