import type { HeaderCell, OutputCell, OutputColumn, OutputSheet } from '../../documents/writeWorkbook.ts';
import { blanks, printedDate } from '../../documents/officeText.ts';

/** One column of a report sheet; `group` is a header word over neighbouring columns of the same group. */
export interface ReportColumn extends OutputColumn {
  readonly header: string;
  readonly group?: string;
}

export interface ReportSheet {
  readonly name: string;
  readonly title: string;
  readonly unitName: string;
  readonly madeOn: string;
  /** 填报人. */
  readonly madeBy: string;
  /** Shown after the date, e.g. 单位：人. */
  readonly note?: string;
  readonly columns: readonly ReportColumn[];
  /** Without 序号, which is added. */
  readonly rows: readonly (readonly OutputCell[])[];
  readonly totals?: boolean;
  /** Instead of the usual sign-off row. */
  readonly signOff?: string;
}

/** The habits of domain.md §8.2: title, 填报单位 and 填报日期, 序号, live 合计, sign-off row. */
export function officialSheet(sheet: ReportSheet): OutputSheet {
  const numbered: ReportColumn = { header: '序号', width: 6, form: 'integer' };
  const columns = widened([numbered, ...sheet.columns]);
  return {
    name: sheet.name,
    title: sheet.title,
    subtitle: {
      left: `填报单位（盖章）：${sheet.unitName}`,
      right: `填报日期：${printedDate(sheet.madeOn)}${sheet.note === undefined ? '' : blanks() + sheet.note}`,
    },
    headers: headersOf(columns),
    columns,
    rows: sheet.rows.map((row, index) => [index + 1, ...row]),
    totalsRow: sheet.totals === true,
    signOff:
      sheet.signOff ??
      `单位负责人：${blanks(6)}审核人：${blanks(6)}填报人：${sheet.madeBy}${blanks(6)}联系电话：`,
    frozenColumns: 2,
    rowHeights: 'byContent',
  };
}

/** In characters: narrower tables would cut their title and the signatures below. */
const narrowestSheet = 110;

function widened(columns: readonly ReportColumn[]): ReportColumn[] {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const factor = Math.max(1, narrowestSheet / whole);
  return columns.map((column) => ({ ...column, width: Math.round(column.width * factor * 10) / 10 }));
}

function headersOf(columns: readonly ReportColumn[]): HeaderCell[][] {
  if (columns.every((column) => column.group === undefined))
    return [columns.map(({ header }) => ({ text: header }))];
  const upper: HeaderCell[] = [];
  const lower: HeaderCell[] = [];
  columns.forEach((column, index) => {
    if (column.group === undefined) {
      upper.push({ text: column.header, rows: 2 });
      return;
    }
    lower.push({ text: column.header });
    if (columns[index - 1]?.group === column.group) return;
    const rest = columns.slice(index);
    const end = rest.findIndex(({ group }) => group !== column.group);
    upper.push({ text: column.group, columns: end < 0 ? rest.length : end });
  });
  return [upper, lower];
}
