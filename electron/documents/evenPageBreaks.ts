export interface PrintedRows {
  /** Points of every body row. */
  readonly rows: readonly number[];
  /** Points of the header rows, which stand on every page. */
  readonly repeated: number;
  /** Points of title and unit row, on the first page. */
  readonly beginning: number;
  /** Points of sums and signatures, on the last page. */
  readonly ending: number;
  /** Points that a page has for all of them. */
  readonly pageHeight: number;
}

/**
 * After how many body rows a page ends, so that all pages are about equally full: left to itself, a program fills page
 * after page and may leave sums and signatures alone under a header on the last one. Empty for what fits on one page.
 */
export function evenPageBreaks(printed: PrintedRows): ReadonlySet<number> {
  const { rows, repeated, beginning, ending, pageHeight } = printed;
  const room = Math.max(pageHeight - repeated, 1);
  const whole = beginning + rows.reduce((sum, row) => sum + row, 0) + ending;
  const fewest = Math.ceil(whole / room);
  if (fewest <= 1) return new Set();
  // Rows are not cut, so that evenly full pages may need one page more than their heights together.
  const counts = Array.from({ length: rows.length }, (_, index) => fewest + index);
  return (
    counts.map((pages) => breaksFor(printed, pages, whole / pages)).find((breaks) => breaks !== null) ??
    new Set()
  );
}

/** The breaks of so many pages of about the same share, or `null` when one of them overflows. */
function breaksFor(
  { rows, repeated, beginning, ending, pageHeight }: PrintedRows,
  pages: number,
  share: number,
): ReadonlySet<number> | null {
  const breaks = new Set<number>();
  let used = repeated + beginning;
  for (const [index, row] of rows.entries()) {
    // A page ends where it comes nearest to its share, so that the shares stay even to the end.
    if (breaks.size < pages - 1 && index > 0 && used - repeated + row / 2 > share) {
      breaks.add(index);
      used = repeated;
    }
    used += row;
    if (used > pageHeight) return null;
  }
  return used + ending <= pageHeight ? breaks : null;
}

/** A4 landscape between margins of 0.6 and 0.7 inch, in points. */
const pageWidth = (297 / 25.4 - 1.2) * 72;
const pageHeight = (210 / 25.4 - 1.4) * 72;
/** Programs measure columns and rows a little differently. */
const certainty = 0.94;

/** Points of rows that surely fit on a page at the scale that brings columns of these widths (in characters) onto it. */
export function pageHeightFor(widths: readonly number[]): number {
  // A character of the standard font is 7 pixels wide and each cell has 5 more; 96 pixels are 72 points.
  const natural = widths.reduce((sum, width) => sum + (width * 7 + 5) * 0.75, 0);
  return (pageHeight * certainty) / Math.min(1, pageWidth / natural);
}
