import { defineLedger } from '../../ledger/definition.ts';
import { attachments, date, longText, reference, text } from '../../ledger/field.ts';

/** 季度计划报备表: filed by the fifth day of a quarter's first month (domain.md §1.6). */
export const partyQuarterPlan = defineLedger({
  id: 'partyQuarterPlan',
  table: 'party_quarter_plan',
  area: 'partyLife',
  label: '季度计划报备',
  description: '每季度向上级党组织报备的组织生活计划。',
  fields: {
    title: text({
      label: '名称',
      required: true,
      listWidth: 220,
      maxLength: 80,
      example: '2026年第四季度组织生活计划',
    }),
    branch: reference({ label: '党支部', target: 'branch', required: true, listWidth: 130, filter: true }),
    content: longText({ label: '计划内容', rows: 8, search: 'text' }),
    filedOn: date({ label: '报备日期', required: true, listWidth: 110, help: '季度第一个月的 5 日前' }),
    filedTo: text({ label: '报备单位', maxLength: 60, listWidth: 160 }),
    files: attachments({ label: '附件', kinds: ['计划报备表', '其他'] }),
  },
  title: 'title',
  keys: [['branch']],
  period: { kinds: ['quarter'] },
  groups: [{ label: '报备', fields: ['title', 'branch', 'content', 'filedOn', 'filedTo', 'files'] }],
  sort: [{ field: 'filedOn', direction: 'desc' }],
});
