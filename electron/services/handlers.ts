import type { Handlers } from '../ipc/handlers.ts';
import { accountsHandlers, sessionHandlers, type AccountsOptions } from './accounts/accountsHandlers.ts';
import { afterSchoolHandlers } from './afterSchool/afterSchoolHandlers.ts';
import { serviceDayHandlers } from './afterSchool/day/serviceDayHandlers.ts';
import { servicePayHandlers } from './afterSchool/pay/servicePayHandlers.ts';
import type { App } from './app.ts';
import { signUpHandlers } from './afterSchool/signUp/signUpHandlers.ts';
import { areaChecks } from './areaChecks.ts';
import { checkHandlers } from './checks/checkHandlers.ts';
import { ethicsCampaignHandlers } from './ethics/campaignHandlers.ts';
import { appraisalHandlers } from './ethics/appraisal/appraisalHandlers.ts';
import { ethicsHandlers } from './ethics/ethicsHandlers.ts';
import { exportHandlers } from './exports/exportHandlers.ts';
import { importHandlers } from './imports/importHandlers.ts';
import { ledgerHandlers } from './ledgers/ledgerHandlers.ts';
import { campaignHandlers } from './partyLife/campaignHandlers.ts';
import { developmentHandlers } from './partyLife/developmentHandlers.ts';
import { followUpHandlers } from './partyLife/followUpHandlers.ts';
import { memberHandlers } from './partyLife/memberHandlers.ts';
import { planHandlers } from './partyLife/planHandlers.ts';
import { reportHandlers } from './reports/reportHandlers.ts';
import { submissionHandlers } from './submissions/submissionHandlers.ts';
import { upkeepHandlers, type UpkeepOptions } from './upkeep/upkeepHandlers.ts';

/** All areas' handlers together. */
export function createHandlers(app: App, options: AccountsOptions & UpkeepOptions): Handlers {
  return {
    ...sessionHandlers(app, options),
    ...accountsHandlers(app, options),
    ...ledgerHandlers(app),
    ...checkHandlers(app, areaChecks),
    ...ethicsHandlers(app),
    ...ethicsCampaignHandlers(app),
    ...appraisalHandlers(app),
    ...importHandlers(app),
    ...exportHandlers(app),
    ...campaignHandlers(app),
    ...developmentHandlers(app),
    ...followUpHandlers(app),
    ...memberHandlers(app),
    ...planHandlers(app),
    ...reportHandlers(app),
    ...submissionHandlers(app),
    ...afterSchoolHandlers(app),
    ...serviceDayHandlers(),
    ...servicePayHandlers(app),
    ...signUpHandlers(app),
    ...upkeepHandlers(app, options),
  };
}
