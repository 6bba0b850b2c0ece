import { formatChineseNumber } from '../../../../shared/kernel/chineseNumber.ts';
import { type Section, body, heading, sections, signatures } from '../../../documents/officeBlocks.ts';
import type { Block } from '../../../documents/officeDocument.ts';
import { listTable, numberColumn } from '../../../documents/officeTables.ts';
import { joined, nothing, orNothing, printedDate } from '../../../documents/officeText.ts';
import { nameIn, type MeetingRecord } from './meetingRecord.ts';
import { meetingHead } from './meetingRecordHead.ts';

type Meeting = MeetingRecord['meeting'];

type Campaign = NonNullable<MeetingRecord['campaign']>;

/** A 会议记录: head, the numbered parts of its kind, and the hands of those who answer for it. */
export function meetingBlocks(data: MeetingRecord): Block[] {
  const hands =
    data.meeting.type === '谈心谈话'
      ? ['谈话人（签字）', '谈话对象（签字）']
      : ['主持人（签字）', '记录人（签字）'];
  return [meetingHead(data), ...sections(partsOf(data)), signatures(hands)];
}

function partsOf(data: MeetingRecord): Section[] {
  const { meeting, campaign } = data;
  const { type } = meeting;
  const isTalk = type === '谈心谈话';
  const votes = meeting.votes.length > 0 || (type === '支部党员大会' && meeting.candidates.length === 0);
  const parts: readonly (Section | false)[] = [
    campaign !== null && ['会前准备', orNothing(preparationText(campaign))],
    meeting.studyMaterials !== null && ['学习内容', studyText(data)],
    meeting.agenda.length > 0 && [agendaTitle(type), agendaBlocks(data)],
    [isTalk ? '谈话内容' : type === '主题党日' ? '活动内容' : '会议内容', orNothing(meeting.body)],
    ...optional('讨论和心得', meeting.discussion),
    ...optional('批评与自我批评要点', meeting.criticism),
    ...optional('向支部汇报事项', meeting.reportedMatters),
    votes && ['表决情况', voteBlocks(meeting)],
    meeting.candidates.length > 0 && ['选举情况', electionBlocks(data)],
    type === '民主评议党员' && ['评议结果', orNothingListed(meeting.grades, () => gradeTable(data))],
    campaign !== null && campaign.problems.length > 0 && ['问题清单', [problemTable(data, campaign)]],
    campaign !== null &&
      campaign.rectifications.length > 0 && ['整改清单', [rectificationTable(data, campaign)]],
    !(isTalk && meeting.resolutions.length === 0) && [
      '议定事项',
      orNothingListed(meeting.resolutions, () => resolutionTable(data)),
    ],
    ['附件', orNothing(attachmentText(meeting))],
    ...optional('上级审阅意见', meeting.superiorReview),
  ];
  return parts.filter((part) => part !== false);
}

function optional(title: string, text: string | null): Section[] {
  return text === null || text.trim() === '' ? [] : [[title, text]];
}

function orNothingListed(rows: readonly unknown[], table: () => Block): string | Block[] {
  return rows.length === 0 ? nothing : [table()];
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

function studyText({ meeting, names }: MeetingRecord): string {
  const leader = meeting.studyLeader && `领学人：${names[meeting.studyLeader] ?? ''}`;
  return joined([meeting.studyMaterials, leader], '\n');
}

/** 方案2026年1月5日报批、1月8日批复；会前学习2次；…。 */
function preparationText(campaign: Campaign): string {
  const text = joined(
    [
      campaign.planFiledOn && `方案${printedDate(campaign.planFiledOn)}报批`,
      campaign.planApprovedOn && `方案${printedDate(campaign.planApprovedOn)}批复`,
      campaign.studyCount !== null && `会前学习${campaign.studyCount}次`,
      opinionText(campaign),
      campaign.talksDoneOn && `谈心谈话${printedDate(campaign.talksDoneOn)}完成`,
      campaign.selfCheckOn && `对照检查材料${printedDate(campaign.selfCheckOn)}完成`,
      campaign.reportedOn && `情况报告${printedDate(campaign.reportedOn)}上报`,
    ],
    '；',
  );
  return text && `${text}。`;
}

function opinionText({ opinionMethods, opinionPeople, opinionCount }: Campaign): string | null {
  if (opinionMethods === null && opinionPeople === null && opinionCount === null) return null;
  const people = opinionPeople === null ? '' : `${opinionPeople}人`;
  const count = opinionCount === null ? '' : `意见${opinionCount}条`;
  const method = opinionMethods === null ? '' : `以${opinionMethods}`;
  return `${method}征求${people}${count === '' ? '意见' : count}`;
}

function agendaBlocks({ meeting, names }: MeetingRecord): Block[] {
  return meeting.agenda.flatMap(({ item, speaker, speech }, index) => {
    const name = speaker === null ? '' : (names[speaker] ?? '');
    return [
      heading(`（${formatChineseNumber(index + 1)}）${item}`, 2),
      ...body(speech === null ? name && `发言人：${name}` : joined([name, speech], '：')),
    ];
  });
}

function voteBlocks(meeting: Meeting): Block[] {
  if (meeting.votes.length === 0) return body(nothing);
  const writers = meeting.votes.flatMap((vote) =>
    vote.writtenBy === null ? [] : [`${vote.candidate ?? vote.matter}：${vote.writtenBy}`],
  );
  return [
    listTable<Meeting['votes'][number]>(
      [
        {
          heading: '表决事项',
          share: 9,
          long: true,
          cell: ({ matter, candidate }) => `${matter}${candidate === null ? '' : `（${candidate}）`}`,
        },
        { heading: '方式', share: 4, cell: ({ mode }) => mode },
        { heading: '应到有\n表决权', share: 3.4, cell: ({ dueVoters }) => dueVoters },
        { heading: '实到有\n表决权', share: 3.4, cell: ({ presentVoters }) => presentVoters },
        { heading: '赞成', share: 2.6, cell: ({ inFavour }) => inFavour },
        { heading: '反对', share: 2.6, cell: ({ against }) => against },
        { heading: '弃权', share: 2.6, cell: ({ abstained }) => abstained },
        { heading: '其中\n书面', share: 3, cell: ({ written }) => written ?? 0 },
        { heading: '结果', share: 3.4, cell: ({ outcome }) => outcome },
      ],
      meeting.votes,
    ),
    ...body(writers.length === 0 ? '' : `会前书面意见人：${writers.join('；')}。`),
    ...(meeting.candidates.length === 0 ? ballotStaff(meeting) : []),
  ];
}

/** 监票人：…；计票人：…. */
function ballotStaff({ scrutineers, tellers, callers }: Meeting): Block[] {
  const text = joined(
    [
      scrutineers && `监票人：${scrutineers}`,
      tellers && `计票人：${tellers}`,
      callers && `唱票人：${callers}`,
    ],
    '；',
  );
  return body(text && `${text}。`);
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
    ...body(known.length === 0 ? '' : `${known.join('，')}。`),
    listTable<Meeting['candidates'][number]>(
      [
        numberColumn(2),
        { heading: '姓名', share: 4, cell: ({ candidate }) => nameIn(data, candidate) },
        { heading: '职务', share: 5, cell: ({ post }) => post },
        { heading: '提名', share: 4, cell: ({ nominated }) => nominated },
        { heading: '赞成', share: 3, cell: ({ inFavour }) => inFavour },
        { heading: '不赞成', share: 3, cell: ({ against }) => against },
        { heading: '弃权', share: 3, cell: ({ abstained }) => abstained },
        { heading: '当选', share: 3, cell: ({ elected }) => (elected === true ? '是' : '否') },
      ],
      meeting.candidates,
    ),
    ...ballotStaff(meeting),
  ];
}

function gradeTable(data: MeetingRecord): Block {
  return listTable<Meeting['grades'][number]>(
    [
      numberColumn(1.5, '序\n号'),
      { heading: '姓名', share: 2.5, cell: ({ member }) => nameIn(data, member) },
      { heading: '自评', share: 1.9, cell: ({ selfGrade }) => selfGrade },
      { heading: '互评', share: 1.9, cell: ({ peerGrade }) => peerGrade },
      { heading: '优秀\n票', share: 1.8, cell: ({ excellentVotes }) => excellentVotes },
      { heading: '合格\n票', share: 1.8, cell: ({ qualifiedVotes }) => qualifiedVotes },
      { heading: '基本\n合格', share: 1.9, cell: ({ basicVotes }) => basicVotes },
      { heading: '不合\n格票', share: 1.9, cell: ({ unqualifiedVotes }) => unqualifiedVotes },
      { heading: '评定\n等次', share: 1.9, cell: ({ grade }) => grade },
      { heading: '评语', share: 6.6, long: true, cell: ({ remark }) => remark },
      {
        heading: '反馈\n签字',
        share: 2.8,
        cell: ({ feedbackOn }) => feedbackOn && feedbackOn.slice(5).replace('-', '.'),
      },
    ],
    data.meeting.grades,
  );
}

function problemTable(data: MeetingRecord, { problems }: Campaign): Block {
  return listTable<Campaign['problems'][number]>(
    [
      numberColumn(1.6),
      {
        heading: '查摆对象',
        share: 4,
        cell: ({ member, owner }) => (member === null ? owner : nameIn(data, member)),
      },
      { heading: '问题', share: 10, long: true, cell: ({ problem }) => problem },
      { heading: '来源', share: 4, cell: ({ source }) => source },
    ],
    problems,
  );
}

function rectificationTable(data: MeetingRecord, { rectifications }: Campaign): Block {
  return listTable<Campaign['rectifications'][number]>(
    [
      numberColumn(1.8),
      { heading: '问题', share: 5.5, long: true, cell: ({ problem }) => problem },
      { heading: '整改措施', share: 6, long: true, cell: ({ measure }) => measure },
      { heading: '责任人', share: 3, cell: ({ owner }) => nameIn(data, owner) },
      { heading: '时限', share: 6.6, cell: ({ dueOn }) => printedDate(dueOn) },
      {
        heading: '销号情况',
        share: 3.8,
        long: true,
        cell: ({ result, closedOn }) => doneText(result, closedOn, '销号'),
      },
    ],
    rectifications,
  );
}

function resolutionTable(data: MeetingRecord): Block {
  return listTable<Meeting['resolutions'][number]>(
    [
      numberColumn(1.8),
      { heading: '议定事项', share: 8, long: true, cell: ({ content }) => content },
      { heading: '责任人', share: 3.2, cell: ({ owner }) => nameIn(data, owner) },
      { heading: '完成时限', share: 6.8, cell: ({ dueOn }) => printedDate(dueOn) },
      {
        heading: '落实情况',
        share: 6.2,
        long: true,
        cell: ({ progress, closedOn }) => doneText(progress, closedOn, '办结'),
      },
    ],
    data.meeting.resolutions,
  );
}

/** 已上报，2026年11月18日办结. */
export function doneText(progress: string | null, closedOn: string | null, word: string): string {
  return joined([progress, closedOn && `${printedDate(closedOn)}${word}`], '，');
}

/** 签到表1份、照片2份. */
function attachmentText(meeting: Meeting): string {
  const counts = new Map<string, number>();
  for (const file of meeting.files) counts.set(file.kind, (counts.get(file.kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => `${kind}${count}份`).join('、');
}
