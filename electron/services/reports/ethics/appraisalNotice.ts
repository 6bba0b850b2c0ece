import { noticeDays } from '../../../../shared/domain/ethics/round/roundSteps.ts';
import { formatPeriod } from '../../../../shared/kernel/periods.ts';
import { success } from '../../../../shared/kernel/result.ts';
import { appraisalRound } from '../../../../shared/ledgers/ethics/appraisalRound.ts';
import type { Block, TableRow } from '../../../documents/officeDocument.ts';
import { alignedName, printedDate } from '../../../documents/officeText.ts';
import { createCheck } from '../../checks/check.ts';
import { loadRound } from '../../ethics/appraisal/loadRound.ts';
import { schoolOf } from '../../school/schoolOf.ts';
import { defineReport, recordOfScope } from '../report.ts';

interface NoticeData {
  readonly schoolName: string;
  readonly period: string;
  readonly appraised: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly workdays: number | 'unknown';
  readonly today: string;
  readonly grades: readonly { readonly grade: string; readonly names: readonly string[] }[];
  readonly open: number;
}

/** Grades whose people are named in a public notice; the others are told in person (domain.md §9.2). */
const published = ['优秀', '合格'] as const;
const inRow = 6;

/** 师德考核结果公示, as it is put up: who is 优秀 and 合格, from when to when, and where objections go. */
export const appraisalNotice = defineReport<NoticeData>({
  name: 'appraisalNotice',
  label: '师德考核结果公示',
  area: 'ethics',
  formats: ['docx', 'pdf'],
  scope: { kind: 'record', ledger: 'appraisalRound' },
  gather: (h, scope, { today }) => {
    const found = recordOfScope(h, appraisalRound, scope);
    if (!found.ok) return found;
    const check = createCheck(h, today);
    const round = loadRound(h, found.value, check);
    const { noticeFrom, noticeTo } = found.value.values;
    const nameOf = new Map(round.people.map((one) => [one.staffId, one.staff?.values.name ?? '']));
    return success({
      schoolName: schoolOf(h).values.name,
      period: round.period,
      appraised: round.result.appraised,
      from: noticeFrom,
      to: noticeTo,
      workdays:
        noticeFrom === null || noticeTo === null
          ? round.rules.noticeWorkdays
          : noticeDays(check.calendar, noticeFrom, noticeTo),
      today,
      grades: published.map((grade) => ({
        grade,
        names: round.result.people
          .filter((one) => one.grade === grade)
          .map(({ staffId }) => nameOf.get(staffId) ?? ''),
      })),
      open: round.result.people.filter(({ grade }) => grade === null).length,
    });
  },
  compose: (data) => ({
    name: `师德考核结果公示_${data.period}`,
    document: {
      title: [data.schoolName, `关于${formatPeriod(data.period)}教师师德考核结果的公示`],
      orientation: 'portrait',
      style: 'letter',
      pageNumbers: true,
      blocks: blocksOf(data),
    },
    personCount: data.grades.reduce((sum, { names }) => sum + names.length, 0),
    sensitiveColumns: ['考核等次'],
    problems: [
      ...(data.open > 0 ? [`还有 ${data.open} 人没有得出等次，公示里没有他们。`] : []),
      ...(data.from === null || data.to === null ? ['还没有填写公示的起止日期，公示里空着。'] : []),
    ],
    rows: data.grades.reduce((sum, { names }) => sum + names.length, 0),
  }),
});

function blocksOf(data: NoticeData): Block[] {
  const { from, to, workdays, schoolName, grades } = data;
  const span =
    from === null || to === null
      ? '　　年　　月　　日至　　月　　日'
      : `${printedDate(from)}至${printedDate(to)}`;
  const days = workdays === 'unknown' ? '' : `（${workdays}个工作日）`;
  return [
    {
      kind: 'paragraph',
      text: `根据教育部《关于建立健全中小学师德建设长效机制的意见》（教师〔2013〕10号）和学校师德考核办法，经个人自评、民主测评和考核小组评定，${formatPeriod(data.period)}参加师德考核${data.appraised}人，现将考核结果为优秀、合格的人员予以公示。`,
    },
    ...grades.flatMap(({ grade, names }, index): Block[] => [
      { kind: 'heading', level: 1, text: `${'一二'.charAt(index)}、${grade}（${names.length}人）` },
      ...(names.length === 0
        ? [{ kind: 'paragraph' as const, text: '无。' }]
        : [
            {
              kind: 'table' as const,
              columns: Array.from({ length: inRow }, () => 1),
              headerRows: 0,
              size: '小四' as const,
              rows: nameRows(names),
            },
          ]),
    ]),
    { kind: 'heading', level: 1, text: '三、公示时间和意见反映' },
    {
      kind: 'paragraph',
      text: `公示时间：${span}${days}。公示期内，对考核结果有异议的，请实名向学校师德考核小组书面或当面反映，学校将为反映人保密，并在核实后答复。其他考核等次由考核小组书面通知本人。`,
    },
    { kind: 'paragraph', text: '联系部门：　　　　　　　　联系电话：' },
    { kind: 'paragraph', align: 'right', text: schoolName },
    { kind: 'paragraph', align: 'right', text: printedDate(from ?? data.today) },
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
