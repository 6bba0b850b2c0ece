import { schoolTypes } from '../../kernel/schoolType.ts';
import { defineLedger } from '../../ledger/definition.ts';
import { choice, date, phone, reference, text } from '../../ledger/field.ts';

/** The school itself: one record, whose id every other record carries. */
export const school = defineLedger({
  id: 'school',
  table: 'school',
  area: 'base',
  label: '学校概况',
  description: '本校的名称、类型和负责人。',
  fields: {
    name: text({
      label: '学校名称',
      required: true,
      listWidth: 260,
      maxLength: 60,
      synonyms: ['单位名称', '学校', '校名'],
      example: '山丹县××学校',
    }),
    type: choice({
      label: '学校类型',
      required: true,
      listWidth: 140,
      options: schoolTypes,
    }),
    nature: choice({ label: '办学性质', options: ['公办', '民办'], defaultValue: '公办', listWidth: 90 }),
    code: text({
      label: '学校标识码',
      maxLength: 10,
      listWidth: 120,
      help: '10 位数字',
      validate: (value) => (/^\d{10}$/.test(value) ? undefined : '学校标识码应为 10 位数字。'),
    }),
    town: choice({
      label: '所在乡镇',
      options: [
        '清泉镇',
        '位奇镇',
        '霍城镇',
        '陈户镇',
        '大马营镇',
        '东乐镇',
        '老军乡',
        '李桥乡',
        '国营山丹农场',
        '中牧公司山丹马场',
      ],
    }),
    address: text({ label: '地址', maxLength: 120 }),
    telephone: phone({ label: '联系电话', sensitivity: 'open', mask: 'none' }),
    headStaff: reference({ label: '负责人', target: 'staff' }),
    superiorPartyOrganisation: text({ label: '上级党组织', maxLength: 60 }),
    foundedOn: date({ label: '建校日期' }),
  },
  title: 'name',
  keys: [['name']],
  groups: [
    { label: '基本情况', fields: ['name', 'type', 'nature', 'code', 'foundedOn'] },
    { label: '联系方式', fields: ['town', 'address', 'telephone', 'headStaff', 'superiorPartyOrganisation'] },
  ],
  sort: [{ field: 'name', direction: 'asc' }],
});
