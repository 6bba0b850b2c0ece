import type { ScoreProblem } from '../../../../shared/contract/appraisal.ts';
import type { AppraisalPart } from '../../../../shared/domain/ethics/round/roundRules.ts';
import type { CellValue } from '../../../../shared/ledger/cells.ts';
import { columnLetter } from '../../../../shared/ledger/columns.ts';
import type { SheetData, WorkbookData } from '../../../documents/sheetData.ts';
import { rulesCount } from './loadRound.ts';
import { readSheetCode, type SheetPerson } from './scoreSheets.ts';

/** What one rater gave, as read from a sheet; kept only until it is taken in. */
export interface Ballot {
  readonly part: AppraisalPart;
  readonly rater: number;
  readonly scores: readonly { readonly staffId: string; readonly score: number }[];
  /** Scores of the ten rules by person, of the panel. */
  readonly rules: readonly { readonly staffId: string; readonly scores: readonly number[] }[];
}

/** What somebody wrote about himself or herself. */
export interface SelfEntry {
  readonly staffId: string;
  readonly score: number;
  readonly review: string | null;
}

export interface BallotRound {
  readonly roundId: string;
  readonly people: readonly SheetPerson[];
  readonly issued: Readonly<Partial<Record<AppraisalPart, number>>>;
  /** Numbers that came in before. */
  readonly came: readonly { readonly part: AppraisalPart; readonly number: number; readonly rated: number }[];
  /** People who have a 自评 already. */
  readonly selfRated: readonly string[];
  /** Raters of 互评 who aren't appraised and so may rate everybody. */
  readonly outsideRaters: number;
}

export interface BallotReading {
  readonly ballots: readonly Ballot[];
  readonly selfs: readonly SelfEntry[];
  readonly problems: readonly ScoreProblem[];
  readonly blank: number;
  readonly refused: number;
}

/** A rater's column under way; one problem keeps the whole rater out, so that a mended sheet can be read again. */
interface Column {
  readonly index: number;
  readonly rater: number;
  readonly place: Pick<ScoreProblem, 'file' | 'sheet'>;
  readonly part: AppraisalPart;
  readonly scores: Map<string, number>;
  readonly rules: Map<string, readonly number[]>;
  refused: boolean;
}

const roundMark = (roundId: string): string => roundId.slice(-8).toUpperCase();
const headSearchRows = 15;
const ruleMost = 10;
/** What raters write where they give no score. */
const noScore = new Set(['本人', '/', '-', '—', '——', '无', '弃权', '不了解']);

/** What is known so far while files are read. */
interface Reading {
  readonly round: BallotRound;
  readonly problems: ScoreProblem[];
  readonly columns: Column[];
  readonly selfs: Map<string, SelfEntry>;
  refusedSelfs: number;
}

/** A sheet with its head found. */
interface Sheet {
  readonly place: Pick<ScoreProblem, 'file' | 'sheet'>;
  readonly rows: SheetData['rows'];
  readonly headRow: number;
  readonly heads: readonly string[];
  readonly nameAt: number;
  /** -1 = the sheet has no staff numbers. */
  readonly numberAt: number;
  readonly say: Say;
}

/** Notes a problem of a cell, a row or (twice `null`) the sheet. */
type Say = (row: number | null, column: number | null, sentence: string) => void;

/** Reads filled score sheets and checks every cell against the round. Pure: nothing is written. */
export function readBallots(
  files: readonly { readonly name: string; readonly workbook: WorkbookData }[],
  round: BallotRound,
): BallotReading {
  const reading: Reading = { round, problems: [], columns: [], selfs: new Map(), refusedSelfs: 0 };
  for (const { name, workbook } of files)
    for (const sheet of workbook.sheets)
      if (!sheet.hidden && sheet.rows.length > 0) readSheet(reading, name, sheet);
  checkRaters(reading);
  const { columns, selfs, problems, refusedSelfs } = reading;
  const filled = columns.filter(({ scores, refused }) => refused || scores.size > 0);
  return {
    ballots: filled
      .filter(({ refused }) => !refused)
      .map(({ part, rater, scores, rules }) => ({
        part,
        rater,
        scores: [...scores].map(([staffId, score]) => ({ staffId, score })),
        rules: [...rules].map(([staffId, given]) => ({ staffId, scores: given })),
      })),
    selfs: [...selfs.values()],
    problems,
    blank: columns.length - filled.length,
    refused: columns.filter(({ refused }) => refused).length + refusedSelfs,
  };
}

function readSheet(reading: Reading, file: string, { name, rows }: SheetData): void {
  const place = { file, sheet: name };
  const say: Say = (row, column, sentence) => {
    reading.problems.push({
      ...place,
      row: row === null ? null : row + 1,
      column: column === null ? null : columnLetter(column),
      sentence,
    });
  };
  const code = codeOf(rows);
  if (!code)
    return say(
      null,
      null,
      '这张表没有表号，不是为考核生成的评分表，没有读取。请用“发放评分表”生成的表填写。',
    );
  if (code.round !== roundMark(reading.round.roundId))
    return say(code.row, code.column, '这张表的表号属于另一轮考核，没有读取。请核对文件是不是拿错了。');
  const headRow = rows
    .slice(0, headSearchRows)
    .findIndex((row) => row.some((cell) => plain(cell) === '姓名'));
  if (headRow < 0) return say(null, null, '没有找到“姓名”一列，表头可能被改动。请重新生成评分表。');
  const heads = (rows[headRow] ?? []).map(plain);
  const sheet: Sheet = {
    place,
    rows,
    headRow,
    heads,
    nameAt: heads.indexOf('姓名'),
    numberAt: heads.indexOf('工号'),
    say,
  };
  if (code.part === '自评') readSelfs(reading, sheet);
  else readRaters(reading, sheet, code.part);
}

/** A sheet of raters: a column each, or the ten rules of one of the panel. */
function readRaters(reading: Reading, sheet: Sheet, part: AppraisalPart): void {
  const { place, rows, headRow, heads, nameAt, numberAt, say } = sheet;
  const own = heads.flatMap((head, index): Column[] => {
    const rater = /^第?(\d{1,4})号/u.exec(head)?.[1];
    if (rater === undefined) return [];
    return [
      { index, rater: Number(rater), place, part, scores: new Map(), rules: new Map(), refused: false },
    ];
  });
  if (own.length === 0)
    return say(headRow, null, '没有找到评分人编号一列（例如“17号”）。评分人只填编号，不写姓名，请恢复表头。');
  const rules = heads.flatMap((head, index) => (/^\d{1,2}\./u.test(head) ? [index] : []));
  const seen = new Map<string, number>();
  for (const [row, cells] of [...rows.entries()].slice(headRow + 1)) {
    const used = own.filter(({ index }) => isGiven(cells[index]));
    const ruled = part === '考核组' && rules.some((index) => isGiven(cells[index]));
    const touched = ruled ? own : used;
    if (touched.length === 0 && isOutside(cells, nameAt, numberAt)) continue;
    const person = personOf(reading.round, sheet, cells);
    if (typeof person === 'string') {
      if (touched.length > 0) refuse(touched, () => say(row, nameAt, person));
      continue;
    }
    const before = seen.get(person.staffId);
    if (before !== undefined) {
      const sentence = `${person.name}在第 ${before + 1} 行已经出现过，同一张表里一人只能有一行。`;
      refuse(touched, () => say(row, nameAt, sentence));
      continue;
    }
    seen.set(person.staffId, row);
    const [first] = own;
    if (ruled && first) readRules(first, cells, person.staffId, rules, (at, why) => say(row, at, why));
    else readScores(used, cells, person.staffId, (at, why) => say(row, at, why));
  }
  reading.columns.push(...own);
}

function refuse(columns: readonly Column[], why: () => void): void {
  why();
  for (const column of columns) column.refused = true;
}

function readScores(
  used: readonly Column[],
  cells: readonly CellValue[],
  staffId: string,
  say: (column: number, sentence: string) => void,
): void {
  for (const column of used) {
    const score = scoreOf(cells[column.index], 100);
    if (typeof score === 'number') column.scores.set(staffId, score);
    else refuse([column], () => say(column.index, `${score}，应为 0 至 100 的数字。`));
  }
}

function readRules(
  column: Column,
  cells: readonly CellValue[],
  staffId: string,
  rules: readonly number[],
  say: (column: number, sentence: string) => void,
): void {
  const given = rules.map((index) => (isGiven(cells[index]) ? scoreOf(cells[index], ruleMost) : '没有填'));
  const wrong = given.findIndex((one) => typeof one === 'string');
  if (wrong >= 0 || given.length !== rulesCount) {
    const sentence = `${given[wrong] ?? '少一项'}，十项准则每项都要填 0 至 ${ruleMost} 的数字。`;
    return refuse([column], () => say(rules[wrong] ?? 0, sentence));
  }
  const scores = given.map(Number);
  const sum = Math.round(scores.reduce((total, one) => total + one, 0) * 100) / 100;
  const total = cells[column.index];
  if (isGiven(total) && scoreOf(total, 100) !== sum) {
    const sentence = `十项准则合计是 ${sum} 分，总评填的不一样，请核对，或清空总评。`;
    return refuse([column], () => say(column.index, sentence));
  }
  column.scores.set(staffId, sum);
  column.rules.set(staffId, scores);
}

function readSelfs(reading: Reading, sheet: Sheet): void {
  const { rows, headRow, heads, nameAt, say } = sheet;
  const { round, selfs } = reading;
  const scoreAt = heads.indexOf('自评分');
  const reviewAt = heads.indexOf('自评小结');
  if (scoreAt < 0) return say(headRow, null, '没有找到“自评分”一列，表头可能被改动。请重新生成评分表。');
  for (const [row, cells] of [...rows.entries()].slice(headRow + 1)) {
    if (!isGiven(cells[scoreAt])) continue;
    const refuseRow = (column: number, sentence: string): void => {
      reading.refusedSelfs += 1;
      say(row, column, sentence);
    };
    const person = personOf(round, sheet, cells);
    if (typeof person === 'string') {
      refuseRow(nameAt, person);
      continue;
    }
    const { staffId, name } = person;
    const score = scoreOf(cells[scoreAt], 100);
    const review = reviewAt < 0 ? '' : String(cells[reviewAt] ?? '').trim();
    if (typeof score === 'string') refuseRow(scoreAt, `${score}，应为 0 至 100 的数字。`);
    else if (selfs.has(staffId) || round.selfRated.includes(staffId))
      refuseRow(nameAt, `${name}的自评已经有了。要更正，请在个人考核页修改。`);
    else if (review.length > 5000) refuseRow(reviewAt, '自评小结超过 5000 字，请缩短。');
    else selfs.set(staffId, { staffId, score, review: review === '' ? null : review });
  }
}

/** The person of a row, or why there is none. */
function personOf(
  { people }: BallotRound,
  { nameAt, numberAt }: Sheet,
  cells: readonly CellValue[],
): SheetPerson | string {
  const name = plain(cells[nameAt]).replaceAll(/\s/gu, '');
  const number = numberAt < 0 ? '' : plain(cells[numberAt]);
  if (name === '') return '这一行有评分，但没有姓名。';
  const named = people.filter((one) => one.name.replaceAll(/\s/gu, '') === name);
  if (number !== '') {
    const numbered = people.find((one) => one.staffNumber === number);
    if (numbered && !named.includes(numbered))
      return `工号 ${number} 是${numbered.name}，表里写的是“${name.slice(0, 30)}”，请核对。`;
    if (numbered) return numbered;
    if (named.length > 0)
      return `本轮考核里没有工号 ${number.slice(0, 20)}，请核对“${name.slice(0, 30)}”的工号。`;
  }
  const [only, second] = named;
  if (!only) return `本轮考核名单里没有“${name.slice(0, 30)}”，请核对姓名，或先在名单中加上。`;
  return second ? `名单里有 ${named.length} 个“${only.name}”，请填工号区分。` : only;
}

/** What speaks against a rater over all sheets: number used before or never given out, a vote for oneself. */
function checkRaters({ round, columns, problems }: Reading): void {
  const everybody = round.people.length;
  const taken = new Map(round.came.map(({ part, number }) => [`${part}${number}`, '以前已经导入过']));
  let fullPlaces =
    round.outsideRaters -
    round.came.filter(({ part, rated }) => part === '互评' && rated >= everybody).length;
  for (const column of columns.filter(({ scores }) => scores.size > 0)) {
    const { part, rater, place, index, scores } = column;
    const refuseRater = (sentence: string): void =>
      refuse([column], () => problems.push({ ...place, row: null, column: columnLetter(index), sentence }));
    const issued = round.issued[part] ?? 0;
    const before = taken.get(`${part}${rater}`);
    if (before !== undefined) refuseRater(`${part} ${rater}号${before}，同一评分人不能重复计分。`);
    else if (rater < 1 || (issued > 0 && rater > issued))
      refuseRater(`${part}只发了 ${issued} 份表，没有 ${rater}号。请核对编号。`);
    else if (part === '互评' && everybody > 1 && scores.size >= everybody) {
      if (fullPlaces > 0) fullPlaces -= 1;
      else
        refuseRater(`${rater}号给名单上每个人都打了分，其中有本人。互评不能给自己打分，请把本人一行清空。`);
    }
    if (before === undefined) taken.set(`${part}${rater}`, `在“${place.file}”的“${place.sheet}”里已经有了`);
  }
}

function codeOf(
  rows: SheetData['rows'],
): { round: string; part: AppraisalPart; row: number; column: number } | null {
  for (const [row, cells] of rows.slice(0, headSearchRows).entries())
    for (const [column, cell] of cells.entries()) {
      const code = typeof cell === 'string' ? readSheetCode(cell) : null;
      if (code) return { ...code, row, column };
    }
  return null;
}

/** Text of a cell in plain form: full-width signs made narrow, no spaces around. */
function plain(cell: CellValue | undefined): string {
  return cell === null || cell === undefined ? '' : String(cell).normalize('NFKC').trim();
}

function isGiven(cell: CellValue | undefined): boolean {
  const text = plain(cell);
  return text !== '' && !noScore.has(text);
}

/** Rows below the list: notes and signatures. */
function isOutside(cells: readonly CellValue[], nameAt: number, numberAt: number): boolean {
  return plain(cells[nameAt]) === '' && (numberAt < 0 || plain(cells[numberAt]) === '');
}

/** Two decimals, or what is wrong with the cell. */
function scoreOf(cell: CellValue | undefined, most: number): number | string {
  const text = plain(cell).replace(/分$/u, '').trim();
  const shown = `“${plain(cell).slice(0, 20)}”`;
  if (!/^-?\d{1,6}(\.\d{1,12})?$/u.test(text)) return `${shown}不是分数`;
  const value = Number(text);
  return value < 0 || value > most ? `${shown}超出范围` : Math.round(value * 100) / 100;
}
