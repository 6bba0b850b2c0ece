import type {
  FeeFact,
  MeetingFact,
  PartyDayRule,
  PartyLifeFacts,
} from '../../../../shared/domain/partyLife/facts.ts';
import { votesTotal } from '../../../../shared/domain/partyLife/reviewCount.ts';
import type { SchoolCalendar } from '../../../../shared/kernel/calendar.ts';
import type { PlainDate } from '../../../../shared/kernel/plainDate.ts';
import { schooldayNumber } from '../../../../shared/kernel/schooldays.ts';
import { branch } from '../../../../shared/ledgers/partyLife/branch.ts';
import { committeePost } from '../../../../shared/ledgers/partyLife/committeePost.ts';
import { partyExemption } from '../../../../shared/ledgers/partyLife/partyExemption.ts';
import { partyFee } from '../../../../shared/ledgers/partyLife/partyFee.ts';
import { partyGroup } from '../../../../shared/ledgers/partyLife/partyGroup.ts';
import { partyMeeting } from '../../../../shared/ledgers/partyLife/partyMeeting.ts';
import { partyMember } from '../../../../shared/ledgers/partyLife/partyMember.ts';
import { partyMembership } from '../../../../shared/ledgers/partyLife/partyMembership.ts';
import { partyQuarterPlan } from '../../../../shared/ledgers/partyLife/partyQuarterPlan.ts';
import { partySanction } from '../../../../shared/ledgers/partyLife/partySanction.ts';
import { partyStudy } from '../../../../shared/ledgers/partyLife/partyStudy.ts';
import { partyTalk } from '../../../../shared/ledgers/partyLife/partyTalk.ts';
import { attachmentMetas } from '../../../store/attachments/attachments.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import { allRecords, importedIds, type RecordIn } from '../../../store/records/records.ts';
import { loadCampaigns, withReviews } from './campaignFacts.ts';
import { finishedRecords, recordsBetween } from '../../../store/records/recordsBetween.ts';
import { perCheck } from '../../checks/check.ts';

/** The facts of a natural year, as on the day of a check. */
export const partyLifeFacts = perCheck(({ read, calendar, on }, year: number) =>
  loadPartyLifeFacts(read, calendar, year, on),
);

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
  const earlier = recordsBetween(h, partyMeeting, 'heldOn', {
    from: `${year - 1}-01-01`,
    to: `${year - 1}-12-31`,
  }).filter(({ id }) => !known.has(id) && !counting.some((record) => record.id === id));
  const campaigns = [year - 1, year].flatMap((each) => loadCampaigns(h, String(each)));
  const imported = importedIds(h, partyMeeting);
  const photoDays = photoDaysOf(h, meetings);
  const upToDay = { field: 'heldOn', operator: 'to', value: on } as const;
  return {
    year,
    branches: allRecords(h, branch).map(({ id, values }) => ({
      id,
      name: values.shortName,
      foundedOn: values.foundedOn,
      endedOn: values.endedOn,
      termEndsOn: values.termEndsOn,
      extendedUntil: values.extendedUntil,
      partyDay: partyDayOf(values),
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
    meetings: meetings
      .map((record) => meetingFact(record, imported, photoDays))
      .map((fact) => withReviews(fact, campaigns)),
    earlierMeetings: earlier.map((record) => meetingFact(record, imported, new Map())),
    talks: [
      ...finishedRecords(h, partyTalk, [upToDay], String(year)).map(({ id, period, values }) => ({
        id,
        ledger: 'partyTalk' as const,
        heldOn: values.heldOn,
        period,
        memberIds: [values.talker, values.partner] as const,
      })),
      ...meetings.flatMap(({ id, period, values }) =>
        values.type === '谈心谈话' && values.talkPartner !== null
          ? [
              {
                id,
                ledger: 'partyMeeting' as const,
                heldOn: values.heldOn,
                period,
                memberIds: [values.host, values.talkPartner] as const,
              },
            ]
          : [],
      ),
    ],
    studies: finishedRecords(h, partyStudy, [upToDay], String(year)).map(({ id, period, values }) => ({
      id,
      mode: values.mode,
      branchId: values.branch,
      heldOn: values.heldOn,
      period,
      training: values.training === true,
      participants: values.participants.map((row) => ({
        memberId: row.member,
        hours: row.hours ?? values.hours,
      })),
    })),
    fees: [year - 1, year].flatMap((each) =>
      finishedRecords(h, partyFee, [], String(each)).flatMap(({ id, period, values }) =>
        period === null
          ? []
          : [
              {
                id,
                memberId: values.member,
                branchId: values.branch,
                month: period,
                situation: values.situation,
                base: values.base ?? 0,
                due: values.due ?? 0,
                ...paidBy(on, values.paid ?? 0, values.paidOn),
                reduced: values.reduction !== null,
                arrearsReason: values.arrearsReason,
              },
            ],
      ),
    ),
    campaigns,
    quarterPlans: finishedRecords(
      h,
      partyQuarterPlan,
      [{ field: 'filedOn', operator: 'to', value: on }],
      String(year),
    ).flatMap(({ period, values }) =>
      period === null ? [] : [{ branchId: values.branch, period, filedOn: values.filedOn }],
    ),
    exemptions: allRecords(h, partyExemption).flatMap(({ values, period }) =>
      period === null
        ? []
        : [{ branchId: values.branch, groupId: values.partyGroup, type: values.type, period }],
    ),
    calendar,
  };
}

/** What was paid as far as it was known on the day. */
function paidBy(on: PlainDate, paid: number, paidOn: PlainDate | null): Pick<FeeFact, 'paid' | 'paidOn'> {
  return paidOn !== null && paidOn <= on ? { paid, paidOn } : { paid: 0, paidOn: null };
}

function partyDayOf(values: RecordIn<typeof branch>['values']): PartyDayRule | null {
  const { partyDayOfMonth, partyDayWeek, partyDayWeekday } = values;
  if (partyDayWeek !== null && partyDayWeekday !== null) {
    const weekday = schooldayNumber(partyDayWeekday);
    const place = ['第一个', '第二个', '第三个', '第四个'].indexOf(partyDayWeek);
    return { kind: 'weekday', ordinal: place < 0 ? 'last' : place + 1, weekday };
  }
  return partyDayOfMonth === null ? null : { kind: 'dayOfMonth', day: partyDayOfMonth };
}

/** Days on which the attached photos were taken, by record. */
function photoDaysOf(
  h: ReadHandle,
  meetings: readonly RecordIn<typeof partyMeeting>[],
): ReadonlyMap<string, readonly PlainDate[]> {
  const photos = meetings.flatMap(({ id, values }) =>
    values.files.filter(({ kind }) => kind === '照片').map((file) => ({ meeting: id, file: file.id })),
  );
  const metas = attachmentMetas(
    h,
    photos.map(({ file }) => file),
  );
  const days = new Map<string, PlainDate[]>();
  for (const { meeting, file } of photos) {
    const day = metas.get(file)?.takenOn ?? null;
    if (day !== null) days.set(meeting, [...(days.get(meeting) ?? []), day]);
  }
  return days;
}

function meetingFact(
  record: RecordIn<typeof partyMeeting>,
  imported: ReadonlySet<string>,
  photoDays: ReadonlyMap<string, readonly PlainDate[]>,
): MeetingFact {
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
    votes: values.votes.map(({ candidate: _candidate, writtenBy: _writtenBy, written, ...vote }) => ({
      ...vote,
      written: written ?? 0,
    })),
    election: {
      electorsDue: values.electorsDue,
      electorsPresent: values.electorsPresent,
      ballotsIssued: values.ballotsIssued,
      ballotsReturned: values.ballotsReturned,
      candidates: values.candidates.map((row) => ({
        memberId: row.candidate,
        post: row.post,
        inFavour: row.inFavour,
        against: row.against ?? 0,
        abstained: row.abstained ?? 0,
        elected: row.elected === true,
      })),
    },
    resolutions: values.resolutions.map((row) => ({
      content: row.content,
      ownerId: row.owner,
      dueOn: row.dueOn,
      closedOn: row.closedOn,
    })),
    grades: values.grades.map((row) => ({
      memberId: row.member,
      grade: row.grade,
      ballots: votesTotal(row),
    })),
    reviewBallots: values.reviewBallots,
    studyHours: values.studyHours ?? 0,
    lecturerId: values.lecturer,
    speeches: values.agenda.map((row) => ({ speakerId: row.speaker, text: row.speech ?? '' })),
    body: values.body ?? '',
    heldTogetherWith: values.heldTogetherWith,
    themeMeetingId: values.themeMeeting,
    preparedById: values.preparedBy,
    platformOn: values.platformOn,
    reportedOn: values.reportedOn,
    photoDays: photoDays.get(id) ?? [],
    attachmentKinds: values.files.map((file) => file.kind),
    createdAt: imported.has(id) ? null : createdAt,
  };
}
