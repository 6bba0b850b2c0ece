import { defineLedger } from '#shared/ledger/definition.ts';
import {
  attachments,
  choice,
  date,
  decimal,
  details,
  identityNumber,
  instant,
  integer,
  longText,
  money,
  multiChoice,
  percentage,
  phone,
  reference,
  references,
  text,
  time,
  yesNo,
} from '#shared/ledger/field.ts';

/** A ledger of people, and one with every field kind that refers to it. */
export const samplePerson = defineLedger({
  id: 'samplePerson',
  table: 'sample_person',
  area: 'base',
  label: '人员',
  description: '测试用的人员。',
  fields: {
    name: text({ label: '姓名', required: true, search: 'name', listWidth: 90 }),
    number: text({ label: '工号', filter: true }),
    post: text({ label: '职务', listWidth: 90 }),
    secret: text({ label: '保密', sensitivity: 'locked', search: 'text', listWidth: 90 }),
  },
  title: 'name',
  code: 'number',
  keys: [['number']],
  groups: [{ label: '人员', fields: ['name', 'number', 'post', 'secret'] }],
  sort: [{ field: 'name', direction: 'asc' }],
});

export const sampleLedger = defineLedger({
  id: 'sampleLedger',
  table: 'sample_ledger',
  area: 'ledgers',
  label: '样例台账',
  description: '每种字段各一个。',
  fields: {
    subject: text({ label: '标题', required: true, search: 'text', listWidth: 200 }),
    body: longText({ label: '内容', search: 'text' }),
    kind: choice({ label: '类别', options: ['会议', '活动', '其他'], filter: true }),
    tags: multiChoice({ label: '标签', options: ['甲', '乙', '丙'] }),
    heldOn: date({ label: '日期', filter: true, listWidth: 110 }),
    startsAt: time({ label: '时间' }),
    reportedAt: instant({ label: '上报时间' }),
    people: integer({ label: '人数', total: true }),
    score: decimal({ label: '得分' }),
    cost: money({ label: '费用', total: true }),
    share: percentage({ label: '比例' }),
    open: yesNo({ label: '公开', filter: true }),
    host: reference({ label: '主持人', target: 'samplePerson', listWidth: 90, search: 'name' }),
    guests: references({ label: '列席', target: 'samplePerson' }),
    identity: identityNumber({ label: '身份证号' }),
    phone: phone({ label: '电话' }),
    papers: attachments({ label: '材料', kinds: ['照片', '签到表'] }),
    attendance: details({
      label: '出席',
      rowLabel: '出席人员',
      fields: {
        person: reference({ label: '姓名', target: 'samplePerson', required: true }),
        present: yesNo({ label: '到会' }),
        remark: text({ label: '备注', search: 'text' }),
      },
    }),
    present: integer({
      label: '到会人数',
      computed: (values) =>
        Array.isArray(values['attendance'])
          ? values['attendance'].filter((row: { present?: unknown }) => row.present === true).length
          : null,
    }),
    from: date({ label: '起' }),
    to: date({ label: '止' }),
  },
  title: 'subject',
  keys: [['subject', 'heldOn']],
  period: { kinds: ['month', 'quarter', 'year', 'term', 'schoolYear'], proposeFrom: 'heldOn' },
  effective: { subject: ['host'], from: 'from', to: 'to', exclusive: false },
  groups: [
    {
      label: '全部',
      fields: [
        'subject',
        'body',
        'kind',
        'tags',
        'heldOn',
        'startsAt',
        'reportedAt',
        'people',
        'score',
        'cost',
        'share',
        'open',
        'host',
        'guests',
        'identity',
        'phone',
        'papers',
        'attendance',
        'present',
        'from',
        'to',
      ],
    },
  ],
  sort: [{ field: 'heldOn', direction: 'desc' }],
});

/** A ledger whose usual order goes by the people it refers to. */
export const samplePost = defineLedger({
  id: 'samplePost',
  table: 'sample_post',
  area: 'base',
  label: '任职',
  description: '测试用的任职。',
  fields: {
    person: reference({ label: '姓名', target: 'samplePerson', required: true }),
    post: text({ label: '职务' }),
  },
  title: 'person',
  keys: [],
  groups: [{ label: '任职', fields: ['person', 'post'] }],
  sort: [{ field: 'person', direction: 'asc' }],
});

export const sampleLedgers = [samplePerson, sampleLedger, samplePost];
