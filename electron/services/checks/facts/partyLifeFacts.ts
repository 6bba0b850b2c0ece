import type { MeetingFact, PartyLifeFacts } from '../../../../shared/domain/partyLife/facts.ts';
import type { SchoolCalendar } from '../../../../shared/kernel/calendar.ts';
import type { PlainDate } from '../../../../shared/kernel/plainDate.ts';
import { branch } from '../../../../shared/ledgers/partyLife/branch.ts';
import { committeePost } from '../../../../shared/ledgers/partyLife/committeePost.ts';
import { partyExemption } from '../../../../shared/ledgers/partyLife/partyExemption.ts';
import { partyGroup } from '../../../../shared/ledgers/partyLife/partyGroup.ts';
import { partyMeeting } from '../../../../shared/ledgers/partyLife/partyMeeting.ts';
import { partyMember } from '../../../../shared/ledgers/partyLife/partyMember.ts';
import { partyMembership } from '../../../../shared/ledgers/partyLife/partyMembership.ts';
import { partySanction } from '../../../../shared/ledgers/partyLife/partySanction.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import { allRecords, importedIds, type RecordIn } from '../../../store/records.ts';
import { finishedRecords, recordsBetween } from './recordsBetween.ts';

/**
 * What the Party-life rules look at for a natural year, as on a day: meetings held up to that day from the year's
 * beginning into the first months of the next, and those that count for the year though held before it.
 */
export function loadPartyLifeFacts(
  h: ReadHandle,
  calendar: SchoolCalendar,
  year: number,
  on: PlainDate,
): PartyLifeFacts {
  const lastDay = `${year + 1}-12-31`;
  const held = recordsBetween(h, partyMeeting, 'heldOn', {
    from: `${year}-01-01`,
    to: on < lastDay ? on : lastDay,
  });
  const known = new Set(held.map(({ id }) => id));
  const counting = finishedRecords(
    h,
    partyMeeting,
    [{ field: 'heldOn', operator: 'to', value: on }],
    String(year),
  );
  const meetings = [...held, ...counting.filter(({ id }) => !known.has(id))];
  const imported = importedIds(h, partyMeeting);
  return {
    year,
    branches: allRecords(h, branch).map(({ id, values }) => ({
      id,
      name: values.shortName,
      foundedOn: values.foundedOn,
      endedOn: values.endedOn,
      termEndsOn: values.termEndsOn,
    })),
    groups: allRecords(h, partyGroup).map(({ id, values }) => ({
      id,
      name: values.name,
      branchId: values.branch,
      foundedOn: values.foundedOn,
      endedOn: values.endedOn,
    })),
    members: allRecords(h, partyMember).map(({ id, values }) => ({ id, name: values.name })),
    memberships: allRecords(h, partyMembership).map(({ values }) => ({
      memberId: values.member,
      branchId: values.branch,
      groupId: values.partyGroup,
      status: values.status,
      from: values.from,
      to: values.to,
    })),
    posts: allRecords(h, committeePost).map(({ values }) => ({
      branchId: values.branch,
      memberId: values.member,
      post: values.post,
      groupId: values.partyGroup,
      from: values.from,
      to: values.to,
    })),
    sanctions: allRecords(h, partySanction).map(({ values }) => ({
      memberId: values.member,
      kind: values.kind,
      from: values.from,
      to: values.to,
    })),
    meetings: meetings.map((record) => meetingFact(record, imported)),
    exemptions: allRecords(h, partyExemption).flatMap(({ values, period }) =>
      period === null
        ? []
        : [{ branchId: values.branch, groupId: values.partyGroup, type: values.type, period }],
    ),
    calendar,
  };
}

function meetingFact(record: RecordIn<typeof partyMeeting>, imported: ReadonlySet<string>): MeetingFact {
  const { id, period, createdAt, values } = record;
  return {
    id,
    type: values.type,
    title: values.title,
    branchId: values.branch,
    groupId: values.partyGroup,
    period,
    heldOn: values.heldOn,
    startsAt: values.startsAt,
    endsAt: values.endsAt,
    place: values.place,
    hostId: values.host,
    recorderId: values.recorder,
    attendance: values.attendance.map((row) => ({
      memberId: row.member,
      state: row.state,
      approvedBy: row.approvedBy,
      reason: row.reason,
      madeUpOn: row.madeUpOn,
    })),
    votes: values.votes.map(({ candidate: _candidate, written, ...vote }) => ({
      ...vote,
      written: written ?? 0,
    })),
    grades: values.grades.map((row) => ({ memberId: row.member, grade: row.grade })),
    lecturerId: values.lecturer,
    speeches: values.agenda.map((row) => ({ speakerId: row.speaker, text: row.speech ?? '' })),
    body: values.body ?? '',
    heldTogetherWith: values.heldTogetherWith,
    attachmentKinds: values.files.map((file) => file.kind),
    createdAt: imported.has(id) ? null : createdAt,
  };
}
