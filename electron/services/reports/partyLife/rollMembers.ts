import type { PartyLifeFacts } from '../../../../shared/domain/partyLife/facts.ts';
import { rollOn } from '../../../../shared/domain/partyLife/roll.ts';
import type { MemberStatus, PartyPost } from '../../../../shared/domain/partyLife/words.ts';
import type { PlainDate } from '../../../../shared/kernel/plainDate.ts';
import { partyMember } from '../../../../shared/ledgers/partyLife/partyMember.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import { getRecords, type RecordIn } from '../../../store/records/records.ts';

/** Somebody on a branch's roll, as papers tell of members. */
export interface RollMember {
  readonly id: string;
  readonly values: RecordIn<typeof partyMember>['values'];
  readonly status: MemberStatus;
  readonly groupId: string | null;
  readonly posts: readonly PartyPost[];
}

/** The posts of a branch that are held on a day. */
export function postsOn({ posts }: PartyLifeFacts, branchId: string, day: PlainDate) {
  return posts.filter(
    (post) => post.branchId === branchId && post.from <= day && (post.to === null || day <= post.to),
  );
}

/** A branch's roll on a day, with the posts its members hold then; members whose record is gone are left out. */
export function rollMembers(
  h: ReadHandle,
  facts: PartyLifeFacts,
  branchId: string,
  day: PlainDate,
): RollMember[] {
  const roll = rollOn(facts.memberships, branchId, day);
  const ids = roll.map(({ memberId }) => memberId);
  const people = new Map(getRecords(h, partyMember, ids).map(({ id, values }) => [id, values]));
  const held = Map.groupBy(postsOn(facts, branchId, day), ({ memberId }) => memberId);
  return roll.flatMap(({ memberId: id, status, groupId }): RollMember[] => {
    const values = people.get(id);
    const posts = (held.get(id) ?? []).map(({ post }) => post);
    return values ? [{ id, values, status, groupId, posts }] : [];
  });
}
