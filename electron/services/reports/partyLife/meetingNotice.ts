import { formatChineseNumber } from '../../../../shared/kernel/chineseNumber.ts';
import { formatWeekday } from '../../../../shared/kernel/plainDate.ts';
import { success } from '../../../../shared/kernel/result.ts';
import type { MeetingType } from '../../../../shared/domain/partyLife/words.ts';
import { branch } from '../../../../shared/ledgers/partyLife/branch.ts';
import { partyMeeting } from '../../../../shared/ledgers/partyLife/partyMeeting.ts';
import { body, line, sealed } from '../../../documents/officeBlocks.ts';
import type { Block } from '../../../documents/officeDocument.ts';
import { printedDate, withoutStop } from '../../../documents/officeText.ts';
import { getRecord, type RecordIn } from '../../../store/records/records.ts';
import { titlesOf } from '../../../store/records/titles.ts';
import { countPersons, recordReport } from '../report.ts';

interface NoticeData {
  readonly branchName: string;
  readonly today: string;
  readonly meeting: RecordIn<typeof partyMeeting>['values'];
  readonly names: Readonly<Record<string, string>>;
}

/** 会议通知 of a meeting that is still to come: when, where, what about, who comes, what to prepare. */
export const meetingNotice = recordReport({
  name: 'meetingNotice',
  label: '会议通知',
  area: 'partyLife',
  ledger: partyMeeting,
  gather: (h, { values: meeting }, { today }) => {
    const { branch: branchId, partyGroup, host, lecturer, studyLeader } = meeting;
    const names = titlesOf(
      h,
      [branchId, partyGroup, host, lecturer, studyLeader].filter((id) => id !== null),
    );
    const branchName = getRecord(h, branch, branchId)?.values.name ?? names[branchId] ?? '';
    return success<NoticeData>({ branchName, today, meeting, names });
  },
  compose: (data) => {
    const { branchName, meeting } = data;
    return {
      name: `会议通知_${meeting.heldOn.replaceAll('-', '')}_${meeting.title}`,
      document: {
        title: [branchName, '会议通知'],
        style: 'letter',
        blocks: noticeBlocks(data),
      },
      personCount: countPersons([meeting.host, meeting.lecturer, meeting.studyLeader]),
      problems: problemsOf(data),
    };
  },
});

function noticeBlocks(data: NoticeData): Block[] {
  const { meeting, names, branchName, today } = data;
  const parts: readonly (readonly [string, string])[] = [
    [
      '时间',
      `${printedDate(meeting.heldOn)}（${formatWeekday(meeting.heldOn)}）${meeting.startsAt}，会期预计至${meeting.endsAt}。`,
    ],
    ['地点', `${meeting.place}。`],
    ['主持人', `${names[meeting.host] ?? ''}同志。`],
    ['议题', meeting.topics === null ? '另行通知。' : `${withoutStop(meeting.topics)}。`],
    ['参加人员', attendees(data)],
    ...preparations(data),
  ];
  return [
    line(`${addressees(meeting.type)}：`),
    ...body(
      `经研究，定于${printedDate(meeting.heldOn)}${heldVerb(meeting.type)}${meeting.title}，现将有关事项通知如下。`,
      // One line each: a notice with its date belongs on one page.
      ...parts.map(([title, text], index) => `${formatChineseNumber(index + 1)}、${title}：${text}`),
      `请参加人员提前10分钟到场签到。因故不能参加的，会前向${meeting.type === '党小组会' ? '党小组组长' : '支部书记'}请假，会后补学。`,
    ),
    sealed(branchName, today < meeting.heldOn ? today : null),
  ];
}

/** 召开 is said of meetings only. */
function heldVerb(type: MeetingType): string {
  switch (type) {
    case '党课':
      return '举办';
    case '主题党日':
    case '民主评议党员':
    case '集中学习':
    case '谈心谈话':
      return '开展';
    default:
      return '召开';
  }
}

function addressees(type: MeetingType): string {
  switch (type) {
    case '支部委员会会议':
      return '各支部委员';
    case '党小组会':
      return '本小组各位党员';
    case '民主生活会':
      return '各班子成员';
    case '谈心谈话':
      return '有关党员';
    default:
      return '支部各位党员';
  }
}

function attendees({ meeting, names }: NoticeData): string {
  const guests = meeting.guests === null ? '' : `列席：${meeting.guests}。`;
  const group = meeting.partyGroup === null ? null : names[meeting.partyGroup];
  const own: Partial<Record<MeetingType, string>> = {
    支部委员会会议: '全体支部委员。',
    党小组会: `${group ?? '本小组'}全体党员。`,
    民主生活会: '领导班子全体成员。',
    谈心谈话: '谈话双方。',
    党课: meeting.audience === null ? '全体党员。' : `${withoutStop(meeting.audience)}。`,
  };
  return `${own[meeting.type] ?? '全体正式党员和预备党员。'}${guests}`;
}

/** What the kind of meeting asks of those who come. */
function preparations({ meeting, names }: NoticeData): (readonly [string, string])[] {
  const words: string[] = [];
  if (meeting.studyMaterials !== null) {
    const leader = meeting.studyLeader === null ? '' : `，由${names[meeting.studyLeader] ?? ''}同志领学`;
    words.push(`预先阅读：${meeting.studyMaterials}${leader}。`);
  }
  switch (meeting.type) {
    case '支部委员会会议':
      words.push('请对议题准备意见，会上逐人发言。');
      break;
    case '党课':
      words.push(
        `授课人${meeting.lecturer === null ? (meeting.lecturerOutside ?? '（待定）') : `${names[meeting.lecturer] ?? ''}同志`}备好讲稿，参加人员带学习笔记。`,
      );
      break;
    case '主题党日':
      words.push('请佩戴党员徽章，当月党费一并交纳。');
      break;
    case '组织生活会':
    case '民主生活会':
      words.push('请做好会前学习和谈心谈话，写好对照检查发言提纲，带头开展批评和自我批评。');
      break;
    case '民主评议党员':
      words.push('请写好个人总结，会上自评、互评并填写测评票。');
      break;
    default:
      if (meeting.votes.length > 0 || meeting.candidates.length > 0)
        words.push('会上将进行表决，请有表决权的党员务必到会。');
  }
  return words.length === 0 ? [] : [['会前准备', words.join('')]];
}

function problemsOf({ meeting, today }: NoticeData): (string | false)[] {
  return [
    meeting.topics === null && '还没有填写议题，通知里写的是“另行通知”。',
    meeting.heldOn <= today && '会议日期不在今天之后，通知的落款日期空着。',
  ];
}
