import type { PlainDate } from '../../kernel/plainDate.ts';
import { committeeOn } from './roll.ts';
import { reviewsMembers, sittingTypes } from './campaignKinds.ts';
import type { CampaignFact, MeetingFact, PartyLifeFacts } from './facts.ts';
import { countsFor } from './obligations.ts';
import { talkMatrix, talksAmong, type TalkMatrix } from './talkMatrix.ts';

/** The campaign's own sitting; `null` while none is named or its record is a draft. */
export function lifeMeetingOf(
  campaign: Pick<CampaignFact, 'meetingId'>,
  facts: Pick<PartyLifeFacts, 'meetings'>,
): MeetingFact | null {
  return facts.meetings.find(({ id }) => id === campaign.meetingId) ?? null;
}

/** The sitting in which members were reviewed; `null` where none is, or none is named. */
export function reviewMeetingOf(
  campaign: Pick<CampaignFact, 'kind' | 'meetingId' | 'reviewMeetingId'>,
  facts: Pick<PartyLifeFacts, 'meetings'>,
): MeetingFact | null {
  if (!reviewsMembers(campaign.kind)) return null;
  const wanted = campaign.kind === '民主评议党员' ? campaign.meetingId : campaign.reviewMeetingId;
  return facts.meetings.find(({ id }) => id === wanted) ?? null;
}

/** Finished meetings of the right kind, branch and year that no campaign names yet, the last first. */
export function meetingsToName(
  campaign: CampaignFact,
  facts: Pick<PartyLifeFacts, 'meetings' | 'campaigns'>,
  field: 'meeting' | 'reviewMeeting',
): readonly MeetingFact[] {
  const type = sittingTypes(campaign.kind)[field];
  const named = new Set(facts.campaigns.flatMap((each) => [each.meetingId, each.reviewMeetingId]));
  return facts.meetings
    .filter(
      (meeting) =>
        meeting.type === type &&
        meeting.branchId === campaign.branchId &&
        countsFor(meeting, campaign.period) &&
        !named.has(meeting.id),
    )
    .toSorted((a, b) => b.heldOn.localeCompare(a.heldOn));
}

/** The day on whose roll and committee a campaign is looked at: of its sitting, else the one planned, at most today. */
export function campaignDay(
  campaign: CampaignFact,
  facts: Pick<PartyLifeFacts, 'meetings'>,
  today: PlainDate,
): PlainDate {
  const held = (lifeMeetingOf(campaign, facts) ?? reviewMeetingOf(campaign, facts))?.heldOn;
  if (held !== undefined) return held;
  return campaign.plannedOn !== null && campaign.plannedOn < today ? campaign.plannedOn : today;
}

/**
 * Who has talked with whom before the sitting. In a 民主生活会 every two of those attending must have: all of them stand
 * as committee; elsewhere the branch's own matrix of the year, from the day on which the talks began.
 */
export function campaignTalks(campaign: CampaignFact, facts: PartyLifeFacts, today: PlainDate): TalkMatrix {
  const on = campaignDay(campaign, facts, today);
  const from = campaign.talksFrom;
  const talks = facts.talks.filter(({ heldOn }) => from === null || heldOn >= from);
  if (campaign.kind !== '民主生活会')
    return talkMatrix({ ...facts, talks }, campaign.branchId, Number(campaign.period), on);
  const attending =
    campaign.participantIds.length > 0
      ? campaign.participantIds
      : committeeOn(facts.posts, campaign.branchId, on);
  return talksAmong(
    attending,
    attending,
    talks.filter((talk) => countsFor(talk, campaign.period) && talk.heldOn <= on),
  );
}
