import { formatChineseNumber } from '../../../../shared/kernel/chineseNumber.ts';
import { formatMoney } from '../../../../shared/kernel/money.ts';
import { success } from '../../../../shared/kernel/result.ts';
import { governanceMeeting } from '../../../../shared/ledgers/partyLife/governanceMeeting.ts';
import { type Section, body, heading, sections, signatures } from '../../../documents/officeBlocks.ts';
import type { Block } from '../../../documents/officeDocument.ts';
import { formTable, listTable, numberColumn, pairsRow, wideRow } from '../../../documents/officeTables.ts';
import {
  alignedName,
  joined,
  orNothing,
  printedDate,
  printedTime,
  sentence,
} from '../../../documents/officeText.ts';
import type { RecordIn } from '../../../store/records/records.ts';
import { titlesOf } from '../../../store/records/titles.ts';
import { countPersons, recordReport } from '../report.ts';
import { headColumns } from './meetingRecordHead.ts';
import { doneText } from './meetingRecordSections.ts';

type Meeting = RecordIn<typeof governanceMeeting>['values'];
type Topic = Meeting['topics'][number];

interface MinutesData {
  readonly meeting: Meeting;
  readonly isDraft: boolean;
  readonly names: Readonly<Record<string, string>>;
}

/** 党组织会议记录 or 校长办公会议记录: topic by topic, preparation, speeches in their order, decision and who sees to it. */
export const governanceMinutes = recordReport({
  name: 'governanceMinutes',
  label: '决策会议记录',
  area: 'partyLife',
  ledger: governanceMeeting,
  gather: (h, { values: meeting, state }) =>
    success<MinutesData>({
      meeting,
      isDraft: state === 'draft',
      names: titlesOf(h, [
        ...peopleOf(meeting),
        ...meeting.topics.flatMap(({ decidedAt }) => decidedAt ?? []),
      ]),
    }),
  compose: (data, { schoolName }) => {
    const { meeting } = data;
    const paperName = `${meeting.kind.replace(/^学校/u, '')}记录`;
    return {
      name: `${paperName}_${meeting.heldOn.replaceAll('-', '')}_${meeting.title}`,
      document: {
        title: [schoolName, paperName],
        style: 'letter',
        pageNumbers: true,
        blocks: [
          headTable(data),
          ...sections([
            ...meeting.topics.map((topic, index): Section => [topic.name, topicBlocks(data, topic, index)]),
            ...followUp(data),
          ]),
          signatures(['主持人（签字）', '记录人（签字）']),
        ],
      },
      personCount: countPersons(peopleOf(meeting)),
      problems: problemsOf(data),
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
    .map((row) => `${names[row.staff] ?? ''}（${joined([row.state, row.reason], '，')}）`);
  return formTable(headColumns, [
    wideRow('会议名称', meeting.title),
    pairsRow({
      '时　间': printedTime(meeting.heldOn, meeting.startsAt, meeting.endsAt),
      '地　点': meeting.place,
    }),
    pairsRow({
      主持人: alignedName(names[meeting.host] ?? ''),
      记录人: alignedName(names[meeting.recorder] ?? ''),
    }),
    pairsRow({ '应　到': `${meeting.dueCount ?? 0}人`, '实　到': `${meeting.presentCount ?? 0}人` }),
    wideRow('出席人员', named(members.filter(({ state }) => state === '出席'))),
    wideRow('缺席人员\n及原因', orNothing(absent.join('、'))),
    wideRow('列席人员', named(meeting.attendance.filter(({ capacity }) => capacity === '列席'))),
  ]);
}

function topicBlocks({ meeting, names }: MinutesData, topic: Topic, index: number): Block[] {
  const named = (title: string, text: string | null) =>
    text === null || text === '' ? [] : body(sentence(`${title}：${text}`));
  const name = (id: string | null) => (id === null ? '' : (names[id] ?? ''));
  const speeches = meeting.speeches.filter((speech) => speech.topic === index + 1);
  const communicated = topic.communicatedOn && `${printedDate(topic.communicatedOn)}书记、校长沟通`;
  const opinion = topic.staffOpinion && `教代会（教职工大会）意见：${topic.staffOpinion}`;
  return [
    ...named(
      '议题类别',
      joined([topic.topicClass, topic.major === true && '属“三重一大”事项', amountWords(topic)], '，'),
    ),
    ...named('会前准备', joined([communicated, topic.review, opinion], '；')),
    ...named('提出人', name(topic.proposer)),
    ...named('汇报人', name(topic.reporter)),
    ...named('回避人员', topic.recused),
    ...(speeches.length === 0 ? [] : [heading('（一）发言情况', 2)]),
    ...body(
      ...speeches.map(({ speaker, points }) =>
        sentence(`${name(speaker)}：${points ?? '（没有记录发言要点）'}`),
      ),
    ),
    heading(`（${formatChineseNumber(speeches.length === 0 ? 1 : 2)}）会议决定`, 2),
    ...named('表决', voteWords(topic)),
    ...body(
      sentence(
        orNothing(
          joined([topic.decision, topic.decisionText, topic.decidedAt && `见${name(topic.decidedAt)}`], '。'),
        ),
      ),
    ),
    ...named('公开范围', topic.openTo),
  ];
}

function amountWords({ amount }: Topic): string {
  return amount === null ? '' : `金额${formatMoney(amount)}元`;
}

function voteWords(topic: Topic): string {
  const counted = topic.inFavour !== null || topic.against !== null || topic.abstained !== null;
  const ballots = counted
    ? `赞成${topic.inFavour ?? 0}票，反对${topic.against ?? 0}票，弃权${topic.abstained ?? 0}票`
    : '';
  return joined([topic.voteMode, ballots], '，');
}

/** Who does what until when, over all topics. */
function followUp({ meeting, names }: MinutesData): Section[] {
  const carried = meeting.topics.filter(({ owner, dueOn, progress }) => owner ?? dueOn ?? progress);
  if (carried.length === 0) return [];
  const list = listTable<Topic>(
    [
      numberColumn(2),
      { heading: '事项', share: 7, long: true, cell: (topic) => topic.name },
      { heading: '责任人', share: 3.6, cell: ({ owner }) => owner && alignedName(names[owner] ?? '') },
      { heading: '完成时限', share: 6.6, cell: ({ dueOn }) => printedDate(dueOn) },
      {
        heading: '落实情况',
        share: 5.4,
        long: true,
        cell: ({ progress, closedOn }) => doneText(progress, closedOn, '办结'),
      },
    ],
    carried,
  );
  return [['落实和督办', [list]]];
}

function problemsOf({ meeting, isDraft }: MinutesData): (string | false)[] {
  return [
    isDraft && '这份记录还是草稿，请完成后再打印存档。',
    meeting.attendance.length === 0 && '还没有填写出席情况，应到、实到人数为 0。',
    meeting.topics.length === 0 && '还没有填写议题。',
    ...meeting.topics
      .filter(({ decision }) => decision === null)
      .map(({ name }) => `议题“${name}”还没有填写决定。`),
  ];
}
