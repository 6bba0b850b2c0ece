import type { DateRange } from '../../kernel/periods.ts';
import type { PlainDate } from '../../kernel/plainDate.ts';
import type {
  BranchFact,
  GroupFact,
  MembershipFact,
  PartyLifeFacts,
  PartySanctionFact,
  PostFact,
} from './facts.ts';
import { partyPosts, type PartyPost } from './words.ts';

/**
 * Who belonged where on a day. Every answer comes from dated histories, never from today's status, so that
 * a record of last spring is judged by last spring's roll.
 */

interface Dated {
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

/** Whether a dated fact holds on a day (both ends included, no end = still). */
function holdsOn(fact: Dated, on: PlainDate): boolean {
  return fact.from <= on && (fact.to === null || on <= fact.to);
}

/** Whether a branch or group existed on every day of a range. */
export function existsThroughout(
  unit: Pick<BranchFact | GroupFact, 'foundedOn' | 'endedOn'>,
  range: DateRange,
): boolean {
  return unit.foundedOn <= range.from && (unit.endedOn === null || range.to <= unit.endedOn);
}

/** 在册党员: memberships of the branch on the day, full and probationary. */
export function rollOn(
  memberships: readonly MembershipFact[],
  branchId: string,
  on: PlainDate,
): readonly MembershipFact[] {
  return memberships.filter((membership) => membership.branchId === branchId && holdsOn(membership, on));
}

/** Whether the member was under 留党察看, which takes the vote away (支部选举 and voting rules, 党章). */
export function isUnderProbationarySanction(
  sanctions: readonly PartySanctionFact[],
  memberId: string,
  on: PlainDate,
): boolean {
  return sanctions.some(
    (sanction) =>
      sanction.memberId === memberId && sanction.kind.startsWith('留党察看') && holdsOn(sanction, on),
  );
}

/** Whether somebody was a full member of any branch on the day. */
export function isFullMemberOn(
  memberships: readonly MembershipFact[],
  memberId: string,
  on: PlainDate,
): boolean {
  return memberships.some(
    (membership) =>
      membership.memberId === memberId && membership.status === '正式党员' && holdsOn(membership, on),
  );
}

/** 有表决权的党员: full members of the branch on the day who are not under 留党察看; ids. */
export function votingMembersOn(
  memberships: readonly MembershipFact[],
  sanctions: readonly PartySanctionFact[],
  branchId: string,
  on: PlainDate,
): readonly string[] {
  return rollOn(memberships, branchId, on)
    .filter(
      ({ status, memberId }) =>
        status === '正式党员' && !isUnderProbationarySanction(sanctions, memberId, on),
    )
    .map(({ memberId }) => memberId);
}

function sitsInCommittee({ post }: PostFact): boolean {
  return post !== '党小组组长' && post !== '党务干事';
}

/** Ids of the committee's members on the day, each once, in the order of their posts (书记, 副书记, 委员). */
export function committeeOn(posts: readonly PostFact[], branchId: string, on: PlainDate): readonly string[] {
  const holders = posts
    .filter((post) => post.branchId === branchId && sitsInCommittee(post) && holdsOn(post, on))
    .toSorted((a, b) => partyPosts.indexOf(a.post) - partyPosts.indexOf(b.post));
  return [...new Set(holders.map(({ memberId }) => memberId))];
}

/** Whether the branch has a committee: anyone beside 书记 and 副书记, who lead branches without one too. */
export function hasCommitteeOn(posts: readonly PostFact[], branchId: string, on: PlainDate): boolean {
  return posts.some(
    (post) =>
      post.branchId === branchId &&
      sitsInCommittee(post) &&
      post.post !== '书记' &&
      post.post !== '副书记' &&
      holdsOn(post, on),
  );
}

/** Ids of those who held a post in the branch on the day. */
export function holdersOn(
  posts: readonly PostFact[],
  branchId: string,
  post: PartyPost,
  on: PlainDate,
): readonly string[] {
  return posts
    .filter((held) => held.branchId === branchId && held.post === post && holdsOn(held, on))
    .map(({ memberId }) => memberId);
}

/** Ids of a group's 组长 on the day. */
export function groupLeadersOn(
  posts: readonly PostFact[],
  groupId: string | null,
  on: PlainDate,
): readonly string[] {
  return posts
    .filter((held) => held.post === '党小组组长' && held.groupId === groupId && holdsOn(held, on))
    .map(({ memberId }) => memberId);
}

/** The branch's groups that existed on the day. */
export function groupsOn(
  groups: readonly GroupFact[],
  branchId: string,
  on: PlainDate,
): readonly GroupFact[] {
  return groups.filter(
    (group) =>
      group.branchId === branchId && group.foundedOn <= on && (group.endedOn === null || on <= group.endedOn),
  );
}

/** A member's name, or a plain word where the roll no longer has it. */
export function memberName(facts: Pick<PartyLifeFacts, 'members'>, memberId: string): string {
  return facts.members.find(({ id }) => id === memberId)?.name ?? '（名册中没有的党员）';
}
