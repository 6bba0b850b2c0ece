import { bodyName } from '../../../../../shared/domain/ethics/appealRoute.ts';
import { blanks, printedDate } from '../../../../documents/officeText.ts';
import { label, pairsRow } from '../../tableCells.ts';
import { defineCasePaper, personName } from './caseData.ts';
import { deliveryWays } from '../../../../../shared/domain/ethics/words.ts';

/** 送达回证 of the decision, to be signed on delivery. */
export const caseDelivery = defineCasePaper({
  name: 'caseDelivery',
  label: '送达回证',
  locked: false,
  compose: (data) => {
    const { fact, values } = data;
    const day = `年${blanks(2)}月${blanks(2)}日`;
    const ways = deliveryWays.map((way) => `${way === fact.deliveredHow ? '☑' : '□'}${way}`).join(blanks(1));
    const wide = (name: string, text: string, heightMm: number, foot?: string) => ({
      cells: [
        label(name),
        { text, columns: 3, align: 'left' as const, ...(foot === undefined ? {} : { foot }) },
      ],
      heightMm,
    });
    return {
      document: {
        title: [bodyName(fact.decidedBy ?? '学校', data.bodies), '送达回证'],
        orientation: 'portrait',
        style: 'form',
        pageNumbers: false,
        blocks: [
          { kind: 'ends', left: `案件编号：${values.number}`, right: '' },
          {
            kind: 'table',
            columns: [3, 5.4, 3, 5.4],
            headerRows: 0,
            rows: [
              wide(
                '送达文书',
                `处理决定书${values.decisionNumber === null ? '' : `（${values.decisionNumber}）`}`,
                13,
              ),
              pairsRow(
                [
                  ['受送达人', personName(data)],
                  ['送达单位', data.schoolName],
                ],
                13,
              ),
              wide('送达方式', ways, 13),
              pairsRow(
                [
                  ['送达日期', printedDate(fact.deliveredOn)],
                  ['送达地点', values.deliveredPlace ?? ''],
                ],
                13,
              ),
              wide(
                '受送达人\n签　收',
                '本人已收到上述文书，并已被告知申请复核、提出申诉的途径和期限。',
                34,
                `受送达人（签字）：${blanks(9)}${day}`,
              ),
              wide('代　收', '', 26, `代收人（签字）：${blanks(5)}与受送达人关系：${blanks(5)}${day}`),
              wide('送达人', '', 24, `送达人（两人签字）：${blanks(10)}${day}`),
              wide('见证人', '', 24, `见证人（签字）：${blanks(10)}${day}`),
              wide('备　注', '拒绝签收的，由见证人签字，注明情况，视为送达。', 20),
            ],
          },
        ],
      },
      problems: fact.deliveredOn === null ? ['还没有办理“送达”，送达日期空着，送达时手写。'] : [],
    };
  },
});
