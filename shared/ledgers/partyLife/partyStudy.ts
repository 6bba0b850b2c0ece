import { defineLedger } from '../../ledger/definition.ts';
import {
  attachments,
  choice,
  date,
  decimal,
  details,
  longText,
  reference,
  text,
  time,
  yesNo,
} from '../../ledger/field.ts';
import { studyModeChoice } from './choices.ts';

const isMode =
  (...modes: readonly string[]) =>
  (values: Readonly<Record<string, unknown>>): boolean =>
    modes.includes(String(values['mode']));

/** Study outside the meetings (五学, domain.md §3.1); its hours join those of the meetings in the 32/56 counter. */
export const partyStudy = defineLedger({
  id: 'partyStudy',
  table: 'party_study',
  area: 'partyLife',
  label: '五学记录',
  description: '集中引导学、宣讲辅导学、研讨交流学、党务培训学、实践观摩学，学时计入党员年度学时。',
  fields: {
    title: text({
      label: '学习主题',
      required: true,
      listWidth: 240,
      maxLength: 120,
      search: 'text',
      synonyms: ['主题', '题目', '学习内容'],
    }),
    mode: choice({
      label: '学习方式',
      required: true,
      listWidth: 110,
      filter: true,
      ...studyModeChoice,
      synonyms: ['五学类型', '学习形式'],
    }),
    branch: reference({ label: '党支部', target: 'branch', required: true, listWidth: 120, filter: true }),
    heldOn: date({
      label: '日期',
      required: true,
      listWidth: 110,
      filter: true,
      synonyms: ['学习时间', '时间', '学习日期'],
    }),
    startsAt: time({ label: '开始', synonyms: ['开始时间'] }),
    endsAt: time({ label: '结束', synonyms: ['结束时间'] }),
    place: text({ label: '地点', maxLength: 60, listWidth: 120 }),
    hours: decimal({
      label: '学时',
      required: true,
      min: 0.5,
      max: 80,
      digits: 1,
      listWidth: 70,
      total: true,
      help: '一般全天 8、半天 4、会议每小时 1 学时',
    }),
    training: yesNo({ label: '集中培训', help: '书记和委员每年至少参加 1 次' }),
    materials: text({ label: '学习篇目', maxLength: 500, visibleWhen: isMode('集中引导学') }),
    leader: reference({ label: '领学人', target: 'partyMember', visibleWhen: isMode('集中引导学') }),
    speaker: text({
      label: '宣讲人',
      maxLength: 60,
      visibleWhen: isMode('宣讲辅导学'),
      help: '姓名和单位',
    }),
    question: text({ label: '研讨题目', maxLength: 200, visibleWhen: isMode('研讨交流学') }),
    organiser: text({ label: '主办单位', maxLength: 60, visibleWhen: isMode('党务培训学') }),
    trainees: choice({
      label: '培训对象',
      options: ['书记', '党务干部', '全体党员'],
      visibleWhen: isMode('党务培训学'),
    }),
    baseKind: text({ label: '基地类型', maxLength: 40, visibleWhen: isMode('实践观摩学') }),
    tripLeader: text({ label: '带队人', maxLength: 30, visibleWhen: isMode('实践观摩学') }),
    participants: details({
      label: '参加人员',
      rowLabel: '党员',
      rowKey: ['member'],
      required: true,
      fields: {
        member: reference({ label: '党员', target: 'partyMember', required: true, synonyms: ['姓名'] }),
        hours: decimal({ label: '个人学时', min: 0, max: 80, digits: 1, help: '与上面不同时填写' }),
        remark: text({ label: '发言或备注', maxLength: 300 }),
      },
    }),
    content: longText({ label: '学习情况', rows: 6, search: 'text', synonyms: ['主要内容', '内容'] }),
    files: attachments({
      label: '附件',
      kinds: ['签到表', '讲稿', '发言提纲', '通知', '结业证', '方案', '照片', '其他'],
    }),
  },
  title: 'title',
  keys: [['branch', 'title', 'heldOn']],
  period: { kinds: ['year'], proposeFrom: 'heldOn' },
  carry: ['branch'],
  groups: [
    {
      label: '学习',
      fields: ['title', 'mode', 'branch', 'heldOn', 'startsAt', 'endsAt', 'place', 'hours', 'training'],
    },
    {
      label: '内容',
      fields: [
        'materials',
        'leader',
        'speaker',
        'question',
        'organiser',
        'trainees',
        'baseKind',
        'tripLeader',
        'content',
      ],
    },
    { label: '参加人员', fields: ['participants', 'files'] },
  ],
  sort: [{ field: 'heldOn', direction: 'desc' }],
  statistics: [
    { id: 'byMode', label: '五学次数', rows: 'branch', columns: 'mode', measure: { kind: 'count' } },
  ],
  validate: (values) => {
    const seen = new Set<string>();
    return values.participants.flatMap(({ member }, index) => {
      const repeated = seen.has(member);
      seen.add(member);
      return repeated ? [{ path: `participants.${index}.member`, sentence: '这位党员已经在名单里了。' }] : [];
    });
  },
});
