import { serveJobs } from '../../../electron/jobs/serveJobs.ts';
import { trialJobs } from './trialJobs.ts';

serveJobs(trialJobs, () => Promise.resolve({}));
