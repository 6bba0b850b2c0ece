import { jobs } from './jobs.ts';
import { serveJobs } from './serveJobs.ts';

serveJobs(jobs);
