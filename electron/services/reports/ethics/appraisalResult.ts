import { formatPeriod } from '../../../../shared/kernel/periods.ts';
import { success } from '../../../../shared/kernel/result.ts';
import { staff } from '../../../../shared/ledgers/base/staff.ts';
import { ethicsAppraisal } from '../../../../shared/ledgers/ethics/ethicsAppraisal.ts';
import { body, heading, line, sealed, signatures } from '../../../documents/officeBlocks.ts';
import { blanks, withoutStop } from '../../../documents/officeText.ts';
import { getRecord } from '../../../store/records/records.ts';
import { recordReport } from '../report.ts';

/** 师德考核结果通知书: the result told to the person, what it means and how to object, with a receipt to be signed. */
export const appraisalResult = recordReport({
  name: 'appraisalResult',
  label: '师德考核结果通知书',
  area: 'ethics',
  ledger: ethicsAppraisal,
  gather: (h, { values, period, state }) =>
    success({
      name: getRecord(h, staff, values.staff)?.values.name ?? '',
      period: period ?? '',
      appraisal: values,
      isDraft: state === 'draft',
    }),
  compose: ({ name, period, appraisal, isDraft }, { schoolName, today }) => {
    const { grade, totalScore, veto, vetoReason } = appraisal;
    const reason = veto === true && vetoReason !== null ? `主要事由：${withoutStop(vetoReason)}。` : '';
    const effect =
      grade === '不合格'
        ? '按照规定，师德考核不合格的，年度考核应为不合格，限制期内不得参加评优评先、职称评聘和推荐。'
        : '';
    return {
      name: `师德考核结果通知书_${period}_${name}`,
      document: {
        title: [schoolName, '教师师德考核结果通知书'],
        style: 'letter',
        blocks: [
          line(`${name}老师：`),
          ...body(
            `经学校师德考核小组评定并公示，您${formatPeriod(period)}师德考核总分为${totalScore ?? blanks(3)}分，考核等次为“${grade ?? blanks(3)}”。${reason}${effect}`,
            '如对考核结果有异议，可自收到本通知之日起三十日内，向学校书面申请复核；对复核结果不服的，可向县教育行政部门提出申诉。',
          ),
          sealed(schoolName, today),
          heading('送达回执'),
          ...body(`本人已收到${formatPeriod(period)}师德考核结果通知书。`),
          signatures(['本人（签字）', '送达人（签字）']),
        ],
      },
      personCount: 1,
      sensitiveColumns: ['考核等次', veto === true && '否决情形'],
      problems: [isDraft && '这份考核还没有归档，结果可能还会变化。'],
    };
  },
});
