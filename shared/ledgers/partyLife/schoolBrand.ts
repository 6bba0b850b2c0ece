import { defineLedger } from '../../ledger/definition.ts';
import { attachments, choice, date, longText, reference, text } from '../../ledger/field.ts';

/** 一校一品牌 (domain.md §3.5). */
export const schoolBrand = defineLedger({
  id: 'schoolBrand',
  table: 'school_brand',
  area: 'partyLife',
  label: '党建品牌',
  description: '一校一品牌、一支部一特色的创建情况和佐证材料。',
  fields: {
    name: text({
      label: '品牌名称',
      required: true,
      listWidth: 200,
      maxLength: 60,
      search: 'text',
      example: '红烛先锋',
    }),
    branch: reference({
      label: '党支部',
      target: 'branch',
      listWidth: 130,
      filter: true,
      help: '全校的不填',
    }),
    meaning: longText({ label: '品牌内涵', maxLength: 2000, rows: 3 }),
    startedOn: date({ label: '启动日期', listWidth: 110 }),
    measures: longText({ label: '主要举措', maxLength: 4000, rows: 4 }),
    results: longText({ label: '成效', maxLength: 4000, rows: 4 }),
    awardLevel: choice({
      label: '获评层级',
      listWidth: 100,
      filter: true,
      options: ['未申报', '校级', '县级', '市级', '省级', '国家级'],
    }),
    awardedOn: date({ label: '获评日期' }),
    files: attachments({ label: '佐证材料', kinds: ['方案', '照片', '证书', '报道', '其他'] }),
  },
  title: 'name',
  keys: [['name']],
  groups: [
    { label: '品牌', fields: ['name', 'branch', 'meaning', 'startedOn'] },
    { label: '举措和成效', fields: ['measures', 'results', 'awardLevel', 'awardedOn', 'files'] },
  ],
  sort: [{ field: 'name', direction: 'asc' }],
});
