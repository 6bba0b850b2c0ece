import { addDays } from '../../../shared/kernel/plainDate.ts';
import { demoTerms } from './demoCalendar.ts';
import { demoSheet, type DemoFile, type DemoRow } from './demoSheet.ts';
import { inventPhone, peopleMaker, type InventedPerson } from './inventedPeople.ts';
import type { SeededRandom } from './seededRandom.ts';

export const demoSchoolName = '山丹县霍城九年制学校';

export interface DemoStaff extends InventedPerson {
  readonly number: string;
  readonly kind: string;
  readonly subject: string | null;
  readonly post: string | null;
  readonly hiredOn: string;
  readonly party: boolean;
}

export interface DemoClass {
  readonly name: string;
  readonly grade: number;
  readonly homeroom: string;
  readonly room: string;
}

export interface DemoPupil extends InventedPerson {
  readonly studentNumber: string;
  readonly className: string;
  readonly grade: number;
  readonly guardian: string;
  readonly phone: string;
  /** How other sheets name the pupil: with the pupil number where two share a name. */
  readonly callName: string;
}

const subjects = [
  '语文',
  '数学',
  '英语',
  '道德与法治',
  '科学',
  '物理',
  '化学',
  '历史',
  '地理',
  '生物',
  '体育',
  '音乐',
  '美术',
  '信息科技',
  '劳动',
];
const posts = [
  '校长',
  '副校长',
  '副校长',
  '教务主任',
  '教务副主任',
  '德育主任',
  '总务主任',
  '安全办主任',
  '工会主席',
  '少先队大队辅导员',
];
const gradeNames = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];

export function makeStaff(random: SeededRandom): readonly DemoStaff[] {
  const make = peopleMaker(random);
  return Array.from({ length: 120 }, (_, index) => {
    // Those with a post are older than the youngest teachers.
    const person = index < posts.length ? make('1968-01-01', 365 * 14) : make('1967-01-01', 365 * 34);
    const kind =
      index < 104
        ? '专任教师'
        : index < 109
          ? '行政人员'
          : index < 112
            ? '教辅人员'
            : index < 117
              ? '工勤人员'
              : '安保人员';
    const start = addDays(person.bornOn, 365 * 22 + random.whole(0, 365 * 4));
    return {
      ...person,
      number: `T${String(index + 1).padStart(3, '0')}`,
      kind,
      subject: kind === '专任教师' ? (subjects[index % subjects.length] ?? null) : null,
      post: posts[index] ?? null,
      hiredOn: start > '2026-08-25' ? '2026-08-25' : start,
      party: index < 38,
    };
  });
}

export function makeClasses(staff: readonly DemoStaff[]): readonly DemoClass[] {
  return gradeNames.flatMap((gradeName, gradeIndex) =>
    [1, 2, 3, 4].map((number) => {
      const position = gradeIndex * 4 + number - 1;
      return {
        name: `${gradeName}年级${number}班`,
        grade: gradeIndex + 1,
        homeroom: staff[position + 12]?.name ?? '',
        room: `${gradeIndex < 6 ? '小学楼' : '初中楼'}${Math.floor(gradeIndex / 3) + 1}0${number}`,
      };
    }),
  );
}

export function makePupils(random: SeededRandom, classes: readonly DemoClass[]): readonly DemoPupil[] {
  const make = peopleMaker(random);
  const guardians = peopleMaker(random);
  const pupils = Array.from({ length: 1400 }, (_, index) => {
    const schoolClass = classes[index % classes.length];
    if (!schoolClass) throw new Error('no class');
    const person = make(`${2026 - 6 - schoolClass.grade}-09-01`, 364, true);
    return {
      ...person,
      studentNumber: `G${person.identityNumber}`,
      className: schoolClass.name,
      grade: schoolClass.grade,
      guardian: guardians('1978-01-01', 365 * 14, true).name,
      phone: inventPhone(random),
    };
  });
  const namesakes = new Map<string, number>();
  for (const { name } of pupils) namesakes.set(name, (namesakes.get(name) ?? 0) + 1);
  return pupils.map((each) => ({
    ...each,
    callName: (namesakes.get(each.name) ?? 0) > 1 ? `${each.name}（${each.studentNumber}）` : each.name,
  }));
}

export function staffFile(random: SeededRandom, staff: readonly DemoStaff[]): DemoFile {
  const titles = ['高级教师', '一级教师', '一级教师', '二级教师', '二级教师', '未定级'];
  const rows = staff.map((each, index): DemoRow => ({
    序号: index + 1,
    // Offices stretch names of two characters to the width of three.
    姓名: each.name.length === 2 ? [...each.name].join(' ') : each.name,
    工号: each.number,
    性别: each.sex,
    民族: each.ethnicity.replace('族', ''),
    出生年月: each.bornOn.replaceAll('-', '.'),
    身份证号码: each.identityNumber,
    手机号: inventPhone(random),
    政治面貌: each.party ? (index < 36 ? '党员' : '预备党员') : random.chance(0.3) ? '团员' : '群众',
    人员类别: each.kind,
    编制类型: each.kind === '专任教师' ? (random.chance(0.9) ? '在编' : '特岗教师') : '临聘',
    任教学科: each.subject,
    职称: each.kind === '专任教师' ? random.pick(titles) : null,
    职务: each.post,
    学历: random.chance(0.8) ? '本科' : '大专',
    到校日期: each.hiredOn,
  }));
  return {
    name: '1 教职工花名册',
    format: 'xlsx',
    sheets: [demoSheet('花名册', `${demoSchoolName}教职工花名册`, rows)],
    imports: [{ sheet: '花名册', ledger: 'staff' }],
  };
}

export function classFile(classes: readonly DemoClass[]): DemoFile {
  return {
    name: '2 班级和校历',
    format: 'xlsx',
    sheets: [
      demoSheet(
        '班级一览',
        '2026—2027学年班级一览表',
        classes.map((each, index) => ({
          序号: index + 1,
          班级: each.name,
          年级: each.grade,
          入学年份: 2027 - each.grade,
          班主任: each.homeroom,
          教室: each.room,
          建班日期: `${2027 - each.grade}-08-30`,
        })),
      ),
      demoSheet(
        '校历',
        '学期校历',
        demoTerms.map((term) => ({
          学期: term.name,
          学期序: term.season,
          报到日期: term.startsOn,
          正式上课: term.firstTeachingOn,
          课程结束: term.lastTeachingOn,
          学期结束: term.endsOn,
          下午放学时间: '16:10',
          下班时间: '18:00',
          所属期: term.period,
        })),
      ),
    ],
    imports: [
      { sheet: '校历', ledger: 'term' },
      { sheet: '班级一览', ledger: 'schoolClass' },
    ],
  };
}

export function pupilFile(random: SeededRandom, pupils: readonly DemoPupil[]): DemoFile {
  return {
    name: '3 学生名册（学籍系统导出）',
    format: 'csvGb18030',
    sheets: [
      demoSheet(
        '学生',
        '',
        pupils.map((each) => {
          const enteredOn = `${2027 - each.grade}-08-30`;
          return {
            学籍号: each.studentNumber,
            姓名: each.name,
            性别: each.sex,
            出生日期: each.bornOn.replaceAll('-', ''),
            身份证件号: each.identityNumber,
            民族: each.ethnicity,
            班级: each.className,
            编入日期: enteredOn,
            入学日期: enteredOn,
            是否寄宿: random.chance(0.18) ? '是' : '否',
            监护人姓名: each.guardian,
            与学生关系: random.pick(['父亲', '母亲', '母亲', '祖父母']),
            监护人联系电话: each.phone,
            现住址: `霍城镇${random.pick(['东关村', '西关村', '下河西村', '王庄村', '刘庄村', '沙沟村'])}${random.whole(1, 9)}社`,
            是否留守儿童: random.chance(0.09) ? '是' : '否',
            困难类别: random.chance(0.06) ? random.pick(['城乡低保', '监测对象', '脱贫家庭']) : null,
            监护人同意日期: random.chance(0.97) ? '2026-09-01' : null,
          };
        }),
      ),
    ],
    imports: [{ sheet: '学生', ledger: 'pupil' }],
  };
}
