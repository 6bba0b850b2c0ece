import { courseCatalogue } from './afterSchool/courseCatalogue.ts';
import { courseRoll, servicePupilRoll } from './afterSchool/pupilRolls.ts';
import { serviceAccountNotice } from './afterSchool/serviceAccountNotice.ts';
import { serviceFeeList } from './afterSchool/serviceFeeList.ts';
import { servicePlanPaper } from './afterSchool/servicePlanPaper.ts';
import { signUpForm } from './afterSchool/signUpForm.ts';
import { appraisalForm, appraisalForms } from './ethics/appraisalForm.ts';
import { appraisalNotice } from './ethics/appraisalNotice.ts';
import { appraisalResult } from './ethics/appraisalResult.ts';
import { appraisalSummary } from './ethics/appraisalSummary.ts';
import { attendanceSheet } from './partyLife/attendanceSheet.ts';
import { ballotForms, reviewBallots } from './partyLife/ballots.ts';
import { campaignPlan, campaignReport } from './partyLife/campaignLetters.ts';
import { campaignOpinions, campaignProblems, campaignRectifications } from './partyLife/campaignLists.ts';
import { branchHandbook } from './partyLife/handbook/branchHandbook.ts';
import { caseReports } from './ethics/cases/casePaperReports.ts';
import { developmentContents } from './partyLife/developmentContents.ts';
import { developmentLedger } from './partyLife/developmentLedger.ts';
import { governanceMinutes } from './partyLife/governanceMinutes.ts';
import { ethicsPlanSheet } from './ethics/ethicsPlanSheet.ts';
import { ethicsFile } from './ethics/ethicsFile.ts';
import { ethicsStatistics } from './ethics/ethicsStatistics.ts';
import { ethicsTalkRecord } from './ethics/ethicsTalkRecord.ts';
import { gateResult } from './ethics/gateResult.ts';
import { honourList, honourSuggestions } from './ethics/honourReports.ts';
import { meetingMinutes } from './partyLife/meetingMinutes.ts';
import { meetingNotice } from './partyLife/meetingNotice.ts';
import { memberRoll } from './partyLife/memberRoll.ts';
import { partyLifeStatistics } from './partyLife/partyLifeStatistics.ts';
import { partyYearStatistics } from './partyLife/partyYearStatistics.ts';
import { paySheet } from './afterSchool/paySheet.ts';
import { pledgeStatus } from './ethics/pledgeStatus.ts';
import type { Report } from './report.ts';
import { rollCallForm, rollCallForms } from './afterSchool/rollCallForms.ts';
import { reviewForms, reviewSummary } from './partyLife/reviewPapers.ts';
import { selfCheckResults } from './ethics/selfCheckResults.ts';
import { serviceHours } from './afterSchool/serviceHours.ts';
import { handoverRegister, rollCallRegister, safetyRegister } from './afterSchool/serviceRegisters.ts';
import { serviceStatistics } from './afterSchool/serviceStatistics.ts';
import {
  pledgeForms,
  pledgeFormsMissing,
  selfCheckForms,
  selfCheckFormsMissing,
} from './ethics/signForms.ts';
import { surveyForm, surveyResultReport } from './ethics/surveyReports.ts';
import { talkList } from './partyLife/talkList.ts';
import { talkForm, talkRecord } from './partyLife/talkRecord.ts';
import { roomRoster, teacherRoster, weeklyRoster } from './afterSchool/weeklyRoster.ts';
import { yearPlan } from './partyLife/yearPlan.ts';

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
  campaignPlan,
  campaignOpinions,
  campaignProblems,
  campaignRectifications,
  reviewBallots,
  reviewSummary,
  reviewForms,
  campaignReport,
  partyLifeStatistics,
  partyYearStatistics,
  branchHandbook,
  memberRoll,
  developmentLedger,
  developmentContents,
  governanceMinutes,
  appraisalForm,
  appraisalForms,
  appraisalSummary,
  ethicsPlanSheet,
  pledgeForms,
  pledgeFormsMissing,
  appraisalNotice,
  appraisalResult,
  pledgeStatus,
  selfCheckForms,
  selfCheckFormsMissing,
  selfCheckResults,
  surveyForm,
  surveyResultReport,
  honourList,
  honourSuggestions,
  ethicsFile,
  gateResult,
  servicePlanPaper,
  courseCatalogue,
  signUpForm,
  servicePupilRoll,
  courseRoll,
  serviceFeeList,
  serviceAccountNotice,
  ethicsStatistics,
  ethicsTalkRecord,
  ...caseReports,
  weeklyRoster,
  teacherRoster,
  roomRoster,
  serviceStatistics,
  serviceHours,
  paySheet,
  rollCallForms,
  rollCallForm,
  rollCallRegister,
  handoverRegister,
  safetyRegister,
];

const byName = new Map(reports.map((report) => [report.name, report]));

export function findReport(name: string): Report | undefined {
  return byName.get(name);
}
