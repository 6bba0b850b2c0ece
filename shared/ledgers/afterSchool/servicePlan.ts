import { timesOverlap, type TimeSpan } from '../../kernel/clockTime.ts';
import { defineLedger } from '../../ledger/definition.ts';
import {
  attachments,
  choice,
  date,
  decimal,
  details,
  integer,
  longText,
  money,
  multiChoice,
  text,
  time,
} from '../../ledger/field.ts';
import { schooldayChoice } from '../base/choices.ts';
import { servedTypes } from './servedTypes.ts';
import { otherCareKinds } from '../../domain/afterSchool/words.ts';
import { schooldays } from '../../kernel/schooldays.ts';

function overlappingPeriods(
  periods: readonly { readonly name: string; readonly startsAt: string; readonly endsAt: string }[],
): { path: string; sentence: string }[] {
  return periods.flatMap((one, index) => {
    if (one.endsAt <= one.startsAt)
      return [{ path: `periods.${index}.endsAt`, sentence: '结束时间要晚于开始时间。' }];
    const other = periods
      .slice(0, index)
      .find((each) => each.startsAt < each.endsAt && timesOverlap(spanOf(each), spanOf(one)));
    if (!other) return [];
    return {
      path: `periods.${index}.startsAt`,
      sentence: `${one.name}（${one.startsAt}—${one.endsAt}）和${other.name}（${other.startsAt}—${other.endsAt}）时间重叠，请调整。`,
    };
  });
}

function spanOf({ startsAt, endsAt }: { readonly startsAt: string; readonly endsAt: string }): TimeSpan {
  return { start: startsAt, end: endsAt };
}

/** 一校一案: the school's service plan of a term (domain.md §5.2). Fee 0 is normal in many rural schools. */
export const servicePlan = defineLedger({
  id: 'servicePlan',
  table: 'service_plan',
  area: 'afterSchool',
  label: '课后服务方案',
  description: '每学期的课后服务实施方案（一校一案）。',
  schoolTypes: servedTypes,
  fields: {
    title: text({
      label: '方案名称',
      required: true,
      listWidth: 260,
      maxLength: 120,
      example: '2026年秋季学期课后服务实施方案',
    }),
    weekdays: multiChoice({
      label: '服务日',
      ...schooldayChoice,
      defaultValue: [...schooldays],
    }),
    startsAt: time({ label: '开始时间', required: true, listWidth: 90 }),
    endsAt: time({ label: '结束时间', required: true, listWidth: 90 }),
    periods: details({
      label: '时段',
      rowLabel: '时段',
      help: '一天分几段就填几行；不填时按开始、结束时间算一段',
      fields: {
        name: text({ label: '名称', required: true, maxLength: 20, example: '第1时段' }),
        startsAt: time({ label: '开始', required: true }),
        endsAt: time({ label: '结束', required: true }),
        lessons: decimal({ label: '计课时', min: 0, max: 10, digits: 1, defaultValue: 1 }),
      },
    }),
    endOfWorkAt: time({ label: '当地下班时间', help: '服务结束一般不早于下班时间' }),
    latestLeaveAt: time({ label: '最晚离校时间' }),
    seasons: details({
      label: '作息季节',
      rowLabel: '季节',
      help: '学期中下班时间改变时填：从哪天起按哪个时间；不填时全学期用上面的时间',
      fields: {
        name: text({ label: '名称', required: true, maxLength: 20, example: '冬季作息' }),
        from: date({ label: '从哪天起', required: true }),
        endOfWorkAt: time({ label: '下班时间', required: true }),
        latestLeaveAt: time({ label: '最晚离校' }),
      },
    }),
    gradeFrom: integer({ label: '服务起始年级', min: 1, max: 9, defaultValue: 1 }),
    gradeTo: integer({ label: '服务截止年级', min: 1, max: 9, defaultValue: 9 }),
    otherCare: details({
      label: '其他看管（不收费）',
      rowLabel: '看管',
      help: '早到校、午休、晚自习不属于课后服务，单独登记，不收费，不计课时补助',
      fields: {
        kind: choice({ label: '类别', required: true, options: otherCareKinds }),
        gradeFrom: integer({ label: '起始年级', required: true, min: 1, max: 9 }),
        gradeTo: integer({ label: '截止年级', required: true, min: 1, max: 9 }),
        startsAt: time({ label: '开始', required: true }),
        endsAt: time({ label: '结束', required: true }),
      },
    }),
    feePerTerm: money({
      label: '每生每学期收费',
      min: 0,
      listWidth: 110,
      help: '不收费的填 0',
      defaultValue: 0,
    }),
    feeDocument: text({ label: '收费标准文号', maxLength: 60 }),
    approvedOn: date({ label: '审定日期', listWidth: 110 }),
    filedOn: date({ label: '报备日期', listWidth: 110, help: '开学两周内报教育局' }),
    publicisedFrom: date({ label: '公示开始' }),
    publicisedTo: date({ label: '公示结束' }),
    channel: choice({
      label: '收费方式',
      options: ['不收费', '学校代收', '财政专户', '家委会代收', '校外机构代收', '其他'],
      defaultValue: '不收费',
    }),
    bundledItems: text({
      label: '随费收取的其他项目',
      maxLength: 100,
      help: '课后服务费不得捆绑其他项目；没有的留空',
    }),
    accountsPublicisedFrom: date({ label: '收支公示开始' }),
    accountsPublicisedTo: date({ label: '收支公示结束' }),
    consentVersion: text({ label: '承诺书版本', maxLength: 40, example: '2026秋第1版' }),
    lotterySeed: text({ label: '抽签码', maxLength: 40, help: '分配志愿时当众确定，可据此重新核对抽签序号' }),
    assignedOn: date({ label: '志愿分配日期' }),
    content: longText({ label: '方案要点', rows: 6 }),
    files: attachments({ label: '附件', kinds: ['方案', '报备回执', '公示照片'] }),
  },
  title: 'title',
  keys: [['title']],
  period: { kinds: ['term'], proposeFrom: 'approvedOn' },
  carry: ['startsAt', 'endsAt'],
  groups: [
    {
      label: '时间',
      fields: [
        'title',
        'gradeFrom',
        'gradeTo',
        'weekdays',
        'startsAt',
        'endsAt',
        'periods',
        'endOfWorkAt',
        'latestLeaveAt',
        'seasons',
        'otherCare',
      ],
    },
    { label: '收费', fields: ['feePerTerm', 'feeDocument', 'channel', 'bundledItems'] },
    { label: '报名', fields: ['consentVersion', 'lotterySeed', 'assignedOn'] },
    {
      label: '审批与公示',
      fields: [
        'approvedOn',
        'filedOn',
        'publicisedFrom',
        'publicisedTo',
        'accountsPublicisedFrom',
        'accountsPublicisedTo',
        'content',
        'files',
      ],
    },
  ],
  sort: [{ field: 'approvedOn', direction: 'desc' }],
  validate: (values) => [
    ...(values.endsAt <= values.startsAt ? [{ path: 'endsAt', sentence: '结束时间要晚于开始时间。' }] : []),
    ...overlappingPeriods(values.periods),
    ...values.otherCare.flatMap(({ kind, gradeFrom, startsAt, endsAt }, index) => [
      ...(endsAt <= startsAt
        ? [{ path: `otherCare.${index}.endsAt`, sentence: '结束时间要晚于开始时间。' }]
        : []),
      ...(kind === '晚自习' && gradeFrom < 7
        ? [{ path: `otherCare.${index}.gradeFrom`, sentence: '晚自习只限初中（七至九年级），小学不得安排。' }]
        : []),
    ]),
  ],
});
