import type { FeeMonthState } from '../../../shared/domain/partyLife/feeYear.ts';

type Tone = 'good' | 'warn' | 'bad' | 'calm' | 'quiet';

/** How a month of Party fee is shown. */
export const feeSigns: Readonly<
  Record<FeeMonthState, { readonly mark: string; readonly word: string; readonly tone: Tone }>
> = {
  paid: { mark: '✓', word: '已交', tone: 'good' },
  short: { mark: '◔', word: '少交', tone: 'warn' },
  arrears: { mark: '!', word: '欠交', tone: 'bad' },
  unrecorded: { mark: '○', word: '未登记', tone: 'calm' },
  open: { mark: '·', word: '未到期', tone: 'quiet' },
  partMonth: { mark: '~', word: '不足整月', tone: 'quiet' },
  noBase: { mark: '?', word: '缺基数', tone: 'warn' },
  outside: { mark: '—', word: '不在册', tone: 'quiet' },
};
