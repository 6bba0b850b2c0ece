import type {
  CampaignOverview,
  CampaignPage,
  CampaignReview,
  CampaignRow,
  CampaignSitting,
  CampaignStepView,
} from '../../../shared/contract/partyCampaign.ts';
import type { TalkBoard } from '../../../shared/contract/partyLife.ts';
import { memberName, rollOn } from '../../../shared/domain/partyLife/roll.ts';
import { sittingTypes, reviewsMembers } from '../../../shared/domain/partyLife/campaignKinds.ts';
import {
  gradedMembers,
  presenceOf,
  type CampaignContext,
} from '../../../shared/domain/partyLife/campaignLacks.ts';
import {
  campaignDay,
  campaignTalks,
  lifeMeetingOf,
  meetingsToName,
  reviewMeetingOf,
} from '../../../shared/domain/partyLife/campaignMeetings.ts';
import {
  campaignStanding,
  lastMeetingDay,
  nextCampaignStep,
  type CampaignStepStanding,
} from '../../../shared/domain/partyLife/campaignStanding.ts';
import { campaignSteps, campaignWords } from '../../../shared/domain/partyLife/campaignSteps.ts';
import type { BranchFact, CampaignFact, PartyLifeFacts } from '../../../shared/domain/partyLife/facts.ts';
import { excellentCap } from '../../../shared/domain/partyLife/memberReview.ts';
import type { PlainDate } from '../../../shared/kernel/plainDate.ts';
import { daysBetween } from '../../../shared/kernel/plainDate.ts';
import type { partyCampaign } from '../../../shared/ledgers/partyLife/partyCampaign.ts';
import { partyMeeting } from '../../../shared/ledgers/partyLife/partyMeeting.ts';
import type { RecordIn } from '../../store/records/records.ts';
import type { Check } from '../checks/check.ts';
import { campaignFact } from './checks/campaignFacts.ts';
import { membersOfYear, postWords } from './branchYear.ts';
import { boardTalks } from './talkBoard.ts';
import type { CampaignKind } from '../../../shared/domain/partyLife/words.ts';
import { partyLifeFacts } from './checks/partyLifeFacts.ts';

/** What every branch owes in a year. */
const owed: readonly CampaignKind[] = ['组织生活会', '民主评议党员'];

export function campaignContext(check: Check, year: number): CampaignContext {
  return { facts: partyLifeFacts(check, year), parameters: check.parameters, today: check.on };
}

/** Every branch with its campaigns of a year. */
export function campaignOverview(check: Check, year: number): CampaignOverview {
  const context = campaignContext(check, year);
  const { facts, parameters } = context;
  const own = facts.campaigns.filter(({ period }) => period === String(year));
  const branches = facts.branches.filter(
    ({ foundedOn, endedOn }) =>
      foundedOn <= `${year}-12-31` && (endedOn === null || endedOn > `${year}-12-31`),
  );
  const lastDay = lastMeetingDay(String(year), parameters);
  const groupMeets = own.some(({ kind }) => kind === '民主生活会');
  return {
    rows: branches.flatMap((branch, index) => {
      const begun = own.filter(({ branchId }) => branchId === branch.id);
      const combined = begun.some(({ kind }) => kind === '组织生活会和民主评议');
      // The school has one leading group; it is offered once, with the first branch.
      const group = index === 0 && !groupMeets;
      const kinds: CampaignKind[] = [...(combined ? [] : owed), ...(group ? (['民主生活会'] as const) : [])];
      const missing = kinds.filter((kind) => !begun.some((each) => each.kind === kind));
      return [
        ...begun.map((campaign) => rowOf(campaign, branch, context, lastDay)),
        ...missing.map((kind): CampaignRow => ({
          id: null,
          kind,
          branch: { id: branch.id, name: branch.name },
          steps: campaignSteps(kind).map(({ key, name }) => ({ key, name, state: 'later' })),
          next: '',
          openRectifications: 0,
          lastDay,
        })),
      ];
    }),
  };
}

function rowOf(
  campaign: CampaignFact,
  branch: BranchFact,
  context: CampaignContext,
  lastDay: PlainDate,
): CampaignRow {
  const standing = campaignStanding(campaign, context);
  const next = nextCampaignStep(standing);
  return {
    id: campaign.id,
    kind: campaign.kind,
    branch: { id: branch.id, name: branch.name },
    steps: standing.map(({ step, state }) => ({ key: step.key, name: step.name, state })),
    next: next ? [next.step.name, clockOf(next, context.today)].filter((part) => part !== '').join('：') : '',
    openRectifications: campaign.rectifications.filter(({ closedOn }) => closedOn === null).length,
    lastDay,
  };
}

/** One campaign with every step, its talks and its review. */
export function campaignPage(
  check: Check,
  record: RecordIn<typeof partyCampaign>,
  newId: () => string,
): CampaignPage {
  const campaign = campaignFact(record);
  const year = Number(campaign.period);
  const context = campaignContext(check, year);
  const standing = campaignStanding(campaign, context);
  const branch = context.facts.branches.find(({ id }) => id === campaign.branchId);
  const nameOf = new Map(standing.map(({ step }) => [step.key, step.name]));
  return {
    id: record.id,
    revision: record.revision,
    year,
    title: campaignWords(campaign.kind, campaign.period),
    branch: { id: campaign.branchId, name: branch?.name ?? '' },
    steps: standing.map((each): CampaignStepView => ({
      key: each.step.key,
      name: each.step.name,
      rule: each.step.rule,
      state: each.state,
      on: each.on,
      dueOn: each.dueOn,
      clock: clockOf(each, check.on),
      missing: each.missing,
      notes: each.notes,
      waitsFor: each.waitsFor.flatMap((key) => nameOf.get(key) ?? []),
      papers: each.papers,
      fields: each.step.fields,
      sitting: sittingOf(each, campaign, context, newId),
    })),
    nextStep: nextCampaignStep(standing)?.step.key ?? null,
    talks: talksOf(check, campaign, context),
    review: reviewsMembers(campaign.kind) ? reviewOf(record, campaign, context) : null,
  };
}

/** How the due day stands: 期限 2026-12-10，还有 16 天. */
function clockOf({ state, on, dueOn, lateDays }: CampaignStepStanding, today: PlainDate): string {
  if (state === 'done')
    return on === null ? '' : lateDays > 0 ? `${on} 完成，晚了 ${lateDays} 天` : `${on} 完成`;
  if (dueOn === null) return '';
  const left = daysBetween(today, dueOn);
  return left < 0
    ? `期限 ${dueOn}，已过 ${-left} 天`
    : left === 0
      ? '今天到期'
      : `期限 ${dueOn}，还有 ${left} 天`;
}

function sittingOf(
  { step }: CampaignStepStanding,
  campaign: CampaignFact,
  { facts, today }: CampaignContext,
  newId: () => string,
): CampaignSitting | null {
  const field = step.fields.includes('meeting')
    ? 'meeting'
    : step.fields.includes('reviewMeeting')
      ? 'reviewMeeting'
      : null;
  if (field === null) return null;
  const meeting = field === 'meeting' ? lifeMeetingOf(campaign, facts) : reviewMeetingOf(campaign, facts);
  const presence = meeting && presenceOf(meeting, campaign, facts);
  const type = sittingTypes(campaign.kind)[field] ?? '民主评议党员';
  const secretary = facts.posts.find(
    ({ branchId, post, from, to }) =>
      branchId === campaign.branchId && post === '书记' && from <= today && (to === null || to >= today),
  );
  return {
    field,
    named:
      meeting && presence
        ? {
            id: meeting.id,
            title: meeting.title,
            heldOn: meeting.heldOn,
            enough: presence.enough,
            presence: presence.words,
          }
        : null,
    choices: meetingsToName(campaign, facts, field).map(({ id, title, heldOn }) => ({ id, title, heldOn })),
    create: {
      kind: 'create',
      ledger: partyMeeting.id,
      period: campaign.period,
      values: {
        type,
        title: `${campaign.period}年度${type === '民主评议党员' ? '民主评议党员大会' : type}`,
        branch: campaign.branchId,
        ...(campaign.plannedOn !== null && campaign.plannedOn <= today ? { heldOn: campaign.plannedOn } : {}),
        ...(secretary ? { host: secretary.memberId } : {}),
        attendance: dueOf(campaign, facts, today).map((member) => ({
          id: newId(),
          member,
          state: '出席',
          approvedBy: null,
          reason: null,
          madeUpOn: null,
          madeUpHow: null,
        })),
      },
    },
  };
}

/** Who is due at the sitting: the leading group, or the branch's roll. */
function dueOf(campaign: CampaignFact, facts: PartyLifeFacts, today: PlainDate): readonly string[] {
  if (campaign.kind === '民主生活会' && campaign.participantIds.length > 0) return campaign.participantIds;
  const roll = new Set(rollOn(facts.memberships, campaign.branchId, today).map(({ memberId }) => memberId));
  return membersOfYear(facts, campaign.branchId, today)
    .filter(({ id }) => roll.has(id))
    .map(({ id }) => id);
}

function talksOf(check: Check, campaign: CampaignFact, { facts, today }: CampaignContext): TalkBoard {
  const matrix = campaignTalks(campaign, facts, today);
  const on = campaignDay(campaign, facts, today);
  const members = new Set(matrix.memberIds);
  const order = membersOfYear(facts, campaign.branchId, on).map(({ id }) => id);
  const ids = [
    ...order.filter((id) => members.has(id)),
    ...matrix.memberIds.filter((id) => !order.includes(id)),
  ];
  const { committeePairsMissing, withoutCommittee, withoutPeer } = matrix;
  return {
    today: check.on,
    year: Number(campaign.period),
    branches: [],
    branchId: campaign.branchId,
    members: ids.map((id) => ({
      id,
      name: memberName(facts, id),
      committee: matrix.committeeIds.includes(id),
      posts: postWords(facts, campaign.branchId, id, on),
    })),
    talks: boardTalks(matrix, ids),
    committeePairsMissing,
    withoutCommittee,
    withoutPeer,
  };
}

function reviewOf(
  { values }: RecordIn<typeof partyCampaign>,
  campaign: CampaignFact,
  { facts, parameters, today }: CampaignContext,
): CampaignReview {
  const day = campaignDay(campaign, facts, today);
  const graded = gradedMembers(campaign, facts, today);
  const listed = values.reviews.filter(({ member }) => graded.has(member)).length;
  return {
    reviewVoters: campaign.reviewVoters,
    ballotsIssued: campaign.ballotsIssued,
    ballotsReturned: campaign.ballotsReturned,
    ballotsSpoiled: campaign.ballotsSpoiled,
    rows: values.reviews.map(({ member, ...row }) => ({
      ...row,
      memberId: member,
      name: memberName(facts, member),
      graded: graded.has(member),
    })),
    mostVoters: mostVoters(campaign, facts, today),
    ...excellentCap(facts, parameters, campaign.branchId, listed, day),
    divisor: parameters.number('reviewExcellentDivisor', day),
    assessedOn: values.assessedOn,
    assessedBy: values.assessedBy,
  };
}

/** Members who can have voted: those present at the sitting, before it everybody on the roll. */
export function mostVoters(campaign: CampaignFact, facts: PartyLifeFacts, today: PlainDate): number {
  const meeting = reviewMeetingOf(campaign, facts);
  const present = meeting?.attendance.filter(({ state }) => state === '出席').length ?? 0;
  return present > 0
    ? present
    : rollOn(facts.memberships, campaign.branchId, campaignDay(campaign, facts, today)).length;
}
