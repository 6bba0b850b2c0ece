import type { ObligationState, Wall, WallCell, WallRow } from '../../../../shared/contract/checks.ts';
import type { MeetingFact, PartyLifeFacts } from '../../../../shared/domain/partyLife/facts.ts';
import { partyObligations } from '../../../../shared/domain/partyLife/obligations.ts';
import type { Obligation } from '../../../../shared/domain/partyLife/obligations.ts';
import { recordMeetingRemedy } from '../../../../shared/domain/rules/partyLife/cadence.ts';
import { shortTypeName } from '../../../../shared/domain/rules/partyLife/meetingWords.ts';
import { periodRange, periodsInside } from '../../../../shared/kernel/periods.ts';
import type { Check, JudgedFinding } from '../../checks/check.ts';
import { partyLifeFacts } from './partyLifeFacts.ts';

/**
 * Kinds of meetings by months for every branch and group of a year. A quarterly or yearly obligation stands in the last
 * month of its span; the months before show what was held in them.
 */
export function partyLifeWall(check: Check, year: number, findings: readonly JudgedFinding[]): Wall {
  const facts = partyLifeFacts(check, year);
  const months = periodsInside(String(year)).filter((period) => /^\d{4}-\d{2}$/.test(period));
  const meetings = new Map(facts.meetings.map((meeting) => [meeting.id, meeting]));
  const accepted = acceptedGaps(findings);
  const obligations = partyObligations(facts, check.parameters, check.on);
  const byRow = Map.groupBy(obligations, (one) => [one.branchId, one.type, one.groupId ?? ''].join('/'));
  const rows = [...byRow].map(([key, list]) => rowOf(facts, key, list, months, meetings, accepted));
  return {
    area: 'partyLife',
    title: `${year}年组织生活`,
    months,
    rows: rows.filter(({ cells }) => cells.some((cell) => cell.state !== 'notDue' || cell.done > 0)),
  };
}

function rowOf(
  facts: PartyLifeFacts,
  key: string,
  obligations: readonly Obligation[],
  months: readonly string[],
  meetings: ReadonlyMap<string, MeetingFact>,
  accepted: ReadonlySet<string>,
): WallRow {
  const [first] = obligations;
  if (!first) throw new Error('A row without obligations');
  const branch = facts.branches.find(({ id }) => id === first.branchId)?.name ?? '';
  return {
    key,
    label: shortTypeName(first.type),
    subject: first.groupId === null ? branch : `${branch} ${first.subjectName}`,
    cells: months.map((month) => cellOf(month, obligations, meetings, accepted)),
  };
}

function cellOf(
  month: string,
  obligations: readonly Obligation[],
  meetings: ReadonlyMap<string, MeetingFact>,
  accepted: ReadonlySet<string>,
): WallCell {
  const obligation = obligations.find(({ period }) => {
    const span = periodRange(period);
    return span.from.slice(0, 7) <= month && month <= span.to.slice(0, 7);
  });
  if (!obligation)
    return { month, state: 'notDue', done: 0, required: 0, dueOn: null, records: [], remedy: null };
  const span = periodRange(obligation.period);
  const dueMonth = span.to.slice(0, 7);
  const held = obligation.meetingIds
    .flatMap((id) => meetings.get(id) ?? [])
    .filter((meeting) => monthShown(meeting, span.from.slice(0, 7), dueMonth) === month);
  const isDueMonth = month === dueMonth;
  const state = stateOf();
  return {
    month,
    state,
    done: held.length,
    required: isDueMonth && state !== 'notDue' ? obligation.required : 0,
    dueOn: isDueMonth && state !== 'notDue' ? obligation.window.to : null,
    records: held.map(({ id, title }) => ({ ledger: 'partyMeeting', id, title })),
    remedy:
      state === 'overdue' || state === 'dueSoon' || (state === 'notYet' && isDueMonth)
        ? recordMeetingRemedy(obligation)
        : null,
  };

  function stateOf(): ObligationState {
    if (held.length > 0 && (!isDueMonth || obligation?.state === 'met')) return 'met';
    if (!isDueMonth || !obligation) return 'notDue';
    if (obligation.state === 'met') return 'notDue';
    const gap = gapKey(obligation.type, obligation.groupId ?? obligation.branchId, obligation.period);
    return obligation.state === 'overdue' && accepted.has(gap) ? 'excused' : obligation.state;
  }
}

/** A meeting held outside the span it counts for is shown at its nearer end. */
function monthShown(meeting: MeetingFact, first: string, last: string): string {
  const month = meeting.heldOn.slice(0, 7);
  return month < first ? first : month > last ? last : month;
}

/** Gaps that somebody decided to let stand. */
function acceptedGaps(findings: readonly JudgedFinding[]): ReadonlySet<string> {
  return new Set(
    findings.flatMap(({ override, remedy }) => {
      if (!override || remedy.kind !== 'create' || remedy.ledger !== 'partyMeeting') return [];
      const { type, branch, partyGroup } = remedy.values;
      return [gapKey(String(type), String(partyGroup ?? branch), remedy.period ?? '')];
    }),
  );
}

function gapKey(type: string, subject: string, period: string): string {
  return [type, subject, period].join('|');
}
