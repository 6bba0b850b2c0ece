import { formatChineseNumber } from '../../../../shared/kernel/chineseNumber.ts';
import type { Block, TableBlock, TableCell } from '../../../documents/officeDocument.ts';
import { alignedName, orNothing, printedDate } from '../../../documents/officeText.ts';
import { nameIn, type MeetingRecord } from './meetingRecord.ts';
import { headRow } from '../tableCells.ts';

type Meeting = MeetingRecord['meeting'];

interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** The numbered parts below the head of a 会议记录; a kind has only its own. */
export function meetingSections(data: MeetingRecord): Block[] {
  return sectionsOf(data).flatMap((each, index): Block[] => [
    { kind: 'heading', level: 1, text: `${formatChineseNumber(index + 1)}、${each.title}` },
    ...each.blocks,
  ]);
}

function sectionsOf(data: MeetingRecord): Section[] {
  const { meeting, campaign } = data;
  const { type } = meeting;
  const isTalk = type === '谈心谈话';
  const votes = meeting.votes.length > 0 || (type === '支部党员大会' && meeting.candidates.length === 0);
  return [
    ...(campaign === null ? [] : [section('会前准备', textBlocks(preparationText(campaign)))]),
    ...(meeting.studyMaterials === null ? [] : [section('学习内容', studyBlocks(data))]),
    ...(meeting.agenda.length === 0 ? [] : [section(agendaTitle(type), agendaBlocks(data))]),
    section(isTalk ? '谈话内容' : type === '主题党日' ? '活动内容' : '会议内容', textBlocks(meeting.body)),
    ...optionalSection('讨论和心得', meeting.discussion),
    ...optionalSection('批评与自我批评要点', meeting.criticism),
    ...optionalSection('向支部汇报事项', meeting.reportedMatters),
    ...(votes ? [section('表决情况', voteBlocks(meeting))] : []),
    ...(meeting.candidates.length === 0 ? [] : [section('选举情况', electionBlocks(data))]),
    ...(type === '民主评议党员' ? [section('评议结果', gradeBlocks(data))] : []),
    ...(campaign === null || campaign.problems.length === 0
      ? []
      : [section('问题清单', problemBlocks(data, campaign))]),
    ...(campaign === null || campaign.rectifications.length === 0
      ? []
      : [section('整改清单', rectificationBlocks(data, campaign))]),
    ...(isTalk && meeting.resolutions.length === 0 ? [] : [section('议定事项', resolutionBlocks(data))]),
    section('附件', textBlocks(attachmentText(meeting))),
    ...optionalSection('上级审阅意见', meeting.superiorReview),
  ];
}

function section(title: string, blocks: readonly Block[]): Section {
  return { title, blocks };
}

function optionalSection(title: string, text: string | null): Section[] {
  return text === null || text.trim() === '' ? [] : [section(title, textBlocks(text))];
}

/** In a committee every member speaks to the matter: what stands there are opinions. */
function agendaTitle(type: Meeting['type']): string {
  switch (type) {
    case '支部委员会会议':
      return '议题与委员意见';
    case '组织生活会':
    case '民主生活会':
      return '议程与对照检查';
    default:
      return '议程与发言';
  }
}

function textBlocks(text: string | null): Block[] {
  return [{ kind: 'paragraph', text: orNothing(text) }];
}

function studyBlocks({ meeting, names }: MeetingRecord): Block[] {
  const leader = meeting.studyLeader === null ? '' : `\n领学人：${names[meeting.studyLeader] ?? ''}`;
  return textBlocks(`${meeting.studyMaterials ?? ''}${leader}`);
}

/** 方案2026年1月5日报批、1月8日批复；会前学习2次；…。 */
function preparationText(campaign: NonNullable<MeetingRecord['campaign']>): string {
  const parts = [
    campaign.planFiledOn && `方案${printedDate(campaign.planFiledOn)}报批`,
    campaign.planApprovedOn && `方案${printedDate(campaign.planApprovedOn)}批复`,
    campaign.studyCount === null ? null : `会前学习${campaign.studyCount}次`,
    opinionText(campaign),
    campaign.talksDoneOn && `谈心谈话${printedDate(campaign.talksDoneOn)}完成`,
    campaign.selfCheckOn && `对照检查材料${printedDate(campaign.selfCheckOn)}完成`,
    campaign.reportedOn && `情况报告${printedDate(campaign.reportedOn)}上报`,
  ].filter((part) => part !== null && part !== '');
  return parts.length === 0 ? '' : `${parts.join('；')}。`;
}

function opinionText({
  opinionMethods,
  opinionPeople,
  opinionCount,
}: NonNullable<MeetingRecord['campaign']>): string | null {
  if (opinionMethods === null && opinionPeople === null && opinionCount === null) return null;
  const people = opinionPeople === null ? '' : `${opinionPeople}人`;
  const count = opinionCount === null ? '' : `意见${opinionCount}条`;
  const method = opinionMethods === null ? '' : `以${opinionMethods}`;
  return `${method}征求${people}${count === '' ? '意见' : count}`;
}

function agendaBlocks(data: MeetingRecord): Block[] {
  return data.meeting.agenda.flatMap((row, index): Block[] => {
    const speaker = row.speaker === null ? '' : (data.names[row.speaker] ?? '');
    const speech =
      row.speech === null
        ? speaker === ''
          ? ''
          : `发言人：${speaker}`
        : speaker === ''
          ? row.speech
          : `${speaker}：${row.speech}`;
    return [
      { kind: 'heading', level: 2, text: `（${formatChineseNumber(index + 1)}）${row.item}` },
      ...(speech === '' ? [] : [{ kind: 'paragraph' as const, text: speech }]),
    ];
  });
}

/** A list as a table; its text is one size smaller than the paper's. */
function listTable(
  columns: readonly number[],
  labels: readonly string[],
  rows: readonly (readonly (TableCell | string)[])[],
): TableBlock {
  return {
    kind: 'table',
    columns,
    headerRows: 1,
    size: '五号',
    rows: [
      headRow(labels),
      ...rows.map((cells) => ({
        cells: cells.map((cell) => (typeof cell === 'string' ? { text: cell } : cell)),
        mayBreak: isLong(cells),
      })),
    ],
  };
}

/** Short rows stay whole; one that could fill half a page may run on. */
function isLong(cells: readonly (TableCell | string)[]): boolean {
  return cells.some((cell) => (typeof cell === 'string' ? cell : cell.text).length > longestWhole);
}

const longestWhole = 150;

function long(text: string | null): TableCell {
  return { text: text ?? '', align: 'left' };
}

function number(count: number | null): string {
  return count === null ? '' : String(count);
}

function voteBlocks(meeting: Meeting): Block[] {
  if (meeting.votes.length === 0) return textBlocks(null);
  const writers = meeting.votes.flatMap((vote) =>
    vote.writtenBy === null ? [] : [`${vote.candidate ?? vote.matter}：${vote.writtenBy}`],
  );
  return [
    listTable(
      [9, 4, 3.4, 3.4, 2.6, 2.6, 2.6, 3, 3.4],
      ['表决事项', '方式', '应到有\n表决权', '实到有\n表决权', '赞成', '反对', '弃权', '其中\n书面', '结果'],
      meeting.votes.map((vote) => [
        long(`${vote.matter}${vote.candidate === null ? '' : `（${vote.candidate}）`}`),
        vote.mode ?? '',
        String(vote.dueVoters),
        String(vote.presentVoters),
        String(vote.inFavour),
        String(vote.against),
        String(vote.abstained),
        String(vote.written ?? 0),
        vote.outcome,
      ]),
    ),
    ...(writers.length === 0
      ? []
      : [{ kind: 'paragraph' as const, text: `会前书面意见人：${writers.join('；')}。` }]),
    ...(meeting.candidates.length === 0 ? ballotStaff(meeting) : []),
  ];
}

/** 监票人：…；计票人：…. */
function ballotStaff({ scrutineers, tellers, callers }: Meeting): Block[] {
  const parts = [
    scrutineers === null ? '' : `监票人：${scrutineers}`,
    tellers === null ? '' : `计票人：${tellers}`,
    callers === null ? '' : `唱票人：${callers}`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? [] : [{ kind: 'paragraph', text: `${parts.join('；')}。` }];
}

function electionBlocks(data: MeetingRecord): Block[] {
  const { meeting } = data;
  const counts = [
    ['应到有选举权', meeting.electorsDue, '人'],
    ['实到有选举权', meeting.electorsPresent, '人'],
    ['发出选票', meeting.ballotsIssued, '张'],
    ['收回选票', meeting.ballotsReturned, '张'],
    ['其中废票', meeting.ballotsSpoiled, '张'],
  ] as const;
  const known = counts.flatMap(([name, count, unit]) => (count === null ? [] : [`${name}${count}${unit}`]));
  return [
    ...(known.length === 0 ? [] : [{ kind: 'paragraph' as const, text: `${known.join('，')}。` }]),
    listTable(
      [2, 4, 5, 4, 3, 3, 3, 3],
      ['序号', '姓名', '职务', '提名', '赞成', '不赞成', '弃权', '当选'],
      meeting.candidates.map((row, index) => [
        String(index + 1),
        nameIn(data, row.candidate),
        row.post ?? '',
        row.nominated ?? '',
        String(row.inFavour),
        number(row.against),
        number(row.abstained),
        row.elected === true ? '是' : '否',
      ]),
    ),
    ...ballotStaff(meeting),
  ];
}

function gradeBlocks(data: MeetingRecord): Block[] {
  const { grades } = data.meeting;
  if (grades.length === 0) return textBlocks(null);
  return [
    listTable(
      [1.5, 2.5, 1.9, 1.9, 1.8, 1.8, 1.9, 1.9, 1.9, 6.6, 2.8],
      [
        '序\n号',
        '姓名',
        '自评',
        '互评',
        '优秀\n票',
        '合格\n票',
        '基本\n合格',
        '不合\n格票',
        '评定\n等次',
        '评语',
        '反馈\n签字',
      ],
      grades.map((row, index) => [
        String(index + 1),
        alignedName(data.names[row.member] ?? ''),
        row.selfGrade ?? '',
        row.peerGrade ?? '',
        number(row.excellentVotes),
        number(row.qualifiedVotes),
        number(row.basicVotes),
        number(row.unqualifiedVotes),
        row.grade ?? '',
        long(row.remark),
        row.feedbackOn === null ? '' : row.feedbackOn.slice(5).replace('-', '.'),
      ]),
    ),
  ];
}

function problemBlocks(data: MeetingRecord, { problems }: NonNullable<MeetingRecord['campaign']>): Block[] {
  return [
    listTable(
      [1.6, 4, 10, 4],
      ['序号', '查摆对象', '问题', '来源'],
      problems.map((row, index) => [
        String(index + 1),
        row.member === null ? row.owner : nameIn(data, row.member),
        long(row.problem),
        row.source ?? '',
      ]),
    ),
  ];
}

function rectificationBlocks(
  data: MeetingRecord,
  { rectifications }: NonNullable<MeetingRecord['campaign']>,
): Block[] {
  return [
    listTable(
      [1.8, 5.5, 6, 3, 6.6, 3.8],
      ['序号', '问题', '整改措施', '责任人', '时限', '销号情况'],
      rectifications.map((row, index) => [
        String(index + 1),
        long(row.problem),
        long(row.measure),
        nameIn(data, row.owner),
        printedDate(row.dueOn),
        long(doneText(row.result, row.closedOn, '销号')),
      ]),
    ),
  ];
}

function resolutionBlocks(data: MeetingRecord): Block[] {
  const { resolutions } = data.meeting;
  if (resolutions.length === 0) return textBlocks(null);
  return [
    listTable(
      [1.8, 8, 3.2, 6.8, 6.2],
      ['序号', '议定事项', '责任人', '完成时限', '落实情况'],
      resolutions.map((row, index) => [
        String(index + 1),
        long(row.content),
        nameIn(data, row.owner),
        printedDate(row.dueOn),
        long(doneText(row.progress, row.closedOn, '办结')),
      ]),
    ),
  ];
}

/** 已上报，2026年11月18日办结. */
function doneText(progress: string | null, closedOn: string | null, word: string): string {
  return [progress, closedOn === null ? null : `${printedDate(closedOn)}${word}`]
    .filter((part) => part !== null && part !== '')
    .join('，');
}

/** 签到表1份、照片2份. */
function attachmentText(meeting: Meeting): string {
  const counts = new Map<string, number>();
  for (const file of meeting.files) counts.set(file.kind, (counts.get(file.kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => `${kind}${count}份`).join('、');
}
