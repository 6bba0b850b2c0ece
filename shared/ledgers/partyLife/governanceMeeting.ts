import { governanceAdvice } from './governanceAdvice.ts';
import { defineLedger } from '../../ledger/definition.ts';
import {
  attachments,
  choice,
  date,
  details,
  integer,
  longText,
  money,
  reference,
  text,
  time,
  yesNo,
} from '../../ledger/field.ts';
import {
  capacities,
  governanceMeetingKinds,
  topicClasses,
  topicDecisions,
} from '../../domain/governance/words.ts';

type Rows = readonly { readonly capacity?: unknown; readonly state?: unknown }[];

function countMembers(values: Readonly<Record<string, unknown>>, accept: (row: Rows[number]) => boolean) {
  const rows = values['attendance'];
  return Array.isArray(rows)
    ? (rows as Rows).filter((row) => row.capacity === '班子成员' && accept(row)).length
    : 0;
}

/**
 * 学校党组织会议 and 校长办公会议 (domain.md §3.2): what was put forward, how it was prepared, who spoke in which order,
 * what was decided, and whether it was carried out. People sitting in never count.
 */
export const governanceMeeting = defineLedger({
  id: 'governanceMeeting',
  table: 'governance_meeting',
  area: 'partyLife',
  label: '决策会议记录',
  description: '学校党组织会议和校长办公会的议题、表决、决定和督办。',
  workflow: true,
  followUp: ['topics.progress', 'topics.closedOn', 'topics.openTo'],
  fields: {
    kind: choice({
      label: '会议',
      required: true,
      listWidth: 130,
      filter: true,
      options: governanceMeetingKinds,
      spellings: {
        学校党组织会议: ['党组织会议', '党总支会议', '党委会议'],
        校长办公会议: ['校长办公会', '校务会议', '校务会'],
      },
      synonyms: ['会议类型'],
    }),
    title: text({
      label: '会议名称',
      required: true,
      listWidth: 240,
      maxLength: 120,
      search: 'text',
      example: '2026年第12次党组织会议',
    }),
    session: integer({ label: '会次', min: 1, max: 999, listWidth: 60, unit: '次' }),
    heldOn: date({ label: '日期', required: true, listWidth: 110, filter: true, synonyms: ['会议时间'] }),
    startsAt: time({ label: '开始', required: true, synonyms: ['开始时间'] }),
    endsAt: time({ label: '结束', required: true, synonyms: ['结束时间'] }),
    place: text({ label: '地点', required: true, listWidth: 110, maxLength: 60, synonyms: ['会议地点'] }),
    host: reference({
      label: '主持人',
      target: 'staff',
      required: true,
      listWidth: 90,
      help: '党组织会议由书记主持，校长办公会由校长主持',
    }),
    recorder: reference({ label: '记录人', target: 'staff', required: true }),

    attendance: details({
      label: '出席和列席',
      rowLabel: '人员',
      rowKey: ['staff'],
      fields: {
        staff: reference({ label: '姓名', target: 'staff', required: true }),
        capacity: choice({
          label: '身份',
          required: true,
          defaultValue: '班子成员',
          options: capacities,
        }),
        state: choice({
          label: '出席',
          required: true,
          defaultValue: '出席',
          options: ['出席', '病假', '事假', '公差', '其他'],
        }),
        reason: text({ label: '原因', maxLength: 100 }),
      },
    }),
    dueCount: integer({
      label: '应到',
      listWidth: 60,
      computed: (values) => countMembers(values, () => true),
    }),
    presentCount: integer({
      label: '实到',
      listWidth: 60,
      computed: (values) => countMembers(values, (row) => row.state === '出席'),
    }),

    topics: details({
      label: '议题',
      rowLabel: '议题',
      fields: {
        name: text({ label: '议题', required: true, maxLength: 200 }),
        topicClass: choice({ label: '类别', required: true, options: topicClasses }),
        major: yesNo({ label: '三重一大' }),
        amount: money({ label: '金额', min: 0 }),
        proposer: reference({ label: '提出人', target: 'staff' }),
        communicatedOn: date({ label: '会前沟通', help: '书记、校长会前沟通的日子' }),
        review: text({ label: '论证审查', maxLength: 200, help: '论证、听证、合法性审查情况' }),
        touchesStaff: yesNo({ label: '涉及教职工利益' }),
        staffOpinion: text({ label: '教代会意见', maxLength: 200, help: '教代会或教职工大会的日期和意见' }),
        reporter: reference({ label: '汇报人', target: 'staff' }),
        recused: text({ label: '回避人员', maxLength: 100 }),
        voteMode: choice({ label: '表决方式', options: ['口头', '举手', '无记名投票', '不表决'] }),
        inFavour: integer({ label: '赞成', min: 0 }),
        against: integer({ label: '反对', min: 0 }),
        abstained: integer({ label: '弃权', min: 0 }),
        decision: choice({ label: '决定', options: topicDecisions }),
        decisionText: text({ label: '决定内容', maxLength: 1000 }),
        decidedAt: reference({
          label: '作决定的党组织会议',
          target: 'governanceMeeting',
          help: '校长办公会提出、由党组织会议决定的选那次会议',
        }),
        owner: reference({ label: '责任人', target: 'staff' }),
        dueOn: date({ label: '完成时限' }),
        progress: text({ label: '落实情况', maxLength: 300 }),
        closedOn: date({ label: '办结日期' }),
        openTo: choice({ label: '公开范围', options: ['校务公开', '党务公开', '教职工', '不公开'] }),
      },
    }),
    speeches: details({
      label: '发言（按先后顺序）',
      rowLabel: '发言',
      fields: {
        topic: integer({ label: '第几个议题', required: true, min: 1, max: 99, defaultValue: 1 }),
        speaker: reference({ label: '发言人', target: 'staff', required: true }),
        points: longText({ label: '发言要点', maxLength: 5000, rows: 3 }),
      },
    }),
    files: attachments({
      label: '附件',
      kinds: ['通知', '签到表', '议题材料', '论证材料', '表决票', '会议纪要', '其他'],
    }),
  },
  title: 'title',
  keys: [['kind', 'heldOn', 'startsAt']],
  period: { kinds: ['year'], proposeFrom: 'heldOn' },
  carry: ['startsAt', 'endsAt', 'place', 'host', 'recorder'],
  groups: [
    {
      label: '会议',
      fields: ['kind', 'title', 'session', 'heldOn', 'startsAt', 'endsAt', 'place', 'host', 'recorder'],
    },
    { label: '出席', fields: ['attendance', 'dueCount', 'presentCount'] },
    { label: '议题', fields: ['topics'] },
    { label: '发言和附件', fields: ['speeches', 'files'] },
  ],
  sort: [
    { field: 'heldOn', direction: 'desc' },
    { field: 'startsAt', direction: 'desc' },
  ],
  statistics: [
    { id: 'byKind', label: '各类会议次数', rows: 'kind', columns: 'period', measure: { kind: 'count' } },
  ],
  advice: governanceAdvice,
  validate: (values, { today }) => {
    const problems: { path: string; sentence: string }[] = [];
    if (today !== undefined && values.heldOn > today)
      problems.push({
        path: 'heldOn',
        sentence: '会议还没有开，不能登记为完成。请先保存草稿，会后再点“完成”。',
      });
    if (values.startsAt >= values.endsAt)
      problems.push({ path: 'endsAt', sentence: '结束时间要晚于开始时间。' });
    const seen = new Set<string>();
    values.attendance.forEach(({ staff }, index) => {
      if (seen.has(staff))
        problems.push({ path: `attendance.${index}.staff`, sentence: '这个人已经在名单里了。' });
      seen.add(staff);
    });
    values.topics.forEach((topic, index) => {
      const ballots = (topic.inFavour ?? 0) + (topic.against ?? 0) + (topic.abstained ?? 0);
      if (ballots > (values.presentCount ?? 0))
        problems.push({
          path: `topics.${index}.inFavour`,
          sentence: `合计 ${ballots} 票，比到会的班子成员 ${values.presentCount ?? 0} 人多。`,
        });
    });
    values.speeches.forEach(({ topic }, index) => {
      if (topic > values.topics.length)
        problems.push({
          path: `speeches.${index}.topic`,
          sentence: `只有 ${values.topics.length} 个议题，请核对是第几个。`,
        });
    });
    return problems;
  },
});
