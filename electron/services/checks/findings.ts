import type { FindingView, RecordRef } from '../../../shared/contract/checks.ts';
import { findingKey } from '../../../shared/domain/rules/rule.ts';
import type { Evidence, Finding } from '../../../shared/domain/rules/rule.ts';
import type { RuleArea } from '../../../shared/domain/parameters/index.ts';
import type { PlainDate } from '../../../shared/kernel/plainDate.ts';
import type { Area } from '../../../shared/ledger/definition.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { listOverrides } from '../../store/tables/overrides.ts';
import { titlesOf } from '../../store/records/records.ts';
import { allRules, createCheck, ruleAreas, type Check } from './check.ts';

const severityOrder = ['error', 'warning', 'info'];

/**
 * What the rules find in a school's records as on a day, the gravest first; `area` absent = all areas. For the command
 * line and for reports; whether somebody may see an area is the caller's business.
 */
export function findingsOn(
  read: ReadHandle,
  { on, area }: { readonly on: PlainDate; readonly area?: Area | undefined },
): readonly FindingView[] {
  const areas = ruleAreas.filter((one) => area === undefined || one === area);
  return viewFindings(read, createCheck(read, on), areas);
}

/** The findings of some areas with titles, basis and what was decided about them. */
export function viewFindings(
  read: ReadHandle,
  check: Check,
  areas: readonly RuleArea[],
): readonly FindingView[] {
  const findings = areas.flatMap((area) => check.findings(area));
  const titles = titlesOf(
    read,
    findings.flatMap(({ evidence }) => evidence.map(({ id }) => id)),
  );
  const overrides = listOverrides(read);
  return findings
    .map((finding) => viewOf(finding, titles, overrides))
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
  finding: Finding,
  titles: Readonly<Record<string, string>>,
  overrides: ReturnType<typeof listOverrides>,
): FindingView {
  const rule = allRules.find((one) => one.id === finding.ruleId);
  if (!rule) throw new Error(`No rule ${finding.ruleId}`);
  const key = findingKey(finding);
  return {
    key,
    ruleId: rule.id,
    area: rule.area,
    severity: finding.severity,
    sentence: finding.sentence,
    basis: rule.basis,
    window: finding.window,
    records: recordRefs(finding.evidence, titles),
    remedy: finding.remedy,
    override: overrides.get(key) ?? null,
  };
}
