import { randomBytes } from 'node:crypto';
import type { ethicsCalls } from '../../../shared/contract/ethics.ts';
import { nextCaseNumber } from '../../../shared/domain/ethics/caseNumber.ts';
import { createUuid, uuidRandomLength } from '../../../shared/kernel/ids.ts';
import { periodOf } from '../../../shared/kernel/periods.ts';
import { failure, success } from '../../../shared/kernel/result.ts';
import { emptyValues } from '../../../shared/ledger/schema.ts';
import { staff } from '../../../shared/ledgers/base/staff.ts';
import { ethicsCase } from '../../../shared/ledgers/ethics/ethicsCase.ts';
import { gateCheck } from '../../../shared/ledgers/ethics/gateCheck.ts';
import type { Caller, HandlersOf } from '../../ipc/handlers.ts';
import { allRecords, getRecord } from '../../store/records/records.ts';
import type { App } from '../app.ts';
import { createCheck, type Check } from '../checks/check.ts';
import { readChosenWorkbook } from '../imports/readChosenWorkbook.ts';
import { changeBy } from '../ledgers/changeBy.ts';
import { saveRecord, type SaveContext } from '../ledgers/saveRecord.ts';
import { schoolOf } from '../school/schoolOf.ts';
import { caseRows, isTold, viewCase, type CaseLook, type CaseRecord } from './caseViews.ts';
import { answerFor, checkGate, namesInWorkbook, outcomeWords, reasonText } from './gateCheck.ts';
import { fileCasePaper } from './fileCasePaper.ts';
import { personFileOf } from './personFile.ts';
import { takeCaseStep } from './takeCaseStep.ts';
import { ethicsFacts } from './checks/ethicsFacts.ts';

const noCase = failure('notFound', '没有找到这个案件，可能已被删除。请返回案件列表刷新后再看。');
const noPerson = failure('notFound', '没有找到这位教职工，可能已被删除。请返回名单刷新后再看。');

/** All calls of `shared/contract/ethics.ts`. */
export function ethicsHandlers(app: App): HandlersOf<keyof typeof ethicsCalls> {
  function lookOf(caller: Caller): CaseLook {
    const { on, calendar, parameters } = checkNow(caller);
    return { read: caller.store.read, today: on, calendar, parameters };
  }
  function checkNow(caller: Caller): Check {
    return createCheck(caller.store.read, app.clock.today());
  }
  function saveContext(caller: Caller): SaveContext {
    return {
      today: app.clock.today(),
      schoolId: schoolOf(caller.store.read).id,
      account: caller.account,
    };
  }

  return {
    'ethics.cases': (_input, caller) => success(caseRows(lookOf(caller))),

    'ethics.case': ({ id }, caller) => {
      const record = caseRecord(caller, id);
      return record ? success(viewCase(lookOf(caller), record, caller.account)) : noCase;
    },

    'ethics.takeStep': (input, caller) => {
      const record = caseRecord(caller, input.id);
      if (!record) return noCase;
      const look = lookOf(caller);
      const step = { ...look, isPublic: schoolOf(caller.store.read).values.nature !== '民办' };
      // A finished case is locked; the step itself is the reason for opening it.
      const change = changeBy(app, caller, `办理：${input.event}`);
      const saved = caller.store.write(change, (w) =>
        takeCaseStep(w, record, input, step, saveContext(caller)),
      );
      if (!saved.ok) return saved;
      app.desktop.send({ type: 'records.changed', ledgers: [ethicsCase.id] });
      const after = caseRecord(caller, input.id);
      return after ? success(viewCase(lookOf(caller), after, caller.account)) : noCase;
    },

    'ethics.filePaper': ({ id, ...paper }, caller) => {
      const record = caseRecord(caller, id);
      if (!record) return noCase;
      if (paper.madeOn > app.clock.today())
        return failure('invalidInput', '材料的日期不能晚于今天。请改正日期后再放入。');
      const saved = caller.store.write(changeBy(app, caller, `放入材料：${paper.kind}`), (w) =>
        fileCasePaper(w, record, paper, saveContext(caller)),
      );
      if (!saved.ok) return saved;
      app.desktop.send({ type: 'records.changed', ledgers: [ethicsCase.id] });
      const after = caseRecord(caller, id);
      return after ? success(viewCase(lookOf(caller), after, caller.account)) : noCase;
    },

    'ethics.nextCaseNumber': ({ year }, caller) =>
      success(
        nextCaseNumber(
          year,
          allRecords(caller.store.read, ethicsCase).map(({ values }) => values.number),
        ),
      ),

    'ethics.gate': ({ entries, purpose, on }, caller) =>
      success(
        checkGate(caller.store.read, createCheck(caller.store.read, on ?? app.clock.today()), {
          entries,
          purpose,
        }),
      ),

    'ethics.gateNames': async ({ jobId, path }) => {
      const read = await readChosenWorkbook(app, {
        title: '选择名单',
        extensions: ['xlsx', 'xls', 'csv', 'txt'],
        jobId,
        path,
      });
      if (!read.ok || read.value === null) return read.ok ? success(null) : read;
      const { fileName, workbook } = read.value;
      const names = namesInWorkbook(workbook);
      return names.length > 0
        ? success({ fileName, names })
        : failure('invalidInput', '这个文件里没有找到“姓名”一列。请检查表头，或直接粘贴名单。');
    },

    'ethics.keepGate': ({ id, title, staffIds, purpose, on }, caller) => {
      const check = createCheck(caller.store.read, on);
      const facts = ethicsFacts(check);
      const rows = [...new Set(staffIds)].map((staffId) => {
        const answer = answerFor(facts, staffId, purpose, check);
        return {
          id: createUuid(Date.parse(app.clock.now()), randomBytes(uuidRandomLength)),
          staff: staffId,
          outcome: outcomeWords[answer.outcome],
          until: answer.blockedUntil,
          reasons: reasonText(answer),
          decision: null,
        };
      });
      const values = { ...emptyValues(gateCheck), title, purpose, checkedOn: on, rows };
      const saved = caller.store.write(changeBy(app, caller), (w) =>
        saveRecord(
          w,
          gateCheck,
          { id, values, period: periodOf('year', on), state: 'finished', baseRevision: null },
          saveContext(caller),
        ),
      );
      if (!saved.ok) return saved;
      app.desktop.send({ type: 'records.changed', ledgers: [gateCheck.id] });
      return success(saved.value.id);
    },

    'ethics.personFile': ({ staffId }, caller) => {
      const record = getRecord(caller.store.read, staff, staffId);
      if (!record || record.deletedAt !== null) return noPerson;
      return success(personFileOf(caller.store.read, checkNow(caller), record));
    },
  };
}

function caseRecord(caller: Caller, id: string): CaseRecord | undefined {
  const record = getRecord(caller.store.read, ethicsCase, id);
  return record && record.deletedAt === null && isTold(record) ? record : undefined;
}
