import { z } from 'zod';
import type { CampaignStepStanding, CampaignStepState } from '../domain/partyLife/campaignStanding.ts';
import type { CampaignStep, CampaignStepKey } from '../domain/partyLife/campaignSteps.ts';
import type { BallotCount, ReviewVotes } from '../domain/partyLife/reviewCount.ts';
import { call, inArea } from './call.ts';
import type { Remedy } from './checks.ts';
import type { TalkBoard } from './partyLife.ts';
import {
  campaignKinds,
  finalGrades,
  gradingMeetings,
  reviewGrades,
  type CampaignKind,
  type FinalGrade,
  type ReviewGrade,
} from '../domain/partyLife/words.ts';

/** A campaign of a branch as the overview shows it; `id` `null` = not begun. */
export interface CampaignRow {
  readonly id: string | null;
  readonly kind: CampaignKind;
  readonly branch: { readonly id: string; readonly name: string };
  readonly steps: readonly {
    readonly key: CampaignStepKey;
    readonly name: string;
    readonly state: CampaignStepState;
  }[];
  /** What to do next, in words; '' when everything is done. */
  readonly next: string;
  /** Rectifications not closed yet. */
  readonly openRectifications: number;
  readonly lastDay: string;
}

/** Every branch's campaigns of a year. */
export interface CampaignOverview {
  readonly rows: readonly CampaignRow[];
}

/** A step of a campaign: how it stands, its clock and the meeting it needs. */
export interface CampaignStepView
  extends
    Omit<CampaignStepStanding, 'step' | 'lateDays' | 'waitsFor'>,
    Pick<CampaignStep, 'key' | 'name' | 'rule' | 'fields'> {
  /** The clock in words: 期限 2026-12-10，还有 16 天; '' without one. */
  readonly clock: string;
  /** Names of the steps that come first. */
  readonly waitsFor: readonly string[];
  readonly sitting: CampaignSitting | null;
}

/** The meeting of a step: the one named, or how to come to one. */
export interface CampaignSitting {
  readonly field: 'meeting' | 'reviewMeeting';
  readonly named: {
    readonly id: string;
    readonly title: string;
    readonly heldOn: string;
    readonly enough: boolean;
    /** 应到 9 人，实到 8 人，… */
    readonly presence: string;
  } | null;
  /** Finished meetings that could be it. */
  readonly choices: readonly { readonly id: string; readonly title: string; readonly heldOn: string }[];
  /** A new record, already filled. */
  readonly create: Remedy;
}

/** A member's grades and votes in the review. */
export interface ReviewRowView extends ReviewVotes {
  readonly id: string;
  readonly memberId: string;
  readonly name: string;
  /** Probationary members take part without grade. */
  readonly graded: boolean;
  readonly selfGrade: ReviewGrade | null;
  readonly peerGrade: ReviewGrade | null;
  readonly grade: FinalGrade | null;
  readonly remark: string | null;
  readonly feedbackOn: string | null;
}

/** The count of 民主评议党员, and how many may be 优秀. */
export interface CampaignReview extends BallotCount {
  readonly rows: readonly ReviewRowView[];
  /** Most who may have voted: present at the sitting, before it the roll. */
  readonly mostVoters: number;
  /** Most 优秀, and the members it is a share of. */
  readonly limit: number;
  readonly base: number;
  readonly divisor: number;
  readonly assessedOn: string | null;
  readonly assessedBy: string | null;
}

/** One campaign of a branch with all its steps. */
export interface CampaignPage {
  readonly id: string;
  readonly revision: number;
  readonly year: number;
  /** 2026年度民主评议党员. */
  readonly title: string;
  readonly branch: { readonly id: string; readonly name: string };
  readonly steps: readonly CampaignStepView[];
  readonly nextStep: CampaignStepKey | null;
  readonly talks: TalkBoard;
  readonly review: CampaignReview | null;
}

const day = z.iso.date();
const count = z.int().min(0).max(5000).nullable();
const grade = z.enum(reviewGrades).nullable();

/** 组织生活会, 民主评议 and 民主生活会, step by step (domain.md §1.7, §1.9). */
export const partyCampaignCalls = {
  /** Every branch's campaigns of a year, those that the year asks for and are not begun included. */
  'campaigns.overview': call<CampaignOverview>()(
    z.object({ year: z.int().min(2000).max(2100) }),
    inArea('partyLife', 'read'),
  ),
  'campaigns.page': call<CampaignPage>()(z.object({ id: z.uuid() }), inArea('partyLife', 'read')),
  /** Begins a campaign, its list of members filled from the roll. Refused where the branch has begun it already. */
  'campaigns.start': call<{ readonly id: string }>()(
    z.object({ branch: z.uuid(), year: z.int().min(2000).max(2100), kind: z.enum(campaignKinds) }),
    inArea('partyLife', 'write'),
  ),
  /** Names the meeting that is the campaign's sitting. */
  'campaigns.nameMeeting': call<CampaignPage>()(
    z.object({
      id: z.uuid(),
      field: z.enum(['meeting', 'reviewMeeting']),
      meeting: z.uuid(),
      baseRevision: z.int(),
    }),
    inArea('partyLife', 'write'),
  ),
  /** Lists every member of the roll who is not listed yet. */
  'campaigns.fillMembers': call<CampaignPage>()(
    z.object({ id: z.uuid(), baseRevision: z.int() }),
    inArea('partyLife', 'write'),
  ),
  /**
   * Writes the review: ballots, votes and grades. Refused, with a problem at `reviewVoters`, `ballotsIssued`, … or `<row>.grade`, where the
   * count can't be true or more are 优秀 than may be.
   */
  'campaigns.saveReview': call<CampaignPage>()(
    z.object({
      id: z.uuid(),
      baseRevision: z.int(),
      reviewVoters: count,
      ballotsIssued: count,
      ballotsReturned: count,
      ballotsSpoiled: count,
      assessedOn: day.nullable(),
      assessedBy: z.enum(gradingMeetings).nullable(),
      rows: z
        .array(
          z.object({
            id: z.uuid(),
            selfGrade: grade,
            peerGrade: grade,
            excellentVotes: count,
            qualifiedVotes: count,
            basicVotes: count,
            unqualifiedVotes: count,
            grade: z.enum(finalGrades).nullable(),
            remark: z.string().max(300).nullable(),
            feedbackOn: day.nullable(),
          }),
        )
        .max(500),
    }),
    inArea('partyLife', 'write'),
  ),
};
