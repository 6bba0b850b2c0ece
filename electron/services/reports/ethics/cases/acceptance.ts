import { violationWords } from '../../../../../shared/domain/ethics/violationBasis.ts';
import { body, line, sealed } from '../../../../documents/officeBlocks.ts';
import { orNothing, printedDate, withoutStop } from '../../../../documents/officeText.ts';
import { defineCasePaper, documentNumber, personName, type CaseData } from './caseData.ts';

/** 受理告知书 or 不予受理告知书; for an anonymous complaint the school's own decision of the same content. */
export const caseAcceptance = defineCasePaper({
  name: 'caseAcceptance',
  label: '受理决定',
  locked: true,
  compose: (data) => {
    const { fact, values, schoolName } = data;
    const kind = fact.accepted ? '受理' : '不予受理';
    return {
      document: {
        title: [schoolName, `师德师风投诉举报${kind}${fact.named ? '告知书' : '决定书'}`],
        style: 'letter',
        blocks: [
          documentNumber(null, fact.acceptedOn, data.today),
          ...(fact.named ? [line(`${values.complainant ?? '（举报人）'}：`)] : []),
          ...body(...(fact.accepted ? acceptedText(data) : rejectedText(data))),
          sealed(schoolName, fact.acceptedOn),
        ],
      },
      problems: [fact.acceptedOn === null && '还没有办理受理或不予受理，日期空着。'],
      people: fact.named ? 2 : 1,
    };
  },
});

function opening(data: CaseData): string {
  const { fact, values } = data;
  const who = fact.named ? '您反映的' : '匿名反映的';
  return `${printedDate(values.receivedOn)}收到的${who}${personName(data)}涉嫌“${violationWords(values.violation)}”一事（编号${values.number}）`;
}

function acceptedText(data: CaseData): string[] {
  const { parameters, values, fact } = data;
  const days = parameters.number('complaintInvestigateWorkdays', values.receivedOn);
  const answer = parameters.number('complaintAnswerWorkdays', values.receivedOn);
  return [
    `${opening(data)}，经审查，符合受理条件，决定予以受理。`,
    `学校将自受理之日起${days}个工作日内完成调查；情况复杂的，经批准可以延长，并告知延长的期限。`,
    fact.named
      ? `调查结论作出后${answer}个工作日内答复您。请您如实提供情况和证据，有新的线索请及时补充。学校依法为您保密。`
      : '调查核实情况依规存档。',
  ];
}

function rejectedText(data: CaseData): string[] {
  return [
    `${opening(data)}，经审查，决定不予受理。`,
    `不予受理的理由：${withoutStop(orNothing(data.fact.rejectionReason))}。`,
    data.fact.named
      ? `如有新的事实或者证据，可以再次向学校反映，也可以向${data.bodies.bureau}反映。`
      : '如有新的事实或者证据，再行受理。',
  ];
}
