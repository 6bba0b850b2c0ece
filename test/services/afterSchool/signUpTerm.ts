import { join } from 'node:path';
import { writeAtomically } from '#electron/documents/atomicWrite.ts';
import { writeWorkbook, type OutputCell } from '#electron/documents/writeWorkbook.ts';
import type { FileDesk } from '../../support/fileDesk.ts';
import { valueOf } from '../../support/temporarySchool.ts';

export const signUpPeriod = '2026-2027-1';

/** Writes a sheet as a school keeps it: title above, one header row. The path of the file. */
export async function writeSchoolSheet(
  folder: string,
  name: string,
  headers: readonly string[],
  rows: readonly (readonly OutputCell[])[],
): Promise<string> {
  const path = join(folder, `${name}.xlsx`);
  const sheet = {
    name: 'Sheet1',
    title: `清泉学校${name}`,
    headers: [headers.map((text) => ({ text }))],
    columns: headers.map(() => ({ width: 14, form: 'text' as const })),
    rows,
  };
  valueOf(await writeAtomically(path, (stream) => writeWorkbook(stream, [sheet])));
  return path;
}

export const wishHeaders = [
  '学生姓名',
  '参加时段',
  '申请日期',
  '承诺书版本',
  '家长',
  '联系电话',
  '接送方式',
  '第一志愿',
  '第二志愿',
  '第三志愿',
];

/** A sign-up form's row. */
export function wishRow(
  name: string,
  wishes: readonly string[],
  changes: { readonly days?: string; readonly on?: string; readonly consent?: string } = {},
): OutputCell[] {
  return [
    name,
    changes.days ?? '周一、周二、周三、周四、周五',
    changes.on ?? '2026-09-02',
    changes.consent ?? '2026秋第1版',
    '家长',
    '13912340001',
    '家长接送',
    wishes[0] ?? null,
    wishes[1] ?? null,
    wishes[2] ?? null,
  ];
}

/**
 * A term from Excel files: two classes of grade 3 and one of grade 6, 61 pupils of grade 3 called 甲一 …, one of grade 6,
 * a basketball club for 40, a choir on Tuesdays, and the same club of the term before, which is called alike.
 */
export async function bringInSignUpTerm(desk: FileDesk): Promise<readonly string[]> {
  const { folder } = desk;
  await desk.bringIn(
    await writeSchoolSheet(
      folder,
      '学期',
      ['学期', '学期序', '报到日期', '正式上课', '课程结束', '学期结束', '下午放学时间', '所属期'],
      [
        [
          '2025—2026学年第二学期',
          '第二学期',
          '2026-02-25',
          '2026-03-02',
          '2026-07-03',
          '2026-07-10',
          '16:20',
          '2025-2026-2',
        ],
        [
          '2026—2027学年第一学期',
          '第一学期',
          '2026-08-27',
          '2026-08-31',
          '2026-12-31',
          '2027-01-15',
          '16:20',
          signUpPeriod,
        ],
      ],
    ),
    'term',
  );
  await desk.bringIn(
    await writeSchoolSheet(
      folder,
      '班级',
      ['班级', '年级'],
      [
        ['三年级1班', 3],
        ['三年级2班', 3],
        ['六年级1班', 6],
      ],
    ),
    'schoolClass',
  );
  const names = Array.from({ length: 61 }, (_, index) => pupilName(index));
  await desk.bringIn(
    await writeSchoolSheet(
      folder,
      '学生花名册',
      ['学生姓名', '性别', '出生日期', '班级', '监护人联系电话', '入学日期'],
      [
        ...names.map((name, index): OutputCell[] => [
          name,
          index % 2 === 0 ? '男' : '女',
          '2017-05-06',
          index < 31 ? '三年级1班' : '三年级2班',
          `1391234${String(index).padStart(4, '0')}`,
          '2024-09-01',
        ]),
        ['高年级', '男', '2014-05-06', '六年级1班', '13912349999', '2021-09-01'],
      ],
    ),
    'pupil',
  );
  await desk.bringIn(
    await writeSchoolSheet(
      folder,
      '方案',
      ['方案名称', '开始时间', '结束时间', '每生每学期收费', '收费方式', '审定日期', '所属期'],
      [['2026年秋季学期课后服务方案', '16:30', '18:10', 300, '学校代收', '2026-08-28', signUpPeriod]],
    ),
    'servicePlan',
  );
  const courses = ['课程名称', '类别', '起始年级', '截止年级', '上课日', '名额', '地点', '所属期'];
  await desk.bringIn(
    await writeSchoolSheet(folder, '课程', courses, [
      ['篮球', '体育', 1, 6, '', 40, '操场', '2025-2026-2'],
      ['篮球', '体育', 1, 6, '', 40, '操场', signUpPeriod],
      ['合唱', '艺术', 1, 6, '周二', 30, '音乐室', signUpPeriod],
      ['机器人', '科普', 5, 6, '周三', 20, '科学室', signUpPeriod],
    ]),
    'serviceCourse',
  );
  return names;
}

function pupilName(index: number): string {
  const digits = '一二三四五六七八九';
  return `${'甲乙丙丁戊己庚'.charAt(Math.floor(index / 9))}学${digits.charAt(index % 9)}`;
}
