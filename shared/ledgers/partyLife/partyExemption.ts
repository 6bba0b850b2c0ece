import { defineLedger } from '../../ledger/definition.ts';
import { choice, reference, text } from '../../ledger/field.ts';
import { meetingTypeChoice } from './choices.ts';

/** A reasoned excuse for one obligation in one window, e.g. 支委会 in a month of the winter vacation. */
export const partyExemption = defineLedger({
  id: 'partyExemption',
  table: 'party_exemption',
  area: 'partyLife',
  label: '未开展说明',
  description: '某个月或季度确实没有开展的组织生活，在这里说明原因。',
  fields: {
    branch: reference({ label: '党支部', target: 'branch', required: true, listWidth: 140, filter: true }),
    partyGroup: reference({ label: '党小组', target: 'partyGroup', listWidth: 120 }),
    type: choice({ label: '会议类型', required: true, listWidth: 140, ...meetingTypeChoice }),
    reason: text({ label: '原因', required: true, listWidth: 260, maxLength: 300 }),
    approvedBy: text({ label: '同意的上级', maxLength: 60 }),
  },
  title: 'type',
  keys: [['branch', 'partyGroup', 'type', 'reason']],
  period: { kinds: ['month', 'quarter', 'year'] },
  carry: ['branch', 'reason'],
  groups: [{ label: '说明', fields: ['branch', 'partyGroup', 'type', 'reason', 'approvedBy'] }],
  sort: [{ field: 'branch', direction: 'asc' }],
});
