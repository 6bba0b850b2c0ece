import type { PlanExemption, PlanProposal } from '../../../shared/contract/partyPlan.ts';
import type { PartyLifeFacts } from '../../../shared/domain/partyLife/facts.ts';
import { partyObligations } from '../../../shared/domain/partyLife/obligations.ts';
import type { PlanDays } from '../../../shared/domain/partyLife/planPlacement.ts';
import { copyYearPlan, proposeYearPlan } from '../../../shared/domain/partyLife/yearPlan.ts';
import type { PlanItem, PlanWishes } from '../../../shared/domain/partyLife/yearPlan.ts';
import { shortTypeName } from '../../../shared/domain/rules/partyLife/meetingWords.ts';
import { formatPeriod, periodContains } from '../../../shared/kernel/periods.ts';
import { partyExemption } from '../../../shared/ledgers/partyLife/partyExemption.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { allRecords } from '../../store/records/records.ts';
import type { Check } from '../checks/check.ts';
import { loadTerms } from '../school/schoolTerms.ts';
import { planFacts } from './checks/planFacts.ts';
import { partyLifeFacts } from './checks/partyLifeFacts.ts';

/** A proposed item as it would be stored. */
export interface NamedProposal {
  readonly item: PlanItem;
  readonly view: PlanProposal;
}

/** After lessons, then a second chance the same day. */
const spans: PlanWishes['spans'] = [
  { start: '16:30', end: '17:30' },
  { start: '17:40', end: '18:30' },
];

export function planDaysOf(h: ReadHandle, { calendar }: Check): PlanDays {
  return {
    calendar,
    teaching: loadTerms(h).map(({ firstTeachingOn, lastTeachingOn }) => ({
      from: firstTeachingOn,
      to: lastTeachingOn,
    })),
  };
}

/** What the branch's plan of the year still lacks. Rooms and people of the other branches' plans are kept clear. */
export function proposalsFor(
  h: ReadHandle,
  check: Check,
  branchId: string,
  year: number,
  source: 'rules' | 'lastYear',
): readonly NamedProposal[] {
  const facts = factsOfBranch(check, branchId, year);
  const wishes = {
    spans,
    standing: planFacts(check, year).items.filter(({ meeting }) => meeting === null || meeting.draft),
    from: firstDay(check, year),
  };
  const days = planDaysOf(h, check);
  const items =
    source === 'rules'
      ? proposeYearPlan(facts, check.parameters, days, wishes)
      : copyYearPlan(facts, lastYearOf(check, branchId, year), days, wishes);
  return items.map((item) => ({ item, view: viewOf(facts, item) }));
}

/** Last year's items of the branch that were not called off. */
export function lastYearOf(check: Check, branchId: string, year: number): readonly PlanItem[] {
  const before = String(year - 1);
  return planFacts(check, year - 1).items.filter(
    (item) => item.branchId === branchId && item.cancelledReason === null && item.period.startsWith(before),
  );
}

/** What the branch does not owe in the year though the rulebook names it, with the reason. */
export function exemptionsOf(
  h: ReadHandle,
  check: Check,
  branchId: string,
  year: number,
): readonly PlanExemption[] {
  const facts = factsOfBranch(check, branchId, year);
  const written = allRecords(h, partyExemption).filter(({ values }) => values.branch === branchId);
  return partyObligations(facts, check.parameters, firstDay(check, year))
    .filter(({ state }) => state === 'excused')
    .map(({ type, groupId, subjectName, period }) => {
      const own = written.find(
        ({ values, period: excused }) =>
          values.type === type &&
          (values.partyGroup === null || values.partyGroup === groupId) &&
          excused !== null &&
          periodContains(excused, period),
      );
      const subject = groupId === null ? '' : subjectName;
      return {
        what: `${formatPeriod(period)}${subject}${shortTypeName(type)}`,
        reason: own?.values.reason ?? '按检查参数，这个月不作要求',
      };
    });
}

function factsOfBranch(check: Check, branchId: string, year: number): PartyLifeFacts {
  const facts = partyLifeFacts(check, year);
  return { ...facts, branches: facts.branches.filter(({ id }) => id === branchId) };
}

/** Nothing is planned for days that are over. */
function firstDay(check: Check, year: number): string {
  const first = `${year}-01-01`;
  return check.on > first ? check.on : first;
}

/** 一支部小学组党小组会, but 第一党小组会: the word does not stand twice. */
function meetingName(group: string, type: PlanItem['type']): string {
  const name = shortTypeName(type);
  return group.endsWith('党小组') && name.startsWith('党小组')
    ? `${group}${name.slice('党小组'.length)}`
    : group + name;
}

function viewOf(facts: PartyLifeFacts, item: PlanItem): PlanProposal {
  const { type, groupId, period, plannedOn, span, place, window } = item;
  const group = facts.groups.find(({ id }) => id === groupId)?.name ?? '';
  return {
    key: [type, groupId ?? '', period, plannedOn ?? '', span.start].join('|'),
    title: `${formatPeriod(period)}${meetingName(group, type)}`,
    plannedOn,
    startsAt: span.start,
    endsAt: span.end,
    place,
    earliestOn: window.from,
    latestOn: window.to,
  };
}
