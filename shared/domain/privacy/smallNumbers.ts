/** A sum that is shown together with its parts. */
export interface ShownSum {
  readonly total: string;
  readonly parts: readonly string[];
}

/**
 * Which counts of some tables may not be shown (domain.md §9.2, PRV-04): those of 1 to `least` − 1 people, and as few others
 * as it takes that none of them can be computed from the sums that stay. All tables that share counts are looked at together,
 * because a total hidden in one and shown in the other hides nothing.
 *
 * The sums are the knots of a net and the counts its threads, each between the sums that hold it: a hidden count can be
 * computed unless its thread lies on a ring of hidden ones, so for each the cheapest ring is closed.
 *
 * @param counts every cell and total by its key; a key stands in one or two of the sums
 * @param sums which of them add up to which
 * @param least the smallest count that may be shown; 0 or 1 hides nothing
 */
export function hiddenCounts(
  counts: ReadonlyMap<string, number>,
  sums: readonly ShownSum[],
  least: number,
): ReadonlySet<string> {
  const small = [...counts].filter(([, count]) => count > 0 && count < least).map(([key]) => key);
  const hidden = new Set(small);
  const totals = new Set(sums.map(({ total }) => total));
  const threads = [...counts.keys()].map((key): Thread => ({ key, ends: endsOf(key, sums) }));
  const cost = (key: string): number => {
    if (hidden.has(key)) return 0;
    const count = counts.get(key) ?? 0;
    // A zero gives way in one direction only, so it protects badly; totals are what the reader wants most.
    return cellCost + Math.min(count, cellCost) + (count === 0 ? zeroCost : totals.has(key) ? totalCost : 0);
  };
  for (const key of small) for (const more of ringAround(key, threads, cost)) hidden.add(more);
  return hidden;
}

const cellCost = 1_000;
const totalCost = 5_000;
const zeroCost = 100_000;
/** Where the threads of counts end that stand in one sum only: nothing is known there. */
const outside = -1;

interface Thread {
  readonly key: string;
  readonly ends: readonly [number, number];
}

function endsOf(key: string, sums: readonly ShownSum[]): readonly [number, number] {
  const own = sums.flatMap(({ total, parts }, index) =>
    total === key || parts.includes(key) ? [index] : [],
  );
  return [own[0] ?? outside, own[1] ?? outside];
}

/** The cheapest way from one end of a count's thread to the other over other counts. */
function ringAround(
  key: string,
  threads: readonly Thread[],
  cost: (key: string) => number,
): readonly string[] {
  const own = threads.find((thread) => thread.key === key);
  if (!own) return [];
  const [start, goal] = own.ends;
  const reached = new Map([[start, { spent: 0, way: [] as readonly string[] }]]);
  const open = new Set([start]);
  while (open.size > 0) {
    const [here] = [...open].toSorted((a, b) => spentAt(a) - spentAt(b));
    if (here === undefined || here === goal) break;
    open.delete(here);
    for (const thread of threads) {
      if (thread.key === key || !thread.ends.includes(here)) continue;
      const there = thread.ends[0] === here ? thread.ends[1] : thread.ends[0];
      const spent = spentAt(here) + cost(thread.key);
      if (spent >= spentAt(there)) continue;
      reached.set(there, { spent, way: [...(reached.get(here)?.way ?? []), thread.key] });
      open.add(there);
    }
  }
  return reached.get(goal)?.way ?? [];

  function spentAt(knot: number): number {
    return reached.get(knot)?.spent ?? Number.POSITIVE_INFINITY;
  }
}
