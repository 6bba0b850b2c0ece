import type { DailyFacts } from '#shared/domain/afterSchool/dailyFacts.ts';
import type { AfterSchoolFacts, SlotFact } from '#shared/domain/afterSchool/facts.ts';
import { presentRow } from '#shared/domain/afterSchool/rollCall.ts';
import { rollCallFact } from '#shared/domain/afterSchool/serviceDaySums.ts';
import type { AppraisalFact, CaseFact, EthicsFacts } from '#shared/domain/ethics/facts.ts';
import type {
  CampaignFact,
  MeetingFact,
  MembershipFact,
  PartyLifeFacts,
  VoteFact,
} from '#shared/domain/partyLife/facts.ts';
import { createSchoolCalendar } from '#shared/kernel/calendar.ts';
import { shippedCalendarDays } from '#shared/kernel/holidays.ts';

/** A small invented school whose facts break no rule on 2026-11-24, made to be changed by tests in one place. */

export const calendar = createSchoolCalendar([
  ...shippedCalendarDays,
  { date: '2026-10-10', name: '国庆节', isOffDay: false, followWeekday: 3 },
]);

export const memberIds = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8'];

export function membership(memberId: string, changes: Partial<MembershipFact> = {}): MembershipFact {
  return {
    memberId,
    branchId: 'b1',
    groupId: 'g1',
    status: '正式党员',
    from: '2020-01-01',
    to: null,
    ...changes,
  };
}

export function vote(changes: Partial<VoteFact> = {}): VoteFact {
  return {
    id: 'v1',
    matter: '年度计划',
    kind: '一般决议',
    mode: '举手',
    dueVoters: 8,
    presentVoters: 8,
    inFavour: 8,
    against: 0,
    abstained: 0,
    written: 0,
    outcome: '通过',
    ...changes,
  };
}

export function meeting(id: string, changes: Partial<MeetingFact> = {}): MeetingFact {
  return {
    id,
    type: '支部党员大会',
    title: `会议${id}`,
    branchId: 'b1',
    groupId: null,
    period: null,
    heldOn: '2026-11-10',
    startsAt: '16:30',
    endsAt: '17:30',
    place: '会议室',
    hostId: 'm1',
    recorderId: 'm2',
    attendance: memberIds.map((memberId) => ({
      memberId,
      state: '出席',
      approvedBy: null,
      reason: null,
      madeUpOn: null,
    })),
    votes: [],
    electorsDue: null,
    electorsPresent: null,
    ballotsIssued: null,
    ballotsReturned: null,
    candidates: [],
    resolutions: [],
    grades: [],
    reviewBallots: null,
    studyHours: 0,
    lecturerId: null,
    speeches: [{ speakerId: 'm1', text: '围绕本季度重点工作逐项说明安排。' }],
    body: [...id].map((character) => `${character}号事项：`).join('') + distinctText(id),
    heldTogetherWith: [],
    themeMeetingId: null,
    preparedById: null,
    platformOn: changes.heldOn ?? '2026-11-10',
    reportedOn: changes.heldOn ?? '2026-11-10',
    photoDays: [],
    attachmentKinds: ['签到表', '照片', '讲稿', '表决票'],
    createdAt: null,
    ...changes,
  };
}

/** A campaign of which nothing is recorded yet. */
export function campaign(changes: Partial<CampaignFact> = {}): CampaignFact {
  return {
    id: 'c1',
    kind: '组织生活会',
    branchId: 'b1',
    period: '2026',
    participantIds: [],
    plannedOn: null,
    planFiledOn: null,
    planApprovedOn: null,
    studyOn: null,
    studyCount: null,
    opinionsTo: null,
    opinionCount: null,
    talksFrom: null,
    talksDoneOn: null,
    selfCheckOn: null,
    problemCount: 0,
    meetingId: null,
    reviewMeetingId: null,
    reviewVoters: null,
    ballotsIssued: null,
    ballotsReturned: null,
    ballotsSpoiled: null,
    reviews: [],
    assessedOn: null,
    publishedOn: null,
    reportedOn: null,
    rectifications: [],
    attachmentKinds: [],
    ...changes,
  };
}

/** 200 characters that differ from one id to another. */
function distinctText(id: string): string {
  const seed = [...id].reduce((sum, character) => sum * 31 + (character.codePointAt(0) ?? 0), 7);
  return Array.from({ length: 200 }, (_, index) =>
    String.fromCodePoint(0x4e00 + ((seed + index * 7919 + index * index * 104729) % 20_000)),
  ).join('');
}

export function partyLife(changes: Partial<PartyLifeFacts> = {}): PartyLifeFacts {
  return {
    year: 2026,
    branches: [
      {
        id: 'b1',
        name: '第一党支部',
        foundedOn: '2019-01-01',
        endedOn: null,
        termEndsOn: '2027-12-31',
        extendedUntil: null,
        partyDay: { kind: 'dayOfMonth', day: 15 },
      },
    ],
    groups: [{ id: 'g1', name: '第一党小组', branchId: 'b1', foundedOn: '2019-01-01', endedOn: null }],
    members: memberIds.map((id, index) => ({ id, name: `党员${'甲乙丙丁戊己庚辛'.charAt(index)}` })),
    memberships: memberIds.map((id) => membership(id)),
    posts: [
      { branchId: 'b1', memberId: 'm1', post: '书记', groupId: null, from: '2020-01-01', to: null },
      { branchId: 'b1', memberId: 'm2', post: '组织委员', groupId: null, from: '2020-01-01', to: null },
      { branchId: 'b1', memberId: 'm2', post: '宣传委员', groupId: null, from: '2020-01-01', to: null },
      { branchId: 'b1', memberId: 'm3', post: '纪检委员', groupId: null, from: '2020-01-01', to: null },
      { branchId: 'b1', memberId: 'm5', post: '党小组组长', groupId: 'g1', from: '2020-01-01', to: null },
    ],
    sanctions: [],
    meetings: [],
    earlierMeetings: [],
    talks: [],
    studies: [],
    fees: [],
    campaigns: [],
    quarterPlans: [],
    exemptions: [],
    calendar,
    ...changes,
  };
}

export function appraisal(id: string, changes: Partial<AppraisalFact> = {}): AppraisalFact {
  return {
    id,
    staffId: id.replace('a', 's'),
    period: '2025',
    scores: { self: 90, peer: 80, pupil: 85, parent: 85, panel: 80 },
    adjustment: 0,
    total: 83,
    grade: '合格',
    veto: false,
    noticeFrom: '2025-12-15',
    noticeTo: '2025-12-19',
    signedOn: '2025-12-20',
    ...changes,
  };
}

export function ethicsCase(changes: Partial<CaseFact> = {}): CaseFact {
  return {
    id: 'c1',
    number: '2025-01',
    staffId: 's1',
    receivedOn: '2025-05-06',
    named: true,
    violation: 'V10 有偿补课',
    injured: false,
    urgentReportedOn: null,
    policeInformed: null,
    acceptedOn: '2025-05-07',
    accepted: true,
    rejectionReason: null,
    extendedOn: null,
    heardOn: '2025-05-12',
    concludedOn: '2025-05-20',
    conclusion: '属实',
    handling: '警告',
    proposedOn: '2025-05-21',
    hearingToldOn: null,
    hearingAsked: null,
    hearingHeldOn: null,
    decidedBy: '县教育局',
    decidedOn: '2025-06-03',
    effectFrom: '2025-06-03',
    effectTo: '2025-12-03',
    disqualifiedUntil: null,
    appealRouteTold: true,
    deliveredOn: '2025-06-05',
    deliveredHow: null,
    partyInformedOn: null,
    answeredOn: '2025-05-22',
    reviewAskedOn: null,
    reviewDecidedOn: null,
    reviewResult: null,
    appealAskedOn: null,
    appealExtendedOn: null,
    appealDecidedOn: null,
    appealResult: null,
    periodExtendedOn: null,
    extendedTo: null,
    liftedOn: '2025-12-04',
    archivedOn: null,
    paperKinds: ['登记表', '调查报告', '陈述笔录', '处理决定书', '送达回证'],
    ...changes,
  };
}

const staffIds = ['s1', 's2', 's3', 's4', 's5'];

export function ethics(changes: Partial<EthicsFacts> = {}): EthicsFacts {
  return {
    schoolYear: '2026-2027',
    schoolYearStartsOn: '2026-09-01',
    appraisalPeriod: '2025',
    terms: [{ period: '2025-2026-2', startsOn: '2026-02-27', endsOn: '2026-07-10' }],
    isKindergarten: false,
    isPublic: true,
    staff: staffIds.map((id, index) => ({
      id,
      name: `教师${'甲乙丙丁戊'.charAt(index)}`,
      kind: '专任教师',
      hiredOn: '2015-09-01',
      leftOn: null,
      isPartyMember: false,
      certificateDueOn: null,
    })),
    externalPersons: [],
    excuses: [],
    notAppraised: [],
    pledges: staffIds.map((staffId) => ({
      id: `p-${staffId}`,
      staffId,
      period: '2026-2027',
      signedOn: '2026-09-02',
    })),
    appraisals: ['a1', 'a2', 'a3', 'a4', 'a5'].map((id) => appraisal(id)),
    cases: [],
    awards: [],
    assessments: [],
    selections: [],
    healthChecks: [],
    entryChecks: staffIds.map((staffId) => ({
      id: `e-${staffId}`,
      staffId,
      checkedOn: '2026-03-02',
      result: '无',
    })),
    activities: [
      ...(['宣传', '考核', '监督', '激励'] as const).map((element) => ({
        id: `x-${element}`,
        element,
        kind: '其他',
        period: '2025-2026-2',
        heldOn: '2026-04-01',
      })),
      // Each month of the term its study and its zero report; two of the studies warn by examples.
      ...['2026-03', '2026-04', '2026-05', '2026-06'].flatMap((period, index) => [
        {
          id: `study-${period}`,
          element: '教育' as const,
          kind: index % 2 === 0 ? '专题学习' : '警示教育',
          period,
          heldOn: `${period}-12`,
        },
        {
          id: `zero-${period}`,
          element: '惩处' as const,
          kind: '零报告',
          period,
          heldOn: `${period}-28`,
        },
      ]),
    ],
    selfChecks: staffIds.map((staffId) => ({
      id: `t-${staffId}`,
      staffId,
      period: '2025-2026-2',
      occasion: '暑假前',
      anyYes: false,
    })),
    calendar,
    ...changes,
  };
}

export function slot(id: string, heldOn: string, changes: Partial<SlotFact> = {}): SlotFact {
  return {
    id,
    heldOn,
    startsAt: '16:30',
    endsAt: '18:30',
    kind: '课后服务',
    courseId: 'k1',
    room: '三年级1班教室',
    staffing: [{ staffId: 's1', externalId: null, role: '授课', hours: 2 }],
    confirmed: true,
    cancelled: false,
    log: '阅读和体育活动',
    ...changes,
  };
}

/** Nothing but what is given. */
export function daily(changes: Partial<DailyFacts> = {}): DailyFacts {
  return { handovers: [], rounds: [], incidents: [], leaves: [], payMonths: [], rates: [], ...changes };
}

/** A term of one week (12 to 16 October 2026) with one course and two pupils. */
export function afterSchool(changes: Partial<AfterSchoolFacts> = {}): AfterSchoolFacts {
  const days = ['2026-10-12', '2026-10-13', '2026-10-14', '2026-10-15', '2026-10-16'];
  return {
    term: {
      period: '2026-2027-1',
      firstTeachingOn: '2026-10-12',
      lastTeachingOn: '2026-10-16',
      lessonsEndAt: '16:20',
    },
    pupils: [
      { id: 'x1', name: '学生甲', grade: 3, className: '三年级1班', boarder: false },
      { id: 'x2', name: '学生乙', grade: 9, className: '九年级1班', boarder: true },
    ],
    staff: [
      { id: 's1', name: '教师甲', kind: '专任教师' },
      { id: 's2', name: '教师乙', kind: '专任教师' },
    ],
    externalPersons: [],
    courses: [
      { id: 'k1', name: '课外阅读', kind: '阅读', content: '自主阅读' },
      { id: 'k2', name: '篮球', kind: '体育', content: '运球' },
      { id: 'k3', name: '合唱', kind: '艺术', content: '合唱' },
    ],
    slots: days.map((day, index) => slot(`l${index + 1}`, day)),
    enrolments: ['x1', 'x2'].map((pupilId) => ({
      id: `n-${pupilId}`,
      pupilId,
      weekdays: [1, 2, 3, 4, 5],
      courseIds: ['k1'],
      appliedOn: '2026-09-05',
      withdrawnOn: null,
      pickUp: '家长接送',
      permittedReceivers: ['王家长'],
    })),
    rollCalls: days.map((heldOn, index) =>
      rollCallFact({
        id: `r${index + 1}`,
        slotId: `l${index + 1}`,
        heldOn,
        rows: ['x1', 'x2'].map(presentRow),
      }),
    ),
    firstPresentOn: new Map(['x1', 'x2'].map((id) => [id, '2026-10-12'])),
    daily: daily({ rounds: days.map((heldOn) => ({ id: `w-${heldOn}`, heldOn, hazard: null })) }),
    calendar,
    planned: {
      plan: {
        id: 'p1',
        endOfWorkAt: '18:00',
        latestLeaveAt: '18:30',
        seasons: [],
        otherCare: [],
        feePerTerm: 0,
        channel: '不收费',
        bundledItems: null,
        approvedOn: '2026-10-10',
        filedOn: '2026-10-20',
        publicisedFrom: null,
        accountsPublicisedFrom: null,
      },
      offers: ['k1', 'k2', 'k3'].map((courseId) => ({
        courseId,
        gradeFrom: 1,
        gradeTo: 9,
        agency: null,
        agencyListed: false,
        agencyCheckedOn: null,
      })),
      charges: [],
      accountLines: 0,
      participationBefore: null,
    },
    ...changes,
  };
}
