import { gradeWords } from '../../../../shared/domain/afterSchool/signUp/fitness.ts';
import { formatPeriod } from '../../../../shared/kernel/periods.ts';
import { success } from '../../../../shared/kernel/result.ts';
import { serviceFeeStandard } from '../../../../shared/ledgers/afterSchool/serviceFeeStandard.ts';
import { servicePlan } from '../../../../shared/ledgers/afterSchool/servicePlan.ts';
import { type Section, body, sealed, sections } from '../../../documents/officeBlocks.ts';
import { paragraphsOf } from '../../../documents/officeDocument.ts';
import type { Block } from '../../../documents/officeDocument.ts';
import { joined, printedDate } from '../../../documents/officeText.ts';
import type { RecordIn } from '../../../store/records/records.ts';
import { pupilsOn, termOf } from '../../afterSchool/serviceTerm.ts';
import { loadSignUp } from '../../afterSchool/signUp/loadSignUp.ts';
import { finishedRecords } from '../../../store/records/recordsBetween.ts';
import { countPersons, recordReport } from '../report.ts';
import { courseTable, coursesOf, type PrintedCourse } from './courseList.ts';

type Plan = RecordIn<typeof servicePlan>['values'];

interface PlanPaperData {
  readonly period: string | null;
  readonly plan: Plan;
  readonly courses: readonly PrintedCourse[];
  /** 小学每学期 300.00 元（甘价费〔2026〕1号） */
  readonly standards: readonly string[];
  readonly pupils: number;
  readonly signedUp: number;
}

/** 一校一案 as it is approved and filed with the bureau: whom, when, what, who, money, safety. */
export const servicePlanPaper = recordReport({
  name: 'servicePlanPaper',
  wide: true,
  label: '课后服务实施方案（一校一案）',
  area: 'afterSchool',
  ledger: servicePlan,
  gather: (h, { period, values }, { today }) => {
    const term = period === null ? undefined : termOf(h, period);
    const from = term?.firstTeachingOn ?? today;
    const { pupils } = pupilsOn(h, today < from ? today : from);
    const board = period === null ? null : loadSignUp(h, period, today);
    return success<PlanPaperData>({
      period,
      plan: values,
      courses: period === null ? [] : coursesOf(h, period),
      standards: finishedRecords(h, serviceFeeStandard)
        .map((one) => one.values)
        .filter((one) => one.from <= from && (one.to === null || from <= one.to))
        .map(({ stage, basis, amount, document }) => `${stage}${basis}${feeText(amount, document)}`),
      pupils: pupils.filter(({ grade }) => grade !== null && grade >= 1 && grade <= 9).length,
      signedUp: board?.pupils.filter(({ withdrawnOn }) => withdrawnOn === null).length ?? 0,
    });
  },
  compose: (data, { schoolName }) => {
    const { plan, courses, period } = data;
    return {
      name: `课后服务实施方案_${period ?? ''}`,
      document: {
        title: [schoolName, ...titleLines(plan.title.replace(schoolName, ''))],
        style: 'letter',
        pageNumbers: true,
        blocks: [
          ...sections(partsOf(data)),
          ...body(courses.length === 0 ? '' : '附件：课后服务课程安排表'),
          sealed(schoolName, plan.approvedOn),
          ...(courses.length === 0 ? [] : attachment(data)),
        ],
      },
      personCount: countPersons(courses.map(({ teacher }) => teacher)),
      problems: [
        plan.approvedOn === null && '还没有审定日期，落款日期空着。',
        plan.endOfWorkAt === null && plan.seasons.length === 0 && '还没有填当地下班时间。',
        courses.length === 0 && '本学期还没有登记课程。',
        plan.content === null && '方案要点是空的，组织领导、安全和经费管理请补写。',
      ],
      rows: courses.length,
    };
  },
});

/** A long title is broken before what it is about, not inside a word. */
function titleLines(title: string): readonly string[] {
  const at = title.indexOf('课后服务');
  return [...title].length > 16 && at > 0 ? [title.slice(0, at), title.slice(at)] : [title];
}

function partsOf({ plan, courses, standards, pupils, signedUp }: PlanPaperData): Section[] {
  const kinds = [...Map.groupBy(courses, ({ kind }) => kind)].map(
    ([kind, list]) => `${kind}${list.length}门`,
  );
  return [
    [
      '服务对象',
      `${gradeWords(plan.gradeFrom ?? 1, plan.gradeTo ?? 9)}有需求的学生，由家长自愿申请、签订承诺书后参加，学校不以任何方式强制或变相强制。本校义务教育阶段在校生${pupils}人，已申请${signedUp}人。`,
    ],
    ['服务时间', timeBlocks(plan)],
    [
      '服务内容',
      courses.length === 0
        ? '课程另行公布。'
        : `开设课程${courses.length}门：${kinds.join('、')}。不讲授新课，不刷题备考，不集体补课。课程安排见附表。`,
    ],
    ['收费与减免', feeWords(plan, standards)],
    ...(plan.content === null ? [] : [['组织与保障', body(...paragraphsOf(plan.content))] as const]),
  ];
}

function attachment({ period, courses }: PlanPaperData): Block[] {
  const title = [...(period === null ? [] : [formatPeriod(period)]), '课后服务课程安排表'];
  return [{ kind: 'newSheet', title }, courseTable(courses)];
}

function timeBlocks(plan: Plan): readonly Block[] {
  const days =
    plan.weekdays.length === 0 || plan.weekdays.length === 5 ? '周一至周五' : plan.weekdays.join('、');
  const periods = plan.periods.map(({ name, startsAt, endsAt }) => `${name}${startsAt}—${endsAt}`);
  const seasons = plan.seasons.map(
    ({ name, from, endOfWorkAt, latestLeaveAt }) =>
      `${printedDate(from)}起（${name}）当地下班时间${endOfWorkAt}${latestLeaveAt === null ? '' : `、最晚离校${latestLeaveAt}`}`,
  );
  const other = plan.otherCare.map(
    ({ kind, gradeFrom, gradeTo, startsAt, endsAt }) =>
      `${kind}（${gradeWords(gradeFrom, gradeTo)}，${startsAt}—${endsAt}）`,
  );
  const times = [
    `每个上课日（${days}，含学校安排上课的调休日）${plan.startsAt}—${plan.endsAt}${periods.length > 0 ? `，分${periods.length}个时段：${periods.join('，')}` : ''}`,
    plan.endOfWorkAt && `当地下班时间${plan.endOfWorkAt}`,
    plan.latestLeaveAt && `最晚离校时间${plan.latestLeaveAt}`,
    ...seasons,
  ];
  return body(
    `${joined(times, '；')}。`,
    other.length === 0
      ? '不以课后服务名义安排早到校、午休看管和晚自习。'
      : `${other.join('；')}不属于课后服务，不收费，不计入课后服务时长和补助。`,
  );
}

/** 300.00元（甘价费〔2026〕1号） */
function feeText(cents: number, document: string | null): string {
  return `${(cents / 100).toFixed(2)}元${document === null ? '' : `（${document}）`}`;
}

function feeWords(plan: Plan, standards: readonly string[]): string {
  const own =
    standards.length > 0
      ? `收费标准：${standards.join('；')}`
      : (plan.feePerTerm ?? 0) === 0
        ? '课后服务不收费'
        : `每生每学期${feeText(plan.feePerTerm ?? 0, plan.feeDocument)}`;
  const charged = standards.length > 0 || (plan.feePerTerm ?? 0) > 0;
  return `${own}。${
    charged
      ? `收费方式：${plan.channel ?? '学校代收'}。坚持成本补偿、非营利，家庭经济困难学生按规定减免，不捆绑其他项目；收费标准、服务时间、课程和收支情况每学期公示。`
      : '经费由财政补助等解决，收支情况每学期公示。'
  }`;
}
