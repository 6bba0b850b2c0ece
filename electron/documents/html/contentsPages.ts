/** The anchor of a book's chapter, counted from 0. */
export function chapterId(index: number): string {
  return `chapter-${index}`;
}

/** Where the contents leave room for a chapter's page. */
export function chapterPage(index: number): string {
  return `<b data-page="${chapterId(index)}"></b>`;
}

/** Whether a page has contents whose page numbers can only be known once it is laid out. */
export function hasContents(html: string): boolean {
  return html.includes('<b data-page="');
}

/** The page with the numbers that its chapters have in a first printing of it as PDF. */
export function withContentsPages(html: string, printed: Uint8Array): string {
  const pages = destinationPages(printed);
  return html.replaceAll(
    /<b data-page="(chapter-\d+)"><\/b>/gu,
    (_whole, id: string) => `<span>${pages.get(id) ?? ''}</span>`,
  );
}

/**
 * The pages (from 1) of a PDF's link targets. Chromium, in Electron too, writes page tree and destinations as plain
 * objects; only their contents are packed.
 */
function destinationPages(pdf: Uint8Array): ReadonlyMap<string, number> {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const order = new Map(leavesOf(text).map((object, index) => [object, index + 1]));
  const found = new Map<string, number>();
  for (const [, id = '', object = ''] of text.matchAll(/\/(chapter-\d+) \[(\d+) 0 R/gu)) {
    const page = order.get(object);
    if (page !== undefined) found.set(id, page);
  }
  return found;
}

/** Object numbers of the pages in reading order, from a tree of any depth. */
function leavesOf(pdf: string): string[] {
  const kids = new Map<string, readonly string[]>();
  let root = '';
  for (const [, object = '', body = ''] of pdf.matchAll(
    /(?:^|\n)(\d+) 0 obj\s*<<\/Type \/Pages\b([\s\S]*?)endobj/gu,
  )) {
    const list = /\/Kids \[([^\]]*)\]/u.exec(body)?.[1] ?? '';
    kids.set(
      object,
      [...list.matchAll(/(\d+) 0 R/gu)].map(([, kid = '']) => kid),
    );
    if (!body.includes('/Parent ')) root = object;
  }
  const walk = (object: string): string[] => kids.get(object)?.flatMap(walk) ?? [object];
  return root === '' ? [] : walk(root);
}
