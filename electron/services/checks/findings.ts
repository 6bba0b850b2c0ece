import { setImmediate } from 'node:timers/promises';
import type { FindingView, RecordRef } from '../../../shared/contract/checks.ts';
import { findingKey } from '../../../shared/domain/rules/rule.ts';
import type { Evidence, Finding } from '../../../shared/domain/rules/rule.ts';
import type { PlainDate } from '../../../shared/kernel/plainDate.ts';
import { failure, success, type Result } from '../../../shared/kernel/result.ts';
import type { Area } from '../../../shared/ledger/definition.ts';
import type { ReadHandle } from '../../store/handles.ts';
import type { Store } from '../../store/store.ts';
import { listOverrides } from '../../store/tables/overrides.ts';
import { titlesOf } from '../../store/records/records.ts';
import { createCheck, type AnyRule, type AreaChecks, type Check } from './check.ts';

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
  return viewFindings(createCheck(read, on), asked);
}

/**
 * What the rules of some areas find, area by area: the main thread serves others in between. Failure `locked` when the
 * file was closed meanwhile.
 */
export async function findInTurns(
  store: Store,
  check: Check,
  areas: readonly AreaChecks[],
): Promise<Result<readonly Finding[]>> {
  const found: Finding[] = [];
  for (const { renew, find } of areas) {
    await renew?.(store, check.on);
    if (store.read.db.open) found.push(...find(check));
    await setImmediate();
    if (!store.read.db.open) return failure('locked', '资料已锁定，请输入密码打开后再看。');
  }
  return success(found);
}

/** The findings of some areas with titles, basis and what was decided about them. */
export function viewFindings(
  check: Check,
  areas: readonly AreaChecks[],
  found: readonly Finding[] = areas.flatMap((area) => area.find(check)),
): readonly FindingView[] {
  const rules = new Map(
    areas.flatMap(({ area, rules: own }) => own.map((rule) => [rule.id, { ...rule, area }])),
  );
  const findings = withoutRepeats(found);
  const titles = titlesOf(
    check.read,
    findings.flatMap(({ evidence }) => evidence.map(({ id }) => id)),
  );
  const overrides = listOverrides(check.read);
  return findings
    .map((finding) => viewOf(finding, rules, titles, overrides))
    .toSorted((a, b) => severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity));
}

function withoutRepeats(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((finding) => [findingKey(finding), finding])).values()];
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
  rules: ReadonlyMap<string, AnyRule & { readonly area: Area }>,
  titles: Readonly<Record<string, string>>,
  overrides: ReturnType<typeof listOverrides>,
): FindingView {
  const rule = rules.get(finding.ruleId);
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
