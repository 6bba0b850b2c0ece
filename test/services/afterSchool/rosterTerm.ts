import type { AnyLedger, LooseValues } from '#shared/ledger/definition.ts';
import { serviceBusyTime } from '#shared/ledgers/afterSchool/serviceBusyTime.ts';
import { serviceCourse } from '#shared/ledgers/afterSchool/serviceCourse.ts';
import { servicePlan } from '#shared/ledgers/afterSchool/servicePlan.ts';
import { serviceTeacher } from '#shared/ledgers/afterSchool/serviceTeacher.ts';
import { staff } from '#shared/ledgers/base/staff.ts';
import { term } from '#shared/ledgers/base/term.ts';
import { autumnTerm } from '../../support/autumnTerm.ts';

export const rosterPeriod = '2026-2027-1';

export interface RosterTerm {
  /** Ids by name. */
  readonly teachers: Readonly<Record<string, string>>;
  readonly courses: Readonly<Record<string, string>>;
}

/** A term with two groups, a duty of the whole school and five teachers, one of whom has a meeting on Wednesdays. */
export async function enterRosterTerm(
  add: (definition: AnyLedger, values: LooseValues, period: string | null) => string | Promise<string>,
): Promise<RosterTerm> {
  await add(
    term,
    {
      ...autumnTerm,
      lessonsEndAt: '16:20',
    },
    rosterPeriod,
  );
  await add(
    servicePlan,
    {
      title: '2026年秋季学期课后服务实施方案',
      startsAt: '16:30',
      endsAt: '18:20',
      feePerTerm: 0,
      channel: '不收费',
      periods: [
        {
          id: '01938000-0000-7000-8000-0000000000a1',
          name: '第1时段',
          startsAt: '16:30',
          endsAt: '17:20',
          lessons: 1,
        },
        {
          id: '01938000-0000-7000-8000-0000000000a2',
          name: '第2时段',
          startsAt: '17:30',
          endsAt: '18:20',
          lessons: 1,
        },
      ],
    },
    rosterPeriod,
  );
  const teachers: Record<string, string> = {};
  for (const [name, duties] of [
    ['王芳', ['授课', '看护']],
    ['李明', ['授课', '看护']],
    ['张丽', ['授课', '看护']],
    ['赵强', ['授课', '看护']],
    ['孙校长', ['值班领导']],
  ] as const) {
    teachers[name] = await add(staff, { name, sex: '女', staffKind: '专任教师', subject: '语文' }, null);
    await add(
      serviceTeacher,
      { staff: teachers[name], duties, maxPerDay: 2, maxPerWeek: 10, share: 1 },
      rosterPeriod,
    );
  }
  const courses: Record<string, string> = {};
  for (const [name, values] of [
    ['三年级作业辅导1班', { gradeFrom: 3, gradeTo: 3, teacher: teachers['王芳'], room: '301' }],
    ['篮球社团', { gradeFrom: 4, gradeTo: 6, kind: '体育', room: '操场' }],
    ['全校值班', { gradeFrom: 1, gradeTo: 9, teachersNeeded: 0, leadersNeeded: 1 }],
  ] as const)
    courses[name] = await add(
      serviceCourse,
      { name, kind: '作业辅导', weekdays: ['周一', '周二', '周三', '周四', '周五'], ...values },
      rosterPeriod,
    );
  await add(
    serviceBusyTime,
    {
      staff: teachers['李明'],
      kind: '会议',
      weekdays: ['周三'],
      startsAt: '17:00',
      endsAt: '18:00',
      label: '教研组会议',
    },
    rosterPeriod,
  );
  return { teachers, courses };
}
