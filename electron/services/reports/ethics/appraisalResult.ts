import { formatPeriod } from '../../../../shared/kernel/periods.ts';
import { success } from '../../../../shared/kernel/result.ts';
import { staff } from '../../../../shared/ledgers/base/staff.ts';
import { ethicsAppraisal } from '../../../../shared/ledgers/ethics/ethicsAppraisal.ts';
import type { Block } from '../../../documents/officeDocument.ts';
import { blanks, printedDate } from '../../../documents/officeText.ts';
import { getRecord, type RecordIn } from '../../../store/records/records.ts';
import { schoolOf } from '../../school/schoolOf.ts';
import { defineReport, recordOfScope } from '../report.ts';

interface ResultData {
  readonly schoolName: string;
  readonly name: string;
  readonly period: string;
  readonly today: string;
  readonly appraisal: RecordIn<typeof ethicsAppraisal>['values'];
  readonly isDraft: boolean;
}

/** 师德考核结果通知书: the result told to the person, what it means and how to object, with a receipt to be signed. */
export const appraisalResult = defineReport<ResultData>({
  name: 'appraisalResult',
  label: '师德考核结果通知书',
  area: 'ethics',
  formats: ['docx', 'pdf'],
  scope: { kind: 'record', ledger: 'ethicsAppraisal' },
  gather: (h, scope, { today }) => {
    const found = recordOfScope(h, ethicsAppraisal, scope);
    if (!found.ok) return found;
    const { values, period, state } = found.value;
    return success({
      schoolName: schoolOf(h).values.name,
      name: getRecord(h, staff, values.staff)?.values.name ?? '',
      period: period ?? '',
      today,
      appraisal: values,
      isDraft: state === 'draft',
    });
  },
  compose: (data) => ({
    name: `师德考核结果通知书_${data.period}_${data.name}`,
    document: {
      title: [data.schoolName, '教师师德考核结果通知书'],
      orientation: 'portrait',
      style: 'letter',
      pageNumbers: false,
      blocks: blocksOf(data),
    },
    personCount: 1,
    sensitiveColumns: ['考核等次', ...(data.appraisal.veto === true ? ['否决情形'] : [])],
    problems: data.isDraft ? ['这份考核还没有归档，结果可能还会变化。'] : [],
    rows: 1,
  }),
});

function blocksOf({ schoolName, name, period, today, appraisal }: ResultData): Block[] {
  const { grade, totalScore, veto, vetoReason } = appraisal;
  const reason = veto === true && vetoReason !== null ? `主要事由：${vetoReason.replace(/。$/u, '')}。` : '';
  const effect =
    grade === '不合格'
      ? '按照规定，师德考核不合格的，年度考核应为不合格，限制期内不得参加评优评先、职称评聘和推荐。'
      : '';
  return [
    { kind: 'paragraph', align: 'left', text: `${name}老师：` },
    {
      kind: 'paragraph',
      text: `经学校师德考核小组评定并公示，您${formatPeriod(period)}师德考核总分为${totalScore ?? blanks(3)}分，考核等次为“${grade ?? blanks(3)}”。${reason}${effect}`,
    },
    {
      kind: 'paragraph',
      text: '如对考核结果有异议，可自收到本通知之日起三十日内，向学校书面申请复核；对复核结果不服的，可向县教育行政部门提出申诉。',
    },
    { kind: 'paragraph', align: 'right', text: schoolName },
    { kind: 'paragraph', align: 'right', text: printedDate(today) },
    { kind: 'heading', level: 1, text: '送达回执' },
    { kind: 'paragraph', text: `本人已收到${formatPeriod(period)}师德考核结果通知书。` },
    {
      kind: 'signatures',
      lines: [{ label: '本人（签字）' }, { label: '送达人（签字）' }],
      date: `${blanks(4)}年${blanks(2)}月${blanks(2)}日`,
    },
  ];
}
