import type { JobLoaders } from '../jobs/job.ts';

/** Every job of the program. Add one line per job: `name: async () => (await import('…')).name`. */
export const jobs = {
  readWorkbook: async () => (await import('./imports/readWorkbookJob.ts')).readWorkbookJob,
  previewImport: async () => (await import('./imports/importJobs.ts')).previewImportJob,
  commitImport: async () => (await import('./imports/importJobs.ts')).commitImportJob,
  undoImport: async () => (await import('./imports/importJobs.ts')).undoImportJob,
  addAttachment: async () => (await import('./ledgers/addAttachmentJob.ts')).addAttachmentJob,
  exportLedger: async () => (await import('./exports/exportLedgerJob.ts')).exportLedgerJob,
  takeBackup: async () => (await import('./upkeep/takeBackup.ts')).takeBackup,
  examineHealth: async () => (await import('./upkeep/examineHealth.ts')).examineHealth,
  produceReport: async () => (await import('./reports/produceReportJob.ts')).produceReportJob,
  describeSubmission: async () =>
    (await import('./submissions/describeSubmissionJob.ts')).describeSubmissionJob,
  writeSubmission: async () => (await import('./submissions/writeSubmissionJob.ts')).writeSubmissionJob,
  solveRoster: async () => (await import('./afterSchool/roster/solveRosterJob.ts')).solveRosterJob,
  solveSignUp: async () => (await import('./afterSchool/signUp/solveSignUpJob.ts')).solveSignUpJob,
  acceptSignUp: async () => (await import('./afterSchool/signUp/acceptSignUpJob.ts')).acceptSignUpJob,
  writeScoreSheets: async () => (await import('./ethics/appraisal/sheetJobs.ts')).writeScoreSheetsJob,
  readScoreSheets: async () => (await import('./ethics/appraisal/sheetJobs.ts')).readScoreSheetsJob,
} satisfies JobLoaders;

export type Jobs = typeof jobs;
