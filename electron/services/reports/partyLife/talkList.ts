import { formatPeriod } from '../../../../shared/kernel/periods.ts';
import { success } from '../../../../shared/kernel/result.ts';
import { partyMeeting } from '../../../../shared/ledgers/partyLife/partyMeeting.ts';
import { partyTalk } from '../../../../shared/ledgers/partyLife/partyTalk.ts';
import { finishedRecords } from '../../../store/records/recordsBetween.ts';
import { titlesOf } from '../../../store/records/titles.ts';
import { sheetReport } from '../report.ts';

/** The kind as lists say it: that a talk had to be held (illness, discipline) stays in its record. */
export function listedTalkKind(kind: string): string {
  return kind === '必谈情形' ? '谈心谈话' : kind;
}

/** 谈心谈话台账 of a year: who talked with whom and when. What was said stays in the records. */
export const talkList = sheetReport({
  name: 'talkList',
  label: '谈心谈话台账',
  area: 'partyLife',
  periods: ['year'],
  of: { ledger: 'branch', required: false },
  gather: (h, { period, recordId }) => {
    const talks = finishedRecords(h, partyTalk, [], period).map(({ values }) => ({
      ...values,
      kind: listedTalkKind(values.kind),
      signed: values.signed === true ? '是' : '否',
    }));
    // Talks may also be kept among the meetings.
    const meetings = finishedRecords(h, partyMeeting, [], period).flatMap(({ values }) =>
      values.type === '谈心谈话' && values.talkPartner !== null
        ? [{ ...values, talker: values.host, partner: values.talkPartner, kind: '谈心谈话', signed: '' }]
        : [],
    );
    const all = [...talks, ...meetings]
      .filter(({ branch }) => recordId === null || branch === recordId)
      .toSorted((a, b) => a.heldOn.localeCompare(b.heldOn));
    const names = titlesOf(
      h,
      all.flatMap(({ branch, talker, partner }) => [branch, talker, partner]),
    );
    return success(
      all.map(({ branch, talker, partner, heldOn, kind, place, signed }) => ({
        heldOn,
        kind,
        signed,
        place: place ?? '',
        branch: names[branch] ?? '',
        talker: names[talker] ?? '',
        partner: names[partner] ?? '',
      })),
    );
  },
  compose: (talks, { period, sheet }) => ({
    sheets: [
      sheet({
        name: '谈心谈话台账',
        title: `${formatPeriod(period)}谈心谈话台账`,
        note: `共${talks.length}次`,
        rows: talks,
        columns: [
          { heading: '日期', width: 12, cell: ({ heldOn }) => heldOn },
          { heading: '党支部', width: 18, cell: ({ branch }) => branch },
          { heading: '谈话人', width: 11, personName: true, cell: ({ talker }) => talker },
          { heading: '谈话对象', width: 11, personName: true, cell: ({ partner }) => partner },
          { heading: '谈话类型', width: 16, cell: ({ kind }) => kind },
          { heading: '地点', width: 18, wrap: true, cell: ({ place }) => place },
          { heading: '双方签字', width: 10, cell: ({ signed }) => signed },
          { heading: '备注', width: 14, wrap: true, cell: () => null },
        ],
      }),
    ],
    personCount: new Set(talks.flatMap(({ talker, partner }) => [talker, partner])).size,
    problems: [
      talks.length === 0 && `${formatPeriod(period)}还没有谈心谈话记录。`,
      talks.some(({ signed }) => signed === '否') && '有谈话还没有登记双方签字。',
    ],
  }),
});
