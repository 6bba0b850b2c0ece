import { isSanction } from '../../../../../shared/domain/ethics/sanctions.ts';
import { violationWords } from '../../../../../shared/domain/ethics/violationBasis.ts';
import { blanks, printedDate } from '../../../../documents/officeText.ts';
import { label, pairsRow } from '../../tableCells.ts';
import { defineCasePaper, investigatorNames, personName } from './caseData.ts';
import { writing } from './investigation.ts';

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
        orientation: 'portrait',
        style: 'form',
        pageNumbers: true,
        blocks: [
          { kind: 'ends', left: `案件编号：${values.number}`, right: data.schoolName },
          {
            kind: 'table',
            columns: [2.6, 5.8, 2.6, 5.8],
            headerRows: 0,
            rows: [
              pairsRow(
                [
                  ['时　间', printedDate(fact.hearingHeldOn)],
                  ['地　点', ''],
                ],
                9,
              ),
              pairsRow(
                [
                  ['主持人', ''],
                  ['记录人', ''],
                ],
                9,
              ),
              pairsRow(
                [
                  ['当事人', personName(data)],
                  ['委　托\n代理人', ''],
                ],
                11,
              ),
              pairsRow(
                [
                  ['调查人员', investigatorNames(data).join('、')],
                  ['其　他\n参加人', ''],
                ],
                11,
              ),
              writing('听证事项', `涉嫌“${violationWords(values.violation)}”${proposed}。`, 12),
              writing('调查人员\n提出的事实\n证据和依据', '', 38),
              writing('当事人的\n陈述申辩\n和质证', '', 58),
              writing('最后陈述', '', 24),
              {
                cells: [
                  label('当事人\n签　字'),
                  { text: '', foot: `年${blanks(2)}月${blanks(2)}日` },
                  label('主持人\n记录人\n签　字'),
                  { text: '', foot: `年${blanks(2)}月${blanks(2)}日` },
                ],
                heightMm: 20,
              },
            ],
          },
        ],
      },
      problems: fact.hearingHeldOn === null ? ['还没有填写听证日期，打印后手写。'] : [],
    };
  },
});
