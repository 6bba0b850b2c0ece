import { asOfDay } from '../../../../shared/domain/membership/developmentFacts.ts';
import {
  developmentStates,
  missingPapers,
  nextStep,
  stateOf,
  stepOn,
} from '../../../../shared/domain/membership/developmentState.ts';
import type { DevelopmentState } from '../../../../shared/domain/membership/developmentState.ts';
import type { DevelopmentPerson } from '../../../../shared/domain/membership/developmentFacts.ts';
import { stepWords } from '../../../../shared/domain/membership/developmentSteps.ts';
import { cultivatedSince, probationEndsOn } from '../../../../shared/domain/membership/developmentTimes.ts';
import { formatPeriod, type PeriodKind } from '../../../../shared/kernel/periods.ts';
import { formatChinese } from '../../../../shared/kernel/plainDate.ts';
import { success } from '../../../../shared/kernel/result.ts';
import { memberDevelopment } from '../../../../shared/ledgers/partyLife/memberDevelopment.ts';
import { blanks } from '../../../documents/officeText.ts';
import { allRecords, type RecordIn } from '../../../store/records/records.ts';
import { titlesOf } from '../../../store/records/titles.ts';
import { developmentPerson } from '../../partyLife/checks/developmentFacts.ts';
import { schoolOf } from '../../school/schoolOf.ts';
import { officialSheet, type ReportColumn } from '../officialSheet.ts';
import { defineReport } from '../report.ts';
import { periodOfScope, rangeOf, standingDay } from '../reportPeriod.ts';

interface LedgerData {
  readonly schoolName: string;
  readonly period: string;
  readonly from: string;
  readonly day: string;
  readonly madeOn: string;
  readonly madeBy: string;
  readonly people: readonly {
    readonly person: DevelopmentPerson;
    readonly values: RecordIn<typeof memberDevelopment>['values'];
  }[];
  readonly names: Readonly<Record<string, string>>;
}

type Cells = readonly (string | number | null)[];

const kinds: readonly PeriodKind[] = ['year', 'quarter'];

const personColumns: readonly ReportColumn[] = [
  { header: '姓名', width: 10, form: 'text' },
  { header: '性别', width: 6, form: 'text' },
  { header: '出生日期', width: 12, form: 'text' },
  { header: '学历', width: 10, form: 'text' },
  { header: '岗位职务', width: 14, form: 'text', wrap: true },
  { header: '党支部', width: 14, form: 'text' },
];
const dated = (header: string): ReportColumn => ({ header, width: 12, form: 'text' });
const lastColumns: readonly ReportColumn[] = [
  { header: '下一步', width: 26, form: 'text', wrap: true },
  { header: '缺材料', width: 8, form: 'integer', total: true },
  { header: '备注', width: 14, form: 'text', wrap: true },
];

/** The days that matter at a stage, beside the person. */
const stageColumns: Readonly<Partial<Record<DevelopmentState, readonly ReportColumn[]>>> = {
  申请人: [dated('申请日期'), dated('谈话日期')],
  积极分子: [
    dated('申请日期'),
    dated('确定日期'),
    dated('备案日期'),
    { header: '培养联系人', width: 16, form: 'text', wrap: true },
    dated('最近考察'),
  ],
  发展对象: [
    dated('申请日期'),
    dated('培养起算'),
    dated('确定日期'),
    { header: '入党介绍人', width: 16, form: 'text', wrap: true },
    dated('政审结论'),
    dated('预审日期'),
  ],
  预备党员: [
    dated('申请日期'),
    { header: '入党介绍人', width: 16, form: 'text', wrap: true },
    dated('入党日期'),
    dated('审批日期'),
    dated('预备期满'),
    dated('最近考察'),
  ],
  正式党员: [dated('申请日期'), dated('入党日期'), dated('转正大会'), dated('转正审批'), dated('归档日期')],
};

function stageCells(
  state: DevelopmentState,
  { person, values }: LedgerData['people'][number],
  data: LedgerData,
): Cells {
  const on = (step: number) => stepOn(person, step);
  const list = (ids: readonly string[]) => ids.map((id) => data.names[id] ?? '').join('、');
  const inspected =
    person.inspections
      .map((one) => one.on)
      .sort()
      .at(-1) ?? null;
  switch (state) {
    case '申请人':
      return [on(1), on(2)];
    case '积极分子':
      return [on(1), on(3), on(4), list(values.contacts), inspected];
    case '发展对象':
      return [on(1), cultivatedSince(person), on(8), list(values.sponsors), on(10), on(13)];
    case '预备党员':
      return [on(1), list(values.sponsors), on(15), on(17), probationEndsOn(person), inspected];
    case '正式党员':
      return [on(1), on(15), on(23), on(24), on(25)];
    default:
      return [];
  }
}

/** 发展党员工作台账: who stands where at the end of a period (today while it runs), one sheet a stage. */
export const developmentLedger = defineReport<LedgerData>({
  name: 'developmentLedger',
  label: '发展党员工作台账',
  area: 'partyLife',
  formats: ['xlsx', 'pdf'],
  scope: { kind: 'period', periods: kinds },
  gather: (h, scope, context) => {
    const period = periodOfScope(scope, kinds);
    if (!period.ok) return period;
    const range = rangeOf(h, period.value);
    const day = standingDay(range, context.today);
    const people = allRecords(h, memberDevelopment).map((record) => ({
      person: asOfDay(developmentPerson(record), day),
      values: record.values,
    }));
    return success({
      schoolName: schoolOf(h).values.name,
      period: period.value,
      from: range.from,
      day,
      madeOn: context.today,
      madeBy: context.accountName,
      people: people.filter(({ person }) => isInLedger(person, range.from)),
      names: titlesOf(h, [
        ...new Set(people.flatMap(({ values }) => [values.branch, ...values.contacts, ...values.sponsors])),
      ]),
    });
  },
  compose: (data) => {
    const count = (state: DevelopmentState) =>
      data.people.filter(({ person }) => stateOf(person) === state).length;
    const stages = developmentStates.filter((state) => stageColumns[state] && count(state) > 0);
    const shown = stages.length > 0 ? stages : (['申请人'] as const);
    const missing = data.people.reduce((sum, { person }) => sum + missingPapers(person).length, 0);
    return {
      name: `发展党员工作台账_${data.period}`,
      sheets: shown.map((state) =>
        officialSheet({
          name: state,
          title: `${data.schoolName}发展党员工作台账（${state}）`,
          unitName: data.schoolName,
          madeOn: data.madeOn,
          madeBy: data.madeBy,
          note: `截至${formatChinese(data.day)}${blanks()}共${count(state)}人`,
          columns: [...personColumns, ...(stageColumns[state] ?? []), ...lastColumns],
          rows: data.people
            .filter(({ person }) => stateOf(person) === state)
            .map((one) => rowOf(state, one, data)),
          totals: true,
        }),
      ),
      personCount: data.people.length,
      sensitiveColumns: [],
      problems: [
        ...(data.people.length === 0 ? [`${formatPeriod(data.period)}没有发展党员档案。`] : []),
        ...(missing > 0 ? [`档案合计还缺 ${missing} 份材料。`] : []),
      ],
      rows: data.people.length,
    };
  },
});

/** Whoever was on the way in the period; who was done or gone before it stands in an earlier one. */
function isInLedger(person: DevelopmentPerson, from: string): boolean {
  if (person.steps.length === 0) return false;
  const state = stateOf(person);
  if (state === '终止' || state === '转出') return false;
  return state !== '正式党员' || (stepOn(person, 24) ?? from) >= from;
}

function rowOf(state: DevelopmentState, one: LedgerData['people'][number], data: LedgerData): Cells {
  const { person, values } = one;
  const next = nextStep(person);
  return [
    values.name,
    values.sex,
    values.bornOn,
    values.education,
    values.post,
    data.names[values.branch] ?? '',
    ...stageCells(state, one, data),
    next === null ? '已完成' : stepWords(next),
    missingPapers(person).length,
    null,
  ];
}
