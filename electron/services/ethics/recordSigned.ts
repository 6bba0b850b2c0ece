import { formatChinese, type PlainDate } from '../../../shared/kernel/plainDate.ts';
import { failure, success, type Result } from '../../../shared/kernel/result.ts';
import { emptyValues } from '../../../shared/ledger/schema.ts';
import { ethicsPledge } from '../../../shared/ledgers/ethics/ethicsPledge.ts';
import { tutoringSelfCheck } from '../../../shared/ledgers/ethics/tutoringSelfCheck.ts';
import type { WriteHandle } from '../../store/handles.ts';
import { saveNew } from '../ledgers/saveRecord.ts';
import type { Unit } from '../school/unitOfWork.ts';
import { clausesOn } from './clauses.ts';
import { campaignView, type CampaignAbout } from './signTracking.ts';

interface SignedInput {
  readonly about: CampaignAbout;
  readonly signedOn: PlainDate;
  readonly staffIds: readonly string[];
  readonly witness: string | null;
}

/**
 * One signature record for each of some people in one transaction; who has signed is passed over, and an answer of yes is
 * never entered this way. Failure `invalidInput` for a day outside the campaign or people who don't belong to it.
 */
export function recordSigned(
  w: WriteHandle,
  { about, signedOn, staffIds, witness }: SignedInput,
  unit: Unit,
): Result<number> {
  const view = campaignView(w, about, unit.today);
  if (signedOn > unit.today) return failure('invalidInput', '签订日期不能晚于今天，请改正后再登记。');
  if (signedOn < view.startsOn)
    return failure(
      'invalidInput',
      `签订日期不能早于${formatChinese(view.startsOn)}（本期开始的日子），请改正后再登记。`,
    );
  const rows = new Map(view.rows.map((row) => [row.staffId, row]));
  if (staffIds.some((id) => !rows.has(id)))
    return failure('conflict', '名单里有人已不在应签人员中。请刷新后重新选择。');
  const { version } = clausesOn(w, about.campaign, signedOn).text;
  let added = 0;
  for (const staffId of new Set(staffIds)) {
    if (rows.get(staffId)?.state === 'signed') continue;
    const [definition, values] =
      about.campaign === '师德承诺书'
        ? [ethicsPledge, { ...emptyValues(ethicsPledge), staff: staffId, version, signedOn, witness }]
        : [
            tutoringSelfCheck,
            {
              ...emptyValues(tutoringSelfCheck),
              staff: staffId,
              occasion: about.occasion,
              signedOn,
              checker: witness,
            },
          ];
    const saved = saveNew(w, definition, { values, period: about.period }, unit);
    if (!saved.ok) return saved;
    added += 1;
  }
  return success(added);
}
