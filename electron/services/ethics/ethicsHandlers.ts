import type { CaseView, ethicsCalls } from '../../../shared/contract/ethics.ts';
import { nextCaseNumber } from '../../../shared/domain/ethics/caseNumber.ts';
import { failure, success, type Result } from '../../../shared/kernel/result.ts';
import { staff } from '../../../shared/ledgers/base/staff.ts';
import { ethicsCase } from '../../../shared/ledgers/ethics/ethicsCase.ts';
import type { Caller, HandlersOf } from '../../ipc/handlers.ts';
import { allRecords, getRecord } from '../../store/records/records.ts';
import type { App } from '../app.ts';
import { createCheck, type Check } from '../checks/check.ts';
import { readChosenWorkbook } from '../imports/readChosenWorkbook.ts';
import { schoolOf } from '../school/schoolOf.ts';
import { isTold, type CaseRecord } from './checks/caseFact.ts';
import { caseRows, viewCase, type CaseLook } from './caseViews.ts';
import { checkGate, keepGate, namesInWorkbook } from './gateCheck.ts';
import { fileCasePaper } from './fileCasePaper.ts';
import { personFileOf } from './personFile.ts';
import { takeCaseStep } from './takeCaseStep.ts';

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
  function viewOf(caller: Caller, id: string): Result<CaseView> {
    const record = caseRecord(caller, id);
    return record ? success(viewCase(lookOf(caller), record, caller.account)) : noCase;
  }

  return {
    'ethics.cases': (_input, caller) => success(caseRows(lookOf(caller))),

    'ethics.case': ({ id }, caller) => viewOf(caller, id),

    'ethics.takeStep': (input, caller) => {
      const record = caseRecord(caller, input.id);
      if (!record) return noCase;
      const look = lookOf(caller);
      const step = { ...look, isPublic: schoolOf(caller.store.read).values.nature !== '民办' };
      // A finished case is locked; the step itself is the reason for opening it.
      const saved = caller.change(`办理：${input.event}`, (w, unit) =>
        takeCaseStep(w, record, input, step, unit),
      );
      return saved.ok ? viewOf(caller, input.id) : saved;
    },

    'ethics.filePaper': ({ id, ...paper }, caller) => {
      const record = caseRecord(caller, id);
      if (!record) return noCase;
      if (paper.madeOn > app.clock.today())
        return failure('invalidInput', '材料的日期不能晚于今天。请改正日期后再放入。');
      const saved = caller.change(`放入材料：${paper.kind}`, (w, unit) =>
        fileCasePaper(w, record, paper, unit),
      );
      return saved.ok ? viewOf(caller, id) : saved;
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

    'ethics.keepGate': (input, { change }) => change(null, (w, unit) => keepGate(w, input, unit)),

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
