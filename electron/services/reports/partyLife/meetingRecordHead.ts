import type { MeetingType } from '../../../../shared/domain/partyLife/words.ts';
import type { Block, TableRow } from '../../../documents/officeDocument.ts';
import { formTable, pairsRow, wideRow } from '../../../documents/officeTables.ts';
import { joined, nothing, orNothing, printedDate, printedTime } from '../../../documents/officeText.ts';
import { nameIn, type MeetingRecord } from './meetingRecord.ts';

/** Wide enough for a day with its times, and for a room of nine characters. */
export const headColumns = [2.7, 7.7, 2, 4.6];
/** 谈话对象 has one character more. */
const talkColumns = [2.7, 7.5, 2.3, 4.5];

/** The table on top of a 会议记录: the common header and the rows of its kind (domain.md §1.6). */
export function meetingHead(data: MeetingRecord): Block {
  const { meeting } = data;
  const isTalk = meeting.type === '谈心谈话';
  const rows: TableRow[] = [
    wideRow(nameLabelOf(meeting.type), meeting.title),
    ...optionalRow('届次序号', meeting.sessionNumber),
    pairsRow({
      '时　间': printedTime(meeting.heldOn, meeting.startsAt, meeting.endsAt),
      '地　点': meeting.place,
    }),
    isTalk
      ? pairsRow({ 谈话人: nameIn(data, meeting.host), 谈话对象: nameIn(data, meeting.talkPartner) })
      : pairsRow({ 主持人: nameIn(data, meeting.host), 记录人: nameIn(data, meeting.recorder) }),
    ...kindRows(data),
  ];
  if (isTalk) return formTable(talkColumns, rows);
  const present = meeting.attendance.filter((row) => row.state === '出席');
  return formTable(headColumns, [
    ...rows,
    pairsRow({ '应　到': `${meeting.dueCount ?? 0}人`, '实　到': `${meeting.presentCount ?? 0}人` }),
    wideRow('出席人员', orNothing(present.map((row) => data.names[row.member] ?? '').join('、'))),
    wideRow('缺席人员\n及原因', absencesOf(data)),
    wideRow('列席人员', orNothing(meeting.guests)),
    ...optionalRow(
      '同场开展',
      meeting.heldTogetherWith
        .map((id) => data.names[id] ?? '')
        .filter((name) => name !== '')
        .join('、'),
    ),
    wideRow('议　题', orNothing(meeting.topics)),
  ]);
}

/** Only where there is something to say. */
function optionalRow(name: string, text: string | null): TableRow[] {
  return text === null || text === '' ? [] : [wideRow(name, text)];
}

function nameLabelOf(type: MeetingType): string {
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
function kindRows(data: MeetingRecord): TableRow[] {
  const { meeting, names } = data;
  const hours = counted(meeting.studyHours, '学时');
  switch (meeting.type) {
    case '支部党员大会':
      return [wideRow('前置支委会', orNothing(meeting.preparedBy && names[meeting.preparedBy]))];
    case '支部委员会会议':
      return [
        wideRow('议题来源', orNothing(meeting.topicSource)),
        wideRow('提交党员\n大会', meeting.toAssembly === true ? '提交' : '不提交'),
      ];
    case '党小组会':
      return [
        pairsRow({
          党小组: orNothing(meeting.partyGroup && names[meeting.partyGroup]),
          '组　长': orNothing(data.groupLeaders.join('、')),
        }),
      ];
    case '党课':
      return [
        pairsRow({
          授课人:
            meeting.lecturer === null ? orNothing(meeting.lecturerOutside) : nameIn(data, meeting.lecturer),
          '身　份': orNothing(meeting.lecturerRole),
        }),
        wideRow('党课题目', orNothing(meeting.lectureTitle)),
        wideRow('听课对象', orNothing(meeting.audience)),
        wideRow('学　时', hours),
      ];
    case '主题党日':
      return [
        wideRow('活动形式', orNothing(meeting.activityForms.join('、'))),
        pairsRow({ '志愿服务\n时　　长': counted(meeting.volunteerHours, '小时'), '学　时': hours }),
        wideRow('支委会\n研究记录', orNothing(meeting.themeMeeting && names[meeting.themeMeeting])),
      ];
    case '组织生活会':
    case '民主生活会':
      return [
        ...(data.campaign?.theme ? [wideRow('会议主题', data.campaign.theme)] : []),
        wideRow('上级派员', orNothing(meeting.superiorPresent ?? data.campaign?.superiorPresent)),
        pairsRow({
          '自　我\n批　评': counted(meeting.selfCriticismCount, '条'),
          '相互\n批评': counted(meeting.mutualCriticismCount, '条'),
        }),
      ];
    case '民主评议党员':
      return [
        pairsRow({
          参评党员: `${meeting.grades.filter((row) => row.grade !== '不评等次').length}人`,
          '收　回\n测评票': counted(meeting.reviewBallots, '张'),
        }),
      ];
    case '集中学习':
      return [pairsRow({ 学习方式: orNothing(meeting.studyMode), '学　时': hours })];
    default:
      return [];
  }
}

function counted(count: number | null, unit: string): string {
  return count === null ? nothing : `${count}${unit}`;
}

/** 张三（病假，李四批准，家中有事，2026年3月5日补学）. */
function absencesOf({ meeting, names }: MeetingRecord): string {
  const absent = meeting.attendance.filter((row) => row.state !== '出席');
  return orNothing(
    absent
      .map((row) => {
        const notes = joined(
          [
            row.state,
            row.reason === row.state ? null : row.reason,
            row.approvedBy === null ? null : `${row.approvedBy}批准`,
            row.madeUpOn === null ? null : `${printedDate(row.madeUpOn)}补学`,
          ],
          '，',
        );
        return `${names[row.member] ?? ''}（${notes}）`;
      })
      .join('、'),
  );
}
