import { success } from '../../../../shared/kernel/result.ts';
import { staff } from '../../../../shared/ledgers/base/staff.ts';
import { ethicsTalk } from '../../../../shared/ledgers/ethics/ethicsTalk.ts';
import type { TableRow } from '../../../documents/officeDocument.ts';
import { alignedName, blanks, printedDate } from '../../../documents/officeText.ts';
import { getRecord, type RecordIn } from '../../../store/records/records.ts';
import { titlesOf } from '../../../store/records/titles.ts';
import { schoolOf } from '../../school/schoolOf.ts';
import { defineReport, recordOfScope } from '../report.ts';
import { label, pairsRow } from '../tableCells.ts';

interface TalkData {
  readonly schoolName: string;
  readonly talk: RecordIn<typeof ethicsTalk>['values'];
  readonly person: RecordIn<typeof staff>['values'] | null;
  readonly talkers: readonly string[];
}

/** 提醒、诫勉、谈心谈话记录 and home visits (domain.md §4.6), for the signatures. */
export const ethicsTalkRecord = defineReport<TalkData>({
  name: 'ethicsTalkRecord',
  label: '师德谈话记录',
  area: 'ethics',
  formats: ['docx', 'pdf'],
  scope: { kind: 'record', ledger: 'ethicsTalk' },
  gather: (h, scope) => {
    const found = recordOfScope(h, ethicsTalk, scope);
    if (!found.ok) return found;
    const talk = found.value.values;
    const names = titlesOf(h, talk.talkers);
    return success({
      schoolName: schoolOf(h).values.name,
      talk,
      person: getRecord(h, staff, talk.staff)?.values ?? null,
      talkers: talk.talkers.map((id) => names[id] ?? ''),
    });
  },
  compose: (data) => ({
    name: `${data.talk.kind}记录_${data.talk.heldOn.replaceAll('-', '')}_${data.person?.name ?? ''}`,
    document: {
      title: [data.schoolName, `${data.talk.kind}记录`],
      orientation: 'portrait',
      style: 'form',
      pageNumbers: false,
      blocks: [{ kind: 'table', columns: [2.8, 5.6, 2.8, 5.6], headerRows: 0, rows: rowsOf(data) }],
    },
    personCount: 1 + data.talkers.length,
    sensitiveColumns: ['事由', '谈话内容'],
    problems: [
      ...(data.talk.content === null ? ['还没有填写谈话内容，打印后手写。'] : []),
      ...(data.talk.kind === '诫勉谈话' && data.talk.mendBy === null ? ['诫勉谈话还没有填写整改期限。'] : []),
    ],
    rows: 1,
  }),
});

function rowsOf({ talk, person, talkers }: TalkData): TableRow[] {
  const visit = talk.kind === '家访';
  const day = `年${blanks(2)}月${blanks(2)}日`;
  const role = person?.post ?? person?.subject ?? person?.staffKind ?? '';
  const writing = (name: string, text: string | null, heightMm: number): TableRow => ({
    cells: [label(name), { text: text ?? '', columns: 3, align: 'left', vertical: 'top' }],
    heightMm,
    mayBreak: true,
  });
  return [
    pairsRow(
      [
        [visit ? '家访教师' : '谈话对象', alignedName(person?.name ?? '')],
        ['岗　位', role],
      ],
      10,
    ),
    pairsRow(
      [
        ['时　间', printedDate(talk.heldOn)],
        ['地　点', talk.place ?? ''],
      ],
      10,
    ),
    pairsRow(
      [
        [visit ? '同行人' : '谈话人', talkers.map(alignedName).join('、')],
        ['类　型', talk.kind],
      ],
      10,
    ),
    writing('事　由', talk.reason, 16),
    writing(visit ? '家访内容' : '谈话内容', talk.content, visit ? 110 : 78),
    writing(visit ? '家长意见' : '本人表态', talk.reply, 30),
    ...(visit
      ? []
      : [
          writing('要　求', talk.demands, 26),
          pairsRow(
            [
              ['整改期限', printedDate(talk.mendBy)],
              ['整改完成', printedDate(talk.mendedOn)],
            ],
            10,
          ),
        ]),
    {
      cells: [
        label(visit ? '同行人\n签　字' : '谈话人\n签　字'),
        { text: '', foot: day },
        label(visit ? '教　师\n签　字' : '谈话对象\n签　　字'),
        { text: '', foot: day },
      ],
      heightMm: 20,
    },
  ];
}
