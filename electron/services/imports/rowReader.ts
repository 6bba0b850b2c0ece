import type { ImportProblem } from '../../../shared/contract/files.ts';
import { cellText, parseCell, type CellContext } from '../../../shared/ledger/cells.ts';
import { stateLabels, type SheetColumn } from '../../../shared/ledger/columns.ts';
import type { AnyLedger, RecordState } from '../../../shared/ledger/definition.ts';
import { looseForm } from '../../../shared/ledger/looseText.ts';
import { parsePeriod } from '../../../shared/ledger/periodCells.ts';
import type { SheetData } from '../../documents/sheetData.ts';
import { columnName, mergedBelow, type SheetLayout, type SheetRow } from './sheetRows.ts';

export interface ReadRow {
  readonly row: SheetRow;
  /** Values of the mapped fields, by field id (of the record or of the detail row). */
  readonly values: ReadonlyMap<string, unknown>;
  /** Fields whose cell shows a masked value (`138****1234`): what is stored stays. */
  readonly masked: readonly string[];
  /** Number that detail sheets point to; row text for detail rows. */
  readonly no: string | null;
  readonly id: string | null;
  readonly rowId: string | null;
  readonly period: string | null;
  readonly state: RecordState | null;
  readonly problems: readonly ImportProblem[];
}

/** Reads the rows of one sheet into values; problems name sheet, row and column. */
export function rowReader(
  definition: AnyLedger,
  sheet: SheetData,
  layout: SheetLayout,
  columns: readonly SheetColumn[],
  context: CellContext,
): (row: SheetRow) => ReadRow {
  const byPath = new Map(columns.map((column) => [column.path, column]));
  const formulas = new Set(sheet.formulaCells);
  const merged = mergedBelow(sheet, layout.headerEnd);
  const prefix = columns.some((column) => column.path === '@rowId') ? /^[^.]*\./u : /^/u;

  return (row) => {
    const values = new Map<string, unknown>();
    const masked: string[] = [];
    const problems: ImportProblem[] = [];
    const system = { no: null, id: null, rowId: null, period: null, state: null } as {
      no: string | null;
      id: string | null;
      rowId: string | null;
      period: string | null;
      state: RecordState | null;
    };
    const note = (
      at: number,
      severity: ImportProblem['severity'],
      sentence: string,
      suggestion: string | null = null,
    ) => {
      problems.push({
        sheet: sheet.name,
        row: row.number,
        column: columnName(layout, at),
        value: cellText(row.cells[at] ?? null).slice(0, 200),
        sentence,
        suggestion,
        severity,
      });
    };
    for (const [at, path] of layout.mapping.entries()) {
      const column = path === null ? undefined : byPath.get(path);
      if (path === null || !column) continue;
      const cell = row.cells[at] ?? null;
      const text = cellText(cell).trim();
      switch (path) {
        case '@no':
          system.no = text === '' ? null : looseForm(text);
          continue;
        case '@id':
          system.id = text === '' ? null : text;
          continue;
        case '@rowId':
          system.rowId = text === '' ? null : text;
          continue;
        case '@period': {
          if (text === '') continue;
          system.period = parsePeriod(text, definition.period?.kinds ?? []) ?? null;
          if (system.period === null)
            note(
              at,
              'error',
              `“${text}”不是可用的所属期。`,
              '请写成 2026年、2026年10月 或 2026-2027学年第一学期 的样子。',
            );
          continue;
        }
        case '@state': {
          if (text === '') continue;
          system.state = stateOf(text);
          if (system.state === null)
            note(at, 'error', `“${text}”不是记录状态。`, `可选：${Object.values(stateLabels).join('、')}。`);
          continue;
        }
      }
      if (column.field === null) continue;
      const field = path.replace(prefix, '');
      if (column.field.mask !== undefined && column.field.mask !== 'none' && text.includes('*')) {
        masked.push(field);
        continue;
      }
      const parsed = parseCell(column.field, cell, context);
      if (!parsed.ok) {
        note(at, 'error', parsed.sentence, parsed.suggestion);
        continue;
      }
      values.set(field, parsed.value);
      if (parsed.warning !== undefined) note(at, 'warning', parsed.warning);
      if (formulas.size === 0 && merged.size === 0) continue;
      const place = `${row.number - 1},${at}`;
      if (formulas.has(place)) note(at, 'warning', '这一格是公式，按它算出的结果读入。');
      if (merged.has(place) && text !== '')
        note(at, 'warning', '这一格是合并单元格的一部分，按第一格的内容填入。');
    }
    return { row, values, masked, ...system, problems };
  };
}

function stateOf(text: string): RecordState | null {
  const form = looseForm(text);
  const states: readonly RecordState[] = ['draft', 'finished', 'approved'];
  return states.find((state) => looseForm(stateLabels[state]) === form) ?? null;
}
