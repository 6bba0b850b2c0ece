import type { MemberPage, MemberRoll, MemberRow } from '../../../shared/contract/partyLife.ts';
import { stateOf } from '../../../shared/domain/membership/developmentState.ts';
import { rollOn } from '../../../shared/domain/partyLife/roll.ts';
import type { MemberFact, MembershipFact } from '../../../shared/domain/partyLife/facts.ts';
import { memberAttendance } from '../../../shared/domain/partyLife/memberAttendance.ts';
import { studyAccounts, studyCredits } from '../../../shared/domain/partyLife/studyHours.ts';
import { talkMatrix } from '../../../shared/domain/partyLife/talkMatrix.ts';
import { countsFor } from '../../../shared/domain/partyLife/obligations.ts';
import { committeePost } from '../../../shared/ledgers/partyLife/committeePost.ts';
import { memberDevelopment } from '../../../shared/ledgers/partyLife/memberDevelopment.ts';
import { partyCampaign } from '../../../shared/ledgers/partyLife/partyCampaign.ts';
import { partyMeeting } from '../../../shared/ledgers/partyLife/partyMeeting.ts';
import { partyMember } from '../../../shared/ledgers/partyLife/partyMember.ts';
import { partyMembership } from '../../../shared/ledgers/partyLife/partyMembership.ts';
import { partySanction } from '../../../shared/ledgers/partyLife/partySanction.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { allRecords, titlesOf, type RecordIn } from '../../store/records/records.ts';
import type { Check } from '../checks/check.ts';
import { finishedRecords } from '../../store/records/recordsBetween.ts';
import { branchYear, dayInYear, membersOfYear, postWords } from './branchYear.ts';
import { feeRows } from './feeGrid.ts';
import { memberGaps, type MemberStanding } from './memberGaps.ts';
import { memberOfDossier } from './moveRoll.ts';
import { developmentFacts } from './checks/developmentFacts.ts';
import { partyLifeFacts } from './checks/partyLifeFacts.ts';

type Member = RecordIn<typeof partyMember>;

/** Everybody who was on a roll of the school in the year, branch by branch. */
export function memberRoll(h: ReadHandle, check: Check, year: number, newId: () => string): MemberRoll {
  const facts = partyLifeFacts(check, year);
  const on = dayInYear(check, year);
  const choice = branchYear(check, year, undefined);
  const groups = new Map(facts.groups.map(({ id, name }) => [id, name]));
  return {
    ...choice,
    members: choice.branches.flatMap((branch) => {
      const roll = new Map(rollOn(facts.memberships, branch.id, on).map((one) => [one.memberId, one]));
      const members = membersOfYear(facts, branch.id, on).filter(({ id }) => roll.has(id));
      return standingsOf(h, check, year, branch.id, members, newId).map((standing): MemberRow => {
        const { member, attendance, study, fees } = standing;
        const membership = roll.get(member.id);
        return {
          id: member.id,
          name: member.name,
          branch: branch.name,
          group: groups.get(membership?.groupId ?? '') ?? '',
          status: membership?.status ?? '',
          posts: postWords(facts, branch.id, member.id, on),
          due: attendance.due,
          present: attendance.present,
          hours: study.hours,
          target: study.target,
          onPace: study.onPace,
          arrearsMonths: fees.cells.filter(({ state }) => state === 'arrears' || state === 'short').length,
          unrecordedMonths: fees.cells.filter(({ state }) => state === 'unrecorded').length,
          gaps: memberGaps(standing).length,
        };
      });
    }),
  };
}

/** What is known of members on a branch's roll, in the order given. */
function standingsOf(
  h: ReadHandle,
  check: Check,
  year: number,
  branchId: string,
  members: readonly MemberFact[],
  newId: () => string,
): readonly MemberStanding[] {
  const facts = partyLifeFacts(check, year);
  const on = dayInYear(check, year);
  const matrix = talkMatrix(facts, branchId, year, on);
  const accounts = new Map(
    studyAccounts(facts, branchId, check.parameters, check.on).map((account) => [account.memberId, account]),
  );
  const fees = new Map(
    feeRows(
      h,
      check,
      year,
      branchId,
      members.map(({ id }) => id),
    ).map((row) => [row.memberId, row]),
  );
  return members.flatMap((member) => {
    const study = accounts.get(member.id);
    const row = fees.get(member.id);
    if (!study || !row) return [];
    return {
      member,
      branchId,
      facts,
      attendance: memberAttendance(facts, member.id, check.on),
      study,
      trainingsDue: check.parameters.number('leaderTrainings', on),
      fees: row,
      matrix,
      newId,
    };
  });
}

/** One member on one page, for a year. */
export function memberPage(
  h: ReadHandle,
  check: Check,
  year: number,
  record: Member,
  newId: () => string,
): MemberPage {
  const facts = partyLifeFacts(check, year);
  const on = dayInYear(check, year);
  const { id, values } = record;
  const member = { id, name: values.name };
  const present = membershipOn(facts.memberships, id, on);
  const branchId = present?.branchId ?? null;
  const [standing] = branchId === null ? [] : standingsOf(h, check, year, branchId, [member], newId);
  const attendance = standing?.attendance ?? memberAttendance(facts, id, check.on);
  const credits = studyCredits(facts, check.on).filter((credit) => credit.memberId === id);
  const talks = facts.talks.filter((talk) => talk.memberIds.includes(id) && countsFor(talk, String(year)));
  const memberships = newestFirst(allRecords(h, partyMembership, { where: { member: id } }));
  const posts = newestFirst(allRecords(h, committeePost, { where: { member: id } }));
  const names = titlesOf(h, [
    ...facts.branches.map((branch) => branch.id),
    ...facts.groups.map((group) => group.id),
    ...credits.map((credit) => credit.id),
    ...talks.flatMap(({ memberIds }) => memberIds),
  ]);
  const words = (...ids: readonly (string | null)[]): string =>
    ids.flatMap((one) => (one === null ? [] : [names[one] ?? ''])).join(' ');
  return {
    name: values.name,
    year,
    branch: branchId === null ? null : { id: branchId, name: words(branchId) },
    facts: factsOf(values, present, words, branchId === null ? '' : postWords(facts, branchId, id, on)),
    memberships: memberships.map((one) => ({
      id: one.id,
      words: [words(one.values.branch, one.values.partyGroup), one.values.status].join(' · '),
      from: one.values.from,
      to: one.values.to,
    })),
    posts: posts.map((one) => ({
      id: one.id,
      words: [one.values.post, words(one.values.branch, one.values.partyGroup)].join(' · '),
      from: one.values.from,
      to: one.values.to,
    })),
    attendance: {
      due: attendance.due,
      present: attendance.present,
      madeUp: attendance.madeUp,
      absences: attendance.absences.map(({ meeting, row }) => ({
        meetingId: meeting.id,
        title: meeting.title,
        heldOn: meeting.heldOn,
        state: row.state,
        reason: row.reason,
        approvedBy: row.approvedBy,
        madeUpOn: row.madeUpOn,
      })),
    },
    study: {
      leader: standing?.study.leader ?? false,
      hours: standing?.study.hours ?? credits.reduce((sum, { hours }) => sum + hours, 0),
      target: standing?.study.target ?? 0,
      onPace: standing?.study.onPace ?? 0,
      trainings: credits.filter(({ training }) => training).length,
      entries: credits
        .map(({ ledger, id: from, heldOn, hours }) => ({
          ledger,
          id: from,
          title: words(from),
          heldOn,
          hours,
        }))
        .toSorted((a, b) => b.heldOn.localeCompare(a.heldOn)),
    },
    fees: standing?.fees ?? null,
    talks: talks
      .map((talk) => ({
        ledger: talk.ledger,
        id: talk.id,
        heldOn: talk.heldOn,
        partner: words(talk.memberIds.find((other) => other !== id) ?? null),
      }))
      .toSorted((a, b) => b.heldOn.localeCompare(a.heldOn)),
    grades: gradesOf(h, id),
    development: developmentOf(h, check, id),
    sanctions: newestFirst(allRecords(h, partySanction, { where: { member: id } })).map((one) => ({
      id: one.id,
      kind: one.values.kind,
      from: one.values.from,
      to: one.values.to,
    })),
    gaps: standing ? memberGaps(standing) : [],
  };
}

function membershipOn(
  memberships: readonly MembershipFact[],
  memberId: string,
  on: string,
): MembershipFact | undefined {
  return memberships.find(
    (one) => one.memberId === memberId && one.from <= on && (one.to === null || on <= one.to),
  );
}

function factsOf(
  values: Member['values'],
  present: MembershipFact | undefined,
  words: (...ids: readonly (string | null)[]) => string,
  posts: string,
): MemberPage['facts'] {
  return [
    { label: '党支部', value: present ? words(present.branchId, present.groupId) : '不在册' },
    { label: '党员类别', value: present?.status ?? values.status },
    { label: '党内职务', value: posts },
    { label: '岗位职务', value: values.post ?? '' },
    { label: '入党日期', value: values.admittedOn ?? '' },
    { label: '转正日期', value: values.confirmedOn ?? '' },
    { label: '组织关系', value: values.relation === '在册' ? '' : (values.relation ?? '') },
  ].filter(({ value }) => value !== '');
}

function newestFirst<R extends { readonly values: { readonly from: string } }>(
  records: readonly R[],
): readonly R[] {
  return records.toSorted((a, b) => b.values.from.localeCompare(a.values.from));
}

/** Grades of all years, from the minutes of the review or the campaign that keeps them. */
function gradesOf(h: ReadHandle, memberId: string): MemberPage['grades'] {
  const campaigns = allRecords(h, partyCampaign);
  return finishedRecords(h, partyMeeting, [{ field: 'type', operator: 'is', value: '民主评议党员' }]).flatMap(
    ({ id, period, values }) => {
      const kept = campaigns.find(
        (campaign) => campaign.values.meeting === id || campaign.values.reviewMeeting === id,
      );
      const rows = values.grades.length > 0 ? values.grades : (kept?.values.reviews ?? []);
      return rows
        .filter((row) => row.member === memberId && row.grade !== null)
        .map((row) => ({
          meetingId: id,
          year: (period ?? values.heldOn).slice(0, 4),
          grade: row.grade ?? '',
        }));
    },
  );
}

/** The dossier of the member's own way into the Party, found by the person behind both. */
function developmentOf(h: ReadHandle, check: Check, memberId: string): MemberPage['development'] {
  const members = allRecords(h, partyMember);
  const dossier = allRecords(h, memberDevelopment).find(
    (one) => memberOfDossier(members, one)?.id === memberId,
  );
  const person = developmentFacts(check).persons.find(({ id }) => id === dossier?.id);
  if (!dossier || !person) return null;
  return {
    id: dossier.id,
    state: stateOf(person),
    steps: dossier.values.steps.map(({ step, doneOn }) => ({ name: step, on: doneOn })),
  };
}
