import { defineLedger } from '../../ledger/definition.ts';
import {
  choice,
  date,
  details,
  integer,
  money,
  multiChoice,
  phone,
  reference,
  references,
  text,
} from '../../ledger/field.ts';
import { schooldayChoice } from '../base/choices.ts';
import { servedTypes } from './servedTypes.ts';
import { feeClasses, pickUpWays } from '../../domain/afterSchool/words.ts';

function wish(rank: '一' | '二' | '三') {
  return reference({
    label: `第${rank}志愿`,
    target: 'serviceCourse',
    listWidth: 150,
    synonyms: [`${rank}志愿`, `志愿${rank}`, `第${rank}选择`],
  });
}

/**
 * 家长申请/承诺书 (domain.md §5.3): voluntary, with date, before the first attendance. The wishes are what the parents
 * asked for, in their order; `courses` is what the pupil got.
 */
export const serviceEnrolment = defineLedger({
  id: 'serviceEnrolment',
  table: 'service_enrolment',
  area: 'afterSchool',
  label: '课后服务报名',
  description: '学生和家长每学期自愿参加课后服务的申请。',
  schoolTypes: servedTypes,
  fields: {
    pupil: reference({
      label: '学生',
      target: 'pupil',
      required: true,
      listWidth: 100,
      filter: true,
      synonyms: ['姓名', '学生姓名'],
    }),
    weekdays: multiChoice({
      label: '参加时段',
      ...schooldayChoice,
      required: true,
      listWidth: 170,
      synonyms: ['参加日', '星期'],
    }),
    firstWish: wish('一'),
    secondWish: wish('二'),
    thirdWish: wish('三'),
    coursesWanted: integer({
      label: '想上几门',
      min: 1,
      max: 3,
      unit: '门',
      defaultValue: 1,
      help: '上课日不同的课可以都上；留空按 1 门',
      synonyms: ['选课门数'],
    }),
    courses: references({
      label: '选课',
      target: 'serviceCourse',
      listWidth: 200,
      help: '已经安排的课程；分配志愿后自动填写',
      synonyms: ['课程', '所选课程'],
    }),
    waitingFor: references({
      label: '候补课程',
      target: 'serviceCourse',
      help: '名额满了、等人退出的课程',
    }),
    lotteryNumber: integer({ label: '抽签序号', min: 1, max: 100_000 }),
    assignedBecause: text({ label: '安排说明', maxLength: 500 }),
    appliedOn: date({
      label: '家长申请日期',
      required: true,
      listWidth: 110,
      synonyms: ['申请日期', '签字日期', '承诺日期'],
    }),
    consentVersion: text({
      label: '承诺书版本',
      maxLength: 40,
      help: '家长签的是哪一版承诺书；空着表示还没有交回',
      example: '2026秋第1版',
    }),
    consentOn: date({ label: '承诺书签字日期', synonyms: ['承诺书日期'] }),
    guardianName: text({
      label: '签字家长',
      maxLength: 30,
      sensitivity: 'internal',
      mask: 'adultName',
      synonyms: ['监护人', '家长'],
    }),
    guardianPhone: phone({ label: '家长电话', synonyms: ['电话', '联系电话'] }),
    pickUp: choice({
      label: '接送方式',
      required: true,
      listWidth: 100,
      filter: true,
      defaultValue: '家长接送',
      options: pickUpWays,
      spellings: { 自行离校: ['自行', '步行'], 家长接送: ['家长', '接送'], 委托他人: ['委托人', '托管'] },
    }),
    entrustedName: text({
      label: '委托人',
      maxLength: 30,
      visibleWhen: (values) => values['pickUp'] === '委托他人',
    }),
    entrustedPhone: phone({ label: '委托人电话', visibleWhen: (values) => values['pickUp'] === '委托他人' }),
    feeClass: choice({
      label: '收费类别',
      required: true,
      listWidth: 90,
      filter: true,
      defaultValue: '全额',
      options: feeClasses,
    }),
    feePaid: money({ label: '已交费用', min: 0, total: true }),
    feeRefunded: money({ label: '已退费用', min: 0, total: true }),
    feeRemark: text({ label: '减免依据', maxLength: 100 }),
    withdrawnOn: date({ label: '退出日期', listWidth: 110, filter: true }),
    withdrawnBecause: text({ label: '退出原因', maxLength: 100 }),
    changes: details({
      label: '变动记录',
      rowLabel: '变动',
      help: '退出、换课、递补时自动记下',
      fields: {
        changedOn: date({ label: '日期', required: true }),
        kind: choice({ label: '变动', required: true, options: ['分配', '递补', '换课', '退出'] }),
        from: references({ label: '原课程', target: 'serviceCourse' }),
        to: references({ label: '新课程', target: 'serviceCourse' }),
        reason: text({ label: '原因', maxLength: 200 }),
      },
    }),
  },
  title: 'pupil',
  keys: [['pupil']],
  period: { kinds: ['term'], proposeFrom: 'appliedOn' },
  groups: [
    {
      label: '报名',
      fields: [
        'pupil',
        'weekdays',
        'appliedOn',
        'consentVersion',
        'consentOn',
        'guardianName',
        'guardianPhone',
      ],
    },
    {
      label: '志愿与选课',
      fields: [
        'firstWish',
        'secondWish',
        'thirdWish',
        'coursesWanted',
        'courses',
        'waitingFor',
        'lotteryNumber',
        'assignedBecause',
      ],
    },
    { label: '接送', fields: ['pickUp', 'entrustedName', 'entrustedPhone'] },
    {
      label: '费用与退出',
      fields: [
        'feeClass',
        'feeRemark',
        'feePaid',
        'feeRefunded',
        'withdrawnOn',
        'withdrawnBecause',
        'changes',
      ],
    },
  ],
  sort: [{ field: 'appliedOn', direction: 'desc' }],
  statistics: [
    { id: 'byPickUp', label: '接送方式', rows: 'pickUp', measure: { kind: 'count' } },
    { id: 'byFeeClass', label: '收费类别', rows: 'feeClass', measure: { kind: 'count' } },
  ],
  validate: (values) => {
    const wishes = [values.firstWish, values.secondWish, values.thirdWish];
    const paths = ['firstWish', 'secondWish', 'thirdWish'] as const;
    const gap = wishes.findIndex((course, at) => course === null && wishes.slice(at + 1).some(Boolean));
    const twice = wishes.findIndex((course, at) => course !== null && wishes.indexOf(course) < at);
    return [
      ...(gap < 0 ? [] : [{ path: paths[gap] ?? 'firstWish', sentence: '志愿要从第一志愿开始依次填写。' }]),
      ...(twice < 0
        ? []
        : [{ path: paths[twice] ?? 'secondWish', sentence: '这门课已经填在前面的志愿里，请换一门或留空。' }]),
      ...(values.withdrawnOn !== null && values.withdrawnOn < values.appliedOn
        ? [{ path: 'withdrawnOn', sentence: '退出日期不能早于申请日期。' }]
        : []),
    ];
  },
});
