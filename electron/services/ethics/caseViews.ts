import type {
  CaseClockView,
  CasePaperView,
  CaseRow,
  CaseStepView,
  CaseView,
} from '../../../shared/contract/ethics.ts';
import { may } from '../../../shared/contract/rights.ts';
import type { AccountInfo } from '../../../shared/contract/session.ts';
import type { CaseEvent } from '../../../shared/domain/ethics/caseEvents.ts';
import { needsHearing } from '../../../shared/domain/ethics/caseAuthority.ts';
import { caseStateOf, eventsIn, isClosed } from '../../../shared/domain/ethics/caseLifeCycle.ts';
import { casePapersOf, papersMissingFor } from '../../../shared/domain/ethics/casePapers.ts';
import { stepQuestions } from '../../../shared/domain/ethics/caseStep.ts';
import { caseTimeline } from '../../../shared/domain/ethics/caseTimeline.ts';
import {
  appealClocks,
  complaintClocks,
  isLate,
  isRight,
} from '../../../shared/domain/ethics/complaintClock.ts';
import type { CaseClock } from '../../../shared/domain/ethics/complaintClock.ts';
import type { CaseFact } from '../../../shared/domain/ethics/facts.ts';
import { isUnderSanction, sanctionEnd } from '../../../shared/domain/ethics/sanctions.ts';
import { isUrgent } from '../../../shared/domain/ethics/urgency.ts';
import type { SchoolCalendar } from '../../../shared/kernel/calendar.ts';
import type { Parameters } from '../../../shared/domain/parameters/index.ts';
import { ethicsCase } from '../../../shared/ledgers/ethics/ethicsCase.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { accessOf } from '../../store/tables/accessLog.ts';
import { allRecords, titlesOf } from '../../store/records/records.ts';
import { reportOfPaper } from '../reports/ethics/cases/casePaperReports.ts';
import { maySeeLocked } from '../ledgers/lockedFields.ts';
import { caseFactOf, isTold, type CaseRecord } from './checks/caseFact.ts';

/** What is needed to look at cases as on a day. */
export interface CaseLook {
  readonly read: ReadHandle;
  readonly today: string;
  readonly calendar: SchoolCalendar;
  readonly parameters: Parameters;
}

/** Every case that can be told what it is about, the open ones first, each part by the day it came in. */
export function caseRows(look: CaseLook): readonly CaseRow[] {
  const records = allRecords(look.read, ethicsCase).filter(isTold);
  const names = titlesOf(
    look.read,
    records.map(({ values }) => values.staff),
  );
  return records
    .map((record) => rowOf(look, record, names[record.values.staff] ?? ''))
    .toSorted((a, b) => {
      const closed = Number(isClosed(a.state)) - Number(isClosed(b.state));
      return closed === 0 ? b.receivedOn.localeCompare(a.receivedOn) : closed;
    });
}

/** One case with its clocks, its timeline and the steps that can be taken now. */
export function viewCase(look: CaseLook, record: CaseRecord, account: AccountInfo): CaseView {
  const fact = caseFactOf(record);
  const state = caseStateOf(fact);
  const workers = [record.values.handler, ...record.values.investigators].filter((id) => id !== null);
  const names = titlesOf(look.read, [fact.staffId, ...workers]);
  const kept = record.values.events;
  const done = new Set<string>(caseTimeline(fact).map(({ event }) => event));
  return {
    ...rowOf(look, record, names[fact.staffId] ?? ''),
    named: fact.named,
    conclusion: fact.conclusion,
    decidedBy: fact.decidedBy,
    effectFrom: fact.effectFrom,
    disqualifiedUntil: fact.disqualifiedUntil,
    channel: record.values.channel,
    summary: record.values.summary,
    rejectionReason: fact.rejectionReason,
    investigators: [...new Set(workers)].map((id) => names[id] ?? ''),
    seesLocked: maySeeLocked(look.read, ethicsCase, record, account),
    looks: may(account.roles, 'seeAccessLog') ? accessOf(look.read, ethicsCase.id, record.id) : null,
    papers: papersOf(record, fact),
    clocks: clocksOf(look, fact).map((clock) => viewClock(clock, look.today)),
    timeline: caseTimeline(fact).map(({ on, event }) => {
      const row = kept.find((one) => one.on === on && one.event === event);
      return { on, event, by: row?.by ?? null, note: row?.note ?? null };
    }),
    // What was done already can be done again, but is not what comes next.
    steps: eventsIn(state)
      .filter((event) => isOffered(event, fact))
      .toSorted((a, b) => Number(done.has(a)) - Number(done.has(b)))
      .map((event): CaseStepView => ({
        event,
        questions: stepQuestions[event],
        missingPapers: papersMissingFor(event, fact),
      })),
    handlings: ethicsCase.fields.handling.options.map(({ value }) => value),
  };
}

function papersOf({ values }: CaseRecord, fact: CaseFact): readonly CasePaperView[] {
  return casePapersOf(fact).map((paper) => {
    const report = reportOfPaper[paper.kind];
    return {
      ...paper,
      sheets: values.papers
        .filter(({ kind }) => kind === paper.kind)
        .map(({ madeOn, place }) => ({ on: madeOn, place })),
      scans: values.files.filter(({ kind }) => kind === paper.kind).length,
      report: report ? { name: report.name, label: report.label, locked: report.locked === true } : null,
    };
  });
}

/** Steps that are done, or that this case never needs, are left out of the choice. */
function isOffered(event: CaseEvent, fact: CaseFact): boolean {
  switch (event) {
    case '紧急上报':
      return isUrgent(fact) && fact.urgentReportedOn === null;
    case '延长调查':
      return fact.extendedOn === null;
    case '答复举报人':
      return fact.named && fact.answeredOn === null;
    case '告知听证权利':
    case '举行听证':
      return fact.handling === null || needsHearing(fact.handling);
    case '通报党组织':
      return fact.partyInformedOn === null;
    case '申请复核':
      return fact.reviewAskedOn === null;
    case '提出申诉':
      return fact.reviewDecidedOn !== null && fact.appealAskedOn === null;
    case '申诉延期':
      return fact.appealExtendedOn === null;
    default:
      return true;
  }
}

function rowOf(look: CaseLook, record: CaseRecord, staffName: string): CaseRow {
  const fact = caseFactOf(record);
  const next = clocksOf(look, fact)
    .filter(({ step, doneOn }) => doneOn === null && !isRight(step))
    .toSorted((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'))[0];
  return {
    id: record.id,
    number: fact.number,
    staffId: fact.staffId,
    staffName,
    violation: fact.violation,
    receivedOn: fact.receivedOn,
    state: caseStateOf(fact),
    urgent: isUrgent(fact),
    handling: fact.handling,
    next: next === undefined ? null : viewClock(next, look.today),
    sanctionEndsOn: isUnderSanction(fact, look.today, look.parameters)
      ? (sanctionEnd(fact, look.parameters) ?? null)
      : null,
  };
}

function clocksOf({ calendar, parameters }: CaseLook, fact: CaseFact): readonly CaseClock[] {
  return [...complaintClocks(fact, calendar, parameters), ...appealClocks(fact, calendar, parameters)];
}

function viewClock(clock: CaseClock, today: string): CaseClockView {
  const { step, dueOn, doneOn } = clock;
  const late = isLate(clock, today);
  return { step, dueOn: dueOn ?? null, doneOn, state: stateOf() };

  function stateOf(): CaseClockView['state'] {
    if (doneOn !== null) return late ? 'late' : 'done';
    if (!late) return 'running';
    return isRight(step) ? 'expired' : 'overdue';
  }
}
