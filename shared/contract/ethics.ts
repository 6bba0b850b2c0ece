import { z } from 'zod';
import { caseEvents } from '../domain/ethics/caseEvents.ts';
import type { CaseEvent } from '../domain/ethics/caseEvents.ts';
import { casePaperKinds, type CasePaper } from '../domain/ethics/casePapers.ts';
import type { CaseState } from '../domain/ethics/caseLifeCycle.ts';
import type { StepValues } from '../domain/ethics/caseStep.ts';
import type { GateAnswer } from '../domain/ethics/gate.ts';
import { gatePurposes } from '../domain/ethics/gatePurposes.ts';
import { call, inArea } from './call.ts';
import type { AccessLine } from './upkeep.ts';
import {
  conclusions,
  decidingBodies,
  deliveryWays,
  handlings,
  reviewResults,
} from '../domain/ethics/words.ts';

/** A time limit of the law in a case. */
export interface CaseClockView {
  readonly step: string;
  /** `null` where the calendar of the year is not known. */
  readonly dueOn: string | null;
  readonly doneOn: string | null;
  /** done: in time · late: done too late · overdue: not done and past its day · expired: a right not used · running. */
  readonly state: 'done' | 'late' | 'overdue' | 'expired' | 'running';
}

/** A case as the board shows it: nothing of who complained. */
export interface CaseRow {
  readonly id: string;
  readonly number: string;
  readonly staffId: string;
  readonly staffName: string;
  readonly violation: string;
  readonly receivedOn: string;
  readonly state: CaseState;
  readonly urgent: boolean;
  readonly handling: string | null;
  /** The clock that runs out first. */
  readonly next: CaseClockView | null;
  /** Last day of a running sanction. */
  readonly sanctionEndsOn: string | null;
}

/** A step that can be tried now, and what it wants. */
export interface CaseStepView {
  readonly event: CaseEvent;
  readonly questions: readonly (keyof StepValues)[];
  /** Papers that must be put into the file first. */
  readonly missingPapers: readonly string[];
}

/** A paper of the file: when it is needed, whether it is there, and the report that fills it. */
export interface CasePaperView extends CasePaper {
  /** Days and places of the sheets that are filed; scans have neither. */
  readonly sheets: readonly { readonly on: string | null; readonly place: string | null }[];
  readonly scans: number;
  readonly report: { readonly name: string; readonly label: string; readonly locked: boolean } | null;
}

/** A case with what the account may see of it. */
export interface CaseView extends CaseRow {
  readonly named: boolean;
  readonly conclusion: string | null;
  readonly decidedBy: string | null;
  readonly effectFrom: string | null;
  readonly disqualifiedUntil: string | null;
  readonly channel: string;
  readonly summary: string;
  readonly rejectionReason: string | null;
  /** Who works on it: these people and the head see what is locked. */
  readonly investigators: readonly string[];
  /** Whether the account sees complainant, evidence and statements, and may print the papers that hold them. */
  readonly seesLocked: boolean;
  /** Who looked at what is locked, the last first; `null` for accounts that may not read the access log. */
  readonly looks: readonly AccessLine[] | null;
  readonly papers: readonly CasePaperView[];
  readonly clocks: readonly CaseClockView[];
  readonly timeline: readonly {
    readonly on: string;
    readonly event: string;
    readonly by: string | null;
    readonly note: string | null;
  }[];
  readonly steps: readonly CaseStepView[];
  readonly handlings: readonly string[];
}

/** Somebody of the staff, offered among people of one name. */
export interface PersonChoice {
  readonly id: string;
  readonly name: string;
  /** What tells people of one name apart: 工号, 任教学科. */
  readonly hint: string;
}

/** What the gate says about one name. */
export interface GateRow {
  /** As typed or read from the sheet. */
  readonly typed: string;
  /** `null`: nobody of that name, or several, of whom one is to be chosen. */
  readonly person: PersonChoice | null;
  readonly choices: readonly PersonChoice[];
  /** `null` while nobody is chosen. */
  readonly answer: GateAnswer | null;
}

/** The gate's answers for a list of names, as on a day. */
export interface GateResult {
  readonly purpose: (typeof gatePurposes)[number];
  readonly on: string;
  readonly rows: readonly GateRow[];
}

/** One line of the person's file: a record of one ledger. */
export interface PersonFileEntry {
  readonly ledger: string;
  readonly id: string;
  readonly on: string | null;
  readonly period: string | null;
  readonly label: string;
  readonly detail: string;
}

/** One part of a person's ethics file. */
export interface PersonFileSection {
  readonly title: string;
  readonly entries: readonly PersonFileEntry[];
}

/** What the school keeps about the ethics of one person. */
export interface PersonFile {
  readonly staffId: string;
  readonly name: string;
  /** Label and value, in the order of the cover page. */
  readonly basics: readonly (readonly [string, string])[];
  readonly sections: readonly PersonFileSection[];
  /** Sanctions that run on the day asked for. */
  readonly running: readonly {
    readonly caseId: string;
    readonly sentence: string;
    readonly until: string | null;
  }[];
  /** What is not there, one sentence each. */
  readonly missing: readonly {
    readonly sentence: string;
    readonly ledger: string;
    readonly period: string | null;
  }[];
}

const day = z.iso.date();

const stepValues = z
  .object({
    policeInformed: z.boolean(),
    conclusion: z.enum(conclusions),
    handling: z.enum(handlings),
    hearingAsked: z.boolean(),
    decidedBy: z.enum(decidingBodies),
    effectFrom: day,
    disqualifiedUntil: day,
    appealRouteTold: z.boolean(),
    rejectionReason: z.string().trim().min(2, '请写明理由。').max(300),
    deliveredHow: z.enum(deliveryWays),
    result: z.enum(reviewResults),
    extendedTo: day,
  })
  .partial();

/** Names are typed by the clerk or come from a sheet; `staffId` tells which of several people is meant. */
const gateEntry = z.object({
  typed: z.string().trim().min(1).max(60),
  staffId: z.uuid().nullable().default(null),
});

/** Cases, the gate, and persons' files. */
export const ethicsCalls = {
  /** All cases, the open ones first. */
  'ethics.cases': call<readonly CaseRow[]>()(z.object({}), inArea('ethics', 'read')),
  'ethics.case': call<CaseView>()(z.object({ id: z.uuid() }), inArea('ethics', 'read')),
  /** Takes a step of the life cycle; refused with a sentence where state, papers, authority or days forbid it. */
  'ethics.takeStep': call<CaseView>()(
    z.object({
      id: z.uuid(),
      event: z.enum(caseEvents),
      on: day,
      values: stepValues,
      note: z.string().trim().max(300).nullable().default(null),
    }),
    inArea('ethics', 'write'),
  ),
  /** Notes that a paper lies in the file, with its day and the shelf it lies on. */
  'ethics.filePaper': call<CaseView>()(
    z.object({
      id: z.uuid(),
      kind: z.enum(casePaperKinds),
      madeOn: day,
      place: z.string().trim().max(60).nullable().default(null),
    }),
    inArea('ethics', 'write'),
  ),
  /** The number that the next complaint of a year gets: 2026-03. */
  'ethics.nextCaseNumber': call<string>()(
    z.object({ year: z.int().min(2000).max(2100) }),
    inArea('ethics', 'read'),
  ),
  /** 师德第一标准: whether ethics lets each of some people pass for a purpose, as on any day. Absent `on` = today. */
  'ethics.gate': call<GateResult>()(
    z.object({
      entries: z.array(gateEntry).min(1, '请先填写名单。').max(1000, '一次最多核对 1000 人。'),
      purpose: z.enum(gatePurposes),
      on: day.optional(),
    }),
    inArea('ethics', 'read'),
  ),
  /** Names read from the first sheet of a file that has a column 姓名; asks for the file unless `path` is given. */
  'ethics.gateNames': call<{ readonly fileName: string; readonly names: readonly string[] } | null>()(
    z.object({ jobId: z.uuid(), path: z.string().max(2000).optional() }),
    inArea('ethics', 'read'),
  ),
  /** Keeps a check as a record of the ledger 师德前置审核, from which its document is made; the record's id. */
  'ethics.keepGate': call<string>()(
    z.object({
      id: z.uuid(),
      title: z.string().trim().min(2, '请写名称。').max(100),
      staffIds: z.array(z.uuid()).min(1).max(1000),
      purpose: z.enum(gatePurposes),
      on: day,
    }),
    inArea('ethics', 'write'),
  ),
  /** Everything about one person's ethics over the years. */
  'ethics.personFile': call<PersonFile>()(z.object({ staffId: z.uuid() }), inArea('ethics', 'read')),
};
