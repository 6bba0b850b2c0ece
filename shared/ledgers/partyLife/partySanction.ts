import { defineLedger } from '../../ledger/definition.ts';
import { choice, date, reference, text } from '../../ledger/field.ts';
import { partySanctions } from '../../domain/partyLife/words.ts';

/** Party discipline with its running time; 留党察看 takes the vote away (domain.md §1.3, §1.5). */
export const partySanction = defineLedger({
  id: 'partySanction',
  table: 'party_sanction',
  area: 'partyLife',
  label: '党纪处分',
  description: '党员受到的党纪处分及起止时间，影响表决权的计算。',
  fields: {
    member: reference({
      label: '党员',
      target: 'partyMember',
      required: true,
      listWidth: 100,
      sensitivity: 'internal',
      mask: 'sanction',
    }),
    kind: choice({
      label: '处分种类',
      required: true,
      listWidth: 120,
      sensitivity: 'internal',
      mask: 'sanction',
      options: partySanctions,
    }),
    from: date({ label: '起始日期', required: true, listWidth: 110 }),
    to: date({ label: '结束日期', listWidth: 110 }),
    document: text({ label: '决定文号', maxLength: 60 }),
  },
  title: 'member',
  keys: [['member', 'from', 'kind']],
  effective: { subject: ['member'], from: 'from', to: 'to', exclusive: false },
  groups: [{ label: '处分', fields: ['member', 'kind', 'from', 'to', 'document'] }],
  sort: [{ field: 'from', direction: 'desc' }],
});
