import { weekdayOf } from '../../../shared/kernel/plainDate.ts';
import { demoTeachingDays, demoTerms, type DemoTerm } from './demoCalendar.ts';
import { demoSchoolName, type DemoPupil, type DemoStaff } from './demoPeople.ts';
import { demoSheet, type DemoFile, type DemoRow } from './demoSheet.ts';
import type { SeededRandom } from './seededRandom.ts';

interface DemoCourse {
  readonly name: string;
  readonly kind: string;
  readonly grades: readonly [number, number];
  readonly room: string;
  readonly teacher: DemoStaff;
  readonly assistant: DemoStaff;
  readonly pupils: readonly DemoPupil[];
}

const clubs: readonly (readonly [string, string])[] = [
  ['篮球', '体育'],
  ['足球', '体育'],
  ['合唱', '艺术'],
  ['剪纸', '艺术'],
  ['编程', '科普'],
  ['劳动实践', '劳动'],
];
const gradeNames = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];
const daysOfWeek = '周一、周二、周三、周四、周五';

/** Eighteen homework groups (two a grade) and six clubs; some 70 % of the pupils take part. */
function makeCourses(
  random: SeededRandom,
  term: DemoTerm,
  staff: readonly DemoStaff[],
  pupils: readonly DemoPupil[],
): readonly DemoCourse[] {
  const teachers = staff.filter((each) => each.kind === '专任教师').slice(10, 58);
  const label = `${term.startsOn.slice(0, 4)}${term.season === '第一学期' ? '秋' : '春'}`;
  const groups = [
    ...gradeNames.flatMap((grade, index) =>
      [1, 2].map((number) => ({
        name: `${label}${grade}年级作业辅导${number}班`,
        kind: '作业辅导',
        grades: [index + 1, index + 1] as const,
      })),
    ),
    ...clubs.map(([club, kind], index) => ({
      name: `${label}${club}社团`,
      kind,
      grades: index % 2 === 0 ? ([1, 6] as const) : ([3, 9] as const),
    })),
  ];
  const taken = new Set<DemoPupil>();
  return groups.map((group, index): DemoCourse => {
    const wanted = group.kind === '作业辅导' ? 42 : 36;
    const free = random.shuffled(
      pupils.filter(
        (each) => !taken.has(each) && each.grade >= group.grades[0] && each.grade <= group.grades[1],
      ),
    );
    const chosen = free.slice(0, wanted);
    for (const each of chosen) taken.add(each);
    const teacher = teachers[index];
    const assistant = teachers[index + 24];
    if (!teacher || !assistant) throw new Error('too few teachers for the demo courses');
    return {
      ...group,
      room: `${index < 12 ? '小学楼' : '初中楼'}${200 + index}`,
      teacher,
      assistant,
      pupils: chosen,
    };
  });
}

/** What the parents signed. */
function consentVersionOf(term: DemoTerm): string {
  return `${term.startsOn.slice(0, 4)}${term.season === '第一学期' ? '秋' : '春'}第1版`;
}

/** Ninety more who want a club and have no place yet: more than the clubs have left, so that the wishes are worth giving out. */
function lateWishes(
  random: SeededRandom,
  term: DemoTerm,
  courses: readonly DemoCourse[],
  pupils: readonly DemoPupil[],
): readonly DemoRow[] {
  const taken = new Set(courses.flatMap((course) => course.pupils));
  const offered = courses.slice(-clubs.length);
  return random
    .shuffled(pupils.filter((each) => !taken.has(each) && each.grade >= 3 && each.grade <= 6))
    .slice(0, 90)
    .map((pupil) => {
      const [first, second] = random.shuffled(
        offered.filter(({ grades }) => pupil.grade >= grades[0] && pupil.grade <= grades[1]),
      );
      return {
        学生姓名: pupil.callName,
        班级: pupil.className,
        参加时段: daysOfWeek,
        申请日期: '2026-11-20',
        签字家长: pupil.guardian,
        家长电话: pupil.phone,
        接送方式: '家长接送',
        收费类别: '全额',
        承诺书版本: random.chance(0.9) ? consentVersionOf(term) : null,
        第一志愿: first?.name ?? null,
        第二志愿: random.chance(0.7) ? (second?.name ?? null) : null,
        选课: null,
        所属期: term.period,
      };
    });
}

export function afterSchoolFiles(
  random: SeededRandom,
  staff: readonly DemoStaff[],
  pupils: readonly DemoPupil[],
): readonly DemoFile[] {
  const plans: DemoRow[] = [];
  const courses: DemoRow[] = [];
  const enrolments: DemoRow[] = [];
  const sessions: SessionRows = { slots: [], staffing: [], attendance: [], rolls: [] };
  const latestTerm = demoTerms.at(-1);
  for (const term of demoTerms) {
    const termCourses = makeCourses(random, term, staff, pupils);
    plans.push(planRow(term));
    for (const course of termCourses) {
      courses.push(courseRow(term, course));
      enrolments.push(...enrolmentRows(random, term, course));
    }
    if (term === latestTerm) enrolments.push(...lateWishes(random, term, termCourses, pupils));
    addSessions(random, term, termCourses, term === latestTerm, sessions);
  }
  return [
    {
      name: '7 课后服务方案课程报名',
      format: 'xlsx',
      sheets: [
        demoSheet('方案', '课后服务方案', plans),
        demoSheet('课程', `${demoSchoolName}课后服务课程表`, courses),
        demoSheet('报名', '课后服务报名汇总', enrolments),
      ],
      imports: [
        { sheet: '方案', ledger: 'servicePlan' },
        { sheet: '课程', ledger: 'serviceCourse' },
        { sheet: '报名', ledger: 'serviceEnrolment' },
      ],
    },
    {
      name: '8 课后服务排班',
      format: 'xlsx',
      sheets: [
        demoSheet('排班', '课后服务排班表', sessions.slots),
        demoSheet('到岗人员', '', sessions.staffing),
      ],
      imports: [{ sheet: '排班', ledger: 'serviceSlot' }],
    },
    {
      name: '9 课后服务点名',
      format: 'xlsx',
      sheets: [
        demoSheet('点名登记', '课后服务点名表', sessions.attendance),
        demoSheet('点名', '', sessions.rolls),
      ],
      imports: [{ sheet: '点名登记', ledger: 'serviceAttendance' }],
    },
  ];
}

function planRow(term: DemoTerm): DemoRow {
  return {
    方案名称: `${term.name}课后服务实施方案`,
    服务日: daysOfWeek,
    开始时间: '16:20',
    结束时间: '18:20',
    当地下班时间: '18:00',
    最晚离校时间: '18:30',
    每生每学期收费: 0,
    审定日期: term.startsOn,
    报备日期: term.firstTeachingOn,
    收费方式: '不收费',
    所属期: term.period,
  };
}

function courseRow(term: DemoTerm, course: DemoCourse): DemoRow {
  return {
    课程名称: course.name,
    类别: course.kind,
    起始年级: course.grades[0],
    截止年级: course.grades[1],
    上课日: daysOfWeek,
    名额: 45,
    地点: course.room,
    任课教师: course.teacher.name,
    所属期: term.period,
  };
}

function enrolmentRows(random: SeededRandom, term: DemoTerm, course: DemoCourse): readonly DemoRow[] {
  return course.pupils.map((pupil) => {
    const pickUp = random.chance(0.7) ? '家长接送' : '自行离校';
    const days = random.chance(0.8) ? daysOfWeek : '周一、周二、周四';
    return {
      学生姓名: pupil.callName,
      班级: pupil.className,
      参加时段: days,
      申请日期: term.startsOn,
      签字家长: pupil.guardian,
      家长电话: pupil.phone,
      接送方式: pickUp,
      收费类别: '全额',
      承诺书版本: consentVersionOf(term),
      第一志愿: course.name,
      第二志愿: null,
      选课: course.name,
      所属期: term.period,
    };
  });
}

/** The rows of four sheets that refer to each other by number. */
interface SessionRows {
  readonly slots: DemoRow[];
  readonly staffing: DemoRow[];
  readonly attendance: DemoRow[];
  readonly rolls: DemoRow[];
}

function addSessions(
  random: SeededRandom,
  term: DemoTerm,
  courses: readonly DemoCourse[],
  rolled: boolean,
  { slots, staffing, attendance, rolls }: SessionRows,
): void {
  for (const [dayIndex, day] of demoTeachingDays(term).entries()) {
    // One day was left out of the roster, as the check on daily service is meant to find.
    if (day === '2026-10-22') continue;
    for (const [index, course] of courses.entries()) {
      const number = slots.length + 1;
      const name = `${day} ${course.name}`;
      const shortened = day === '2026-11-06';
      slots.push({
        序号: number,
        场次: name,
        日期: day,
        开始时间: '16:20',
        结束时间: shortened ? '17:30' : '18:20',
        时段类别: '课后服务',
        课程名称: course.name,
        地点: course.room,
        已确认开展: '是',
        所属期: term.period,
      });
      const clash = day === '2026-11-12' && index === 1 ? courses[0] : undefined;
      staffing.push({
        主表序号: number,
        教职工: (clash ?? course).teacher.name,
        职责: '授课',
        课时: shortened ? 1 : 2,
      });
      if ((dayIndex + index) % 2 === 0)
        staffing.push({
          主表序号: number,
          教职工: course.assistant.name,
          职责: '看护',
          课时: shortened ? 1 : 2,
        });
      if (!rolled || (day === '2026-11-19' && index > 20)) continue;
      const roll = attendance.length + 1;
      attendance.push({
        序号: roll,
        场次: name,
        日期: day,
        点名教师: course.teacher.name,
        所属期: term.period,
      });
      rolls.push(...rollRows(random, roll, course, weekdayOf(day) === 3));
    }
  }
}

/** One in five comes only on other days than Wednesday. */
function rollRows(
  random: SeededRandom,
  roll: number,
  course: DemoCourse,
  wednesday: boolean,
): readonly DemoRow[] {
  return course.pupils
    .filter((_, position) => !wednesday || position % 5 !== 4)
    .map((pupil) => {
      const state = random.chance(0.95) ? '到' : random.pick(['请假', '请假', '缺勤', '早退']);
      const explained = state === '到' || random.chance(0.995);
      const early = state === '早退';
      return {
        主表序号: roll,
        学生: pupil.callName,
        出勤: state,
        原因: state === '到' || !explained ? null : random.pick(['家中有事', '身体不适', '看牙', '外出比赛']),
        已告知家长: state === '到' ? null : explained ? '是' : '否',
        离开时间: early && explained ? '17:30' : null,
        接走人: early && explained ? pupil.guardian : null,
      };
    });
}
