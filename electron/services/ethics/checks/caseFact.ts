import type { CaseFact } from '../../../../shared/domain/ethics/facts.ts';
import { isEmptyValue } from '../../../../shared/ledger/schema.ts';
import { ethicsCase } from '../../../../shared/ledgers/ethics/ethicsCase.ts';
import type { RecordIn } from '../../../store/records/records.ts';
import { withoutLocked } from '../../ledgers/lockedFields.ts';

export type CaseRecord = RecordIn<typeof ethicsCase>;

/** Whether a draft says enough to be a case. */
export function isTold({ values }: CaseRecord): boolean {
  const { number, receivedOn, staff, violation } = values;
  return ![number, receivedOn, staff, violation].some(isEmptyValue);
}

/** A case as rules and life cycle read it: nothing of who complained, of evidence or of statements. */
export function caseFactOf({ id, values }: CaseRecord): CaseFact {
  return {
    ...withoutLocked(ethicsCase, values),
    id,
    staffId: values.staff,
    named: values.named === '实名',
    injured: values.injured === true,
    accepted: values.acceptance !== '不予受理',
    paperKinds: [...values.files, ...values.papers].map(({ kind }) => kind),
  };
}
