import type { MeetingType } from '../../../../../shared/domain/partyLife/words.ts';
import type { Block } from '../../../../documents/officeDocument.ts';
import { listedDate } from '../../../../documents/officeText.ts';
import { nameIn } from '../meetingRecord.ts';
import { meetingBlocks } from '../meetingRecordSections.ts';
import { listedTalkKind } from '../talkList.ts';
import { chapterList, type Chapter } from './chapterList.ts';
import type { HandbookData } from './handbookData.ts';

/** Records of 三会一课 and the other meetings: a list first, then every record on a page of its own. */
const kinds: readonly { readonly title: string; readonly types: readonly MeetingType[] }[] = [
  { title: '支部党员大会记录', types: ['支部党员大会'] },
  { title: '支部委员会会议记录', types: ['支部委员会会议'] },
  { title: '党小组会记录', types: ['党小组会'] },
  { title: '党课记录', types: ['党课'] },
  { title: '主题党日活动记录', types: ['主题党日'] },
  { title: '组织生活会记录', types: ['组织生活会', '民主生活会'] },
  { title: '民主评议党员记录', types: ['民主评议党员'] },
  { title: '集中学习记录', types: ['集中学习'] },
];

export function recordChapters(data: HandbookData): Chapter[] {
  return kinds.map(({ title, types }) => ({ title, blocks: recordsOf(data, types) }));
}

function recordsOf({ meetings }: HandbookData, types: readonly MeetingType[]): Block[] {
  const records = meetings.filter(({ meeting }) => types.includes(meeting.type));
  return [
    ...chapterList(
      [
        { heading: '日期', share: 4, cell: ({ meeting }) => listedDate(meeting.heldOn) },
        { heading: '名称', share: 7.6, long: true, cell: ({ meeting }) => meeting.title },
        { heading: '地点', share: 5.2, cell: ({ meeting }) => meeting.place },
        { heading: '主持人', share: 2.4, cell: (record) => nameIn(record, record.meeting.host) },
        { heading: '应到', share: 1.6, cell: ({ meeting }) => meeting.dueCount },
        { heading: '实到', share: 1.6, cell: ({ meeting }) => meeting.presentCount },
      ],
      records,
    ),
    ...records.flatMap((record): Block[] => [
      { kind: 'newSheet', title: [record.meeting.title] },
      ...meetingBlocks(record),
    ]),
  ];
}

/** 谈心谈话: who with whom; what was said stands in the signed forms. */
export function talkChapter({ talks, meetings, names }: HandbookData): Chapter {
  const asMeetings = meetings
    .filter(({ meeting }) => meeting.type === '谈心谈话')
    .map((record) => ({
      heldOn: record.meeting.heldOn,
      talker: nameIn(record, record.meeting.host),
      partner: nameIn(record, record.meeting.talkPartner),
      kind: '谈心谈话',
      place: record.meeting.place,
    }));
  const own = talks.map((talk) => ({
    ...talk,
    talker: nameIn({ names }, talk.talker),
    partner: nameIn({ names }, talk.partner),
    kind: listedTalkKind(talk.kind),
  }));
  return {
    title: '谈心谈话',
    blocks: chapterList(
      [
        { heading: '日期', share: 4.6, cell: ({ heldOn }) => listedDate(heldOn) },
        { heading: '谈话人', share: 3, cell: ({ talker }) => talker },
        { heading: '谈话对象', share: 3, cell: ({ partner }) => partner },
        { heading: '谈话类型', share: 4, cell: ({ kind }) => kind },
        { heading: '地点', share: 4, cell: ({ place }) => place },
      ],
      [...own, ...asMeetings].toSorted((a, b) => a.heldOn.localeCompare(b.heldOn)),
    ),
  };
}
