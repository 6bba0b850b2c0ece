import type { PlainDate } from '../../kernel/plainDate.ts';
import type { HandoverFact, LeavingPupil } from './dailyFacts.ts';
import type { RollCallFact, RollCallRow, SlotFact } from './facts.ts';
import type { HandoverRow } from './handover.ts';
import { isPresent } from './rollCall.ts';

/** Raised whenever `sumServiceDay` answers otherwise than before, so that nothing kept by an earlier program is used. */
export const serviceDaySumsVersion = 4;

interface SessionPaper<Row> {
  readonly id: string;
  readonly slotId: string;
  readonly heldOn: PlainDate;
  readonly rows: readonly Row[];
}
export type RollCall = SessionPaper<RollCallRow>;
export type Handover = SessionPaper<HandoverRow>;

/** What the rules need of a day's sessions, roll calls and hand-overs. It follows from these alone and holds until one of them changes. */
export interface ServiceDaySums {
  readonly slots: readonly SlotFact[];
  readonly rollCalls: readonly RollCallFact[];
  readonly handovers: readonly HandoverFact[];
  /** Pupils who were called that day and away from every session. */
  readonly away: readonly string[];
}

/**
 * @param slots of one day, like roll calls and hand-overs
 * @param elsewhere roll calls of the hand-overs' sessions that bear another day
 */
export function sumServiceDay(
  slots: readonly SlotFact[],
  rollCalls: readonly RollCall[],
  handovers: readonly Handover[],
  elsewhere: readonly RollCall[],
): ServiceDaySums {
  const called = new Map([...elsewhere, ...rollCalls].map((call) => [call.slotId, call]));
  const rows = rollCalls.flatMap((call) => call.rows);
  const present = new Set(rows.filter(({ state }) => isPresent(state)).map(({ pupilId }) => pupilId));
  return {
    slots,
    rollCalls: rollCalls.map(rollCallFact),
    handovers: handovers.map(({ id, slotId, heldOn, rows: handed }) => ({
      id,
      slotId,
      heldOn,
      leaving: leavingPupils(called.get(slotId)?.rows ?? [], handed).filter(
        ({ row }) => row === null || (row.way === '未接' && (row.handling ?? '').trim() === ''),
      ),
    })),
    away: [...new Set(rows.map(({ pupilId }) => pupilId))].filter((id) => !present.has(id)),
  };
}

export function rollCallFact({ id, slotId, heldOn, rows }: RollCall): RollCallFact {
  return {
    id,
    slotId,
    heldOn,
    present: rows.filter(({ state }) => isPresent(state)).length,
    notable: rows.filter(({ state, fetchedBy }) => state !== '到' || fetchedBy !== null),
  };
}

/** Those who stayed to the end of a session, in the order of the roll, each with the line of the hand-over. */
export function leavingPupils(
  rollCall: readonly RollCallRow[],
  handover: readonly HandoverRow[],
): readonly LeavingPupil[] {
  const rows = new Map(handover.map((row) => [row.pupilId, row]));
  return rollCall.flatMap(({ pupilId, state }, place) =>
    isPresent(state) && state !== '早退' ? [{ pupilId, place, row: rows.get(pupilId) ?? null }] : [],
  );
}
