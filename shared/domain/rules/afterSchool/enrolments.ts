import { formatChinese } from '../../../kernel/plainDate.ts';
import type { AfterSchoolFacts, EnrolmentFact } from '../../afterSchool/facts.ts';
import { aboutRecord, type FindingDraft, type Rule } from '../rule.ts';
import { listNames } from '../../listNames.ts';
import { namesById } from './serviceWords.ts';

type ServiceRule = Rule<AfterSchoolFacts>;

function aboutEnrolment(enrolment: EnrolmentFact, sentence: string): FindingDraft {
  return aboutRecord('serviceEnrolment', enrolment.id, sentence);
}

const compulsoryGradesOnly: ServiceRule = {
  id: 'ASC-01',
  severity: 'error',
  label: '课后服务只面向一至九年级',
  basis: '教育部“5+2”要求：义务教育学校全覆盖',
  check(facts) {
    const byId = new Map(facts.pupils.map((pupil) => [pupil.id, pupil]));
    return facts.enrolments.flatMap((enrolment) => {
      const pupil = byId.get(enrolment.pupilId);
      if (!pupil || pupil.grade === null || (pupil.grade >= 1 && pupil.grade <= 9)) return [];
      return aboutEnrolment(
        enrolment,
        `${pupil.className ?? ''}${pupil.name}不在一至九年级，不参加课后服务，请核对班级或删除报名。`,
      );
    });
  },
};

const appliedBeforehand: ServiceRule = {
  id: 'ASC-08',
  severity: 'error',
  label: '先申请后参加',
  basis: '教育部等四部门关于课后服务的通知（2023年12月）：学生自愿',
  check(facts) {
    const nameOf = namesById(facts.pupils);
    const earliest = new Map<string, EnrolmentFact>();
    for (const enrolment of facts.enrolments) {
      const known = earliest.get(enrolment.pupilId);
      if (!known || enrolment.appliedOn < known.appliedOn) earliest.set(enrolment.pupilId, enrolment);
    }
    const late = [...earliest.values()].flatMap((enrolment) => {
      const first = facts.firstPresentOn.get(enrolment.pupilId);
      if (first === undefined || enrolment.appliedOn <= first) return [];
      return aboutEnrolment(
        enrolment,
        `${nameOf(enrolment.pupilId)}${formatChinese(first)}就参加了课后服务，家长申请日期是${formatChinese(enrolment.appliedOn)}，应先申请后参加。`,
      );
    });
    const without = [...facts.firstPresentOn.keys()].filter((pupilId) => !earliest.has(pupilId));
    if (without.length === 0) return late;
    const missing: FindingDraft = {
      sentence: `${listNames(without.map(nameOf))}参加了课后服务但没有家长申请，请补登记报名。`,
      window: null,
      subjectId: facts.term.period,
      evidence: without.map((id) => ({ ledger: 'pupil', id })),
      remedy:
        without.length === 1
          ? {
              kind: 'create',
              ledger: 'serviceEnrolment',
              period: facts.term.period,
              values: { pupil: without[0] },
            }
          : { kind: 'list', ledger: 'serviceEnrolment' },
    };
    return [...late, missing];
  },
};

const allowedContent: ServiceRule = {
  id: 'ASC-10',
  severity: 'warning',
  label: '课后服务不讲新课、不刷题、不补课',
  basis: '教育部等四部门关于课后服务的通知（2023年12月）',
  parameters: ['forbiddenCourseWords'],
  check(facts, parameters, today) {
    const words = parameters.words('forbiddenCourseWords', today);
    const inText = (text: string): readonly string[] => words.filter((word) => text.includes(word));
    const courses = facts.courses.flatMap((course): FindingDraft[] => {
      const used = inText(`${course.name} ${course.content}`);
      if (used.length === 0) return [];
      return [
        aboutRecord(
          'serviceCourse',
          course.id,
          `课程“${course.name}”里有“${used.join('、')}”，课后服务不得讲授新课、刷题备考、集体补课，请核对内容。`,
        ),
      ];
    });
    const logs = facts.slots.flatMap((slot): FindingDraft[] => {
      const used = inText(slot.log);
      if (used.length === 0) return [];
      return [
        aboutRecord(
          'serviceSlot',
          slot.id,
          `${formatChinese(slot.heldOn)}的活动内容里有“${used.join('、')}”，课后服务不得讲授新课、刷题备考、集体补课，请核对内容。`,
        ),
      ];
    });
    return [...courses, ...logs];
  },
};

/** Who takes part, and in what. */
export const enrolmentRules: readonly ServiceRule[] = [
  compulsoryGradesOnly,
  appliedBeforehand,
  allowedContent,
];
