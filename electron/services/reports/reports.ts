import { courseCatalogue } from './afterSchool/courseCatalogue.ts';
import { courseRoll, servicePupilRoll } from './afterSchool/pupilRolls.ts';
import { serviceAccountNotice } from './afterSchool/serviceAccountNotice.ts';
import { serviceFeeList } from './afterSchool/serviceFeeList.ts';
import { servicePlanPaper } from './afterSchool/servicePlanPaper.ts';
import { signUpForm } from './afterSchool/signUpForm.ts';
import { appraisalForm, appraisalForms } from './appraisalForm.ts';
import { appraisalNotice } from './appraisalNotice.ts';
import { appraisalResult } from './appraisalResult.ts';
import { appraisalSummary } from './appraisalSummary.ts';
import { attendanceSheet } from './attendanceSheet.ts';
import { ballotForms, reviewBallots } from './ballots.ts';
import { campaignPlan, campaignReport } from './campaignLetters.ts';
import { campaignOpinions, campaignProblems, campaignRectifications } from './campaignLists.ts';
import { branchHandbook } from './handbook/branchHandbook.ts';
import { caseReports } from './cases/casePaperReports.ts';
import { developmentContents } from './developmentContents.ts';
import { developmentLedger } from './developmentLedger.ts';
import { governanceMinutes } from './governanceMinutes.ts';
import { ethicsPlanSheet } from './ethicsPlanSheet.ts';
import { ethicsFile } from './ethicsFile.ts';
import { ethicsStatistics } from './ethicsStatistics.ts';
import { ethicsTalkRecord } from './ethicsTalkRecord.ts';
import { gateResult } from './gateResult.ts';
import { honourList, honourSuggestions } from './honourReports.ts';
import { meetingMinutes } from './meetingMinutes.ts';
import { meetingNotice } from './meetingNotice.ts';
import { memberRoll } from './memberRoll.ts';
import { partyLifeStatistics } from './partyLifeStatistics.ts';
import { partyYearStatistics } from './partyYearStatistics.ts';
import { paySheet } from './paySheet.ts';
import { pledgeStatus } from './pledgeStatus.ts';
import type { Report } from './report.ts';
import { rollCallForm, rollCallForms } from './rollCallForms.ts';
import { reviewForms, reviewSummary } from './reviewPapers.ts';
import { selfCheckResults } from './selfCheckResults.ts';
import { serviceHours } from './serviceHours.ts';
import { handoverRegister, rollCallRegister, safetyRegister } from './serviceRegisters.ts';
import { serviceStatistics } from './serviceStatistics.ts';
import { pledgeForms, pledgeFormsMissing, selfCheckForms, selfCheckFormsMissing } from './signForms.ts';
import { surveyForm, surveyResultReport } from './surveyReports.ts';
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
