import { seededRandom } from '#electron/services/demo/seededRandom.ts';
import type {
  BusySpan,
  DutyKind,
  RosterNeed,
  RosterProblem,
  RosterTeacher,
} from '#shared/domain/afterSchool/roster/problem.ts';

export interface RosterSize {
  readonly teachers: number;
  readonly groups: number;
}

/** The three sizes that schools of the county have. */
export const rosterSizes: readonly RosterSize[] = [
  { teachers: 20, groups: 8 },
  { teachers: 60, groups: 24 },
  { teachers: 150, groups: 60 },
];

const weekdays = ['周一', '周二', '周三', '周四', '周五'];
const clubSubjects = ['体育', '音乐', '美术'];
const periods = [
  { period: '第1时段', span: { start: '16:30', end: '17:20' }, weight: 1 },
  { period: '第2时段', span: { start: '17:30', end: '18:20' }, weight: 1.5 },
];

/**
 * A week of a school that doesn't exist: every group twice an afternoon, a leader a day; teachers with lessons, leave, part time,
 * meetings, limits, wishes and unequal loads behind them. The same for the same seed.
 */
export function inventedRoster({ teachers, groups }: RosterSize, seed: number): RosterProblem {
  const random = seededRandom(seed);
  const days = weekdays.map((label, index) => ({ ordinal: index + 1, week: 1, label }));
  const needs = days.flatMap(({ ordinal }) => [
    ...Array.from({ length: groups }, (_, group) =>
      periods.map((each) => groupNeed(group, ordinal, each)),
    ).flat(),
    leaderNeed(ordinal),
  ]);
  return {
    days,
    needs,
    teachers: Array.from({ length: teachers }, (_, index): RosterTeacher => {
      const leads = index % 10 === 0;
      const share = random.chance(0.1) ? 0.5 : 1;
      return {
        id: `t${index}`,
        name: `教师${index + 1}`,
        kinds: leads ? ['teaching', 'care', 'leader'] : ['teaching', 'care'],
        subjects: [random.chance(0.45) ? random.pick(clubSubjects) : '语文'],
        grades: random.pick([null, null, { from: 1, to: 6 }, { from: 4, to: 9 }]),
        busy: days.flatMap(({ ordinal }) => busyOn(ordinal, random.whole(1, 100))),
        maxPerDay: random.pick([2, 2, 1]),
        maxPerWeek: random.whole(6, 8),
        maxDaysRunning: random.chance(0.5) ? 2 : null,
        heldLoad: (random.whole(8, 12) / 2) * share,
        share,
        wishes: random.chance(0.4)
          ? [
              { day: random.whole(1, 5), period: null, groupId: null, value: -2 },
              { day: null, period: random.pick(['第1时段', '第2时段']), groupId: null, value: 1 },
            ]
          : [],
        familiarGroups: Array.from({ length: 3 }, () => `g${random.whole(0, groups - 1)}`),
      };
    }),
    locked: [],
    previous: [],
    sharedPupils: [],
  };
}

function groupNeed(
  group: number,
  day: number,
  { period, span, weight }: (typeof periods)[number],
): RosterNeed {
  const club = group % 4 === 3;
  const grade = 1 + (group % 9);
  const kind: DutyKind = club ? 'teaching' : 'care';
  return {
    id: `g${group}d${day}${period}`,
    day,
    period,
    span,
    groupId: `g${group}`,
    groupName: club ? `社团${group + 1}` : `${grade}年级${Math.floor(group / 9) + 1}班`,
    kind,
    room: `教室${group + 1}`,
    grades: club ? null : { from: grade, to: grade },
    subjects: club ? [clubSubjects[group % clubSubjects.length] ?? '体育'] : [],
    only: null,
    weight,
  };
}

function leaderNeed(day: number): RosterNeed {
  return {
    id: `leader${day}`,
    day,
    period: '全程',
    span: { start: '16:30', end: '18:20' },
    groupId: 'school',
    groupName: '全校',
    kind: 'leader',
    room: null,
    grades: null,
    subjects: [],
    only: null,
    weight: 1,
  };
}

/** Some seven in ten afternoons are free. */
function busyOn(day: number, dice: number): readonly BusySpan[] {
  if (dice <= 12) return [{ day, span: { start: '00:00', end: '24:00' }, kind: 'leave', label: '请假' }];
  if (dice <= 20)
    return [{ day, span: { start: '16:00', end: '16:45' }, kind: 'lesson', label: '九年级1班数学课' }];
  if (dice <= 28)
    return [{ day, span: { start: '17:10', end: '18:00' }, kind: 'meeting', label: '教研组会议' }];
  return [];
}
