import type {
  appraisalCalls,
  RoundPersonSheet,
  RoundProposal,
} from '../../../../shared/contract/appraisal.ts';
import { proposePlaces } from '../../../../shared/domain/ethics/round/roundPeople.ts';
import { rulesInForce } from '../../../../shared/domain/ethics/round/roundRules.ts';
import { isPeriod, periodRange } from '../../../../shared/kernel/periods.ts';
import { failure, success, type Result } from '../../../../shared/kernel/result.ts';
import { staff } from '../../../../shared/ledgers/base/staff.ts';
import { appraisalRound } from '../../../../shared/ledgers/ethics/appraisalRound.ts';
import type { HandlersOf } from '../../../ipc/handlers.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import { allRecords } from '../../../store/records/records.ts';
import type { App } from '../../app.ts';
import { createCheck, type Check } from '../../checks/check.ts';
import { staffFactOf } from '../../school/staffFact.ts';
import { decideTie, openRound, setPlace, signForms, startNotice, withdrawPart } from './changeRound.ts';
import { finishStep, reopenRound } from './finishRound.ts';
import { createRoundDesk } from './roundDesk.ts';
import { hintOf, personSheet, roundLine } from './roundViews.ts';
import { savePerson } from './savePerson.ts';
import { scoreSheetHandlers } from './scoreSheetHandlers.ts';

const noPerson = failure('notFound', '这位教职工不在本轮考核名单里。请返回看板刷新后再看。');

/** All calls of `shared/contract/appraisal.ts`. */
export function appraisalHandlers(app: App): HandlersOf<keyof typeof appraisalCalls> {
  const desk = createRoundDesk(app.clock);

  function sheetOf(h: ReadHandle, id: string, staffId: string): Result<RoundPersonSheet> {
    const round = desk.load(h, id);
    if (!round.ok) return round;
    const sheet = personSheet(round.value, staffId);
    return sheet ? success(sheet) : noPerson;
  }

  return {
    ...scoreSheetHandlers(app, desk),

    'appraisal.rounds': (_input, { store }) =>
      success(
        allRecords(store.read, appraisalRound)
          .map(roundLine)
          .toSorted((a, b) => (a.period < b.period ? 1 : -1)),
      ),

    'appraisal.proposal': ({ period }, { store }) =>
      isPeriod(period, ['year', 'schoolYear'])
        ? success(proposeRound(store.read, createCheck(store.read, app.clock.today()), period))
        : failure('invalidInput', '考核周期应为一个年度或一个学年，请重新选择。'),

    'appraisal.open': (input, { store, change }) => {
      const opened = change(`开始${input.name}`, (w, unit) => openRound(w, input, unit));
      return opened.ok ? desk.board(store.read, input.id) : opened;
    },

    'appraisal.board': ({ id }, { store }) => desk.board(store.read, id),

    'appraisal.setPlace': (input, caller) =>
      desk.change(caller, input.id, input.included ? '列入考核' : '不参加考核', (w, round, unit) =>
        setPlace(w, round, input, unit),
      ),

    'appraisal.person': ({ id, staffId }, { store }) => sheetOf(store.read, id, staffId),

    'appraisal.savePerson': (input, caller) => {
      const changed = desk.change(caller, input.id, '考核组评定', (w, round, unit) =>
        savePerson(w, round, input, unit),
      );
      return changed.ok ? sheetOf(caller.store.read, input.id, input.staffId) : changed;
    },

    'appraisal.withdraw': (input, caller) =>
      desk.change(caller, input.id, `撤回${input.part}：${input.reason}`, (w, round, unit) =>
        withdrawPart(w, round, input, unit),
      ),

    'appraisal.decideTie': (input, caller) =>
      desk.change(caller, input.id, `同分决定：${input.reason}`, (w, round, unit) =>
        decideTie(w, round, input, unit),
      ),

    'appraisal.startNotice': (input, caller) =>
      desk.change(caller, input.id, '开始公示', (w, round, unit) => startNotice(w, round, input, unit)),

    'appraisal.sign': (input, caller) =>
      desk.change(caller, input.id, '登记签字', (w, round, unit) => signForms(w, round, input, unit)),

    'appraisal.finishStep': (input, caller) =>
      desk.change(caller, input.id, `完成“${input.step}”`, (w, round, unit) =>
        finishStep(w, round, input, unit),
      ),

    'appraisal.reopen': ({ id, reason }, caller) =>
      desk.change(caller, id, `重新打开：${reason}`, (w, round, unit) => reopenRound(w, round, reason, unit)),
  };
}

function proposeRound(h: ReadHandle, { parameters }: Check, period: string): RoundProposal {
  const range = periodRange(period);
  const people = new Map(allRecords(h, staff).map((one) => [one.id, one]));
  const existing = allRecords(h, appraisalRound).find((one) => one.period === period);
  return {
    period,
    existing: existing ? { id: existing.id, name: existing.values.name } : null,
    rules: rulesInForce(parameters, range.to),
    people: proposePlaces(
      [...people.values()].map(staffFactOf),
      range,
      parameters.number('appraisalMinServiceMonths', range.to),
    ).map((place) => ({
      ...place,
      name: people.get(place.staffId)?.values.name ?? '',
      hint: hintOf(people.get(place.staffId) ?? null),
    })),
  };
}
