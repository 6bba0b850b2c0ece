import type { ParsedInputOf } from '../../../../shared/contract/index.ts';
import { failure, success, type Result } from '../../../../shared/kernel/result.ts';
import type { WriteHandle } from '../../../store/handles.ts';
import { refuseSettled, saveForm } from './changeRound.ts';
import type { FilingUnit } from './finishRound.ts';
import { hasEnteredVeto, provedPrefix, type LoadedRound } from './loadRound.ts';

/** Saves what the panel enters about one person; scores of anonymous raters can't be entered here. */
export function savePerson(
  w: WriteHandle,
  round: LoadedRound,
  input: ParsedInputOf<'appraisal.savePerson'>,
  unit: FilingUnit,
): Result<null> {
  const settled = refuseSettled(round);
  if (settled) return settled;
  const person = round.people.find(({ staffId }) => staffId === input.staffId);
  if (!person) return failure('notFound', '这位教职工不在本轮考核名单里。请返回看板刷新后再看。');
  if (input.adjustment !== 0 && input.adjustmentReason === null)
    return failure('invalidInput', '有加分或扣分的，要写明事由。', [
      { path: 'adjustmentReason', sentence: '请写明加扣分的事由。' },
    ]);
  if (input.veto && input.vetoReason === null)
    return failure('invalidInput', '一票否决要写明情形。', [
      { path: 'vetoReason', sentence: '请写明一票否决的情形。' },
    ]);
  const given = input.ruleScores.filter((score) => score !== null);
  if (given.length > 0 && given.length < unit.ruleNames.length)
    return failure('invalidInput', '十项准则的得分要填就填全，或者都不填。', [
      { path: 'ruleScores', sentence: '十项准则的得分要填全。' },
    ]);
  const { values } = person.appraisal;
  const fromSheets = person.parts.find(({ part }) => part === '考核组');
  const same =
    fromSheets?.byHand === false &&
    input.ruleScores.every((score, index) => score === (person.ruleScores[index] ?? null));
  const sum = Math.round(given.reduce((total, score) => total + score, 0) * 100) / 100;
  const panelScore = given.length > 0 && !same ? sum : input.panelScore;
  const veto = input.veto
    ? { veto: true, vetoReason: input.vetoReason?.replace(provedPrefix, '') ?? null }
    : hasEnteredVeto(values)
      ? { veto: false, vetoReason: null }
      : {};
  const saved = saveForm(
    w,
    person.appraisal,
    {
      selfScore: input.selfScore,
      selfReview: input.selfReview,
      panelScore,
      ...(same
        ? {}
        : {
            ruleScores: unit.ruleNames.flatMap((rule, index) => {
              const score = input.ruleScores[index] ?? null;
              const before = values.ruleScores[index];
              return score === null
                ? []
                : [{ id: before?.id ?? unit.newId(), rule, score, remark: before?.remark ?? null }];
            }),
          }),
      adjustment: input.adjustment === 0 ? null : input.adjustment,
      adjustmentReason: input.adjustmentReason,
      ...veto,
      panelOpinion: input.panelOpinion,
    },
    unit,
  );
  return saved.ok ? success(null) : saved;
}
