import { formatChineseNumber } from '../../../../../shared/kernel/chineseNumber.ts';
import { formatPeriod } from '../../../../../shared/kernel/periods.ts';
import { success } from '../../../../../shared/kernel/result.ts';
import { branch } from '../../../../../shared/ledgers/partyLife/branch.ts';
import type { Block } from '../../../../documents/officeDocument.ts';
import { printedDate } from '../../../../documents/officeText.ts';
import { peopleOf } from '../meetingRecord.ts';
import { countPersons, periodReport, recordOfScope } from '../../report.ts';
import { branchChapters } from './branchChapters.ts';
import { closingChapters } from './closingChapters.ts';
import { readHandbook, type HandbookData } from './handbookData.ts';
import { memberChapters } from './memberChapters.ts';
import { recordChapters, talkChapter } from './recordChapters.ts';

/**
 * 党支部工作手册: a branch's year as one book (domain.md §1.12), from the ledgers. Identity numbers, phones, hardship,
 * discipline and what was said in talks are not in it.
 */
export const branchHandbook = periodReport({
  name: 'branchHandbook',
  label: '党支部工作手册',
  area: 'partyLife',
  periods: ['year'],
  of: { ledger: 'branch', required: true },
  gather: (h, about) => {
    const found = recordOfScope(h, branch, about);
    if (!found.ok) return found;
    about.progress?.('正在读取台账', 0, 0);
    const data = readHandbook(h, found.value, about);
    about.progress?.('正在排版', 0, 0);
    return success(data);
  },
  compose: (data) => {
    const chapters = [
      ...branchChapters(data),
      ...recordChapters(data),
      talkChapter(data),
      ...memberChapters(data),
      ...closingChapters(data),
    ];
    return {
      name: `党支部工作手册_${data.branch.shortName}_${data.year}`,
      document: {
        title: ['党支部工作手册'],
        style: 'form',
        pageNumbers: true,
        cover: {
          lines: [
            { label: '年　　度', text: formatPeriod(data.year) },
            { label: '党 支 部', text: data.branch.name },
            { label: '支部书记', text: secretaryOf(data) },
            { label: '记 录 人', text: '' },
          ],
          foot: [data.schoolName, printedDate(data.day)],
        },
        blocks: [
          { kind: 'contents', title: '目　　录' },
          ...chapters.flatMap((chapter, index): Block[] => [
            { kind: 'chapter', text: `${formatChineseNumber(index + 1)}、${chapter.title}` },
            ...chapter.blocks,
          ]),
        ],
      },
      personCount: countPersons([
        ...data.members.map(({ id }) => id),
        ...data.meetings.flatMap(({ meeting }) => peopleOf(meeting)),
        ...data.fees.map(({ memberId }) => memberId),
        ...data.development.map(({ id }) => id),
      ]),
      problems: problemsOf(data),
      rows: data.meetings.length + data.members.length,
    };
  },
});

function secretaryOf({ posts }: HandbookData): string {
  return posts
    .filter(({ post }) => post === '书记')
    .map(({ name }) => name)
    .join('、');
}

function problemsOf({ members, obligations, plan, day, year }: HandbookData): (string | false)[] {
  const overdue = obligations.filter(({ state }) => state === 'overdue').length;
  return [
    day < `${year}-12-31` && `本年还没有结束，手册做到${printedDate(day)}为止。`,
    members.length === 0 && '支部没有在册党员。',
    overdue > 0 && `有 ${overdue} 项应开展的组织生活没有记录。`,
    plan.length === 0 && '没有登记年度计划。',
    '目录页码：PDF 里已经写好；Word 或 WPS 打开后在目录上点右键，选“更新域”。',
  ];
}
