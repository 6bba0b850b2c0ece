import { gradeWords } from '../../../../shared/domain/afterSchool/signUp/fitness.ts';
import { formatPeriod } from '../../../../shared/kernel/periods.ts';
import { success } from '../../../../shared/kernel/result.ts';
import { serviceFeeStandard } from '../../../../shared/ledgers/afterSchool/serviceFeeStandard.ts';
import { servicePlan } from '../../../../shared/ledgers/afterSchool/servicePlan.ts';
import { heading } from '../../../documents/officeBlocks.ts';
import { paragraphsOf } from '../../../documents/officeDocument.ts';
import type { Block } from '../../../documents/officeDocument.ts';
import { headRow } from '../../../documents/officeTables.ts';
import { printedDate } from '../../../documents/officeText.ts';
import type { RecordIn } from '../../../store/records/records.ts';
import { pupilsOn, termOf } from '../../afterSchool/serviceTerm.ts';
import { loadSignUp } from '../../afterSchool/signUp/loadSignUp.ts';
import { finishedRecords } from '../../../store/records/recordsBetween.ts';
import { schoolOf } from '../../school/schoolOf.ts';
import { defineReport, recordOfScope } from '../report.ts';
import { coursesOf, type PrintedCourse } from './courseList.ts';

type Plan = RecordIn<typeof servicePlan>['values'];

interface PlanPaperData {
  readonly schoolName: string;
  readonly period: string | null;
  readonly plan: Plan;
  readonly courses: readonly PrintedCourse[];
  /** 小学每学期 300.00 元（甘价费〔2026〕1号） */
  readonly standards: readonly string[];
  readonly pupils: number;
  readonly signedUp: number;
}

/** 一校一案 as it is approved and filed with the bureau: whom, when, what, who, money, safety. */
export const servicePlanPaper = defineReport<PlanPaperData>({
  name: 'servicePlanPaper',
  label: '课后服务实施方案（一校一案）',
  area: 'afterSchool',
  formats: ['docx', 'pdf'],
  scope: { kind: 'record', ledger: 'servicePlan' },
  gather: (h, scope, { today }) => {
    const found = recordOfScope(h, servicePlan, scope);
    if (!found.ok) return found;
    const { period, values } = found.value;
    const term = period === null ? undefined : termOf(h, period);
    const from = term?.firstTeachingOn ?? today;
    const { pupils } = pupilsOn(h, today < from ? today : from);
    const board = period === null ? null : loadSignUp(h, period, today);
    return success({
      schoolName: schoolOf(h).values.name,
      period,
      plan: values,
      courses: period === null ? [] : coursesOf(h, period),
      standards: finishedRecords(h, serviceFeeStandard)
        .filter((one) => one.values.from <= from && (one.values.to === null || from <= one.values.to))
        .map(
          (one) =>
            `${one.values.stage}${one.values.basis}${(one.values.amount / 100).toFixed(2)}元${one.values.document === null ? '' : `（${one.values.document}）`}`,
        ),
      pupils: pupils.filter(({ grade }) => grade !== null && grade >= 1 && grade <= 9).length,
      signedUp: board?.pupils.filter(({ withdrawnOn }) => withdrawnOn === null).length ?? 0,
    });
  },
  compose: (data) => ({
    name: `课后服务实施方案_${data.period ?? ''}`,
    document: {
      title: [data.schoolName, ...titleLines(data.plan.title.replace(data.schoolName, ''))],
      style: 'letter',
      pageNumbers: true,
      blocks: blocksOf(data),
    },
    personCount: new Set(data.courses.map(({ teacher }) => teacher).filter((name) => name !== '')).size,
    problems: [
      data.plan.approvedOn === null && '还没有审定日期，落款日期空着。',
      data.plan.endOfWorkAt === null && data.plan.seasons.length === 0 && '还没有填当地下班时间。',
      data.courses.length === 0 && '本学期还没有登记课程。',
      data.plan.content === null && '方案要点是空的，组织领导、安全和经费管理请补写。',
    ],
    rows: data.courses.length,
  }),
});

/** A long title is broken before what it is about, not inside a word. */
function titleLines(title: string): readonly string[] {
  const at = title.indexOf('课后服务');
  return [...title].length > 16 && at > 0 ? [title.slice(0, at), title.slice(at)] : [title];
}

function blocksOf({
  schoolName,
  period,
  plan,
  courses,
  standards,
  pupils,
  signedUp,
}: PlanPaperData): Block[] {
  const kinds = [...Map.groupBy(courses, ({ kind }) => kind)].map(
    ([kind, list]) => `${kind}${list.length}门`,
  );
  const parts: readonly (readonly [string, readonly Block[]])[] = [
    [
      '服务对象',
      [
        text(
          `${gradeWords(plan.gradeFrom ?? 1, plan.gradeTo ?? 9)}有需求的学生，由家长自愿申请、签订承诺书后参加，学校不以任何方式强制或变相强制。本校义务教育阶段在校生${pupils}人，已申请${signedUp}人。`,
        ),
      ],
    ],
    ['服务时间', timeBlocks(plan)],
    [
      '服务内容',
      [
        text(
          courses.length === 0
            ? '课程另行公布。'
            : `开设课程${courses.length}门：${kinds.join('、')}。不讲授新课，不刷题备考，不集体补课。课程安排见附表。`,
        ),
      ],
    ],
    ['收费与减免', [text(feeWords(plan, standards))]],
    ...(plan.content === null ? [] : [['组织与保障', paragraphsOf(plan.content).map(text)] as const]),
  ];
  return [
    ...parts.flatMap(([title, blocks], index): Block[] => [
      heading(`${'一二三四五六七'.charAt(index)}、${title}`),
      ...blocks,
    ]),
    ...(courses.length === 0 ? [] : [text('附件：课后服务课程安排表')]),
    { kind: 'paragraph', align: 'right', text: schoolName },
    {
      kind: 'paragraph',
      align: 'right',
      text: plan.approvedOn === null ? '年　　月　　日' : printedDate(plan.approvedOn),
    },
    ...(courses.length === 0
      ? []
      : ([
          {
            kind: 'newSheet',
            title: [...(period === null ? [] : [formatPeriod(period)]), '课后服务课程安排表'],
          },
          courseTable(courses),
        ] as const)),
  ];
}

function timeBlocks(plan: Plan): readonly Block[] {
  const days =
    plan.weekdays.length === 0
      ? '周一至周五'
      : plan.weekdays.length === 5
        ? '周一至周五'
        : plan.weekdays.join('、');
  const periods = plan.periods.map(({ name, startsAt, endsAt }) => `${name}${startsAt}—${endsAt}`);
  const seasons = plan.seasons.map(
    ({ name, from, endOfWorkAt, latestLeaveAt }) =>
      `${printedDate(from)}起（${name}）当地下班时间${endOfWorkAt}${latestLeaveAt === null ? '' : `、最晚离校${latestLeaveAt}`}`,
  );
  const other = plan.otherCare.map(
    ({ kind, gradeFrom, gradeTo, startsAt, endsAt }) =>
      `${kind}（${gradeWords(gradeFrom, gradeTo)}，${startsAt}—${endsAt}）`,
  );
  return [
    text(
      [
        `每个上课日（${days}，含学校安排上课的调休日）${plan.startsAt}—${plan.endsAt}${periods.length > 0 ? `，分${periods.length}个时段：${periods.join('，')}` : ''}`,
        ...(plan.endOfWorkAt === null ? [] : [`当地下班时间${plan.endOfWorkAt}`]),
        ...(plan.latestLeaveAt === null ? [] : [`最晚离校时间${plan.latestLeaveAt}`]),
        ...seasons,
      ].join('；') + '。',
    ),
    text(
      other.length === 0
        ? '不以课后服务名义安排早到校、午休看管和晚自习。'
        : `${other.join('；')}不属于课后服务，不收费，不计入课后服务时长和补助。`,
    ),
  ];
}

function feeWords(plan: Plan, standards: readonly string[]): string {
  const own =
    standards.length > 0
      ? `收费标准：${standards.join('；')}`
      : (plan.feePerTerm ?? 0) === 0
        ? '课后服务不收费'
        : `每生每学期${((plan.feePerTerm ?? 0) / 100).toFixed(2)}元${plan.feeDocument === null ? '' : `（${plan.feeDocument}）`}`;
  const charged = standards.length > 0 || (plan.feePerTerm ?? 0) > 0;
  return `${own}。${
    charged
      ? `收费方式：${plan.channel ?? '学校代收'}。坚持成本补偿、非营利，家庭经济困难学生按规定减免，不捆绑其他项目；收费标准、服务时间、课程和收支情况每学期公示。`
      : '经费由财政补助等解决，收支情况每学期公示。'
  }`;
}

function courseTable(courses: readonly PrintedCourse[]): Block {
  return {
    kind: 'table',
    columns: [1.2, 4.6, 2.2, 2.8, 2.6, 1.9, 2.6, 2.8],
    headerRows: 1,
    size: '小五',
    rows: [
      headRow(['序号', '课程', '类别', '年级', '上课日', '名额', '教师或机构', '地点']),
      ...courses.map((course, index) => ({
        heightMm: 7,
        cells: [
          { text: String(index + 1) },
          { text: course.name, align: 'left' as const },
          { text: course.kind },
          { text: course.grades },
          { text: course.days },
          { text: course.capacity },
          { text: course.teacher },
          { text: course.room },
        ],
      })),
    ],
  };
}

function text(words: string): Block {
  return { kind: 'paragraph', text: words };
}
