import type { BranchYear } from '../../../shared/contract/partyLife.ts';
import { committeeOn } from '../../../shared/domain/partyLife/roll.ts';
import type { MemberFact, PartyLifeFacts } from '../../../shared/domain/partyLife/facts.ts';
import type { PlainDate } from '../../../shared/kernel/plainDate.ts';
import { pinyinSortKey } from '../../../shared/kernel/searchText.ts';
import type { Check } from '../checks/check.ts';
import { partyLifeFacts } from './checks/partyLifeFacts.ts';

/** The branches of a year, and the one that is wanted; another or none wanted = the first. */
export function branchYear(check: Check, year: number, wanted: string | undefined): BranchYear {
  const branches = partyLifeFacts(check, year)
    .branches.filter(
      ({ foundedOn, endedOn }) =>
        foundedOn <= `${year}-12-31` && (endedOn === null || endedOn >= `${year}-01-01`),
    )
    .map(({ id, name }) => ({ id, name }));
  const branch = branches.find(({ id }) => id === wanted) ?? branches[0];
  return { today: check.on, year, branches, branchId: branch?.id ?? null };
}

/** The day on which a year is looked at: today, or its last day once it is over. */
export function dayInYear(check: Check, year: number): PlainDate {
  const last = `${year}-12-31`;
  return check.on < last ? check.on : last;
}

/** Everybody who was on the branch's roll on some day of the year; the day's committee first, then by pinyin. */
export function membersOfYear(facts: PartyLifeFacts, branchId: string, on: PlainDate): readonly MemberFact[] {
  const ids = new Set(
    facts.memberships
      .filter(
        ({ branchId: own, from, to }) =>
          own === branchId && from <= on && (to === null || to >= `${facts.year}-01-01`),
      )
      .map(({ memberId }) => memberId),
  );
  const committee = committeeOn(facts.posts, branchId, on);
  const rank = ({ id }: MemberFact): number => {
    const place = committee.indexOf(id);
    return place < 0 ? committee.length : place;
  };
  return facts.members
    .filter(({ id }) => ids.has(id))
    .toSorted((a, b) => rank(a) - rank(b) || pinyinSortKey(a.name).localeCompare(pinyinSortKey(b.name)));
}

/** 书记、组织委员: what a member is in a branch on a day; '' for nothing. */
export function postWords(
  facts: Pick<PartyLifeFacts, 'posts'>,
  branchId: string,
  memberId: string,
  on: PlainDate,
): string {
  return facts.posts
    .filter(
      (post) =>
        post.branchId === branchId &&
        post.memberId === memberId &&
        post.from <= on &&
        (post.to === null || on <= post.to),
    )
    .map(({ post }) => post)
    .join('、');
}
