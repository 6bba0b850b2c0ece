import type { CampaignFact, MeetingFact } from '../../../../shared/domain/partyLife/facts.ts';
import { validBallots, votesTotal } from '../../../../shared/domain/partyLife/reviewCount.ts';
import { partyCampaign } from '../../../../shared/ledgers/partyLife/partyCampaign.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import type { RecordIn } from '../../../store/records/records.ts';
import { finishedRecords } from '../../../store/records/recordsBetween.ts';

/** The yearly campaigns that are kept for a year. */
export function loadCampaigns(h: ReadHandle, period: string): readonly CampaignFact[] {
  return finishedRecords(h, partyCampaign, [], period).map(campaignFact);
}

/** One campaign as the domain looks at it. */
export function campaignFact({ id, period, values }: RecordIn<typeof partyCampaign>): CampaignFact {
  return {
    ...values,
    id,
    branchId: values.branch,
    period: period ?? '',
    participantIds: values.participants,
    opinionCount: values.opinions.length > 0 ? values.opinions.length : values.opinionCount,
    problemCount: values.problems.length,
    meetingId: values.meeting,
    reviewMeetingId: values.reviewMeeting,
    reviews: values.reviews.map((row) => ({ ...row, memberId: row.member })),
    rectifications: values.rectifications.map((row) => ({
      ...row,
      content: row.problem,
      ownerId: row.owner,
    })),
    attachmentKinds: values.files.map((file) => file.kind),
  };
}

/** A review whose ballots and grades were kept with its campaign and not in the minutes has them from there. */
export function withReviews(meeting: MeetingFact, campaigns: readonly CampaignFact[]): MeetingFact {
  if (meeting.type !== '民主评议党员' || meeting.grades.length > 0) return meeting;
  const campaign = campaigns.find(
    ({ meetingId, reviewMeetingId }) => meetingId === meeting.id || reviewMeetingId === meeting.id,
  );
  if (!campaign) return meeting;
  return {
    ...meeting,
    grades: campaign.reviews.map((row) => ({
      memberId: row.memberId,
      grade: row.grade,
      ballots: votesTotal(row),
    })),
    reviewBallots: validBallots(campaign),
  };
}
