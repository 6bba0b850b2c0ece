import { formatChineseNumber } from '../../../../shared/kernel/chineseNumber.ts';
import { formatMoney } from '../../../../shared/kernel/money.ts';
import { success } from '../../../../shared/kernel/result.ts';
import { governanceMeeting } from '../../../../shared/ledgers/partyLife/governanceMeeting.ts';
import type { Block } from '../../../documents/officeDocument.ts';
import { alignedName, orNothing, printedDate, printedTime } from '../../../documents/officeText.ts';
import type { RecordIn } from '../../../store/records/records.ts';
import { titlesOf } from '../../../store/records/titles.ts';
import { schoolOf } from '../../school/schoolOf.ts';
import { defineReport, recordOfScope } from '../report.ts';
import { headColumns } from './meetingRecordHead.ts';
import { headRow, pairsRow, wideRow } from '../tableCells.ts';

type Meeting = RecordIn<typeof governanceMeeting>['values'];
type Topic = Meeting['topics'][number];

interface MinutesData {
  readonly schoolName: string;
  readonly meeting: Meeting;
  readonly isDraft: boolean;
  readonly names: Readonly<Record<string, string>>;
}

/** 党组织会议记录 or 校长办公会议记录: topic by topic, preparation, speeches in their order, decision and who sees to it. */
export const governanceMinutes = defineReport<MinutesData>({
  name: 'governanceMinutes',
  label: '决策会议记录',
  area: 'partyLife',
  formats: ['docx', 'pdf'],
  scope: { kind: 'record', ledger: 'governanceMeeting' },
  gather: (h, scope) => {
    const found = recordOfScope(h, governanceMeeting, scope);
    if (!found.ok) return found;
    const { values: meeting, state } = found.value;
    return success({
      schoolName: schoolOf(h).values.name,
      meeting,
      isDraft: state === 'draft',
      names: titlesOf(h, [
        ...new Set([
          ...peopleOf(meeting),
          ...meeting.topics.flatMap(({ decidedAt }) => (decidedAt === null ? [] : [decidedAt])),
        ]),
      ]),
    });
  },
  compose: (data) => {
    const { meeting } = data;
    const paperName = `${meeting.kind.replace(/^学校/u, '')}记录`;
    return {
      name: `${paperName}_${meeting.heldOn.replaceAll('-', '')}_${meeting.title}`,
      document: {
        title: [data.schoolName, paperName],
        orientation: 'portrait',
        style: 'letter',
        pageNumbers: true,
        blocks: [
          headTable(data),
          ...meeting.topics.flatMap((topic, index) => topicBlocks(data, topic, index)),
          ...followUp(data),
          {
            kind: 'signatures',
            lines: [{ label: '主持人（签字）' }, { label: '记录人（签字）' }],
            date: '年　　月　　日',
          },
        ],
      },
      personCount: new Set(peopleOf(meeting)).size,
      sensitiveColumns: [],
      problems: problemsOf(data),
      rows: 1,
    };
  },
});

function peopleOf(meeting: Meeting): string[] {
  return [
    meeting.host,
    meeting.recorder,
    ...meeting.attendance.map((row) => row.staff),
    ...meeting.topics.flatMap((topic) => [topic.proposer, topic.reporter, topic.owner]),
    ...meeting.speeches.map((row) => row.speaker),
  ].filter((id) => id !== null);
}

function headTable({ meeting, names }: MinutesData): Block {
  const named = (rows: Meeting['attendance']) =>
    orNothing(rows.map((row) => names[row.staff] ?? '').join('、'));
  const members = meeting.attendance.filter(({ capacity }) => capacity === '班子成员');
  const absent = members
    .filter(({ state }) => state !== '出席')
    .map((row) => `${names[row.staff] ?? ''}（${[row.state, row.reason].filter(Boolean).join('，')}）`);
  return {
    kind: 'table',
    columns: headColumns,
    headerRows: 0,
    rows: [
      wideRow('会议名称', meeting.title, 3),
      pairsRow([
        ['时　间', printedTime(meeting.heldOn, meeting.startsAt, meeting.endsAt)],
        ['地　点', meeting.place],
      ]),
      pairsRow([
        ['主持人', alignedName(names[meeting.host] ?? '')],
        ['记录人', alignedName(names[meeting.recorder] ?? '')],
      ]),
      pairsRow([
        ['应　到', `${meeting.dueCount ?? 0}人`],
        ['实　到', `${meeting.presentCount ?? 0}人`],
      ]),
      wideRow('出席人员', named(members.filter(({ state }) => state === '出席')), 3),
      wideRow('缺席人员\n及原因', orNothing(absent.join('、')), 3),
      wideRow('列席人员', named(meeting.attendance.filter(({ capacity }) => capacity === '列席')), 3),
    ],
  };
}

function topicBlocks(data: MinutesData, topic: Topic, index: number): Block[] {
  const { meeting, names } = data;
  const line = (label: string, text: string): Block[] =>
    text === '' ? [] : [{ kind: 'paragraph', text: sentence(`${label}：${text}`) }];
  const name = (id: string | null) => (id === null ? '' : (names[id] ?? ''));
  const speeches = meeting.speeches.filter((speech) => speech.topic === index + 1);
  return [
    { kind: 'heading', level: 1, text: `${formatChineseNumber(index + 1)}、${topic.name}` },
    ...line(
      '议题类别',
      [topic.topicClass, topic.major === true ? '属“三重一大”事项' : '', amountWords(topic)]
        .filter(Boolean)
        .join('，'),
    ),
    ...line(
      '会前准备',
      [
        topic.communicatedOn === null ? '' : `${printedDate(topic.communicatedOn)}书记、校长沟通`,
        topic.review ?? '',
        topic.staffOpinion === null ? '' : `教代会（教职工大会）意见：${topic.staffOpinion}`,
      ]
        .filter(Boolean)
        .join('；'),
    ),
    ...line('提出人', name(topic.proposer)),
    ...line('汇报人', name(topic.reporter)),
    ...line('回避人员', topic.recused ?? ''),
    ...(speeches.length === 0
      ? []
      : [
          { kind: 'heading' as const, level: 2 as const, text: '（一）发言情况' },
          ...speeches.map(({ speaker, points }): Block => ({
            kind: 'paragraph',
            text: sentence(`${name(speaker)}：${points ?? '（没有记录发言要点）'}`),
          })),
        ]),
    {
      kind: 'heading',
      level: 2,
      text: `（${formatChineseNumber(speeches.length === 0 ? 1 : 2)}）会议决定`,
    },
    ...line('表决', voteWords(topic)),
    {
      kind: 'paragraph',
      text: sentence(
        orNothing(
          [topic.decision, topic.decisionText, topic.decidedAt === null ? null : `见${name(topic.decidedAt)}`]
            .filter(Boolean)
            .join('。'),
        ),
      ),
    },
    ...line('公开范围', topic.openTo ?? ''),
  ];
}

/** With a full stop, unless the clerk has put one. */
function sentence(text: string): string {
  return /[。！？）]$/u.test(text) ? text : `${text}。`;
}

function amountWords({ amount }: Topic): string {
  return amount === null ? '' : `金额${formatMoney(amount)}元`;
}

function voteWords(topic: Topic): string {
  const counted = topic.inFavour !== null || topic.against !== null || topic.abstained !== null;
  const ballots = counted
    ? `赞成${topic.inFavour ?? 0}票，反对${topic.against ?? 0}票，弃权${topic.abstained ?? 0}票`
    : '';
  return [topic.voteMode ?? '', ballots].filter(Boolean).join('，');
}

/** Who does what until when, over all topics. */
function followUp({ meeting, names }: MinutesData): Block[] {
  const carried = meeting.topics.filter(({ owner, dueOn, progress }) => owner ?? dueOn ?? progress);
  if (carried.length === 0) return [];
  return [
    {
      kind: 'heading',
      level: 1,
      text: `${formatChineseNumber(meeting.topics.length + 1)}、落实和督办`,
    },
    {
      kind: 'table',
      columns: [2, 7, 3.6, 6.6, 5.4],
      headerRows: 1,
      size: '五号',
      rows: [
        headRow(['序号', '事项', '责任人', '完成时限', '落实情况']),
        ...carried.map((topic, index) => ({
          cells: [
            { text: String(index + 1) },
            { text: topic.name, align: 'left' as const },
            { text: topic.owner === null ? '' : alignedName(names[topic.owner] ?? '') },
            { text: printedDate(topic.dueOn) },
            {
              text: [topic.progress, topic.closedOn === null ? null : `${printedDate(topic.closedOn)}办结`]
                .filter(Boolean)
                .join('，'),
              align: 'left' as const,
            },
          ],
        })),
      ],
    },
  ];
}

function problemsOf({ meeting, isDraft }: MinutesData): string[] {
  return [
    ...(isDraft ? ['这份记录还是草稿，请完成后再打印存档。'] : []),
    ...(meeting.attendance.length === 0 ? ['还没有填写出席情况，应到、实到人数为 0。'] : []),
    ...(meeting.topics.length === 0 ? ['还没有填写议题。'] : []),
    ...meeting.topics
      .filter(({ decision }) => decision === null)
      .map(({ name }) => `议题“${name}”还没有填写决定。`),
  ];
}
