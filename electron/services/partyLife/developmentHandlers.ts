import type { ParsedInputOf } from '../../../shared/contract/index.ts';
import type { DevelopmentDossier, partyLifeCalls } from '../../../shared/contract/partyLife.ts';
import { blockedBy, stepOn } from '../../../shared/domain/membership/developmentState.ts';
import {
  developmentStep,
  groupStep,
  stepWords,
  storedStepName,
} from '../../../shared/domain/membership/developmentSteps.ts';
import { dayProblem, timeBounds } from '../../../shared/domain/membership/developmentTimes.ts';
import { failure, success, type Result } from '../../../shared/kernel/result.ts';
import { memberDevelopment } from '../../../shared/ledgers/partyLife/memberDevelopment.ts';
import { partyMeeting } from '../../../shared/ledgers/partyLife/partyMeeting.ts';
import type { HandlersOf } from '../../ipc/handlers.ts';
import type { ReadHandle, WriteHandle } from '../../store/handles.ts';
import { getRecord, type RecordIn } from '../../store/records/records.ts';
import type { App } from '../app.ts';
import { createCheck, type Check } from '../checks/check.ts';
import { developmentPerson } from './checks/developmentFacts.ts';
import { finishedRecords } from '../../store/records/recordsBetween.ts';
import { saveChanges } from '../ledgers/saveRecord.ts';
import type { Unit } from '../school/unitOfWork.ts';
import { developmentBoard, developmentDossier } from './developmentViews.ts';
import { joinGroup, moveRoll } from './moveRoll.ts';

/** Meetings offered for a step. */
const offeredMeetings = 40;

/** All calls of `shared/contract/partyLife.ts` about developing members. */
export function developmentHandlers(
  app: App,
): HandlersOf<Extract<keyof typeof partyLifeCalls, `development.${string}`>> {
  function viewOf(h: ReadHandle, id: string, on = app.clock.today()): Result<DevelopmentDossier> {
    const record = dossierOf(h, id);
    return record.ok ? success(developmentDossier(h, createCheck(h, on), record.value)) : record;
  }
  return {
    'development.board': ({ on }, { store }) =>
      success(developmentBoard(store.read, createCheck(store.read, on ?? app.clock.today()))),

    'development.dossier': ({ id, on }, { store }) => viewOf(store.read, id, on),

    'development.meetings': ({ id, step }, { store }) => {
      const record = dossierOf(store.read, id);
      if (!record.ok) return record;
      const type = developmentStep(step).meeting;
      if (type === undefined) return success([]);
      const meetings = finishedRecords(store.read, partyMeeting, [
        { field: 'type', operator: 'is', value: type },
        { field: 'branch', operator: 'is', value: record.value.values.branch },
        { field: 'heldOn', operator: 'to', value: app.clock.today() },
      ]);
      return success(
        meetings
          .slice(0, offeredMeetings)
          .map(({ id: meeting, values }) => ({ id: meeting, title: values.title, heldOn: values.heldOn })),
      );
    },

    'development.recordStep': (input, { store, change }) => {
      const done = change(null, (w, unit) => recordStep(w, input, unit));
      return done.ok ? viewOf(store.read, input.id) : done;
    },

    'development.enterOnRoll': ({ id }, { store, change }) => {
      const record = dossierOf(store.read, id);
      if (!record.ok) return record;
      const moved = change(null, (w, unit) => moveRoll(w, id, unit));
      return moved.ok ? viewOf(store.read, id) : moved;
    },
  };
}

/** Enters a step; the roll follows where the step is one of it. */
function recordStep(
  w: WriteHandle,
  input: ParsedInputOf<'development.recordStep'>,
  unit: Unit,
): Result<boolean> {
  const record = dossierOf(w, input.id);
  if (!record.ok) return record;
  const allowed = checkStep(createCheck(w, unit.today), record.value, input);
  if (!allowed.ok) return allowed;
  const row = {
    id: unit.newId(),
    step: storedStepName(developmentStep(input.step)),
    doneOn: input.on,
    papersReady: input.papersReady,
    meeting: input.meeting,
    remark: input.remark.trim() === '' ? null : input.remark.trim(),
  };
  const steps = [...record.value.values.steps, row];
  const saved = saveChanges(w, memberDevelopment, record.value, { steps }, unit, {
    state: 'finished',
    baseRevision: input.baseRevision,
  });
  if (!saved.ok) return saved;
  const onRoll = moveRoll(w, input.id, unit);
  return onRoll.ok && input.step === groupStep && input.partyGroup !== null
    ? joinGroup(w, input.id, { partyGroup: input.partyGroup, on: input.on }, unit)
    : onRoll;
}

function dossierOf(h: ReadHandle, id: string): Result<RecordIn<typeof memberDevelopment>> {
  const record = getRecord(h, memberDevelopment, id);
  return record && record.deletedAt === null
    ? success(record)
    : failure('notFound', '没有找到这份发展党员档案，可能已被删除。请返回发展党员页面重新打开。');
}

interface StepToRecord {
  readonly step: number;
  readonly on: string;
  readonly asItWas: boolean;
}

/** Whether a step may be written down: its turn, not in the future, and within its limits or knowingly as it was. */
function checkStep(
  check: Check,
  record: RecordIn<typeof memberDevelopment>,
  { step, on, asItWas }: StepToRecord,
): Result<null> {
  const person = developmentPerson(record);
  if (person.endedOn !== null)
    return failure('invalidInput', `${person.name}的档案已于${person.endedOn}终止，不能再登记步骤。`);
  if (stepOn(person, step) !== null)
    return failure('conflict', `${stepWords(step)}已经登记过了。要改日期，请打开档案修改。`);
  const before = blockedBy(person, step);
  if (before !== null)
    return failure('invalidInput', `请先登记${stepWords(before)}，再登记${stepWords(step)}。`);
  if (on > check.on) return atDate('日期还没有到，请在办理之后登记。');
  const problem = dayProblem(timeBounds(person, step, check), on);
  return problem && !asItWas ? atDate(problem.sentence) : success(null);
}

function atDate(sentence: string): Result<never> {
  return failure('invalidInput', sentence, [{ path: 'on', sentence }]);
}
