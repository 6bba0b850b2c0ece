import { randomBytes } from 'node:crypto';
import type { DevelopmentDossier, partyLifeCalls } from '../../../shared/contract/partyLife.ts';
import { blockedBy, stepOn } from '../../../shared/domain/membership/developmentState.ts';
import {
  developmentStep,
  groupStep,
  stepWords,
  storedStepName,
} from '../../../shared/domain/membership/developmentSteps.ts';
import { dayProblem, timeBounds } from '../../../shared/domain/membership/developmentTimes.ts';
import { createUuid, uuidRandomLength } from '../../../shared/kernel/ids.ts';
import { failure, success, type Result } from '../../../shared/kernel/result.ts';
import { memberDevelopment } from '../../../shared/ledgers/partyLife/memberDevelopment.ts';
import { partyMeeting } from '../../../shared/ledgers/partyLife/partyMeeting.ts';
import { partyMember } from '../../../shared/ledgers/partyLife/partyMember.ts';
import { partyMembership } from '../../../shared/ledgers/partyLife/partyMembership.ts';
import type { HandlersOf } from '../../ipc/handlers.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { getRecord, type RecordIn } from '../../store/records/records.ts';
import type { App } from '../app.ts';
import { changeBy } from '../changeBy.ts';
import { createCheck, type Check } from '../checks/check.ts';
import { developmentPerson } from './checks/developmentFacts.ts';
import { finishedRecords } from '../../store/records/recordsBetween.ts';
import { saveRecord } from '../ledgers/saveRecord.ts';
import { schoolOf } from '../school/schoolOf.ts';
import { developmentBoard, developmentDossier } from './developmentViews.ts';
import { joinGroup, moveRoll } from './moveRoll.ts';

/** Meetings offered for a step. */
const offeredMeetings = 40;

/** All calls of `shared/contract/partyLife.ts` about developing members. */
export function developmentHandlers(
  app: App,
): HandlersOf<Extract<keyof typeof partyLifeCalls, `development.${string}`>> {
  const newId = (): string => createUuid(Date.parse(app.clock.now()), randomBytes(uuidRandomLength));
  /** Tells the window what has changed and shows the dossier as it is now. */
  function answerAfter(h: ReadHandle, id: string, rollMoved: boolean): Result<DevelopmentDossier> {
    const ledgers = rollMoved ? [partyMember.id, partyMembership.id] : [];
    app.desktop.send({ type: 'records.changed', ledgers: [memberDevelopment.id, ...ledgers] });
    const after = dossierOf(h, id);
    if (!after.ok) return after;
    return success(developmentDossier(h, createCheck(h, app.clock.today()), after.value));
  }
  return {
    'development.board': ({ on }, { store }) =>
      success(developmentBoard(store.read, createCheck(store.read, on ?? app.clock.today()))),

    'development.dossier': ({ id, on }, { store }) => {
      const record = dossierOf(store.read, id);
      if (!record.ok) return record;
      const check = createCheck(store.read, on ?? app.clock.today());
      return success(developmentDossier(store.read, check, record.value));
    },

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

    'development.recordStep': (input, caller) => {
      const { store, account } = caller;
      const record = dossierOf(store.read, input.id);
      if (!record.ok) return record;
      const today = app.clock.today();
      const allowed = checkStep(createCheck(store.read, today), record.value, input);
      if (!allowed.ok) return allowed;
      const { values } = record.value;
      const row = {
        id: newId(),
        step: storedStepName(developmentStep(input.step)),
        doneOn: input.on,
        papersReady: input.papersReady,
        meeting: input.meeting,
        remark: input.remark.trim() === '' ? null : input.remark.trim(),
      };
      const context = { today, schoolId: schoolOf(store.read).id, account };
      const moved = store.write(changeBy(caller, app.clock), (w) => {
        const saved = saveRecord(
          w,
          memberDevelopment,
          {
            id: input.id,
            values: { ...values, steps: [...values.steps, row] },
            period: null,
            state: 'finished',
            baseRevision: input.baseRevision,
          },
          context,
        );
        if (!saved.ok) return saved;
        const onRoll = moveRoll(w, input.id, newId, context);
        return onRoll.ok && input.step === groupStep && input.partyGroup !== null
          ? joinGroup(w, input.id, { partyGroup: input.partyGroup, on: input.on }, context)
          : onRoll;
      });
      return moved.ok ? answerAfter(store.read, input.id, moved.value) : moved;
    },

    'development.enterOnRoll': ({ id }, caller) => {
      const { store, account } = caller;
      const record = dossierOf(store.read, id);
      if (!record.ok) return record;
      const context = { today: app.clock.today(), schoolId: schoolOf(store.read).id, account };
      const moved = store.write(changeBy(caller, app.clock), (w) => moveRoll(w, id, newId, context));
      return moved.ok ? answerAfter(store.read, id, moved.value) : moved;
    },
  };
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
