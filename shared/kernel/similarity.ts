/** A text to compare, by the id of its record. */
export interface ComparedText {
  readonly id: string;
  readonly text: string;
}

export interface SimilarPair {
  readonly first: string;
  readonly second: string;
  /** Share of common shingles (Jaccard), 0 to 1. */
  readonly similarity: number;
}

interface Shingled {
  readonly id: string;
  /** Distinct shingles as ranks, rarest first. */
  readonly ranks: readonly number[];
}

const shingleLength = 5;

/**
 * All pairs of texts whose similarity reaches the threshold, most similar first. Exact: the rarest
 * shingles of each text are indexed (prefix filter), so that formulas common to all minutes cost nothing.
 * @param threshold above 0, at most 1
 * @param minLength shorter texts (after normalising, in characters) are not compared
 */
export function findSimilarTexts(
  texts: readonly ComparedText[],
  threshold: number,
  minLength: number,
): SimilarPair[] {
  const shingled = rankShingles(texts, minLength);
  const holders = new Map<number, number[]>();
  const pairs: SimilarPair[] = [];
  shingled.forEach(({ id, ranks }, index) => {
    const candidates = new Set<number>();
    const indexed = ranks.length - Math.ceil(threshold * ranks.length) + 1;
    for (const rank of ranks.slice(0, indexed)) {
      const known = holders.get(rank) ?? [];
      for (const other of known) candidates.add(other);
      known.push(index);
      holders.set(rank, known);
    }
    for (const other of candidates) {
      const earlier = shingled[other];
      if (!earlier) continue;
      const similarity = jaccard(earlier.ranks, ranks);
      if (similarity >= threshold) pairs.push({ first: earlier.id, second: id, similarity });
    }
  });
  return pairs.sort((a, b) => b.similarity - a.similarity);
}

/** Letters only; every figure becomes 0, so that a copied text with another date is still a copy. */
function normaliseForComparison(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{N}+/gu, '0')
    .replace(/[^\p{L}0]+/gu, '');
}

function rankShingles(texts: readonly ComparedText[], minLength: number): Shingled[] {
  const counts = new Map<string, number>();
  const sets = texts
    .map(({ id, text }) => ({ id, plain: normaliseForComparison(text) }))
    .filter(({ plain }) => plain.length >= Math.max(minLength, shingleLength))
    .map(({ id, plain }) => ({ id, shingles: shinglesOf(plain) }));
  for (const { shingles } of sets)
    for (const shingle of shingles) counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  const ordered = [...counts].sort((a, b) => a[1] - b[1]).map(([shingle]) => shingle);
  const rankOf = new Map(ordered.map((shingle, rank) => [shingle, rank]));
  return sets.map(({ id, shingles }) => ({
    id,
    ranks: [...shingles].map((shingle) => rankOf.get(shingle) ?? 0).sort((a, b) => a - b),
  }));
}

function shinglesOf(text: string): Set<string> {
  const shingles = new Set<string>();
  for (let start = 0; start + shingleLength <= text.length; start += 1)
    shingles.add(text.slice(start, start + shingleLength));
  return shingles;
}

/** Both lists are sorted and without repeats. */
function jaccard(a: readonly number[], b: readonly number[]): number {
  let common = 0;
  let left = 0;
  let right = 0;
  while (left < a.length && right < b.length) {
    const difference = (a[left] ?? 0) - (b[right] ?? 0);
    if (difference === 0) common += 1;
    if (difference <= 0) left += 1;
    if (difference >= 0) right += 1;
  }
  return common / (a.length + b.length - common);
}
