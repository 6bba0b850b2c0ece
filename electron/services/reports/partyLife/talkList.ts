import { formatPeriod, type PeriodKind } from '../../../../shared/kernel/periods.ts';
import { success } from '../../../../shared/kernel/result.ts';
import { partyMeeting } from '../../../../shared/ledgers/partyLife/partyMeeting.ts';
import { partyTalk } from '../../../../shared/ledgers/partyLife/partyTalk.ts';
import { finishedRecords } from '../../../store/records/recordsBetween.ts';
import { titlesOf } from '../../../store/records/titles.ts';
import { schoolOf } from '../../school/schoolOf.ts';
import { officialSheet, type ReportColumn } from '../officialSheet.ts';
import { defineReport } from '../report.ts';
import { periodOfScope } from '../reportPeriod.ts';

interface TalkLine {
  readonly branch: string;
  readonly heldOn: string;
  readonly talker: string;
  readonly partner: string;
  readonly kind: string;
  readonly place: string;
  readonly signed: string;
}

interface TalkListData {
  readonly schoolName: string;
  readonly period: string;
  readonly madeOn: string;
  readonly madeBy: string;
  readonly talks: readonly TalkLine[];
}

const kinds: readonly PeriodKind[] = ['year'];
const columns: readonly ReportColumn[] = [
  { header: '日期', width: 12, form: 'text' },
  { header: '党支部', width: 18, form: 'text' },
  { header: '谈话人', width: 11, form: 'text', personName: true },
  { header: '谈话对象', width: 11, form: 'text', personName: true },
  { header: '谈话类型', width: 16, form: 'text' },
  { header: '地点', width: 18, form: 'text', wrap: true },
  { header: '双方签字', width: 10, form: 'text' },
  { header: '备注', width: 14, form: 'text', wrap: true },
];

/** The kind as lists say it: that a talk had to be held (illness, discipline) stays in its record. */
export function listedTalkKind(kind: string): string {
  return kind === '必谈情形' ? '谈心谈话' : kind;
}

/** 谈心谈话台账 of a year: who talked with whom and when. What was said stays in the records. */
export const talkList = defineReport<TalkListData>({
  name: 'talkList',
  label: '谈心谈话台账',
  area: 'partyLife',
  formats: ['xlsx', 'pdf'],
  scope: { kind: 'period', periods: kinds, of: { ledger: 'branch', required: false } },
  gather: (h, scope, context) => {
    const period = periodOfScope(scope, kinds);
    if (!period.ok) return period;
    const ofBranch = (branch: string) => scope.recordId === null || branch === scope.recordId;
    const talks = finishedRecords(h, partyTalk, [], period.value)
      .map(({ values }) => ({ ...values, signed: values.signed === true ? '是' : '否' }))
      .filter(({ branch }) => ofBranch(branch));
    // Talks may also be kept among the meetings.
    const meetings = finishedRecords(h, partyMeeting, [], period.value).flatMap(({ values }) =>
      values.type === '谈心谈话' && values.talkPartner !== null && ofBranch(values.branch)
        ? [
            {
              branch: values.branch,
              heldOn: values.heldOn,
              talker: values.host,
              partner: values.talkPartner,
              kind: '谈心谈话',
              place: values.place,
              signed: '',
            },
          ]
        : [],
    );
    const all = [...talks, ...meetings].toSorted((a, b) => a.heldOn.localeCompare(b.heldOn));
    const names = titlesOf(
      h,
      all.flatMap(({ branch, talker, partner }) => [branch, talker, partner]),
    );
    return success({
      schoolName: schoolOf(h).values.name,
      period: period.value,
      madeOn: context.today,
      madeBy: context.accountName,
      talks: all.map(({ branch, heldOn, talker, partner, kind, place, signed }) => ({
        branch: names[branch] ?? '',
        heldOn,
        talker: names[talker] ?? '',
        partner: names[partner] ?? '',
        kind: listedTalkKind(kind),
        place: place ?? '',
        signed,
      })),
    });
  },
  compose: ({ talks, ...data }) => ({
    name: `谈心谈话台账_${data.period}`,
    sheets: [
      officialSheet({
        name: '谈心谈话台账',
        title: `${data.schoolName}${formatPeriod(data.period)}谈心谈话台账`,
        unitName: data.schoolName,
        madeOn: data.madeOn,
        madeBy: data.madeBy,
        note: `共${talks.length}次`,
        columns,
        rows: talks.map((talk) => [
          talk.heldOn,
          talk.branch,
          talk.talker,
          talk.partner,
          talk.kind,
          talk.place,
          talk.signed,
          null,
        ]),
      }),
    ],
    personCount: new Set(talks.flatMap(({ talker, partner }) => [talker, partner])).size,
    sensitiveColumns: [],
    problems: [
      ...(talks.length === 0 ? [`${formatPeriod(data.period)}还没有谈心谈话记录。`] : []),
      ...(talks.some(({ signed }) => signed === '否') ? ['有谈话还没有登记双方签字。'] : []),
    ],
    rows: talks.length,
  }),
});
