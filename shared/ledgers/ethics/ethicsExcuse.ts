import { defineLedger } from '../../ledger/definition.ts';
import { choice, date, reference, text } from '../../ledger/field.ts';
import { signCampaigns } from '../../domain/ethics/words.ts';

/** Why somebody on leave can't sign now; it excuses until the day of the return. */
export const ethicsExcuse = defineLedger({
  id: 'ethicsExcuse',
  table: 'ethics_excuse',
  area: 'ethics',
  label: '未签说明',
  description: '长期请假、借调、外出学习等暂时不能签承诺书或自查表的人员和原因。',
  fields: {
    staff: reference({
      label: '教职工',
      target: 'staff',
      required: true,
      listWidth: 100,
      filter: true,
      synonyms: ['姓名'],
    }),
    campaign: choice({
      label: '事项',
      required: true,
      listWidth: 120,
      filter: true,
      options: signCampaigns,
    }),
    reason: choice({
      label: '原因',
      required: true,
      listWidth: 100,
      options: ['病假', '产假', '事假', '借调', '支教', '外出学习', '其他'],
    }),
    notedOn: date({ label: '说明日期', required: true, listWidth: 110 }),
    backOn: date({ label: '预计返岗', listWidth: 110, help: '返岗后应补签；不填表示本期不再要求' }),
    note: text({ label: '说明', maxLength: 200 }),
  },
  title: 'staff',
  keys: [['staff', 'campaign']],
  period: { kinds: ['schoolYear', 'term'], proposeFrom: 'notedOn' },
  groups: [{ label: '说明', fields: ['staff', 'campaign', 'reason', 'notedOn', 'backOn', 'note'] }],
  sort: [{ field: 'notedOn', direction: 'desc' }],
  validate: ({ notedOn, backOn }) =>
    backOn !== null && backOn < notedOn
      ? [{ path: 'backOn', sentence: '预计返岗日期不能早于说明日期。' }]
      : [],
});
