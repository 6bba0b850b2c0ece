import { failure, success, type Result } from '../../../shared/kernel/result.ts';
import { isPeriod } from '../../../shared/kernel/periods.ts';
import { isReadable } from '../../../shared/ledger/columns.ts';
import type { AnyLedger } from '../../../shared/ledger/definition.ts';
import { columnsOf, type KnownSheet } from './recogniseWorkbook.ts';
import type { ImportTask } from './runImport.ts';

export interface ImportChoice {
  readonly sheet: string;
  readonly mapping: readonly (string | null)[];
  readonly period: string | null;
}

/** Turns what the person chose into a task: the main sheet with its mapping, and the detail sheets that belong to it. */
export function prepareTask(
  definition: AnyLedger,
  sheets: readonly KnownSheet[],
  choice: ImportChoice,
): Result<ImportTask> {
  const sheet = sheets.find((each) => each.data.name === choice.sheet);
  if (!sheet) return failure('notFound', '文件里没有这张工作表。请重新选择文件。');
  if (sheet.headerEnd < 0)
    return failure(
      'invalidInput',
      '没有找到表头行（写着各列名称的那一行）。请在表格第一行写上列名后再导入。',
    );
  if (sheet.detail !== null && sheet.ledger === definition.id)
    return failure('invalidInput', '这是明细表，它随主表一起导入。请选择主表。');
  const columns = columnsOf(definition, null);
  const known = new Set(columns.filter(isReadable).map((column) => column.path));
  const chosen = choice.mapping.filter((path) => path !== null);
  if (chosen.some((path) => !known.has(path)))
    return failure('invalidInput', '有一列对应到了不能导入的内容，请重新选择它对应哪一项。');
  const twice = chosen.find((path, index) => chosen.indexOf(path) !== index);
  if (twice !== undefined) {
    const label = columns.find((column) => column.path === twice)?.header ?? '';
    return failure('invalidInput', `有两列都对应“${label}”，请只保留一列。`);
  }
  if (!chosen.some((path) => !path.startsWith('@')))
    return failure('invalidInput', '还没有一列对应到这个台账的内容，请先选择各列对应哪一项。');
  if (choice.period !== null && !isPeriod(choice.period, definition.period?.kinds ?? []))
    return failure('invalidInput', `所选的所属期不适用于${definition.label}，请重新选择。`);
  const details = sheets.filter((each) => each.ledger === definition.id && each.detail !== null);
  return success({
    main: { data: sheet.data, layout: { ...layoutOf(sheet), mapping: choice.mapping } },
    details: details.map((each) => ({
      data: each.data,
      layout: layoutOf(each),
      fieldId: each.detail ?? '',
    })),
    period: choice.period,
  });
}

function layoutOf(sheet: KnownSheet) {
  return { headerEnd: sheet.headerEnd, headers: sheet.headers, mapping: sheet.mapping };
}
