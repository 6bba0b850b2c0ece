import { serviceCourse } from '../../shared/ledgers/afterSchool/serviceCourse.ts';
import { serviceEnrolment } from '../../shared/ledgers/afterSchool/serviceEnrolment.ts';
import { servicePayMonth } from '../../shared/ledgers/afterSchool/servicePayMonth.ts';
import { serviceSafetyRound } from '../../shared/ledgers/afterSchool/serviceSafetyRound.ts';
import { serviceSlot } from '../../shared/ledgers/afterSchool/serviceSlot.ts';
import { annualAssessment } from '../../shared/ledgers/ethics/annualAssessment.ts';
import { ethicsAppraisal } from '../../shared/ledgers/ethics/ethicsAppraisal.ts';
import { governanceMeeting } from '../../shared/ledgers/partyLife/governanceMeeting.ts';
import { partyFee } from '../../shared/ledgers/partyLife/partyFee.ts';
import { partyMeeting } from '../../shared/ledgers/partyLife/partyMeeting.ts';
import type { LedgerBehaviours } from '../store/handles.ts';
import { termDayProblems } from './afterSchool/checks/termDay.ts';
import { settledPayMonth, settledSlot } from './afterSchool/settledMonths.ts';
import { courseProblems, wishProblems } from './afterSchool/signUp/signUpChecks.ts';
import { nameSlot } from './afterSchool/slotName.ts';
import { totalAppraisal } from './ethics/appraisal/totalAppraisal.ts';
import { annualGradeProblems } from './ethics/checks/annualGrade.ts';
import { governanceClashes, meetingClashes } from './partyLife/checks/meetingClash.ts';
import { reckonFee } from './partyLife/reckonFee.ts';

/** What the areas add to their ledgers: given to the store when a school's file is opened, run by the engine. */
export const behaviours: LedgerBehaviours = {
  [partyMeeting.id]: { check: meetingClashes },
  [governanceMeeting.id]: { check: governanceClashes },
  [partyFee.id]: { complete: reckonFee },
  [ethicsAppraisal.id]: { complete: totalAppraisal },
  [annualAssessment.id]: { check: annualGradeProblems },
  [serviceCourse.id]: { check: courseProblems },
  [serviceEnrolment.id]: { check: wishProblems },
  [serviceSlot.id]: { complete: nameSlot, check: termDayProblems, settled: settledSlot },
  [serviceSafetyRound.id]: { check: termDayProblems },
  [servicePayMonth.id]: { settled: settledPayMonth },
};
