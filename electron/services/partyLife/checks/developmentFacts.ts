import { asOfDay } from '../../../../shared/domain/membership/developmentFacts.ts';
import type {
  DevelopmentFacts,
  DevelopmentPerson,
} from '../../../../shared/domain/membership/developmentFacts.ts';
import { developmentSteps, stepNumberOf } from '../../../../shared/domain/membership/developmentSteps.ts';
import { daysBetween, yearOf } from '../../../../shared/kernel/plainDate.ts';
import { memberDevelopment } from '../../../../shared/ledgers/partyLife/memberDevelopment.ts';
import { partyMeeting } from '../../../../shared/ledgers/partyLife/partyMeeting.ts';
import { perCheck } from '../../checks/check.ts';
import { allRecords, getRecords, type RecordIn } from '../../../store/records/records.ts';
import { partyLifeFacts } from './partyLifeFacts.ts';

const votedSteps = new Set(developmentSteps.flatMap(({ number, vote }) => (vote ? [number] : [])));

/** What the rules on developing members look at on a day; members and their histories are those of Party life. */
export const developmentFacts = perCheck((check): DevelopmentFacts => {
  const { read: h, on } = check;
  const party = partyLifeFacts(check, yearOf(on));
  const persons = allRecords(h, memberDevelopment)
    .map(developmentPerson)
    .map((person) => asOfDay(person, on));
  const meetings = persons.flatMap(({ steps }) =>
    steps.flatMap(({ number, meetingId }) =>
      meetingId !== null && votedSteps.has(number) ? [meetingId] : [],
    ),
  );
  return {
    persons,
    votes: getRecords(h, partyMeeting, [...new Set(meetings)])
      // Drafts are nobody's evidence.
      .filter(({ deletedAt, state }) => deletedAt === null && state !== 'draft')
      .flatMap(({ id, values }) => values.votes.map((vote) => ({ ...vote, meetingId: id }))),
    members: party.members,
    memberships: party.memberships,
    sanctions: party.sanctions,
    calendar: party.calendar,
  };
});

/** A dossier as the pure functions take it. */
export function developmentPerson({ id, values }: RecordIn<typeof memberDevelopment>): DevelopmentPerson {
  return {
    ...values,
    id,
    branchId: values.branch,
    steps: values.steps.flatMap((row) => {
      const number = stepNumberOf(row.step);
      return number === null
        ? []
        : {
            number,
            on: row.doneOn,
            papersReady: row.papersReady === true,
            meetingId: row.meeting,
          };
    }),
    inspections: values.inspections.map((row) => ({ on: row.inspectedOn, phase: row.phase })),
    trainings: values.trainings.map(({ from, to, days, hours }) => ({
      from,
      to,
      // Hours alone must not count as whole days too.
      days: days ?? (hours === null ? daysBetween(from, to) + 1 : 0),
      hours: hours ?? 0,
    })),
    contactIds: values.contacts,
    sponsorIds: values.sponsors,
    timeKept: values.timeKept === true,
    paperKinds: values.files.map(({ kind }) => kind),
  };
}
