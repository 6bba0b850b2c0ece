import { success } from '../../../../shared/kernel/result.ts';
import { branch } from '../../../../shared/ledgers/partyLife/branch.ts';
import { committeePost } from '../../../../shared/ledgers/partyLife/committeePost.ts';
import { partyMeeting } from '../../../../shared/ledgers/partyLife/partyMeeting.ts';
import { partyMembership } from '../../../../shared/ledgers/partyLife/partyMembership.ts';
import type { TableCell, TableRow } from '../../../documents/officeDocument.ts';
import { blanks, alignedName, printedTime } from '../../../documents/officeText.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import { getRecord, recordsOn, type RecordIn } from '../../../store/records/records.ts';
import { titlesOf } from '../../../store/records/titles.ts';
import { defineReport, recordOfScope } from '../report.ts';
import { headRow } from '../tableCells.ts';

interface SignInData {
  readonly branchName: string;
  readonly title: string;
  readonly heldOn: string;
  readonly time: string;
  readonly place: string;
  readonly host: string;
  readonly people: readonly { readonly name: string; readonly note: string }[];
  /** From the record's attendance, or, before the meeting, the roll of the day. */
  readonly fromRoll: boolean;
}

/** Places kept free for guests and latecomers. */
const sparePlaces = 4;
/** So that a short list still fills a sheet. */
const fewestLines = 20;

/**
 * 签到表 to be signed by hand: printed before the meeting from the roll of that day, or afterwards from the record, with
 * absences noted.
 */
export const attendanceSheet = defineReport<SignInData>({
  name: 'attendanceSheet',
  label: '签到表',
  area: 'partyLife',
  formats: ['docx', 'pdf'],
  scope: { kind: 'record', ledger: 'partyMeeting' },
  gather: (h, scope) => {
    const found = recordOfScope(h, partyMeeting, scope);
    if (!found.ok) return found;
    const { values } = found.value;
    const fromRoll = values.attendance.length === 0;
    const rows = fromRoll
      ? expected(h, values).map((member) => ({ member, note: '' }))
      : values.attendance.map((row) => ({
          member: row.member,
          note: row.state === '出席' ? '' : row.state,
        }));
    const names = titlesOf(h, [values.host, values.branch, ...rows.map((row) => row.member)]);
    return success({
      branchName: getRecord(h, branch, values.branch)?.values.name ?? names[values.branch] ?? '',
      title: values.title,
      heldOn: values.heldOn,
      time: printedTime(values.heldOn, values.startsAt, values.endsAt),
      place: values.place,
      host: names[values.host] ?? '',
      people: rows.map((row) => ({ name: names[row.member] ?? '', note: row.note })),
      fromRoll,
    });
  },
  compose: (data) => ({
    name: `签到表_${data.heldOn.replaceAll('-', '')}_${data.title}`,
    document: {
      title: [data.branchName, `${data.title}签到表`],
      orientation: 'portrait',
      style: 'form',
      pageNumbers: false,
      blocks: [
        { kind: 'ends', left: `时间：${data.time}`, right: `地点：${data.place}` },
        {
          kind: 'ends',
          left: `主持人：${data.host}`,
          right: `应到：${data.people.filter((person) => person.note !== '不计应到').length}人${blanks()}实到：${blanks(3)}人`,
        },
        {
          kind: 'table',
          columns: [1.8, 3.8, 5.4, 4, 1.8, 3.8, 5.4, 4],
          headerRows: 1,
          rows: [
            headRow(['序号', '姓名', '签名', '备注', '序号', '姓名', '签名', '备注']),
            ...linesOf(data.people),
          ],
        },
      ],
    },
    personCount: new Set([data.host, ...data.people.map((person) => person.name)]).size,
    sensitiveColumns: [],
    problems:
      data.people.length === 0 ? ['这一天支部没有在册党员，名单是空的。请检查党员名册里的所在党支部。'] : [],
    rows: data.people.length,
  }),
});

/** Who is due at a meeting that is still to come: the committee, the group, or the whole branch on that day. */
function expected(
  h: ReadHandle,
  { type, branch: branchId, partyGroup, heldOn }: RecordIn<typeof partyMeeting>['values'],
): readonly string[] {
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
