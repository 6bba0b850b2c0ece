import type { ethicsCampaignCalls, SurveyView } from '../../../shared/contract/ethicsCampaign.ts';
import { failure, success, type Result } from '../../../shared/kernel/result.ts';
import { ethicsSurvey } from '../../../shared/ledgers/ethics/ethicsSurvey.ts';
import type { Caller, HandlersOf } from '../../ipc/handlers.ts';
import { allRecords, getRecord } from '../../store/records/records.ts';
import type { App } from '../app.ts';
import { createCheck } from '../checks/check.ts';
import { parametersInForce } from '../school/parametersInForce.ts';
import { periodsInside } from '../../../shared/kernel/periods.ts';
import { readChosenWorkbook } from '../imports/readChosenWorkbook.ts';
import { addMinimumPlan, ethicsPlanView, recordZeroReport } from './ethicsPlanView.ts';
import { honourView } from './honours.ts';
import { recordSigned } from './recordSigned.ts';
import { campaignView } from './signTracking.ts';
import {
  addSurveySheets,
  questionsOf,
  sheetsInWorkbook,
  surveyRow,
  surveyView,
  type SurveyRecord,
} from './surveys.ts';

const noSurvey = failure('notFound', '没有找到这份问卷，可能已被删除。请返回问卷列表刷新后再看。');

/** All calls of `shared/contract/ethicsCampaign.ts`. */
export function ethicsCampaignHandlers(app: App): HandlersOf<keyof typeof ethicsCampaignCalls> {
  const today = () => app.clock.today();
  const minimumOf = ({ store }: Caller) =>
    parametersInForce(store.read).number('surveyMinimumAnswers', today());
  function viewOf(caller: Caller, id: string): Result<SurveyView> {
    const record = surveyRecord(caller, id);
    return record ? success(surveyView(record, minimumOf(caller))) : noSurvey;
  }

  return {
    'ethics.campaign': (about, { store }) => success(campaignView(store.read, about, today())),

    'ethics.recordSigned': (input, { change }) => change(null, (w, unit) => recordSigned(w, input, unit)),

    'ethics.surveys': ({ schoolYear }, caller) => {
      const minimum = minimumOf(caller);
      const inside = periodsInside(schoolYear);
      return success(
        allRecords(caller.store.read, ethicsSurvey)
          .filter(({ period }) => period !== null && inside.includes(period))
          .toSorted((a, b) => b.values.startsOn.localeCompare(a.values.startsOn))
          .map((record) => surveyRow(record, minimum)),
      );
    },

    'ethics.survey': ({ id }, caller) => viewOf(caller, id),

    'ethics.addSurveySheets': ({ id, sheets }, caller) => {
      const record = surveyRecord(caller, id);
      if (!record) return noSurvey;
      const saved = caller.change('录入答卷', (w, unit) => addSurveySheets(w, record, sheets, unit));
      return saved.ok ? viewOf(caller, id) : saved;
    },

    'ethics.readSurveySheets': async ({ id, jobId, path }, caller) => {
      const record = surveyRecord(caller, id);
      if (!record) return noSurvey;
      const read = await readChosenWorkbook(app, {
        title: '选择答卷表格',
        extensions: ['xlsx', 'xls', 'csv'],
        jobId,
        path,
      });
      if (!read.ok || read.value === null) return read.ok ? success(null) : read;
      const { fileName, workbook } = read.value;
      const found = sheetsInWorkbook(workbook, questionsOf(record), record.values.grouping);
      const [first] = found.problems;
      if (found.sheets.length === 0) return failure('invalidInput', first ?? '这个文件里没有答卷。');
      return success({ fileName, ...found });
    },

    'ethics.plan': ({ schoolYear }, { store }) => success(ethicsPlanView(store.read, schoolYear, today())),

    'ethics.addMinimumPlan': ({ schoolYear }, { change }) =>
      change(null, (w, unit) => addMinimumPlan(w, schoolYear, unit)),

    'ethics.recordZeroReport': ({ period }, { change }) =>
      change(null, (w, unit) => recordZeroReport(w, period, unit)),

    'ethics.honours': ({ level }, { store }) =>
      success(honourView(store.read, createCheck(store.read, today()), level)),
  };
}

function surveyRecord({ store }: Caller, id: string): SurveyRecord | undefined {
  const record = getRecord(store.read, ethicsSurvey, id);
  return record && record.deletedAt === null ? record : undefined;
}
