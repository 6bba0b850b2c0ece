import type { CasePaperKind } from '../../../shared/domain/ethics/casePapers.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { LedgerRecord } from '../../../shared/ledger/definition.ts';
import { ethicsCase } from '../../../shared/ledgers/ethics/ethicsCase.ts';
import type { WriteHandle } from '../../store/handles.ts';
import { saveChanges } from '../ledgers/saveRecord.ts';
import type { Unit } from '../school/unitOfWork.ts';
import type { CaseRecord } from './checks/caseFact.ts';

/** Adds a paper to the file of a case; the same paper of the same day again only changes its place. */
export function fileCasePaper(
  w: WriteHandle,
  record: CaseRecord,
  paper: { readonly kind: CasePaperKind; readonly madeOn: string; readonly place: string | null },
  unit: Unit,
): Result<LedgerRecord> {
  const others = record.values.papers.filter(
    ({ kind, madeOn }) => kind !== paper.kind || madeOn !== paper.madeOn,
  );
  const papers = [...others, { id: unit.newId(), ...paper }];
  return saveChanges(w, ethicsCase, record, { papers }, unit);
}
