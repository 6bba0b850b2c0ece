import type { PartyLifeFacts } from '../partyLife/facts.ts';
import { attendanceRules } from './partyLife/attendance.ts';
import { branchStructureRules } from './partyLife/branchStructure.ts';
import { cadenceRules } from './partyLife/cadence.ts';
import { meetingTimeRules } from './partyLife/meetingTimes.ts';
import { memberReviewRules } from './partyLife/memberReviews.ts';
import { minutesRules } from './partyLife/minutes.ts';
import { votingRules } from './partyLife/voting.ts';
import type { Rule } from './rule.ts';

/** Party life, PTY-… of domain.md §10.1. */
export const partyLifeRules: readonly Rule<PartyLifeFacts>[] = [
  ...cadenceRules,
  ...memberReviewRules,
  ...votingRules,
  ...attendanceRules,
  ...meetingTimeRules,
  ...minutesRules,
  ...branchStructureRules,
];
