import { unfoldTimetable } from '../../domain/afterSchool/timetable.ts';
import { defineLedger } from '../../ledger/definition.ts';
import { choice, date, multiChoice, reference, text, time } from '../../ledger/field.ts';
import { schooldayChoice } from '../base/choices.ts';
import { servedTypes } from './servedTypes.ts';

/** When a teacher can't serve: lessons of the timetable, leave, part time, meetings. */
export const serviceBusyTime = defineLedger({
  id: 'serviceBusyTime',
  table: 'service_busy_time',
  area: 'afterSchool',
  label: '教师占用时间',
  description:
    '教师不能参加课后服务的时间：课表上的课、请假、非全日、会议。排班时避开。可以直接导入班级课表或教师课表（要有每节课的起止时间）。',
  schoolTypes: servedTypes,
  fields: {
    staff: reference({
      label: '教职工',
      target: 'staff',
      required: true,
      listWidth: 110,
      filter: true,
      synonyms: ['教师', '姓名'],
    }),
    kind: choice({
      label: '事由',
      required: true,
      listWidth: 90,
      filter: true,
      defaultValue: '请假',
      options: [
        { value: '上课', synonyms: ['课', '课表'] },
        { value: '请假', synonyms: ['病假', '事假', '产假', '公差'] },
        { value: '非全日', synonyms: ['部分时间在岗'] },
        { value: '会议', synonyms: ['教研', '例会'] },
      ],
    }),
    weekdays: multiChoice({ label: '星期', ...schooldayChoice, listWidth: 150, help: '留空为每天' }),
    startsAt: time({ label: '开始', listWidth: 80, help: '留空为全天' }),
    endsAt: time({ label: '结束', listWidth: 80 }),
    from: date({ label: '自', listWidth: 110, filter: true, help: '留空为整个学期' }),
    to: date({ label: '至', listWidth: 110, filter: true, help: '当天也算；没有结束日期的留空' }),
    label: text({ label: '说明', maxLength: 60, listWidth: 160, example: '三年级2班数学课' }),
  },
  unfold: unfoldTimetable,
  title: 'staff',
  keys: [['staff', 'kind', 'from', 'startsAt', 'label']],
  period: { kinds: ['term'], proposeFrom: 'from' },
  groups: [
    { label: '谁、什么事', fields: ['staff', 'kind', 'label'] },
    { label: '时间', fields: ['weekdays', 'startsAt', 'endsAt', 'from', 'to'] },
  ],
  sort: [{ field: 'from', direction: 'desc' }],
  validate: (values) => [
    ...((values.startsAt === null) !== (values.endsAt === null)
      ? [{ path: 'endsAt', sentence: '开始和结束时间要么都填，要么都留空（全天）。' }]
      : []),
    ...(values.startsAt !== null && values.endsAt !== null && values.endsAt <= values.startsAt
      ? [{ path: 'endsAt', sentence: '结束时间要晚于开始时间。' }]
      : []),
    ...(values.from !== null && values.to !== null && values.to < values.from
      ? [{ path: 'to', sentence: '“至”不能早于“自”。' }]
      : []),
  ],
});
