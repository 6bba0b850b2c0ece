import type { DateRange } from '../../../kernel/periods.ts';
import type { PlainDate } from '../../../kernel/plainDate.ts';
import type { DevelopmentFacts, DevelopmentPerson } from '../../membership/developmentFacts.ts';
import { stepOn } from '../../membership/developmentState.ts';
import type { FindingDraft, Rule, Severity } from '../rule.ts';

export type DevelopmentRule = Rule<DevelopmentFacts>;

export const developmentBasis = '《中国共产党发展党员工作细则》';

export interface PersonProblem {
  /** Without the name, which is put before it. */
  readonly sentence: string;
  readonly severity?: Severity;
  readonly window?: DateRange;
  /** Tells several problems of one rule about one person apart. */
  readonly part?: string;
  /** A meeting that proves it. */
  readonly meetingId?: string | null;
}

/** A finding per problem, mended in the person's dossier. */
export function findInPersons(
  facts: DevelopmentFacts,
  judge: (person: DevelopmentPerson) => readonly PersonProblem[] | PersonProblem | undefined,
): readonly FindingDraft[] {
  return facts.persons.flatMap((person) =>
    [judge(person) ?? []].flat().map(({ sentence, severity, window, part, meetingId }) => ({
      sentence: `${person.name}：${sentence}`,
      ...(severity ? { severity } : {}),
      window: window ?? null,
      subjectId: part === undefined ? person.id : `${person.id}/${part}`,
      evidence: [
        { ledger: 'memberDevelopment', id: person.id },
        ...(meetingId ? [{ ledger: 'partyMeeting', id: meetingId }] : []),
      ],
      remedy: { kind: 'open' as const, ledger: 'memberDevelopment', id: person.id },
    })),
  );
}

/** The day a step was taken or, while the person is still on the way, today: whichever a deadline is held against. */
export function takenOrToday(person: DevelopmentPerson, number: number, today: PlainDate): PlainDate | null {
  return stepOn(person, number) ?? (person.endedOn === null ? today : null);
}

/** Whether a step was taken at another place, whose meetings and members are not recorded here. */
export function wasElsewhere({ transferredInOn }: DevelopmentPerson, on: PlainDate): boolean {
  return transferredInOn !== null && on < transferredInOn;
}
