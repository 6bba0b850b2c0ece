import type { CasePaperKind } from '../../../../../shared/domain/ethics/casePapers.ts';
import type { Report } from '../../report.ts';
import { caseAppeal, caseExtension, caseReview } from './afterDecision.ts';
import { caseAcceptance } from './acceptance.ts';
import { caseArchiveList } from './archive.ts';
import { caseDecision, caseHearingNotice, caseLifting, caseProposal } from './decision.ts';
import { caseDelivery } from './delivery.ts';
import { caseHearingRecord } from './hearing.ts';
import {
  caseDefence,
  caseInvestigationPlan,
  caseInvestigationReport,
  caseStatements,
} from './investigation.ts';
import { caseRegistration } from './registration.ts';

/** The papers of a case file that the program fills, by their kind. */
export const reportOfPaper: Readonly<Partial<Record<CasePaperKind, Report>>> = {
  登记表: caseRegistration,
  受理决定: caseAcceptance,
  调查方案: caseInvestigationPlan,
  调查笔录: caseStatements,
  调查报告: caseInvestigationReport,
  陈述笔录: caseDefence,
  处理建议: caseProposal,
  听证告知书: caseHearingNotice,
  听证笔录: caseHearingRecord,
  处理决定书: caseDecision,
  送达回证: caseDelivery,
  复核决定书: caseReview,
  申诉决定书: caseAppeal,
  延长决定书: caseExtension,
  解除决定: caseLifting,
  归档目录: caseArchiveList,
};

/** The same in the order of the file, for the catalogue of reports. */
export const caseReports: readonly Report[] = Object.values(reportOfPaper);
