import type { AppraisalPart } from '../../../../shared/domain/ethics/round/roundRules.ts';
import { formatPeriod } from '../../../../shared/kernel/periods.ts';
import type { HeaderCell, OutputColumn, OutputSheet } from '../../../documents/writeWorkbook.ts';

/** Words that stand for a part in the code of a sheet. */
const partWords: Readonly<Record<AppraisalPart, string>> = {
  自评: '自评',
  互评: '互评',
  学生测评: '学生',
  家长测评: '家长',
  考核组: '考核组',
};

const sheetTitles: Readonly<Record<AppraisalPart, string>> = {
  自评: '个人自评表',
  互评: '教师互评表',
  学生测评: '学生测评表',
  家长测评: '家长测评表',
  考核组: '考核小组评分表',
};

/** A person as raters find them in a sheet. */
export interface SheetPerson {
  readonly staffId: string;
  readonly staffNumber: string | null;
  readonly name: string;
  readonly subject: string | null;
}

export interface SheetOrder {
  readonly roundId: string;
  readonly period: string;
  readonly schoolName: string;
  readonly part: AppraisalPart;
  readonly layout: 'each' | 'together';
  readonly raters: number;
  readonly people: readonly SheetPerson[];
  readonly ruleNames: readonly string[];
}

/** The mark by which a filled sheet is known again: of which round, which part. */
export function sheetCode(roundId: string, part: AppraisalPart): string {
  return `PJ${roundId.slice(-8).toUpperCase()}-${partWords[part]}`;
}

/** Round mark and part of a text that holds a sheet's code. */
export function readSheetCode(text: string): { readonly round: string; readonly part: AppraisalPart } | null {
  const match = /PJ\s*([0-9A-F]{8})\s*[-－—–]\s*(自评|互评|学生|家长|考核组)/iu.exec(text.normalize('NFKC'));
  if (!match?.[1]) return null;
  const part = (Object.keys(partWords) as AppraisalPart[]).find((one) => partWords[one] === match[2]);
  return part ? { round: match[1].toUpperCase(), part } : null;
}

const scoreColumn: OutputColumn = {
  width: 10,
  form: 'decimal',
  fillIn: true,
  range: { min: 0, max: 100 },
};
const ruleColumn: OutputColumn = { width: 9, form: 'decimal', fillIn: true, range: { min: 0, max: 10 } };
const personColumns: readonly OutputColumn[] = [
  { width: 6, form: 'integer' },
  { width: 11, form: 'text' },
  { width: 12, form: 'text' },
  { width: 16, form: 'text' },
];
/** For a sheet of one rater, which fills the page by itself. */
const wideScore: OutputColumn = { ...scoreColumn, width: 26 };
const widePerson = personColumns.map((column) => ({ ...column, width: column.width * 1.8 }));
const personHeaders = ['序号', '工号', '姓名', '任教学科'];

/** The sheets of a group of raters: names given, only the cells for scores can be filled. */
export function scoreSheets(order: SheetOrder): readonly OutputSheet[] {
  const numbers = Array.from({ length: order.raters }, (_, index) => index + 1);
  if (order.part === '自评') return [selfSheet(order)];
  if (order.part === '考核组') return numbers.map((number) => panelSheet(order, number));
  if (order.layout === 'each')
    return numbers.map((number) =>
      ratersSheet(order, [number], `${number}号`, `评分人：${number}号（不写姓名）`),
    );
  return [ratersSheet(order, numbers, '汇总录入', '每列一名评分人，不写姓名')];
}

function sheetOf(
  order: SheetOrder,
  more: Pick<OutputSheet, 'name' | 'columns' | 'headers' | 'rows'> & {
    readonly right: string;
    readonly note: string;
  },
): OutputSheet {
  const { name, columns, headers, rows, right, note } = more;
  return {
    name,
    title: `${order.schoolName}${formatPeriod(order.period)}师德考核${sheetTitles[order.part]}`,
    subtitle: { left: `表号：${sheetCode(order.roundId, order.part)}`, right },
    columns,
    headers,
    rows,
    signOff: note,
    frozenColumns: 3,
    locked: true,
  };
}

const numbersNote = '填 0 至 100 的数字，不了解的留空。';

function ratersSheet(
  order: SheetOrder,
  numbers: readonly number[],
  name: string,
  right: string,
): OutputSheet {
  const own = order.part === '互评' ? '本人一行留空。' : '';
  return sheetOf(order, {
    name,
    right,
    note: `${numbersNote}${own}`,
    columns:
      numbers.length === 1
        ? [...widePerson, wideScore]
        : [...personColumns, ...numbers.map(() => scoreColumn)],
    headers: [texts([...personHeaders, ...numbers.map((number) => `${number}号`)])],
    rows: order.people.map((person, index) => [...personCells(person, index), ...numbers.map(() => null)]),
  });
}

function panelSheet(order: SheetOrder, number: number): OutputSheet {
  return sheetOf(order, {
    name: `考核组${number}号`,
    right: `考核组成员：${number}号`,
    note: '十项准则每项 0 至 10 分；也可以不分项，只在最后一列填总评分。',
    columns: [...personColumns, ...order.ruleNames.map(() => ruleColumn), scoreColumn],
    headers: [
      texts([
        ...personHeaders,
        ...order.ruleNames.map((rule, index) => `${index + 1}.${rule}`),
        `${number}号总评`,
      ]),
    ],
    rows: order.people.map((person, index) => [
      ...personCells(person, index),
      ...order.ruleNames.map(() => null),
      null,
    ]),
  });
}

function selfSheet(order: SheetOrder): OutputSheet {
  return sheetOf(order, {
    name: '自评',
    right: '每人填本人一行',
    note: '自评分填 0 至 100 的数字；自评小结写本周期师德方面的主要表现。',
    columns: [...personColumns, scoreColumn, { width: 60, form: 'text', wrap: true, fillIn: true }],
    headers: [texts([...personHeaders, '自评分', '自评小结'])],
    rows: order.people.map((person, index) => [...personCells(person, index), null, null]),
  });
}

function personCells({ staffNumber, name, subject }: SheetPerson, index: number) {
  return [index + 1, staffNumber, name, subject];
}

function texts(words: readonly string[]): readonly HeaderCell[] {
  return words.map((text) => ({ text }));
}
