import { ends, signedFoot } from '../../../../documents/officeBlocks.ts';
import type { TableRow } from '../../../../documents/officeDocument.ts';
import { formTable, pairsRow, writingRow } from '../../../../documents/officeTables.ts';
import { alignedName, notApplicable, orNothing, printedDate } from '../../../../documents/officeText.ts';
import { defineCasePaper, investigatorNames, personName, type CaseData } from './caseData.ts';

/** 投诉举报登记表 (domain.md §4.6): the first sheet of the file. */
export const caseRegistration = defineCasePaper({
  name: 'caseRegistration',
  label: '投诉举报登记表',
  locked: true,
  compose: (data) => ({
    document: {
      title: [data.schoolName, '师德师风投诉举报登记表'],
      style: 'form',
      blocks: [
        ends(`编号：${data.values.number}`, `登记日期：${printedDate(data.values.receivedOn)}`),
        formTable([2.8, 5.6, 2.8, 5.6], rowsOf(data)),
      ],
    },
    problems: [
      data.fact.named && data.values.complainant === null && '实名举报还没有填写举报人。',
      data.values.happened === null && '还没有填写发生的时间和地点。',
    ],
    people: data.fact.named ? 2 : 1,
  }),
});

function rowsOf(data: CaseData): TableRow[] {
  const { values, fact } = data;
  const acceptance =
    fact.acceptedOn === null
      ? ''
      : fact.accepted
        ? `经审查，予以受理。（${printedDate(fact.acceptedOn)}）`
        : `经审查，不予受理。理由：${orNothing(fact.rejectionReason)}（${printedDate(fact.acceptedOn)}）`;
  const conclusion =
    fact.concludedOn === null ? '' : `${fact.conclusion ?? ''}（${printedDate(fact.concludedOn)}）`;
  const handled =
    fact.handling === null
      ? ''
      : `${fact.handling}${fact.decidedOn === null ? '（建议）' : `（${printedDate(fact.decidedOn)}）`}`;
  const urgent =
    fact.urgentReportedOn === null
      ? '否'
      : `${printedDate(fact.urgentReportedOn)}上报，${fact.policeInformed === true ? '已' : '未'}报公安机关`;
  const answered = fact.named ? printedDate(fact.answeredOn) : '匿名，不答复';
  return [
    pairsRow({ '来　源': values.channel, 举报方式: values.named }, 9),
    pairsRow(
      {
        举报人: fact.named ? (values.complainant ?? '') : '（匿名）',
        联系方式: fact.named ? (values.complainantContact ?? '') : notApplicable,
      },
      9,
    ),
    pairsRow(
      {
        被反映人: alignedName(personName(data)),
        '岗　位': data.person?.post ?? data.person?.subject ?? data.person?.staffKind ?? '',
      },
      9,
    ),
    writingRow('事项类别', values.violation, 9),
    writingRow('时间地点', values.happened ?? '', 9),
    writingRow('内容摘要', values.summary, 46),
    writingRow('证据线索', values.evidence ?? '', 26),
    writingRow('受理意见', acceptance, 22, { foot: signedFoot('负责人（签字）：') }),
    pairsRow({ 承办人: investigatorNames(data).join('、'), 紧急上报: urgent }, 9),
    writingRow('调查结论', conclusion, 12),
    writingRow('处理结果', handled, 12),
    pairsRow({ 答复日期: answered, 归档日期: printedDate(fact.archivedOn) }, 9),
    writingRow('备　注', '', 22, { foot: signedFoot('登记人（签字）：') }),
  ];
}
