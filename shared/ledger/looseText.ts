/**
 * The text as it is compared with header words and choices: full width as half width, no spaces, no marks of
 * required fields, lower case.
 */
export function looseForm(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\ufeff*:：]+/gu, '')
    .toLowerCase();
}

/** Number of single-character changes between two texts (Levenshtein). */
export function editDistance(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  let row = right.map((_, index) => index + 1);
  for (const [i, character] of left.entries()) {
    let diagonal = i;
    let before = i + 1;
    row = right.map((other, j) => {
      const above = row[j] ?? 0;
      const cost = Math.min(above + 1, before + 1, diagonal + (character === other ? 0 : 1));
      diagonal = above;
      before = cost;
      return cost;
    });
  }
  return row.at(-1) ?? left.length;
}

/** The candidate nearest to a text, when it is near enough to be a slip of the pen. */
export function nearest(text: string, candidates: readonly string[]): string | null {
  const wanted = looseForm(text);
  if (wanted === '') return null;
  let best: string | null = null;
  let bestDistance = Infinity;
  for (const candidate of candidates) {
    const form = looseForm(candidate);
    const contained = form.includes(wanted) || (form.length > 1 && wanted.includes(form));
    const distance = contained ? 0.5 : editDistance(wanted, form);
    const limit = Math.max(1, Math.floor(Math.max(wanted.length, form.length) / 2));
    if (distance <= limit && distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}
