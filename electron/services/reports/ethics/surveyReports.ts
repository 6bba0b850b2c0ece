import { surveyAnswers } from '../../../../shared/domain/ethics/surveyResult.ts';
import type { SurveyView } from '../../../../shared/contract/ethicsCampaign.ts';
import { success } from '../../../../shared/kernel/result.ts';
import { ethicsSurvey } from '../../../../shared/ledgers/ethics/ethicsSurvey.ts';
import type { Block } from '../../../documents/officeDocument.ts';
import { blanks, printedDate } from '../../../documents/officeText.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import { parametersInForce } from '../../school/parametersInForce.ts';
import { surveyView, type SurveyRecord } from '../../ethics/surveys.ts';
import { schoolOf } from '../../school/schoolOf.ts';
import { defineReport, recordOfScope, type ReportScope } from '../report.ts';
import { headRow } from '../tableCells.ts';

interface SurveyData {
  readonly schoolName: string;
  readonly madeOn: string;
  readonly survey: SurveyRecord['values'];
  readonly view: SurveyView;
}

/** The paper form of a questionnaire: no place for a name. */
export const surveyForm = defineReport<SurveyData>({
  name: 'surveyForm',
  label: '师德问卷（空白）',
  area: 'ethics',
  formats: ['docx', 'pdf'],
  scope: { kind: 'record', ledger: 'ethicsSurvey' },
  gather: (h, scope, { today }) => gatherSurvey(h, scope, today),
  compose: ({ schoolName, survey, view }) => ({
    name: `问卷_${survey.title}`,
    document: {
      title: [schoolName, survey.title],
      orientation: 'portrait',
      style: 'form',
      pageNumbers: false,
      blocks: [
        {
          kind: 'paragraph',
          text:
            survey.introduction ??
            `${survey.audience === '家长' ? '尊敬的家长' : '亲爱的同学'}：为了解学校师德师风情况，请按实际感受在每题的一个“□”里打“√”。问卷不记名，请放心填写。`,
        },
        ...(survey.grouping === '全校'
          ? []
          : [{ kind: 'ends' as const, left: `${survey.grouping}：${blanks(10)}`, right: '不用写姓名' }]),
        {
          kind: 'table',
          columns: [1.3, 8.5, 1.8, 1.6, 2, 1.8],
          headerRows: 1,
          rows: [
            headRow(['序号', '题目', ...surveyAnswers]),
            ...view.questions.map((text, index) => ({
              heightMm: 12,
              cells: [
                { text: String(index + 1) },
                { text, align: 'left' as const },
                ...surveyAnswers.map(() => ({ text: '□' })),
              ],
            })),
            {
              heightMm: 40,
              cells: [
                {
                  text: '您的意见和建议（可以不写）：',
                  columns: 6,
                  align: 'left' as const,
                  vertical: 'top' as const,
                },
              ],
            },
          ],
        },
      ],
    },
    personCount: 0,
    sensitiveColumns: [],
    problems: view.questions.length === 0 ? ['这份问卷还没有题目。'] : [],
    rows: view.questions.length,
  }),
});

/** The summary of a questionnaire with the distribution of every question. */
export const surveyResultReport = defineReport<SurveyData>({
  name: 'surveyResult',
  label: '师德问卷结果汇总',
  area: 'ethics',
  formats: ['docx', 'pdf'],
  scope: { kind: 'record', ledger: 'ethicsSurvey' },
  gather: (h, scope, { today }) => gatherSurvey(h, scope, today),
  compose: ({ schoolName, madeOn, survey, view }) => {
    const { result } = view;
    const shown = !result.suppressed && result.sheets > 0;
    return {
      name: `问卷结果_${survey.title}`,
      document: {
        title: [schoolName, `${survey.title}结果汇总`],
        orientation: 'portrait',
        style: 'form',
        pageNumbers: false,
        blocks: [
          {
            kind: 'ends',
            left: `对象：${survey.audience}${blanks()}发放日期：${printedDate(survey.startsOn)}`,
            right: `制表日期：${printedDate(madeOn)}`,
          },
          { kind: 'paragraph', align: 'left', text: summaryOf(survey, view) },
          ...(shown ? [questionTable(view), ...groupBlocks(view)] : []),
        ],
      },
      personCount: 0,
      sensitiveColumns: [],
      problems: result.suppressed ? [`收回的答卷不足 ${view.minimum} 份，不显示结果。`] : [],
      rows: view.questions.length,
    };
  },
});

function gatherSurvey(h: ReadHandle, scope: ReportScope, today: string) {
  const found = recordOfScope(h, ethicsSurvey, scope);
  if (!found.ok) return found;
  const minimum = parametersInForce(h).number('surveyMinimumAnswers', today);
  return success({
    schoolName: schoolOf(h).values.name,
    madeOn: today,
    survey: found.value.values,
    view: surveyView(found.value, minimum),
  });
}

function summaryOf({ issued }: SurveyRecord['values'], { result, minimum }: SurveyView): string {
  const back = issued
    ? `发放${issued}份，收回${result.sheets}份，回收率${((result.sheets / issued) * 100).toFixed(1)}%`
    : `收回${result.sheets}份`;
  if (result.suppressed) return `${back}。收回的答卷不足${minimum}份，不显示结果。`;
  const percent = result.overall?.satisfiedPercent ?? null;
  return percent === null ? `${back}。` : `${back}。满意率（很满意和满意）${percent.toFixed(1)}%。`;
}

function questionTable({ result }: SurveyView): Block {
  return {
    kind: 'table',
    columns: [1.2, 4.2, 1.7, 1.5, 1.7, 1.7, 4.8, 1.8],
    headerRows: 1,
    size: '五号',
    rows: [
      headRow(['题号', '题目', ...surveyAnswers, '满意分布', '满意率']),
      ...result.questions.map(({ question, text, counts, satisfiedPercent }) => ({
        cells: [
          { text: String(question) },
          { text, align: 'left' as const },
          ...counts.map((count) => ({ text: String(count) })),
          { text: bar(satisfiedPercent), align: 'left' as const },
          { text: satisfiedPercent === null ? '—' : `${satisfiedPercent.toFixed(1)}%` },
        ],
      })),
    ],
  };
}

/** Ten signs as a bar that every printer can print. */
function bar(percent: number | null): string {
  if (percent === null) return '';
  const full = Math.round(percent / 10);
  return '■'.repeat(full) + '□'.repeat(10 - full);
}

function groupBlocks({ grouping, result, minimum }: SurveyView): Block[] {
  if (grouping === '全校') return [];
  return [
    { kind: 'heading', level: 1, text: `按${grouping}统计` },
    {
      kind: 'table',
      columns: [6, 4, 5],
      headerRows: 1,
      size: '五号',
      rows: [
        headRow([grouping, '答卷份数', '满意率']),
        ...result.groups.map(({ group, sheets, satisfiedPercent }) => ({
          cells: [
            { text: group },
            { text: sheets === null ? '—' : String(sheets) },
            { text: satisfiedPercent === null ? '不显示' : `${satisfiedPercent.toFixed(1)}%` },
          ],
        })),
      ],
    },
    {
      kind: 'paragraph',
      align: 'left',
      text: `注：答卷少于${minimum}份的不显示；可能由其他数字推算出来的也不显示。`,
    },
  ];
}
