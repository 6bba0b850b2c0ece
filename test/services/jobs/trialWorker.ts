import { serveJobs } from '../../../electron/jobs/serveJobs.ts';
import { trialJobs } from './trialJobs.ts';

await serveJobs(trialJobs);
