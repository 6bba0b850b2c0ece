import type { AnyLedger, LooseValues } from '#shared/ledger/definition.ts';
import { serviceCourse } from '#shared/ledgers/afterSchool/serviceCourse.ts';
import { serviceEnrolment } from '#shared/ledgers/afterSchool/serviceEnrolment.ts';
import { serviceRate } from '#shared/ledgers/afterSchool/serviceRate.ts';
import { serviceSlot } from '#shared/ledgers/afterSchool/serviceSlot.ts';
import { pupil } from '#shared/ledgers/base/pupil.ts';
import { schoolClass } from '#shared/ledgers/base/schoolClass.ts';
import { staff } from '#shared/ledgers/base/staff.ts';
import { term } from '#shared/ledgers/base/term.ts';
import { autumnTerm } from '../../support/autumnTerm.ts';

export const servicePeriod = '2026-2027-1';

export interface RollCallTerm {
  /** Ids by name. */
  readonly staff: Readonly<Record<string, string>>;
  readonly courses: Readonly<Record<string, string>>;
  /** Ids of sessions by day and course: `2026-11-23 三年级1班`. */
  readonly slots: Readonly<Record<string, string>>;
  /** Ids of the forty pupils of 三年级1班, in the order of the roll. */
  readonly pupils: Readonly<Record<string, string>>;
}

/** Forty names in the order of their pinyin. */
const pupilNames = [
  ...['安心怡', '白雪莹', '蔡文博', '曹子涵', '常乐', '陈思远', '崔婷婷', '邓浩然'],
  ...['丁一凡', '董佳琪', '杜鹏飞', '范晓东', '方圆', '冯雨欣', '高子轩', '郭美琳'],
  ...['韩梦瑶', '何俊杰', '侯雅静', '胡明轩', '黄诗琪', '贾宝林', '姜浩宇', '蒋欣然'],
  ...['金玉', '康健', '李沐阳', '梁晨', '刘畅', '卢晓燕', '马小龙', '孟凡星'],
  ...['牛文静', '潘安', '彭佳豪', '秦朗', '任静怡', '宋子豪', '孙悦', '王芳'],
];

type Add = (definition: AnyLedger, values: LooseValues, period: string | null) => string | Promise<string>;

/** A term with one class of forty pupils, a club without pupils, and sessions on the given days. */
export async function enterRollCallTerm(add: Add, days: readonly string[]): Promise<RollCallTerm> {
  await add(
    term,
    {
      ...autumnTerm,
      lessonsEndAt: '16:20',
    },
    servicePeriod,
  );
  const people: Record<string, string> = {};
  for (const [index, name] of ['王春梅', '李建国', '张丽', '孙校长'].entries())
    people[name] = await add(
      staff,
      { name, sex: '女', staffKind: '专任教师', bankCardLast4: `880${index}` },
      null,
    );
  const room = await add(schoolClass, { name: '三年级1班', grade: 3 }, null);
  const courses: Record<string, string> = {};
  for (const [name, kind] of [
    ['三年级作业辅导', '作业辅导'],
    ['全校值班', '基础托管'],
  ] as const)
    courses[name] = await add(
      serviceCourse,
      { name, kind, gradeFrom: 1, gradeTo: 6, room: name === '全校值班' ? null : '301' },
      servicePeriod,
    );
  const pupils: Record<string, string> = {};
  for (const name of pupilNames) {
    const id = await add(
      pupil,
      {
        name,
        sex: '男',
        schoolClass: room,
        guardianName: `${name.slice(0, 1)}建军`,
        guardianRelation: '父亲',
        guardianPhone: '19900001234',
      },
      null,
    );
    pupils[name] = id;
    await add(
      serviceEnrolment,
      {
        pupil: id,
        weekdays: ['周一', '周二', '周三', '周四', '周五'],
        courses: [courses['三年级作业辅导']],
        appliedOn: '2026-08-28',
        guardianName: `${name.slice(0, 1)}建军`,
        pickUp: name === '常乐' ? '自行离校' : '家长接送',
        feeClass: '全额',
      },
      servicePeriod,
    );
  }
  const slots: Record<string, string> = {};
  let row = 0;
  const duty = (name: string, role: string, hours: number) => ({
    id: `01938000-0000-7000-8000-0000000d${String((row += 1)).padStart(4, '0')}`,
    staff: people[name],
    external: null,
    role,
    hours,
    locked: null,
    replaces: null,
    replacedBecause: null,
  });
  for (const day of days)
    for (const [name, staffing] of [
      ['三年级作业辅导', [duty('王春梅', '授课', 2), duty('李建国', '看护', 1.5)]],
      ['全校值班', [duty('孙校长', '值班领导', 2)]],
    ] as const)
      slots[`${day} ${name}`] = await add(
        serviceSlot,
        {
          name: `${day} ${name}`,
          heldOn: day,
          startsAt: '16:30',
          endsAt: '18:30',
          kind: '课后服务',
          course: courses[name],
          room: name === '全校值班' ? null : '301',
          confirmed: false,
          staffing,
        },
        servicePeriod,
      );
  for (const [role, amount, from, to] of [
    ['授课', 4000, '2026-08-01', '2026-10-15'],
    ['授课', 4550, '2026-10-16', null],
    ['看护', 2500, '2026-08-01', null],
    ['值班领导', 2000, '2026-08-01', null],
  ] as const)
    await add(serviceRate, { role, amount, from, to }, null);
  return { staff: people, courses, slots, pupils };
}
