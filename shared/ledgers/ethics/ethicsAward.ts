import { defineLedger } from '../../ledger/definition.ts';
import { attachments, choice, date, reference, text } from '../../ledger/field.ts';
import { honourLevels } from '../../domain/ethics/words.ts';

export const ethicsAward = defineLedger({
  id: 'ethicsAward',
  table: 'ethics_award',
  area: 'ethics',
  label: '表彰奖励',
  description: '教职工获得的师德和教育教学表彰。',
  fields: {
    staff: reference({
      label: '教职工',
      target: 'staff',
      required: true,
      listWidth: 100,
      filter: true,
      synonyms: ['姓名', '获奖人'],
    }),
    name: text({
      label: '荣誉名称',
      required: true,
      listWidth: 220,
      maxLength: 80,
      search: 'text',
      synonyms: ['名称', '奖项', '荣誉称号'],
    }),
    level: choice({
      label: '级别',
      required: true,
      listWidth: 80,
      filter: true,
      options: honourLevels,
      spellings: { 国家级: ['国家'], 省级: ['省'], 市级: ['市'], 县级: ['县'], 校级: ['校'] },
    }),
    grantedBy: text({ label: '授予单位', listWidth: 140, maxLength: 60 }),
    documentNumber: text({ label: '文号', maxLength: 60 }),
    grantedOn: date({ label: '授予日期', required: true, listWidth: 110, synonyms: ['日期', '获奖时间'] }),
    noticeFrom: date({ label: '公示开始' }),
    noticeTo: date({ label: '公示结束' }),
    files: attachments({ label: '证书', kinds: ['证书', '文件'] }),
  },
  title: 'name',
  keys: [['staff', 'name', 'grantedOn']],
  period: { kinds: ['year'], proposeFrom: 'grantedOn' },
  carry: ['staff'],
  groups: [
    {
      label: '表彰',
      fields: [
        'staff',
        'name',
        'level',
        'grantedBy',
        'documentNumber',
        'grantedOn',
        'noticeFrom',
        'noticeTo',
        'files',
      ],
    },
  ],
  sort: [{ field: 'grantedOn', direction: 'desc' }],
  statistics: [
    { id: 'byLevel', label: '级别', rows: 'period', columns: 'level', measure: { kind: 'count' } },
  ],
});
