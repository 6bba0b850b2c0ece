import type { MeetingType } from '../../../../../shared/domain/partyLife/words.ts';
import type { Block } from '../../../../documents/officeDocument.ts';
import { alignedName, listedDate, printedDate } from '../../../../documents/officeText.ts';
import { meetingSignatures } from '../meetingRecord.ts';
import { meetingHead } from '../meetingRecordHead.ts';
import { meetingSections } from '../meetingRecordSections.ts';
import { listedTalkKind } from '../talkList.ts';
import { chapterList } from './chapterTables.ts';
import type { Chapter } from './chapter.ts';
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
        { title: '日期', share: 4 },
        { title: '名称', share: 7.6, long: true },
        { title: '地点', share: 5.2 },
        { title: '主持人', share: 2.4 },
        { title: '应到', share: 1.6 },
        { title: '实到', share: 1.6 },
      ],
      records.map(({ meeting, names }) => [
        listedDate(meeting.heldOn),
        meeting.title,
        meeting.place,
        alignedName(names[meeting.host] ?? ''),
        meeting.dueCount,
        meeting.presentCount,
      ]),
    ),
    ...records.flatMap((record): Block[] => [
      { kind: 'newSheet', title: [record.meeting.title] },
      meetingHead(record),
      ...meetingSections(record),
      meetingSignatures(record.meeting.type),
    ]),
  ];
}

/** 谈心谈话: who with whom; what was said stands in the signed forms. */
export function talkChapter({ talks, meetings, names }: HandbookData): Chapter {
  const asMeetings = meetings.flatMap(({ meeting, names: own }) =>
    meeting.type === '谈心谈话'
      ? [
          {
            heldOn: meeting.heldOn,
            row: [
              printedDate(meeting.heldOn),
              alignedName(own[meeting.host] ?? ''),
              meeting.talkPartner === null ? '' : alignedName(own[meeting.talkPartner] ?? ''),
              '谈心谈话',
              meeting.place,
            ],
          },
        ]
      : [],
  );
  const own = talks.map((talk) => ({
    heldOn: talk.heldOn,
    row: [
      printedDate(talk.heldOn),
      alignedName(names[talk.talker] ?? ''),
      alignedName(names[talk.partner] ?? ''),
      listedTalkKind(talk.kind),
      talk.place ?? '',
    ],
  }));
  return {
    title: '谈心谈话',
    blocks: chapterList(
      [
        { title: '日期', share: 4.6 },
        { title: '谈话人', share: 3 },
        { title: '谈话对象', share: 3 },
        { title: '谈话类型', share: 4 },
        { title: '地点', share: 4 },
      ],
      [...own, ...asMeetings].toSorted((a, b) => a.heldOn.localeCompare(b.heldOn)).map(({ row }) => row),
    ),
  };
}
