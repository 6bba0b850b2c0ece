import { developmentState, developmentStates } from '../../domain/membership/developmentState.ts';
import {
  developmentSideSteps,
  developmentSteps,
  stepNumberOf,
  storedStepName,
} from '../../domain/membership/developmentSteps.ts';
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
  yesNo,
} from '../../ledger/field.ts';
import { educationChoice, ethnicGroupChoice, sexChoice } from '../base/choices.ts';
import { endReasons, inspectionPhases, noticeKinds } from '../../domain/membership/words.ts';

const papers = [
  ...new Set([
    ...developmentSteps.flatMap((step) => step.papers),
    ...developmentSideSteps.map((step) => step.paper),
    '其他',
  ]),
];
const stepOptions = [
  ...developmentSteps.map((step) => ({ value: storedStepName(step), synonyms: [`第${step.number}步`] })),
  ...developmentSideSteps.filter(({ isNotice }) => !isNotice).map(({ name }) => ({ value: name })),
];

/** One person's way into the Party (domain.md §2): steps, 考察, training, notices and the papers of the dossier. */
export const memberDevelopment = defineLedger({
  id: 'memberDevelopment',
  table: 'member_development',
  area: 'partyLife',
  label: '发展党员档案',
  description: '从递交入党申请书到转正归档，一人一份，记下每一步的日期和材料。',
  fields: {
    name: text({
      label: '姓名',
      required: true,
      listWidth: 90,
      maxLength: 30,
      search: 'name',
      mask: 'adultName',
      synonyms: ['申请人', '申请人姓名'],
      example: '李某某',
    }),
    staff: reference({ label: '对应教职工', target: 'staff', help: '本校教职工选本人的记录' }),
    sex: choice({ label: '性别', ...sexChoice, listWidth: 60 }),
    ethnicity: choice({ label: '民族', ...ethnicGroupChoice }),
    bornOn: date({
      label: '出生日期',
      required: true,
      listWidth: 110,
      synonyms: ['出生年月'],
      help: '递交申请书时应年满 18 周岁',
    }),
    education: choice({ label: '学历', ...educationChoice }),
    post: text({ label: '岗位职务', maxLength: 40 }),
    tags: multiChoice({ label: '人员特点', options: ['一线教师', '学科骨干', '青年教师'] }),
    branch: reference({
      label: '党支部',
      target: 'branch',
      required: true,
      listWidth: 130,
      filter: true,
      synonyms: ['支部', '所在党支部'],
    }),
    contacts: references({
      label: '培养联系人',
      target: 'partyMember',
      help: '1 至 2 名正式党员',
    }),
    sponsors: references({
      label: '入党介绍人',
      target: 'partyMember',
      help: '2 名正式党员，受留党察看处分的不能担任',
    }),
    partyMember: reference({
      label: '党员名册中的本人',
      target: 'partyMember',
      help: '接收为预备党员、编入支部后选',
    }),

    steps: details({
      label: '发展步骤',
      rowLabel: '步骤',
      rowKey: ['step'],
      fields: {
        step: choice({ label: '步骤', required: true, options: stepOptions }),
        doneOn: date({ label: '日期', required: true }),
        papersReady: yesNo({ label: '材料齐', help: '这一步的材料都已归入档案' }),
        meeting: reference({ label: '会议记录', target: 'partyMeeting' }),
        remark: text({ label: '备注', maxLength: 200 }),
      },
    }),
    stage: choice({
      label: '阶段',
      listWidth: 90,
      filter: true,
      options: developmentStates,
      computed: (values) => stageOf(values),
    }),
    inspections: details({
      label: '半年考察',
      rowLabel: '考察',
      fields: {
        inspectedOn: date({ label: '考察日期', required: true }),
        phase: choice({ label: '对象', required: true, options: inspectionPhases }),
        inspector: text({ label: '考察人', maxLength: 60 }),
        opinion: text({ label: '考察意见', maxLength: 500 }),
      },
    }),
    trainings: details({
      label: '集中培训',
      rowLabel: '培训',
      fields: {
        from: date({ label: '开始', required: true }),
        to: date({ label: '结束', required: true }),
        days: integer({ label: '天数', min: 0, max: 60 }),
        hours: decimal({ label: '学时', min: 0, max: 400, digits: 1 }),
        organiser: text({ label: '举办单位', maxLength: 60 }),
        certificate: text({ label: '结业证号', maxLength: 40 }),
      },
    }),
    notices: details({
      label: '公示',
      rowLabel: '公示',
      fields: {
        kind: choice({ label: '公示', required: true, options: noticeKinds }),
        from: date({ label: '开始', required: true }),
        to: date({ label: '结束' }),
        objections: text({ label: '反映情况', maxLength: 300, help: '没有反映的填“无”' }),
      },
    }),
    extensions: details({
      label: '延长预备期',
      rowLabel: '延长',
      fields: {
        decidedOn: date({ label: '支部大会决定日期', required: true }),
        months: integer({ label: '延长月数', required: true, min: 1, max: 24, unit: '个月' }),
        meeting: reference({ label: '会议记录', target: 'partyMeeting' }),
        reason: text({ label: '原因', maxLength: 200 }),
      },
    }),

    transferredInOn: date({ label: '转入日期', help: '培养期间从别处转来的填' }),
    cameFrom: text({ label: '从何处转入', maxLength: 60 }),
    timeKept: yesNo({
      label: '培养时间连续计算',
      help: '培养材料随人转来的，原来的培养时间算数',
    }),
    plannedLeaveOn: date({ label: '预计调离日期', help: '3 个月内将离开的，一般不办理接收手续' }),
    endedOn: date({ label: '终止日期', help: '不再培养或已转出的填' }),
    endReason: choice({ label: '终止原因', options: endReasons }),
    files: attachments({ label: '材料', kinds: papers }),
    remark: longText({ label: '备注', maxLength: 1000, rows: 2 }),
  },
  title: 'name',
  keys: [['name', 'bornOn']],
  groups: [
    {
      label: '本人',
      fields: ['name', 'staff', 'sex', 'ethnicity', 'bornOn', 'education', 'post', 'tags', 'branch'],
    },
    { label: '培养人和介绍人', fields: ['contacts', 'sponsors', 'partyMember'] },
    { label: '步骤', fields: ['steps', 'stage'] },
    { label: '考察、培训和公示', fields: ['inspections', 'trainings', 'notices', 'extensions'] },
    {
      label: '转接和终止',
      fields: ['transferredInOn', 'cameFrom', 'timeKept', 'plannedLeaveOn', 'endedOn', 'endReason'],
    },
    { label: '材料', fields: ['files', 'remark'] },
  ],
  sort: [
    { field: 'branch', direction: 'asc' },
    { field: 'name', direction: 'asc' },
  ],
  statistics: [
    {
      id: 'byStage',
      label: '各支部发展阶段',
      rows: 'branch',
      columns: 'stage',
      measure: { kind: 'count' },
    },
  ],
  validate: (values) => {
    const problems: { path: string; sentence: string }[] = [];
    const seen = new Set<string>();
    values.steps.forEach(({ step }, index) => {
      if (seen.has(step)) problems.push({ path: `steps.${index}.step`, sentence: '这一步已经登记过了。' });
      seen.add(step);
    });
    for (const id of values.contacts)
      if (values.contacts.indexOf(id) !== values.contacts.lastIndexOf(id)) {
        problems.push({ path: 'contacts', sentence: '同一名培养联系人选了两次。' });
        break;
      }
    values.trainings.forEach(({ from, to }, index) => {
      if (to < from) problems.push({ path: `trainings.${index}.to`, sentence: '结束日期不能早于开始日期。' });
    });
    values.notices.forEach(({ from, to }, index) => {
      if (to !== null && to < from)
        problems.push({ path: `notices.${index}.to`, sentence: '结束日期不能早于开始日期。' });
    });
    if (values.endedOn !== null && values.endReason === null)
      problems.push({ path: 'endReason', sentence: '填了终止日期，请选择终止原因。' });
    return problems;
  },
});

function stageOf(values: Readonly<Record<string, unknown>>): (typeof developmentStates)[number] {
  const rows = Array.isArray(values['steps'])
    ? (values['steps'] as readonly { readonly step?: unknown }[])
    : [];
  const taken = rows.flatMap(({ step }) => {
    const number = typeof step === 'string' ? stepNumberOf(step) : null;
    return number === null ? [] : [number];
  });
  const { endedOn, endReason } = values;
  return developmentState(new Set(taken), {
    endedOn: typeof endedOn === 'string' ? endedOn : null,
    endReason: endReasons.find((reason) => reason === endReason) ?? null,
  });
}
