import { join } from 'node:path';
import { writeAtomically } from '#electron/documents/atomicWrite.ts';
import { writeWorkbook, type OutputCell } from '#electron/documents/writeWorkbook.ts';
import { checkCharacterOf } from '#shared/kernel/identityNumber.ts';
import { valueOf } from '../temporarySchool.ts';

export const branchName = '第一党支部';
export const groupNames = ['第一党小组', '第二党小组', '第三党小组'] as const;

/** 23 members: the first five are the committee, the sixth to the eighth lead the groups. */
export const rosterNames = [
  '赵建国',
  '钱玉兰',
  '孙志强',
  '李晓梅',
  '周海燕',
  '吴文斌',
  '郑丽华',
  '王小军',
  '冯雪琴',
  '陈国栋',
  '褚春霞',
  '卫东升',
  '蒋秀英',
  '沈立新',
  '韩冬梅',
  '杨得志',
  '朱红霞',
  '秦永福',
  '尤桂芳',
  '许庆丰',
  '何玉梅',
  '吕长江',
  '周明',
] as const;

/** On probation since 2025-12-15; the last name of the roster. */
export const probationer = '周明';
/** Away as a seconded teacher, counted out by consent. */
export const awayName = '吕长江';

export const groupOf = (index: number): string => groupNames[index % groupNames.length] ?? '';
const sexOf = (index: number): string => '男女'.charAt(index % 2);
export const feeBaseOf = (index: number): number => 4_200 + index * 170;

function identityOf(index: number): string {
  const born = bornOn(index).replaceAll('-', '');
  const digits = `620725${born}${String(10 + index)}${sexOf(index) === '男' ? 1 : 2}`;
  return digits + checkCharacterOf(digits);
}
const bornOn = (index: number): string => `${1970 + index}-0${(index % 9) + 1}-${String(10 + (index % 18))}`;

const headers = [
  '序号',
  '姓名',
  '性别',
  '民族',
  '籍贯',
  '出生年月',
  '公民身份号码',
  '学历',
  '职称',
  '申请入党时间',
  '入党时间',
  '转正时间',
  '人员类别',
  '所在党支部',
  '所在党小组',
  '组织关系转入时间',
  '组织关系',
  '外出地点',
  '外出日期',
  '外出原因',
  '支部联系人',
  '联系电话',
  '党费基数',
] as const;

/** The roster as a school keeps it: a title, a line for who filled it in, dates with dots, signatures at the end. */
export async function writeRoster(folder: string): Promise<string> {
  const rows = rosterNames.map((name, index): OutputCell[] => {
    const probation = name === probationer;
    const away = name === awayName;
    const admitted = probation ? '2025.11.20' : `${1998 + index}.06.2${index % 9}`;
    return [
      index + 1,
      name.length === 2 ? `${name.charAt(0)}\u3000${name.charAt(1)}` : name,
      sexOf(index),
      index % 8 === 3 ? '裕固族' : '汉族',
      ['甘肃山丹', '甘肃民乐', '甘肃甘州'][index % 3] ?? '',
      bornOn(index).replaceAll('-', '.'),
      identityOf(index),
      index % 4 === 0 ? '大学专科' : '大学本科',
      ['高级教师', '一级教师', '二级教师'][index % 3] ?? '',
      probation ? '2023.03.01' : `${1996 + index}.03.01`,
      admitted,
      probation ? null : `${1999 + index}${admitted.slice(4)}`,
      probation ? '预备' : '正式',
      branchName,
      groupOf(index),
      probation ? '2025.12.15' : index === 20 ? '2025.09.01' : `${Math.max(2019, 1998 + index)}.09.01`,
      away ? '流动' : '在册',
      away ? '新疆喀什' : null,
      away ? '2025.09.01' : null,
      away ? '援疆支教' : null,
      away ? '赵建国 13912340000' : null,
      `139123400${String(10 + index)}`,
      feeBaseOf(index),
    ];
  });
  const path = join(folder, '党员名册.xlsx');
  const sheet = {
    name: 'Sheet1',
    title: '中共山丹县测试学校第一支部委员会党员名册',
    subtitle: { left: '填报单位：测试学校', right: '2026年1月' },
    headers: [headers.map((text) => ({ text }))],
    columns: headers.map(() => ({ width: 12, form: 'text' as const })),
    rows,
    signOff: '支部书记：        填表人：',
  };
  valueOf(await writeAtomically(path, (stream) => writeWorkbook(stream, [sheet])));
  return path;
}
