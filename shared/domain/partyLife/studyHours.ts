import { addDays, addMonthsCN } from '../../kernel/plainDate.ts';
import type { PlainDate } from '../../kernel/plainDate.ts';
import { committeeOn, rollOn } from './roll.ts';
import type { Parameters } from '../parameters/index.ts';
import type { PartyLifeFacts } from './facts.ts';
import { countsFor } from './obligations.ts';

/** How a member stands with the year's hours of study (教管条例: 32 a year, 56 for secretaries and committee). */
export interface StudyAccount {
  readonly memberId: string;
  /** 书记 and committee members, by the posts of the day. */
  readonly leader: boolean;
  readonly hours: number;
  /** Hours due for the whole year; less for one who was on the roll for a part of it. */
  readonly target: number;
  /** What should have been reached on the day: the share of the full months behind, rounded down to half an hour. */
  readonly onPace: number;
  /** Times of 集中培训. */
  readonly trainings: number;
}

type StudyFacts = Pick<PartyLifeFacts, 'year' | 'memberships' | 'posts' | 'meetings' | 'studies'>;

/** The accounts of a branch's members on a day (of the year, or after it: then those of its last day). */
export function studyAccounts(
  facts: StudyFacts,
  branchId: string,
  parameters: Parameters,
  today: PlainDate,
): readonly StudyAccount[] {
  const lastDay = `${facts.year}-12-31`;
  const on = today < lastDay ? today : lastDay;
  const leaders = new Set(committeeOn(facts.posts, branchId, on));
  const credited = hoursByMember(facts, today);
  return rollOn(facts.memberships, branchId, on).map(({ memberId }) => {
    const leader = leaders.has(memberId);
    const yearly = parameters.number(leader ? 'studyHoursLeader' : 'studyHoursMember', on);
    const months = monthsOnRoll(facts, memberId, lastDay);
    const passed = monthsOnRoll(
      facts,
      memberId,
      on === lastDay ? lastDay : addDays(`${on.slice(0, 7)}-01`, -1),
    );
    return {
      memberId,
      leader,
      hours: credited.get(memberId)?.hours ?? 0,
      trainings: credited.get(memberId)?.trainings ?? 0,
      target: shareOf(yearly, months),
      onPace: shareOf(yearly, passed),
    };
  });
}

/** A record that credits a member with hours of the year. */
export interface StudyCredit {
  readonly memberId: string;
  readonly ledger: 'partyMeeting' | 'partyStudy';
  readonly id: string;
  readonly heldOn: PlainDate;
  readonly hours: number;
  readonly training: boolean;
}

/** Everybody's credits in the year: meetings they were at (or made up for), and study records. */
export function studyCredits(
  facts: Pick<StudyFacts, 'year' | 'meetings' | 'studies'>,
  today: PlainDate,
): readonly StudyCredit[] {
  const period = String(facts.year);
  return [
    ...facts.meetings.flatMap((meeting) =>
      meeting.studyHours === 0 || meeting.heldOn > today || !countsFor(meeting, period)
        ? []
        : meeting.attendance
            .filter(({ state, madeUpOn }) => state === '出席' || (madeUpOn !== null && madeUpOn <= today))
            .map(({ memberId }) => ({
              memberId,
              ledger: 'partyMeeting' as const,
              id: meeting.id,
              heldOn: meeting.heldOn,
              hours: meeting.studyHours,
              training: false,
            })),
    ),
    ...facts.studies.flatMap((study) =>
      study.heldOn > today || !countsFor(study, period)
        ? []
        : study.participants.map(({ memberId, hours }) => ({
            memberId,
            ledger: 'partyStudy' as const,
            id: study.id,
            heldOn: study.heldOn,
            hours,
            training: study.training,
          })),
    ),
  ];
}

function hoursByMember(
  facts: StudyFacts,
  today: PlainDate,
): ReadonlyMap<string, { readonly hours: number; readonly trainings: number }> {
  const credits = Map.groupBy(studyCredits(facts, today), ({ memberId }) => memberId);
  return new Map(
    [...credits].map(([memberId, own]) => [
      memberId,
      {
        hours: Math.round(own.reduce((sum, { hours }) => sum + hours, 0) * 10) / 10,
        trainings: own.filter(({ training }) => training).length,
      },
    ]),
  );
}

/** Months of the year, up to a day, through which the member was on some roll of the school. */
function monthsOnRoll(facts: StudyFacts, memberId: string, until: PlainDate): number {
  const own = facts.memberships.filter((membership) => membership.memberId === memberId);
  return Array.from({ length: 12 }, (_, index) => addMonthsCN(`${facts.year}-01-01`, index)).filter(
    (first) => {
      const last = addDays(addMonthsCN(first, 1), -1);
      const holds = (day: PlainDate): boolean =>
        own.some(({ from, to }) => from <= day && (to === null || day <= to));
      return last <= until && holds(first) && holds(last);
    },
  ).length;
}

function shareOf(yearly: number, months: number): number {
  return Math.floor((yearly * months) / 6) / 2;
}
