import { defineLedger } from '../../ledger/definition.ts';
import {
  attachments,
  choice,
  date,
  decimal,
  details,
  integer,
  longText,
  multiChoice,
  reference,
  references,
  text,
  time,
} from '../../ledger/field.ts';
import { meetingTypes } from './meetingTypes.ts';

const isType =
  (...types: readonly string[]) =>
  (values: Readonly<Record<string, unknown>>): boolean =>
    types.includes(String(values['type']));
const isVoting = isType('支部党员大会', '支部委员会会议', '学校党组织会议', '民主评议党员');

function countState(values: Readonly<Record<string, unknown>>, accept: (state: unknown) => boolean): number {
  const rows = values['attendance'];
  if (!Array.isArray(rows)) return 0;
  return rows.filter((row: { readonly state?: unknown }) => accept(row.state)).length;
}

/**
 * Every kind of meeting of Party life, with the common header of domain.md §1.6 and the fields of its kind.
 * 应到 and 实到 follow from the attendance rows; people sitting in (列席) never count.
 */
export const partyMeeting = defineLedger({
  id: 'partyMeeting',
  table: 'party_meeting',
  area: 'partyLife',
  label: '组织生活记录',
  description: '三会一课、主题党日、组织生活会等会议和活动的记录。',
  workflow: true,
  fields: {
    type: choice({
      label: '类型',
      required: true,
      listWidth: 130,
      filter: true,
      options: meetingTypes,
      synonyms: ['会议类型', '活动类型'],
    }),
    title: text({
      label: '会议名称',
      required: true,
      listWidth: 260,
      maxLength: 120,
      search: 'text',
      synonyms: ['活动名称', '主题', '会议主题', '名称'],
      example: '2026年第四季度支部党员大会',
    }),
    branch: reference({
      label: '党支部',
      target: 'branch',
      required: true,
      listWidth: 120,
      filter: true,
      synonyms: ['支部', '党支部名称'],
    }),
    partyGroup: reference({
      label: '党小组',
      target: 'partyGroup',
      filter: true,
      visibleWhen: isType('党小组会'),
    }),
    heldOn: date({
      label: '日期',
      required: true,
      listWidth: 110,
      filter: true,
      synonyms: ['会议时间', '时间', '会议日期', '活动时间', '开会日期'],
    }),
    startsAt: time({ label: '开始', required: true, listWidth: 70, synonyms: ['开始时间'] }),
    endsAt: time({ label: '结束', required: true, synonyms: ['结束时间'] }),
    place: text({
      label: '地点',
      required: true,
      listWidth: 120,
      maxLength: 60,
      synonyms: ['会议地点', '活动地点'],
    }),
    host: reference({ label: '主持人', target: 'partyMember', required: true, listWidth: 90 }),
    recorder: reference({ label: '记录人', target: 'partyMember', required: true, synonyms: ['记录'] }),
    topics: text({
      label: '议题',
      listWidth: 200,
      maxLength: 500,
      search: 'text',
      synonyms: ['主要议题', '会议议题'],
    }),

    attendance: details({
      label: '出席情况',
      rowLabel: '党员',
      rowKey: ['member'],
      fields: {
        member: reference({ label: '党员', target: 'partyMember', required: true, synonyms: ['姓名'] }),
        state: choice({
          label: '出席',
          required: true,
          defaultValue: '出席',
          options: [
            { value: '出席', synonyms: ['到会', '到', '√'] },
            { value: '病假', synonyms: [] },
            { value: '事假', synonyms: [] },
            { value: '公差', synonyms: ['出差', '公假'] },
            { value: '产假', synonyms: [] },
            { value: '流动外出', synonyms: ['外出'] },
            { value: '其他', synonyms: [] },
            { value: '无故缺席', synonyms: ['缺席', '无故'] },
            { value: '不计应到', synonyms: ['经同意不计'] },
          ],
          help: '“不计应到”只用于经批准不计入应到人数的情形',
        }),
        approvedBy: text({ label: '批准人', maxLength: 30 }),
        reason: text({ label: '原因', maxLength: 100 }),
        madeUpOn: date({ label: '补学日期' }),
      },
    }),
    dueCount: integer({
      label: '应到',
      listWidth: 60,
      computed: (values) => countState(values, (state) => state !== '不计应到'),
      synonyms: ['应到人数'],
    }),
    presentCount: integer({
      label: '实到',
      listWidth: 60,
      computed: (values) => countState(values, (state) => state === '出席'),
      synonyms: ['实到人数'],
    }),
    guests: text({ label: '列席人员', maxLength: 300, help: '姓名和单位，不计入应到、实到' }),

    agenda: details({
      label: '议程与发言',
      rowLabel: '议程',
      fields: {
        item: text({ label: '议程', required: true, maxLength: 200 }),
        speaker: reference({ label: '发言人', target: 'partyMember' }),
        speech: longText({ label: '发言要点', maxLength: 5000, rows: 3 }),
      },
    }),
    body: longText({
      label: '会议内容',
      rows: 8,
      search: 'text',
      synonyms: ['会议记录', '主要内容', '内容', '活动内容'],
      help: '按议题写清讨论和要点',
    }),
    studyMaterials: text({ label: '学习篇目', maxLength: 500, help: '篇目和领学人' }),

    votes: details({
      label: '表决情况',
      rowLabel: '表决事项',
      visibleWhen: isVoting,
      fields: {
        matter: text({ label: '表决事项', required: true, maxLength: 200 }),
        kind: choice({
          label: '事项类别',
          required: true,
          defaultValue: '一般决议',
          options: [
            '一般决议',
            '接收预备党员',
            '预备党员转正',
            '延长或取消预备期',
            '选举',
            '评优',
            '处分',
            '年度计划',
            '干部任免',
          ],
        }),
        candidate: text({ label: '对象', maxLength: 30 }),
        mode: choice({ label: '方式', options: ['举手', '无记名投票', '口头'], defaultValue: '举手' }),
        dueVoters: integer({ label: '应到有表决权', required: true, min: 0 }),
        presentVoters: integer({ label: '实到有表决权', required: true, min: 0 }),
        inFavour: integer({ label: '赞成', required: true, min: 0 }),
        against: integer({ label: '反对', required: true, min: 0, defaultValue: 0 }),
        abstained: integer({ label: '弃权', required: true, min: 0, defaultValue: 0 }),
        written: integer({ label: '其中书面意见', min: 0, help: '只用于接收预备党员和转正' }),
        outcome: choice({ label: '结果', required: true, options: ['通过', '未通过'] }),
      },
    }),
    resolutions: details({
      label: '决议事项',
      rowLabel: '决议',
      fields: {
        content: text({ label: '决议内容', required: true, maxLength: 300 }),
        owner: reference({ label: '责任人', target: 'partyMember' }),
        dueOn: date({ label: '完成时限' }),
        progress: text({ label: '落实情况', maxLength: 300 }),
        closedOn: date({ label: '办结日期' }),
      },
    }),
    grades: details({
      label: '评议结果',
      rowLabel: '党员',
      rowKey: ['member'],
      visibleWhen: isType('民主评议党员'),
      fields: {
        member: reference({ label: '党员', target: 'partyMember', required: true }),
        excellentVotes: integer({ label: '优秀票', min: 0 }),
        qualifiedVotes: integer({ label: '合格票', min: 0 }),
        basicVotes: integer({ label: '基本合格票', min: 0 }),
        unqualifiedVotes: integer({ label: '不合格票', min: 0 }),
        grade: choice({ label: '评定等次', options: ['优秀', '合格', '基本合格', '不合格', '不评等次'] }),
        remark: text({ label: '评语', maxLength: 300 }),
      },
    }),
    lecturer: reference({ label: '授课人', target: 'partyMember', visibleWhen: isType('党课') }),
    lecturerOutside: text({
      label: '外请授课人',
      maxLength: 40,
      visibleWhen: isType('党课'),
      help: '姓名和单位',
    }),
    lectureTitle: text({ label: '党课题目', maxLength: 120, visibleWhen: isType('党课') }),
    studyHours: decimal({ label: '学时', min: 0, max: 40, digits: 1, help: '计入党员年度学时' }),
    studyMode: choice({
      label: '学习方式',
      options: ['集中引导学', '宣讲辅导学', '研讨交流学', '党务培训学', '实践观摩学'],
    }),
    activityForms: multiChoice({
      label: '活动形式',
      visibleWhen: isType('主题党日'),
      options: [
        '集中学习',
        '重温誓词',
        '交纳党费',
        '民主议事',
        '志愿服务',
        '参观见学',
        '过政治生日',
        '组织生活',
      ],
    }),
    themeMeeting: reference({
      label: '研究主题的支委会',
      target: 'partyMeeting',
      visibleWhen: isType('主题党日'),
    }),
    preparedBy: reference({
      label: '前置支委会',
      target: 'partyMeeting',
      visibleWhen: isType('支部党员大会'),
    }),
    heldTogetherWith: references({
      label: '同场开展',
      target: 'partyMeeting',
      help: '同一次活动中套开的其他会议，各有各的记录',
    }),
    talkPartner: reference({ label: '谈话对象', target: 'partyMember', visibleWhen: isType('谈心谈话') }),
    platformOn: date({ label: '甘肃党建录入日期', help: '须在会前录入，会后不能补' }),
    reportedOn: date({ label: '纪实表上报日期', help: '会后 3 个工作日内' }),
    files: attachments({
      label: '附件',
      kinds: ['通知', '签到表', '照片', '讲稿', '学习材料', '表决票', '会议纪要', '其他'],
    }),
  },
  title: 'title',
  keys: [['branch', 'partyGroup', 'type', 'heldOn', 'startsAt']],
  period: { kinds: ['month', 'quarter', 'year'], proposeFrom: 'heldOn' },
  groups: [
    {
      label: '会议',
      fields: [
        'type',
        'title',
        'branch',
        'partyGroup',
        'heldOn',
        'startsAt',
        'endsAt',
        'place',
        'host',
        'recorder',
        'topics',
      ],
    },
    { label: '出席', fields: ['attendance', 'dueCount', 'presentCount', 'guests'] },
    {
      label: '内容',
      fields: [
        'agenda',
        'body',
        'studyMaterials',
        'lecturer',
        'lecturerOutside',
        'lectureTitle',
        'talkPartner',
        'activityForms',
        'studyHours',
        'studyMode',
      ],
    },
    { label: '表决与决议', fields: ['votes', 'resolutions', 'grades'] },
    {
      label: '衔接与附件',
      fields: ['themeMeeting', 'preparedBy', 'heldTogetherWith', 'platformOn', 'reportedOn', 'files'],
    },
  ],
  sort: [
    { field: 'heldOn', direction: 'desc' },
    { field: 'startsAt', direction: 'desc' },
  ],
  statistics: [
    { id: 'byMonth', label: '各类会议按月次数', rows: 'type', columns: 'period', measure: { kind: 'count' } },
    { id: 'byBranch', label: '各支部会议次数', rows: 'branch', columns: 'type', measure: { kind: 'count' } },
  ],
  rules: [
    'PTY-01',
    'PTY-02',
    'PTY-03',
    'PTY-04',
    'PTY-06',
    'PTY-18',
    'PTY-19',
    'PTY-20',
    'PTY-24',
    'PTY-25',
    'PTY-30',
    'PTY-31',
    'PTY-32',
    'PTY-34',
    'PTY-36',
  ],
  reports: ['meetingMinutes', 'attendanceSheet'],
  validate: (values) => {
    const problems: { path: string; sentence: string }[] = [];
    if (values.startsAt >= values.endsAt)
      problems.push({ path: 'endsAt', sentence: '结束时间要晚于开始时间。' });
    const seen = new Set<string>();
    values.attendance.forEach((row, index) => {
      if (seen.has(row.member))
        problems.push({ path: `attendance.${index}.member`, sentence: '这位党员已经在名单里了。' });
      seen.add(row.member);
    });
    values.votes.forEach((vote, index) => {
      const ballots = vote.inFavour + vote.against + vote.abstained;
      const voters = vote.presentVoters + (vote.written ?? 0);
      if (ballots !== voters) {
        problems.push({
          path: `votes.${index}.inFavour`,
          sentence: `赞成、反对、弃权合计 ${ballots} 票，与参加表决的 ${voters} 人不符。`,
        });
      }
      if (vote.presentVoters > vote.dueVoters)
        problems.push({ path: `votes.${index}.presentVoters`, sentence: '实到有表决权人数不能多于应到。' });
    });
    return problems;
  },
});
