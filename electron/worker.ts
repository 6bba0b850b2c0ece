import { serveJobs } from './jobs/serveJobs.ts';
import { jobs } from './services/jobs.ts';

serveJobs(jobs, async () => (await import('./services/behaviours.ts')).behaviours);
