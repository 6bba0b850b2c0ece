import type { Block } from '../../../../documents/officeDocument.ts';

/** A chapter of the book; it begins a page and stands in the contents. */
export interface Chapter {
  readonly title: string;
  readonly blocks: readonly Block[];
}
