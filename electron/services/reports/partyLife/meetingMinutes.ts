import { success } from '../../../../shared/kernel/result.ts';
import { partyMeeting } from '../../../../shared/ledgers/partyLife/partyMeeting.ts';
import {
  meetingPaperName,
  meetingSignatures,
  peopleOf,
  readMeetingRecord,
  type MeetingRecord,
} from './meetingRecord.ts';
import { meetingHead } from './meetingRecordHead.ts';
import { meetingSections } from './meetingRecordSections.ts';
import { defineReport, recordOfScope, type Paper } from '../report.ts';

/** 会议记录 of one meeting of any kind, with the fields of its kind (domain.md §1.6), as it is signed and filed. */
export const meetingMinutes = defineReport<MeetingRecord>({
  name: 'meetingMinutes',
  label: '会议记录',
  area: 'partyLife',
  formats: ['docx', 'pdf'],
  scope: { kind: 'record', ledger: 'partyMeeting' },
  gather: (h, scope) => {
    const found = recordOfScope(h, partyMeeting, scope);
    return found.ok ? success(readMeetingRecord(h, found.value)) : found;
  },
  compose: (data) => {
    const { meeting, branchName } = data;
    const paperName = meetingPaperName(meeting.type);
    return {
      name: `${paperName}_${meeting.heldOn.replaceAll('-', '')}_${meeting.title}`,
      document: {
        title: [branchName, paperName],
        orientation: 'portrait',
        style: 'letter',
        pageNumbers: true,
        blocks: [meetingHead(data), ...meetingSections(data), meetingSignatures(meeting.type)],
      },
      personCount: peopleOf(meeting).length,
      sensitiveColumns: [],
      problems: problemsOf(data),
      rows: 1,
    } satisfies Paper;
  },
});

function problemsOf({ meeting, isDraft }: MeetingRecord): string[] {
  const problems: string[] = [];
  if (isDraft) problems.push('这份记录还是草稿，请完成后再打印存档。');
  if (meeting.attendance.length === 0 && meeting.type !== '谈心谈话')
    problems.push('还没有填写出席情况，应到、实到人数为 0。');
  if (meeting.body === null && meeting.agenda.length === 0) problems.push('还没有填写会议内容。');
  if (meeting.type === '党课' && meeting.lecturer === null && meeting.lecturerOutside === null)
    problems.push('还没有填写授课人。');
  if (meeting.type === '谈心谈话' && meeting.talkPartner === null) problems.push('还没有填写谈话对象。');
  if (meeting.type === '民主评议党员' && meeting.grades.length === 0) problems.push('还没有填写评议结果。');
  if (meeting.type === '党小组会' && meeting.partyGroup === null) problems.push('还没有选党小组。');
  return problems;
}
