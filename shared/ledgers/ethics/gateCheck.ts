import { gatePurposes } from '../../domain/ethics/gatePurposes.ts';
import { defineLedger } from '../../ledger/definition.ts';
import { choice, date, details, longText, reference, text } from '../../ledger/field.ts';
import { gateOutcomes } from '../../domain/ethics/words.ts';

/** 师德前置审核 that the school kept: what the gate said on that day, and what the school decided about it. */
export const gateCheck = defineLedger({
  id: 'gateCheck',
  table: 'gate_check',
  area: 'ethics',
  label: '师德前置审核',
  description: '评优、评聘、考核等名单的师德审核结果和学校的决定，由“师德把关”生成。',
  fields: {
    title: text({ label: '名称', required: true, listWidth: 260, maxLength: 100, search: 'text' }),
    purpose: choice({
      label: '事项',
      required: true,
      listWidth: 110,
      filter: true,
      options: gatePurposes,
    }),
    checkedOn: date({ label: '审核日期', required: true, listWidth: 110 }),
    rows: details({
      label: '审核结果',
      rowLabel: '人员',
      rowKey: ['staff'],
      fields: {
        staff: reference({ label: '教职工', target: 'staff', required: true }),
        outcome: choice({ label: '结果', required: true, options: gateOutcomes }),
        until: date({ label: '限制到' }),
        reasons: longText({
          label: '理由和依据',
          rows: 2,
          maxLength: 3000,
          sensitivity: 'internal',
          mask: 'sanction',
        }),
        decision: choice({ label: '学校决定', options: ['同意推荐', '不推荐'] }),
      },
    }),
    opinion: longText({ label: '审核意见', rows: 2, maxLength: 1000 }),
  },
  title: 'title',
  keys: [['title', 'checkedOn']],
  period: { kinds: ['year'], proposeFrom: 'checkedOn' },
  groups: [
    { label: '审核', fields: ['title', 'purpose', 'checkedOn'] },
    { label: '结果', fields: ['rows', 'opinion'] },
  ],
  sort: [{ field: 'checkedOn', direction: 'desc' }],
});
