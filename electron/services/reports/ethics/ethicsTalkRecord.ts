import { success } from '../../../../shared/kernel/result.ts';
import { staff } from '../../../../shared/ledgers/base/staff.ts';
import { ethicsTalk } from '../../../../shared/ledgers/ethics/ethicsTalk.ts';
import type { TableRow } from '../../../documents/officeDocument.ts';
import { formTable, handsRow, pairsRow, writingRow } from '../../../documents/officeTables.ts';
import { alignedName, printedDate } from '../../../documents/officeText.ts';
import { getRecord, type RecordIn } from '../../../store/records/records.ts';
import { titlesOf } from '../../../store/records/titles.ts';
import { recordReport } from '../report.ts';

interface TalkData {
  readonly talk: RecordIn<typeof ethicsTalk>['values'];
  readonly person: RecordIn<typeof staff>['values'] | null;
  readonly talkers: readonly string[];
}

/** 提醒、诫勉、谈心谈话记录 and home visits (domain.md §4.6), for the signatures. */
export const ethicsTalkRecord = recordReport({
  name: 'ethicsTalkRecord',
  label: '师德谈话记录',
  area: 'ethics',
  ledger: ethicsTalk,
  gather: (h, { values: talk }) => {
    const names = titlesOf(h, talk.talkers);
    return success<TalkData>({
      talk,
      person: getRecord(h, staff, talk.staff)?.values ?? null,
      talkers: talk.talkers.map((id) => names[id] ?? ''),
    });
  },
  compose: (data, { schoolName }) => {
    const { talk, person, talkers } = data;
    return {
      name: `${talk.kind}记录_${talk.heldOn.replaceAll('-', '')}_${person?.name ?? ''}`,
      document: {
        title: [schoolName, `${talk.kind}记录`],
        style: 'form',
        blocks: [formTable([2.8, 5.6, 2.8, 5.6], rowsOf(data))],
      },
      personCount: 1 + talkers.length,
      sensitiveColumns: ['事由', '谈话内容'],
      problems: [
        talk.content === null && '还没有填写谈话内容，打印后手写。',
        talk.kind === '诫勉谈话' && talk.mendBy === null && '诫勉谈话还没有填写整改期限。',
      ],
    };
  },
});

function rowsOf({ talk, person, talkers }: TalkData): TableRow[] {
  const visit = talk.kind === '家访';
  return [
    pairsRow(
      {
        [visit ? '家访教师' : '谈话对象']: alignedName(person?.name ?? ''),
        '岗　位': person?.post ?? person?.subject ?? person?.staffKind ?? '',
      },
      10,
    ),
    pairsRow({ '时　间': printedDate(talk.heldOn), '地　点': talk.place ?? '' }, 10),
    pairsRow({ [visit ? '同行人' : '谈话人']: talkers.map(alignedName).join('、'), '类　型': talk.kind }, 10),
    writingRow('事　由', talk.reason, 16),
    writingRow(visit ? '家访内容' : '谈话内容', talk.content, visit ? 110 : 78),
    writingRow(visit ? '家长意见' : '本人表态', talk.reply, 30),
    ...(visit
      ? []
      : [
          writingRow('要　求', talk.demands, 26),
          pairsRow({ 整改期限: printedDate(talk.mendBy), 整改完成: printedDate(talk.mendedOn) }, 10),
        ]),
    handsRow(visit ? ['同行人\n签　字', '教　师\n签　字'] : ['谈话人\n签　字', '谈话对象\n签　　字']),
  ];
}
