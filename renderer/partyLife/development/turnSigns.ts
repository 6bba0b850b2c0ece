import type { StepStanding } from '../../../shared/domain/membership/developmentTimes.ts';
import { obligationSigns } from '../../ui/StatusSign.tsx';

type Sign = (typeof obligationSigns)['met'];

/** How a step stands, by sign and word. */
export const turnSigns: Readonly<Record<StepStanding, Sign>> = {
  done: { ...obligationSigns.met, word: '已办理' },
  open: { mark: '▸', word: '可以办理', tone: 'calm' },
  dueSoon: obligationSigns.dueSoon,
  overdue: obligationSigns.overdue,
  tooEarly: { ...obligationSigns.notYet, word: '还没到时间' },
  blocked: { ...obligationSigns.notDue, word: '还没轮到' },
};

/** What is most urgent first. */
export const urgency: readonly StepStanding[] = ['overdue', 'dueSoon', 'open', 'tooEarly', 'blocked', 'done'];
