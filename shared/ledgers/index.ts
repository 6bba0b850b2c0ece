import type { AnyLedger } from '../ledger/definition.ts';
import { serviceAccount } from './afterSchool/serviceAccount.ts';
import { serviceAttendance } from './afterSchool/serviceAttendance.ts';
import { serviceBusyTime } from './afterSchool/serviceBusyTime.ts';
import { serviceCourse } from './afterSchool/serviceCourse.ts';
import { serviceEnrolment } from './afterSchool/serviceEnrolment.ts';
import { serviceHandover } from './afterSchool/serviceHandover.ts';
import { serviceIncident } from './afterSchool/serviceIncident.ts';
import { servicePayMonth } from './afterSchool/servicePayMonth.ts';
import { serviceFeeStandard } from './afterSchool/serviceFeeStandard.ts';
import { servicePlan } from './afterSchool/servicePlan.ts';
import { serviceRate } from './afterSchool/serviceRate.ts';
import { serviceSafetyRound } from './afterSchool/serviceSafetyRound.ts';
import { serviceSlot } from './afterSchool/serviceSlot.ts';
import { serviceTeacher } from './afterSchool/serviceTeacher.ts';
import { classPlacement } from './base/classPlacement.ts';
import { externalPerson } from './base/externalPerson.ts';
import { guardianConsent } from './base/guardianConsent.ts';
import { photoRelease } from './base/photoRelease.ts';
import { privacyRequest } from './base/privacyRequest.ts';
import { privacyReview } from './base/privacyReview.ts';
import { pupil } from './base/pupil.ts';
import { school } from './base/school.ts';
import { schoolClass } from './base/schoolClass.ts';
import { staff } from './base/staff.ts';
import { staffPost } from './base/staffPost.ts';
import { term } from './base/term.ts';
import { annualAssessment } from './ethics/annualAssessment.ts';
import { appraisalRound } from './ethics/appraisalRound.ts';
import { entryCheck } from './ethics/entryCheck.ts';
import { ethicsActivity } from './ethics/ethicsActivity.ts';
import { ethicsAppraisal } from './ethics/ethicsAppraisal.ts';
import { ethicsAward } from './ethics/ethicsAward.ts';
import { ethicsCase } from './ethics/ethicsCase.ts';
import { ethicsClause } from './ethics/ethicsClause.ts';
import { ethicsExcuse } from './ethics/ethicsExcuse.ts';
import { ethicsPlanItem } from './ethics/ethicsPlanItem.ts';
import { ethicsPledge } from './ethics/ethicsPledge.ts';
import { ethicsSurvey } from './ethics/ethicsSurvey.ts';
import { ethicsTalk } from './ethics/ethicsTalk.ts';
import { gateCheck } from './ethics/gateCheck.ts';
import { healthCheck } from './ethics/healthCheck.ts';
import { staffSelection } from './ethics/staffSelection.ts';
import { tutoringSelfCheck } from './ethics/tutoringSelfCheck.ts';
import { branch } from './partyLife/branch.ts';
import { committeePost } from './partyLife/committeePost.ts';
import { partyBrand } from './partyLife/partyBrand.ts';
import { partyCampaign } from './partyLife/partyCampaign.ts';
import { governanceMeeting } from './partyLife/governanceMeeting.ts';
import { leadingGroupPost } from './partyLife/leadingGroupPost.ts';
import { memberDevelopment } from './partyLife/memberDevelopment.ts';
import { partyExemption } from './partyLife/partyExemption.ts';
import { partyFee } from './partyLife/partyFee.ts';
import { partyGroup } from './partyLife/partyGroup.ts';
import { partyMeeting } from './partyLife/partyMeeting.ts';
import { partyMember } from './partyLife/partyMember.ts';
import { partyMembership } from './partyLife/partyMembership.ts';
import { partyPlanItem } from './partyLife/partyPlanItem.ts';
import { partyQuarterPlan } from './partyLife/partyQuarterPlan.ts';
import { partySanction } from './partyLife/partySanction.ts';
import { partyStudy } from './partyLife/partyStudy.ts';
import { partyTalk } from './partyLife/partyTalk.ts';

/** Every ledger of the program, in the order of the ledger page. Adding one = one import and one line here. */
export const ledgers: readonly AnyLedger[] = [
  school,
  term,
  staff,
  staffPost,
  schoolClass,
  pupil,
  classPlacement,
  externalPerson,
  guardianConsent,
  photoRelease,
  privacyReview,
  privacyRequest,
  branch,
  partyGroup,
  partyMember,
  partyMembership,
  committeePost,
  partySanction,
  partyMeeting,
  partyPlanItem,
  partyQuarterPlan,
  partyTalk,
  partyStudy,
  partyFee,
  partyCampaign,
  partyBrand,
  partyExemption,
  memberDevelopment,
  governanceMeeting,
  leadingGroupPost,
  ethicsPlanItem,
  ethicsActivity,
  ethicsPledge,
  ethicsClause,
  ethicsExcuse,
  ethicsSurvey,
  appraisalRound,
  ethicsAppraisal,
  ethicsCase,
  ethicsTalk,
  ethicsAward,
  annualAssessment,
  gateCheck,
  staffSelection,
  entryCheck,
  healthCheck,
  tutoringSelfCheck,
  servicePlan,
  serviceFeeStandard,
  serviceCourse,
  serviceEnrolment,
  serviceTeacher,
  serviceBusyTime,
  serviceSlot,
  serviceAttendance,
  serviceHandover,
  serviceSafetyRound,
  serviceIncident,
  serviceRate,
  servicePayMonth,
  serviceAccount,
];

const byId = new Map(ledgers.map((definition) => [definition.id, definition]));

export function findLedger(id: string): AnyLedger | undefined {
  return byId.get(id);
}
