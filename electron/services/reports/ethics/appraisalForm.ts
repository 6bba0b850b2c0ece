import { compareLabels } from '../../../../shared/kernel/labelOrder.ts';
import { formatPeriod } from '../../../../shared/kernel/periods.ts';
import { monthOf, yearOf } from '../../../../shared/kernel/plainDate.ts';
import { failure, success } from '../../../../shared/kernel/result.ts';
import { tenRulesOf } from '../../../../shared/domain/ethics/tenRules.ts';
import { staff } from '../../../../shared/ledgers/base/staff.ts';
import { appraisalRound } from '../../../../shared/ledgers/ethics/appraisalRound.ts';
import { ethicsAppraisal } from '../../../../shared/ledgers/ethics/ethicsAppraisal.ts';
import { ends, repeatedPages, signedFoot } from '../../../documents/officeBlocks.ts';
import type { Block, TableRow } from '../../../documents/officeDocument.ts';
import { formTable, label, pairsRow, writingRow } from '../../../documents/officeTables.ts';
import { nothing, orNothing, printedDate } from '../../../documents/officeText.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import { allRecords, getRecord, type RecordIn } from '../../../store/records/records.ts';
import { schoolOf } from '../../school/schoolOf.ts';
import { recordReport } from '../report.ts';

interface FormData {
  readonly rules: readonly string[];
  readonly period: string;
  readonly person: RecordIn<typeof staff>['values'] | null;
  readonly appraisal: RecordIn<typeof ethicsAppraisal>['values'];
  readonly isDraft: boolean;
}

const columns = [3.4, 4.6, 2.9, 4.6, 2.9, 4.2] as const;

/** 师德考核登记表 of one person (domain.md §4.6): one page to be signed and put into the personal file. */
export const appraisalForm = recordReport({
  name: 'appraisalForm',
  label: '师德考核登记表',
  area: 'ethics',
  ledger: ethicsAppraisal,
  gather: (h, record) => success(formDataOf(h, record)),
  compose: (data, { schoolName }) => ({
    name: `师德考核登记表_${data.period}_${data.person?.name ?? ''}`,
    document: { title: titleOf(schoolName), style: 'form', blocks: blocksOf(data) },
    personCount: 1,
    sensitiveColumns: ['考核等次', data.appraisal.veto === true && '否决情形'],
    problems: problemsOf(data),
  }),
});

/** The same for everybody appraised in a round, one page each. */
export const appraisalForms = recordReport({
  name: 'appraisalForms',
  label: '师德考核登记表（全体，一人一页）',
  area: 'ethics',
  ledger: appraisalRound,
  gather: (h, { values, period }) => {
    const included = new Set(values.people.flatMap((one) => (one.included === true ? [one.staff] : [])));
    const forms = allRecords(h, ethicsAppraisal, { period: period ?? '' })
      .filter((record) => included.has(record.values.staff))
      .map((record) => formDataOf(h, record))
      .toSorted((a, b) => compareLabels(orderOf(a), orderOf(b)));
    return forms.length === 0
      ? failure('invalidInput', '这轮考核还没有人，没有登记表可以打印。请先确定参加考核的人员。')
      : success({ period: period ?? '', forms });
  },
  compose: ({ period, forms }, { schoolName }) => {
    const title = titleOf(schoolName);
    const drafts = forms.filter(({ isDraft }) => isDraft).length;
    return {
      name: `师德考核登记表_${period}_全体`,
      document: { title, style: 'form', blocks: repeatedPages(title, forms, blocksOf) },
      personCount: forms.length,
      sensitiveColumns: ['考核等次', '否决情形'],
      problems: [drafts > 0 && `有 ${drafts} 人的考核还没有归档，登记表上没有最后的总分和等次。`],
      rows: forms.length,
    };
  },
});

function formDataOf(h: ReadHandle, { values, period, state }: RecordIn<typeof ethicsAppraisal>): FormData {
  return {
    rules: tenRulesOf(schoolOf(h).values.type),
    period: period ?? '',
    person: getRecord(h, staff, values.staff)?.values ?? null,
    appraisal: values,
    isDraft: state === 'draft',
  };
}

/** By 工号, where there is one. */
function orderOf({ person }: FormData): string {
  return person?.staffNumber ?? person?.name ?? '';
}

function titleOf(schoolName: string): string[] {
  return [schoolName, '教师师德考核登记表'];
}

function blocksOf(data: FormData): Block[] {
  return [ends(`考核周期：${formatPeriod(data.period)}`), formTable(columns, rowsOf(data), '五号')];
}

function rowsOf({ person, appraisal, rules }: FormData): TableRow[] {
  const born = person?.bornOn ?? null;
  return [
    pairsRow({
      '姓　名': person?.name ?? '',
      '性　别': person?.sex ?? '',
      出生年月: born === null ? '' : `${yearOf(born)}年${monthOf(born)}月`,
    }),
    pairsRow({
      '民　族': person?.ethnicity ?? '',
      政治面貌: person?.politicalStatus ?? '',
      '学　历': person?.education ?? '',
    }),
    pairsRow({
      '职　称': person?.professionalTitle ?? '',
      任教学科: person?.subject ?? '',
      '岗　位': person?.post ?? person?.staffKind ?? '',
    }),
    writingRow('个人自评', appraisal.selfReview ?? '', 30, { columns: 5 }),
    ...ruleRows(rules, appraisal.ruleScores),
    pairsRow({
      自评分: points(appraisal.selfScore),
      互评分: points(appraisal.peerScore),
      学生测评: points(appraisal.pupilScore),
    }),
    pairsRow({
      家长测评: points(appraisal.parentScore),
      '考核组\n评分': points(appraisal.panelScore),
      加扣分: appraisal.adjustment === null ? '0' : points(appraisal.adjustment),
    }),
    pairsRow({
      '总　分': points(appraisal.totalScore),
      考核等次: appraisal.grade ?? '',
      一票否决: appraisal.veto === true ? '有' : nothing,
    }),
    writingRow('加扣分事由', orNothing(appraisal.adjustmentReason), 8, { columns: 5 }),
    writingRow('一票否决\n情形', appraisal.veto === true ? orNothing(appraisal.vetoReason) : nothing, 8, {
      columns: 5,
    }),
    opinionRow('考核小组\n意　　见', appraisal.panelOpinion, signedFoot('组长（签字）：')),
    opinionRow('学校意见', appraisal.schoolOpinion, signedFoot('（盖章）')),
    opinionRow('本人意见', null, signedFoot('本人（签字）：', appraisal.signedOn)),
    writingRow('备　注', noticeText(appraisal), 8, { columns: 5 }),
  ];
}

/** Two rules in a row; entered scores by name, the ten rules of the school's kind where none are entered. */
function ruleRows(rules: readonly string[], scores: FormData['appraisal']['ruleScores']): TableRow[] {
  const lines =
    scores.length > 0
      ? scores.map((row) => ({ rule: row.rule, score: points(row.score) }))
      : rules.map((rule) => ({ rule, score: '' }));
  const half = Math.ceil(lines.length / 2);
  return Array.from({ length: half }, (_, index) => {
    const left = lines[index];
    const right = lines[index + half];
    return {
      cells: [
        ...(index === 0 ? [label('十项准则\n逐项得分', { rows: half })] : []),
        { text: left ? `${index + 1}. ${left.rule}` : '', align: 'left' as const },
        { text: left?.score ?? '' },
        { text: right ? `${index + half + 1}. ${right.rule}` : '', align: 'left' as const },
        { text: right?.score ?? '', columns: 2 },
      ],
    };
  });
}

/** Opinion above, place for hand and seal below at the right. */
function opinionRow(name: string, opinion: string | null, foot: string): TableRow {
  return writingRow(name, `${opinion ?? ''}\n`, 20, { foot, columns: 5, vertical: 'bottom' });
}

function noticeText(appraisal: FormData['appraisal']): string {
  if (appraisal.noticeFrom === null || appraisal.noticeTo === null) return '';
  return `考核结果公示：${printedDate(appraisal.noticeFrom)}至${printedDate(appraisal.noticeTo)}`;
}

function points(score: number | null): string {
  return score === null ? '' : String(score);
}

function problemsOf({ appraisal, person, isDraft }: FormData): (string | false)[] {
  return [
    isDraft && '这份考核还是草稿，请完成后再打印签字。',
    person === null && '没有找到这位教职工的基本信息，表头会空着。',
    appraisal.totalScore === null && '还没有总分。',
    appraisal.grade === null && '还没有评定等次。',
  ];
}
