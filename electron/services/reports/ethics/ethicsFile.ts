import type { PersonFile } from '../../../../shared/contract/ethics.ts';
import { success } from '../../../../shared/kernel/result.ts';
import { staff } from '../../../../shared/ledgers/base/staff.ts';
import { heading, line, sections } from '../../../documents/officeBlocks.ts';
import type { Block, TableRow } from '../../../documents/officeDocument.ts';
import { formTable, listTable, pairsRow } from '../../../documents/officeTables.ts';
import { nothing, printedDate } from '../../../documents/officeText.ts';
import { createCheck } from '../../checks/check.ts';
import { personFileOf } from '../../ethics/personFile.ts';
import { recordReport } from '../report.ts';

/** 师德档案 of one person as a book: cover data, then each kind of record over the years. */
export const ethicsFile = recordReport({
  name: 'ethicsFile',
  label: '师德档案',
  area: 'ethics',
  ledger: staff,
  gather: (h, record, { today }) => success(personFileOf(h, createCheck(h, today), record)),
  compose: (file, { schoolName, today }) => ({
    name: `师德档案_${file.name}`,
    document: {
      title: ['教师师德档案'],
      style: 'form',
      pageNumbers: true,
      cover: {
        lines: coverWords.flatMap((word) => {
          const pair = file.basics.find(([name, value]) => name === word && value !== '');
          return pair ? [{ label: pair[0], text: pair[1] }] : [];
        }),
        foot: [schoolName, printedDate(today)],
      },
      blocks: [
        { kind: 'chapter', text: '基本情况和历年记录' },
        formTable([3.2, 5.4, 4, 5.4], basicRows(file)),
        ...runningBlocks(file),
        ...missingBlocks(file),
        ...sectionsOf(file),
      ],
    },
    personCount: 1,
    sensitiveColumns: ['考核等次', '投诉与处理', '准入查询结果'],
    problems: file.missing.map(({ sentence }) => `${sentence}。`),
    rows: file.sections.reduce((sum, { entries }) => sum + entries.length, 1),
  }),
});

const coverWords = ['姓名', '人员类别', '任教学科', '现任职务'];

/** What the file still lacks, so that a printed one does not look complete. */
function missingBlocks({ missing }: PersonFile): Block[] {
  if (missing.length === 0) return [];
  return [
    heading('还缺的材料'),
    ...missing.map(({ sentence }, index): Block => line(`${index + 1}. ${sentence}。`)),
  ];
}

function basicRows({ basics }: PersonFile): TableRow[] {
  const rows: TableRow[] = [];
  for (let index = 0; index < basics.length; index += 2)
    rows.push(pairsRow(Object.fromEntries(basics.slice(index, index + 2))));
  return rows;
}

function runningBlocks({ running }: PersonFile): Block[] {
  return running.map(({ sentence }) => line(`现在：${sentence}。`));
}

function sectionsOf({ sections: kinds }: PersonFile): Block[] {
  return sections(
    kinds.map(({ title, entries }) => [
      title,
      [
        listTable(
          [
            { heading: '日期', share: 3.6, cell: ({ on }) => printedDate(on) },
            { heading: '所属期', share: 5.4, cell: ({ period }) => period },
            { heading: '内容', share: 4.4, long: true, cell: (entry) => entry.label },
            { heading: '说明', share: 4.6, long: true, cell: ({ detail }) => detail.replaceAll('　', '\n') },
          ],
          entries,
          { none: nothing },
        ),
      ],
    ]),
  );
}
