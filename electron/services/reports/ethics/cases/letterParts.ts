import type { Block } from '../../../../documents/officeDocument.ts';
import { blanks, printedDate } from '../../../../documents/officeText.ts';

/** 发文字号 under the title; room to write it where it isn't given yet. */
export function documentNumber(number: string | null, day: string | null, today: string): Block {
  const year = (day ?? today).slice(0, 4);
  return {
    kind: 'paragraph',
    align: 'centre',
    text: number ?? `${blanks(3)}〔${year}〕${blanks(2)}号`,
  };
}

/** 主送: one line below the title, flush left, with its colon. */
export function addressee(name: string): Block {
  return { kind: 'paragraph', align: 'left', text: `${name}：` };
}

/** The text as whole sentences: a full stop at its end where the clerk left it out. */
export function ended(text: string): string {
  return /[。！？）”]$/u.test(text.trim()) ? text.trim() : `${text.trim()}。`;
}

/** Body text of any number of paragraphs. */
export function body(...texts: readonly string[]): Block[] {
  return texts.filter((text) => text !== '').map((text) => ({ kind: 'paragraph', text }));
}

/** 一、… with its text; an empty text leaves lines to write on. */
export function section(index: number, title: string, text: string): Block[] {
  return [
    { kind: 'heading', level: 1, text: `${'一二三四五六七八九'.charAt(index)}、${title}` },
    ...body(text),
  ];
}

/** The seal's place; the date stays open until it is known. */
export function sealed(unit: string, day: string | null): Block {
  return {
    kind: 'seal',
    unit,
    date: day === null ? `${blanks(3)}年${blanks(2)}月${blanks(2)}日` : printedDate(day),
  };
}
