import type { RosterNeed, RosterProblem, RosterTeacher } from '#shared/domain/afterSchool/roster/problem.ts';

const labels = ['周一', '周二', '周三', '周四', '周五'];

/** A need of group “一班” in the first period, unless told otherwise. */
export function aNeed(id: string, day: number, changes: Partial<RosterNeed> = {}): RosterNeed {
  return {
    id,
    day,
    period: '第1时段',
    span: { start: '16:30', end: '17:20' },
    groupId: 'one',
    groupName: '一班',
    kind: 'care',
    room: null,
    grades: null,
    subjects: [],
    only: null,
    weight: 1,
    ...changes,
  };
}

/** A teacher without any limit that would bind, unless told otherwise. */
export function aTeacher(name: string, changes: Partial<RosterTeacher> = {}): RosterTeacher {
  return {
    id: name,
    name,
    kinds: ['teaching', 'care'],
    subjects: [],
    grades: null,
    busy: [],
    maxPerDay: 2,
    maxPerWeek: 10,
    maxDaysRunning: null,
    heldLoad: 0,
    share: 1,
    wishes: [],
    familiarGroups: [],
    ...changes,
  };
}

/** A week of these needs and teachers. */
export function aWeek(
  needs: readonly RosterNeed[],
  teachers: readonly RosterTeacher[],
  changes: Partial<RosterProblem> = {},
): RosterProblem {
  return {
    days: labels.map((label, index) => ({ ordinal: index + 1, week: 1, label })),
    needs,
    teachers,
    locked: [],
    previous: [],
    sharedPupils: [],
    ...changes,
  };
}
