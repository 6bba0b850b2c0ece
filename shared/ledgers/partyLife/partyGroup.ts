import { defineLedger } from '../../ledger/definition.ts';
import { date, reference, text } from '../../ledger/field.ts';

export const partyGroup = defineLedger({
  id: 'partyGroup',
  table: 'party_group',
  area: 'partyLife',
  label: '党小组',
  description: '党支部下设的党小组；没有划分小组的支部不用填。',
  fields: {
    name: text({
      label: '党小组名称',
      required: true,
      listWidth: 160,
      maxLength: 40,
      synonyms: ['党小组', '小组'],
      example: '第一党小组',
    }),
    branch: reference({ label: '党支部', target: 'branch', required: true, listWidth: 140, filter: true }),
    foundedOn: date({ label: '成立日期', required: true, listWidth: 110 }),
    endedOn: date({ label: '撤销日期' }),
  },
  title: 'name',
  keys: [['branch', 'name']],
  groups: [{ label: '党小组', fields: ['name', 'branch', 'foundedOn', 'endedOn'] }],
  sort: [
    { field: 'branch', direction: 'asc' },
    { field: 'name', direction: 'asc' },
  ],
});
