import { shippedClauses, type ClauseText } from '../../../shared/domain/ethics/signCampaigns.ts';
import type { PlainDate } from '../../../shared/kernel/plainDate.ts';
import { ethicsClause } from '../../../shared/ledgers/ethics/ethicsClause.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { finishedRecords } from '../../store/records/recordsBetween.ts';
import { schoolOf } from '../school/schoolOf.ts';
import type { SignCampaign } from '../../../shared/domain/ethics/words.ts';

/** The text of a campaign in force on a day: the school's own, or the one shipped for its type. */
export function clausesOn(
  h: ReadHandle,
  campaign: SignCampaign,
  on: PlainDate,
): { readonly text: ClauseText; readonly shipped: boolean } {
  const own = finishedRecords(h, ethicsClause)
    .map(({ values }) => values)
    .filter((values) => values.campaign === campaign && values.validFrom <= on)
    .toSorted((a, b) => a.validFrom.localeCompare(b.validFrom))
    .at(-1);
  const shipped = shippedClauses(campaign, schoolOf(h).values.type);
  if (!own) return { text: shipped, shipped: true };
  return {
    text: {
      version: own.version,
      preamble: own.preamble ?? shipped.preamble,
      clauses: own.clauses
        .split(/\r?\n/u)
        .map((line) => line.trim())
        .filter((line) => line !== ''),
      closing: own.closing ?? shipped.closing,
    },
    shipped: false,
  };
}
