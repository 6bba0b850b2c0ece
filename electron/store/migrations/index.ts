import type { Migration } from '../schema/migrator.ts';
import { migration as step0001 } from './0001-system.ts';
import { migration as step0002 } from './0002-ledgers.ts';
import { migration as step0003 } from './0003-partyLife.ts';
import { migration as step0004 } from './0004-memberDevelopment.ts';
import { migration as step0005 } from './0005-ethicsDepth.ts';
import { migration as step0006 } from './0006-afterSchoolRoster.ts';
import { migration as step0007 } from './0007-serviceDays.ts';
import { migration as step0008 } from './0008-campaignSteps.ts';
import { migration as step0009 } from './0009-ethicsCampaigns.ts';
import { migration as step0010 } from './0010-signUp.ts';
import { migration as step0011 } from './0011-appraisalMarks.ts';
import { migration as step0012 } from './0012-appraisalRound.ts';
import { migration as step0013 } from './0013-ethicsCases.ts';
import { migration as step0014 } from './0014-platformDay.ts';
import { migration as step0015 } from './0015-keptSums.ts';
import { migration as step0016 } from './0016-handoverReceivers.ts';

/** Every step from the empty file to the present one, in order. */
export const migrations: readonly Migration[] = [
  step0001,
  step0002,
  step0003,
  step0004,
  step0005,
  step0006,
  step0007,
  step0008,
  step0009,
  step0010,
  step0011,
  step0012,
  step0013,
  step0014,
  step0015,
  step0016,
];
