import { weekdayOf } from '../../../shared/kernel/plainDate.ts';
import { demoTeachingDays, demoTerms, type DemoTerm } from './demoCalendar.ts';
import { demoSchoolName, type DemoPupil, type DemoStaff } from './demoPeople.ts';
import type { DemoCell, DemoFile } from './demoSheet.ts';
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
): readonly DemoCell[][] {
  const taken = new Set(courses.flatMap((course) => course.pupils));
  const offered = courses.slice(-clubs.length);
  return random
    .shuffled(pupils.filter((each) => !taken.has(each) && each.grade >= 3 && each.grade <= 6))
    .slice(0, 90)
    .map((pupil) => {
      const [first, second] = random.shuffled(
        offered.filter(({ grades }) => pupil.grade >= grades[0] && pupil.grade <= grades[1]),
      );
      return [
        pupil.callName,
        pupil.className,
        daysOfWeek,
        '2026-11-20',
        pupil.guardian,
        pupil.phone,
        '家长接送',
        '全额',
        random.chance(0.9) ? consentVersionOf(term) : null,
        first?.name ?? null,
        random.chance(0.7) ? (second?.name ?? null) : null,
        null,
        term.period,
      ];
    });
}

const weekdayNames = ['周一', '周二', '周三', '周四', '周五'];

export function afterSchoolFiles(
  random: SeededRandom,
  staff: readonly DemoStaff[],
  pupils: readonly DemoPupil[],
): readonly DemoFile[] {
  const plans: DemoCell[][] = [];
  const courses: DemoCell[][] = [];
  const enrolments: DemoCell[][] = [];
  const slots: DemoCell[][] = [];
  const staffing: DemoCell[][] = [];
  const attendance: DemoCell[][] = [];
  const rolls: DemoCell[][] = [];
  const latestTerm = demoTerms[demoTerms.length - 1];

  for (const term of demoTerms) {
    const termCourses = makeCourses(random, term, staff, pupils);
    plans.push([
      `${term.name}课后服务实施方案`,
      daysOfWeek,
      '16:20',
      '18:20',
      '18:00',
      '18:30',
      0,
      term.startsOn,
      term.firstTeachingOn,
      '不收费',
      term.period,
    ]);
    for (const course of termCourses) {
      courses.push([
        course.name,
        course.kind,
        course.grades[0],
        course.grades[1],
        daysOfWeek,
        45,
        course.room,
        course.teacher.name,
        term.period,
      ]);
      for (const pupil of course.pupils) {
        const pickUp = random.chance(0.7) ? '家长接送' : '自行离校';
        const days = random.chance(0.8) ? daysOfWeek : '周一、周二、周四';
        enrolments.push([
          pupil.callName,
          pupil.className,
          days,
          term.startsOn,
          pupil.guardian,
          pupil.phone,
          pickUp,
          '全额',
          consentVersionOf(term),
          course.name,
          null,
          course.name,
          term.period,
        ]);
      }
    }
    if (term === latestTerm) enrolments.push(...lateWishes(random, term, termCourses, pupils));
    for (const [dayIndex, day] of demoTeachingDays(term).entries()) {
      // One day was left out of the roster, as the check on daily service is meant to find.
      if (day === '2026-10-22') continue;
      for (const [index, course] of termCourses.entries()) {
        const number = slots.length + 1;
        const name = `${day} ${course.name}`;
        const shortened = day === '2026-11-06';
        slots.push([
          number,
          name,
          day,
          '16:20',
          shortened ? '17:30' : '18:20',
          '课后服务',
          course.name,
          course.room,
          '是',
          term.period,
        ]);
        const clash = day === '2026-11-12' && index === 1 ? termCourses[0] : undefined;
        staffing.push([number, (clash ?? course).teacher.name, '授课', shortened ? 1 : 2]);
        if ((dayIndex + index) % 2 === 0)
          staffing.push([number, course.assistant.name, '看护', shortened ? 1 : 2]);
        if (term !== latestTerm || (day === '2026-11-19' && index > 20)) continue;
        const roll = attendance.length + 1;
        attendance.push([roll, name, day, course.teacher.name, term.period]);
        const weekday = weekdayNames[weekdayOf(day) - 1] ?? '';
        for (const [position, pupil] of course.pupils.entries()) {
          if (position % 5 === 4 && weekday === '周三') continue;
          const state = random.chance(0.95) ? '到' : random.pick(['请假', '请假', '缺勤', '早退']);
          const explained = state === '到' || random.chance(0.995);
          const early = state === '早退';
          rolls.push([
            roll,
            pupil.callName,
            state,
            state === '到' || !explained ? null : random.pick(['家中有事', '身体不适', '看牙', '外出比赛']),
            state === '到' ? null : explained ? '是' : '否',
            early && explained ? '17:30' : null,
            early && explained ? pupil.guardian : null,
          ]);
        }
      }
    }
  }
  return [
    {
      name: '7 课后服务方案课程报名',
      format: 'xlsx',
      sheets: [
        {
          name: '方案',
          title: '课后服务方案',
          headers: [
            '方案名称',
            '服务日',
            '开始时间',
            '结束时间',
            '当地下班时间',
            '最晚离校时间',
            '每生每学期收费',
            '审定日期',
            '报备日期',
            '收费方式',
            '所属期',
          ],
          rows: plans,
        },
        {
          name: '课程',
          title: `${demoSchoolName}课后服务课程表`,
          headers: [
            '课程名称',
            '类别',
            '起始年级',
            '截止年级',
            '上课日',
            '名额',
            '地点',
            '任课教师',
            '所属期',
          ],
          rows: courses,
        },
        {
          name: '报名',
          title: '课后服务报名汇总',
          headers: [
            '学生姓名',
            '班级',
            '参加时段',
            '申请日期',
            '签字家长',
            '家长电话',
            '接送方式',
            '收费类别',
            '承诺书版本',
            '第一志愿',
            '第二志愿',
            '选课',
            '所属期',
          ],
          rows: enrolments,
        },
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
        {
          name: '排班',
          title: '课后服务排班表',
          headers: [
            '序号',
            '场次',
            '日期',
            '开始时间',
            '结束时间',
            '时段类别',
            '课程名称',
            '地点',
            '已确认开展',
            '所属期',
          ],
          rows: slots,
        },
        { name: '到岗人员', title: '', headers: ['主表序号', '教职工', '职责', '课时'], rows: staffing },
      ],
      imports: [{ sheet: '排班', ledger: 'serviceSlot' }],
    },
    {
      name: '9 课后服务点名',
      format: 'xlsx',
      sheets: [
        {
          name: '点名登记',
          title: '课后服务点名表',
          headers: ['序号', '场次', '日期', '点名教师', '所属期'],
          rows: attendance,
        },
        {
          name: '点名',
          title: '',
          headers: ['主表序号', '学生', '出勤', '原因', '已告知家长', '离开时间', '接走人'],
          rows: rolls,
        },
      ],
      imports: [{ sheet: '点名登记', ledger: 'serviceAttendance' }],
    },
  ];
}
