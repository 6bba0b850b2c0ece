import { defineLedger } from '../../ledger/definition.ts';
import { choice, date, reference, text } from '../../ledger/field.ts';
import { entryCheckResults } from '../../domain/base/words.ts';

/** 准入查询 of on-campus staff: only date, channel and yes/no are kept (domain.md §4.8). */
export const entryCheck = defineLedger({
  id: 'entryCheck',
  table: 'entry_check',
  area: 'ethics',
  label: '准入查询',
  description: '教职工入职前和每年的违法犯罪记录查询，只记有无，不记内容。',
  fields: {
    staff: reference({
      label: '教职工',
      target: 'staff',
      required: true,
      listWidth: 100,
      filter: true,
      synonyms: ['姓名'],
    }),
    checkedOn: date({ label: '查询日期', required: true, listWidth: 110 }),
    channel: choice({
      label: '查询渠道',
      required: true,
      listWidth: 160,
      options: ['全国教师管理信息系统', '公安机关', '教育局统一查询'],
    }),
    result: choice({
      label: '结果',
      required: true,
      listWidth: 70,
      options: entryCheckResults,
      sensitivity: 'internal',
      mask: 'entryResult',
    }),
    operator: text({ label: '经办人', maxLength: 30, listWidth: 90 }),
  },
  title: 'staff',
  keys: [['staff', 'checkedOn']],
  period: { kinds: ['year'], proposeFrom: 'checkedOn' },
  groups: [{ label: '查询', fields: ['staff', 'checkedOn', 'channel', 'result', 'operator'] }],
  sort: [{ field: 'checkedOn', direction: 'desc' }],
});
