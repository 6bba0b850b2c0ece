import type { ParsedInputOf } from '../../../shared/contract/index.ts';
import { caseStateOf } from '../../../shared/domain/ethics/caseLifeCycle.ts';
import { takeStep, type CaseChanges, type StepContext } from '../../../shared/domain/ethics/caseStep.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { LedgerRecord, LooseValues } from '../../../shared/ledger/definition.ts';
import { ethicsCase } from '../../../shared/ledgers/ethics/ethicsCase.ts';
import type { WriteHandle } from '../../store/handles.ts';
import { saveChanges } from '../ledgers/saveRecord.ts';
import type { Unit } from '../school/unitOfWork.ts';
import { caseFactOf, type CaseRecord } from './checks/caseFact.ts';

/**
 * Takes a step in a case and writes it with its line in 办理经过, through the one way in which records are saved. A case
 * stays a draft while it is under way and is finished when its file is closed.
 */
export function takeCaseStep(
  w: WriteHandle,
  record: CaseRecord,
  { event, on, values, note }: ParsedInputOf<'ethics.takeStep'>,
  step: StepContext,
  unit: Unit,
): Result<LedgerRecord> {
  const fact = caseFactOf(record);
  const taken = takeStep(fact, { event, on, values }, step);
  if (!taken.ok) return taken;
  const after = { ...fact, ...taken.value };
  const row = {
    id: unit.newId(),
    on,
    event,
    by: unit.account.name,
    note,
  };
  const changes = { ...fieldsOfChanges(taken.value), events: [...record.values.events, row] };
  const state = caseStateOf(after) === '已归档' ? 'finished' : record.state;
  return saveChanges(w, ethicsCase, record, changes, unit, { state });
}

/** The ledger keeps whether a case was accepted in words. */
function fieldsOfChanges({ accepted, ...changes }: CaseChanges): LooseValues {
  return accepted === undefined ? changes : { ...changes, acceptance: accepted ? '受理' : '不予受理' };
}
