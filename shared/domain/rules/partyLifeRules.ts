import type { PartyLifeFacts } from '../partyLife/facts.ts';
import { attendanceRules } from './partyLife/attendance.ts';
import { branchStructureRules } from './partyLife/branchStructure.ts';
import { cadenceRules } from './partyLife/cadence.ts';
import { meetingTimeRules } from './partyLife/meetingTimes.ts';
import { memberReviewRules } from './partyLife/memberReviews.ts';
import { minutesRules } from './partyLife/minutes.ts';
import { votingRules } from './partyLife/voting.ts';
import { entryRules } from './partyLife/entries.ts';
import { feeRules } from './partyLife/fees.ts';
import { filingRules } from './partyLife/filings.ts';
import { followUpRules } from './partyLife/followUp.ts';
import { groupRules } from './partyLife/groups.ts';
import { partyDayRules } from './partyLife/partyDays.ts';
import { roleRules } from './partyLife/roles.ts';
import { studyRules } from './partyLife/study.ts';
import { talkRules } from './partyLife/talks.ts';
import { yearlyWorkRules } from './partyLife/yearlyWork.ts';
import type { Rule } from './rule.ts';

/** Party life, PTY-… of domain.md §10.1. */
export const partyLifeRules: readonly Rule<PartyLifeFacts>[] = [
  ...cadenceRules,
  ...partyDayRules,
  ...memberReviewRules,
  ...talkRules,
  ...yearlyWorkRules,
  ...votingRules,
  ...attendanceRules,
  ...roleRules,
  ...meetingTimeRules,
  ...entryRules,
  ...minutesRules,
  ...followUpRules,
  ...filingRules,
  ...branchStructureRules,
  ...groupRules,
  ...studyRules,
  ...feeRules,
];
