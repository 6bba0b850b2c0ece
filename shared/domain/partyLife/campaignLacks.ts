import { formatChinese, type PlainDate } from '../../kernel/plainDate.ts';
import { memberName, rollOn, votingMembersOn } from './roll.ts';
import type { Parameters } from '../parameters/index.ts';
import { listNames } from '../listNames.ts';
import { campaignDay, campaignTalks, lifeMeetingOf, reviewMeetingOf } from './campaignMeetings.ts';
import type { CampaignStep } from './campaignSteps.ts';
import type { CampaignFact, MeetingFact, PartyLifeFacts, ReviewFact } from './facts.ts';
import { excellentCap } from './memberReview.ts';
import { hasQuorum, quorumWords } from './quorum.ts';
import { countProblems, votesTotal } from './reviewCount.ts';

export interface CampaignContext {
  readonly facts: PartyLifeFacts;
  readonly parameters: Parameters;
  readonly today: PlainDate;
}

export interface StepLacks {
  /** Day on which the step was done, as far as it has one. */
  readonly on: PlainDate | null;
  readonly missing: readonly string[];
  readonly notes: readonly string[];
}

/** Whether enough came to the sitting, and in words how many. */
export interface Presence {
  readonly due: number;
  readonly present: number;
  readonly enough: boolean;
  readonly words: string;
}

/** What a step of a campaign has and lacks, from the facts. */
export function campaignLacks(
  step: CampaignStep,
  campaign: CampaignFact,
  context: CampaignContext,
): StepLacks {
  const papers = step.papers.flatMap(({ name, attachment }) =>
    attachment === null || campaign.attachmentKinds.includes(attachment) ? [] : [`${name}还没有存入附件`],
  );
  const own = lacksOf(step, campaign, context);
  return own.missing.length === 0 ? { ...own, notes: [...own.notes, ...papers] } : own;
}

function lacksOf(step: CampaignStep, campaign: CampaignFact, context: CampaignContext): StepLacks {
  const { facts, today } = context;
  switch (step.key) {
    case 'plan':
      return dated(campaign.planFiledOn, '还没有登记方案报批日期', [
        campaign.planApprovedOn === null ? '方案还没有批复' : '',
        campaign.plannedOn === null ? '还没有定召开日期' : '',
      ]);
    case 'study':
      return dated(campaign.studyOn, '还没有登记学习完成的日期', [
        (campaign.studyCount ?? 0) === 0 ? '还没有登记学习次数' : '',
      ]);
    case 'opinions':
      return {
        on: campaign.opinionsTo,
        missing: [
          campaign.opinionsTo === null ? '还没有登记征求意见结束的日期' : '',
          campaign.opinionCount === null ? '还没有登记意见，没有意见也要填 0 条' : '',
        ].filter(isSaid),
        notes: [],
      };
    case 'talks':
      return talkLacks(campaign, context);
    case 'selfCheck':
      return {
        on: campaign.selfCheckOn,
        missing: [
          campaign.selfCheckOn === null ? '还没有登记材料完成的日期' : '',
          campaign.problemCount === 0 ? '问题清单还是空的' : '',
        ].filter(isSaid),
        notes: [],
      };
    case 'meeting': {
      const meeting = lifeMeetingOf(campaign, facts);
      if (!meeting)
        return {
          on: null,
          missing: [campaign.meetingId === null ? '还没有会议记录' : '选定的会议记录还是草稿，完成后才算数'],
          notes: [],
        };
      const presence = presenceOf(meeting, campaign, facts);
      return {
        on: meeting.heldOn,
        missing: presence.enough || campaign.kind !== '民主生活会' ? [] : [presence.words],
        notes: presence.enough || campaign.kind === '民主生活会' ? [] : [presence.words],
      };
    }
    case 'selfReview':
    case 'peerReview':
    case 'ballot':
    case 'assessment':
      return reviewLacks(step, campaign, context);
    case 'rectification':
      return rectificationLacks(campaign, today);
    case 'publish':
      return dated(campaign.publishedOn, '还没有登记通报日期');
    case 'report':
      return dated(campaign.reportedOn, '还没有登记上报日期');
  }
}

function dated(on: PlainDate | null, sentence: string, notes: readonly string[] = []): StepLacks {
  return { on, missing: on === null ? [sentence] : [], notes: notes.filter(isSaid) };
}

function isSaid(sentence: string): boolean {
  return sentence !== '';
}

const shownPairs = 4;

function talkLacks(campaign: CampaignFact, { facts, today }: CampaignContext): StepLacks {
  const matrix = campaignTalks(campaign, facts, today);
  const name = (id: string): string => memberName(facts, id);
  const { committeePairsMissing: pairs, withoutCommittee, withoutPeer } = matrix;
  const ordinary = matrix.memberIds.length - matrix.committeeIds.length;
  const who = campaign.kind === '民主生活会' ? '成员' : '委员';
  const missing = [
    matrix.memberIds.length === 0 ? '还没有名单，核对不了谁该谈话' : '',
    pairs.length > 0
      ? `${who}之间还缺 ${pairs.length} 对：${pairs
          .slice(0, shownPairs)
          .map(([first, second]) => `${name(first)}和${name(second)}`)
          .join('、')}${pairs.length > shownPairs ? '等' : ''}`
      : '',
    withoutCommittee.length > 0 && matrix.committeeIds.length > 0
      ? `还没有委员与之谈话的 ${withoutCommittee.length} 人：${listNames(withoutCommittee.map(name))}`
      : '',
    withoutPeer.length > 0 && ordinary > 1
      ? `还没有与其他党员谈话的 ${withoutPeer.length} 人：${listNames(withoutPeer.map(name))}`
      : '',
  ].filter(isSaid);
  return { on: campaign.talksDoneOn, missing, notes: [] };
}

/** 实到 against 应到 by the test of its kind: leading group two thirds, a branch half of its voting members. */
export function presenceOf(meeting: MeetingFact, campaign: CampaignFact, facts: PartyLifeFacts): Presence {
  const voting = new Set(
    votingMembersOn(facts.memberships, facts.sanctions, campaign.branchId, meeting.heldOn),
  );
  const group = campaign.kind === '民主生活会';
  const counted = meeting.attendance.filter(
    ({ memberId, state }) => state !== '不计应到' && (group || voting.has(memberId)),
  );
  const present = counted.filter(({ state }) => state === '出席').length;
  const kind = group ? 'democraticLife' : 'resolution';
  const enough = counted.length > 0 && hasQuorum(kind, counted.length, present);
  const people = group ? '成员' : '有表决权的党员';
  return {
    due: counted.length,
    present,
    enough,
    words:
      counted.length === 0
        ? '会议记录里没有登记出席情况'
        : `${people}应到 ${counted.length} 人，实到 ${present} 人，${enough ? '人数符合' : quorumWords(kind)}`,
  };
}

/** Full members of the branch, who get a grade. */
export function gradedMembers(
  campaign: CampaignFact,
  facts: PartyLifeFacts,
  today: PlainDate,
): ReadonlySet<string> {
  return new Set(
    rollOn(facts.memberships, campaign.branchId, campaignDay(campaign, facts, today))
      .filter(({ status }) => status === '正式党员')
      .map(({ memberId }) => memberId),
  );
}

function reviewLacks(
  step: CampaignStep,
  campaign: CampaignFact,
  { facts, parameters, today }: CampaignContext,
): StepLacks {
  const day = campaignDay(campaign, facts, today);
  const graded = gradedMembers(campaign, facts, today);
  const reviewed = new Set(campaign.reviews.map(({ memberId }) => memberId));
  const absent = rollOn(facts.memberships, campaign.branchId, day).filter(
    ({ memberId }) => !reviewed.has(memberId),
  );
  const own = campaign.reviews.filter(({ memberId }) => graded.has(memberId));
  const without = (lacks: (row: ReviewFact) => boolean, words: string): string => {
    const names = own.filter(lacks).map(({ memberId }) => memberName(facts, memberId));
    return names.length === 0 ? '' : `还有 ${names.length} 人没有${words}：${listNames(names)}`;
  };
  const meeting = reviewMeetingOf(campaign, facts);
  const onRoll =
    campaign.reviews.length === 0
      ? '还没有列出参评党员'
      : absent.length > 0
        ? `评议名单缺少${listNames(absent.map(({ memberId }) => memberName(facts, memberId)))}`
        : '';
  switch (step.key) {
    case 'selfReview':
      return lacksIn([onRoll, without((row) => row.selfGrade === null, '自评')]);
    case 'peerReview':
      return lacksIn([onRoll, without((row) => row.peerGrade === null, '互评')]);
    case 'ballot': {
      const presence = meeting && presenceOf(meeting, campaign, facts);
      return {
        on: meeting?.heldOn ?? null,
        missing: [
          onRoll,
          meeting ? '' : '还没有民主评议的会议记录',
          campaign.ballotsReturned === null ? '还没有登记收回的测评票' : '',
          without((row) => votesTotal(row) === null, '计票'),
          ...countProblems(campaign, campaign.reviews).map(({ path, sentence }) => {
            const row = /^reviews\.(\d+)/u.exec(path)?.[1];
            const member = row === undefined ? null : campaign.reviews[Number(row)];
            return member ? `${memberName(facts, member.memberId)}${sentence}` : sentence;
          }),
        ].filter(isSaid),
        notes: presence && !presence.enough ? [presence.words] : [],
      };
    }
    default: {
      const excellent = own.filter(({ grade }) => grade === '优秀').length;
      const { base, limit } = excellentCap(facts, parameters, campaign.branchId, own.length, day);
      const wrong = campaign.reviews.filter(
        ({ memberId, grade }) => !graded.has(memberId) && grade !== null && grade !== '不评等次',
      );
      return {
        on: campaign.assessedOn,
        missing: [
          onRoll,
          without((row) => row.grade === null, '评定等次'),
          excellent > limit ? `评定优秀 ${excellent} 人，按 ${base} 名党员最多 ${limit} 人` : '',
          wrong.length > 0
            ? `${listNames(wrong.map(({ memberId }) => memberName(facts, memberId)))}是预备党员，不评等次`
            : '',
          campaign.assessedOn === null ? '还没有登记评定日期' : '',
        ].filter(isSaid),
        notes: [],
      };
    }
  }
}

function lacksIn(sentences: readonly string[]): StepLacks {
  return { on: null, missing: sentences.filter(isSaid), notes: [] };
}

function rectificationLacks({ rectifications }: CampaignFact, today: PlainDate): StepLacks {
  const open = rectifications.filter(({ closedOn }) => closedOn === null || closedOn > today);
  const overdue = open.filter(({ dueOn }) => dueOn !== null && dueOn < today);
  const closed = rectifications.flatMap(({ closedOn }) => (closedOn === null ? [] : [closedOn]));
  return {
    on: open.length === 0 ? (closed.toSorted().at(-1) ?? null) : null,
    missing: [
      rectifications.length === 0 ? '整改清单还是空的' : '',
      open.length > 0 ? `${rectifications.length} 项整改中还有 ${open.length} 项没有销号` : '',
      ...overdue.map(
        ({ content, dueOn }) => `“${content}”的时限${dueOn === null ? '' : formatChinese(dueOn)}已过`,
      ),
    ].filter(isSaid),
    notes: [
      open.some(({ ownerId }) => ownerId === null) ? '有整改事项没有责任人' : '',
      open.some(({ dueOn }) => dueOn === null) ? '有整改事项没有时限' : '',
    ].filter(isSaid),
  };
}
