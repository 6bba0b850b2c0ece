import type { FieldProblem } from '../../../shared/kernel/result.ts';
import type { AnyLedger, FactTrack, LooseValues } from '../../../shared/ledger/definition.ts';
import { emptyValues } from '../../../shared/ledger/schema.ts';
import { findLedger } from '../../../shared/ledgers/index.ts';
import type { ReadHandle, WriteHandle } from '../../store/handles.ts';
import { createRecord, getRecord, listRecords, updateRecord } from '../../store/records/records.ts';
import { newId } from '../school/newId.ts';
import { recordsOfSubject } from './effectiveRecords.ts';
import { planFacts } from './factPlan.ts';
import type { FactStep } from './factPlan.ts';

/** More than any person can have in one ledger of facts. */
const mostFacts = 10_000;

/** One step of bringing a fact ledger in line with a record. */
export interface TrackWrite {
  readonly ledger: AnyLedger;
  readonly track: FactTrack;
  /** The record the facts are about. */
  readonly subject: string;
  readonly step: FactStep;
}

/** What saving a record means for the facts kept of it (`definition.tracks`); reads only. */
export function planTracks(
  h: ReadHandle,
  definition: AnyLedger,
  record: { readonly id: string; readonly before: LooseValues | null; readonly after: LooseValues },
  today: string,
): { readonly writes: readonly TrackWrite[] } | { readonly problem: FieldProblem } {
  const writes: TrackWrite[] = [];
  for (const track of definition.tracks ?? []) {
    const ledger = factLedger(track);
    // There are no facts about a record before it is there.
    const known = record.before ? factsAbout(h, ledger, track, record.id) : [];
    const facts = known.map((fact) => ({
      id: fact.id,
      from: fact.from,
      to: fact.to,
      copies: pick(fact.values, Object.keys(track.copies)),
    }));
    const plan = planFacts(track, { before: record.before, after: record.after, facts, today });
    if ('problem' in plan) return plan;
    writes.push(...plan.steps.map((step) => ({ ledger, track, subject: record.id, step })));
  }
  return { writes };
}

export function writeTracks(w: WriteHandle, writes: readonly TrackWrite[], schoolId: string): void {
  for (const { ledger, track, subject, step } of writes) {
    const { from, to } = effectiveFields(ledger);
    const values = { ...step.span.copies, [from]: step.span.from, [to]: step.span.to };
    if (step.kind === 'create') {
      const created = createRecord(w, ledger, {
        id: newId(w.change.at),
        schoolId,
        values: { ...emptyValues(ledger), [track.subject]: subject, ...values },
        period: null,
        state: 'finished',
      });
      if (!created.ok) throw new Error(`${ledger.id}: a new fact was refused`);
      continue;
    }
    const stored = getRecord(w, ledger, step.id);
    if (!stored) throw new Error(`${ledger.id}: a planned fact is gone`);
    const content = { values: { ...stored.values, ...values }, period: null, state: stored.state };
    const saved = updateRecord(w, ledger, step.id, content, stored.revision, stored);
    if (!saved.ok) throw new Error(`${ledger.id}: a fact changed inside one write`);
  }
}

/** Live facts that the program keeps about a record, per fact ledger. */
export function trackedFacts(
  h: ReadHandle,
  definition: AnyLedger,
  id: string,
): readonly { readonly ledger: AnyLedger; readonly ids: readonly string[] }[] {
  return (definition.tracks ?? []).map((track) => {
    const ledger = factLedger(track);
    return { ledger, ids: factsAbout(h, ledger, track, id).map((fact) => fact.id) };
  });
}

/** Facts about a record that went into the recycle bin at the same instant. */
export function removedFacts(
  h: ReadHandle,
  definition: AnyLedger,
  id: string,
  deletedAt: string | null,
): readonly { readonly ledger: AnyLedger; readonly ids: readonly string[] }[] {
  return (definition.tracks ?? []).map((track) => {
    const ledger = factLedger(track);
    const filters = [{ field: track.subject, operator: 'is' as const, value: id }];
    const removed = listRecords(h, ledger, { filters, deleted: true }, 0, mostFacts);
    if (!removed.ok) throw new Error(`${ledger.id}: ${removed.failure.sentence}`);
    const ids = removed.value.rows.filter((fact) => fact.deletedAt === deletedAt).map((fact) => fact.id);
    return { ledger, ids };
  });
}

function factsAbout(h: ReadHandle, ledger: AnyLedger, track: FactTrack, subject: string) {
  return recordsOfSubject(h, ledger, { [track.subject]: subject });
}

function factLedger(track: FactTrack): AnyLedger {
  const ledger = findLedger(track.ledger);
  if (!ledger) throw new Error(`No ledger ${track.ledger} to keep facts in`);
  return ledger;
}

function effectiveFields(ledger: AnyLedger): { readonly from: string; readonly to: string } {
  if (!ledger.effective) throw new Error(`${ledger.id} is not effective-dated`);
  return ledger.effective;
}

function pick(values: LooseValues, fields: readonly string[]): LooseValues {
  return Object.fromEntries(fields.map((field) => [field, values[field] ?? null]));
}
