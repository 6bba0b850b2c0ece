import { defineLedger } from '../../ledger/definition.ts';
import { decimal, integer, multiChoice, reference, text } from '../../ledger/field.ts';
import { schooldayChoice } from '../base/choices.ts';
import { servedTypes } from './servedTypes.ts';

/** Who takes part in the roster of a term, for what, how often at most, and what they wish. */
export const serviceTeacher = defineLedger({
  id: 'serviceTeacher',
  table: 'service_teacher',
  area: 'afterSchool',
  label: '课后服务教师',
  description: '每学期参加课后服务的教师：能承担什么、每周最多几场、有什么意愿。排班以此为准。',
  schoolTypes: servedTypes,
  fields: {
    staff: reference({
      label: '教职工',
      target: 'staff',
      required: true,
      listWidth: 110,
      synonyms: ['教师', '姓名'],
    }),
    duties: multiChoice({
      label: '承担',
      options: ['授课', '看护', '值班领导', '安保'],
      required: true,
      defaultValue: ['授课', '看护'],
      listWidth: 200,
      synonyms: ['职责'],
    }),
    subjects: text({
      label: '可任学科',
      maxLength: 60,
      listWidth: 120,
      help: '几门用顿号隔开；留空按教职工的任教学科',
    }),
    gradeFrom: integer({ label: '起始年级', min: 1, max: 9, help: '不限年级的留空' }),
    gradeTo: integer({ label: '截止年级', min: 1, max: 9 }),
    maxPerDay: integer({ label: '每天最多', min: 1, max: 10, unit: '场', listWidth: 90, defaultValue: 2 }),
    maxPerWeek: integer({ label: '每周最多', min: 1, max: 50, unit: '场', listWidth: 90, defaultValue: 10 }),
    maxDaysRunning: integer({
      label: '最多连续',
      min: 1,
      max: 5,
      unit: '天',
      listWidth: 90,
      help: '不限的留空',
    }),
    share: decimal({
      label: '工作量比例',
      min: 0.1,
      max: 1,
      digits: 1,
      defaultValue: 1,
      listWidth: 100,
      help: '全额为 1，承担一半的填 0.5；排班按比例均衡',
    }),
    preferredDays: multiChoice({ label: '愿意的日子', ...schooldayChoice }),
    avoidedDays: multiChoice({ label: '不便的日子', ...schooldayChoice, help: '尽量不排，但不保证' }),
  },
  title: 'staff',
  keys: [['staff']],
  period: { kinds: ['term'] },
  groups: [
    { label: '教师', fields: ['staff', 'duties', 'subjects', 'gradeFrom', 'gradeTo'] },
    { label: '工作量', fields: ['share', 'maxPerDay', 'maxPerWeek', 'maxDaysRunning'] },
    { label: '意愿', fields: ['preferredDays', 'avoidedDays'] },
  ],
  sort: [{ field: 'staff', direction: 'asc' }],
  validate: (values) =>
    values.gradeFrom !== null && values.gradeTo !== null && values.gradeTo < values.gradeFrom
      ? [{ path: 'gradeTo', sentence: '截止年级不能小于起始年级。' }]
      : [],
});
