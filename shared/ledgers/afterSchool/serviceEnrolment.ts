import { defineLedger } from '../../ledger/definition.ts';
import { choice, date, money, multiChoice, phone, reference, references, text } from '../../ledger/field.ts';
import { weekdays } from '../base/choices.ts';
import { servedTypes } from './servedTypes.ts';

/** 家长申请/承诺书 (domain.md §5.3): voluntary, with date, before the first attendance. */
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
      options: weekdays,
      required: true,
      listWidth: 170,
      synonyms: ['参加日', '星期'],
    }),
    courses: references({
      label: '选课',
      target: 'serviceCourse',
      listWidth: 200,
      synonyms: ['课程', '所选课程'],
    }),
    appliedOn: date({
      label: '家长申请日期',
      required: true,
      listWidth: 110,
      synonyms: ['申请日期', '签字日期', '承诺日期'],
    }),
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
      options: [
        { value: '自行离校', synonyms: ['自行', '步行'] },
        { value: '家长接送', synonyms: ['家长', '接送'] },
        { value: '委托他人', synonyms: ['委托人', '托管'] },
      ],
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
      options: ['全额', '减半', '免收'],
    }),
    feePaid: money({ label: '已交费用', min: 0, total: true }),
    withdrawnOn: date({ label: '退出日期', listWidth: 110, filter: true }),
  },
  title: 'pupil',
  keys: [['pupil']],
  period: { kinds: ['term'], proposeFrom: 'appliedOn' },
  groups: [
    { label: '报名', fields: ['pupil', 'weekdays', 'courses', 'appliedOn', 'guardianName', 'guardianPhone'] },
    { label: '接送', fields: ['pickUp', 'entrustedName', 'entrustedPhone'] },
    { label: '费用与退出', fields: ['feeClass', 'feePaid', 'withdrawnOn'] },
  ],
  sort: [{ field: 'appliedOn', direction: 'desc' }],
  statistics: [
    { id: 'byPickUp', label: '接送方式', rows: 'pickUp', measure: { kind: 'count' } },
    { id: 'byFeeClass', label: '收费类别', rows: 'feeClass', measure: { kind: 'count' } },
  ],
  rules: ['ASC-01', 'ASC-08', 'ASC-21'],
});
