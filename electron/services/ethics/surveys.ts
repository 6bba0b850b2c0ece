import type { SurveyRow, SurveyView } from '../../../shared/contract/ethicsCampaign.ts';
import {
  addSheets,
  surveyAnswers,
  surveyResult,
  type SurveyTally,
} from '../../../shared/domain/ethics/surveyResult.ts';
import { failure, type Result } from '../../../shared/kernel/result.ts';
import { cellText } from '../../../shared/ledger/cells.ts';
import type { LedgerRecord } from '../../../shared/ledger/definition.ts';
import { looseForm } from '../../../shared/ledger/looseText.ts';
import { ethicsSurvey } from '../../../shared/ledgers/ethics/ethicsSurvey.ts';
import type { SheetData, WorkbookData } from '../../documents/sheetData.ts';
import type { WriteHandle } from '../../store/handles.ts';
import type { RecordIn } from '../../store/records/records.ts';
import { saveChanges } from '../ledgers/saveRecord.ts';
import type { Unit } from '../school/unitOfWork.ts';

export type SurveyRecord = RecordIn<typeof ethicsSurvey>;

/** A filled sheet: the class or teacher and per question the place of its answer, `null` = none. */
export interface SurveySheet {
  readonly group: string;
  readonly answers: readonly (number | null)[];
}

/** Name of the only group of a questionnaire about the whole school. */
const wholeSchool = '全校';

export function surveyRow(record: SurveyRecord, minimum: number): SurveyRow {
  const { id, values } = record;
  const result = surveyResult(values.tallies, questionsOf(record), minimum);
  return {
    id,
    title: values.title,
    audience: values.audience,
    startsOn: values.startsOn,
    issued: values.issued,
    sheets: result.sheets,
    satisfiedPercent: result.overall?.satisfiedPercent ?? null,
    suppressed: result.suppressed,
  };
}

/** A questionnaire with its result; what could tell who answered is left out. */
export function surveyView(record: SurveyRecord, minimum: number): SurveyView {
  const questions = questionsOf(record);
  return {
    ...surveyRow(record, minimum),
    grouping: record.values.grouping,
    minimum,
    questions,
    result: surveyResult(record.values.tallies, questions, minimum),
  };
}

export function questionsOf({ values }: SurveyRecord): readonly string[] {
  return values.questions.map(({ text }) => text);
}

/** Adds filled sheets to the counts. Failure `invalidInput` where a sheet has no or other questions. */
export function addSurveySheets(
  w: WriteHandle,
  record: SurveyRecord,
  sheets: readonly SurveySheet[],
  unit: Unit,
): Result<LedgerRecord> {
  const count = record.values.questions.length;
  if (count === 0) return failure('invalidInput', '这份问卷还没有题目，请先填写题目再录入答卷。');
  if (sheets.some(({ answers }) => answers.length !== count || answers.every((answer) => answer === null)))
    return failure('invalidInput', `每份答卷应有 ${count} 题，且至少答一题。请核对后再录入。`);
  const groups =
    record.values.grouping === wholeSchool
      ? sheets.map((sheet) => ({ ...sheet, group: wholeSchool }))
      : sheets;
  const known = new Map(record.values.tallies.map((tally) => [keyOf(tally), tally.id]));
  const tallies = addSheets(record.values.tallies, groups).map((tally) => ({
    ...tally,
    id: known.get(keyOf(tally)) ?? unit.newId(),
  }));
  return saveChanges(w, ethicsSurvey, record, { tallies }, unit);
}

function keyOf({ group, question }: Pick<SurveyTally, 'group' | 'question'>): string {
  return `${group}\n${question}`;
}

/**
 * Filled sheets of a workbook: one row a sheet, a column per question (第1题, 1 or its text) with the answer in words, as A–D
 * or 4–1, and a column 班级 or 教师 where the result is wanted by them. Names and other columns are not read.
 */
export function sheetsInWorkbook(
  workbook: WorkbookData,
  questions: readonly string[],
  grouping: string,
): { readonly sheets: readonly SurveySheet[]; readonly problems: readonly string[] } {
  for (const sheet of workbook.sheets) {
    if (sheet.hidden) continue;
    const head = headOf(sheet, questions);
    if (head) return readRows(sheet, head, grouping);
  }
  return { sheets: [], problems: ['没有找到答卷：表头应有“第1题、第2题……”或题目原文。请检查后再导入。'] };
}

interface Head {
  readonly row: number;
  readonly columns: readonly number[];
  readonly group: number;
}

function headOf({ rows }: SheetData, questions: readonly string[]): Head | null {
  for (const [row, cells] of rows.slice(0, 10).entries()) {
    const texts = cells.map((cell) => looseForm(cellText(cell)));
    const columns = questions.map((text, index) =>
      texts.findIndex((cell) =>
        [`第${index + 1}题`, `${index + 1}`, `q${index + 1}`, text].some((name) => looseForm(name) === cell),
      ),
    );
    if (columns.length > 0 && columns.every((column) => column >= 0))
      return {
        row,
        columns,
        group: texts.findIndex((cell) => ['班级', '教师', '班级或教师', '任课教师'].includes(cell)),
      };
  }
  return null;
}

function readRows({ rows, name }: SheetData, head: Head, grouping: string) {
  const sheets: SurveySheet[] = [];
  const problems: string[] = [];
  rows.slice(head.row + 1).forEach((cells, index) => {
    const texts = head.columns.map((column) => cellText(cells[column] ?? null).trim());
    if (texts.every((text) => text === '')) return;
    const place = `“${name}”第 ${head.row + index + 2} 行`;
    const answers = texts.map(answerIn);
    const wrong = answers.findIndex((answer) => answer === undefined);
    const group = head.group < 0 ? '' : cellText(cells[head.group] ?? null).trim();
    if (wrong >= 0)
      problems.push(`${place}第 ${wrong + 1} 题的答案“${texts[wrong] ?? ''}”认不出来，这份没有读入。`);
    else if (grouping !== wholeSchool && group === '')
      problems.push(`${place}没有填写${grouping}，这份没有读入。`);
    else
      sheets.push({
        group: (group === '' ? wholeSchool : group).slice(0, 40),
        answers: answers.map((answer) => answer ?? null),
      });
  });
  return { sheets, problems };
}

/** `null` = no answer, `undefined` = can't be read. */
function answerIn(text: string): number | null | undefined {
  if (text === '') return null;
  const word = surveyAnswers.findIndex((answer) => answer === text);
  if (word >= 0) return word;
  const letter = 'ABCD'.indexOf(text.toUpperCase().slice(0, 1));
  if (/^[A-Da-d][.、．]?/u.test(text) && letter >= 0) return letter;
  if (/^[1-4](?:\.0)?$/u.test(text)) return 4 - Number(text.slice(0, 1));
  return undefined;
}
