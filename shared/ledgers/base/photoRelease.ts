import { defineLedger } from '../../ledger/definition.ts';
import { choice, date, references, text } from '../../ledger/field.ts';

/** Pictures of pupils that the school put before the public, and who can be seen in them. */
export const photoRelease = defineLedger({
  id: 'photoRelease',
  table: 'photo_release',
  area: 'base',
  label: '学生照片发布登记',
  description: '公众号、宣传栏、报送材料里用了能认出学生的照片，发布前在这里核对同意书。',
  fields: {
    title: text({ label: '内容', required: true, listWidth: 260, maxLength: 100, search: 'text' }),
    publishedOn: date({ label: '发布日期', required: true, listWidth: 110 }),
    channel: choice({
      label: '发布渠道',
      required: true,
      listWidth: 120,
      filter: true,
      options: ['公众号', '学校网站', '短视频', '宣传栏', '报送材料', '其他'],
    }),
    pupils: references({
      label: '照片中的学生',
      target: 'pupil',
      required: true,
      help: '能认出来的都要写；打了马赛克的不用写',
    }),
    approvedBy: text({ label: '审核人', maxLength: 30, listWidth: 100 }),
    removedOn: date({ label: '撤下日期' }),
  },
  title: 'title',
  keys: [['title', 'publishedOn']],
  groups: [
    {
      label: '发布',
      fields: ['title', 'publishedOn', 'channel', 'pupils', 'approvedBy', 'removedOn'],
    },
  ],
  sort: [{ field: 'publishedOn', direction: 'desc' }],
});
