import { defineLedger } from '../../ledger/definition.ts';
import { choice, date, longText, money, text } from '../../ledger/field.ts';
import { servedTypes } from './servedTypes.ts';
import { accountDirections } from '../../domain/afterSchool/words.ts';

export const incomeItems = ['财政补助', '课后服务费', '社会捐助'] as const;
export const expenseItems = ['教师补助', '校外人员报酬', '耗材', '退费', '场地设备'] as const;

/** Income and expenditure of after-school service, for the notice of every term (收支公示, domain.md §5.3). */
export const serviceAccount = defineLedger({
  id: 'serviceAccount',
  table: 'service_account',
  area: 'afterSchool',
  label: '课后服务收支',
  description: '课后服务经费的每笔收入和支出，每学期公示。',
  schoolTypes: servedTypes,
  fields: {
    bookedOn: date({ label: '日期', required: true, listWidth: 110 }),
    direction: choice({
      label: '收支',
      required: true,
      listWidth: 80,
      filter: true,
      options: accountDirections,
      spellings: { 收入: ['收'], 支出: ['支', '付'] },
    }),
    item: choice({
      label: '项目',
      required: true,
      listWidth: 120,
      filter: true,
      options: [...incomeItems, ...expenseItems, '其他'],
      synonyms: ['科目', '收支项目'],
    }),
    amount: money({ label: '金额', required: true, min: 0, listWidth: 110 }),
    voucher: text({ label: '凭证号', maxLength: 30, listWidth: 120 }),
    partner: text({ label: '对方单位或个人', maxLength: 60 }),
    note: longText({ label: '说明', maxLength: 500, rows: 2 }),
  },
  title: 'item',
  keys: [['voucher']],
  period: { kinds: ['term'], proposeFrom: 'bookedOn' },
  groups: [
    {
      label: '收支',
      fields: ['bookedOn', 'direction', 'item', 'amount', 'voucher', 'partner', 'note'],
    },
  ],
  sort: [{ field: 'bookedOn', direction: 'desc' }],
  statistics: [
    {
      id: 'byItem',
      label: '各项金额',
      rows: 'item',
      columns: 'direction',
      measure: { kind: 'sum', field: 'amount' },
    },
  ],
  validate: ({ direction, item }) => {
    const wrong =
      direction === '收入'
        ? (expenseItems as readonly string[]).includes(item)
        : (incomeItems as readonly string[]).includes(item);
    return wrong ? [{ path: 'item', sentence: `“${item}”不是${direction}项目，请改收支或项目。` }] : [];
  },
});
