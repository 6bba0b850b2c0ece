import type { CampaignStepState } from '../../../shared/domain/partyLife/campaignStanding.ts';
import { obligationSigns } from '../../ui/StatusSign.tsx';

/** How a step of a campaign stands, by sign and word. */
export const campaignSigns: Readonly<Record<CampaignStepState, (typeof obligationSigns)['met']>> = {
  done: { ...obligationSigns.met, word: '已完成' },
  dueSoon: obligationSigns.dueSoon,
  overdue: obligationSigns.overdue,
  open: { mark: '▸', word: '可以办', tone: 'calm' },
  later: { ...obligationSigns.notDue, word: '还没轮到' },
};
