import type { FindingView } from '../../../shared/contract/checks.ts';
import type { SubmissionTask } from '../../../shared/contract/reports.ts';
import type { Evidence } from '../../../shared/domain/rules/rule.ts';
import {
  isPeriod,
  periodKindOf,
  periodOf,
  previousPeriod,
  type DateRange,
} from '../../../shared/kernel/periods.ts';
import { addDays, type PlainDate } from '../../../shared/kernel/plainDate.ts';
import { success, type Result } from '../../../shared/kernel/result.ts';
import { findLedger } from '../../../shared/ledgers/index.ts';
import type { ReadHandle } from '../../store/handles.ts';
import type { Store } from '../../store/store.ts';
import { periodsOf } from '../../store/records/records.ts';
import { areaChecks } from '../areaChecks.ts';
import { viewFindings } from '../checks/findings.ts';
import { standingsOn } from '../checks/standings.ts';
import { loadTerms } from '../school/schoolTerms.ts';
import { parametersInForce } from '../school/parametersInForce.ts';
import { rangeOf } from '../reports/reportPeriod.ts';
import { submissionTasks, type TaskDefinition } from './submissionTasks.ts';

/** How a task stands: when it is due and which grave findings speak against handing it in. */
async function standingOf(
  store: Store,
  task: TaskDefinition,
  period: string,
  today: PlainDate,
): Promise<Result<SubmissionTask>> {
  const h = store.read;
  const range = rangeOf(h, period);
  const days = parametersInForce(h).number(task.due.days, range.to);
  const dueOn = addDays(task.due.after === 'end' ? range.to : range.from, days);
  const found = await blockingFindings(store, task, range, today < dueOn ? today : addDays(dueOn, 1));
  if (!found.ok) return found;
  const blocking = found.value;
  return success({
    id: task.id,
    label: task.label,
    area: task.area,
    period,
    dueOn,
    ready: blocking.length === 0,
    blocking,
  });
}

/**
 * Open findings of severity error that fall into the period, by their window or by the records they concern. Failure `locked`
 * when the file was closed meanwhile.
 */
export async function blockingFindings(
  store: Store,
  task: TaskDefinition,
  range: DateRange,
  on: PlainDate,
): Promise<Result<readonly FindingView[]>> {
  const h = store.read;
  const asked = areaChecks.filter(({ area }) => area === task.area);
  const standings = await standingsOn(store, asked, { on });
  if (!standings.ok) return standings;
  const open = standings.value
    .flatMap(({ found }) => found)
    .filter(({ severity, override }) => severity === 'error' && override === null);
  const counts = countingFor(
    h,
    range,
    open.flatMap(({ window, evidence }) => (window ? [] : evidence)),
  );
  const blocking = open.filter(({ window, evidence }) =>
    window ? overlaps(window, range) : evidence.length === 0 || evidence.some(({ id }) => counts(id)),
  );
  return success(viewFindings(h, asked, blocking));
}

/** Whether one of these records counts for a time; one without a period always does. */
function countingFor(h: ReadHandle, range: DateRange, records: readonly Evidence[]): (id: string) => boolean {
  const periods = new Map<string, string | null>();
  for (const [ledger, own] of Map.groupBy(records, (record) => record.ledger)) {
    const definition = findLedger(ledger);
    const ids = own.map(({ id }) => id);
    if (definition) for (const [id, period] of periodsOf(h, definition, ids)) periods.set(id, period);
  }
  const overlapping = new Map(
    [...new Set(periods.values())].map((period) => [period, !period || overlaps(rangeOf(h, period), range)]),
  );
  return (id) => overlapping.get(periods.get(id) ?? null) ?? true;
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

/** Every task with its standing; an unknown period has none. Failure `locked` when the file was closed meanwhile. */
export async function listTasks(
  store: Store,
  wanted: string | undefined,
  today: PlainDate,
  mayRead: (task: TaskDefinition) => boolean,
): Promise<Result<readonly SubmissionTask[]>> {
  if (wanted !== undefined && periodKindOf(wanted) === undefined) return success([]);
  const tasks: SubmissionTask[] = [];
  for (const task of submissionTasks.filter(mayRead))
    for (const period of periodsFor(store.read, task, wanted, today)) {
      const standing = await standingOf(store, task, period, today);
      if (!standing.ok) return standing;
      tasks.push(standing.value);
    }
  return success(tasks);
}
