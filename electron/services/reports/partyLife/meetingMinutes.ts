import { success } from '../../../../shared/kernel/result.ts';
import { partyMeeting } from '../../../../shared/ledgers/partyLife/partyMeeting.ts';
import { meetingPaperName, peopleOf, readMeetingRecord, type MeetingRecord } from './meetingRecord.ts';
import { meetingBlocks } from './meetingRecordSections.ts';
import { recordReport } from '../report.ts';

/** 会议记录 of one meeting of any kind, with the fields of its kind (domain.md §1.6), as it is signed and filed. */
export const meetingMinutes = recordReport({
  name: 'meetingMinutes',
  label: '会议记录',
  area: 'partyLife',
  ledger: partyMeeting,
  gather: (h, record) => success(readMeetingRecord(h, record)),
  compose: (data) => {
    const { meeting, branchName } = data;
    const paperName = meetingPaperName(meeting.type);
    return {
      name: `${paperName}_${meeting.heldOn.replaceAll('-', '')}_${meeting.title}`,
      document: {
        title: [branchName, paperName],
        style: 'letter',
        pageNumbers: true,
        blocks: meetingBlocks(data),
      },
      personCount: peopleOf(meeting).length,
      problems: problemsOf(data),
    };
  },
});

function problemsOf({ meeting, isDraft }: MeetingRecord): (string | false)[] {
  const { type } = meeting;
  return [
    isDraft && '这份记录还是草稿，请完成后再打印存档。',
    meeting.attendance.length === 0 && type !== '谈心谈话' && '还没有填写出席情况，应到、实到人数为 0。',
    meeting.body === null && meeting.agenda.length === 0 && '还没有填写会议内容。',
    type === '党课' && (meeting.lecturer ?? meeting.lecturerOutside) === null && '还没有填写授课人。',
    type === '谈心谈话' && meeting.talkPartner === null && '还没有填写谈话对象。',
    type === '民主评议党员' && meeting.grades.length === 0 && '还没有填写评议结果。',
    type === '党小组会' && meeting.partyGroup === null && '还没有选党小组。',
  ];
}
