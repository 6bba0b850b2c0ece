import { pupilsDueAt } from '../../afterSchool/enrolments.ts';
import type { AfterSchoolFacts, SlotFact } from '../../afterSchool/facts.ts';
import { findSlotClashes } from '../../afterSchool/serviceTime.ts';
import type { FindingDraft, Rule } from '../rule.ts';
import { courseName, namesById, slotWords } from './serviceWords.ts';

type ServiceRule = Rule<AfterSchoolFacts>;

function aboutPair(first: SlotFact, second: SlotFact, subject: string, sentence: string): FindingDraft {
  return {
    sentence,
    window: null,
    subjectId: [subject, ...[first.id, second.id].sort()].join('/'),
    evidence: [first, second].map(({ id }) => ({ ledger: 'serviceSlot', id })),
    remedy: { kind: 'open', ledger: 'serviceSlot', id: second.id },
  };
}

const teacherInOnePlace: ServiceRule = {
  id: 'ASC-11',
  severity: 'error',
  label: '教师同一时间只在一场',
  basis: '排班常识：一人不能同时在两处',
  check(facts) {
    const nameOf = namesById([...facts.staff, ...facts.externalPersons]);
    // Leaders on duty and guards walk the whole school.
    const bound = (slot: SlotFact): string[] =>
      slot.staffing
        .filter(({ role }) => role === '授课' || role === '看护')
        .flatMap(({ staffId, externalId }) => staffId ?? externalId ?? []);
    return findSlotClashes(facts.slots, bound).map(({ first, second, subject }) =>
      aboutPair(
        first,
        second,
        subject,
        `${nameOf(subject)}同时排在${slotWords(facts, first)}和“${courseName(facts, second.courseId)}”，请换人或调整时间。`,
      ),
    );
  },
};

const roomUsedOnce: ServiceRule = {
  id: 'ASC-12',
  severity: 'error',
  label: '场地同一时间只排一场',
  basis: '排班常识：一个场地不能同时安排两场',
  check: (facts) =>
    findSlotClashes(facts.slots, ({ room }) => (room?.trim() ? [room.trim()] : [])).map(
      ({ first, second, subject }) =>
        aboutPair(
          first,
          second,
          subject,
          `${subject}同时安排了${slotWords(facts, first)}和“${courseName(facts, second.courseId)}”，请换场地或调整时间。`,
        ),
    ),
};

const pupilInOneCourse: ServiceRule = {
  id: 'ASC-13',
  severity: 'error',
  label: '学生同一时间只选一门课',
  basis: '排班常识：一名学生不能同时上两门课',
  check(facts) {
    const nameOf = namesById(facts.pupils);
    const seen = new Set<string>();
    const byPupil = Map.groupBy(facts.enrolments, ({ pupilId }) => pupilId);
    const enrolments = [...byPupil.values()]
      .filter((own) => own.flatMap(({ courseIds }) => courseIds).length > 1)
      .flat();
    if (enrolments.length === 0) return [];
    const choosers = { enrolments, calendar: facts.calendar };
    const due = new Map(facts.slots.map((slot) => [slot.id, pupilsDueAt(choosers, slot)]));
    return findSlotClashes(facts.slots, (slot) => due.get(slot.id) ?? []).flatMap(
      ({ first, second, subject }) => {
        // The same two courses clash every week; once is enough.
        const courses = [first.courseId, second.courseId].sort().join('/');
        const key = `${subject}/${courses}`;
        if (seen.has(key)) return [];
        seen.add(key);
        const names = [first, second].map(({ courseId }) => `“${courseName(facts, courseId)}”`).join('和');
        return {
          ...aboutPair(first, second, subject, `${nameOf(subject)}选的${names}时间重叠，请改选一门。`),
          subjectId: key,
          remedy: { kind: 'list' as const, ledger: 'serviceEnrolment' },
        };
      },
    );
  },
};

/** Nobody and nothing in two places at once. */
export const clashRules: readonly ServiceRule[] = [teacherInOnePlace, roomUsedOnce, pupilInOneCourse];
