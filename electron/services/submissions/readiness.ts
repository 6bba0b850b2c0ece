import type { FindingView, RecordRef } from '../../../shared/contract/checks.ts';
import type { SubmissionTask } from '../../../shared/contract/reports.ts';
import {
  isPeriod,
  periodKindOf,
  periodOf,
  previousPeriod,
  type DateRange,
} from '../../../shared/kernel/periods.ts';
import { addDays, type PlainDate } from '../../../shared/kernel/plainDate.ts';
import { findLedger } from '../../../shared/ledgers/index.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { getRecord } from '../../store/records/records.ts';
import { areaChecks } from '../areaChecks.ts';
import { findingsOn } from '../checks/findings.ts';
import { loadTerms } from '../school/schoolTerms.ts';
import { parametersInForce } from '../school/parametersInForce.ts';
import { rangeOf } from '../reports/reportPeriod.ts';
import { submissionTasks, type TaskDefinition } from './submissionTasks.ts';

/** How a task stands: when it is due and which grave findings speak against handing it in. */
function standingOf(h: ReadHandle, task: TaskDefinition, period: string, today: PlainDate): SubmissionTask {
  const range = rangeOf(h, period);
  const days = parametersInForce(h).number(task.due.days, range.to);
  const dueOn = addDays(task.due.after === 'end' ? range.to : range.from, days);
  const blocking = blockingFindings(h, task, range, today < dueOn ? today : addDays(dueOn, 1));
  return {
    id: task.id,
    label: task.label,
    area: task.area,
    period,
    dueOn,
    reports: task.files.map((file) => file.report),
    ready: blocking.length === 0,
    blocking,
  };
}

/** Open findings of severity error that fall into the period, by their window or by the records they concern. */
export function blockingFindings(
  h: ReadHandle,
  task: TaskDefinition,
  range: DateRange,
  on: PlainDate,
): readonly FindingView[] {
  return findingsOn(areaChecks, h, { on, area: task.area }).filter(
    ({ severity, override, window, records }) =>
      severity === 'error' &&
      override === null &&
      (window === null
        ? records.length === 0 || records.some((record) => countsFor(h, record, range))
        : overlaps(window, range)),
  );
}

/** Whether a record counts for a time; one without a period always does. */
function countsFor(h: ReadHandle, { ledger, id }: RecordRef, range: DateRange): boolean {
  const definition = findLedger(ledger);
  const period = definition && getRecord(h, definition, id)?.period;
  return !period || overlaps(rangeOf(h, period), range);
}

function overlaps(one: DateRange, other: DateRange): boolean {
  return one.from <= other.to && other.from <= one.to;
}

/** The periods a task is about: the one asked for, or the last finished one and the one running today. */
function periodsFor(
  h: ReadHandle,
  task: TaskDefinition,
  wanted: string | undefined,
  today: PlainDate,
): readonly string[] {
  if (wanted !== undefined) return isPeriod(wanted, task.kinds) ? [wanted] : [];
  const terms = loadTerms(h).map(({ period, startsOn, endsOn }) => ({ period, from: startsOn, to: endsOn }));
  return task.kinds.flatMap((kind) => {
    const current = periodOf(kind, today, terms);
    return [previousPeriod(current), current];
  });
}

/** Every task with its standing; an unknown period has none. */
export function listTasks(
  h: ReadHandle,
  wanted: string | undefined,
  today: PlainDate,
  mayRead: (task: TaskDefinition) => boolean,
): readonly SubmissionTask[] {
  if (wanted !== undefined && periodKindOf(wanted) === undefined) return [];
  return submissionTasks
    .filter(mayRead)
    .flatMap((task) =>
      periodsFor(h, task, wanted, today).map((period) => standingOf(h, task, period, today)),
    );
}
