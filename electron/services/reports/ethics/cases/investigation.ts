import { violationWords } from '../../../../../shared/domain/ethics/violationBasis.ts';
import {
  ends,
  line,
  repeatedPages,
  sealed,
  sections,
  signatures,
  signedFoot,
} from '../../../../documents/officeBlocks.ts';
import type { Block } from '../../../../documents/officeDocument.ts';
import { formTable, handsRow, pairsRow, writingRow } from '../../../../documents/officeTables.ts';
import { orNothing, printedDate, sentence, withoutStop } from '../../../../documents/officeText.ts';
import {
  defineCasePaper,
  investigatorNames,
  personIntroduced,
  personName,
  toWrite,
  type CaseData,
} from './caseData.ts';

/** 调查方案: what is looked into, by whom and until when, approved before it begins. */
export const caseInvestigationPlan = defineCasePaper({
  name: 'caseInvestigationPlan',
  label: '调查方案',
  locked: true,
  compose: (data) => {
    const { values, schoolName, parameters } = data;
    const days = parameters.number('complaintInvestigateWorkdays', values.receivedOn);
    const accepted = data.fact.acceptedOn;
    return {
      document: {
        title: [schoolName, '师德师风问题调查方案'],
        style: 'letter',
        blocks: [
          ...sections([
            [
              '调查事项',
              `反映${personIntroduced(data)}涉嫌“${violationWords(values.violation)}”（编号${values.number}，${printedDate(values.receivedOn)}登记${accepted === null ? '' : `，${printedDate(accepted)}受理`}）。`,
            ],
            [
              '调查人员',
              `${orNothing(investigatorNames(data).join('、'))}。调查人员不少于两人，与当事人有利害关系的应当回避。`,
            ],
            ['调查步骤和方法', values.investigationPlan ?? defaultPlan],
            ['完成时限', `自受理之日起${days}个工作日内完成，需要延长的报经批准。`],
            [
              '工作要求',
              '依法依规、客观公正，充分听取当事人的陈述和申辩；严格保密，不得泄露举报人信息和调查情况；保护学生隐私，询问未成年学生应当通知监护人到场。',
            ],
          ]),
          signatures(['制定人（签字）', '批准人（签字）']),
        ],
      },
      problems: [
        values.investigationPlan === null && '还没有填写调查方案，打印的是一般步骤，请按实际修改。',
        investigatorNames(data).length < 2 && '调查人员不足两人，请在登记表里补充。',
      ],
    };
  },
});

const defaultPlan =
  '向举报人了解情况，收集证据线索；与知情的学生、家长、教职工谈话并制作笔录；调取有关资料、记录和影像；与当事人谈话，听取陈述和申辩；综合分析，形成调查报告。';

/** 调查笔录: one sheet for each talk; an empty one to be written by hand where none is entered. */
export const caseStatements = defineCasePaper({
  name: 'caseStatements',
  label: '调查笔录',
  locked: true,
  compose: (data) => {
    const { statements } = data.values;
    const title = ['调查谈话笔录'];
    const sheets = statements.length === 0 ? [null] : statements;
    return {
      document: {
        title,
        style: 'form',
        pageNumbers: true,
        blocks: repeatedPages(title, sheets, (row) => statementSheet(data, row)),
      },
      problems: [statements.length === 0 && '还没有录入调查笔录，打印的是空白笔录纸。'],
      people: 1 + statements.length,
    };
  },
});

type Statement = CaseData['values']['statements'][number];

function statementSheet({ values, schoolName }: CaseData, row: Statement | null): Block[] {
  return [
    ends(`案件编号：${values.number}`, schoolName),
    formTable(
      [2.6, 5.8, 2.6, 5.8],
      [
        pairsRow({ '时　间': printedDate(row?.on ?? null), '地　点': row?.place ?? '' }, 9),
        pairsRow({ 被谈话人: row?.person ?? '', '身　份': row?.of ?? '' }, 9),
        pairsRow({ 调查人: row?.askedBy ?? '', 记录人: row?.recordedBy ?? '' }, 9),
        {
          cells: [
            {
              text: '告知：我们是学校调查人员，现就有关情况向您了解，请如实回答；您有权核对笔录，可以补充和更正。请对谈话内容保密。',
              columns: 4,
              align: 'left',
            },
          ],
        },
        writingRow('谈话内容', row?.content ?? '', 118),
        writingRow('核　对', '以上笔录我已看过（已向我宣读），与我所说的相符。', 20, {
          foot: signedFoot('被谈话人（签字）：'),
        }),
        pairsRow({ '调查人\n签　字': '', '记录人\n签　字': '' }, 13),
      ],
    ),
  ];
}

/** 听取陈述申辩记录: what the teacher said and what came of it (教师〔2018〕18号 第八条). */
export const caseDefence = defineCasePaper({
  name: 'caseDefence',
  label: '听取陈述申辩记录',
  locked: true,
  compose: (data) => {
    const { values, fact } = data;
    return {
      document: {
        title: [data.schoolName, '听取陈述申辩记录'],
        style: 'form',
        blocks: [
          ends(`案件编号：${values.number}`),
          formTable(
            [2.6, 5.8, 2.6, 5.8],
            [
              pairsRow({ 陈述人: personName(data), '时　间': printedDate(fact.heardOn) }, 9),
              pairsRow({ 听取人: investigatorNames(data).join('、'), 记录人: '' }, 9),
              writingRow(
                '告知内容',
                `拟认定的事项：${violationWords(values.violation)}。您有权陈述和申辩，提出的事实、理由和证据将进行复核，不因申辩加重处理。`,
                18,
              ),
              writingRow('陈述申辩', values.defence ?? '', 88),
              writingRow('采纳情况', values.defenceAnswer ?? '', 36),
              handsRow(['陈述人\n签　字', '听取人\n签　字']),
            ],
          ),
        ],
      },
      problems: [
        fact.heardOn === null && '还没有办理“听取陈述”，日期空着。',
        values.defence === null && '还没有录入陈述申辩的内容，打印后手写。',
      ],
    };
  },
});

/** 调查报告: how it was looked into, what was found, what follows. */
export const caseInvestigationReport = defineCasePaper({
  name: 'caseInvestigationReport',
  label: '调查报告',
  locked: true,
  compose: (data) => {
    const { values, fact, schoolName } = data;
    const talks = values.statements.length;
    return {
      document: {
        title: [`关于${personName(data)}师德师风问题的`, '调查报告'],
        style: 'letter',
        pageNumbers: true,
        blocks: [
          line(`${schoolName}：`),
          ...sections([
            [
              '问题来源和调查过程',
              `${printedDate(values.receivedOn)}，通过${values.channel}收到${values.named}反映，称${personIntroduced(data)}涉嫌“${violationWords(values.violation)}”，具体为：${withoutStop(values.summary)}。` +
                `${fact.acceptedOn === null ? '' : `学校于${printedDate(fact.acceptedOn)}受理，`}由${orNothing(investigatorNames(data).join('、'))}调查${talks === 0 ? '' : `，谈话${talks}人次，均制作笔录`}${fact.extendedOn === null ? '' : `，经批准于${printedDate(fact.extendedOn)}延长调查期限`}。`,
            ],
            ['查明的事实', sentence(values.factsFound ?? toWrite)],
            ['证据', sentence(values.evidence ?? toWrite)],
            [
              '当事人的陈述和申辩',
              values.defence === null
                ? toWrite
                : `${values.defence}${values.defenceAnswer === null ? '' : `\n采纳情况：${values.defenceAnswer}`}`,
            ],
            [
              '调查结论',
              fact.conclusion === null
                ? '（属实、部分属实、不属实、无法核实，待作出）'
                : `经调查，反映的问题${fact.conclusion}。`,
            ],
          ]),
          signatures(['调查人员（签字）', '调查人员（签字）'], false),
          sealed(`${schoolName}调查组`, fact.concludedOn),
        ],
      },
      problems: [
        values.factsFound === null && '还没有填写查明的事实。',
        values.evidence === null && '还没有填写证据。',
        fact.conclusion === null && '还没有作出结论，报告里结论待填。',
      ],
    };
  },
});
