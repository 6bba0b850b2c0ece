import type { FindingView, RecordRef } from '../../../shared/contract/checks.ts';
import { findingKey, type Evidence, type Finding } from '../../../shared/domain/rules/rule.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { listOverrides } from '../../store/tables/overrides.ts';
import { titlesOf } from '../../store/records/records.ts';
import type { AreaChecks, JudgedFinding } from './check.ts';

const severityOrder = ['error', 'warning', 'info'];

/** The findings of an area, each once, with what was decided about it. */
export function judge(
  h: ReadHandle,
  { area }: AreaChecks,
  findings: readonly Finding[],
): readonly JudgedFinding[] {
  const overrides = listOverrides(h);
  const byKey = new Map(findings.map((finding) => [findingKey(finding), finding]));
  return [...byKey].map(([key, finding]) => ({
    ...finding,
    key,
    area,
    override: overrides.get(key) ?? null,
  }));
}

/** The findings of some areas as the window shows them, the gravest first. */
export function viewFindings(
  h: ReadHandle,
  areas: readonly AreaChecks[],
  found: readonly JudgedFinding[],
): readonly FindingView[] {
  const bases = new Map(areas.flatMap(({ rules }) => rules.map(({ id, basis }) => [id, basis])));
  const titles = titlesOf(
    h,
    found.flatMap(({ evidence }) => evidence.map(({ id }) => id)),
  );
  return found
    .map((finding) => viewOf(finding, bases, titles))
    .toSorted((a, b) => severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity));
}

/** Records as links, with their titles. */
function recordRefs(
  evidence: readonly Evidence[],
  titles: Readonly<Record<string, string>>,
): readonly RecordRef[] {
  return evidence.map(({ ledger, id }) => ({ ledger, id, title: titles[id] ?? '' }));
}

function viewOf(
  { key, ruleId, area, severity, sentence, window, evidence, remedy, override }: JudgedFinding,
  bases: ReadonlyMap<string, string>,
  titles: Readonly<Record<string, string>>,
): FindingView {
  const basis = bases.get(ruleId);
  if (basis === undefined) throw new Error(`No rule ${ruleId}`);
  const records = recordRefs(evidence, titles);
  return { key, ruleId, area, severity, sentence, basis, window, records, remedy, override };
}
