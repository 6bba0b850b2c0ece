import { defineLedger } from '../../ledger/definition.ts';
import { attachments, choice, date, longText, reference, text } from '../../ledger/field.ts';

/** 一校一品牌: the brand a branch works on (domain.md §3.5). */
export const partyBrand = defineLedger({
  id: 'partyBrand',
  table: 'party_brand',
  area: 'partyLife',
  label: '党建品牌',
  description: '一校一品牌、一支部一特色的创建情况。',
  fields: {
    name: text({ label: '品牌名称', required: true, listWidth: 200, maxLength: 60, search: 'text' }),
    branch: reference({ label: '党支部', target: 'branch', listWidth: 130, filter: true }),
    meaning: longText({ label: '品牌内涵', required: true, maxLength: 3000, rows: 3, search: 'text' }),
    startedOn: date({ label: '启动日期', required: true, listWidth: 110 }),
    measures: longText({ label: '主要举措', maxLength: 5000, rows: 4 }),
    results: longText({ label: '工作成效', maxLength: 5000, rows: 4 }),
    level: choice({
      label: '获评层级',
      listWidth: 90,
      filter: true,
      options: ['未申报', '校级', '县级', '市级', '省级', '国家级'],
    }),
    recognisedOn: date({ label: '获评日期' }),
    owner: reference({ label: '负责人', target: 'partyMember' }),
    files: attachments({ label: '佐证材料', kinds: ['方案', '照片', '报道', '证书', '其他'] }),
  },
  title: 'name',
  keys: [['name']],
  groups: [
    { label: '品牌', fields: ['name', 'branch', 'meaning', 'startedOn', 'owner'] },
    { label: '创建', fields: ['measures', 'results', 'level', 'recognisedOn', 'files'] },
  ],
  sort: [{ field: 'startedOn', direction: 'desc' }],
});
