import type { BranchYear, FeeGrid, FeePayerRow } from '../../../shared/contract/partyLife.ts';
import { feeMonths } from '../../../shared/domain/partyLife/feeYear.ts';
import { partyFeeRate } from '../../../shared/domain/partyLife/partyFee.ts';
import type { Parameters } from '../../../shared/domain/parameters/index.ts';
import type { PlainDate } from '../../../shared/kernel/plainDate.ts';
import { partyFee } from '../../../shared/ledgers/partyLife/partyFee.ts';
import { partyMember } from '../../../shared/ledgers/partyLife/partyMember.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { getRecords } from '../../store/records/records.ts';
import type { Check } from '../checks/check.ts';
import { dayInYear, membersOfYear } from './branchYear.ts';
import { feeSituations } from '../../../shared/domain/partyLife/words.ts';
import { partyLifeFacts } from './checks/partyLifeFacts.ts';

/** The branch's fees of a year: everybody who was on the roll, month by month. */
export function feeGrid(h: ReadHandle, check: Check, choice: BranchYear): FeeGrid {
  const { branchId, year } = choice;
  const ids =
    branchId === null
      ? []
      : membersOfYear(partyLifeFacts(check, year), branchId, `${year}-12-31`).map(({ id }) => id);
  return {
    ...choice,
    payers: branchId === null ? [] : feeRows(h, check, year, branchId, ids),
    bands: bandWords(check.parameters, dayInYear(check, year)),
  };
}

/** The fee rows of some members in a branch, in the order given. */
export function feeRows(
  h: ReadHandle,
  check: Check,
  year: number,
  branchId: string,
  memberIds: readonly string[],
): readonly FeePayerRow[] {
  const facts = partyLifeFacts(check, year);
  const on = dayInYear(check, year);
  const revisions = new Map(
    getRecords(
      h,
      partyFee,
      facts.fees.filter((fee) => fee.branchId === branchId).map(({ id }) => id),
    ).map(({ id, revision }) => [id, revision]),
  );
  const byId = new Map(getRecords(h, partyMember, memberIds).map((member) => [member.id, member.values]));
  return memberIds.flatMap((memberId) => {
    const values = byId.get(memberId);
    if (!values) return [];
    const base = values.feeBase;
    const situation = values.feeSituation ?? '在职';
    return {
      memberId,
      name: values.name,
      situation,
      base,
      rate: base === null ? null : partyFeeRate(base, situation, check.parameters, on),
      cells: feeMonths(facts, branchId, { memberId, base, situation }, check.parameters, check.on).map(
        ({ month, state, due, paid, fee }) => ({
          month,
          state,
          due,
          paid,
          paidOn: fee?.paidOn ?? null,
          arrearsReason: fee?.arrearsReason ?? null,
          record: fee === null ? null : { id: fee.id, revision: revisions.get(fee.id) ?? 0 },
        }),
      ),
    };
  });
}

/** 在职：3000 元及以下 0.5%；3000 至 5000 元 1%；… per situation that pays by bands. */
function bandWords(parameters: Parameters, on: PlainDate): readonly string[] {
  return feeSituations
    .filter((situation) => situation !== '无固定收入')
    .map((situation) => {
      const limits = parameters.numberList(
        situation === '离退休' ? 'partyFeeRetiredLimits' : 'partyFeeLimits',
        on,
      );
      const bands = [...limits, null].map((limit, index) => {
        const below = limits[index - 1];
        const rate = partyFeeRate(((below ?? 0) + 1) * 100, situation, parameters, on);
        const range =
          below === undefined
            ? `${limit ?? 0} 元及以下`
            : limit === null
              ? `${below} 元以上`
              : `${below} 至 ${limit} 元`;
        return `${range} ${rate ?? 0}%`;
      });
      return `${situation}：${bands.join('，')}`;
    });
}
