import { randomBytes } from 'node:crypto';
import type { CasePaperKind } from '../../../shared/domain/ethics/casePapers.ts';
import { createUuid, uuidRandomLength } from '../../../shared/kernel/ids.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { LedgerRecord } from '../../../shared/ledger/definition.ts';
import { ethicsCase } from '../../../shared/ledgers/ethics/ethicsCase.ts';
import type { WriteHandle } from '../../store/handles.ts';
import { saveRecord, type SaveContext } from '../ledgers/saveRecord.ts';
import type { CaseRecord } from './caseViews.ts';

/** Adds a paper to the file of a case; the same paper of the same day again only changes its place. */
export function fileCasePaper(
  w: WriteHandle,
  { id, values, period, state, revision }: CaseRecord,
  paper: { readonly kind: CasePaperKind; readonly madeOn: string; readonly place: string | null },
  save: SaveContext,
): Result<LedgerRecord> {
  const others = values.papers.filter(({ kind, madeOn }) => kind !== paper.kind || madeOn !== paper.madeOn);
  const row = { id: createUuid(Date.parse(w.change.at), randomBytes(uuidRandomLength)), ...paper };
  const papers = [...others, row];
  return saveRecord(
    w,
    ethicsCase,
    { id, values: { ...values, papers }, period, state, baseRevision: revision },
    save,
  );
}
