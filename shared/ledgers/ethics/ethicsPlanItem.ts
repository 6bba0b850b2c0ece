import { ethicsActivityKinds } from '../../domain/ethics/activityKinds.ts';
import { defineLedger } from '../../ledger/definition.ts';
import { choice, date, longText, text } from '../../ledger/field.ts';
import { ethicsElements } from '../../domain/ethics/words.ts';

/** One line of the yearly ethics plan; whether it was held is derived from the activities, never stored. */
export const ethicsPlanItem = defineLedger({
  id: 'ethicsPlanItem',
  table: 'ethics_plan_item',
  area: 'ethics',
  label: '师德年度计划',
  description: '学年师德建设计划，按六位一体逐项安排；是否落实由师德活动记录得出。',
  fields: {
    element: choice({
      label: '六位一体',
      required: true,
      listWidth: 90,
      filter: true,
      options: ethicsElements,
    }),
    kind: choice({
      label: '活动类别',
      required: true,
      listWidth: 130,
      filter: true,
      options: ethicsActivityKinds,
    }),
    title: text({ label: '计划内容', required: true, listWidth: 260, maxLength: 120, search: 'text' }),
    dueOn: date({ label: '完成期限', required: true, listWidth: 110, filter: true, synonyms: ['计划日期'] }),
    owner: text({ label: '负责人', maxLength: 40, listWidth: 90 }),
    measures: longText({ label: '措施和要求', rows: 3, maxLength: 1000 }),
    cancelledReason: text({ label: '取消原因', maxLength: 200 }),
  },
  title: 'title',
  keys: [['kind', 'title', 'dueOn']],
  period: { kinds: ['schoolYear'], proposeFrom: 'dueOn' },
  groups: [
    {
      label: '计划',
      fields: ['element', 'kind', 'title', 'dueOn', 'owner', 'measures', 'cancelledReason'],
    },
  ],
  sort: [{ field: 'dueOn', direction: 'asc' }],
  statistics: [
    { id: 'byElement', label: '六位一体计划', rows: 'element', columns: 'kind', measure: { kind: 'count' } },
  ],
});
