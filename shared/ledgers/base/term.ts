import { defineLedger } from '../../ledger/definition.ts';
import { choice, date, text, time } from '../../ledger/field.ts';

/** Terms with their dates: week numbers, teaching days and service checks follow from them. Dates differ by county and year. */
export const term = defineLedger({
  id: 'term',
  table: 'term',
  area: 'base',
  label: '学期校历',
  description: '每学期的起止、上课和放假日期；周次和课后服务检查都以此为准。',
  fields: {
    name: text({ label: '学期', required: true, listWidth: 220, example: '2026—2027学年第一学期' }),
    season: choice({
      label: '学期序',
      required: true,
      listWidth: 100,
      options: [
        { value: '第一学期', synonyms: ['秋季', '秋季学期', '1'] },
        { value: '第二学期', synonyms: ['春季', '春季学期', '2'] },
      ],
    }),
    startsOn: date({ label: '报到日期', required: true, listWidth: 110, help: '学生报到的日子' }),
    firstTeachingOn: date({ label: '正式上课', required: true, listWidth: 110 }),
    lastTeachingOn: date({ label: '课程结束', required: true, listWidth: 110 }),
    endsOn: date({ label: '学期结束', required: true, listWidth: 110, help: '放假前最后一天' }),
    lessonsEndAt: time({
      label: '下午放学时间',
      listWidth: 110,
      help: '最后一节课下课的时间，课后服务从此开始',
    }),
    endOfWorkAt: time({ label: '下班时间', help: '当地下班时间，课后服务一般不早于此结束' }),
  },
  title: 'name',
  keys: [['name'], ['startsOn']],
  period: { kinds: ['term'], proposeFrom: 'startsOn' },
  groups: [
    { label: '学期', fields: ['name', 'season'] },
    { label: '日期', fields: ['startsOn', 'firstTeachingOn', 'lastTeachingOn', 'endsOn'] },
    { label: '作息', fields: ['lessonsEndAt', 'endOfWorkAt'] },
  ],
  sort: [{ field: 'startsOn', direction: 'desc' }],
  validate: (values) => {
    const order = [values.startsOn, values.firstTeachingOn, values.lastTeachingOn, values.endsOn];
    const paths = ['startsOn', 'firstTeachingOn', 'lastTeachingOn', 'endsOn'];
    const wrong = order.findIndex((day, index) => index > 0 && day < (order[index - 1] ?? ''));
    return wrong < 0
      ? []
      : [
          {
            path: paths[wrong] ?? 'startsOn',
            sentence: '日期要按“报到、上课、课程结束、学期结束”的先后填写。',
          },
        ];
  },
});
