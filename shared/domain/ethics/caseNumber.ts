/** The number that the next complaint of a year gets, after the highest of that year: `2026-03`. */
export function nextCaseNumber(year: number, taken: readonly (string | null)[]): string {
  const highest = taken.reduce((most, number) => {
    const [, digits] = new RegExp(`^${year}-(\\d{1,6})$`, 'u').exec(number ?? '') ?? [];
    return Math.max(most, Number(digits ?? 0));
  }, 0);
  return `${year}-${String(highest + 1).padStart(2, '0')}`;
}
