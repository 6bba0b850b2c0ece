import { addDays, addMonthsCN, daysBetween, type PlainDate } from '../../kernel/plainDate.ts';
import type { Parameters } from '../parameters/index.ts';
import { campaignLacks, type CampaignContext } from './campaignLacks.ts';
import { lifeMeetingOf, reviewMeetingOf } from './campaignMeetings.ts';
import { campaignSteps, type CampaignStep, type CampaignStepKey } from './campaignSteps.ts';
import type { CampaignFact } from './facts.ts';

/** `open` = may be done now; `later` = another step comes first. */
export type CampaignStepState = 'done' | 'dueSoon' | 'overdue' | 'open' | 'later';

export interface CampaignStepStanding {
  readonly step: CampaignStep;
  readonly state: CampaignStepState;
  /** Day on which it was done. */
  readonly on: PlainDate | null;
  /** Last day on which it is in time; `null` = nothing fixes one yet. */
  readonly dueOn: PlainDate | null;
  /** Days after the due day on which it was done; 0 = in time. */
  readonly lateDays: number;
  /** What keeps it from being done, one Chinese sentence each. */
  readonly missing: readonly string[];
  /** What a done or running step still lacks: papers, presence, signatures. */
  readonly notes: readonly string[];
  readonly papers: readonly {
    readonly name: string;
    readonly ready: boolean;
    readonly report: string | null;
  }[];
  /** Steps that come first and aren't done. */
  readonly waitsFor: readonly CampaignStepKey[];
}

/** Which steps come before a step; those of another kind of campaign fall away. */
const before: Readonly<Partial<Record<CampaignStepKey, readonly CampaignStepKey[]>>> = {
  meeting: ['plan', 'study', 'opinions', 'talks', 'selfCheck'],
  selfReview: ['study'],
  peerReview: ['selfReview'],
  ballot: ['peerReview'],
  assessment: ['ballot'],
  rectification: ['meeting'],
  publish: ['meeting', 'assessment'],
  report: ['meeting', 'assessment'],
};

/** Every step of a campaign as it stands on a day, with what is missing and why. */
export function campaignStanding(
  campaign: CampaignFact,
  context: CampaignContext,
): readonly CampaignStepStanding[] {
  const { parameters, today } = context;
  const steps = campaignSteps(campaign.kind);
  const lacks = new Map(steps.map((step) => [step.key, campaignLacks(step, campaign, context)]));
  const soon = parameters.number('dueSoonDays', today);
  return steps.map((step) => {
    const { on, missing, notes } = lacks.get(step.key) ?? { on: null, missing: [], notes: [] };
    const dueOn = dueDay(step.key, campaign, context);
    const done = missing.length === 0;
    const waitsFor = (before[step.key] ?? []).filter((key) => (lacks.get(key)?.missing.length ?? 0) > 0);
    return {
      step,
      on,
      dueOn,
      missing,
      notes,
      waitsFor,
      lateDays: done && on !== null && dueOn !== null && on > dueOn ? daysBetween(dueOn, on) : 0,
      papers: step.papers.map((paper) => ({
        name: paper.name,
        ready: paper.attachment === null ? done : campaign.attachmentKinds.includes(paper.attachment),
        report: paper.report ?? null,
      })),
      state: stateOf(),
    };

    function stateOf(): CampaignStepState {
      if (done) return 'done';
      if (dueOn !== null && dueOn < today) return 'overdue';
      if (waitsFor.length > 0) return 'later';
      return dueOn !== null && daysBetween(today, dueOn) <= soon ? 'dueSoon' : 'open';
    }
  });
}

/** The step to take next: what is overdue or due first, then what may be done now. */
export function nextCampaignStep(standing: readonly CampaignStepStanding[]): CampaignStepStanding | null {
  const byState = (state: CampaignStepState) =>
    standing.find((each) => each.state === state && each.waitsFor.length === 0);
  return byState('overdue') ?? byState('dueSoon') ?? byState('open') ?? null;
}

/** Last day for holding the year's meetings. */
export function lastMeetingDay(year: string, parameters: Parameters): PlainDate {
  const lastDay = `${year}-12-31`;
  return addMonthsCN(lastDay, parameters.number('yearlyMeetingGraceMonths', lastDay));
}

function dueDay(
  key: CampaignStepKey,
  campaign: CampaignFact,
  { facts, parameters }: CampaignContext,
): PlainDate | null {
  const held = lifeMeetingOf(campaign, facts)?.heldOn ?? null;
  const reviewed = reviewMeetingOf(campaign, facts)?.heldOn ?? null;
  const event = held ?? campaign.plannedOn;
  switch (key) {
    case 'plan':
      if (event === null) return null;
      return campaign.kind === '民主生活会'
        ? addDays(event, -parameters.number('lifeMeetingPlanLeadDays', event))
        : event;
    case 'study':
    case 'opinions':
    case 'talks':
    case 'selfCheck':
      return event;
    case 'meeting':
      return campaign.plannedOn ?? lastMeetingDay(campaign.period, parameters);
    case 'selfReview':
    case 'peerReview':
    case 'ballot':
      return reviewed ?? campaign.plannedOn ?? lastMeetingDay(campaign.period, parameters);
    case 'assessment':
    case 'publish':
    case 'report': {
      const sat = reviewed ?? held;
      if (sat === null) return null;
      const id =
        campaign.kind === '民主生活会' ? 'lifeMeetingReportDays' : ('branchCampaignReportDays' as const);
      return addDays(sat, parameters.number(id, sat));
    }
    case 'rectification': {
      const days = campaign.rectifications.flatMap(({ dueOn, closedOn }) =>
        closedOn === null && dueOn !== null ? [dueOn] : [],
      );
      return days.toSorted()[0] ?? null;
    }
  }
}
