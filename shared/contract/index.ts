import type { z } from 'zod';
import type { Result } from '../kernel/result.ts';
import { afterSchoolCalls } from './afterSchool.ts';
import { appraisalCalls } from './appraisal.ts';
import { checkCalls } from './checks.ts';
import { ethicsCalls } from './ethics.ts';
import { ethicsCampaignCalls } from './ethicsCampaign.ts';
import { fileCalls } from './files.ts';
import { ledgerCalls } from './ledgers.ts';
import { partyFollowUpCalls } from './partyFollowUp.ts';
import { partyLifeCalls } from './partyLife.ts';
import { partyCampaignCalls } from './partyCampaign.ts';
import { partyPlanCalls } from './partyPlan.ts';
import { reportCalls } from './reports.ts';
import { serviceDayCalls } from './serviceDay.ts';
import { servicePayCalls } from './servicePay.ts';
import { sessionCalls } from './session.ts';
import { signUpCalls } from './signUp.ts';
import { upkeepCalls } from './upkeep.ts';

/** Every call between renderer and main process; there is no other channel. */
export const contract = {
  ...sessionCalls,
  ...ledgerCalls,
  ...fileCalls,
  ...checkCalls,
  ...partyLifeCalls,
  ...partyCampaignCalls,
  ...partyPlanCalls,
  ...partyFollowUpCalls,
  ...ethicsCalls,
  ...ethicsCampaignCalls,
  ...appraisalCalls,
  ...reportCalls,
  ...upkeepCalls,
  ...afterSchoolCalls,
  ...serviceDayCalls,
  ...servicePayCalls,
  ...signUpCalls,
};

/** Every call by its channel. */
export type Contract = typeof contract;
/** The name of a call: `area.verb`. */
export type Channel = keyof Contract;
/** What a caller passes: defaults may be left out. */
export type InputOf<C extends Channel> = z.input<Contract[C]['input']>;
/** What a handler receives: validated, defaults filled in. */
export type ParsedInputOf<C extends Channel> = z.output<Contract[C]['input']>;
/** What a call answers when it succeeds. */
export type OutputOf<C extends Channel> =
  NonNullable<Contract[C]['output']> | NullIfAllowed<Contract[C]['output']>;
type NullIfAllowed<T> = null extends T ? null : never;
/** What a caller gets: the answer, or a failure with a sentence for the user. */
export type AnswerOf<C extends Channel> = Result<OutputOf<C>>;

/** What the main process tells the renderer without being asked. */
export type DesktopEvent =
  | {
      readonly type: 'job.progress';
      readonly jobId: string;
      readonly phrase: string;
      readonly done: number;
      /** 0 = unknown. */
      readonly total: number;
    }
  | { readonly type: 'session.changed' }
  /** The school's file was written the `written`th time since the program started: what was read before is out of date. */
  | { readonly type: 'store.changed'; readonly written: number };
