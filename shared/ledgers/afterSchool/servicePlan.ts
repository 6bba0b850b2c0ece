import { defineLedger } from '../../ledger/definition.ts';
import {
  attachments,
  choice,
  date,
  decimal,
  details,
  longText,
  money,
  multiChoice,
  text,
  time,
} from '../../ledger/field.ts';
import { weekdays } from '../base/choices.ts';
import { servedTypes } from './servedTypes.ts';

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
      options: weekdays,
      defaultValue: ['周一', '周二', '周三', '周四', '周五'],
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
      options: ['不收费', '学校代收', '财政专户', '其他'],
      defaultValue: '不收费',
    }),
    content: longText({ label: '方案要点', rows: 6 }),
    files: attachments({ label: '附件', kinds: ['方案', '报备回执', '公示照片'] }),
  },
  title: 'title',
  keys: [['title']],
  period: { kinds: ['term'], proposeFrom: 'approvedOn' },
  groups: [
    {
      label: '时间',
      fields: ['title', 'weekdays', 'startsAt', 'endsAt', 'periods', 'endOfWorkAt', 'latestLeaveAt'],
    },
    { label: '收费', fields: ['feePerTerm', 'feeDocument', 'channel'] },
    {
      label: '审批与公示',
      fields: ['approvedOn', 'filedOn', 'publicisedFrom', 'publicisedTo', 'content', 'files'],
    },
  ],
  sort: [{ field: 'approvedOn', direction: 'desc' }],
  rules: ['ASC-21', 'ASC-24'],
});
