import type {
  FollowedMeeting,
  FollowUpBoard,
  OpenDecision,
  OpenMakeUp,
  UnenteredMeeting,
} from '../../../shared/contract/partyFollowUp.ts';
import { isCarriedOut } from '../../../shared/domain/governance/facts.ts';
import {
  makeUpDueOn,
  matterStanding,
  matterStandings,
} from '../../../shared/domain/partyLife/openMatters.ts';
import { governanceMeeting } from '../../../shared/ledgers/partyLife/governanceMeeting.ts';
import { partyMeeting } from '../../../shared/ledgers/partyLife/partyMeeting.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { allRecords, titlesOf, type RecordIn } from '../../store/records/records.ts';
import type { Check } from '../checks/check.ts';
import { recordsBetween } from '../../store/records/recordsBetween.ts';

type PartyMeeting = RecordIn<typeof partyMeeting>;
type GovernanceMeeting = RecordIn<typeof governanceMeeting>;

/** What the meetings held in a year have left to do, on the day of the check. */
export function followUpBoard(
  h: ReadHandle,
  check: Check,
  { year, closed }: { readonly year: number; readonly closed: boolean },
): FollowUpBoard {
  const range = { from: `${year}-01-01`, to: `${year}-12-31` };
  const meetings = recordsBetween(h, partyMeeting, 'heldOn', range);
  const governance = recordsBetween(h, governanceMeeting, 'heldOn', range);
  const names = titlesOf(h, [
    ...meetings.flatMap(({ values }) => [
      ...values.resolutions.flatMap(({ owner }) => owner ?? []),
      ...values.attendance.map(({ member }) => member),
    ]),
    ...governance.flatMap(({ values }) => values.topics.flatMap(({ owner }) => owner ?? [])),
  ]);
  const decisions = [
    ...meetings.flatMap((meeting) => resolutionsOf(meeting, names, check)),
    ...governance.flatMap((meeting) => topicsOf(meeting, names, check)),
  ].filter(({ standing }) => closed || standing !== 'closed');
  return {
    decisions: decisions.toSorted(
      (a, b) =>
        matterStandings.indexOf(a.standing) - matterStandings.indexOf(b.standing) ||
        (a.dueOn ?? '').localeCompare(b.dueOn ?? ''),
    ),
    makeUps: meetings
      .flatMap((meeting) => makeUpsOf(meeting, names, check))
      .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn)),
    unentered: unenteredOf(h, year, check.on),
  };
}

type Names = Readonly<Record<string, string>>;

function partyHead({ id, revision, values }: PartyMeeting): FollowedMeeting {
  const { type: kind, title, heldOn } = values;
  return { ledger: 'partyMeeting', id, revision, kind, title, heldOn };
}

function resolutionsOf(record: PartyMeeting, names: Names, check: Check): OpenDecision[] {
  return record.values.resolutions.map(({ id, content, owner, dueOn, progress, closedOn }) => ({
    rowId: id,
    meeting: partyHead(record),
    content,
    owner: owner === null ? '' : (names[owner] ?? ''),
    dueOn,
    standing: matterStanding({ dueOn, closedOn }, check.parameters, check.on),
    progress,
    closedOn,
  }));
}

function topicsOf({ id, revision, values }: GovernanceMeeting, names: Names, check: Check): OpenDecision[] {
  const meeting: FollowedMeeting = {
    ledger: 'governanceMeeting',
    id,
    revision,
    kind: values.kind,
    title: values.title,
    heldOn: values.heldOn,
  };
  return values.topics.filter(isCarriedOut).map((topic) => ({
    rowId: topic.id,
    meeting,
    content: topic.decisionText === null ? topic.name : `${topic.name}：${topic.decisionText}`,
    owner: topic.owner === null ? '' : (names[topic.owner] ?? ''),
    dueOn: topic.dueOn,
    standing: matterStanding(topic, check.parameters, check.on),
    progress: topic.progress,
    closedOn: topic.closedOn,
  }));
}

/** Only 党员大会 and 党课 are made up for by everybody who was not there. */
function makeUpsOf(record: PartyMeeting, names: Names, check: Check): OpenMakeUp[] {
  const { type, heldOn, attendance } = record.values;
  if (type !== '支部党员大会' && type !== '党课') return [];
  const dueOn = makeUpDueOn(heldOn, check.parameters);
  return attendance
    .filter(({ state, madeUpOn }) => state !== '出席' && state !== '不计应到' && madeUpOn === null)
    .map(({ id, member, state }) => ({
      rowId: id,
      meeting: partyHead(record),
      member: names[member] ?? '',
      state,
      dueOn,
      overdue: dueOn < check.on,
    }));
}

/** Drafts too: what is to be held is entered before it is. Talks of two people are no meetings of the platform. */
function unenteredOf(h: ReadHandle, year: number, today: string): UnenteredMeeting[] {
  const distance = (heldOn: string): number => Math.abs(Date.parse(heldOn) - Date.parse(today));
  return allRecords(h, partyMeeting)
    .filter(
      ({ values }) =>
        values.platformOn === null &&
        values.type !== '谈心谈话' &&
        typeof values.heldOn === 'string' &&
        values.heldOn.startsWith(String(year)),
    )
    .map((record) => ({ meeting: partyHead(record), ahead: record.values.heldOn >= today }))
    .toSorted(
      (a, b) => Number(b.ahead) - Number(a.ahead) || distance(a.meeting.heldOn) - distance(b.meeting.heldOn),
    );
}
