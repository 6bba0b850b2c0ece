import { success } from '../../../../shared/kernel/result.ts';
import { branch } from '../../../../shared/ledgers/partyLife/branch.ts';
import { committeePost } from '../../../../shared/ledgers/partyLife/committeePost.ts';
import { partyMeeting } from '../../../../shared/ledgers/partyLife/partyMeeting.ts';
import { partyMembership } from '../../../../shared/ledgers/partyLife/partyMembership.ts';
import { ends } from '../../../documents/officeBlocks.ts';
import type { TableCell, TableRow } from '../../../documents/officeDocument.ts';
import { headRow } from '../../../documents/officeTables.ts';
import { alignedName, blanks, printedTime } from '../../../documents/officeText.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import { getRecord, recordsOn, type RecordIn } from '../../../store/records/records.ts';
import { titlesOf } from '../../../store/records/titles.ts';
import { countPersons, recordReport } from '../report.ts';

interface SignInData {
  readonly branchName: string;
  readonly meeting: Meeting;
  readonly host: string;
  /** From the record's attendance, or, before the meeting, the roll of the day. */
  readonly people: readonly { readonly name: string; readonly note: string }[];
}

type Meeting = RecordIn<typeof partyMeeting>['values'];

/** Places kept free for guests and latecomers. */
const sparePlaces = 4;
/** So that a short list still fills a sheet. */
const fewestLines = 20;

/**
 * 签到表 to be signed by hand: printed before the meeting from the roll of that day, or afterwards from the record, with
 * absences noted.
 */
export const attendanceSheet = recordReport({
  name: 'attendanceSheet',
  label: '签到表',
  area: 'partyLife',
  ledger: partyMeeting,
  gather: (h, { values: meeting }) => {
    const rows =
      meeting.attendance.length === 0
        ? expected(h, meeting).map((member) => ({ member, note: '' }))
        : meeting.attendance.map(({ member, state }) => ({ member, note: state === '出席' ? '' : state }));
    const names = titlesOf(h, [meeting.host, meeting.branch, ...rows.map((row) => row.member)]);
    return success<SignInData>({
      branchName: getRecord(h, branch, meeting.branch)?.values.name ?? names[meeting.branch] ?? '',
      meeting,
      host: names[meeting.host] ?? '',
      people: rows.map((row) => ({ name: names[row.member] ?? '', note: row.note })),
    });
  },
  compose: ({ branchName, meeting, host, people }) => ({
    name: `签到表_${meeting.heldOn.replaceAll('-', '')}_${meeting.title}`,
    document: {
      title: [branchName, `${meeting.title}签到表`],
      style: 'form',
      blocks: [
        ends(
          `时间：${printedTime(meeting.heldOn, meeting.startsAt, meeting.endsAt)}`,
          `地点：${meeting.place}`,
        ),
        ends(
          `主持人：${host}`,
          `应到：${people.filter((person) => person.note !== '不计应到').length}人${blanks()}实到：${blanks(3)}人`,
        ),
        {
          kind: 'table',
          columns: [1.8, 3.8, 5.4, 4, 1.8, 3.8, 5.4, 4],
          headerRows: 1,
          rows: [
            headRow(['序号', '姓名', '签名', '备注', '序号', '姓名', '签名', '备注']),
            ...linesOf(people),
          ],
        },
      ],
    },
    personCount: countPersons([host, ...people.map((person) => person.name)]),
    problems: [people.length === 0 && '这一天支部没有在册党员，名单是空的。请检查党员名册里的所在党支部。'],
    rows: people.length,
  }),
});

/** Who is due at a meeting that is still to come: the committee, the group, or the whole branch on that day. */
function expected(h: ReadHandle, { type, branch: branchId, partyGroup, heldOn }: Meeting): readonly string[] {
  if (type === '支部委员会会议') {
    const posts = recordsOn(h, committeePost, heldOn, { where: { branch: branchId } });
    const seats = posts.filter(({ values: { post } }) => post.endsWith('书记') || post.endsWith('委员'));
    return [...new Set(seats.map(({ values }) => values.member))];
  }
  return recordsOn(h, partyMembership, heldOn, { where: { branch: branchId } })
    .filter(({ values: fact }) => partyGroup === null || fact.partyGroup === partyGroup)
    .map(({ values: fact }) => fact.member);
}

/** Names run down the left half and then down the right one, as the roll is read out. */
function linesOf(people: SignInData['people']): TableRow[] {
  const lines = Math.max(Math.ceil((people.length + sparePlaces) / 2), fewestLines);
  return Array.from({ length: lines }, (_, line) => ({
    heightMm: 9,
    cells: [...cellsOf(people, line), ...cellsOf(people, line + lines)],
  }));
}

function cellsOf(people: SignInData['people'], index: number): TableCell[] {
  const person = people[index];
  return [
    { text: String(index + 1) },
    { text: person ? alignedName(person.name) : '' },
    { text: '' },
    { text: person?.note ?? '' },
  ];
}
