import { defineLedger } from '../../ledger/definition.ts';
import { attachments, choice, date, longText, reference, text, time } from '../../ledger/field.ts';
import { servedTypes } from './servedTypes.ts';

/** 安全台账 (domain.md §5.3): a round during the service, what was found, and its mending until it is closed. */
export const serviceSafetyRound = defineLedger({
  id: 'serviceSafetyRound',
  table: 'service_safety_round',
  area: 'afterSchool',
  label: '安全巡查',
  description: '课后服务期间的安全巡查：场地、到岗、隐患和整改。',
  schoolTypes: servedTypes,
  fields: {
    heldOn: date({ label: '日期', required: true, listWidth: 110, filter: true, synonyms: ['巡查日期'] }),
    heldAt: time({ label: '时间', listWidth: 80 }),
    patrol: reference({
      label: '巡查人',
      target: 'staff',
      required: true,
      listWidth: 100,
      synonyms: ['检查人'],
    }),
    leader: reference({ label: '值班领导', target: 'staff', required: true, listWidth: 100 }),
    places: text({ label: '巡查地点', maxLength: 100, example: '教学楼、操场、校门口' }),
    facilities: choice({
      label: '场地设施',
      required: true,
      listWidth: 100,
      filter: true,
      defaultValue: '正常',
      options: ['正常', '有隐患'],
    }),
    attendance: choice({
      label: '人员到岗',
      required: true,
      listWidth: 100,
      filter: true,
      defaultValue: '全部到岗',
      options: ['全部到岗', '有人缺岗'],
    }),
    absentees: text({
      label: '缺岗情况',
      maxLength: 100,
      visibleWhen: (values) => values['attendance'] === '有人缺岗',
      help: '谁缺岗、由谁顶岗',
      required: true,
    }),
    hazard: longText({
      label: '隐患',
      rows: 2,
      maxLength: 500,
      required: true,
      visibleWhen: (values) => values['facilities'] === '有隐患',
    }),
    owner: reference({
      label: '整改负责人',
      target: 'staff',
      visibleWhen: (values) => values['facilities'] === '有隐患',
    }),
    dueOn: date({ label: '整改期限', visibleWhen: (values) => values['facilities'] === '有隐患' }),
    measure: longText({
      label: '整改情况',
      rows: 2,
      maxLength: 500,
      visibleWhen: (values) => values['facilities'] === '有隐患',
    }),
    closedOn: date({
      label: '销号日期',
      listWidth: 110,
      filter: true,
      help: '隐患消除的日子；没消除的留空',
      visibleWhen: (values) => values['facilities'] === '有隐患',
    }),
    files: attachments({ label: '附件', kinds: ['现场照片', '整改照片'] }),
  },
  title: 'heldOn',
  keys: [['heldOn', 'heldAt', 'patrol']],
  period: { kinds: ['term'], proposeFrom: 'heldOn' },
  carry: ['patrol', 'leader'],
  groups: [
    { label: '巡查', fields: ['heldOn', 'heldAt', 'patrol', 'leader', 'places'] },
    { label: '情况', fields: ['facilities', 'attendance', 'absentees', 'hazard'] },
    { label: '整改', fields: ['owner', 'dueOn', 'measure', 'closedOn', 'files'] },
  ],
  sort: [{ field: 'heldOn', direction: 'desc' }],
  statistics: [{ id: 'byFacilities', label: '场地设施', rows: 'facilities', measure: { kind: 'count' } }],
  validate: (values) =>
    values.closedOn !== null && values.closedOn < values.heldOn
      ? [{ path: 'closedOn', sentence: '销号日期不能早于巡查日期。' }]
      : [],
});
