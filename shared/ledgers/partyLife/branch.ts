import { defineLedger } from '../../ledger/definition.ts';
import { choice, date, integer, longText, text } from '../../ledger/field.ts';
import { schooldayChoice } from '../base/choices.ts';

export const branch = defineLedger({
  id: 'branch',
  table: 'branch',
  area: 'partyLife',
  label: '党支部',
  description: '本校的党支部、任期和主题党日固定日。',
  fields: {
    name: text({
      label: '党支部名称',
      required: true,
      listWidth: 240,
      maxLength: 60,
      synonyms: ['支部名称', '所在党支部', '党支部', '支部'],
      example: '中共山丹县××学校第一支部委员会',
    }),
    shortName: text({ label: '简称', required: true, listWidth: 120, maxLength: 20, example: '第一党支部' }),
    superior: text({ label: '上级党组织', maxLength: 60, listWidth: 180 }),
    foundedOn: date({ label: '成立日期', required: true, listWidth: 110 }),
    endedOn: date({ label: '撤销日期' }),
    termStartsOn: date({ label: '本届开始', listWidth: 110 }),
    termNumber: integer({ label: '届次', min: 1, max: 99, unit: '届' }),
    termEndsOn: date({ label: '任期届满', listWidth: 110, help: '学校党支部一届 3 年' }),
    extendedUntil: date({ label: '经批准延期至', help: '须报上级党组织批准，一般不超过 1 年' }),
    extensionDocument: text({ label: '延期批复文号', maxLength: 60 }),
    partyDayOfMonth: integer({
      label: '主题党日固定日',
      min: 1,
      max: 31,
      unit: '日',
      help: '每月几号开展主题党日',
    }),
    partyDayWeek: choice({
      label: '或每月第几个',
      options: ['第一个', '第二个', '第三个', '第四个', '最后一个'],
      help: '固定在某个星期几的支部填这两栏，例如“第二个”“周五”',
    }),
    partyDayWeekday: choice({ label: '星期几', ...schooldayChoice }),
    remark: longText({ label: '备注', maxLength: 1000, rows: 2 }),
  },
  title: 'shortName',
  keys: [['name'], ['shortName']],
  groups: [
    { label: '支部', fields: ['name', 'shortName', 'superior', 'foundedOn', 'endedOn'] },
    {
      label: '任期与固定日',
      fields: [
        'termNumber',
        'termStartsOn',
        'termEndsOn',
        'extendedUntil',
        'extensionDocument',
        'partyDayOfMonth',
        'partyDayWeek',
        'partyDayWeekday',
        'remark',
      ],
    },
  ],
  sort: [{ field: 'shortName', direction: 'asc' }],
  validate: (values) => {
    const { partyDayWeek, partyDayWeekday } = values;
    if ((partyDayWeek === null) === (partyDayWeekday === null)) return [];
    const path = partyDayWeek === null ? 'partyDayWeek' : 'partyDayWeekday';
    return [{ path, sentence: '固定在星期几的，“第几个”和“星期几”两栏要一起填。' }];
  },
});
