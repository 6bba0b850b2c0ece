/**
 * Lottery numbers of a sign-up: 1 is drawn first. They follow from the seed and the ids alone, not from the order in
 * which anybody signed up, and come out the same whenever they are drawn again.
 * @param seed what was drawn or agreed on in public
 * @returns number by id, 1 … n
 */
export function drawLottery(seed: string, ids: readonly string[]): ReadonlyMap<string, number> {
  const drawn = ids.map((id) => ({ id, ticket: ticketOf(`${seed}|${id}`) }));
  drawn.sort((a, b) => a.ticket - b.ticket || (a.id < b.id ? -1 : 1));
  return new Map(drawn.map(({ id }, index) => [id, index + 1]));
}

/** FNV-1a with a final mixing, so that ids that differ in their last digit lie far apart. */
function ticketOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
