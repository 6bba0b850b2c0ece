import { noticeDays } from '../../../../shared/domain/ethics/round/roundSteps.ts';
import { formatPeriod } from '../../../../shared/kernel/periods.ts';
import { success } from '../../../../shared/kernel/result.ts';
import { appraisalRound } from '../../../../shared/ledgers/ethics/appraisalRound.ts';
import { type Section, body, sealed, sections } from '../../../documents/officeBlocks.ts';
import type { Block, TableRow } from '../../../documents/officeDocument.ts';
import { formTable } from '../../../documents/officeTables.ts';
import { alignedName, blanks, nothing, openDay, printedDate } from '../../../documents/officeText.ts';
import { createCheck } from '../../checks/check.ts';
import { loadRound } from '../../ethics/appraisal/loadRound.ts';
import { recordReport, type ReportAbout } from '../report.ts';

interface NoticeData {
  readonly period: string;
  readonly appraised: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly workdays: number | 'unknown';
  readonly grades: readonly { readonly grade: string; readonly names: readonly string[] }[];
  readonly open: number;
}

/** Grades whose people are named in a public notice; the others are told in person (domain.md §9.2). */
const published = ['优秀', '合格'] as const;
const inRow = 6;

/** 师德考核结果公示, as it is put up: who is 优秀 and 合格, from when to when, and where objections go. */
export const appraisalNotice = recordReport({
  name: 'appraisalNotice',
  label: '师德考核结果公示',
  area: 'ethics',
  ledger: appraisalRound,
  gather: (h, record, { today }) => {
    const check = createCheck(h, today);
    const round = loadRound(h, record, check);
    const { noticeFrom, noticeTo } = record.values;
    const nameOf = new Map(round.people.map((one) => [one.staffId, one.staff?.values.name ?? '']));
    return success<NoticeData>({
      period: round.period,
      appraised: round.result.appraised,
      from: noticeFrom,
      to: noticeTo,
      workdays:
        noticeFrom === null || noticeTo === null
          ? round.rules.noticeWorkdays
          : noticeDays(check.calendar, noticeFrom, noticeTo),
      grades: published.map((grade) => ({
        grade,
        names: round.result.people
          .filter((one) => one.grade === grade)
          .map(({ staffId }) => nameOf.get(staffId) ?? ''),
      })),
      open: round.result.people.filter(({ grade }) => grade === null).length,
    });
  },
  compose: (data, about) => {
    const named = data.grades.reduce((sum, { names }) => sum + names.length, 0);
    return {
      name: `师德考核结果公示_${data.period}`,
      document: {
        title: [about.schoolName, `关于${formatPeriod(data.period)}教师师德考核结果的公示`],
        style: 'letter',
        pageNumbers: true,
        blocks: blocksOf(data, about),
      },
      personCount: named,
      sensitiveColumns: ['考核等次'],
      problems: [
        data.open > 0 && `还有 ${data.open} 人没有得出等次，公示里没有他们。`,
        (data.from === null || data.to === null) && '还没有填写公示的起止日期，公示里空着。',
      ],
      rows: named,
    };
  },
});

function blocksOf(
  { from, to, workdays, grades, period, appraised }: NoticeData,
  { schoolName, today }: ReportAbout,
): Block[] {
  const span =
    from === null || to === null ? `${openDay}至${openDay}` : `${printedDate(from)}至${printedDate(to)}`;
  const days = workdays === 'unknown' ? '' : `（${workdays}个工作日）`;
  return [
    ...body(
      `根据教育部《关于建立健全中小学师德建设长效机制的意见》（教师〔2013〕10号）和学校师德考核办法，经个人自评、民主测评和考核小组评定，${formatPeriod(period)}参加师德考核${appraised}人，现将考核结果为优秀、合格的人员予以公示。`,
    ),
    ...sections([
      ...grades.map(({ grade, names }): Section => [
        `${grade}（${names.length}人）`,
        names.length === 0
          ? `${nothing}。`
          : [
              formTable(
                Array.from({ length: inRow }, () => 1),
                nameRows(names),
                '小四',
              ),
            ],
      ]),
      [
        '公示时间和意见反映',
        body(
          `公示时间：${span}${days}。公示期内，对考核结果有异议的，请实名向学校师德考核小组书面或当面反映，学校将为反映人保密，并在核实后答复。其他考核等次由考核小组书面通知本人。`,
          `联系部门：${blanks(8)}联系电话：`,
        ),
      ],
    ]),
    sealed(schoolName, from ?? today),
  ];
}

function nameRows(names: readonly string[]): TableRow[] {
  const rows = Math.ceil(names.length / inRow);
  return Array.from({ length: rows }, (_, row) => ({
    cells: Array.from({ length: inRow }, (_cell, column) => ({
      text: alignedName(names[row * inRow + column] ?? ''),
    })),
  }));
}
