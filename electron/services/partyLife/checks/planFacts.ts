import { meetingsOfPlan } from '../../../../shared/domain/partyLife/planMatch.ts';
import type { PlanItem } from '../../../../shared/domain/partyLife/yearPlan.ts';
import { periodRange } from '../../../../shared/kernel/periods.ts';
import { partyMeeting } from '../../../../shared/ledgers/partyLife/partyMeeting.ts';
import { partyPlanItem } from '../../../../shared/ledgers/partyLife/partyPlanItem.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import { getRecords, listIds, type RecordIn } from '../../../store/records/records.ts';
import { finishedRecords } from '../../../store/records/recordsBetween.ts';
import { perCheck } from '../../checks/check.ts';

/** The year plan with the records made of it, as they are now. */
export const planFacts = perCheck(({ read }, year: number) => loadPlanFacts(read, year));

/** A record of a meeting, drafts included: what is being written is not to be begun again. */
export interface PlannedMeeting {
  readonly id: string;
  readonly title: string;
  readonly type: PlanItem['type'];
  readonly branchId: string;
  readonly groupId: string | null;
  readonly period: string | null;
  readonly heldOn: string;
  readonly startsAt: string;
  readonly place: string;
  readonly hostId: string;
  readonly draft: boolean;
}

/** An item of the year plan with the record made of it. */
export interface PlanFact extends PlanItem {
  readonly id: string;
  readonly revision: number;
  readonly title: string;
  readonly plannedOn: string;
  readonly ownerId: string | null;
  readonly cancelledReason: string | null;
  readonly meeting: PlannedMeeting | null;
}

export interface PlanFacts {
  /** By day; those planned in the year, counting for it, or still to be held in it. */
  readonly items: readonly PlanFact[];
  /** Held in the year or in the months after it in which yearly meetings may still be held. */
  readonly meetings: readonly PlannedMeeting[];
}

/** Where an item leaves its time open. */
const usualSpan = { start: '16:30', end: '17:30' };

export function loadPlanFacts(h: ReadHandle, year: number): PlanFacts {
  const records = finishedRecords(h, partyPlanItem).filter((record) => concerns(record, year));
  const meetings = meetingsAround(h, year);
  const items = records.map((record) => ({ ...itemOf(record), meetingId: record.values.meeting }));
  const held = meetingsOfPlan(items, meetings);
  return {
    items: items
      .map(({ meetingId: _linked, ...item }) => ({ ...item, meeting: held.get(item.id) ?? null }))
      .toSorted((a, b) => a.plannedOn.localeCompare(b.plannedOn) || a.span.start.localeCompare(b.span.start)),
    meetings,
  };
}

function concerns({ period, values }: RecordIn<typeof partyPlanItem>, year: number): boolean {
  const { plannedOn, earliestOn, latestOn } = values;
  return (
    period?.startsWith(String(year)) === true ||
    plannedOn.startsWith(String(year)) ||
    (latestOn !== null && latestOn >= `${year}-01-01` && (earliestOn ?? plannedOn) <= `${year}-12-31`)
  );
}

function itemOf(record: RecordIn<typeof partyPlanItem>): Omit<PlanFact, 'meeting'> {
  const { id, revision, values } = record;
  const period = record.period ?? values.plannedOn.slice(0, 7);
  const whole = periodRange(period);
  return {
    id,
    revision,
    title: values.title,
    type: values.type,
    branchId: values.branch,
    groupId: values.partyGroup,
    period,
    window: { from: values.earliestOn ?? whole.from, to: values.latestOn ?? whole.to },
    plannedOn: values.plannedOn,
    span: { start: values.startsAt ?? usualSpan.start, end: values.endsAt ?? usualSpan.end },
    place: values.place ?? '',
    ownerId: values.owner,
    cancelledReason: values.cancelledReason,
  };
}

/** Meetings with a day; those of the year before belong to items that reach over the turn of the year. */
function meetingsAround(h: ReadHandle, year: number): readonly PlannedMeeting[] {
  const ids = listIds(h, partyMeeting, {
    filters: [{ field: 'heldOn', operator: 'between', value: [`${year - 1}-10-01`, `${year + 1}-06-30`] }],
    period: null,
  });
  if (!ids.ok) throw new Error(ids.failure.sentence);
  return getRecords(h, partyMeeting, ids.value).map(({ id, period, state, values }) => ({
    id,
    title: values.title,
    type: values.type,
    branchId: values.branch,
    groupId: values.partyGroup,
    period,
    heldOn: values.heldOn,
    startsAt: values.startsAt,
    place: values.place,
    hostId: values.host,
    draft: state === 'draft',
  }));
}
