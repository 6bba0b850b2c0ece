import { isSanction } from '../../../../../shared/domain/ethics/sanctions.ts';
import { violationWords } from '../../../../../shared/domain/ethics/violationBasis.ts';
import { ends } from '../../../../documents/officeBlocks.ts';
import { formTable, handsRow, pairsRow, writingRow } from '../../../../documents/officeTables.ts';
import { printedDate } from '../../../../documents/officeText.ts';
import { defineCasePaper, investigatorNames, personName } from './caseData.ts';

/** 听证笔录: written by hand during the hearing; the head of the form is filled. */
export const caseHearingRecord = defineCasePaper({
  name: 'caseHearingRecord',
  label: '听证笔录',
  locked: true,
  compose: (data) => {
    const { values, fact, bodies } = data;
    const proposed =
      fact.handling === null ? '' : `；拟给予${fact.handling}${isSanction(fact.handling) ? '处分' : ''}`;
    return {
      document: {
        title: [bodies.bureau, '听证笔录'],
        style: 'form',
        pageNumbers: true,
        blocks: [
          ends(`案件编号：${values.number}`, data.schoolName),
          formTable(
            [2.6, 5.8, 2.6, 5.8],
            [
              pairsRow({ '时　间': printedDate(fact.hearingHeldOn), '地　点': '' }, 9),
              pairsRow({ 主持人: '', 记录人: '' }, 9),
              pairsRow({ 当事人: personName(data), '委　托\n代理人': '' }, 11),
              pairsRow({ 调查人员: investigatorNames(data).join('、'), '其　他\n参加人': '' }, 11),
              writingRow('听证事项', `涉嫌“${violationWords(values.violation)}”${proposed}。`, 12),
              writingRow('调查人员\n提出的事实\n证据和依据', '', 38),
              writingRow('当事人的\n陈述申辩\n和质证', '', 58),
              writingRow('最后陈述', '', 24),
              handsRow(['当事人\n签　字', '主持人\n记录人\n签　字']),
            ],
          ),
        ],
      },
      problems: [fact.hearingHeldOn === null && '还没有填写听证日期，打印后手写。'],
    };
  },
});
