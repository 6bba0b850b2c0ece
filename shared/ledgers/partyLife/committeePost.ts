import { defineLedger } from '../../ledger/definition.ts';
import { choice, date, integer, reference, text } from '../../ledger/field.ts';
import { partyPosts } from '../../domain/partyLife/words.ts';

/** Effective-dated posts in branch committees and groups (domain.md §1.4). */
export const committeePost = defineLedger({
  id: 'committeePost',
  table: 'committee_post',
  area: 'partyLife',
  label: '支委与组长',
  description: '支部委员会成员和党小组组长的任职起止时间。',
  fields: {
    branch: reference({ label: '党支部', target: 'branch', required: true, listWidth: 140, filter: true }),
    member: reference({
      label: '党员',
      target: 'partyMember',
      required: true,
      listWidth: 100,
      synonyms: ['姓名'],
    }),
    post: choice({
      label: '职务',
      required: true,
      listWidth: 120,
      filter: true,
      options: partyPosts,
      spellings: {
        书记: ['党支部书记', '支部书记'],
        副书记: ['党支部副书记'],
        纪检委员: ['纪律检查委员'],
        党小组组长: ['组长'],
        党务干事: ['记录人'],
      },
    }),
    partyGroup: reference({
      label: '党小组',
      target: 'partyGroup',
      listWidth: 120,
      help: '组长填所带的小组',
      visibleWhen: (values) => values['post'] === '党小组组长',
    }),
    from: date({ label: '任职日期', required: true, listWidth: 110, synonyms: ['任职时间'] }),
    to: date({ label: '免职日期', listWidth: 110, help: '现任的不填' }),
    termNumber: integer({ label: '届次', min: 1, max: 99, unit: '届' }),
    document: text({ label: '批复文号', maxLength: 60 }),
  },
  title: 'member',
  keys: [['branch', 'member', 'post', 'from']],
  effective: { subject: ['branch', 'member', 'post'], from: 'from', to: 'to', exclusive: true },
  groups: [
    {
      label: '任职',
      fields: ['branch', 'member', 'post', 'partyGroup', 'from', 'to', 'termNumber', 'document'],
    },
  ],
  sort: [
    { field: 'branch', direction: 'asc' },
    { field: 'from', direction: 'desc' },
  ],
});
