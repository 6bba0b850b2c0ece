import { asOfDay, type DevelopmentPerson } from '../../../../shared/domain/membership/developmentFacts.ts';
import {
  developmentStates,
  missingPapers,
  nextStep,
  stateOf,
  stepOn,
  type DevelopmentState,
} from '../../../../shared/domain/membership/developmentState.ts';
import { stepWords } from '../../../../shared/domain/membership/developmentSteps.ts';
import { cultivatedSince, probationEndsOn } from '../../../../shared/domain/membership/developmentTimes.ts';
import { formatPeriod } from '../../../../shared/kernel/periods.ts';
import { formatChinese } from '../../../../shared/kernel/plainDate.ts';
import { success } from '../../../../shared/kernel/result.ts';
import { memberDevelopment } from '../../../../shared/ledgers/partyLife/memberDevelopment.ts';
import { blanks } from '../../../documents/officeText.ts';
import { allRecords, type RecordIn } from '../../../store/records/records.ts';
import { titlesOf } from '../../../store/records/titles.ts';
import { developmentPerson } from '../../partyLife/checks/developmentFacts.ts';
import type { SheetColumn } from '../../../documents/officialSheet.ts';
import { sheetReport } from '../report.ts';

interface LedgerRow {
  readonly person: DevelopmentPerson;
  readonly values: RecordIn<typeof memberDevelopment>['values'];
  readonly branch: string;
  readonly contacts: string;
  readonly sponsors: string;
}

type Column = SheetColumn<LedgerRow>;

const dated = (heading: string, on: (person: DevelopmentPerson) => string | null): Column => ({
  heading,
  width: 12,
  cell: ({ person }) => on(person),
});
const step = (heading: string, number: number): Column => dated(heading, (person) => stepOn(person, number));

const personColumns: readonly Column[] = [
  { heading: '姓名', width: 10, cell: ({ values }) => values.name },
  { heading: '性别', width: 6, cell: ({ values }) => values.sex },
  { heading: '出生日期', width: 12, cell: ({ values }) => values.bornOn },
  { heading: '学历', width: 10, cell: ({ values }) => values.education },
  { heading: '岗位职务', width: 14, wrap: true, cell: ({ values }) => values.post },
  { heading: '党支部', width: 14, cell: ({ branch }) => branch },
];
const applied = step('申请日期', 1);
const sponsors: Column = { heading: '入党介绍人', width: 16, wrap: true, cell: (row) => row.sponsors };
const inspected = dated(
  '最近考察',
  ({ inspections }) =>
    inspections
      .map(({ on }) => on)
      .toSorted()
      .at(-1) ?? null,
);
const lastColumns: readonly Column[] = [
  { heading: '下一步', width: 26, wrap: true, cell: ({ person }) => nextWords(person) },
  {
    heading: '缺材料',
    width: 8,
    format: 'integer',
    total: true,
    cell: ({ person }) => missingPapers(person).length,
  },
  { heading: '备注', width: 14, wrap: true, cell: () => null },
];

/** The days that matter at a stage, beside the person. */
const stageColumns: Readonly<Partial<Record<DevelopmentState, readonly Column[]>>> = {
  申请人: [applied, step('谈话日期', 2)],
  积极分子: [
    applied,
    step('确定日期', 3),
    step('备案日期', 4),
    { heading: '培养联系人', width: 16, wrap: true, cell: ({ contacts }) => contacts },
    inspected,
  ],
  发展对象: [
    applied,
    dated('培养起算', cultivatedSince),
    step('确定日期', 8),
    sponsors,
    step('政审结论', 10),
    step('预审日期', 13),
  ],
  预备党员: [
    applied,
    sponsors,
    step('入党日期', 15),
    step('审批日期', 17),
    dated('预备期满', probationEndsOn),
    inspected,
  ],
  正式党员: [applied, step('入党日期', 15), step('转正大会', 23), step('转正审批', 24), step('归档日期', 25)],
};

/** 发展党员工作台账: who stands where at the end of a period (today while it runs), one sheet a stage. */
export const developmentLedger = sheetReport({
  name: 'developmentLedger',
  label: '发展党员工作台账',
  area: 'partyLife',
  periods: ['year', 'quarter'],
  gather: (h, { range, day }) => {
    const people = allRecords(h, memberDevelopment)
      .map((record) => ({ person: asOfDay(developmentPerson(record), day), values: record.values }))
      .filter(({ person }) => isInLedger(person, range.from));
    const names = titlesOf(h, [
      ...new Set(people.flatMap(({ values }) => [values.branch, ...values.contacts, ...values.sponsors])),
    ]);
    const list = (ids: readonly string[]) => ids.map((id) => names[id] ?? '').join('、');
    return success(
      people.map(({ person, values }): LedgerRow => ({
        person,
        values,
        branch: names[values.branch] ?? '',
        contacts: list(values.contacts),
        sponsors: list(values.sponsors),
      })),
    );
  },
  compose: (people, { period, day, sheet }) => {
    const at = Map.groupBy(people, ({ person }) => stateOf(person));
    const stages = developmentStates.filter((state) => stageColumns[state] && at.has(state));
    const missing = people.reduce((sum, { person }) => sum + missingPapers(person).length, 0);
    return {
      sheets: (stages.length > 0 ? stages : (['申请人'] as const)).map((state) => {
        const rows = at.get(state) ?? [];
        return sheet({
          name: state,
          title: `发展党员工作台账（${state}）`,
          note: `截至${formatChinese(day)}${blanks()}共${rows.length}人`,
          columns: [...personColumns, ...(stageColumns[state] ?? []), ...lastColumns],
          rows,
        });
      }),
      personCount: people.length,
      problems: [
        people.length === 0 && `${formatPeriod(period)}没有发展党员档案。`,
        missing > 0 && `档案合计还缺 ${missing} 份材料。`,
      ],
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

function nextWords(person: DevelopmentPerson): string {
  const next = nextStep(person);
  return next === null ? '已完成' : stepWords(next);
}
