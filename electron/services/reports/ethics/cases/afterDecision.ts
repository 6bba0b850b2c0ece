import { bodyName, type BodyNames } from '../../../../../shared/domain/ethics/appealRoute.ts';
import { isSanction, sanctionEnd } from '../../../../../shared/domain/ethics/sanctions.ts';
import type { Report } from '../../report.ts';
import { defineCasePaper, documentNumber, personName, toWrite, type CaseData } from './caseData.ts';
import type { DecidingBody } from '../../../../../shared/domain/ethics/words.ts';
import { body, line, sealed, sections } from '../../../../documents/officeBlocks.ts';
import { dayOrOpen, withoutStop } from '../../../../documents/officeText.ts';

/** 复核决定书 of the body that decided, 申诉决定书 of the one above it (《事业单位工作人员申诉规定》). */
export const caseReview = decisionAbout({
  name: 'caseReview',
  label: '复核决定书',
  asking: '申请复核',
  answer: '复核决定',
  unitOf: bodyName,
  daysOf: ({ fact }) => [fact.reviewAskedOn, fact.reviewDecidedOn],
  resultOf: ({ fact }) => fact.reviewResult,
  closing: ({ bodies, fact, parameters, today }) =>
    `如对本复核决定不服，可以自接到本决定之日起${parameters.number('appealAskDays', fact.reviewDecidedOn ?? today)}日内，向${bodyAbove(fact.decidedBy ?? '学校', bodies)}提出申诉。申诉期间不停止原决定的执行。`,
});
export const caseAppeal = decisionAbout({
  name: 'caseAppeal',
  label: '申诉决定书',
  asking: '提出申诉',
  answer: '申诉处理决定',
  unitOf: bodyAbove,
  daysOf: ({ fact }) => [fact.appealAskedOn, fact.appealDecidedOn],
  resultOf: ({ fact }) => fact.appealResult,
  closing: () => '',
});

/** 延长处分期决定: while the sanction runs, when there is reason for a longer one. */
export const caseExtension = defineCasePaper({
  name: 'caseExtension',
  label: '延长处分期决定书',
  locked: false,
  compose: (data) => {
    const { fact, values, parameters, bodies } = data;
    const unit = bodyName(fact.decidedBy ?? '学校', bodies);
    const before = sanctionEnd({ ...fact, periodExtendedOn: null, extendedTo: null }, parameters) ?? null;
    return {
      document: {
        title: [unit, `关于延长${personName(data)}${fact.handling ?? ''}处分期的决定`],
        style: 'letter',
        blocks: [
          documentNumber(null, fact.periodExtendedOn, data.today),
          line(`${personName(data)}：`),
          ...body(
            `${dayOrOpen(fact.decidedOn)}，${unit}${values.decisionNumber === null ? '' : `以${values.decisionNumber}文`}决定给予你${fact.handling ?? ''}处分，处分期自${dayOrOpen(fact.effectFrom)}起至${dayOrOpen(before)}止。`,
            `处分期间，你存在以下情形：${values.conduct === null ? toWrite : withoutStop(values.conduct)}。`,
            `经研究，决定将你的处分期延长至${dayOrOpen(fact.extendedTo)}。`,
            `如对本决定不服，可以自知道或者应当知道本决定之日起${parameters.number('reviewAskDays', fact.periodExtendedOn ?? data.today)}日内，向${unit}申请复核。`,
          ),
          sealed(unit, fact.periodExtendedOn),
        ],
      },
      problems: [
        !isSanction(fact.handling) && '这件没有给予处分，没有处分期可以延长。',
        fact.extendedTo === null && '还没有办理“延长处分期”，延长到哪一天空着。',
        values.conduct === null && '还没有填写处分期间的表现。',
      ],
    };
  },
});

interface SecondDecision {
  readonly name: string;
  readonly label: string;
  readonly asking: '申请复核' | '提出申诉';
  readonly answer: '复核决定' | '申诉处理决定';
  readonly unitOf: (decidedBy: DecidingBody, bodies: BodyNames) => string;
  /** When it was asked for and when decided. */
  readonly daysOf: (data: CaseData) => readonly [string | null, string | null];
  readonly resultOf: (data: CaseData) => string | null;
  /** What may be done against it; empty = nothing. */
  readonly closing: (data: CaseData) => string;
}

/** A decision about a decision: what it was about, what was asked, found and decided. */
function decisionAbout(spec: SecondDecision): Report {
  return defineCasePaper({
    name: spec.name,
    label: spec.label,
    locked: false,
    compose: (data) => {
      const { fact, values, bodies } = data;
      const decidedBy = fact.decidedBy ?? '学校';
      const unit = spec.unitOf(decidedBy, bodies);
      const [askedOn, decidedOn] = spec.daysOf(data);
      const result = spec.resultOf(data);
      const first = bodyName(decidedBy, bodies);
      return {
        document: {
          title: [unit, spec.label],
          style: 'letter',
          pageNumbers: true,
          blocks: [
            documentNumber(null, decidedOn, data.today),
            line(`${personName(data)}：`),
            ...body(
              `你对${first}${dayOrOpen(fact.decidedOn)}作出的处理决定${values.decisionNumber === null ? '' : `（${values.decisionNumber}）`}不服，于${dayOrOpen(askedOn)}${spec.asking}。现已审查终结。`,
            ),
            ...sections([
              ['请求和理由', toWrite],
              [
                '原决定的内容',
                `给予你${fact.handling ?? toWrite}${isSanction(fact.handling) ? '处分' : ''}。`,
              ],
              ['审查认定的事实和依据', toWrite],
              [
                spec.answer,
                result === null
                  ? '（待填写：维持、变更或者撤销原处理决定）'
                  : `${result}原处理决定。${result === '变更' ? `变更为：${toWrite}` : ''}`,
              ],
            ]),
            ...body(spec.closing(data)),
            sealed(unit, decidedOn),
          ],
        },
        problems: [
          !isSanction(fact.handling) && '这件没有给予处分，一般没有复核和申诉。',
          askedOn === null && `本人还没有${spec.asking}。`,
          '请求、理由和审查认定的内容还没有填写，请在 Word 里补上。',
        ],
      };
    },
  });
}

function bodyAbove(decidedBy: DecidingBody, bodies: BodyNames): string {
  return decidedBy === '学校' ? bodies.bureau : bodies.higher;
}
