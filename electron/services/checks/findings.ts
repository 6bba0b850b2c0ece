import type { FindingView, RecordRef } from '../../../shared/contract/checks.ts';
import { findingKey, type Evidence, type Finding } from '../../../shared/domain/rules/rule.ts';
import { atOnce } from '../../../shared/kernel/inPieces.ts';
import type { PlainDate } from '../../../shared/kernel/plainDate.ts';
import type { Area } from '../../../shared/ledger/definition.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { listOverrides } from '../../store/tables/overrides.ts';
import { titlesOf } from '../../store/records/records.ts';
import { createCheck, type AreaChecks, type JudgedFinding } from './check.ts';

const severityOrder = ['error', 'warning', 'info'];

/**
 * What the rules find in a school's records as on a day, the gravest first; `area` absent = all areas. For the command
 * line and for reports; whether somebody may see an area is the caller's business.
 */
export function findingsOn(
  areas: readonly AreaChecks[],
  read: ReadHandle,
  { on, area }: { readonly on: PlainDate; readonly area?: Area | undefined },
): readonly FindingView[] {
  const asked = areas.filter((one) => area === undefined || one.area === area);
  const check = createCheck(read, on);
  return viewFindings(
    read,
    asked,
    asked.flatMap((one) => judge(read, one, atOnce(one.find(check)))),
  );
}

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
