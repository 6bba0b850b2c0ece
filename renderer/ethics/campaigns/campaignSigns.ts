import type { SignState } from '../../../shared/domain/ethics/campaignTracking.ts';
import type { PlanState } from '../../../shared/domain/ethics/ethicsPlan.ts';
import type { ZeroReportPeriod } from '../../../shared/domain/ethics/zeroReports.ts';

/** Signs of the campaign screens: mark, word and tone together, as in `StatusSign`. */

export const signSigns = {
  signed: { mark: '✓', word: '已签', tone: 'good' },
  missing: { mark: '◔', word: '未签', tone: 'warn' },
  newcomer: { mark: '·', word: '新到岗', tone: 'calm' },
  excused: { mark: '○', word: '已说明', tone: 'quiet' },
} as const satisfies Record<SignState, unknown>;

export const lateSign = { mark: '!', word: '逾期未签', tone: 'bad' } as const;

export const planSigns = {
  held: { mark: '✓', word: '已落实', tone: 'good' },
  overdue: { mark: '!', word: '未落实', tone: 'bad' },
  dueSoon: { mark: '◔', word: '快到期', tone: 'warn' },
  planned: { mark: '·', word: '未到时间', tone: 'quiet' },
  cancelled: { mark: '○', word: '已取消', tone: 'quiet' },
} as const satisfies Record<PlanState, unknown>;

export const zeroSigns = {
  reported: { mark: '✓', word: '已报', tone: 'good' },
  happened: { mark: '○', word: '有投诉，不报零', tone: 'calm' },
  missing: { mark: '!', word: '逾期未报', tone: 'bad' },
  due: { mark: '◔', word: '待报', tone: 'warn' },
  notYet: { mark: '·', word: '未到时间', tone: 'quiet' },
} as const satisfies Record<ZeroReportPeriod['state'], unknown>;
