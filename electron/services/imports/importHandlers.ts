import type {
  ExportReceipt,
  fileCalls,
  ImportPreview,
  ImportSource,
} from '../../../shared/contract/files.ts';
import { levelOf } from '../../../shared/contract/rights.ts';
import { failure, success, type Result } from '../../../shared/kernel/result.ts';
import { cellText } from '../../../shared/ledger/cells.ts';
import type { AnyLedger } from '../../../shared/ledger/definition.ts';
import { findLedger, ledgers } from '../../../shared/ledgers/index.ts';
import { writeAtomically } from '../../documents/atomicWrite.ts';
import { safeFileName } from '../../documents/fileNames.ts';
import { textSheet, workbookLimits } from '../../documents/readWorkbook.ts';
import type { WorkbookData } from '../../documents/sheetData.ts';
import { writeWorkbook, type OutputSheet } from '../../documents/writeWorkbook.ts';
import type { Caller, HandlersOf } from '../../ipc/handlers.ts';
import { getImportBatch, listImportBatches } from '../../store/tables/importBatches.ts';
import { getMapping } from '../../store/tables/importMappings.ts';
import type { App } from '../app.ts';
import { newId } from '../school/newId.ts';
import { createImportSources, type ImportSources, type ImportSourceState } from './importSources.ts';
import { prepareTask } from './prepareTask.ts';
import { problemSheets } from './problemSheets.ts';
import { readChosenWorkbook } from './readChosenWorkbook.ts';
import { recogniseWorkbook, recognitionOf } from './recogniseWorkbook.ts';
import type { ImportOutcome, ImportTask, RowStatus } from './runImport.ts';
import { dataRows } from './sheetRows.ts';
import { templateSheets } from './templateSheets.ts';

type ImportChannel = Extract<keyof typeof fileCalls, `import.${string}`>;

const mostProblems = 500;
const samplesPerStatus = 10;

const noSource = failure('notFound', '这次导入已经关闭或过期。请重新选择文件。');
const noLedger = failure('notFound', '没有找到这种台账，请返回后重新打开。');
const mayNotWrite = failure(
  'forbidden',
  '您的账号不能修改这部分资料，所以不能导入。如果工作需要，请联系本校管理员。',
);

/** All `import.*` calls of `shared/contract/files.ts`. */
export function importHandlers(app: App): HandlersOf<ImportChannel> {
  const sources = createImportSources();
  app.session.onChange(() => {
    if (!app.session.current()) sources.clear();
  });

  function open(workbook: WorkbookData, fileName: string, caller: Caller, wanted?: string): ImportSource {
    const sheets = recogniseWorkbook(
      workbook,
      ledgers.filter((definition) => mayWrite(caller, definition)),
      (ledger, fingerprint) => getMapping(caller.store.read, ledger, fingerprint),
      wanted,
    );
    const importId = newId(app.clock.now());
    sources.put({ importId, accountId: caller.account.id, fileName, workbook, sheets, prepared: null });
    return { importId, fileName, sheets: sheets.map(recognitionOf) };
  }

  return {
    ...sheetHandlers(app, sources),
    ...batchHandlers(app),

    'import.choose': async ({ jobId, path, ledger }, caller) => {
      const wanted = ledger === undefined ? null : writableLedger(caller, ledger);
      if (wanted && !wanted.ok) return wanted;
      const read = await readChosenWorkbook(app, {
        title: '选择要导入的表格',
        extensions: ['xlsx', 'xls', 'csv', 'txt'],
        jobId,
        path,
      });
      if (!read.ok || read.value === null) return read.ok ? success(null) : read;
      return success(open(read.value.workbook, read.value.fileName, caller, ledger));
    },

    'import.paste': ({ ledger, text }, caller) => {
      const definition = writableLedger(caller, ledger);
      if (!definition.ok) return definition;
      const sheet = { ...textSheet(text), name: '粘贴的内容' };
      if (sheet.rows.length === 0)
        return failure('invalidInput', '剪贴板里没有表格内容。请先在表格软件里选中并复制（连同表头）。');
      if (sheet.rows.length > workbookLimits.rows)
        return failure('invalidInput', '粘贴的内容太多，请改用文件导入。');
      return success(open({ form: 'csv', sheets: [sheet] }, '粘贴的内容', caller, ledger));
    },

    'import.preview': async ({ importId, jobId, sheet, ledger, mapping, period }, caller) => {
      const source = sources.get(importId, caller.account.id);
      if (!source) return noSource;
      const definition = writableLedger(caller, ledger);
      if (!definition.ok) return definition;
      const task = prepareTask(definition.value, source.sheets, { sheet, mapping, period });
      if (!task.ok) return task;
      const outcome = await app.jobs.run(
        'previewImport',
        { ledger, task: task.value, account: caller.account },
        { jobId, needsStore: true },
      );
      if (!outcome.ok) return outcome;
      sources.put({
        ...source,
        prepared: { ledger, task: task.value, outcome: outcome.value, committed: false },
      });
      return success(previewOf(importId, task.value, outcome.value));
    },

    'import.commit': async ({ importId, jobId, skipProblems }, caller) => {
      const source = sources.get(importId, caller.account.id);
      if (!source) return noSource;
      const { prepared } = source;
      if (!prepared) return failure('invalidInput', '请先预览，再导入。');
      if (prepared.committed) return failure('conflict', '这个文件已经导入过了。如需再导，请重新选择文件。');
      const definition = writableLedger(caller, prepared.ledger);
      if (!definition.ok) return definition;
      const { ledger, task } = prepared;
      const batch = await app.jobs.run(
        'commitImport',
        { ledger, task, account: caller.account, batchId: importId, fileName: source.fileName, skipProblems },
        { jobId, needsStore: true },
      );
      if (!batch.ok) return batch;
      // The problem rows can still be saved.
      sources.put({ ...source, prepared: { ...prepared, committed: true } });
      return batch;
    },

    'import.discard': ({ importId }, caller) => {
      if (sources.get(importId, caller.account.id)) sources.remove(importId);
      return success(null);
    },
  };
}

/** Imports that were stored. */
function batchHandlers(app: App): HandlersOf<'import.undo' | 'import.batches'> {
  return {
    'import.undo': async ({ batchId, jobId }, caller) => {
      const batch = getImportBatch(caller.store.read, batchId);
      if (!batch) return failure('notFound', '没有找到这次导入。');
      const definition = writableLedger(caller, batch.ledger);
      if (!definition.ok) return definition;
      return app.jobs.run('undoImport', { batchId, account: caller.account }, { jobId, needsStore: true });
    },

    'import.batches': (_input, caller) =>
      success(
        listImportBatches(caller.store.read).filter((batch) => {
          const definition = findLedger(batch.ledger);
          return definition !== undefined && mayWrite(caller, definition);
        }),
      ),
  };
}

/** Sheets that leave: rows to be mended, and the empty template of a ledger. */
function sheetHandlers(
  app: App,
  sources: ImportSources,
): HandlersOf<'import.saveProblems' | 'import.saveTemplate'> {
  return {
    'import.saveProblems': async ({ importId }, caller) => {
      const source = sources.get(importId, caller.account.id);
      const prepared = source?.prepared;
      if (!source || !prepared) return noSource;
      const rows = prepared.outcome.counts.problem;
      if (rows === 0) return failure('notFound', '没有需要改正的行。');
      const fileName = safeFileName(`${withoutExtension(source.fileName)}_问题行`, 'xlsx');
      return save(
        app,
        '保存有问题的行',
        fileName,
        problemSheets(prepared.ledger, prepared.task, prepared.outcome),
        rows,
      );
    },

    'import.saveTemplate': ({ ledger }) => {
      const definition = findLedger(ledger);
      if (!definition) return noLedger;
      const sheets = templateSheets(definition, (id) => findLedger(id)?.label ?? '');
      return save(app, '保存导入模板', safeFileName(`${definition.label}_导入模板`, 'xlsx'), sheets, 0);
    },
  };
}

async function save(
  { desktop }: App,
  title: string,
  fileName: string,
  sheets: readonly OutputSheet[],
  rows: number,
): Promise<Result<ExportReceipt | null>> {
  const path = await desktop.chooseSavePath({ title, fileName });
  if (path === null) return success(null);
  const written = await writeAtomically(path, (stream) => writeWorkbook(stream, sheets));
  return written.ok ? success({ path, rows, sha256: written.value.sha256 }) : written;
}

/** Failures: `notFound`, `forbidden`. */
function writableLedger(caller: Caller, id: string): Result<AnyLedger> {
  const definition = findLedger(id);
  if (!definition) return noLedger;
  return mayWrite(caller, definition) ? success(definition) : mayNotWrite;
}

function mayWrite(caller: Caller, definition: AnyLedger): boolean {
  return levelOf(caller.account.roles, definition.area) === 'write';
}

function previewOf(
  importId: ImportSourceState['importId'],
  task: ImportTask,
  outcome: ImportOutcome,
): ImportPreview {
  const errorsFirst = [...outcome.problems].sort(
    (a, b) => severityRank(a.severity) - severityRank(b.severity),
  );
  const statusOf = new Map(outcome.rows.map((row) => [row.number, row.status]));
  const taken: Record<RowStatus, number> = { new: 0, changed: 0, same: 0, problem: 0 };
  const sample = dataRows(task.main.data, task.main.layout).flatMap((row) => {
    const status = statusOf.get(row.number) ?? 'problem';
    taken[status] += 1;
    if (taken[status] > samplesPerStatus) return [];
    const cells = task.main.layout.headers.map((_, index) =>
      cellText(row.cells[index] ?? null).slice(0, 100),
    );
    return [{ status, row: row.number, cells }];
  });
  return {
    importId,
    counts: outcome.counts,
    problems: errorsFirst.slice(0, mostProblems),
    problemTotal: outcome.problems.length,
    sample,
    sampleHeaders: task.main.layout.headers,
  };
}

function severityRank(severity: 'error' | 'warning'): number {
  return severity === 'error' ? 0 : 1;
}

function withoutExtension(name: string): string {
  return name.replace(/\.[^.]*$/u, '');
}
