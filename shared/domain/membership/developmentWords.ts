import { addDays, daysBetween } from '../../kernel/plainDate.ts';
import type { DevelopmentPerson } from './developmentFacts.ts';
import { blockedBy } from './developmentState.ts';
import { stepWords } from './developmentSteps.ts';
import { nextInspection, stepStanding, stepTimes } from './developmentTimes.ts';
import type { StepStanding, TimeRules } from './developmentTimes.ts';

/** How a step stands, in words for a card: 最早 2027-03-01，还有 97 天. */
export function standingWords(person: DevelopmentPerson, number: number, rules: TimeRules): string {
  const { earliest, due } = stepTimes(person, number, rules);
  const today = rules.on;
  switch (stepStanding(person, number, rules)) {
    case 'done':
      return '已办理';
    case 'blocked': {
      const before = blockedBy(person, number);
      return before === null ? '不再办理' : `先办${stepWords(before)}`;
    }
    case 'tooEarly':
      return earliest ? `最早 ${earliest.on}，还有 ${daysBetween(today, earliest.on)} 天` : '还没到时间';
    case 'open':
      if (due) return `应在 ${due.on} 前`;
      return earliest ? `${earliest.on} 起可以办` : '现在就可以办';
    case 'dueSoon':
      return due ? `应在 ${due.on} 前，还有 ${daysBetween(today, due.on)} 天` : '快到期';
    case 'overdue':
      return due ? `应在 ${due.on} 前，已超过 ${daysBetween(due.on, today)} 天` : '已逾期';
  }
}

export interface InspectionReminder {
  readonly dueOn: string;
  readonly standing: Extract<StepStanding, 'open' | 'dueSoon' | 'overdue'>;
  readonly words: string;
}

/** The next half-yearly 考察; `null` where nobody waits for one. */
export function inspectionReminder(person: DevelopmentPerson, rules: TimeRules): InspectionReminder | null {
  const next = nextInspection(person);
  if (next === null) return null;
  const { dueOn, phase } = next;
  const left = daysBetween(rules.on, dueOn);
  const soon = rules.parameters.number('developmentDueSoonDays', rules.on);
  if (left < 0)
    return { dueOn, standing: 'overdue', words: `${phase}考察应在 ${dueOn} 前，已超过 ${-left} 天` };
  return {
    dueOn,
    standing: rules.on >= addDays(dueOn, -soon) ? 'dueSoon' : 'open',
    words: `${phase}考察 ${dueOn} 前，还有 ${left} 天`,
  };
}
