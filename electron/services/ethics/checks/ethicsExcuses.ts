import type { PeriodExcuse } from '../../../../shared/domain/ethics/campaignTracking.ts';
import { ethicsExcuse } from '../../../../shared/ledgers/ethics/ethicsExcuse.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import { finishedRecords } from '../../../store/records/recordsBetween.ts';

/** Why people can't sign now, of all years. */
export function loadExcuses(h: ReadHandle): readonly PeriodExcuse[] {
  return finishedRecords(h, ethicsExcuse).map(({ id, period, values }) => ({
    id,
    staffId: values.staff,
    campaign: values.campaign,
    period,
    reason: values.reason,
    notedOn: values.notedOn,
    backOn: values.backOn,
  }));
}
