import { createRecord, type ValuesIn } from '#electron/store/records/records.ts';
import { addDays } from '#shared/kernel/plainDate.ts';
import type { AnyLedger, RecordState } from '#shared/ledger/definition.ts';
import { serviceAttendance } from '#shared/ledgers/afterSchool/serviceAttendance.ts';
import { serviceCourse } from '#shared/ledgers/afterSchool/serviceCourse.ts';
import { serviceEnrolment } from '#shared/ledgers/afterSchool/serviceEnrolment.ts';
import { serviceSlot } from '#shared/ledgers/afterSchool/serviceSlot.ts';
import { classPlacement } from '#shared/ledgers/base/classPlacement.ts';
import { externalPerson } from '#shared/ledgers/base/externalPerson.ts';
import { pupil } from '#shared/ledgers/base/pupil.ts';
import { school } from '#shared/ledgers/base/school.ts';
import { schoolClass } from '#shared/ledgers/base/schoolClass.ts';
import { staff } from '#shared/ledgers/base/staff.ts';
import { term } from '#shared/ledgers/base/term.ts';
import { ethicsAppraisal } from '#shared/ledgers/ethics/ethicsAppraisal.ts';
import { ethicsPledge } from '#shared/ledgers/ethics/ethicsPledge.ts';
import { branch } from '#shared/ledgers/partyLife/branch.ts';
import { committeePost } from '#shared/ledgers/partyLife/committeePost.ts';
import { governanceMeeting } from '#shared/ledgers/partyLife/governanceMeeting.ts';
import { memberDevelopment } from '#shared/ledgers/partyLife/memberDevelopment.ts';
import { partyMeeting } from '#shared/ledgers/partyLife/partyMeeting.ts';
import { partyMember } from '#shared/ledgers/partyLife/partyMember.ts';
import { partyMembership } from '#shared/ledgers/partyLife/partyMembership.ts';
import { schoolId, valueOf, type TemporarySchool } from './temporarySchool.ts';

/** A person on duty as planned: neither locked nor instead of another. */
export const plainDuty = { locked: null, replaces: null, replacedBecause: null } as const;

/** Ids of what `fillSampleSchool` stores. */
export interface SampleSchool {
  readonly branch: string;
  /** In the order of `memberNames`. */
  readonly members: readonly string[];
  /** In the order of `staffNames`. */
  readonly staff: readonly string[];
  readonly meeting: string;
  readonly lecture: string;
  readonly appraisal: string;
  readonly slot: string;
  readonly applicant: string;
  readonly decisions: string;
  add<D extends AnyLedger>(
    definition: D,
    values: Partial<ValuesIn<D>>,
    more?: { readonly period?: string; readonly state?: RecordState },
  ): string;
}

const memberNames = ['赵明', '钱小红', '孙国庆', '李晓', '周建军', '吴爱华', '郑文', '王秀英'] as const;
const staffNames = ['张伟', '王芳芳', '李娜', '刘洋'] as const;

/**
 * A small school with something in every report: one branch of eight members with two meetings in November 2026, four
 * teachers with pledges and appraisals, six pupils, and the after-school week of 23 November.
 */
export function fillSampleSchool(temporary: TemporarySchool): SampleSchool {
  function add<D extends AnyLedger>(
    definition: D,
    values: Partial<ValuesIn<D>>,
    { period, state = 'finished' }: { readonly period?: string; readonly state?: RecordState } = {},
    id = temporary.newId(),
  ): string {
    const input = { id, schoolId, values, period: period ?? null, state };
    valueOf(temporary.store.write(temporary.change(), (w) => createRecord(w, definition, input)));
    return id;
  }
  add(school, { name: '山丹县清泉学校', type: '九年一贯制学校', nature: '公办' }, {}, schoolId);
  add(
    term,
    {
      name: '2026—2027学年第一学期',
      season: '第一学期',
      startsOn: '2026-08-31',
      firstTeachingOn: '2026-09-01',
      lastTeachingOn: '2027-01-15',
      endsOn: '2027-01-18',
      lessonsEndAt: '16:20',
    },
    { period: '2026-2027-1' },
  );
  const party = addParty(add);
  const staffIds = addStaff(add);
  const slot = addService(add, staffIds);
  const [appraisal = ''] = addEthics(add, staffIds);
  const applicant = addApplicant(add, party);
  const decisions = addDecisions(add, staffIds);
  return { ...party, staff: staffIds, appraisal, slot, applicant, decisions, add };
}

type Add = SampleSchool['add'];

function addParty(add: Add): Pick<SampleSchool, 'branch' | 'members' | 'meeting' | 'lecture'> {
  const branchId = add(branch, {
    name: '中共山丹县清泉学校第一支部委员会',
    shortName: '第一党支部',
    foundedOn: '2015-03-01',
    termStartsOn: '2024-03-01',
    termEndsOn: '2027-02-28',
  });
  const members = memberNames.map((name, index) => {
    const status = index === 7 ? '预备党员' : '正式党员';
    const id = add(partyMember, {
      name,
      sex: index % 2 === 0 ? '男' : '女',
      ethnicity: '汉族',
      bornOn: `198${index}-05-12`,
      identityNumber: `62072519${80 + index}0512001${index}`,
      phone: `1389368000${index}`,
      education: '大学本科',
      admittedOn: '2010-07-01',
      status,
      branch: branchId,
      hardship: index === 2,
    });
    add(partyMembership, { member: id, branch: branchId, status, from: '2020-01-01' });
    return id;
  });
  const [secretary = '', organiser = '', third = '', fourth = ''] = members;
  add(committeePost, { branch: branchId, member: secretary, post: '书记', from: '2024-03-01' });
  add(committeePost, { branch: branchId, member: organiser, post: '组织委员', from: '2024-03-01' });
  const meeting = add(
    partyMeeting,
    {
      type: '支部党员大会',
      title: '2026年第四季度支部党员大会',
      branch: branchId,
      heldOn: '2026-11-10',
      startsAt: '14:30',
      endsAt: '16:10',
      place: '学校会议室',
      host: secretary,
      recorder: organiser,
      topics: '学习上级文件精神；讨论预备党员王秀英同志转正',
      attendance: members.map((member, index) => ({
        id: `row-${index}`,
        member,
        state: index === 5 ? ('病假' as const) : ('出席' as const),
        approvedBy: index === 5 ? '赵明' : null,
        reason: index === 5 ? '住院治疗' : null,
        madeUpOn: index === 5 ? '2026-11-20' : null,
        madeUpHow: null,
      })),
      guests: '入党积极分子张伟',
      agenda: [
        { id: 'a1', item: '学习党的二十届四中全会精神', speaker: third, speech: '结合教学工作谈了体会。' },
        { id: 'a2', item: '讨论王秀英同志转正申请', speaker: fourth, speech: null },
      ],
      body: '会议由赵明同志主持。\n　　与会党员逐项讨论，一致认为应当把学习成果落实到课堂上，落实到每一名学生身上。',
      votes: [
        {
          id: 'v1',
          matter: '同意王秀英同志按期转为正式党员',
          kind: '预备党员转正',
          candidate: '王秀英',
          mode: '无记名投票',
          dueVoters: 7,
          presentVoters: 6,
          inFavour: 6,
          against: 0,
          abstained: 0,
          written: 0,
          writtenBy: null,
          outcome: '通过',
        },
      ],
      resolutions: [
        {
          id: 'r1',
          content: '将转正材料报上级党组织审批',
          owner: organiser,
          dueOn: '2026-11-20',
          progress: '已上报',
          closedOn: '2026-11-18',
        },
      ],
      files: [
        { id: 'f1', kind: '签到表', name: '签到表.jpg' },
        { id: 'f2', kind: '照片', name: '会场.jpg' },
        { id: 'f3', kind: '照片', name: '发言.jpg' },
      ],
    },
    { period: '2026Q4' },
  );
  const lecture = add(
    partyMeeting,
    {
      type: '党课',
      title: '书记讲党课',
      branch: branchId,
      heldOn: '2026-11-17',
      startsAt: '15:00',
      endsAt: '16:30',
      place: '多功能厅',
      host: organiser,
      recorder: third,
      lecturer: secretary,
      lectureTitle: '做新时代“四有”好老师',
      studyHours: 2,
      body: '围绕立德树人讲了三个方面。',
    },
    { period: '2026Q4', state: 'draft' },
  );
  return { branch: branchId, members, meeting, lecture };
}

/** An 积极分子 of whom one paper is missing. */
function addApplicant(add: Add, party: Pick<SampleSchool, 'branch' | 'members'>): string {
  const taken = [
    ['1 递交入党申请书', '2025-03-03', true],
    ['2 党组织派人谈话', '2025-03-20', true],
    ['团组织推优', '2025-09-01', true],
    ['3 推荐和确定入党积极分子', '2025-09-26', true],
    ['4 上级党委备案', '2025-10-09', false],
    ['5 指定培养联系人', '2025-10-09', true],
    ['6 培养教育考察', '2025-10-09', false],
  ] as const;
  return add(memberDevelopment, {
    name: '刘洋',
    sex: '男',
    bornOn: '1999-06-01',
    education: '大学本科',
    post: '语文教师',
    branch: party.branch,
    contacts: party.members.slice(0, 1),
    steps: taken.map(([step, doneOn, papersReady], index) => ({
      id: `step-${index}`,
      step,
      doneOn,
      papersReady,
      meeting: null,
      remark: null,
    })),
    inspections: [{ id: 'i1', inspectedOn: '2026-03-25', phase: '积极分子', inspector: null, opinion: null }],
  });
}

function addDecisions(add: Add, [chief = '', second = '', third = '']: readonly string[]): string {
  const plain = {
    proposer: null,
    review: null,
    touchesStaff: false,
    staffOpinion: null,
    recused: null,
    against: 0,
    abstained: 0,
    decidedAt: null,
    progress: null,
    closedOn: null,
    openTo: null,
  };
  return add(
    governanceMeeting,
    {
      kind: '学校党组织会议',
      title: '2026年第11次党组织会议',
      heldOn: '2026-11-06',
      startsAt: '16:30',
      endsAt: '17:30',
      place: '会议室',
      host: chief,
      recorder: third,
      attendance: [chief, second, third].map((person, index) => ({
        id: `seat-${index}`,
        staff: person,
        capacity: index === 2 ? '列席' : '班子成员',
        state: '出席',
        reason: null,
      })),
      dueCount: 2,
      presentCount: 2,
      topics: [
        {
          ...plain,
          id: 't1',
          name: '供暖管道维修',
          topicClass: '大额度资金使用',
          major: true,
          amount: 8_650_000,
          communicatedOn: '2026-11-04',
          reporter: second,
          voteMode: '举手',
          inFavour: 2,
          decision: '同意',
          decisionText: '供暖期前完工',
          owner: second,
          dueOn: '2026-11-30',
        },
      ],
      speeches: [
        { id: 's1', topic: 1, speaker: second, points: '方案可行。' },
        { id: 's2', topic: 1, speaker: chief, points: null },
      ],
    },
    { period: '2026' },
  );
}

function addStaff(add: Add): readonly string[] {
  return staffNames.map((name, index) =>
    add(staff, {
      name,
      staffNumber: `T00${index + 1}`,
      sex: index % 2 === 0 ? '男' : '女',
      staffKind: '专任教师',
      subject: ['语文', '数学', '英语', '体育'][index] ?? null,
      professionalTitle: '一级教师',
      education: '大学本科',
      politicalStatus: '群众',
      bornOn: '1985-03-09',
      hiredOn: '2015-08-25',
      identityNumber: `6207251985030900${index}X`,
    }),
  );
}

function addEthics(add: Add, staffIds: readonly string[]): readonly string[] {
  for (const id of staffIds.slice(0, 3))
    add(
      ethicsPledge,
      { staff: id, version: '2026年版', signedOn: '2026-09-02', witness: '赵明' },
      { period: '2026-2027' },
    );
  return staffIds.slice(0, 3).map((id, index) =>
    add(
      ethicsAppraisal,
      {
        staff: id,
        selfScore: 95,
        peerScore: 92.5,
        pupilScore: 96,
        parentScore: 94,
        panelScore: 93,
        totalScore: [93.65, 88, 72][index] ?? null,
        grade: (['优秀', '合格', '合格'] as const)[index] ?? null,
        selfReview: '一年来，我认真贯彻党的教育方针，爱岗敬业，关心爱护每一名学生，按时完成各项教学任务。',
        panelOpinion: '同意评定等次。',
        schoolOpinion: '同意。',
        noticeFrom: '2026-01-05',
        noticeTo: '2026-01-12',
        veto: false,
      },
      { period: '2025' },
    ),
  );
}

function addService(add: Add, staffIds: readonly string[]): string {
  const term = '2026-2027-1';
  const room = add(schoolClass, { name: '三年级1班', grade: 3, entryYear: 2024 });
  const courses = [
    add(
      serviceCourse,
      { name: '三年级作业辅导1班', kind: '作业辅导', gradeFrom: 3, gradeTo: 3, room: '301' },
      { period: term },
    ),
    add(
      serviceCourse,
      { name: '足球社团', kind: '体育', gradeFrom: 3, gradeTo: 6, room: '操场' },
      { period: term },
    ),
  ];
  const coach = add(externalPerson, { name: '马教练', kind: '社会专业人员', organisation: '县体育中心' });
  const pupils = ['陈一', '陈二', '陈三', '陈四', '陈五', '陈六'].map((name, index) => {
    const id = add(pupil, {
      name,
      sex: '男',
      schoolClass: room,
      boarder: index === 5,
      healthNote: '花生过敏',
      guardianPhone: '13893681111',
    });
    add(classPlacement, { pupil: id, schoolClass: room, from: '2024-09-01' });
    return id;
  });
  const allWeek = ['周一', '周二', '周三', '周四', '周五'] as const;
  pupils.slice(0, 4).forEach((id, index) => {
    add(
      serviceEnrolment,
      {
        pupil: id,
        weekdays: index === 3 ? ['周一', '周三'] : [...allWeek],
        courses: [...courses],
        appliedOn: '2026-09-01',
        pickUp: '家长接送',
        feeClass: index === 0 ? '免收' : '全额',
        feePaid: index === 0 ? 0 : 15_000,
      },
      { period: term },
    );
  });
  const slots = allWeek.flatMap((weekday, day) =>
    courses.map((course, index) => {
      const teacher = staffIds[(day + index) % 3] ?? null;
      return add(
        serviceSlot,
        {
          name: `${weekday}${index}`,
          heldOn: addDays('2026-11-23', day),
          startsAt: '16:30',
          endsAt: '18:30',
          kind: '课后服务',
          course,
          room: index === 0 ? '301' : '操场',
          staffing:
            index === 0
              ? [{ id: `s${day}`, staff: teacher, external: null, role: '看护', hours: 2, ...plainDuty }]
              : [
                  { id: `s${day}`, staff: teacher, external: null, role: '授课', hours: 2, ...plainDuty },
                  { id: `e${day}`, staff: null, external: coach, role: '授课', hours: 1.5, ...plainDuty },
                ],
          confirmed: day < 2,
        },
        { period: term },
      );
    }),
  );
  const [first = ''] = slots;
  add(
    serviceAttendance,
    {
      slot: first,
      heldOn: '2026-11-23',
      rows: pupils.slice(0, 4).map((id, index) => ({
        id: `r${index}`,
        pupil: id,
        state: index === 3 ? ('请假' as const) : ('到' as const),
        reason: index === 3 ? '感冒' : null,
        guardianInformed: null,
        leftAt: null,
        fetchedBy: null,
      })),
    },
    { period: term },
  );
  return first;
}
