import { defineLedger } from '../../ledger/definition.ts';
import { choice, date, reference, text } from '../../ledger/field.ts';
import { memberStatuses } from '../../domain/partyLife/words.ts';

/** Effective-dated membership: branch, group and status of a member on any day. Every quorum is counted from these facts. */
export const partyMembership = defineLedger({
  id: 'partyMembership',
  table: 'party_membership',
  area: 'partyLife',
  label: '组织关系变动',
  description: '党员在各支部、小组的起止时间和类别，修改党员名册时自动续写。',
  fields: {
    member: reference({ label: '党员', target: 'partyMember', required: true, listWidth: 100, filter: true }),
    branch: reference({ label: '党支部', target: 'branch', required: true, listWidth: 140, filter: true }),
    partyGroup: reference({ label: '党小组', target: 'partyGroup', listWidth: 120 }),
    status: choice({ label: '党员类别', required: true, listWidth: 100, options: memberStatuses }),
    from: date({ label: '开始日期', required: true, listWidth: 110 }),
    to: date({ label: '结束日期', listWidth: 110, help: '现在仍是的不填' }),
    reason: text({ label: '变动原因', maxLength: 60 }),
  },
  title: 'member',
  keys: [['member', 'from']],
  effective: { subject: ['member'], from: 'from', to: 'to', exclusive: true },
  groups: [
    { label: '组织关系', fields: ['member', 'branch', 'partyGroup', 'status', 'from', 'to', 'reason'] },
  ],
  sort: [{ field: 'from', direction: 'desc' }],
});
