import { demoTerms } from '#electron/services/demo/demoCalendar.ts';
import {
  classFile,
  makeClasses,
  makePupils,
  makeStaff,
  pupilFile,
  staffFile,
  type DemoPupil,
  type DemoStaff,
} from '#electron/services/demo/demoPeople.ts';
import type { DemoCell, DemoFile, DemoSheet } from '#electron/services/demo/demoSheet.ts';
import { seededRandom } from '#electron/services/demo/seededRandom.ts';

/** The Excel files of a school with 36 classes, 1,400 pupils and 60 teachers that sets up its after-school service. */
export interface ServiceTermFiles {
  readonly staff: readonly DemoStaff[];
  readonly pupils: readonly DemoPupil[];
  readonly base: readonly DemoFile[];
  /** Plan with its periods: as the school first wrote it (they overlap), and put right. */
  readonly plan: (right: boolean) => DemoFile;
  readonly courses: DemoFile;
  /** Who serves, with one name that is on no staff list. */
  readonly teachers: DemoFile;
  readonly timetable: DemoFile;
  readonly rates: DemoFile;
  /** Ranked wishes; 61 pupils want nothing but basketball with its 40 seats. */
  readonly signUp: DemoFile;
  /** Two sessions: one on a day of the term, one after its end. */
  readonly sessions: DemoFile;
}

export const serviceTerm = demoTerms[2];
export const stranger = '欧阳不在册';
export const basketball = { name: '篮球社团', seats: 40, wanted: 61 } as const;
export const rateOf: Readonly<Record<string, number>> = { 授课: 40, 看护: 30, 值班领导: 20.5 };

const gradeNames = [...'一二三四五六七八九'];
const clubs = [
  ['足球社团', '体育', 1, 6],
  ['合唱社团', '艺术', 1, 6],
  ['剪纸社团', '艺术', 3, 9],
  ['编程社团', '科普', 5, 9],
  ['劳动实践', '劳动', 3, 9],
] as const;
const everyDay = '周一、周二、周三、周四、周五';
const leaders = 4;

export function serviceTermFiles(): ServiceTermFiles {
  const random = seededRandom(20260901);
  const staff = makeStaff(random).slice(0, 60);
  const classes = makeClasses(staff);
  const pupils = makePupils(random, classes);
  return {
    staff,
    pupils,
    base: [staffFile(random, staff), classFile(classes), pupilFile(random, pupils)],
    plan: planFile,
    courses: courseFile(staff),
    teachers: teacherFile(staff),
    timetable: timetableFile(
      staff,
      classes.map(({ name }) => name),
    ),
    rates: oneSheet('课时补助标准', '补助标准', 'serviceRate', {
      title: '',
      headers: ['职责', '每课时补助', '自', '依据文号'],
      rows: Object.entries(rateOf).map(([role, amount]) => [
        role,
        amount,
        '2026-08-30',
        '校务会纪要〔2026〕7号',
      ]),
    }),
    signUp: signUpFile(pupils),
    sessions: oneSheet('补登的场次', '排班', 'serviceSlot', {
      title: '',
      headers: ['场次', '日期', '开始时间', '结束时间', '时段类别', '课程名称', '地点', '所属期'],
      rows: ['2026-11-24', '2027-03-01'].map((day) => [
        `${day} 合唱补课`,
        day,
        '16:30',
        '17:20',
        '课后服务',
        '合唱社团',
        '音乐教室',
        serviceTerm.period,
      ]),
    }),
  };
}

function oneSheet(name: string, sheet: string, ledger: string, content: Omit<DemoSheet, 'name'>): DemoFile {
  return { name, format: 'xlsx', sheets: [{ name: sheet, ...content }], imports: [{ sheet, ledger }] };
}

function planFile(right: boolean): DemoFile {
  return {
    name: right ? '课后服务方案（改）' : '课后服务方案',
    format: 'xlsx',
    sheets: [
      {
        name: '方案',
        title: '课后服务方案',
        headers: [
          '序号',
          '方案名称',
          '服务日',
          '开始时间',
          '结束时间',
          '当地下班时间',
          '最晚离校时间',
          '每生每学期收费',
          '承诺书版本',
          '所属期',
        ],
        rows: [
          [
            1,
            '2026年秋季学期课后服务实施方案',
            everyDay,
            '16:30',
            '18:20',
            '18:00',
            '18:40',
            300,
            '2026秋第1版',
            serviceTerm.period,
          ],
        ],
      },
      {
        name: '时段',
        title: '',
        headers: ['主表序号', '名称', '开始', '结束', '计课时'],
        rows: [
          [1, '第1时段', '16:30', '17:20', 1],
          [1, '第2时段', right ? '17:30' : '17:00', '18:20', 1],
        ],
      },
    ],
    imports: [{ sheet: '方案', ledger: 'servicePlan' }],
  };
}

/** Two groups of homework a grade, six clubs, and the leader on duty for the whole school. */
function courseFile(staff: readonly DemoStaff[]): DemoFile {
  const groups = gradeNames.flatMap((grade, index) =>
    [1, 2].map(
      (number) => [`${grade}年级作业辅导${number}班`, '作业辅导', index + 1, index + 1, 60] as const,
    ),
  );
  const offered = [
    ...groups,
    [basketball.name, '体育', 3, 6, basketball.seats] as const,
    ...clubs.map(([name, kind, from, to]) => [name, kind, from, to, 36] as const),
  ];
  return oneSheet('课后服务课程', '课程', 'serviceCourse', {
    title: '2026年秋季学期课后服务课程表',
    headers: [
      '课程名称',
      '类别',
      '起始年级',
      '截止年级',
      '上课日',
      '名额',
      '地点',
      '任课教师',
      '每场授课人数',
      '每场值班领导',
      '所属期',
    ],
    rows: [
      ...offered.map(([name, kind, from, to, seats], index) => [
        name,
        kind,
        from,
        to,
        everyDay,
        seats,
        `教学楼${201 + index}`,
        staff[leaders + index]?.name ?? null,
        1,
        null,
        serviceTerm.period,
      ]),
      ['全校值班', '基础托管', 1, 9, everyDay, null, null, null, 0, 1, serviceTerm.period],
    ],
  });
}

function teacherFile(staff: readonly DemoStaff[]): DemoFile {
  return oneSheet('参加课后服务的教师', '教师', 'serviceTeacher', {
    title: '参加课后服务的教师',
    headers: ['教师', '承担', '每天最多', '每周最多', '工作量比例', '所属期'],
    rows: [...staff.map(({ name }) => name), stranger].map((name, index): DemoCell[] => [
      name,
      index < leaders ? '值班领导' : '授课、看护',
      2,
      8,
      index % 10 === 9 ? 0.5 : 1,
      serviceTerm.period,
    ]),
  });
}

/** Timetables one below the other; in any lesson every class has another teacher, and grade 9 has a late one. */
function timetableFile(staff: readonly DemoStaff[], classes: readonly string[]): DemoFile {
  const days = ['星期一', '星期二', '星期三', '星期四', '星期五'];
  const headers = ['节次', '时间', ...days];
  const lessons = ['08:30—09:10', '10:40—11:20', '16:20—17:05'];
  const subjects = ['语文', '数学', '英语'];
  const blockOf = (at: number): DemoCell[][] =>
    lessons.slice(0, at >= 32 ? 3 : 2).map((time, lesson) => [
      `第${lesson + 1}节`,
      time,
      ...days.map((_, day) => {
        const teacher = staff[(at + lesson * 17 + day * 11) % staff.length];
        return `${subjects[lesson] ?? ''} ${teacher?.name ?? ''}`;
      }),
    ]);
  return oneSheet('班级课表', '课表', 'serviceBusyTime', {
    title: `${classes[0] ?? ''}课程表`,
    headers,
    rows: [
      ...blockOf(0),
      ...classes
        .slice(1)
        .flatMap((name, index) => [
          [`${name}课程表`, ...days.map(() => null), null],
          headers,
          ...blockOf(index + 1),
        ]),
    ],
  });
}

function signUpFile(pupils: readonly DemoPupil[]): DemoFile {
  const players = new Set(pupils.filter(({ grade }) => grade >= 3 && grade <= 6).slice(0, basketball.wanted));
  const rows = pupils.flatMap((pupil, index): DemoCell[][] => {
    if (!players.has(pupil) && index % 4 === 3) return [];
    const homework = [1, 2].map((number) => `${gradeNames[pupil.grade - 1] ?? ''}年级作业辅导${number}班`);
    const fitting = clubs.filter(([, , from, to]) => pupil.grade >= from && pupil.grade <= to);
    const club = index % 3 === 0 ? fitting[index % Math.max(fitting.length, 1)]?.[0] : undefined;
    const own = index % 2 === 0 ? homework : homework.toReversed();
    const wishes = players.has(pupil) ? [basketball.name] : [...(club === undefined ? [] : [club]), ...own];
    return [
      [
        pupil.callName,
        pupil.className,
        everyDay,
        '2026-09-01',
        pupil.guardian,
        pupil.phone,
        '家长接送',
        index % 20 === 0 ? '减半' : '全额',
        '2026秋第1版',
        wishes[0] ?? null,
        wishes[1] ?? null,
        wishes[2] ?? null,
        serviceTerm.period,
      ],
    ];
  });
  return oneSheet('课后服务报名汇总', '报名', 'serviceEnrolment', {
    title: '2026年秋季学期课后服务报名汇总表',
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
      '第三志愿',
      '所属期',
    ],
    rows,
  });
}
