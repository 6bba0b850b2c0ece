import { appealRoute, bodyName } from '../../../../../shared/domain/ethics/appealRoute.ts';
import { isSanction, sanctionEnd } from '../../../../../shared/domain/ethics/sanctions.ts';
import { violationBasis, violationWords } from '../../../../../shared/domain/ethics/violationBasis.ts';
import { body, line, sealed, sections } from '../../../../documents/officeBlocks.ts';
import { orNothing, printedDate, sentence, withoutStop } from '../../../../documents/officeText.ts';
import {
  defineCasePaper,
  documentNumber,
  personIntroduced,
  personName,
  toWrite,
  type CaseData,
} from './caseData.ts';

/** 处理建议: what the school asks of the body that decides (公办学校提出建议，教育局决定). */
export const caseProposal = defineCasePaper({
  name: 'caseProposal',
  label: '处理建议',
  locked: false,
  compose: (data) => {
    const { fact, values, schoolName, bodies } = data;
    const sanction = isSanction(fact.handling);
    return {
      document: {
        title: [`${schoolName}关于`, `给予${personName(data)}${handlingWords(data)}的建议`],
        style: 'letter',
        pageNumbers: true,
        blocks: [
          documentNumber(null, fact.proposedOn, data.today),
          line(`${sanction ? bodies.bureau : schoolName}：`),
          ...body(
            `${printedDate(values.receivedOn)}，学校收到反映${personIntroduced(data)}涉嫌“${violationWords(values.violation)}”的投诉举报（编号${values.number}），经调查，现将有关情况和处理建议报告如下。`,
          ),
          ...sections([
            ['查明的事实', sentence(values.factsFound ?? toWrite)],
            [
              '听取陈述申辩情况',
              fact.heardOn === null
                ? '（还没有听取）'
                : `${printedDate(fact.heardOn)}听取了${personName(data)}的陈述和申辩。${values.defenceAnswer ?? ''}`,
            ],
            ['处理依据', sentence(basisOf(data))],
            [
              '处理建议',
              `建议给予${personName(data)}${handlingWords(data)}。${sanction ? `妥否，请${bodies.bureau}审定。` : ''}`,
            ],
          ]),
          sealed(schoolName, fact.proposedOn),
        ],
      },
      problems: [
        fact.proposedOn === null && '还没有办理“提出处理建议”，日期空着。',
        values.factsFound === null && '还没有填写查明的事实。',
      ],
    };
  },
});

/** 听证告知书, from 降低岗位等级 upward. */
export const caseHearingNotice = defineCasePaper({
  name: 'caseHearingNotice',
  label: '听证告知书',
  locked: false,
  compose: (data) => ({
    document: {
      title: ['听证告知书'],
      style: 'letter',
      blocks: [
        documentNumber(null, data.fact.hearingToldOn, data.today),
        line(`${personName(data)}：`),
        ...body(
          `经${data.schoolName}调查，你存在“${violationWords(data.values.violation)}”的行为：${withoutStop(data.values.factsFound ?? toWrite)}。`,
          `依据${basisOf(data)}，拟给予你${handlingWords(data)}。`,
          '你有权进行陈述和申辩，有权要求听证。要求听证的，请在收到本告知书之日起5日内书面提出；逾期未提出的，视为放弃听证。',
        ),
        sealed(data.bodies.bureau, data.fact.hearingToldOn),
      ],
    },
    problems: [data.fact.hearingToldOn === null && '还没有办理“告知听证权利”，日期空着。'],
  }),
});

/** 处理决定书: facts, reason, basis, period and the way of appeal (教师〔2018〕18号 第八条). */
export const caseDecision = defineCasePaper({
  name: 'caseDecision',
  label: '处理决定书',
  locked: false,
  compose: (data) => {
    const { fact, values, bodies, parameters } = data;
    const decidedBy = fact.decidedBy ?? '学校';
    const unit = bodyName(decidedBy, bodies);
    const on = fact.decidedOn ?? data.today;
    return {
      document: {
        title: [unit, `关于${personName(data)}的处理决定书`],
        style: 'letter',
        pageNumbers: true,
        blocks: [
          documentNumber(values.decisionNumber, fact.decidedOn, data.today),
          line(`${personName(data)}：`),
          ...body(
            `${personName(data)}，${personFacts(data)}。`,
            `经查，${(values.factsFound ?? `反映你“${violationWords(values.violation)}”的问题${fact.conclusion ?? '（待作出结论）'}`).replace(/。$/u, '')}。以上事实，有调查笔录、证据材料和当事人陈述等证实。`,
            fact.heardOn === null
              ? ''
              : `${printedDate(fact.heardOn)}，已听取你的陈述和申辩。${values.defenceAnswer ?? ''}`,
            `上述行为${fact.handling === '不予处理' ? '经调查不予认定' : '违反了教师职业道德'}。依据${basisOf(data)}，决定：`,
            decisionText(data),
            appealRoute(decidedBy, on, bodies, parameters),
          ),
          sealed(unit, fact.decidedOn),
        ],
      },
      problems: [
        fact.decidedOn === null && '还没有办理“作出处理决定”，日期空着。',
        values.decisionNumber === null && '还没有填写决定文号。',
        values.factsFound === null && '还没有填写查明的事实。',
      ],
    };
  },
});

/** 解除处分决定: after the period, to be put into the personal file like the sanction itself. */
export const caseLifting = defineCasePaper({
  name: 'caseLifting',
  label: '解除处分决定',
  locked: false,
  compose: (data) => {
    const { fact, values, bodies, parameters } = data;
    const unit = bodyName(fact.decidedBy ?? '学校', bodies);
    const end = sanctionEnd(fact, parameters) ?? null;
    return {
      document: {
        title: [unit, `关于解除${personName(data)}${fact.handling ?? ''}处分的决定`],
        style: 'letter',
        blocks: [
          documentNumber(values.liftingNumber, fact.liftedOn, data.today),
          line(`${personName(data)}：`),
          ...body(
            `${printedDate(fact.decidedOn)}，${unit}${values.decisionNumber === null ? '' : `以${values.decisionNumber}文`}决定给予你${fact.handling ?? ''}处分，处分期自${printedDate(fact.effectFrom)}起至${printedDate(end)}止${fact.periodExtendedOn === null ? '' : `（${printedDate(fact.periodExtendedOn)}决定延长）`}。`,
            `处分期间，${withoutStop(values.conduct ?? '你能够认识错误，遵守师德规范，没有再发生违反教师职业道德的行为')}。`,
            `依据${isKindergarten(values.violation) ? '《幼儿园教师违反职业道德行为处理办法》' : '《中小学教师违反职业道德行为处理办法（2018年修订）》'}和事业单位工作人员处分的有关规定，决定自处分期满之日起解除你的${fact.handling ?? ''}处分。`,
            '本决定存入本人人事档案，并在教师管理信息系统中记录。解除处分后，评优、职称评审和岗位聘用不再受该处分的影响。',
          ),
          sealed(unit, fact.liftedOn),
        ],
      },
      problems: [
        fact.liftedOn === null && '还没有办理“解除处分”，日期空着。',
        end === null && '这种处理没有处分期，不需要解除决定。',
        values.liftingNumber === null && '还没有填写解除决定文号。',
        values.conduct === null && '还没有填写处分期间的表现，打印的是一般说法。',
      ],
    };
  },
});

function handlingWords({ fact }: CaseData): string {
  return fact.handling === null ? '处理' : isSanction(fact.handling) ? `${fact.handling}处分` : fact.handling;
}

function basisOf({ values }: CaseData): string {
  return (values.handlingBasis ?? violationBasis(values.violation)).replace(/。$/u, '');
}

function isKindergarten(violation: string): boolean {
  return violation.startsWith('K');
}

function personFacts({ person, schoolName }: CaseData): string {
  const words = [
    person?.sex,
    person?.bornOn ? `${printedDate(person.bornOn)}出生` : null,
    person?.politicalStatus,
    `${schoolName}${person?.post ?? (person?.subject ? `${person.subject}教师` : (person?.staffKind ?? ''))}`,
  ];
  return words.filter((word) => word !== null && word !== undefined && word !== '').join('，');
}

/** What is decided, its period and what goes with it. */
function decisionText(data: CaseData): string {
  const { fact, parameters } = data;
  if (fact.handling === '不予处理') return '对你不予处理。';
  const end = sanctionEnd(fact, parameters);
  const period =
    end === undefined
      ? ''
      : `，处分期自${printedDate(fact.effectFrom ?? fact.decidedOn)}起至${printedDate(end)}止`;
  const disqualified =
    fact.disqualifiedUntil === null
      ? ''
      : `取消你评奖评优、职务晋升、职称评定、岗位聘用、工资晋级、申报人才计划等方面的资格，至${printedDate(fact.disqualifiedUntil)}止。`;
  return `给予你${orNothing(handlingWords(data))}${period}。${disqualified}`;
}
