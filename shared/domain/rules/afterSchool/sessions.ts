import { minutesBetween } from '../../../kernel/clockTime.ts';
import { addDays, daysBetween } from '../../../kernel/plainDate.ts';
import type { AfterSchoolFacts, RollCallFact, RollCallRow, SlotFact } from '../../afterSchool/facts.ts';
import { isService } from '../../afterSchool/serviceTime.ts';
import { aboutRecord, type FindingDraft, type Rule } from '../rule.ts';
import { listNames } from '../../listNames.ts';
import { handoverFindings } from './handovers.ts';
import { leaveFindings, paidHoursFindings } from './pay.ts';
import { aboutSlot, namesById, shortDay, slotWords } from './serviceWords.ts';

type ServiceRule = Rule<AfterSchoolFacts>;

function aboutRollCall(call: RollCallFact, sentence: string): FindingDraft {
  return aboutRecord('serviceAttendance', call.id, sentence);
}

/** Roll calls with their sessions; those of unknown sessions are left out. */
function calledSlots(facts: AfterSchoolFacts): readonly { call: RollCallFact; slot: SlotFact }[] {
  const byId = new Map(facts.slots.map((slot) => [slot.id, slot]));
  return facts.rollCalls.flatMap((call) => {
    const slot = byId.get(call.slotId);
    return slot ? [{ call, slot }] : [];
  });
}

const groupSize: ServiceRule = {
  id: 'ASC-14',
  severity: 'warning',
  label: '每名教师照看的学生不超上限',
  basis: '学校课后服务安全管理办法，人数可在参数中调整',
  parameters: ['groupSizePerAdult'],
  check: (facts, parameters) =>
    calledSlots(facts).flatMap(({ call, slot }) => {
      const { present } = call;
      const adults = slot.staffing.filter(({ role }) => role === '授课' || role === '看护').length;
      const most = parameters.number('groupSizePerAdult', slot.heldOn);
      if (present <= most * adults) return [];
      return aboutSlot(
        slot,
        `${slotWords(facts, slot)}到了 ${present} 名学生，只有 ${adults} 名教师，每名教师最多照看 ${most} 人，请增加看护教师。`,
      );
    }),
};

const externalPersonsCleared: ServiceRule = {
  id: 'ASC-15',
  severity: 'error',
  label: '校外人员在白名单、有资质、准入查询有效',
  basis: '教育部等四部门关于课后服务的通知（2023年12月）；《未成年人保护法》第六十二条',
  parameters: ['entryCheckValidDays'],
  check: (facts, parameters) => [
    ...uncheckedAgencies(facts),
    ...facts.externalPersons.flatMap((person) => {
      const days = facts.slots
        .filter((slot) => isService(slot) && slot.staffing.some(({ externalId }) => externalId === person.id))
        .map(({ heldOn }) => heldOn)
        .sort();
      const [first] = days;
      const last = days.at(-1);
      if (first === undefined || last === undefined) return [];
      const { entryCheckedOn, entryCheckResult, listed, qualification } = person;
      const valid = parameters.number('entryCheckValidDays', last);
      const problems = [
        ...(listed ? [] : ['不在白名单内']),
        ...(qualification === null || qualification.trim() === '' ? ['没有资质证书'] : []),
        ...(entryCheckedOn === null || entryCheckedOn > first ? ['上岗前没有准入查询'] : []),
        ...(entryCheckedOn !== null && daysBetween(entryCheckedOn, last) > valid ? ['准入查询已过期'] : []),
        ...(entryCheckResult === '有' ? ['准入查询结果不符合要求'] : []),
      ];
      if (problems.length === 0) return [];
      return aboutRecord(
        'externalPerson',
        person.id,
        `校外人员${person.name}${problems.join('、')}，不能参与课后服务，请补齐或更换。`,
      );
    }),
  ],
};

function uncheckedAgencies(facts: AfterSchoolFacts): readonly FindingDraft[] {
  const names = new Map(facts.courses.map(({ id, name }) => [id, name]));
  return facts.planned.offers.flatMap(({ courseId, agency, agencyListed, agencyCheckedOn }) => {
    if (agency === null || agency.trim() === '' || (agencyListed && agencyCheckedOn !== null)) return [];
    const problems = [
      ...(agencyListed ? [] : ['不在教育局公布的第三方名单内']),
      ...(agencyCheckedOn === null ? ['没有核查日期'] : []),
    ];
    return aboutRecord(
      'serviceCourse',
      courseId,
      `课程“${names.get(courseId) ?? ''}”的校外机构${agency}${problems.join('、')}，不能参与课后服务，请核查或更换。`,
    );
  });
}

const rollCalled: ServiceRule = {
  id: 'ASC-16',
  severity: 'warning',
  label: '每场次日前完成点名',
  basis: '学校课后服务安全管理办法',
  check(facts, _parameters, today) {
    const called = new Set(facts.rollCalls.map(({ slotId }) => slotId));
    const yesterday = addDays(today, -1);
    const open = facts.slots.filter(
      (slot) => isService(slot) && slot.heldOn < yesterday && !called.has(slot.id),
    );
    return [...Map.groupBy(open, ({ heldOn }) => heldOn)].map(([date, slots]) => ({
      sentence: `${shortDay(date)}有 ${slots.length} 场课后服务没有点名，请补点名或注明停课。`,
      window: { from: date, to: addDays(date, 1) },
      subjectId: facts.term.period,
      evidence: slots.map(({ id }) => ({ ledger: 'serviceSlot', id })),
      remedy: {
        kind: 'create' as const,
        ledger: 'serviceAttendance',
        period: facts.term.period,
        values: { slot: slots[0]?.id, heldOn: date },
      },
    }));
  },
};

const absenceKnownAtHome: ServiceRule = {
  id: 'ASC-17',
  severity: 'warning',
  label: '缺勤有原因并告知家长',
  basis: '学校课后服务安全管理办法',
  check(facts) {
    const nameOf = namesById(facts.pupils);
    return calledSlots(facts).flatMap(({ call, slot }) => {
      const open = call.notable.filter(
        ({ state, reason, guardianInformed }) =>
          (state === '请假' && reason === null) ||
          (state === '缺勤' && (reason === null || !guardianInformed)),
      );
      if (open.length === 0) return [];
      const names = listNames(open.map(({ pupilId }) => nameOf(pupilId)));
      return aboutRollCall(
        call,
        `${slotWords(facts, slot)}：${names}没有到，没有写明原因或没有告知家长，请联系后补填。`,
      );
    });
  },
};

const handedOver: ServiceRule = {
  id: 'ASC-18',
  severity: 'error',
  label: '离校有交接，接走人在名单内',
  basis: '学校课后服务安全管理办法：离校交接登记',
  check(facts) {
    const nameOf = namesById(facts.pupils);
    const enrolments = new Map(facts.enrolments.map((enrolment) => [enrolment.pupilId, enrolment]));
    function problemOf(row: RollCallRow): string | undefined {
      const enrolment = enrolments.get(row.pupilId);
      const fetched = enrolment !== undefined && enrolment.pickUp !== '自行离校';
      if (row.state === '早退' && row.leftAt === null) return '没有写明离开时间';
      if (row.state === '早退' && fetched && row.fetchedBy === null) return '没有写明由谁接走';
      if (row.fetchedBy === null || !fetched) return undefined;
      const permitted = enrolment.permittedReceivers.map((name) => name.trim());
      if (permitted.length === 0 || permitted.includes(row.fetchedBy.trim())) return undefined;
      return `由${row.fetchedBy}接走，不在允许接送的名单内`;
    }
    const early = calledSlots(facts).flatMap(({ call, slot }) => {
      const problems = call.notable.flatMap((row) => {
        const problem = problemOf(row);
        return problem === undefined ? [] : [`${nameOf(row.pupilId)}${problem}`];
      });
      if (problems.length === 0) return [];
      return [aboutRollCall(call, `${slotWords(facts, slot)}：${problems.join('；')}，请核对并补填。`)];
    });
    return [...early, ...handoverFindings(facts)];
  },
};

const hoursAreReal: ServiceRule = {
  id: 'ASC-19',
  severity: 'error',
  label: '补助课时与实际开展相符',
  basis: '课后服务经费管理办法：按实际课时发放补助',
  parameters: ['minutesPerServiceHour'],
  check: (facts, parameters) => [
    ...facts.slots.flatMap((slot) => {
      const most = Math.max(0, ...slot.staffing.map(({ hours }) => hours));
      if (most === 0) return [];
      const about = (sentence: string) => [aboutSlot(slot, `${slotWords(facts, slot)}${sentence}`)];
      if (slot.cancelled) return about('已停课，不能登记课时，请改为 0。');
      if (slot.confirmed && facts.calendar.timetableWeekday(slot.heldOn) === undefined)
        return about('不在上课日，登记的课时不能计入补助。');
      const minutes = minutesBetween(slot.startsAt, slot.endsAt);
      const per = parameters.number('minutesPerServiceHour', slot.heldOn);
      if (most * per <= minutes) return [];
      return about(`只有 ${minutes} 分钟，登记了 ${most} 课时（每课时 ${per} 分钟），请核对。`);
    }),
    ...leaveFindings(facts),
    ...paidHoursFindings(facts),
  ],
};

/** What happened in the sessions. */
export const sessionRules: readonly ServiceRule[] = [
  groupSize,
  externalPersonsCleared,
  rollCalled,
  absenceKnownAtHome,
  handedOver,
  hoursAreReal,
];
