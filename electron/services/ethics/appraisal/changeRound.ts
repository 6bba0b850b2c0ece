import { exclusionReasons } from '../../../../shared/domain/ethics/round/roundPeople.ts';
import {
  overridesOfRules,
  problemsOfRules,
  rulesInForce,
} from '../../../../shared/domain/ethics/round/roundRules.ts';
import { noticeTooShort } from '../../../../shared/domain/ethics/round/roundSteps.ts';
import type { ParsedInputOf } from '../../../../shared/contract/index.ts';
import { may } from '../../../../shared/contract/rights.ts';
import { formatPeriod, isPeriod, periodRange } from '../../../../shared/kernel/periods.ts';
import { failure, success, type Result } from '../../../../shared/kernel/result.ts';
import type { SchoolCalendar } from '../../../../shared/kernel/calendar.ts';
import type { LedgerRecord, LooseValues, RecordState } from '../../../../shared/ledger/definition.ts';
import { emptyValues } from '../../../../shared/ledger/schema.ts';
import { appraisalRound } from '../../../../shared/ledgers/ethics/appraisalRound.ts';
import { ethicsAppraisal } from '../../../../shared/ledgers/ethics/ethicsAppraisal.ts';
import { removeMarks } from '../../../store/tables/appraisalMarks.ts';
import type { WriteHandle } from '../../../store/handles.ts';
import { allRecords, removeRecords } from '../../../store/records/records.ts';
import { saveParameter } from '../../../store/tables/parameters.ts';
import { parametersInForce } from '../../school/parametersInForce.ts';
import { saveChanges, saveNew, saveRecord } from '../../ledgers/saveRecord.ts';
import type { Unit } from '../../school/unitOfWork.ts';
import type { AppraisalRecord, LoadedRound, RoundRecord } from './loadRound.ts';
import { doneSteps } from './roundViews.ts';

/** Saves the round's record with some values changed. */
export function saveRound(
  w: WriteHandle,
  record: RoundRecord,
  changes: LooseValues,
  unit: Unit,
  state: RecordState = record.state,
): Result<LedgerRecord> {
  return saveChanges(w, appraisalRound, record, changes, unit, { state });
}

/** Saves one person's form with some values changed. */
export function saveForm(
  w: WriteHandle,
  form: AppraisalRecord,
  changes: LooseValues,
  unit: Unit,
  state: RecordState = form.state,
): Result<LedgerRecord> {
  return saveChanges(w, ethicsAppraisal, form, changes, unit, { state });
}

/**
 * Opens a round: its record, the rules as parameters of the period's last day where they differ from those in force, and a draft
 * form for everybody appraised who has none. Failures: `invalidInput`, `conflict` (there is a round), `forbidden`.
 */
export function openRound(w: WriteHandle, input: ParsedInputOf<'appraisal.open'>, unit: Unit): Result<null> {
  const { period, rules } = input;
  if (!isPeriod(period, ['year', 'schoolYear']))
    return failure('invalidInput', '考核周期应为一个年度或一个学年，请重新选择。');
  if (allRecords(w, appraisalRound).some((one) => one.period === period))
    return failure('conflict', `${formatPeriod(period)}的师德考核已经开始了，请在列表中打开。`);
  const problems = problemsOfRules(rules);
  if (problems[0]) return failure('invalidInput', problems[0].sentence, problems);
  const unexplained = input.people.find(({ included, reason }) => !included && reason === null);
  if (unexplained) return failure('invalidInput', '不参加考核的人员都要选择原因。');
  const { to } = periodRange(period);
  const inForce = new Map(
    overridesOfRules(rulesInForce(parametersInForce(w), to), to).map((one) => [one.id, one.value]),
  );
  const changed = overridesOfRules(rules, to).filter(
    ({ id, value }) => JSON.stringify(value) !== JSON.stringify(inForce.get(id)),
  );
  if (changed.length > 0 && !may(unit.account.roles, 'manageSettings'))
    return failure(
      'forbidden',
      '考核办法与现在的参数不同，修改参数要由负责人或管理员办理。请使用现行办法，或请他们来开始这一轮考核。',
    );
  for (const { id, validFrom, value } of changed)
    saveParameter(w, { id, validFrom, value, reason: `${input.name}采用的考核办法` });
  const [self, peer, pupil, parent, panel] = rules.weights;
  const [excellentFrom, qualifiedFrom, basicFrom] = rules.bands;
  const saved = saveRecord(
    w,
    appraisalRound,
    {
      id: input.id,
      values: {
        ...emptyValues(appraisalRound),
        name: input.name,
        preset: input.preset,
        selfWeight: self,
        peerWeight: peer,
        pupilWeight: pupil,
        parentWeight: parent,
        panelWeight: panel,
        excellentFrom,
        qualifiedFrom,
        basicFrom,
        excellentShare: rules.excellentShare,
        noticeWorkdays: rules.noticeWorkdays,
        minRaters: rules.minRaters,
        vetoHandlings: rules.vetoHandlings,
        vetoViolations: rules.vetoViolations,
        outsideRaters: input.outsideRaters,
        people: input.people.map((one) => ({
          id: unit.newId(),
          staff: one.staffId,
          included: one.included,
          reason: one.included ? null : one.reason,
          note: one.note,
          unsignedNote: null,
        })),
      },
      period,
      state: 'draft',
      baseRevision: null,
    },
    unit,
  );
  if (!saved.ok) return saved;
  return addForms(
    w,
    period,
    input.people.filter(({ included }) => included).map(({ staffId }) => staffId),
    unit,
  );
}

/** A draft form for each of these people who has none of the period. */
function addForms(w: WriteHandle, period: string, staffIds: readonly string[], unit: Unit): Result<null> {
  const there = new Set(
    allRecords(w, ethicsAppraisal).flatMap((one) => (one.period === period ? [one.values.staff] : [])),
  );
  for (const staffId of new Set(staffIds)) {
    if (there.has(staffId)) continue;
    const values = { ...emptyValues(ethicsAppraisal), staff: staffId };
    const saved = saveNew(w, ethicsAppraisal, { values, period, state: 'draft' }, unit);
    if (!saved.ok) return saved;
  }
  return success(null);
}

/** Takes somebody into the round or out of it; an empty form of somebody who is out goes to the recycle bin. */
export function setPlace(
  w: WriteHandle,
  round: LoadedRound,
  input: ParsedInputOf<'appraisal.setPlace'>,
  unit: Unit,
): Result<null> {
  const { record } = round;
  const { staffId, included, reason, note } = input;
  const settled = refuseSettled(round);
  if (settled) return settled;
  if (!included && !exclusionReasons.some((one) => one === reason))
    return failure('invalidInput', '请选择不参加考核的原因。');
  const before = record.values.people.find((one) => one.staff === staffId);
  const row = {
    id: before?.id ?? unit.newId(),
    staff: staffId,
    included,
    reason: included ? null : reason,
    note,
    unsignedNote: before?.unsignedNote ?? null,
  };
  const people = before
    ? record.values.people.map((one) => (one.staff === staffId ? row : one))
    : [...record.values.people, row];
  const saved = saveRound(w, record, { people }, unit);
  if (!saved.ok) return saved;
  if (included) return addForms(w, round.period, [staffId], unit);
  const form = round.people.find((one) => one.staffId === staffId)?.appraisal;
  if (form?.state === 'draft') removeRecords(w, ethicsAppraisal, [form.id]);
  return success(null);
}

/** Why scores, people and decisions of a round can't be changed any more; `null` while they can. */
export function refuseSettled({ record }: Pick<LoadedRound, 'record'>): Result<never> | null {
  if (!doneSteps(record).some(({ step }) => step === '考核组评定')) return null;
  return failure(
    'conflict',
    '“考核组评定”已经完成，名单、得分和决定不能再改。确需更正的，请先“重新打开”并写明原因。',
  );
}

/** Takes back all that raters of a part handed in. */
export function withdrawPart(
  w: WriteHandle,
  round: LoadedRound,
  { part, reason }: ParsedInputOf<'appraisal.withdraw'>,
  unit: Unit,
): Result<LedgerRecord> {
  const settled = refuseSettled(round);
  if (settled) return settled;
  const came = round.raters.filter((one) => one.part === part).length;
  if (came === 0) return failure('conflict', `“${part}”还没有导入评分，不用撤回。`);
  removeMarks(w, round.record.id, part);
  if (part === '考核组')
    for (const { appraisal } of round.people) {
      // What an earlier filing wrote came from these sheets.
      const saved = saveForm(w, appraisal, { panelScore: null, ruleScores: [] }, unit);
      if (!saved.ok) return saved;
    }
  const imports = [
    ...round.record.values.imports,
    { id: unit.newId(), on: unit.today, part, raters: -came, note: `撤回：${reason}`, by: unit.account.name },
  ];
  return saveRound(w, round.record, { imports }, unit);
}

/** Keeps the panel's decision about everybody who is tied now. */
export function decideTie(
  w: WriteHandle,
  round: LoadedRound,
  { granted, on, reason }: ParsedInputOf<'appraisal.decideTie'>,
  unit: Unit,
): Result<LedgerRecord> {
  const { tie } = round.result;
  const settled = refuseSettled(round);
  if (settled) return settled;
  if (!tie) return failure('conflict', '现在没有需要决定的同分人员，请刷新后再看。');
  if (granted.some((id) => !tie.staffIds.includes(id)))
    return failure('conflict', '分数有变化，同分的人和您看到的不一样了。请刷新后重新决定。');
  if (new Set(granted).size > tie.places)
    return failure('invalidInput', `只有 ${tie.places} 个名额，选了 ${new Set(granted).size} 人，请减少。`);
  const decisions = tie.staffIds.map((staffId) => ({
    id: unit.newId(),
    staff: staffId,
    granted: granted.includes(staffId),
    decidedOn: on,
    reason,
    by: unit.account.name,
  }));
  return saveRound(w, round.record, { decisions }, unit);
}

const alreadyFiled = failure('conflict', '这一轮考核已经归档。需要更正的，请先“重新打开”并写明原因。');

export function startNotice(
  w: WriteHandle,
  round: LoadedRound,
  { from, to }: ParsedInputOf<'appraisal.startNotice'>,
  unit: Unit & { readonly calendar: SchoolCalendar },
): Result<LedgerRecord> {
  const done = doneSteps(round.record);
  const panel = done.find(({ step }) => step === '考核组评定');
  if (round.record.values.filedOn !== null) return alreadyFiled;
  if (!panel) return failure('conflict', '“考核组评定”还没有完成，不能开始公示。');
  if (from < panel.doneOn)
    return failure('invalidInput', `公示不能早于“考核组评定”完成的日子（${panel.doneOn}）。`, [
      { path: 'from', sentence: '公示不能早于考核组评定。' },
    ]);
  const short = noticeTooShort(unit.calendar, round.rules, from, to);
  if (short !== null) return failure('invalidInput', short, [{ path: 'to', sentence: short }]);
  return saveRound(w, round.record, { noticeFrom: from, noticeTo: to }, unit);
}

/** Notes when people signed, or why they didn't. */
export function signForms(
  w: WriteHandle,
  round: LoadedRound,
  { staffIds, on, note }: ParsedInputOf<'appraisal.sign'>,
  unit: Unit,
): Result<null> {
  const { values } = round.record;
  if (values.filedOn !== null) return alreadyFiled;
  if (!doneSteps(round.record).some(({ step }) => step === '公示'))
    return failure('conflict', '公示期满以后才签字。请先完成“公示”。');
  if (on === null && note === null) return failure('invalidInput', '请填写签字日期，或写明没有签字的情况。');
  if (on !== null && values.noticeTo !== null && on < values.noticeTo)
    return failure('invalidInput', `签字日期不能早于公示结束的日子（${values.noticeTo}）。`);
  if (on !== null && on > unit.today) return failure('invalidInput', '签字日期不能在今天之后。');
  const chosen = new Set(staffIds);
  for (const { staffId, appraisal } of round.people) {
    if (!chosen.has(staffId)) continue;
    const saved = saveForm(w, appraisal, { signedOn: on }, unit);
    if (!saved.ok) return saved;
  }
  const people = values.people.map((one) =>
    chosen.has(one.staff) ? { ...one, unsignedNote: on === null ? note : null } : one,
  );
  const saved = saveRound(w, round.record, { people }, unit);
  return saved.ok ? success(null) : saved;
}
