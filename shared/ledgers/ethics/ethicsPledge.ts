import { defineLedger } from '../../ledger/definition.ts';
import { attachments, date, reference, text } from '../../ledger/field.ts';

export const ethicsPledge = defineLedger({
  id: 'ethicsPledge',
  table: 'ethics_pledge',
  area: 'ethics',
  label: '师德承诺书',
  description: '每学年教职工签订的师德承诺书，开学 30 天内应全部签订。',
  fields: {
    staff: reference({
      label: '教职工',
      target: 'staff',
      required: true,
      listWidth: 100,
      filter: true,
      synonyms: ['姓名', '承诺人'],
    }),
    version: text({ label: '条款版本', required: true, listWidth: 140, maxLength: 40, example: '2026年版' }),
    signedOn: date({ label: '签订日期', required: true, listWidth: 110, synonyms: ['签字日期', '日期'] }),
    witness: text({ label: '见证人', maxLength: 30, listWidth: 90 }),
    files: attachments({ label: '签字页', kinds: ['签字页'] }),
  },
  title: 'staff',
  keys: [['staff', 'signedOn']],
  period: { kinds: ['schoolYear'], proposeFrom: 'signedOn' },
  carry: ['version'],
  groups: [{ label: '承诺', fields: ['staff', 'version', 'signedOn', 'witness', 'files'] }],
  sort: [{ field: 'signedOn', direction: 'desc' }],
});
