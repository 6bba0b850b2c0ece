import { appraisalForm } from './appraisalForm.ts';
import { appraisalSummary } from './appraisalSummary.ts';
import { attendanceSheet } from './attendanceSheet.ts';
import { ballotForms, reviewBallots } from './ballots.ts';
import { branchHandbook } from './handbook/branchHandbook.ts';
import { developmentContents } from './developmentContents.ts';
import { developmentLedger } from './developmentLedger.ts';
import { governanceMinutes } from './governanceMinutes.ts';
import { ethicsFile } from './ethicsFile.ts';
import { gateResult } from './gateResult.ts';
import { meetingMinutes } from './meetingMinutes.ts';
import { meetingNotice } from './meetingNotice.ts';
import { memberRoll } from './memberRoll.ts';
import { partyLifeStatistics } from './partyLifeStatistics.ts';
import { partyYearStatistics } from './partyYearStatistics.ts';
import { pledgeStatus } from './pledgeStatus.ts';
import type { Report } from './report.ts';
import { serviceHours } from './serviceHours.ts';
import { serviceStatistics } from './serviceStatistics.ts';
import { talkList } from './talkList.ts';
import { talkForm, talkRecord } from './talkRecord.ts';
import { roomRoster, teacherRoster, weeklyRoster } from './weeklyRoster.ts';
import { yearPlan } from './yearPlan.ts';

/** Every report of the program, in the order of the report page. Adding one = one import and one line here. */
export const reports: readonly Report[] = [
  meetingNotice,
  attendanceSheet,
  yearPlan,
  meetingMinutes,
  talkRecord,
  talkForm,
  talkList,
  ballotForms,
  reviewBallots,
  partyLifeStatistics,
  partyYearStatistics,
  branchHandbook,
  memberRoll,
  developmentLedger,
  developmentContents,
  governanceMinutes,
  appraisalForm,
  appraisalSummary,
  pledgeStatus,
  ethicsFile,
  gateResult,
  weeklyRoster,
  teacherRoster,
  roomRoster,
  serviceStatistics,
  serviceHours,
];

const byName = new Map(reports.map((report) => [report.name, report]));

export function findReport(name: string): Report | undefined {
  return byName.get(name);
}
