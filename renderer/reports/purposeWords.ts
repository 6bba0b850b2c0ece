import { problemAt } from '../ui/problemAt.ts';

/** What a document leaves for and to whom. */
export interface PurposeWords {
  readonly purpose: string;
  readonly recipient: string;
}

/** Whether a refused call is about these words alone, so that the sentences beside the fields say all. */
export function isAboutWords(error: unknown): boolean {
  return problemAt(error, 'purpose') !== undefined || problemAt(error, 'recipient') !== undefined;
}
