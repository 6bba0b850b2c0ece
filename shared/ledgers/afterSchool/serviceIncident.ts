import { defineLedger } from '../../ledger/definition.ts';
import {
  attachments,
  choice,
  date,
  longText,
  reference,
  references,
  text,
  time,
  yesNo,
} from '../../ledger/field.ts';
import { servedTypes } from './servedTypes.ts';

/** 突发事件 during the service: what happened, what was done, who was told; open until it is closed. */
export const serviceIncident = defineLedger({
  id: 'serviceIncident',
  table: 'service_incident',
  area: 'afterSchool',
  label: '突发事件',
  description: '课后服务期间的突发事件和处置，处理完要销号。',
  schoolTypes: servedTypes,
  fields: {
    title: text({ label: '事件', required: true, listWidth: 220, maxLength: 60, search: 'text' }),
    heldOn: date({ label: '日期', required: true, listWidth: 110, filter: true, synonyms: ['发生日期'] }),
    heldAt: time({ label: '时间', listWidth: 80 }),
    kind: choice({
      label: '类别',
      required: true,
      listWidth: 100,
      filter: true,
      options: ['意外受伤', '突发疾病', '学生冲突', '走失或未接', '设施故障', '天气灾害', '其他'],
    }),
    slot: reference({ label: '场次', target: 'serviceSlot' }),
    pupils: references({ label: '涉及学生', target: 'pupil' }),
    course: longText({ label: '经过', rows: 3, maxLength: 2000, required: true, sensitivity: 'internal' }),
    measures: longText({ label: '处置', rows: 3, maxLength: 2000, sensitivity: 'internal' }),
    guardianInformed: yesNo({ label: '已告知家长' }),
    reportedTo: text({ label: '报告给', maxLength: 60, help: '值班领导、校长、教育局等' }),
    handler: reference({ label: '处置人', target: 'staff', listWidth: 100 }),
    closedOn: date({ label: '办结日期', listWidth: 110, filter: true, help: '没处理完的留空' }),
    result: text({ label: '结果', maxLength: 200 }),
    files: attachments({ label: '附件', kinds: ['现场照片', '情况说明', '诊断证明'] }),
  },
  title: 'title',
  keys: [['heldOn', 'title']],
  period: { kinds: ['term'], proposeFrom: 'heldOn' },
  groups: [
    { label: '事件', fields: ['title', 'heldOn', 'heldAt', 'kind', 'slot', 'pupils', 'course'] },
    {
      label: '处置',
      fields: ['measures', 'guardianInformed', 'reportedTo', 'handler', 'closedOn', 'result', 'files'],
    },
  ],
  sort: [{ field: 'heldOn', direction: 'desc' }],
  statistics: [{ id: 'byKind', label: '类别', rows: 'kind', measure: { kind: 'count' } }],
  validate: (values) =>
    values.closedOn !== null && values.closedOn < values.heldOn
      ? [{ path: 'closedOn', sentence: '办结日期不能早于发生日期。' }]
      : [],
});
