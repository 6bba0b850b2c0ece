import { defineLedger } from '../../ledger/definition.ts';
import { choice, date, integer, longText, multiChoice, reference, text, yesNo } from '../../ledger/field.ts';
import { schooldayChoice } from '../base/choices.ts';
import { servedTypes } from './servedTypes.ts';

export const serviceCourse = defineLedger({
  id: 'serviceCourse',
  table: 'service_course',
  area: 'afterSchool',
  label: '课后服务课程',
  description: '每学期开设的课后服务课程和班组。',
  schoolTypes: servedTypes,
  fields: {
    name: text({
      label: '课程名称',
      required: true,
      listWidth: 180,
      maxLength: 60,
      search: 'text',
      synonyms: ['课程', '班组', '社团名称'],
      example: '三年级作业辅导1班',
    }),
    kind: choice({
      label: '类别',
      required: true,
      listWidth: 100,
      filter: true,
      options: ['基础托管', '作业辅导', '答疑', '阅读', '体育', '艺术', '科普', '劳动', '德育', '社团'],
    }),
    gradeFrom: integer({ label: '起始年级', required: true, min: 1, max: 9, listWidth: 80 }),
    gradeTo: integer({ label: '截止年级', required: true, min: 1, max: 9, listWidth: 80 }),
    weekdays: multiChoice({ label: '上课日', ...schooldayChoice, listWidth: 150, synonyms: ['星期'] }),
    capacity: integer({ label: '名额', min: 1, max: 500, listWidth: 70, unit: '人' }),
    room: text({ label: '地点', maxLength: 30, listWidth: 100, synonyms: ['教室'] }),
    teacher: reference({
      label: '任课教师',
      target: 'staff',
      listWidth: 100,
      filter: true,
      synonyms: ['教师', '授课教师'],
    }),
    external: reference({ label: '校外人员', target: 'externalPerson', listWidth: 100 }),
    agency: text({
      label: '校外机构',
      maxLength: 60,
      help: '课程由校外机构开设时填写机构全称',
      synonyms: ['第三方机构', '机构名称'],
    }),
    agencyListed: yesNo({
      label: '机构在名单内',
      help: '在教育局审核公布的第三方名单内',
      visibleWhen: (values) => typeof values['agency'] === 'string' && values['agency'] !== '',
    }),
    agencyCheckedOn: date({
      label: '机构核查日期',
      visibleWhen: (values) => typeof values['agency'] === 'string' && values['agency'] !== '',
    }),
    subject: text({
      label: '要求学科',
      maxLength: 30,
      help: '排班时只安排教这门学科的教师；不限的留空',
    }),
    teachersNeeded: integer({
      label: '每场授课人数',
      min: 0,
      max: 10,
      unit: '人',
      help: '排班用；留空按 1 人',
    }),
    carersNeeded: integer({ label: '每场看护人数', min: 0, max: 10, unit: '人', help: '留空按 0 人' }),
    leadersNeeded: integer({
      label: '每场值班领导',
      min: 0,
      max: 5,
      unit: '人',
      help: '一般只在“全校值班”一项填写',
    }),
    guardsNeeded: integer({ label: '每场安保人数', min: 0, max: 10, unit: '人' }),
    content: longText({ label: '课程内容', rows: 3, maxLength: 2000 }),
  },
  title: 'name',
  keys: [['name']],
  period: { kinds: ['term'] },
  groups: [
    { label: '课程', fields: ['name', 'kind', 'gradeFrom', 'gradeTo', 'weekdays', 'capacity', 'room'] },
    {
      label: '教师与内容',
      fields: ['teacher', 'external', 'agency', 'agencyListed', 'agencyCheckedOn', 'content'],
    },
    {
      label: '排班要求',
      fields: ['subject', 'teachersNeeded', 'carersNeeded', 'leadersNeeded', 'guardsNeeded'],
    },
  ],
  sort: [
    { field: 'kind', direction: 'asc' },
    { field: 'name', direction: 'asc' },
  ],
  statistics: [{ id: 'byKind', label: '课程门数', rows: 'kind', measure: { kind: 'count' } }],
  validate: (values) =>
    values.gradeTo < values.gradeFrom ? [{ path: 'gradeTo', sentence: '截止年级不能小于起始年级。' }] : [],
});
