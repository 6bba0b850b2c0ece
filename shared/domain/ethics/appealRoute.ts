import type { PlainDate } from '../../kernel/plainDate.ts';
import type { Parameters } from '../parameters/index.ts';
import type { DecidingBody } from './words.ts';

/** The names under which the bodies of a case sign and are addressed. */
export interface BodyNames {
  readonly school: string;
  readonly bureau: string;
  readonly higher: string;
}

/** The bodies' names by the parameters of a day. */
export function bodyNames(school: string, on: PlainDate, parameters: Parameters): BodyNames {
  return {
    school,
    bureau: parameters.text('educationBureau', on),
    higher: parameters.text('higherEducationBureau', on),
  };
}

/** Who signs what a body decides. */
export function bodyName(body: DecidingBody, names: BodyNames): string {
  if (body === '学校') return names.school;
  return body === '县教育局' ? names.bureau : names.higher;
}

/**
 * The way of appeal that a written decision must name (教师〔2018〕18号; 《事业单位工作人员申诉规定》): review by the body that
 * decided, then appeal to the body above it, with the day counts in force on the day of the decision.
 */
export function appealRoute(
  decidedBy: DecidingBody,
  on: PlainDate,
  names: BodyNames,
  parameters: Parameters,
): string {
  const above =
    decidedBy === '学校' ? names.bureau : decidedBy === '县教育局' ? names.higher : '其上一级主管部门';
  const days = (id: 'reviewAskDays' | 'appealAskDays'): number => parameters.number(id, on);
  return (
    `如对本决定不服，可以自知道或者应当知道本决定之日起${days('reviewAskDays')}日内，向${bodyName(decidedBy, names)}` +
    `申请复核；对复核决定不服的，可以自接到复核决定之日起${days('appealAskDays')}日内，向${above}提出申诉。` +
    '复核、申诉期间不停止本决定的执行，不因申请复核或者提出申诉加重处理。'
  );
}
