import type { ParsedInputOf } from '../../../../shared/contract/index.ts';
import { roundSteps, stepRefusal } from '../../../../shared/domain/ethics/round/roundSteps.ts';
import type { SchoolCalendar } from '../../../../shared/kernel/calendar.ts';
import { failure, success, type Result } from '../../../../shared/kernel/result.ts';
import type { WriteHandle } from '../../../store/handles.ts';
import type { Unit } from '../../school/unitOfWork.ts';
import { saveForm, saveRound } from './changeRound.ts';
import {
  hasEnteredVeto,
  provedPrefix,
  scoreFields,
  type AppraisalRecord,
  type LoadedPerson,
  type LoadedRound,
} from './loadRound.ts';
import { situationOf } from './roundViews.ts';

export interface FilingUnit extends Unit {
  readonly calendar: SchoolCalendar;
  /** The ten rules of the school's kind, in their order. */
  readonly ruleNames: readonly string[];
}

/** Finishes a step where nothing stands against it; 归档 writes the results into every form. */
export function finishStep(
  w: WriteHandle,
  round: LoadedRound,
  { step, on, note }: ParsedInputOf<'appraisal.finishStep'>,
  unit: FilingUnit,
): Result<null> {
  if (on > unit.today) return failure('invalidInput', '完成日期不能在今天之后。');
  const refusal = stepRefusal(step, on, situationOf(round, unit.calendar));
  if (refusal !== null) return failure('conflict', refusal);
  const files = step === '归档';
  if (files) {
    const written = writeResults(w, round, unit);
    if (!written.ok) return written;
  }
  const row = { id: unit.newId(), step, doneOn: on, by: unit.account.name, note };
  const steps = [...round.record.values.steps, row];
  const saved = saveRound(
    w,
    round.record,
    files ? { steps, filedOn: on } : { steps },
    unit,
    files ? 'finished' : 'draft',
  );
  return saved.ok ? success(null) : saved;
}

/** Scores, totals and grades into every form, which is finished by it. */
function writeResults(w: WriteHandle, round: LoadedRound, unit: FilingUnit): Result<null> {
  for (const { staffId, grade, total, reasons, caseIds } of round.result.people) {
    const person = round.people.find((one) => one.staffId === staffId);
    if (!person) continue;
    if (grade === null)
      return failure('conflict', '还有人没有得出等次，不能归档。请先补齐得分，决定同分人员。');
    const { values } = person.appraisal;
    const entered = hasEnteredVeto(values);
    const vetoed = entered || (grade === '不合格' && caseIds.length > 0);
    const saved = saveForm(
      w,
      person.appraisal,
      {
        ...Object.fromEntries(person.parts.map(({ part, score }) => [scoreFields[part], score])),
        ruleScores: ruleRows(person, unit),
        totalScore: total,
        grade,
        veto: vetoed,
        vetoReason: vetoed ? (entered ? values.vetoReason : provedVeto(reasons)) : null,
        panelOpinion: values.panelOpinion ?? `经考核小组评定，考核等次为“${grade}”。`,
        noticeFrom: round.record.values.noticeFrom,
        noticeTo: round.record.values.noticeTo,
      },
      unit,
      'finished',
    );
    if (!saved.ok) return saved;
  }
  return success(null);
}

function provedVeto(reasons: readonly string[]): string {
  return `${provedPrefix}${reasons.join('；')}`.slice(0, 300);
}

function ruleRows(
  { ruleScores, appraisal }: LoadedPerson,
  { ruleNames, newId }: FilingUnit,
): AppraisalRecord['values']['ruleScores'] {
  const stored = appraisal.values.ruleScores;
  if (ruleScores.every((score) => score === null)) return stored;
  return ruleNames.map((rule, index) => ({
    id: stored[index]?.id ?? newId(),
    rule,
    score: ruleScores[index] ?? null,
    remark: stored[index]?.remark ?? null,
  }));
}

const againFrom = roundSteps.indexOf('考核组评定');

/**
 * Opens a round again at the panel's step: the later steps, the notice and the signatures are to be done anew. Grades written
 * before stand until the round is filed again, so that the gate doesn't open in between.
 */
export function reopenRound(w: WriteHandle, round: LoadedRound, reason: string, unit: Unit): Result<null> {
  const { values } = round.record;
  const kept = values.steps.filter(({ step }) => {
    const index = roundSteps.findIndex((one) => one === step);
    return index < againFrom;
  });
  if (kept.length === values.steps.length)
    return failure('conflict', '“考核组评定”还没有完成，可以直接修改，不用重新打开。');
  for (const { appraisal } of round.people) {
    const saved = saveForm(w, appraisal, { signedOn: null }, unit);
    if (!saved.ok) return saved;
  }
  const row = {
    id: unit.newId(),
    step: '重新打开' as const,
    doneOn: unit.today,
    by: unit.account.name,
    note: reason,
  };
  const saved = saveRound(
    w,
    round.record,
    { steps: [...kept, row], noticeFrom: null, noticeTo: null, filedOn: null },
    unit,
    'draft',
  );
  return saved.ok ? success(null) : saved;
}
