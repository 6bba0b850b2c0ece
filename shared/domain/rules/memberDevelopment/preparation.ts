import { addMonthsCN, formatChinese } from '../../../kernel/plainDate.ts';
import type { PlainDate } from '../../../kernel/plainDate.ts';
import type { DevelopmentPerson } from '../../membership/developmentFacts.ts';
import { stepOn } from '../../membership/developmentState.ts';
import { noticeWorkdays } from '../../membership/developmentTimes.ts';
import { noticeBefore } from '../../membership/developmentSteps.ts';
import { developmentBasis, findInPersons, takenOrToday, wasElsewhere } from './aboutPerson.ts';
import type { DevelopmentRule, PersonProblem } from './aboutPerson.ts';

/** 集中培训 by the rules: either is enough. */
const leastTrainingDays = 3;
const leastTrainingHours = 24;

const trained: DevelopmentRule = {
  id: 'DEV-08',
  severity: 'error',
  label: '支部大会前完成 3 天或 24 学时集中培训',
  basis: developmentBasis,
  check: (facts) =>
    findInPersons(facts, (person) => {
      const admitted = stepOn(person, 15);
      if (admitted === null && stepOn(person, 11) === null) return undefined;
      const counted = person.trainings.filter(({ to }) => admitted === null || to <= admitted);
      const days = counted.reduce((sum, one) => sum + one.days, 0);
      const hours = counted.reduce((sum, one) => sum + one.hours, 0);
      if (days >= leastTrainingDays || hours >= leastTrainingHours) return undefined;
      return {
        sentence: `${admitted === null ? '' : '支部大会前'}集中培训合计 ${days} 天、${hours} 学时，应不少于 ${leastTrainingDays} 天或 ${leastTrainingHours} 学时，请补登培训记录。`,
      };
    }),
};

const reviewedInTime: DevelopmentRule = {
  id: 'DEV-09',
  severity: 'warning',
  label: '政治审查结论在支部委员会审查之前，并在有效期内',
  basis: developmentBasis,
  parameters: ['politicalReviewValidMonths'],
  check: (facts, parameters) =>
    findInPersons(facts, (person) => {
      const committee = stepOn(person, 12);
      const reviewed = stepOn(person, 10);
      const admitted = stepOn(person, 15);
      const problems: PersonProblem[] = [];
      if (committee !== null && (reviewed === null || reviewed > committee))
        problems.push({
          sentence:
            reviewed === null
              ? '支部委员会已经审查，但没有政治审查结论。'
              : `政审结论（${formatChinese(reviewed)}）晚于支部委员会审查（${formatChinese(committee)}）。`,
          part: 'order',
        });
      if (reviewed !== null && admitted !== null) {
        const months = parameters.number('politicalReviewValidMonths', admitted);
        if (admitted > addMonthsCN(reviewed, months))
          problems.push({
            sentence: `政审结论（${formatChinese(reviewed)}）到支部大会（${formatChinese(admitted)}）已超过 ${months} 个月，应重新政审。`,
            part: 'age',
          });
      }
      return problems;
    }),
};

const formAfterReview: DevelopmentRule = {
  id: 'DEV-10',
  severity: 'error',
  label: '预审合格后才能填写入党志愿书',
  basis: developmentBasis,
  check: (facts) =>
    findInPersons(facts, (person) => {
      const filled = stepOn(person, 14);
      const passed = stepOn(person, 13);
      if (filled === null || (passed !== null && filled >= passed)) return undefined;
      return {
        sentence:
          passed === null
            ? '已填写入党志愿书，但没有上级党委预审的记录。'
            : `入党志愿书（${formatChinese(filled)}）填在上级党委预审（${formatChinese(passed)}）之前。`,
      };
    }),
};

const meetingAfterReview: DevelopmentRule = {
  id: 'DEV-11',
  severity: 'warning',
  label: '预审合格后 1 个月内召开支部大会',
  basis: developmentBasis,
  check: (facts, _parameters, today) =>
    findInPersons(facts, (person) => {
      const passed = stepOn(person, 13);
      const held = takenOrToday(person, 15, today);
      if (passed === null || held === null) return undefined;
      const due = addMonthsCN(passed, 1);
      if (held <= due) return undefined;
      return {
        sentence:
          stepOn(person, 15) === null
            ? `${formatChinese(passed)}预审合格，应在${formatChinese(due)}前召开支部大会讨论，还没有记录。`
            : `支部大会（${formatChinese(held)}）距预审合格超过 1 个月，应在${formatChinese(due)}前召开。`,
        window: { from: passed, to: due },
      };
    }),
};

const publicNotice: DevelopmentRule = {
  id: 'DEV-20',
  severity: 'warning',
  label: '接收和转正前按规定公示',
  basis: '当地发展党员公示规定',
  parameters: ['developmentNoticeWorkdays'],
  check: (facts, parameters) =>
    findInPersons(facts, (person) =>
      Object.entries(noticeBefore).flatMap(([step, kind]): PersonProblem[] => {
        const held = stepOn(person, Number(step));
        if (held === null || kind === undefined || wasElsewhere(person, held)) return [];
        const least = parameters.number('developmentNoticeWorkdays', held);
        if (least === 0) return [];
        const notice = person.notices.find((one) => one.kind === kind);
        const said = (sentence: string): PersonProblem[] => [{ sentence, part: kind }];
        if (!notice)
          return said(`支部大会（${formatChinese(held)}）前没有${kind}记录，应公示 ${least} 个工作日。`);
        if (notice.to === null) return said(`${kind}没有填结束日期。`);
        const days = noticeWorkdays(notice.from, notice.to, facts.calendar);
        if (days !== 'unknown' && days < least)
          return said(
            `${kind}（${formatChinese(notice.from)}至${formatChinese(notice.to)}）只有 ${days} 个工作日，应不少于 ${least} 个。`,
          );
        return notice.to >= held
          ? said(
              `${kind}到${formatChinese(notice.to)}才结束，支部大会（${formatChinese(held)}）应在公示结束之后。`,
            )
          : [];
      }),
    ),
};

/** The day whose three months of leaving are looked at: when it was decided to go on, else today. */
function leaveCountsFrom(person: DevelopmentPerson, today: PlainDate): PlainDate | null {
  if (stepOn(person, 8) === null) return null;
  return stepOn(person, 13) ?? takenOrToday(person, 15, today);
}

const leavingSoon: DevelopmentRule = {
  id: 'DEV-23',
  severity: 'warning',
  label: '3 个月内将离开本单位的发展对象',
  basis: developmentBasis,
  parameters: ['plannedLeaveMonths'],
  check: (facts, parameters, today) =>
    findInPersons(facts, (person) => {
      const { plannedLeaveOn } = person;
      const from = leaveCountsFrom(person, today);
      if (plannedLeaveOn === null || from === null || plannedLeaveOn < from) return undefined;
      const months = parameters.number('plannedLeaveMonths', from);
      if (plannedLeaveOn > addMonthsCN(from, months)) return undefined;
      return {
        sentence: `预计${formatChinese(plannedLeaveOn)}离开本单位，距离不到 ${months} 个月，一般不办理接收预备党员手续。`,
      };
    }),
};

/** Between 发展对象 and the branch meeting. */
export const preparationRules: readonly DevelopmentRule[] = [
  trained,
  reviewedInTime,
  formAfterReview,
  meetingAfterReview,
  publicNotice,
  leavingSoon,
];
