import { bodyName } from '../../../../../shared/domain/ethics/appealRoute.ts';
import { defineCasePaper, personName } from './caseData.ts';
import { deliveryWays } from '../../../../../shared/domain/ethics/words.ts';
import { ends, signedFoot } from '../../../../documents/officeBlocks.ts';
import { formTable, pairsRow, writingRow } from '../../../../documents/officeTables.ts';
import { blanks, openDay, printedDate } from '../../../../documents/officeText.ts';

/** 送达回证 of the decision, to be signed on delivery. */
export const caseDelivery = defineCasePaper({
  name: 'caseDelivery',
  label: '送达回证',
  locked: false,
  compose: (data) => {
    const { fact, values } = data;
    const ways = deliveryWays.map((way) => `${way === fact.deliveredHow ? '☑' : '□'}${way}`).join(blanks(1));
    return {
      document: {
        title: [bodyName(fact.decidedBy ?? '学校', data.bodies), '送达回证'],
        style: 'form',
        blocks: [
          ends(`案件编号：${values.number}`),
          formTable(
            [3, 5.4, 3, 5.4],
            [
              writingRow(
                '送达文书',
                `处理决定书${values.decisionNumber === null ? '' : `（${values.decisionNumber}）`}`,
                13,
              ),
              pairsRow({ 受送达人: personName(data), 送达单位: data.schoolName }, 13),
              writingRow('送达方式', ways, 13),
              pairsRow(
                { 送达日期: printedDate(fact.deliveredOn), 送达地点: values.deliveredPlace ?? '' },
                13,
              ),
              writingRow(
                '受送达人\n签　收',
                '本人已收到上述文书，并已被告知申请复核、提出申诉的途径和期限。',
                34,
                { foot: signedFoot('受送达人（签字）：') },
              ),
              writingRow('代　收', '', 26, {
                foot: `代收人（签字）：${blanks(5)}与受送达人关系：${openDay}`,
              }),
              writingRow('送达人', '', 24, { foot: signedFoot('送达人（两人签字）：') }),
              writingRow('见证人', '', 24, { foot: signedFoot('见证人（签字）：') }),
              writingRow('备　注', '拒绝签收的，由见证人签字，注明情况，视为送达。', 20),
            ],
          ),
        ],
      },
      problems: [fact.deliveredOn === null && '还没有办理“送达”，送达日期空着，送达时手写。'],
    };
  },
});
