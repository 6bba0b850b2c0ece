import { defineLedger } from '../../ledger/definition.ts';
import { choice, date, money, percentage, reference, text } from '../../ledger/field.ts';
import { feeSituationChoice } from './choices.ts';

/** 党费 of one member in one month (domain.md §1.8). Rate and amount due are filled in from the bands when left empty. */
export const partyFee = defineLedger({
  id: 'partyFee',
  table: 'party_fee',
  area: 'partyLife',
  label: '党费收缴',
  description: '党员每月应交、实交的党费，一人一月一条。',
  fields: {
    member: reference({
      label: '党员',
      target: 'partyMember',
      required: true,
      listWidth: 100,
      filter: true,
      synonyms: ['姓名'],
    }),
    branch: reference({ label: '党支部', target: 'branch', required: true, listWidth: 130, filter: true }),
    situation: choice({
      label: '党费类别',
      required: true,
      listWidth: 90,
      defaultValue: '在职',
      ...feeSituationChoice,
    }),
    base: money({
      label: '党费基数',
      min: 0,
      listWidth: 100,
      sensitivity: 'internal',
      mask: 'pay',
      synonyms: ['基数', '计算基数'],
      help: '不填时取党员名册里的基数',
    }),
    rate: percentage({
      label: '比例',
      min: 0,
      max: 100,
      digits: 2,
      listWidth: 70,
      help: '不填时按基数所在档次计算',
    }),
    due: money({
      label: '应交',
      min: 0,
      listWidth: 90,
      total: true,
      synonyms: ['应交党费', '应缴'],
      help: '不填时按比例计算',
    }),
    reduction: text({ label: '减免说明', maxLength: 100, help: '本人申请、支部讨论、上级同意的减免' }),
    paid: money({
      label: '实交',
      help: '填了交纳日期而不填实交的，按应交记',
      min: 0,
      listWidth: 90,
      total: true,
      synonyms: ['实交党费', '实缴'],
    }),
    paidOn: date({ label: '交纳日期', listWidth: 110, synonyms: ['交费日期', '缴纳日期'] }),
    receivedBy: text({ label: '经办人', maxLength: 30 }),
    arrearsReason: text({ label: '欠交原因', maxLength: 200 }),
  },
  title: 'member',
  keys: [['member']],
  period: { kinds: ['month'] },
  carry: ['branch'],
  groups: [
    { label: '应交', fields: ['member', 'branch', 'situation', 'base', 'rate', 'due', 'reduction'] },
    { label: '交纳', fields: ['paid', 'paidOn', 'receivedBy', 'arrearsReason'] },
  ],
  sort: [{ field: 'member', direction: 'asc' }],
  statistics: [
    {
      id: 'paidByMonth',
      label: '各支部每月实交党费',
      rows: 'branch',
      columns: 'period',
      measure: { kind: 'sum', field: 'paid' },
    },
  ],
  validate: (values) => {
    if (values.paid !== null && values.paid > 0 && values.paidOn === null)
      return [{ path: 'paidOn', sentence: '已经交纳的请填写交纳日期。' }];
    return [];
  },
});
