import { countsFor, type Obligation } from '../../../../shared/domain/partyLife/obligations.ts';
import type { MeetingFact, PartyLifeFacts } from '../../../../shared/domain/partyLife/facts.ts';
import { meetingTypes } from '../../../../shared/domain/partyLife/words.ts';
import type { SheetColumn } from '../../../documents/officialSheet.ts';

type Branch = PartyLifeFacts['branches'][number];

/** One kind of meeting in one branch: what was due in the period and what was held. */
export interface DutyRow {
  readonly branch: Branch;
  readonly type: MeetingFact['type'];
  readonly due: readonly Obligation[];
  readonly held: readonly MeetingFact[];
}

/** No row for a kind that was neither due nor held. */
export function dutyRows(
  branches: readonly Branch[],
  facts: PartyLifeFacts,
  obligations: readonly Obligation[],
  period: string,
): DutyRow[] {
  return branches.flatMap((branch) =>
    meetingTypes
      .map((type) => ({
        branch,
        type,
        due: obligations.filter((each) => each.branchId === branch.id && each.type === type),
        held: facts.meetings.filter(
          (meeting) => meeting.branchId === branch.id && meeting.type === type && countsFor(meeting, period),
        ),
      }))
      .filter(({ due, held }) => due.length > 0 || held.length > 0),
  );
}

/** How many were due, held, excused and missed. */
function dutyCounts({ due, held }: Pick<DutyRow, 'due'> & { readonly held: readonly unknown[] }) {
  const overdue = due.filter(({ state }) => state === 'overdue');
  return [
    due.reduce((sum, { required }) => sum + required, 0),
    held.length,
    due.filter(({ state }) => state === 'excused').length,
    overdue.reduce((sum, { required, meetingIds }) => sum + Math.max(required - meetingIds.length, 0), 0),
  ] as const;
}

/** The columns of `dutyCounts`, with their headings. */
export function dutyColumns<Row extends Pick<DutyRow, 'due' | 'held'>>(
  more: { readonly width: number; readonly group: string },
  headings: readonly [string, string, string, string],
): SheetColumn<Row>[] {
  return headings.map((heading, index) => ({
    ...more,
    heading,
    format: 'integer',
    total: true,
    cell: (row) => dutyCounts(row)[index] ?? null,
  }));
}

/** Those who were due at the meetings, and those who came. */
export function attendanceOf(
  held: readonly { readonly attendance: readonly { readonly state: string }[] }[],
): { readonly expected: number; readonly present: number } {
  const rows = held.flatMap(({ attendance }) => attendance);
  return {
    expected: rows.filter(({ state }) => state !== '不计应到').length,
    present: rows.filter(({ state }) => state === '出席').length,
  };
}
