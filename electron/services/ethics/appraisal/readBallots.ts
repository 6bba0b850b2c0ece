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

/** Reads filled score sheets and checks every cell against the round. Pure: nothing is written. */
export function readBallots(
  files: readonly { readonly name: string; readonly workbook: WorkbookData }[],
  round: BallotRound,
): BallotReading {
  const problems: ScoreProblem[] = [];
  const columns: Column[] = [];
  const selfs = new Map<string, SelfEntry>();
  let refusedSelfs = 0;
  for (const { name, workbook } of files)
    for (const sheet of workbook.sheets)
      if (!sheet.hidden && sheet.rows.length > 0) readSheet({ file: name, sheet: sheet.name }, sheet);
  checkRaters();
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

  function readSheet(place: Pick<ScoreProblem, 'file' | 'sheet'>, sheet: SheetData): void {
    const say = (row: number | null, column: number | null, sentence: string): void => {
      problems.push({
        ...place,
        row: row === null ? null : row + 1,
        column: column === null ? null : columnLetter(column),
        sentence,
      });
    };
    const code = codeOf(sheet);
    if (!code)
      return say(
        null,
        null,
        '这张表没有表号，不是为考核生成的评分表，没有读取。请用“发放评分表”生成的表填写。',
      );
    if (code.round !== roundMark(round.roundId))
      return say(code.row, code.column, '这张表的表号属于另一轮考核，没有读取。请核对文件是不是拿错了。');
    const headRow = sheet.rows
      .slice(0, headSearchRows)
      .findIndex((row) => row.some((cell) => plain(cell) === '姓名'));
    if (headRow < 0) return say(null, null, '没有找到“姓名”一列，表头可能被改动。请重新生成评分表。');
    const heads = (sheet.rows[headRow] ?? []).map(plain);
    const nameAt = heads.indexOf('姓名');
    const numberAt = heads.findIndex((head) => head === '工号');
    if (code.part === '自评') return readSelfs(sheet, { headRow, heads, nameAt, numberAt }, say);
    const own = heads.flatMap((head, index): Column[] => {
      const rater = /^第?(\d{1,4})号/u.exec(head)?.[1];
      return rater === undefined
        ? []
        : [
            {
              index,
              rater: Number(rater),
              place,
              part: code.part,
              scores: new Map<string, number>(),
              rules: new Map<string, readonly number[]>(),
              refused: false,
            },
          ];
    });
    if (own.length === 0)
      return say(
        headRow,
        null,
        '没有找到评分人编号一列（例如“17号”）。评分人只填编号，不写姓名，请恢复表头。',
      );
    const rules = heads.flatMap((head, index) => (/^\d{1,2}\./u.test(head) ? [index] : []));
    const seen = new Map<string, number>();
    for (let row = headRow + 1; row < sheet.rows.length; row += 1) {
      const cells = sheet.rows[row] ?? [];
      const used = own.filter(({ index }) => isGiven(cells[index]));
      const ruled = code.part === '考核组' && rules.some((index) => isGiven(cells[index]));
      const touched = ruled ? own : used;
      if (touched.length === 0 && isOutside(cells, nameAt, numberAt)) continue;
      const refuse = (column: number | null, sentence: string): void => {
        say(row, column, sentence);
        for (const each of touched) each.refused = true;
      };
      const person = personOf(cells, nameAt, numberAt);
      if (typeof person === 'string') {
        if (touched.length > 0) refuse(nameAt, person);
        continue;
      }
      const before = seen.get(person.staffId);
      if (before !== undefined) {
        refuse(nameAt, `${person.name}在第 ${before + 1} 行已经出现过，同一张表里一人只能有一行。`);
        continue;
      }
      seen.set(person.staffId, row);
      if (ruled) {
        readRules(own[0], cells, person.staffId, rules, row, say);
        continue;
      }
      for (const column of used) {
        const score = scoreOf(cells[column.index], 100);
        if (typeof score === 'number') column.scores.set(person.staffId, score);
        else {
          say(row, column.index, `${score}，应为 0 至 100 的数字。`);
          column.refused = true;
        }
      }
    }
    columns.push(...own);
  }

  function readRules(
    column: Column | undefined,
    cells: readonly CellValue[],
    staffId: string,
    rules: readonly number[],
    row: number,
    say: (row: number, column: number, sentence: string) => void,
  ): void {
    if (!column) return;
    const given = rules.map((index) => (isGiven(cells[index]) ? scoreOf(cells[index], ruleMost) : '没有填'));
    const wrong = given.findIndex((one) => typeof one === 'string');
    if (wrong >= 0 || given.length !== rulesCount) {
      say(
        row,
        rules[wrong] ?? 0,
        `${given[wrong] ?? '少一项'}，十项准则每项都要填 0 至 ${ruleMost} 的数字。`,
      );
      column.refused = true;
      return;
    }
    const scores = given.map(Number);
    const sum = Math.round(scores.reduce((total, one) => total + one, 0) * 100) / 100;
    const total = cells[column.index];
    if (isGiven(total) && scoreOf(total, 100) !== sum) {
      say(row, column.index, `十项准则合计是 ${sum} 分，总评填的不一样，请核对，或清空总评。`);
      column.refused = true;
      return;
    }
    column.scores.set(staffId, sum);
    column.rules.set(staffId, scores);
  }

  function readSelfs(
    sheet: SheetData,
    head: {
      readonly headRow: number;
      readonly heads: readonly string[];
      readonly nameAt: number;
      readonly numberAt: number;
    },
    say: (row: number, column: number | null, sentence: string) => void,
  ): void {
    const scoreAt = head.heads.indexOf('自评分');
    const reviewAt = head.heads.indexOf('自评小结');
    if (scoreAt < 0)
      return say(head.headRow, null, '没有找到“自评分”一列，表头可能被改动。请重新生成评分表。');
    for (let row = head.headRow + 1; row < sheet.rows.length; row += 1) {
      const cells = sheet.rows[row] ?? [];
      if (!isGiven(cells[scoreAt])) continue;
      const refuse = (column: number, sentence: string): void => {
        refusedSelfs += 1;
        say(row, column, sentence);
      };
      const person = personOf(cells, head.nameAt, head.numberAt);
      if (typeof person === 'string') {
        refuse(head.nameAt, person);
        continue;
      }
      const score = scoreOf(cells[scoreAt], 100);
      const review = reviewAt < 0 ? '' : String(cells[reviewAt] ?? '').trim();
      if (typeof score === 'string') refuse(scoreAt, `${score}，应为 0 至 100 的数字。`);
      else if (selfs.has(person.staffId) || round.selfRated.includes(person.staffId))
        refuse(head.nameAt, `${person.name}的自评已经有了。要更正，请在个人考核页修改。`);
      else if (review.length > 5000) refuse(reviewAt, '自评小结超过 5000 字，请缩短。');
      else
        selfs.set(person.staffId, {
          staffId: person.staffId,
          score,
          review: review === '' ? null : review,
        });
    }
  }

  /** The person of a row, or why there is none. */
  function personOf(cells: readonly CellValue[], nameAt: number, numberAt: number): SheetPerson | string {
    const name = plain(cells[nameAt]).replaceAll(/\s/gu, '');
    const number = numberAt < 0 ? '' : plain(cells[numberAt]);
    if (name === '') return '这一行有评分，但没有姓名。';
    const named = round.people.filter((one) => one.name.replaceAll(/\s/gu, '') === name);
    if (number !== '') {
      const numbered = round.people.find((one) => one.staffNumber === number);
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

  function checkRaters(): void {
    const taken = new Map(round.came.map(({ part, number }) => [`${part}${number}`, '以前已经导入过']));
    let fullPlaces =
      round.outsideRaters -
      round.came.filter(({ part, rated }) => part === '互评' && rated >= round.people.length).length;
    for (const column of columns) {
      if (column.scores.size === 0) continue;
      const refuse = (sentence: string): void => {
        problems.push({
          ...column.place,
          row: null,
          column: columnLetter(column.index),
          sentence,
        });
        column.refused = true;
      };
      const key = `${column.part}${column.rater}`;
      const issued = round.issued[column.part] ?? 0;
      const before = taken.get(key);
      if (before !== undefined) refuse(`${column.part} ${column.rater}号${before}，同一评分人不能重复计分。`);
      else if (column.rater < 1 || (issued > 0 && column.rater > issued))
        refuse(`${column.part}只发了 ${issued} 份表，没有 ${column.rater}号。请核对编号。`);
      else if (
        column.part === '互评' &&
        round.people.length > 1 &&
        column.scores.size >= round.people.length
      ) {
        if (fullPlaces > 0) fullPlaces -= 1;
        else
          refuse(
            `${column.rater}号给名单上每个人都打了分，其中有本人。互评不能给自己打分，请把本人一行清空。`,
          );
      }
      if (!taken.has(key)) taken.set(key, `在“${column.place.file}”的“${column.place.sheet}”里已经有了`);
    }
  }
}

function codeOf(
  sheet: SheetData,
): { round: string; part: AppraisalPart; row: number; column: number } | null {
  for (const [row, cells] of sheet.rows.slice(0, headSearchRows).entries())
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
