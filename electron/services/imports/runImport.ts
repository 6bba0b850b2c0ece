import { isDeepStrictEqual } from 'node:util';
import type { ImportProblem } from '../../../shared/contract/files.ts';
import { isUuid } from '../../../shared/kernel/ids.ts';
import { periodOf } from '../../../shared/kernel/periods.ts';
import { failure, success, type FieldProblem, type Result } from '../../../shared/kernel/result.ts';
import { sheetPlan } from '../../../shared/ledger/columns.ts';
import type { AnyLedger, LedgerRecord, LooseValues, RecordState } from '../../../shared/ledger/definition.ts';
import { emptyValues, fieldsOf } from '../../../shared/ledger/schema.ts';
import type { WriteHandle } from '../../store/handles.ts';
import { findByKey, getRecord, keyTextOf, keyTextsInUse } from '../../store/records/records.ts';
import { saveRecord } from '../ledgers/saveRecord.ts';
import type { Unit } from '../school/unitOfWork.ts';
import { groupByNumber, mergeRows, strayDetails, type DetailRows, type ImportedSheet } from './detailRows.ts';
import { referenceIndexes } from './referenceIndex.ts';
import { rowReader, type ReadRow } from './rowReader.ts';
import { columnName, dataRows } from './sheetRows.ts';

export interface ImportTask {
  readonly main: ImportedSheet;
  /** Sheets with detail rows of the same records. */
  readonly details: readonly (ImportedSheet & { readonly fieldId: string })[];
  /** For records whose sheet names no period. */
  readonly period: string | null;
}

export type RowStatus = 'new' | 'changed' | 'same' | 'problem';

export interface ImportOutcome {
  readonly counts: Readonly<Record<RowStatus, number>>;
  readonly problems: readonly ImportProblem[];
  /** Status of each data row of the main sheet, in its order. */
  readonly rows: readonly { readonly number: number; readonly status: RowStatus }[];
}

/**
 * Brings the rows of a sheet into a ledger, within the caller's transaction. Preview and commit both run this; the
 * preview's transaction is taken back. Rows with errors write nothing and are reported; the others are created, or
 * change the record that the id column or one of the ledger's keys names. Columns that the sheet hasn't stay as stored.
 */
export function runImport(
  w: WriteHandle,
  definition: AnyLedger,
  task: ImportTask,
  unit: Unit,
  progress: (done: number, total: number) => void,
): ImportOutcome {
  const indexes = referenceIndexes(w, task.period);
  const cellContext = {
    today: unit.today,
    resolve: (ledger: string, text: string) => indexes.of(ledger).resolve(text),
  };
  const plan = sheetPlan(definition);
  const read = rowReader(definition, task.main.data, task.main.layout, plan.main, cellContext);
  const rows = dataRows(task.main.data, task.main.layout);
  const details = task.details.flatMap((sheet): DetailRows[] => {
    const columns = plan.details.find((detail) => detail.fieldId === sheet.fieldId)?.columns;
    if (!columns) return [];
    const readDetail = rowReader(definition, sheet.data, sheet.layout, columns, cellContext);
    const all = dataRows(sheet.data, sheet.layout).map(readDetail);
    return [{ fieldId: sheet.fieldId, sheet, byNumber: groupByNumber(all) }];
  });

  const touched: Touched = {
    rows: new Map(),
    keys: definition.keys.map((key) => ({ key, texts: keyTextsInUse(w, definition, key) })),
  };
  const outcomes = new Map<number, { status: RowStatus; problems: readonly ImportProblem[] }>();
  const importRow = (line: ReadRow) => {
    outcomes.set(line.row.number, importLine(w, definition, line, details, task, unit, touched));
  };
  const waiting: typeof rows = [];
  const numbers: (string | null)[] = [];
  rows.forEach((row, index) => {
    const line = read(row);
    numbers.push(line.no);
    // A row may name a record that a later row makes.
    if (line.problems.some(isError)) waiting.push(row);
    importRow(line);
    progress(index + 1, rows.length);
  });
  if (waiting.length > 0 && refersToItself(definition)) {
    indexes.forget(definition.id);
    waiting.forEach((row) => {
      importRow(read(row));
    });
  }
  const stray = strayDetails(details, numbers);
  return summarise(
    rows.map((row) => row.number),
    outcomes,
    stray,
  );
}

/** What stands in the ledger and what the rows before have done. */
interface Touched {
  /** Numbers of the rows by the ids of their records. */
  readonly rows: Map<string, number>;
  /** Keys of the ledger that some record has or had: a row with others is new without asking. */
  readonly keys: readonly { readonly key: readonly string[]; readonly texts: Set<string> }[];
}

function importLine(
  w: WriteHandle,
  definition: AnyLedger,
  line: ReadRow,
  details: readonly DetailRows[],
  task: ImportTask,
  unit: Unit,
  touched: Touched,
): { status: RowStatus; problems: readonly ImportProblem[] } {
  const rowsOfLine = details.map((detail) => ({
    detail,
    rows: line.no === null ? [] : (detail.byNumber.get(line.no) ?? []),
  }));
  const problems: ImportProblem[] = [
    ...line.problems,
    ...rowsOfLine.flatMap(({ rows }) => rows.flatMap((row) => row.problems)),
  ];
  const refuse = (found: readonly ImportProblem[]) => ({
    status: 'problem' as const,
    problems: [...problems, ...found],
  });
  if (problems.some(isError)) return refuse([]);

  const stored = findStored(w, definition, line, task, touched);
  if (!stored.ok) return refuse([wholeRow(task, line, stored.failure.sentence)]);
  const before = stored.value;
  const values: LooseValues = {
    ...(before ? before.values : emptyValues(definition)),
    ...Object.fromEntries(line.values),
  };
  const hidden = before ? [] : line.masked;
  if (hidden.length > 0)
    return refuse([
      wholeRow(task, line, '这一行有遮盖过的内容（带 * 号），又不是已有记录，不能导入。请换用未遮盖的表格。'),
    ]);
  const id = before?.id ?? (line.id !== null && isUuid(line.id) ? line.id : unit.newId());
  for (const { detail, rows } of rowsOfLine) {
    if (rows.length > 0) values[detail.fieldId] = mergeRows(definition, detail, rows, before, unit.newId);
  }
  const period = line.period ?? before?.period ?? task.period ?? proposedPeriod(definition, values);
  const state = line.state ?? before?.state ?? newState(definition);
  if (
    before &&
    before.period === period &&
    before.state === state &&
    isDeepStrictEqual(before.values, values)
  ) {
    touched.rows.set(id, line.row.number);
    return { status: 'same', problems };
  }
  const saved = saveRecord(
    w,
    definition,
    { id, values, period, state, baseRevision: before?.revision ?? null },
    unit,
  );
  if (!saved.ok) {
    const found: readonly FieldProblem[] = saved.failure.problems ?? [];
    if (found.length === 0) return refuse([wholeRow(task, line, saved.failure.sentence)]);
    return refuse(found.map((problem) => placeProblem(problem, line, rowsOfLine, task)));
  }
  touched.rows.set(id, line.row.number);
  for (const { key, texts } of touched.keys) {
    const text = keyTextOf(definition, key, saved.value.values);
    if (text !== null) texts.add(text);
  }
  if (!before) return { status: 'new', problems };
  return { status: saved.value.revision === before.revision ? 'same' : 'changed', problems };
}

/** The record that a row means: by its id, else by the first key of the ledger that is complete in the row. */
function findStored(
  w: WriteHandle,
  definition: AnyLedger,
  line: ReadRow,
  task: ImportTask,
  touched: Touched,
): Result<LedgerRecord | null> {
  const repeated = (id: string) =>
    failure('conflict', `与第 ${touched.rows.get(id) ?? 0} 行是同一条记录。请只保留一行。`);
  if (line.id !== null) {
    if (!isUuid(line.id))
      return failure('invalidInput', '“记录编号”被改动过。请清空这一格，或重新导出后再改。');
    if (touched.rows.has(line.id)) return repeated(line.id);
    const found: LedgerRecord | null = getRecord(w, definition, line.id);
    if (found && found.deletedAt !== null)
      return failure('conflict', '这条记录在回收站里。请先从回收站恢复，再导入。');
    if (found) return success(found);
  }
  const values = Object.fromEntries(line.values);
  const period = line.period ?? task.period ?? proposedPeriod(definition, values);
  const found = new Map<string, LedgerRecord>();
  for (const { key, texts } of touched.keys) {
    const text = keyTextOf(definition, key, values);
    if (text === null || !texts.has(text)) continue;
    const records: readonly LedgerRecord[] = findByKey(w, definition, key, values);
    for (const record of records) {
      if (!definition.period || record.period === period) found.set(record.id, record);
    }
    if (found.size > 0) break;
  }
  const [first] = found.values();
  if (found.size > 1)
    return failure('conflict', `已有 ${found.size} 条记录与这一行相符，分不清是哪一条。请先合并或补上编号。`);
  if (first && touched.rows.has(first.id)) return repeated(first.id);
  return success(first ?? null);
}

function placeProblem(
  problem: FieldProblem,
  line: ReadRow,
  rowsOfLine: readonly { detail: DetailRows; rows: readonly ReadRow[] }[],
  task: ImportTask,
): ImportProblem {
  const [head = '', index, inner] = problem.path.split('.');
  const details = rowsOfLine.find(({ detail, rows }) => detail.fieldId === head && rows.length > 0);
  const row = index === undefined ? undefined : details?.rows[Number(index)];
  const sheet = details && row ? details.detail.sheet : task.main;
  const wanted = row ? `${head}.${inner ?? ''}` : head === 'period' ? '@period' : head;
  const at = sheet.layout.mapping.indexOf(wanted);
  const source = row ?? line;
  const cell = source.row.cells[at];
  return {
    sheet: sheet.data.name,
    row: source.row.number,
    column: columnName(sheet.layout, at),
    value: cell === undefined || cell === null ? '' : String(cell).slice(0, 200),
    sentence: problem.sentence,
    suggestion: null,
    severity: 'error',
  };
}

function wholeRow(task: ImportTask, line: ReadRow, sentence: string): ImportProblem {
  return {
    sheet: task.main.data.name,
    row: line.row.number,
    column: '',
    value: '',
    sentence,
    suggestion: null,
    severity: 'error',
  };
}

function summarise(
  numbers: readonly number[],
  outcomes: ReadonlyMap<number, { status: RowStatus; problems: readonly ImportProblem[] }>,
  stray: readonly ImportProblem[],
): ImportOutcome {
  const counts = { new: 0, changed: 0, same: 0, problem: 0 };
  const problems: ImportProblem[] = [];
  const rows = numbers.map((number) => {
    const outcome = outcomes.get(number);
    const status = outcome?.status ?? 'problem';
    counts[status] += 1;
    problems.push(...(outcome?.problems ?? []));
    return { number, status };
  });
  return { counts, problems: [...problems, ...stray], rows };
}

function refersToItself(definition: AnyLedger): boolean {
  return Object.values(fieldsOf(definition)).some(
    (field) => 'target' in field && field.target === definition.id,
  );
}

function proposedPeriod(definition: AnyLedger, values: LooseValues): string | null {
  const { kinds, proposeFrom } = definition.period ?? { kinds: [] };
  const date = proposeFrom === undefined ? null : values[proposeFrom];
  const [kind] = kinds;
  return kind !== undefined && typeof date === 'string' ? periodOf(kind, date) : null;
}

/** What has its own states waits as a draft for somebody to look at it. */
function newState(definition: AnyLedger): RecordState {
  return definition.workflow ? 'draft' : 'finished';
}

function isError(problem: ImportProblem): boolean {
  return problem.severity === 'error';
}
