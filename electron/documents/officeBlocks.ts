import { formatChineseNumber } from '../../shared/kernel/chineseNumber.ts';
import type { Block, SignatureBlock } from './officeDocument.ts';
import { blanks, dayOrOpen } from './officeText.ts';

/** Body text of any number of paragraphs; empty ones fall away. */
export function body(...texts: readonly string[]): Block[] {
  return texts.filter((text) => text !== '').map((text) => ({ kind: 'paragraph', text }));
}

/** A line that begins at the left margin: an addressee, a note below a table. */
export function line(text: string): Block {
  return { kind: 'paragraph', align: 'left', text };
}

export function heading(text: string, level: 1 | 2 = 1): Block {
  return { kind: 'heading', level, text };
}

/** A line with text at both ends, or at one. */
export function ends(left: string, right = ''): Block {
  return { kind: 'ends', left, right };
}

/** A part of a paper: its title, and its text or blocks. */
export type Section = readonly [title: string, content: string | readonly Block[]];

/** 一、…, 二、… with what stands below each. */
export function sections(parts: readonly Section[]): Block[] {
  return parts.flatMap(([title, content], index) => [
    heading(`${formatChineseNumber(index + 1)}、${title}`),
    ...(typeof content === 'string' ? body(content) : content),
  ]);
}

/** The same form several times, each on a page of its own under the same title. */
export function repeatedPages<Item>(
  title: readonly string[],
  items: readonly Item[],
  page: (item: Item) => readonly Block[],
): Block[] {
  return items.flatMap((item, index): Block[] => [
    ...(index === 0 ? [] : [{ kind: 'newSheet' as const, title }]),
    ...page(item),
  ]);
}

/**
 * 落款 of a form or list: places for hands, and the day below. The day is left open to be written; `false` where no day
 * stands.
 */
export function signatures(
  lines: readonly (string | SignatureBlock['lines'][number])[],
  on: string | null | false = null,
): SignatureBlock {
  return {
    kind: 'signatures',
    lines: lines.map((each) => (typeof each === 'string' ? { label: each } : each)),
    ...(on !== false && { date: dayOrOpen(on) }),
  };
}

/** 落款 of a letter: unit, seal and day, which is left open until it is known. */
export function sealed(unit: string, on: string | null): Block {
  return { kind: 'seal', unit, date: dayOrOpen(on) };
}

/** 落款 inside a cell: whose hand or seal, room for it, and the day, open or known. */
export function signedFoot(hand: string, on: string | null = null): string {
  return `${hand}${blanks(6)}${dayOrOpen(on)}`;
}
