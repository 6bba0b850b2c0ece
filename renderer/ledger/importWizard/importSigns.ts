import type { ImportPreview } from '../../../shared/contract/files.ts';

export type RowStatus = keyof ImportPreview['counts'];

/** What happens to the rows of an import, in the order shown. */
export const importSigns = [
  { status: 'new', sign: { mark: '+', word: '新增', tone: 'good' } },
  { status: 'changed', sign: { mark: '≠', word: '有变化', tone: 'calm' } },
  { status: 'same', sign: { mark: '=', word: '没变化', tone: 'quiet' } },
  { status: 'problem', sign: { mark: '!', word: '有问题', tone: 'bad' } },
] as const satisfies readonly { readonly status: RowStatus; readonly sign: object }[];

export function signOf(status: RowStatus): (typeof importSigns)[number]['sign'] {
  return importSigns.find((each) => each.status === status)?.sign ?? importSigns[3].sign;
}
