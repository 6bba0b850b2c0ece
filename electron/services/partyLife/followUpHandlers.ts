import type { ParsedInputOf } from '../../../shared/contract/index.ts';
import type { partyFollowUpCalls } from '../../../shared/contract/partyFollowUp.ts';
import { failure, success, type FieldProblem, type Result } from '../../../shared/kernel/result.ts';
import type { AnyLedger, LedgerRecord, LooseValues } from '../../../shared/ledger/definition.ts';
import { rowsOf } from '../../../shared/ledger/schema.ts';
import { governanceMeeting } from '../../../shared/ledgers/partyLife/governanceMeeting.ts';
import { partyMeeting } from '../../../shared/ledgers/partyLife/partyMeeting.ts';
import type { HandlersOf } from '../../ipc/handlers.ts';
import { getRecord } from '../../store/records/records.ts';
import type { App } from '../app.ts';
import { createCheck } from '../checks/check.ts';
import { saveChanges } from '../ledgers/saveRecord.ts';
import { followUpBoard } from './followUpBoard.ts';

type Order = ParsedInputOf<'followUp.record'>;

/** All calls of `shared/contract/partyFollowUp.ts`. */
export function followUpHandlers(app: App): HandlersOf<keyof typeof partyFollowUpCalls> {
  return {
    'followUp.board': (choice, { store }) =>
      success(followUpBoard(store.read, createCheck(store.read, app.clock.today()), choice)),

    'followUp.record': (order, { change }) => {
      const definition: AnyLedger = order.ledger === 'partyMeeting' ? partyMeeting : governanceMeeting;
      const saved = change(null, (w, unit): Result<LedgerRecord> => {
        const stored: LedgerRecord | null = getRecord(w, definition, order.id);
        if (!stored || stored.deletedAt !== null)
          return failure('notFound', '没有找到这次会议的记录，可能已被删除。请返回列表重新打开。');
        const problems = daysOutOfPlace(order, heldOnOf(stored), unit.today);
        const [first] = problems;
        if (first) return failure('invalidInput', first.sentence, problems);
        return saveChanges(w, definition, stored, valuesAfter(stored.values, order), unit, {
          baseRevision: order.baseRevision,
        });
      });
      return saved.ok ? success({ revision: saved.value.revision }) : saved;
    },
  };
}

function heldOnOf({ values }: LedgerRecord): string {
  return typeof values['heldOn'] === 'string' ? values['heldOn'] : '';
}

/** What follows a meeting lies after it, and not in the future. */
function daysOutOfPlace(order: Order, heldOn: string, today: string): FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const [field, on] of [
    ['platformOn', order.platformOn],
    ['reportedOn', order.reportedOn],
  ] as const)
    if (on && on > today) problems.push({ path: field, sentence: '日期还没有到，请在办理之后登记。' });
  for (const row of order.rows)
    for (const [field, on] of [
      ['closedOn', row.closedOn],
      ['madeUpOn', row.madeUpOn],
    ] as const) {
      if (!on) continue;
      const path = `${row.id}.${field}`;
      if (on > today) problems.push({ path, sentence: '日期还没有到，请在办理之后登记。' });
      else if (on < heldOn)
        problems.push({ path, sentence: `会议 ${heldOn} 才开，这个日期不能早于会议，请核对。` });
    }
  return problems;
}

function valuesAfter(values: LooseValues, { platformOn, reportedOn, rows }: Order): LooseValues {
  const changes = new Map(rows.map(({ id, ...change }) => [id, change]));
  const withChanges = (field: string): LooseValues[] =>
    rowsOf(values[field]).map((row) => ({ ...row, ...changes.get(String(row['id'])) }));
  return {
    ...(platformOn === undefined ? {} : { platformOn }),
    ...(reportedOn === undefined ? {} : { reportedOn }),
    ...Object.fromEntries(
      ['attendance', 'resolutions', 'topics']
        .filter((field) => field in values && rowsOf(values[field]).some(({ id }) => changes.has(String(id))))
        .map((field) => [field, withChanges(field)]),
    ),
  };
}
