import { validBallots } from '../../../../shared/domain/partyLife/reviewCount.ts';
import type { MeetingType } from '../../../../shared/domain/partyLife/words.ts';
import { branch } from '../../../../shared/ledgers/partyLife/branch.ts';
import { committeePost } from '../../../../shared/ledgers/partyLife/committeePost.ts';
import { partyCampaign } from '../../../../shared/ledgers/partyLife/partyCampaign.ts';
import type { partyMeeting } from '../../../../shared/ledgers/partyLife/partyMeeting.ts';
import { alignedName } from '../../../documents/officeText.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import { allRecords, getRecord, recordsOn, type RecordIn } from '../../../store/records/records.ts';
import { titlesOf } from '../../../store/records/titles.ts';

type Meeting = RecordIn<typeof partyMeeting>['values'];
type Campaign = RecordIn<typeof partyCampaign>['values'];

/** One meeting with all that its 会议记录 says of it. */
export interface MeetingRecord {
  readonly branchName: string;
  readonly meeting: Meeting;
  readonly isDraft: boolean;
  /** The yearly work this meeting belongs to, of 组织生活会, 民主评议 and 民主生活会. */
  readonly campaign: Campaign | null;
  /** 组长 of the group on the day. */
  readonly groupLeaders: readonly string[];
  /** Titles of members, groups and meetings by id. */
  readonly names: Readonly<Record<string, string>>;
}

/** Reads what belongs to a meeting: names, its group's leaders, and its campaign. */
export function readMeetingRecord(
  h: ReadHandle,
  { id, values, state }: RecordIn<typeof partyMeeting>,
): MeetingRecord {
  const campaign = campaignOf(h, id, values);
  const meeting = withReviews(values, campaign);
  const leaders =
    meeting.partyGroup === null
      ? []
      : recordsOn(h, committeePost, meeting.heldOn, { where: { partyGroup: meeting.partyGroup } })
          .filter(({ values }) => values.post === '党小组组长')
          .map(({ values }) => values.member);
  const ids = [
    meeting.branch,
    meeting.partyGroup,
    meeting.themeMeeting,
    meeting.preparedBy,
    ...meeting.heldTogetherWith,
    ...leaders,
    ...peopleOf(meeting),
    ...(campaign?.problems ?? []).map((row) => row.member),
    ...(campaign?.rectifications ?? []).map((row) => row.owner),
  ].filter((each) => each !== null);
  const names = titlesOf(h, ids);
  return {
    branchName: getRecord(h, branch, meeting.branch)?.values.name ?? names[meeting.branch] ?? '',
    meeting,
    isDraft: state === 'draft',
    campaign,
    groupLeaders: leaders.map((leader) => names[leader] ?? ''),
    names,
  };
}

/** Ballots and grades of a review that were kept with its campaign stand in its minutes too. */
function withReviews(meeting: Meeting, campaign: Campaign | null): Meeting {
  if (meeting.type !== '民主评议党员' || meeting.grades.length > 0 || campaign === null) return meeting;
  return { ...meeting, grades: campaign.reviews, reviewBallots: validBallots(campaign) };
}

function campaignOf(h: ReadHandle, id: string, { type }: Meeting): Campaign | null {
  switch (type) {
    case '组织生活会':
    case '民主生活会':
    case '民主评议党员': {
      const found = [{ meeting: id }, { reviewMeeting: id }].flatMap((where) =>
        allRecords(h, partyCampaign, { where }),
      );
      return found[0]?.values ?? null;
    }
    default:
      return null;
  }
}

/** What the paper of a meeting is called: 支部党员大会会议记录. */
export function meetingPaperName(type: MeetingType): string {
  switch (type) {
    case '党课':
    case '谈心谈话':
    case '集中学习':
      return `${type}记录`;
    case '主题党日':
      return '主题党日活动记录';
    default:
      return type.endsWith('会议') ? `${type}记录` : `${type}会议记录`;
  }
}

/** A name by id, aligned for tables. */
export function nameIn({ names }: Pick<MeetingRecord, 'names'>, id: string | null): string {
  return id === null ? '' : alignedName(names[id] ?? '');
}

/** Everybody the record names. */
export function peopleOf(meeting: Meeting): readonly string[] {
  return [
    ...new Set(
      [
        meeting.host,
        meeting.recorder,
        meeting.lecturer,
        meeting.talkPartner,
        meeting.studyLeader,
        ...meeting.attendance.map((row) => row.member),
        ...meeting.agenda.map((row) => row.speaker),
        ...meeting.resolutions.map((row) => row.owner),
        ...meeting.candidates.map((row) => row.candidate),
        ...meeting.grades.map((row) => row.member),
      ].filter((id) => id !== null),
    ),
  ];
}
