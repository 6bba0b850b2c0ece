import type { PersonFile, PersonFileSection } from '../../../../shared/contract/ethics.ts';
import { success } from '../../../../shared/kernel/result.ts';
import { staff } from '../../../../shared/ledgers/base/staff.ts';
import type { Block, TableRow } from '../../../documents/officeDocument.ts';
import { nothing, printedDate } from '../../../documents/officeText.ts';
import { createCheck } from '../../checks/check.ts';
import { personFileOf } from '../../ethics/personFile.ts';
import { schoolOf } from '../../school/schoolOf.ts';
import { defineReport, recordOfScope } from '../report.ts';
import { headRow, pairsRow } from '../tableCells.ts';

interface FileData {
  readonly schoolName: string;
  readonly madeOn: string;
  readonly file: PersonFile;
}

/** 师德档案 of one person as a book: cover data, then each kind of record over the years. */
export const ethicsFile = defineReport<FileData>({
  name: 'ethicsFile',
  label: '师德档案',
  area: 'ethics',
  formats: ['docx', 'pdf'],
  scope: { kind: 'record', ledger: 'staff' },
  gather: (h, scope, context) => {
    const found = recordOfScope(h, staff, scope);
    if (!found.ok) return found;
    return success({
      schoolName: schoolOf(h).values.name,
      madeOn: context.today,
      file: personFileOf(h, createCheck(h, context.today), found.value),
    });
  },
  compose: ({ schoolName, madeOn, file }) => ({
    name: `师德档案_${file.name}`,
    document: {
      title: ['教师师德档案'],
      orientation: 'portrait',
      style: 'form',
      pageNumbers: true,
      cover: {
        lines: coverWords.flatMap((word) => {
          const pair = file.basics.find(([name, value]) => name === word && value !== '');
          return pair ? [{ label: pair[0], text: pair[1] }] : [];
        }),
        foot: [schoolName, printedDate(madeOn)],
      },
      blocks: [
        { kind: 'chapter', text: '基本情况和历年记录' },
        { kind: 'table', columns: [3.2, 5.4, 4, 5.4], headerRows: 0, rows: basicRows(file) },
        ...runningBlocks(file),
        ...missingBlocks(file),
        ...file.sections.flatMap((section, index) => sectionBlocks(section, index)),
      ],
    },
    personCount: 1,
    sensitiveColumns: ['考核等次', '投诉与处理', '准入查询结果'],
    problems: file.missing.map(({ sentence }) => `${sentence}。`),
    rows: file.sections.reduce((sum, { entries }) => sum + entries.length, 1),
  }),
});

const chineseNumbers = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三'];
const coverWords = ['姓名', '人员类别', '任教学科', '现任职务'];

/** What the file still lacks, so that a printed one does not look complete. */
function missingBlocks({ missing }: PersonFile): Block[] {
  if (missing.length === 0) return [];
  return [
    { kind: 'heading', level: 1, text: '还缺的材料' },
    ...missing.map(({ sentence }, index): Block => ({
      kind: 'paragraph',
      align: 'left',
      text: `${index + 1}. ${sentence}。`,
    })),
  ];
}

function basicRows({ basics }: PersonFile): TableRow[] {
  const rows: TableRow[] = [];
  for (let index = 0; index < basics.length; index += 2) rows.push(pairsRow(basics.slice(index, index + 2)));
  return rows;
}

function runningBlocks({ running }: PersonFile): Block[] {
  return running.map(({ sentence }) => ({ kind: 'paragraph', align: 'left', text: `现在：${sentence}。` }));
}

function sectionBlocks({ title, entries }: PersonFileSection, index: number): Block[] {
  const number = chineseNumbers[index] ?? String(index + 1);
  return [
    { kind: 'heading', level: 1, text: `${number}、${title}` },
    {
      kind: 'table',
      columns: [3.6, 5.4, 4.4, 4.6],
      headerRows: 1,
      size: '五号',
      rows: [
        headRow(['日期', '所属期', '内容', '说明']),
        ...(entries.length === 0
          ? [{ cells: [{ text: nothing, columns: 4 }] }]
          : entries.map(({ on, period, label, detail }) => ({
              cells: [
                { text: on === null ? '' : printedDate(on) },
                { text: period ?? '' },
                { text: label, align: 'left' as const },
                { text: detail.replaceAll('　', '\n'), align: 'left' as const },
              ],
            }))),
      ],
    },
  ];
}
