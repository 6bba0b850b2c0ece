import type { JobLoaders } from './job.ts';

/** Every job of the program. Add one line per job: `name: async () => (await import('…')).name`. */
export const jobs = {
  readWorkbook: async () => (await import('../services/imports/readWorkbookJob.ts')).readWorkbookJob,
  previewImport: async () => (await import('../services/imports/importJobs.ts')).previewImportJob,
  commitImport: async () => (await import('../services/imports/importJobs.ts')).commitImportJob,
  undoImport: async () => (await import('../services/imports/importJobs.ts')).undoImportJob,
  exportLedger: async () => (await import('../services/exports/exportLedgerJob.ts')).exportLedgerJob,
  takeBackup: async () => (await import('../services/upkeep/takeBackup.ts')).takeBackup,
  examineHealth: async () => (await import('../services/upkeep/examineHealth.ts')).examineHealth,
  produceReport: async () => (await import('../services/reports/produceReportJob.ts')).produceReportJob,
  describeSubmission: async () =>
    (await import('../services/submissions/describeSubmissionJob.ts')).describeSubmissionJob,
  writeSubmission: async () =>
    (await import('../services/submissions/writeSubmissionJob.ts')).writeSubmissionJob,
  solveRoster: async () => (await import('../services/afterSchool/roster/solveRosterJob.ts')).solveRosterJob,
  solveSignUp: async () => (await import('../services/afterSchool/signUp/solveSignUpJob.ts')).solveSignUpJob,
  acceptSignUp: async () =>
    (await import('../services/afterSchool/signUp/acceptSignUpJob.ts')).acceptSignUpJob,
  writeScoreSheets: async () =>
    (await import('../services/ethics/appraisal/sheetJobs.ts')).writeScoreSheetsJob,
  readScoreSheets: async () => (await import('../services/ethics/appraisal/sheetJobs.ts')).readScoreSheetsJob,
} satisfies JobLoaders;

export type Jobs = typeof jobs;
