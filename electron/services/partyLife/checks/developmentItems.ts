import type { UpcomingItem } from '../../../../shared/contract/checks.ts';
import { openSteps } from '../../../../shared/domain/membership/developmentState.ts';
import { developmentStep } from '../../../../shared/domain/membership/developmentSteps.ts';
import { stepStanding, stepTimes } from '../../../../shared/domain/membership/developmentTimes.ts';
import { inspectionReminder } from '../../../../shared/domain/membership/developmentWords.ts';
import type { Check } from '../../checks/check.ts';
import { developmentFacts } from './developmentFacts.ts';

/** Steps and half-yearly 考察 of people on the way that are due soon or late. */
export function developmentItems(check: Check): UpcomingItem[] {
  return developmentFacts(check).persons.flatMap((person): UpcomingItem[] => {
    const item = (dueOn: string, what: string, state: UpcomingItem['state']): UpcomingItem => ({
      dueOn,
      label: `${person.name}：${what}`,
      state,
      area: 'partyLife',
      remedy: { kind: 'open', ledger: 'memberDevelopment', id: person.id },
    });
    const steps = openSteps(person).flatMap((number) => {
      const standing = stepStanding(person, number, check);
      const { due } = stepTimes(person, number, check);
      if (due === null || (standing !== 'dueSoon' && standing !== 'overdue')) return [];
      return [item(due.on, `发展党员第 ${number} 步 ${developmentStep(number).name}`, standing)];
    });
    const inspection = inspectionReminder(person, check);
    if (inspection === null || inspection.standing === 'open') return steps;
    return [...steps, item(inspection.dueOn, '半年考察', inspection.standing)];
  });
}
