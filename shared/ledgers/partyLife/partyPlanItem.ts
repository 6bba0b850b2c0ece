import { defineLedger } from '../../ledger/definition.ts';
import { choice, date, reference, text, time } from '../../ledger/field.ts';
import { meetingTypeChoice } from './choices.ts';

/** One line of the year plan: which obligation is to be met when and where; the record made of it is linked. */
export const partyPlanItem = defineLedger({
  id: 'partyPlanItem',
  table: 'party_plan_item',
  area: 'partyLife',
  label: '组织生活计划',
  description: '支部和党小组全年组织生活的计划安排，一次活动一条。',
  fields: {
    title: text({
      label: '计划内容',
      required: true,
      listWidth: 240,
      maxLength: 120,
      search: 'text',
      synonyms: ['内容', '活动内容'],
    }),
    type: choice({
      label: '类型',
      required: true,
      listWidth: 130,
      filter: true,
      ...meetingTypeChoice,
      synonyms: ['会议类型'],
    }),
    branch: reference({ label: '党支部', target: 'branch', required: true, listWidth: 120, filter: true }),
    partyGroup: reference({
      label: '党小组',
      target: 'partyGroup',
      listWidth: 110,
      visibleWhen: (values) => values['type'] === '党小组会',
    }),
    plannedOn: date({
      label: '计划日期',
      required: true,
      listWidth: 110,
      filter: true,
      synonyms: ['日期', '时间'],
    }),
    startsAt: time({ label: '开始', listWidth: 70, synonyms: ['开始时间'] }),
    endsAt: time({ label: '结束', synonyms: ['结束时间'] }),
    place: text({ label: '地点', maxLength: 60, listWidth: 120 }),
    owner: reference({ label: '负责人', target: 'partyMember', listWidth: 90 }),
    earliestOn: date({ label: '最早日期', help: '这次活动可以安排的第一天' }),
    latestOn: date({ label: '最迟日期', listWidth: 110, help: '超过这一天就算未完成' }),
    filedOn: date({ label: '报备日期' }),
    meeting: reference({
      label: '对应的记录',
      target: 'partyMeeting',
      help: '开完以后选这次会议的记录',
    }),
    cancelledReason: text({ label: '取消原因', maxLength: 200 }),
  },
  title: 'title',
  keys: [['branch', 'partyGroup', 'type', 'plannedOn']],
  period: { kinds: ['month', 'quarter', 'year'], proposeFrom: 'plannedOn' },
  carry: ['branch'],
  groups: [
    {
      label: '计划',
      fields: ['title', 'type', 'branch', 'partyGroup', 'plannedOn', 'startsAt', 'endsAt', 'place', 'owner'],
    },
    { label: '期限和落实', fields: ['earliestOn', 'latestOn', 'filedOn', 'meeting', 'cancelledReason'] },
  ],
  sort: [{ field: 'plannedOn', direction: 'asc' }],
  statistics: [
    { id: 'byMonth', label: '计划次数', rows: 'type', columns: 'period', measure: { kind: 'count' } },
  ],
  validate: (values) => {
    const { earliestOn, latestOn, startsAt, endsAt } = values;
    if (earliestOn !== null && latestOn !== null && latestOn < earliestOn)
      return [{ path: 'latestOn', sentence: '最迟日期不能早于最早日期。' }];
    if (startsAt !== null && endsAt !== null && endsAt <= startsAt)
      return [{ path: 'endsAt', sentence: '结束时间要晚于开始时间。' }];
    return [];
  },
});
