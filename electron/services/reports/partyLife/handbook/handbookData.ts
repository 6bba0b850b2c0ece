import { asOfDay, type DevelopmentPerson } from '../../../../../shared/domain/membership/developmentFacts.ts';
import type { FeeFact } from '../../../../../shared/domain/partyLife/facts.ts';
import type { PartyPost } from '../../../../../shared/domain/partyLife/words.ts';
import {
  countsFor,
  partyObligations,
  type Obligation,
} from '../../../../../shared/domain/partyLife/obligations.ts';
import { studyAccounts, type StudyAccount } from '../../../../../shared/domain/partyLife/studyHours.ts';
import { compareLabels } from '../../../../../shared/kernel/labelOrder.ts';
import { periodContains, periodRange } from '../../../../../shared/kernel/periods.ts';
import { yearOf, type PlainDate } from '../../../../../shared/kernel/plainDate.ts';
import type { branch } from '../../../../../shared/ledgers/partyLife/branch.ts';
import { memberDevelopment } from '../../../../../shared/ledgers/partyLife/memberDevelopment.ts';
import { partyBrand } from '../../../../../shared/ledgers/partyLife/partyBrand.ts';
import { partyMeeting } from '../../../../../shared/ledgers/partyLife/partyMeeting.ts';
import { partyQuarterPlan } from '../../../../../shared/ledgers/partyLife/partyQuarterPlan.ts';
import { partyStudy } from '../../../../../shared/ledgers/partyLife/partyStudy.ts';
import { partyTalk } from '../../../../../shared/ledgers/partyLife/partyTalk.ts';
import type { ReadHandle } from '../../../../store/handles.ts';
import { allRecords, getRecords, type RecordIn } from '../../../../store/records/records.ts';
import { titlesOf } from '../../../../store/records/titles.ts';
import { developmentPerson } from '../../../partyLife/checks/developmentFacts.ts';
import { loadPartyLifeFacts } from '../../../partyLife/checks/partyLifeFacts.ts';
import { loadPlanFacts, type PlanFact } from '../../../partyLife/checks/planFacts.ts';
import { finishedRecords } from '../../../../store/records/recordsBetween.ts';
import { parametersInForce } from '../../../school/parametersInForce.ts';
import { schoolCalendar } from '../../../school/schoolCalendar.ts';
import { readMeetingRecord, type MeetingRecord } from '../meetingRecord.ts';
import { responsibleFor } from '../planWords.ts';
import { postsOn, rollMembers, type RollMember } from '../rollMembers.ts';
import type { PeriodAbout } from '../../report.ts';

type ValuesOf<D extends Parameters<typeof allRecords>[1]> = RecordIn<D>['values'];

/** A branch's year, as far as it is known on the day: everything its 党支部工作手册 is made of. */
export interface HandbookData {
  readonly schoolName: string;
  readonly year: string;
  readonly day: PlainDate;
  readonly branch: ValuesOf<typeof branch>;
  /** On the roll of the day, by group and name. */
  readonly members: readonly RollMember[];
  readonly groups: readonly { readonly id: string; readonly name: string; readonly foundedOn: string }[];
  readonly posts: readonly {
    readonly name: string;
    readonly post: PartyPost;
    readonly groupId: string | null;
    readonly from: PlainDate;
  }[];
  readonly plan: readonly PlanFact[];
  readonly quarterPlans: readonly {
    readonly period: string;
    readonly values: ValuesOf<typeof partyQuarterPlan>;
  }[];
  /** Finished ones that count for the year, by day and time. */
  readonly meetings: readonly MeetingRecord[];
  readonly talks: readonly ValuesOf<typeof partyTalk>[];
  readonly studies: readonly ValuesOf<typeof partyStudy>[];
  readonly fees: readonly FeeFact[];
  readonly accounts: readonly StudyAccount[];
  readonly development: readonly DevelopmentPerson[];
  readonly brands: readonly ValuesOf<typeof partyBrand>[];
  readonly obligations: readonly Obligation[];
  /** Titles by id. */
  readonly names: Readonly<Record<string, string>>;
}

/** Reads a branch's year; the meetings are what takes time. */
export function readHandbook(
  h: ReadHandle,
  { id, values }: RecordIn<typeof branch>,
  { schoolName, period: year, day, today, progress }: PeriodAbout,
): HandbookData {
  const facts = loadPartyLifeFacts(h, schoolCalendar(h, today), Number(year), today);
  const parameters = parametersInForce(h);
  const ofBranch = (fact: { readonly branchId: string }): boolean => fact.branchId === id;
  const held = postsOn(facts, id, day);
  const groups = facts.groups
    .filter(
      (group) =>
        ofBranch(group) && group.foundedOn <= day && (group.endedOn === null || day <= group.endedOn),
    )
    .toSorted((one, other) => compareLabels(one.name, other.name));
  const groupOrder = groups.map((group) => group.id);
  const members = rollMembers(h, facts, id, day).toSorted(
    (a, b) =>
      groupOrder.indexOf(a.groupId ?? '') - groupOrder.indexOf(b.groupId ?? '') ||
      a.values.name.localeCompare(b.values.name, 'zh'),
  );
  const order = members.map((member) => member.id);
  const plan = loadPlanFacts(h, Number(year)).items.filter(
    (item) => ofBranch(item) && item.period.startsWith(year),
  );
  const talks = heldBy(finishedRecords(h, partyTalk, [], year), id, day);
  const meetings = facts.meetings.filter((meeting) => ofBranch(meeting) && countsFor(meeting, year));
  return {
    schoolName,
    year,
    day,
    branch: values,
    members,
    groups,
    posts: held.map(({ memberId, post, groupId, from }) => ({
      name: facts.members.find((member) => member.id === memberId)?.name ?? '',
      post,
      groupId,
      from,
    })),
    plan,
    quarterPlans: finishedRecords(h, partyQuarterPlan, [], year).flatMap((record) =>
      record.values.branch === id && record.period !== null
        ? [{ period: record.period, values: record.values }]
        : [],
    ),
    meetings: readMeetings(
      h,
      meetings.map((meeting) => meeting.id),
      progress,
    ),
    talks,
    studies: heldBy(finishedRecords(h, partyStudy, [], year), id, day),
    fees: facts.fees.filter(
      (fee) => ofBranch(fee) && periodContains(year, fee.month) && fee.month <= day.slice(0, 7),
    ),
    accounts: studyAccounts(facts, id, parameters, today).toSorted(
      (a, b) => order.indexOf(a.memberId) - order.indexOf(b.memberId),
    ),
    development: allRecords(h, memberDevelopment, { where: { branch: id } }).map((record) =>
      asOfDay(developmentPerson(record), day),
    ),
    brands: allRecords(h, partyBrand).flatMap((record) =>
      record.values.branch === id || record.values.branch === null ? [record.values] : [],
    ),
    obligations: partyObligations(facts, parameters, today).filter(
      (each) =>
        each.branchId === id &&
        each.state !== 'notDue' &&
        yearOf(periodRange(each.period).from) === Number(year),
    ),
    names: titlesOf(h, [
      ...order,
      ...plan.flatMap((item) => responsibleFor(item) ?? []),
      ...talks.flatMap((talk) => [talk.talker, talk.partner]),
      ...facts.fees.map((fee) => fee.memberId),
    ]),
  };
}

/** Those of a branch up to a day, by day. */
function heldBy<Held extends { readonly branch: string; readonly heldOn: PlainDate }>(
  records: readonly { readonly values: Held }[],
  branchId: string,
  day: PlainDate,
): Held[] {
  return records
    .map(({ values }) => values)
    .filter((held) => held.branch === branchId && held.heldOn <= day)
    .toSorted((a, b) => a.heldOn.localeCompare(b.heldOn));
}

function readMeetings(
  h: ReadHandle,
  ids: readonly string[],
  progress: PeriodAbout['progress'],
): MeetingRecord[] {
  return getRecords(h, partyMeeting, ids)
    .toSorted(
      (a, b) =>
        a.values.heldOn.localeCompare(b.values.heldOn) || a.values.startsAt.localeCompare(b.values.startsAt),
    )
    .map((record, index) => {
      progress?.('正在汇总会议记录', index + 1, ids.length);
      return readMeetingRecord(h, record);
    });
}
