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
  yesNo,
} from '../../ledger/field.ts';
import { rowsOf } from '../../ledger/schema.ts';
import { meetingAdvice } from './meetingAdvice.ts';
import { meetingProblems } from './meetingProblems.ts';
import { meetingTypeChoice, studyModeChoice } from './choices.ts';
import {
  attendanceStates,
  finalGrades,
  reviewGrades,
  voteKinds,
  voteModes,
  voteOutcomes,
} from '../../domain/partyLife/words.ts';

const isType =
  (...types: readonly string[]) =>
  (values: Readonly<Record<string, unknown>>): boolean =>
    types.includes(String(values['type']));
const isVoting = isType('支部党员大会', '支部委员会会议', '民主评议党员');

const lifeMeetings = ['组织生活会', '民主生活会'] as const;

const isElection = (values: Readonly<Record<string, unknown>>): boolean =>
  rowsOf(values['candidates']).length > 0;
const isBallot = (values: Readonly<Record<string, unknown>>): boolean =>
  isElection(values) || rowsOf(values['votes']).some(({ mode }) => mode === '无记名投票');

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
  followUp: [
    'attendance.madeUpOn',
    'attendance.madeUpHow',
    'resolutions.progress',
    'resolutions.closedOn',
    'platformOn',
    'reportedOn',
    'superiorReview',
  ],
  fields: {
    type: choice({
      label: '类型',
      required: true,
      listWidth: 130,
      filter: true,
      ...meetingTypeChoice,
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
    sessionNumber: text({ label: '届次序号', maxLength: 30, example: '第三届第12次' }),
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

    topicSource: text({
      label: '议题来源',
      maxLength: 120,
      visibleWhen: isType('支部委员会会议'),
      help: '谁提出、为什么提交支委会',
    }),
    toAssembly: yesNo({ label: '提交党员大会', visibleWhen: isType('支部委员会会议') }),

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
          options: attendanceStates,
          spellings: {
            出席: ['到会', '到', '√'],
            公差: ['出差', '公假'],
            流动外出: ['外出'],
            无故缺席: ['缺席', '无故'],
            不计应到: ['经同意不计'],
          },
          help: '“不计应到”只用于经批准不计入应到人数的情形',
        }),
        approvedBy: text({ label: '批准人', maxLength: 30 }),
        reason: text({ label: '原因', maxLength: 100 }),
        madeUpOn: date({ label: '补学日期' }),
        madeUpHow: text({ label: '补学方式', maxLength: 100 }),
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
    superiorPresent: text({ label: '上级派员', maxLength: 60, visibleWhen: isType(...lifeMeetings) }),

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
    studyLeader: reference({ label: '领学人', target: 'partyMember' }),
    criticism: longText({
      label: '批评与自我批评要点',
      maxLength: 5000,
      rows: 3,
      visibleWhen: isType('党小组会', ...lifeMeetings),
    }),
    selfCriticismCount: integer({
      label: '自我批评条数',
      min: 0,
      unit: '条',
      visibleWhen: isType(...lifeMeetings),
    }),
    mutualCriticismCount: integer({
      label: '相互批评条数',
      min: 0,
      unit: '条',
      visibleWhen: isType(...lifeMeetings),
    }),
    reportedMatters: text({
      label: '向支部汇报事项',
      maxLength: 500,
      visibleWhen: isType('党小组会'),
    }),

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
          options: voteKinds,
        }),
        candidate: text({ label: '对象', maxLength: 30 }),
        mode: choice({ label: '方式', options: voteModes, defaultValue: '举手' }),
        dueVoters: integer({ label: '应到有表决权', required: true, min: 0 }),
        presentVoters: integer({ label: '实到有表决权', required: true, min: 0 }),
        inFavour: integer({ label: '赞成', required: true, min: 0 }),
        against: integer({ label: '反对', required: true, min: 0, defaultValue: 0 }),
        abstained: integer({ label: '弃权', required: true, min: 0, defaultValue: 0 }),
        written: integer({ label: '其中书面意见', min: 0, help: '只用于接收预备党员和转正' }),
        writtenBy: text({ label: '书面意见人', maxLength: 100, help: '会前正式提交书面意见的党员' }),
        outcome: choice({ label: '结果', required: true, options: voteOutcomes }),
      },
    }),
    candidates: details({
      label: '选举得票',
      rowLabel: '候选人',
      rowKey: ['candidate', 'post'],
      visibleWhen: isType('支部党员大会'),
      help: '选举时在这里逐人登记，再填到会人数和选票',
      fields: {
        candidate: reference({ label: '姓名', target: 'partyMember', required: true }),
        post: text({ label: '职务', maxLength: 30, help: '例如支部委员、书记' }),
        nominated: choice({ label: '提名', options: ['候选人', '另选人'], defaultValue: '候选人' }),
        inFavour: integer({ label: '赞成', required: true, min: 0 }),
        against: integer({ label: '不赞成', min: 0 }),
        abstained: integer({ label: '弃权', min: 0 }),
        elected: yesNo({ label: '当选' }),
      },
    }),
    electorsDue: integer({ label: '应到有选举权', min: 0, unit: '人', visibleWhen: isElection }),
    electorsPresent: integer({ label: '实到有选举权', min: 0, unit: '人', visibleWhen: isElection }),
    ballotsIssued: integer({ label: '发出选票', min: 0, unit: '张', visibleWhen: isElection }),
    ballotsReturned: integer({ label: '收回选票', min: 0, unit: '张', visibleWhen: isElection }),
    ballotsSpoiled: integer({ label: '其中废票', min: 0, unit: '张', visibleWhen: isElection }),
    scrutineers: text({ label: '监票人', maxLength: 60, visibleWhen: isBallot }),
    tellers: text({ label: '计票人', maxLength: 60, visibleWhen: isBallot }),
    callers: text({ label: '唱票人', maxLength: 60, visibleWhen: isElection }),
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
    reviewBallots: integer({
      label: '收回测评票',
      min: 0,
      unit: '张',
      visibleWhen: isType('民主评议党员'),
      help: '每名党员的四种票合计应与此相等',
    }),
    grades: details({
      label: '评议结果',
      rowLabel: '党员',
      rowKey: ['member'],
      visibleWhen: isType('民主评议党员'),
      fields: {
        member: reference({ label: '党员', target: 'partyMember', required: true }),
        selfGrade: choice({ label: '自评', options: reviewGrades }),
        peerGrade: choice({ label: '互评', options: reviewGrades }),
        excellentVotes: integer({ label: '优秀票', min: 0 }),
        qualifiedVotes: integer({ label: '合格票', min: 0 }),
        basicVotes: integer({ label: '基本合格票', min: 0 }),
        unqualifiedVotes: integer({ label: '不合格票', min: 0 }),
        grade: choice({ label: '评定等次', options: finalGrades }),
        remark: text({ label: '评语', maxLength: 300 }),
        feedbackOn: date({ label: '反馈签字日期' }),
      },
    }),
    lecturer: reference({ label: '授课人', target: 'partyMember', visibleWhen: isType('党课') }),
    lecturerOutside: text({
      label: '外请授课人',
      maxLength: 40,
      visibleWhen: isType('党课'),
      help: '姓名和单位',
    }),
    lecturerRole: choice({
      label: '授课人身份',
      visibleWhen: isType('党课'),
      options: ['书记', '委员', '党员', '外请', '上级领导'],
    }),
    lectureTitle: text({ label: '党课题目', maxLength: 120, visibleWhen: isType('党课') }),
    audience: text({
      label: '听课对象',
      maxLength: 120,
      visibleWhen: isType('党课'),
      help: '含列席的入党积极分子',
    }),
    discussion: longText({
      label: '讨论和心得',
      maxLength: 5000,
      rows: 3,
      visibleWhen: isType('党课'),
    }),
    studyHours: decimal({ label: '学时', min: 0, max: 40, digits: 1, help: '计入党员年度学时' }),
    studyMode: choice({
      label: '学习方式',
      ...studyModeChoice,
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
    volunteerHours: decimal({
      label: '志愿服务时长',
      min: 0,
      max: 24,
      digits: 1,
      unit: '小时',
      visibleWhen: isType('主题党日'),
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
    platformOn: date({ label: '甘肃党建录入日期', filter: true, help: '须在会前录入，会后不能补' }),
    reportedOn: date({ label: '纪实表上报日期', help: '会后 3 个工作日内' }),
    superiorReview: text({ label: '上级审阅意见', maxLength: 300 }),
    files: attachments({
      label: '附件',
      kinds: ['通知', '签到表', '照片', '讲稿', '学习材料', '表决票', '会议纪要', '其他'],
    }),
  },
  title: 'title',
  kind: 'type',
  keys: [['branch', 'partyGroup', 'type', 'heldOn', 'startsAt']],
  period: { kinds: ['month', 'quarter', 'year'], proposeFrom: 'heldOn' },
  carry: ['branch', 'startsAt', 'endsAt', 'place', 'host', 'recorder'],
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
        'sessionNumber',
        'topicSource',
        'toAssembly',
      ],
    },
    { label: '出席', fields: ['attendance', 'dueCount', 'presentCount', 'guests', 'superiorPresent'] },
    {
      label: '内容',
      fields: [
        'agenda',
        'body',
        'studyMaterials',
        'studyLeader',
        'criticism',
        'selfCriticismCount',
        'mutualCriticismCount',
        'reportedMatters',
        'lecturer',
        'lecturerOutside',
        'lecturerRole',
        'lectureTitle',
        'audience',
        'discussion',
        'talkPartner',
        'activityForms',
        'volunteerHours',
        'studyHours',
        'studyMode',
      ],
    },
    {
      label: '表决与决议',
      fields: [
        'votes',
        'candidates',
        'electorsDue',
        'electorsPresent',
        'ballotsIssued',
        'ballotsReturned',
        'ballotsSpoiled',
        'scrutineers',
        'tellers',
        'callers',
        'resolutions',
        'reviewBallots',
        'grades',
      ],
    },
    {
      label: '衔接与附件',
      fields: [
        'themeMeeting',
        'preparedBy',
        'heldTogetherWith',
        'platformOn',
        'reportedOn',
        'superiorReview',
        'files',
      ],
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
  validate: meetingProblems,
  advice: meetingAdvice,
});
