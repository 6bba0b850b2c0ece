import { defineLedger } from '../../ledger/definition.ts';
import { choice, date, reference, text } from '../../ledger/field.ts';
import { leadingGroups } from '../../domain/governance/words.ts';

/** Effective-dated membership of the school's two leading groups: who counts as 应到 on a day (domain.md §3.2). */
export const leadingGroupPost = defineLedger({
  id: 'leadingGroupPost',
  table: 'leading_group_post',
  area: 'partyLife',
  label: '领导班子成员',
  description: '学校党组织班子和行政班子成员的起止时间，用来核对党组织会议和校长办公会的应到人数。',
  fields: {
    staff: reference({ label: '姓名', target: 'staff', required: true, listWidth: 100 }),
    group: choice({
      label: '班子',
      required: true,
      listWidth: 110,
      filter: true,
      options: leadingGroups,
    }),
    post: text({ label: '职务', listWidth: 140, maxLength: 40, example: '党组织书记' }),
    from: date({ label: '开始日期', required: true, listWidth: 110, synonyms: ['任职日期', '任职时间'] }),
    to: date({ label: '结束日期', listWidth: 110, help: '现任的不填', synonyms: ['免职日期'] }),
    document: text({ label: '任免文号', maxLength: 60 }),
  },
  title: 'staff',
  keys: [['staff', 'group', 'from']],
  effective: { subject: ['staff', 'group'], from: 'from', to: 'to', exclusive: true },
  groups: [{ label: '班子成员', fields: ['staff', 'group', 'post', 'from', 'to', 'document'] }],
  sort: [
    { field: 'group', direction: 'asc' },
    { field: 'from', direction: 'desc' },
  ],
});
