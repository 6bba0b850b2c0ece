import { surveyAnswers } from '../../../../shared/domain/ethics/surveyResult.ts';
import type { SurveyView } from '../../../../shared/contract/ethicsCampaign.ts';
import { success, type Result } from '../../../../shared/kernel/result.ts';
import { ethicsSurvey } from '../../../../shared/ledgers/ethics/ethicsSurvey.ts';
import { body, ends, heading, line } from '../../../documents/officeBlocks.ts';
import type { Block } from '../../../documents/officeDocument.ts';
import { type ListColumn, listTable, numberColumn } from '../../../documents/officeTables.ts';
import { blanks, notApplicable, printedDate, printedShare } from '../../../documents/officeText.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import { parametersInForce } from '../../school/parametersInForce.ts';
import { surveyView, type SurveyRecord } from '../../ethics/surveys.ts';
import { recordReport, type ReportAbout } from '../report.ts';

interface SurveyData {
  readonly survey: SurveyRecord['values'];
  readonly view: SurveyView;
}

/** What both papers are made from. */
const survey = {
  area: 'ethics',
  ledger: ethicsSurvey,
  gather: (h: ReadHandle, record: SurveyRecord, { today }: ReportAbout): Result<SurveyData> => {
    const minimum = parametersInForce(h).number('surveyMinimumAnswers', today);
    return success({ survey: record.values, view: surveyView(record, minimum) });
  },
} as const;

/** Columns as wide as the words of the answers. */
function answerColumns<Row>(cell: (row: Row, answer: number) => string | number | null): ListColumn<Row>[] {
  return surveyAnswers.map((heading, answer) => ({
    heading,
    share: 1.2 + heading.length * 0.2,
    cell: (row) => cell(row, answer),
  }));
}

/** The paper form of a questionnaire: no place for a name. */
export const surveyForm = recordReport({
  ...survey,
  name: 'surveyForm',
  label: '师德问卷（空白）',
  compose: ({ survey: { title, audience, introduction, grouping }, view }, { schoolName }) => ({
    name: `问卷_${title}`,
    document: {
      title: [schoolName, title],
      style: 'form',
      blocks: [
        ...body(
          introduction ??
            `${audience === '家长' ? '尊敬的家长' : '亲爱的同学'}：为了解学校师德师风情况，请按实际感受在每题的一个“□”里打“√”。问卷不记名，请放心填写。`,
        ),
        ...(grouping === '全校' ? [] : [ends(`${grouping}：${blanks(10)}`, '不用写姓名')]),
        listTable<string>(
          [
            numberColumn(1.3),
            { heading: '题目', share: 8.5, long: true, cell: (text) => text },
            ...answerColumns<string>(() => '□'),
          ],
          view.questions,
          {
            size: '小四',
            heightMm: 12,
            foot: [
              {
                heightMm: 40,
                cells: [{ text: '您的意见和建议（可以不写）：', columns: 6, align: 'left', vertical: 'top' }],
              },
            ],
          },
        ),
      ],
    },
    personCount: 0,
    problems: [view.questions.length === 0 && '这份问卷还没有题目。'],
    rows: view.questions.length,
  }),
});

/** The summary of a questionnaire with the distribution of every question. */
export const surveyResultReport = recordReport({
  ...survey,
  name: 'surveyResult',
  label: '师德问卷结果汇总',
  compose: ({ survey: values, view }, { schoolName, today }) => {
    const { result } = view;
    const shown = !result.suppressed && result.sheets > 0;
    return {
      name: `问卷结果_${values.title}`,
      document: {
        title: [schoolName, `${values.title}结果汇总`],
        style: 'form',
        blocks: [
          ends(
            `对象：${values.audience}${blanks()}发放日期：${printedDate(values.startsOn)}`,
            `制表日期：${printedDate(today)}`,
          ),
          line(summaryOf(values, view)),
          ...(shown ? [questionTable(view), ...groupBlocks(view)] : []),
        ],
      },
      personCount: 0,
      problems: [result.suppressed && `收回的答卷不足 ${view.minimum} 份，不显示结果。`],
      rows: view.questions.length,
    };
  },
});

function summaryOf({ issued }: SurveyRecord['values'], { result, minimum }: SurveyView): string {
  const back = issued
    ? `发放${issued}份，收回${result.sheets}份，回收率${printedShare(result.sheets, issued)}`
    : `收回${result.sheets}份`;
  if (result.suppressed) return `${back}。收回的答卷不足${minimum}份，不显示结果。`;
  const percent = result.overall?.satisfiedPercent ?? null;
  return percent === null ? `${back}。` : `${back}。满意率（很满意和满意）${percent.toFixed(1)}%。`;
}

type QuestionResult = SurveyView['result']['questions'][number];

function questionTable({ result }: SurveyView): Block {
  return listTable<QuestionResult>(
    [
      { heading: '题号', share: 1.2, cell: ({ question }) => question },
      { heading: '题目', share: 4.2, long: true, cell: ({ text }) => text },
      ...answerColumns<QuestionResult>(({ counts }, answer) => counts[answer] ?? null),
      { heading: '满意分布', share: 4.8, long: true, cell: ({ satisfiedPercent }) => bar(satisfiedPercent) },
      { heading: '满意率', share: 1.8, cell: ({ satisfiedPercent }) => percentWords(satisfiedPercent) },
    ],
    result.questions,
  );
}

function percentWords(percent: number | null, hidden = notApplicable): string {
  return percent === null ? hidden : `${percent.toFixed(1)}%`;
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
    heading(`按${grouping}统计`),
    listTable<SurveyView['result']['groups'][number]>(
      [
        { heading: grouping, share: 6, cell: ({ group }) => group },
        { heading: '答卷份数', share: 4, cell: ({ sheets }) => sheets ?? notApplicable },
        {
          heading: '满意率',
          share: 5,
          cell: ({ satisfiedPercent }) => percentWords(satisfiedPercent, '不显示'),
        },
      ],
      result.groups,
    ),
    line(`注：答卷少于${minimum}份的不显示；可能由其他数字推算出来的也不显示。`),
  ];
}
