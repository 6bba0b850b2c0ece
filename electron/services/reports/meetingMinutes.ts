import { formatChineseNumber } from '../../../shared/kernel/chineseNumber.ts';
import { success } from '../../../shared/kernel/result.ts';
import { branch } from '../../../shared/ledgers/partyLife/branch.ts';
import { partyMeeting } from '../../../shared/ledgers/partyLife/partyMeeting.ts';
import type { Block, TableRow } from '../../documents/officeDocument.ts';
import { alignedName, nothing, orNothing, printedDate, printedTime } from '../../documents/officeText.ts';
import { getRecord, type RecordIn } from '../../store/records.ts';
import { titlesOf } from '../../store/titles.ts';
import { defineReport, recordOfScope, type Paper } from './report.ts';
import { headRow, pairsRow, wideRow } from './tableCells.ts';

type Meeting = RecordIn<typeof partyMeeting>['values'];

interface MinutesData {
  readonly branchName: string;
  readonly meeting: Meeting;
  readonly isDraft: boolean;
  /** Titles of members, groups and meetings by id. */
  readonly names: Readonly<Record<string, string>>;
}

/** 会议记录 of one meeting of any kind, with the fields of its kind (domain.md §1.6), as it is signed and filed. */
export const meetingMinutes = defineReport<MinutesData>({
  name: 'meetingMinutes',
  label: '会议记录',
  area: 'partyLife',
  formats: ['docx', 'pdf'],
  scope: { kind: 'record', ledger: 'partyMeeting' },
  gather: (h, scope) => {
    const found = recordOfScope(h, partyMeeting, scope);
    if (!found.ok) return found;
    const { values: meeting, state } = found.value;
    const ids = [
      meeting.branch,
      meeting.partyGroup,
      meeting.host,
      meeting.recorder,
      meeting.lecturer,
      meeting.talkPartner,
      meeting.themeMeeting,
      meeting.preparedBy,
      ...meeting.heldTogetherWith,
      ...meeting.attendance.map((row) => row.member),
      ...meeting.agenda.map((row) => row.speaker),
      ...meeting.resolutions.map((row) => row.owner),
      ...meeting.grades.map((row) => row.member),
    ].filter((id) => id !== null);
    const names = titlesOf(h, ids);
    const ofBranch = getRecord(h, branch, meeting.branch);
    return success({
      branchName: ofBranch?.values.name ?? names[meeting.branch] ?? '',
      meeting,
      isDraft: state === 'draft',
      names,
    });
  },
  compose: (data) => {
    const { meeting, branchName } = data;
    const paperName = paperNameOf(meeting.type);
    return {
      name: `${paperName}_${meeting.heldOn.replaceAll('-', '')}_${meeting.title}`,
      document: {
        title: [branchName, paperName],
        orientation: 'portrait',
        style: 'letter',
        pageNumbers: true,
        blocks: [headTable(data), ...numbered(sectionsOf(data)), signatures(meeting.type)],
      },
      personCount: personCount(meeting),
      sensitiveColumns: [],
      problems: problemsOf(data),
      rows: 1,
    } satisfies Paper;
  },
});

function paperNameOf(type: Meeting['type']): string {
  switch (type) {
    case '党课':
    case '谈心谈话':
    case '集中学习':
      return `${type}记录`;
    case '主题党日':
      return '主题党日活动记录';
    default:
      return type.endsWith('会议') ? `${type}记录` : `${type}会议记录`;
  }
}

/** Wide enough for a day with its times, and for a room of nine characters. */
const headColumns = [2.7, 7.7, 2, 4.6];
/** 谈话对象 has one character more. */
const talkColumns = [2.7, 7.5, 2.3, 4.5];

function headTable(data: MinutesData): Block {
  const { meeting } = data;
  const isTalk = meeting.type === '谈心谈话';
  const rows: TableRow[] = [
    wideRow(nameLabelOf(meeting.type), meeting.title, 3),
    pairsRow([
      ['时　间', printedTime(meeting.heldOn, meeting.startsAt, meeting.endsAt)],
      ['地　点', meeting.place],
    ]),
    isTalk
      ? pairsRow([
          ['谈话人', nameOf(data, meeting.host)],
          ['谈话对象', nameOf(data, meeting.talkPartner)],
        ])
      : pairsRow([
          ['主持人', nameOf(data, meeting.host)],
          ['记录人', nameOf(data, meeting.recorder)],
        ]),
    ...(meeting.partyGroup === null ? [] : [wideRow('党小组', data.names[meeting.partyGroup] ?? '', 3)]),
    ...kindRows(data),
  ];
  if (isTalk) return { kind: 'table', columns: talkColumns, headerRows: 0, rows };
  const present = meeting.attendance.filter((row) => row.state === '出席');
  return {
    kind: 'table',
    columns: headColumns,
    headerRows: 0,
    rows: [
      ...rows,
      pairsRow([
        ['应　到', `${meeting.dueCount ?? 0}人`],
        ['实　到', `${meeting.presentCount ?? 0}人`],
      ]),
      wideRow('出席人员', orNothing(present.map((row) => data.names[row.member] ?? '').join('、')), 3),
      wideRow('缺席人员\n及原因', absencesOf(data), 3),
      wideRow('列席人员', orNothing(meeting.guests), 3),
      wideRow('议　题', orNothing(meeting.topics), 3),
    ],
  };
}

function nameLabelOf(type: Meeting['type']): string {
  switch (type) {
    case '谈心谈话':
      return '谈话名称';
    case '主题党日':
      return '活动名称';
    default:
      return '会议名称';
  }
}

/** Rows that only one kind of meeting has. */
function kindRows(data: MinutesData): TableRow[] {
  const { meeting, names } = data;
  const hours = meeting.studyHours === null ? nothing : `${meeting.studyHours}学时`;
  switch (meeting.type) {
    case '党课':
      return [
        pairsRow([
          [
            '授课人',
            meeting.lecturer === null ? orNothing(meeting.lecturerOutside) : nameOf(data, meeting.lecturer),
          ],
          ['学　时', hours],
        ]),
        wideRow('党课题目', orNothing(meeting.lectureTitle), 3),
      ];
    case '主题党日':
      return [
        wideRow('活动形式', orNothing(meeting.activityForms.join('、')), 3),
        wideRow('支委会\n研究记录', orNothing(meeting.themeMeeting && names[meeting.themeMeeting]), 3),
      ];
    case '支部党员大会':
      return [wideRow('前置支委会', orNothing(meeting.preparedBy && names[meeting.preparedBy]), 3)];
    case '集中学习':
      return [
        pairsRow([
          ['学习方式', orNothing(meeting.studyMode)],
          ['学　时', hours],
        ]),
      ];
    default:
      return [];
  }
}

/** 张三（病假，李四批准，家中有事，2026年3月5日补学）. */
function absencesOf({ meeting, names }: MinutesData): string {
  const absent = meeting.attendance.filter((row) => row.state !== '出席');
  return orNothing(
    absent
      .map((row) => {
        const notes = [
          row.state,
          row.reason === row.state ? null : row.reason,
          row.approvedBy === null ? null : `${row.approvedBy}批准`,
          row.madeUpOn === null ? null : `${printedDate(row.madeUpOn)}补学`,
        ].filter((note) => note !== null && note !== '');
        return `${names[row.member] ?? ''}（${notes.join('，')}）`;
      })
      .join('、'),
  );
}

interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
}

function sectionsOf(data: MinutesData): Section[] {
  const { meeting } = data;
  const isTalk = meeting.type === '谈心谈话';
  const votes = meeting.type === '支部党员大会' || meeting.votes.length > 0;
  return [
    ...(meeting.studyMaterials === null ? [] : [section('学习内容', textBlocks(meeting.studyMaterials))]),
    ...(meeting.agenda.length === 0 ? [] : [section('议程与发言', agendaBlocks(data))]),
    section(
      isTalk ? '谈话内容' : meeting.type === '主题党日' ? '活动内容' : '会议内容',
      textBlocks(meeting.body),
    ),
    ...(votes ? [section('表决情况', voteBlocks(meeting))] : []),
    ...(meeting.type === '民主评议党员' ? [section('评议结果', gradeBlocks(data))] : []),
    ...(isTalk && meeting.resolutions.length === 0 ? [] : [section('议定事项', resolutionBlocks(data))]),
    section('附件', textBlocks(attachmentText(meeting))),
  ];
}

function section(title: string, blocks: readonly Block[]): Section {
  return { title, blocks };
}

function numbered(sections: readonly Section[]): Block[] {
  return sections.flatMap((each, index): Block[] => [
    { kind: 'heading', level: 1, text: `${formatChineseNumber(index + 1)}、${each.title}` },
    ...each.blocks,
  ]);
}

function textBlocks(text: string | null): Block[] {
  return [{ kind: 'paragraph', text: orNothing(text) }];
}

function agendaBlocks(data: MinutesData): Block[] {
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

function voteBlocks(meeting: Meeting): Block[] {
  if (meeting.votes.length === 0) return textBlocks(null);
  return [
    {
      kind: 'table',
      columns: [9, 4, 3.4, 3.4, 2.6, 2.6, 2.6, 3, 3.4],
      headerRows: 1,
      size: '五号',
      rows: [
        headRow([
          '表决事项',
          '方式',
          '应到有\n表决权',
          '实到有\n表决权',
          '赞成',
          '反对',
          '弃权',
          '其中\n书面',
          '结果',
        ]),
        ...meeting.votes.map((vote) => ({
          cells: [
            {
              text: `${vote.matter}${vote.candidate === null ? '' : `（${vote.candidate}）`}`,
              align: 'left' as const,
            },
            ...[
              vote.mode ?? '',
              vote.dueVoters,
              vote.presentVoters,
              vote.inFavour,
              vote.against,
              vote.abstained,
              vote.written ?? 0,
              vote.outcome,
            ].map((value) => ({ text: String(value) })),
          ],
        })),
      ],
    },
  ];
}

function gradeBlocks(data: MinutesData): Block[] {
  const { grades } = data.meeting;
  if (grades.length === 0) return textBlocks(null);
  return [
    {
      kind: 'table',
      columns: [2, 4, 2.5, 2.5, 2.5, 2.5, 4, 6],
      headerRows: 1,
      size: '五号',
      rows: [
        headRow(['序号', '姓名', '优秀票', '合格票', '基本\n合格票', '不合\n格票', '评定等次', '评语']),
        ...grades.map((row, index) => ({
          cells: [
            { text: String(index + 1) },
            { text: alignedName(data.names[row.member] ?? '') },
            ...[row.excellentVotes, row.qualifiedVotes, row.basicVotes, row.unqualifiedVotes].map(
              (votes) => ({
                text: votes === null ? '' : String(votes),
              }),
            ),
            { text: row.grade ?? '' },
            { text: row.remark ?? '', align: 'left' as const },
          ],
        })),
      ],
    },
  ];
}

function resolutionBlocks(data: MinutesData): Block[] {
  const { resolutions } = data.meeting;
  if (resolutions.length === 0) return textBlocks(null);
  return [
    {
      kind: 'table',
      columns: [2, 8.5, 3.5, 6, 6],
      headerRows: 1,
      size: '五号',
      rows: [
        headRow(['序号', '议定事项', '责任人', '完成时限', '落实情况']),
        ...resolutions.map((row, index) => ({
          cells: [
            { text: String(index + 1) },
            { text: row.content, align: 'left' as const },
            { text: nameOf(data, row.owner) },
            { text: printedDate(row.dueOn) },
            {
              text: [row.progress, row.closedOn === null ? null : `${printedDate(row.closedOn)}办结`]
                .filter((part) => part !== null && part !== '')
                .join('，'),
              align: 'left' as const,
            },
          ],
        })),
      ],
    },
  ];
}

/** 签到表1份、照片2份. */
function attachmentText(meeting: Meeting): string {
  const counts = new Map<string, number>();
  for (const file of meeting.files) counts.set(file.kind, (counts.get(file.kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => `${kind}${count}份`).join('、');
}

function signatures(type: Meeting['type']): Block {
  const labels =
    type === '谈心谈话' ? ['谈话人（签字）', '谈话对象（签字）'] : ['主持人（签字）', '记录人（签字）'];
  return {
    kind: 'signatures',
    lines: labels.map((text) => ({ label: text })),
    date: '年　　月　　日',
  };
}

function nameOf(data: MinutesData, id: string | null): string {
  return id === null ? '' : alignedName(data.names[id] ?? '');
}

function personCount(meeting: Meeting): number {
  return new Set(
    [
      meeting.host,
      meeting.recorder,
      meeting.lecturer,
      meeting.talkPartner,
      ...meeting.attendance.map((row) => row.member),
      ...meeting.agenda.map((row) => row.speaker),
      ...meeting.resolutions.map((row) => row.owner),
      ...meeting.grades.map((row) => row.member),
    ].filter((id) => id !== null),
  ).size;
}

function problemsOf({ meeting, isDraft }: MinutesData): string[] {
  const problems: string[] = [];
  if (isDraft) problems.push('这份记录还是草稿，请完成后再打印存档。');
  if (meeting.attendance.length === 0 && meeting.type !== '谈心谈话')
    problems.push('还没有填写出席情况，应到、实到人数为 0。');
  if (meeting.body === null && meeting.agenda.length === 0) problems.push('还没有填写会议内容。');
  if (meeting.type === '党课' && meeting.lecturer === null && meeting.lecturerOutside === null)
    problems.push('还没有填写授课人。');
  if (meeting.type === '谈心谈话' && meeting.talkPartner === null) problems.push('还没有填写谈话对象。');
  if (meeting.type === '民主评议党员' && meeting.grades.length === 0) problems.push('还没有填写评议结果。');
  return problems;
}
