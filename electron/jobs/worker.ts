import { jobs } from './jobs.ts';
import { serveJobs } from './serveJobs.ts';

await serveJobs(jobs);
