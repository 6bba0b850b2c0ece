import type { PlanState } from '../../../shared/contract/partyPlan.ts';
import type { PlanDayKind } from '../../../shared/domain/partyLife/planDay.ts';
import type { obligationSigns } from '../../ui/StatusSign.tsx';

type Sign = (typeof obligationSigns)['met'];

export const planSigns: Readonly<Record<PlanState, Sign>> = {
  held: { mark: '✓', word: '已开', tone: 'good' },
  drafted: { mark: '✎', word: '记录是草稿', tone: 'warn' },
  cancelled: { mark: '×', word: '已取消', tone: 'quiet' },
  missed: { mark: '!', word: '过期未登记', tone: 'bad' },
  soon: { mark: '◔', word: '快到了', tone: 'warn' },
  planned: { mark: '◇', word: '已计划', tone: 'calm' },
};

/** A day's mark in the corner of its cell. */
export const daySigns: Readonly<Record<PlanDayKind, Sign>> = {
  teaching: { mark: '课', word: '教学日', tone: 'good' },
  holiday: { mark: '休', word: '放假', tone: 'bad' },
  makeUp: { mark: '班', word: '调休上班', tone: 'warn' },
  weekend: { mark: '末', word: '周末', tone: 'quiet' },
  workday: { mark: '工', word: '工作日，不上课', tone: 'calm' },
  unknown: { mark: '？', word: '放假安排不清楚', tone: 'quiet' },
};
