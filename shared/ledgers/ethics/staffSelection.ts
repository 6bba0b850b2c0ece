import { gatePurposes } from '../../domain/ethics/gatePurposes.ts';
import { defineLedger } from '../../ledger/definition.ts';
import { choice, date, reference, text } from '../../ledger/field.ts';

/** Whom the school put forward for a title, a post, an honour …: the lists that ethics can stop (师德第一标准). */
export const staffSelection = defineLedger({
  id: 'staffSelection',
  table: 'staff_selection',
  area: 'ethics',
  label: '评聘评优名单',
  description: '学校推荐资格认定、岗位聘用、职称评聘、评优、培养项目的人员和日期。',
  fields: {
    staff: reference({
      label: '教职工',
      target: 'staff',
      required: true,
      listWidth: 100,
      filter: true,
      synonyms: ['姓名', '推荐人选'],
    }),
    purpose: choice({
      label: '事项',
      required: true,
      listWidth: 110,
      filter: true,
      options: gatePurposes,
    }),
    name: text({ label: '名称', listWidth: 200, maxLength: 80, example: '一级教师评审', search: 'text' }),
    listedOn: date({ label: '推荐日期', required: true, listWidth: 110, synonyms: ['日期'] }),
    outcome: choice({ label: '结果', listWidth: 90, options: ['推荐中', '通过', '未通过', '撤回'] }),
    document: text({ label: '文号', maxLength: 60 }),
  },
  title: 'staff',
  keys: [['staff', 'purpose', 'listedOn']],
  period: { kinds: ['year'], proposeFrom: 'listedOn' },
  groups: [{ label: '推荐', fields: ['staff', 'purpose', 'name', 'listedOn', 'outcome', 'document'] }],
  sort: [{ field: 'listedOn', direction: 'desc' }],
});
