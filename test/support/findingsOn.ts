import { areaChecks } from '#electron/services/areaChecks.ts';
import { createCheck } from '#electron/services/checks/check.ts';
import { judge, viewFindings } from '#electron/services/checks/findings.ts';
import type { ReadHandle } from '#electron/store/handles.ts';
import type { FindingView } from '#shared/contract/checks.ts';
import { atOnce } from '#shared/kernel/inPieces.ts';
import type { Area } from '#shared/ledger/definition.ts';

/** What the rules find in a school's records as on a day, read anew; `area` absent = all areas. */
export function findingsOn(
  read: ReadHandle,
  { on, area }: { readonly on: string; readonly area?: Area },
): readonly FindingView[] {
  const asked = areaChecks.filter((one) => area === undefined || one.area === area);
  const check = createCheck(read, on);
  return viewFindings(
    read,
    asked,
    asked.flatMap((one) => judge(read, one, atOnce(one.find(check)))),
  );
}
