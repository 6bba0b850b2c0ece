import { defineLedger } from '../../ledger/definition.ts';
import { integer, reference, text, date } from '../../ledger/field.ts';

export const schoolClass = defineLedger({
  id: 'schoolClass',
  table: 'school_class',
  area: 'base',
  label: '班级',
  description: '本学年的班级、班主任和教室。',
  fields: {
    name: text({
      label: '班级',
      required: true,
      listWidth: 120,
      maxLength: 30,
      synonyms: ['班级名称', '行政班'],
      example: '三年级2班',
    }),
    grade: integer({
      label: '年级',
      required: true,
      min: 0,
      max: 12,
      listWidth: 70,
      filter: true,
      help: '1—9；幼儿园填 0',
    }),
    entryYear: integer({ label: '入学年份', min: 2000, max: 2100, listWidth: 90, synonyms: ['届别', '级'] }),
    homeroomTeacher: reference({ label: '班主任', target: 'staff', listWidth: 90 }),
    room: text({ label: '教室', maxLength: 30, listWidth: 90 }),
    startsOn: date({ label: '建班日期' }),
    endsOn: date({ label: '撤班日期', help: '毕业或撤并时填写' }),
  },
  title: 'name',
  keys: [['name', 'entryYear']],
  groups: [
    {
      label: '班级',
      fields: ['name', 'grade', 'entryYear', 'homeroomTeacher', 'room', 'startsOn', 'endsOn'],
    },
  ],
  sort: [
    { field: 'grade', direction: 'asc' },
    { field: 'name', direction: 'asc' },
  ],
});
