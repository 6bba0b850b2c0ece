import { formatPeriod } from '../../../../shared/kernel/periods.ts';
import { success } from '../../../../shared/kernel/result.ts';
import { serviceCourse } from '../../../../shared/ledgers/afterSchool/serviceCourse.ts';
import { planOf, pupilsOn } from '../../afterSchool/serviceTerm.ts';
import { finishedRecords } from '../../../store/records/recordsBetween.ts';
import { periodReport } from '../report.ts';
import { printedDays } from './courseList.ts';
import { schooldays } from '../../../../shared/kernel/schooldays.ts';
import { ends, repeatedPages, signedFoot } from '../../../documents/officeBlocks.ts';
import type { TableCell, TableRow } from '../../../documents/officeDocument.ts';
import { formTable, pairsRow, writingRow } from '../../../documents/officeTables.ts';
import { alignedName, blanks } from '../../../documents/officeText.ts';

interface FormPupil {
  readonly name: string;
  readonly className: string;
  readonly guardian: string;
  readonly relation: string;
  readonly phone: string;
}

interface FormData {
  readonly version: string;
  readonly className: string | null;
  readonly pupils: readonly FormPupil[];
  /** Courses that the class may choose from, in words. */
  readonly courses: readonly string[];
  readonly hours: string;
  readonly fee: string;
}

const noPupil: FormPupil = { name: '', className: '', guardian: '', relation: '', phone: '' };
/** More would push the signature to a second page. */
const mostCourses = 14;

/**
 * 家长申请书和承诺书 (domain.md §5.3), one page a pupil of a class with names filled in, or one blank page. What parents
 * choose is left to their hand; 特殊体质 too, which only few may see in the program.
 */
export const signUpForm = periodReport({
  name: 'signUpForm',
  label: '课后服务申请书（家长承诺书）',
  area: 'afterSchool',
  periods: ['term'],
  of: { ledger: 'schoolClass', required: false },
  gather: (h, { period, day, recordId }) => {
    const { pupils, classes } = pupilsOn(h, day);
    const room = classes.find(({ id }) => id === recordId);
    const plan = planOf(h, period)?.values;
    const fee = plan?.feePerTerm ?? 0;
    return success<FormData>({
      version: plan?.consentVersion ?? '',
      className: room?.name ?? null,
      pupils: pupils
        .filter(({ classId }) => room !== undefined && classId === room.id)
        .map((pupil) => ({
          name: pupil.name,
          className: pupil.className ?? '',
          guardian: pupil.guardianName ?? '',
          relation: pupil.guardianRelation ?? '',
          phone: pupil.guardianPhone ?? '',
        })),
      courses: finishedRecords(h, serviceCourse, [], period)
        .filter(
          ({ values }) =>
            room !== undefined && values.gradeFrom <= room.grade && room.grade <= values.gradeTo,
        )
        .map(({ values }) => `${values.name}（${printedDays(values.weekdays)}）`),
      hours: plan ? `上课日 ${plan.startsAt}—${plan.endsAt}` : '上课日放学后',
      fee: fee === 0 ? '不收取课后服务费。' : `每学期 ${(fee / 100).toFixed(2)} 元，符合条件的按规定减免。`,
    });
  },
  compose: (data, { schoolName, period }) => {
    const { className, pupils, version, courses } = data;
    const forms = pupils.length === 0 ? [noPupil] : pupils;
    const title = [schoolName, '课后服务申请书（家长承诺书）'];
    return {
      name: `课后服务申请书_${className ?? '空白'}`,
      document: {
        title,
        style: 'form',
        blocks: repeatedPages(title, forms, (pupil) => [
          ends(formatPeriod(period), `承诺书版本：${version || blanks(5)}`),
          formTable([2.4, 3.6, 2.2, 3, 2.2, 3.6], formRows(data, pupil), '五号'),
        ]),
      },
      personCount: pupils.length,
      sensitiveColumns: pupils.length === 0 ? [] : ['监护人', '监护人电话'],
      problems: [
        className === null && '没有选班级，这是一张空白申请书，可以复印。选了班级就每名学生一页。',
        className !== null && pupils.length === 0 && '这个班没有在校学生，印的是空白申请书。',
        version === '' && '方案里还没有写承诺书版本，表上空着。',
        courses.length > mostCourses && `本年级可选课程有 ${courses.length} 门，表上放不下，请附上选课目录。`,
      ],
      rows: forms.length,
    };
  },
});

function formRows(data: FormData, pupil: FormPupil): TableRow[] {
  const wide = (name: string, text: string, heightMm: number, more: Omit<TableCell, 'text'> = {}) =>
    writingRow(name, text, heightMm, { columns: 5, ...more });
  const courses =
    data.courses.length === 0 || data.courses.length > mostCourses
      ? '见选课目录。'
      : data.courses.map((course, index) => `${index + 1}.${course}`).join(blanks());
  return [
    pairsRow({ 学生姓名: alignedName(pupil.name), '班　级': pupil.className, 联系电话: pupil.phone }, 9),
    pairsRow({ '监 护 人': alignedName(pupil.guardian), '关　系': pupil.relation, 特殊体质: '' }, 9),
    wide('参加时段', `${schooldays.map((day) => `□${day}`).join(blanks())}${blanks(2)}（${data.hours}）`, 10),
    wide('可选课程', courses, 14),
    pairsRow({ 第一志愿: '', 第二志愿: '', 第三志愿: '' }, 15),
    wide(
      '想上几门',
      '□1门　□2门　□3门（上课日不同的课程才能同时参加；名额不足时按志愿和抽签安排，可候补）',
      10,
    ),
    wide('接送方式', '□学生自行离校　□家长接送　□委托他人接送', 10),
    wide('委 托 人', `姓名：${blanks(7)}与学生关系：${blanks(6)}电话：`, 10),
    wide('减免申请', '□不申请　□申请减半　□申请免收　　减免类别：', 10),
    wide('收费说明', data.fee, 8),
    wide('承　诺', promises, 54),
    wide('家长意见', '□自愿参加　　□不参加', 26, { foot: signedFoot('家长签字：') }),
    wide('班 主 任', '', 10),
  ];
}

const promises = [
  '一、本人自愿为孩子申请参加学校课后服务，已了解服务时间、内容、收费和退出办法；学校没有以任何方式强制或变相强制参加。',
  '二、已如实告知孩子的身体状况和特殊体质；联系电话或接送人变更时，及时书面告知班主任。',
  '三、按约定的时间和方式接孩子离校；选择自行离校的，已教育孩子注意途中安全。',
  '四、孩子因故不能参加时，提前向班主任请假；中途退出的，提交书面申请，费用按学校规定结算。',
  '五、课后服务不含早到校、午休看管和晚自习，不讲授新课，不集体补课。',
].join('\n');
