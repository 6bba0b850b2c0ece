import type { Filter } from '../../../../shared/contract/ledgers.ts';
import type {
  FeeFact,
  MeetingFact,
  PartyDayRule,
  PartyLifeFacts,
  TalkFact,
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

type Meeting = RecordIn<typeof partyMeeting>;

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
  const { meetings, earlier } = meetingsOf(h, year, on);
  const campaigns = [year - 1, year].flatMap((each) => loadCampaigns(h, String(each)));
  const imported = importedIds(h, partyMeeting);
  const photoDays = photoDaysOf(h, meetings);
  return {
    year,
    branches: allRecords(h, branch).map(({ id, values }) => ({
      ...values,
      id,
      name: values.shortName,
      partyDay: partyDayOf(values),
    })),
    groups: allRecords(h, partyGroup).map(({ id, values }) => ({ ...values, id, branchId: values.branch })),
    members: allRecords(h, partyMember).map(({ id, values }) => ({ id, name: values.name })),
    memberships: allRecords(h, partyMembership).map(({ values }) => ({
      ...values,
      memberId: values.member,
      branchId: values.branch,
      groupId: values.partyGroup,
    })),
    posts: allRecords(h, committeePost).map(({ values }) => ({
      ...values,
      branchId: values.branch,
      memberId: values.member,
      groupId: values.partyGroup,
    })),
    sanctions: allRecords(h, partySanction).map(({ values }) => ({ ...values, memberId: values.member })),
    meetings: meetings
      .map((record) => meetingFact(record, imported, photoDays))
      .map((fact) => withReviews(fact, campaigns)),
    earlierMeetings: earlier.map((record) => meetingFact(record, imported, new Map())),
    talks: talksOf(h, year, on, meetings),
    studies: finishedRecords(h, partyStudy, upTo('heldOn', on), String(year)).map(
      ({ id, period, values }) => ({
        ...values,
        id,
        branchId: values.branch,
        period,
        training: values.training === true,
        participants: values.participants.map((row) => ({
          memberId: row.member,
          hours: row.hours ?? values.hours,
        })),
      }),
    ),
    fees: [year - 1, year].flatMap((each) => feesOf(h, each, on)),
    campaigns,
    quarterPlans: finishedRecords(h, partyQuarterPlan, upTo('filedOn', on), String(year)).flatMap(
      ({ period, values }) =>
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

function upTo(field: string, on: PlainDate): readonly Filter[] {
  return [{ field, operator: 'to', value: on }];
}

/** The meetings of a year as known on a day, and those held in the year before that don't count for this one. */
function meetingsOf(
  h: ReadHandle,
  year: number,
  on: PlainDate,
): { readonly meetings: readonly Meeting[]; readonly earlier: readonly Meeting[] } {
  const between = (from: string, to: string) => recordsBetween(h, partyMeeting, 'heldOn', { from, to });
  const lastDay = `${year + 1}-12-31`;
  const held = between(`${year}-01-01`, on < lastDay ? on : lastDay);
  const counting = finishedRecords(h, partyMeeting, upTo('heldOn', on), String(year));
  const byId = new Map([...held, ...counting].map((record) => [record.id, record]));
  return {
    meetings: [...byId.values()],
    earlier: between(`${year - 1}-01-01`, `${year - 1}-12-31`).filter(({ id }) => !byId.has(id)),
  };
}

/** Talks of a year up to a day: those with a record of their own, and those that are kept as meetings. */
function talksOf(
  h: ReadHandle,
  year: number,
  on: PlainDate,
  meetings: readonly Meeting[],
): readonly TalkFact[] {
  return [
    ...finishedRecords(h, partyTalk, upTo('heldOn', on), String(year)).map(
      ({ id, period, values }): TalkFact => ({
        id,
        ledger: 'partyTalk',
        heldOn: values.heldOn,
        period,
        memberIds: [values.talker, values.partner],
      }),
    ),
    ...meetings.flatMap(({ id, period, values }): TalkFact[] => {
      const { type, heldOn, host, talkPartner } = values;
      return type === '谈心谈话' && talkPartner !== null
        ? [{ id, ledger: 'partyMeeting', heldOn, period, memberIds: [host, talkPartner] }]
        : [];
    }),
  ];
}

function feesOf(h: ReadHandle, year: number, on: PlainDate): readonly FeeFact[] {
  return finishedRecords(h, partyFee, [], String(year)).flatMap(({ id, period, values }) =>
    period === null
      ? []
      : {
          ...values,
          id,
          memberId: values.member,
          branchId: values.branch,
          month: period,
          base: values.base ?? 0,
          due: values.due ?? 0,
          ...paidBy(on, values.paid ?? 0, values.paidOn),
          reduced: values.reduction !== null,
        },
  );
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
function photoDaysOf(h: ReadHandle, meetings: readonly Meeting[]): ReadonlyMap<string, readonly PlainDate[]> {
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
  record: Meeting,
  imported: ReadonlySet<string>,
  photoDays: ReadonlyMap<string, readonly PlainDate[]>,
): MeetingFact {
  const { id, period, createdAt, values } = record;
  return {
    ...values,
    id,
    branchId: values.branch,
    groupId: values.partyGroup,
    period,
    hostId: values.host,
    recorderId: values.recorder,
    attendance: values.attendance.map((row) => ({ ...row, memberId: row.member })),
    votes: values.votes.map((row) => ({ ...row, written: row.written ?? 0 })),
    candidates: values.candidates.map((row) => ({
      ...row,
      memberId: row.candidate,
      against: row.against ?? 0,
      abstained: row.abstained ?? 0,
      elected: row.elected === true,
    })),
    resolutions: values.resolutions.map((row) => ({ ...row, ownerId: row.owner })),
    grades: values.grades.map((row) => ({
      memberId: row.member,
      grade: row.grade,
      ballots: votesTotal(row),
    })),
    studyHours: values.studyHours ?? 0,
    lecturerId: values.lecturer,
    speeches: values.agenda.map((row) => ({ speakerId: row.speaker, text: row.speech ?? '' })),
    body: values.body ?? '',
    themeMeetingId: values.themeMeeting,
    preparedById: values.preparedBy,
    photoDays: photoDays.get(id) ?? [],
    attachmentKinds: values.files.map((file) => file.kind),
    createdAt: imported.has(id) ? null : createdAt,
  };
}
