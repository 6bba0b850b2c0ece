import type { TalkBoard } from '../../../shared/contract/partyLife.ts';

export type TalkMember = TalkBoard['members'][number];

/** The same for two members in either order. */
export function pairKey(first: string, second: string): string {
  return [first, second].sort().join('/');
}

/** Who leads the talk of two members, and what kind of talk it is: the committee goes to the members. */
export function talkKindOf(
  first: TalkMember,
  second: TalkMember,
): { readonly talker: string; readonly partner: string; readonly kind: string } {
  if (first.committee && second.committee) return { talker: first.id, partner: second.id, kind: '支委之间' };
  if (!first.committee && !second.committee)
    return { talker: first.id, partner: second.id, kind: '党员之间' };
  const [talker, partner] = first.committee ? [first, second] : [second, first];
  return { talker: talker.id, partner: partner.id, kind: '支委与党员' };
}
