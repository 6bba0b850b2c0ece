import { memberName } from '../../../../shared/domain/membership/roll.ts';
import { campaignWords } from '../../../../shared/domain/partyLife/campaignSteps.ts';
import type { CampaignFact, PartyLifeFacts } from '../../../../shared/domain/partyLife/facts.ts';
import type { Parameters } from '../../../../shared/domain/parameters/index.ts';
import type { PlainDate } from '../../../../shared/kernel/plainDate.ts';
import { success, type Result } from '../../../../shared/kernel/result.ts';
import { branch } from '../../../../shared/ledgers/partyLife/branch.ts';
import { partyCampaign } from '../../../../shared/ledgers/partyLife/partyCampaign.ts';
import type { TableBlock, TableCell } from '../../../documents/officeDocument.ts';
import { alignedName } from '../../../documents/officeText.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import { getRecord, type RecordIn } from '../../../store/records/records.ts';
import { campaignFact } from '../../partyLife/checks/campaignFacts.ts';
import { createCheck } from '../../checks/check.ts';
import { recordOfScope, type ReportContext, type ReportScope } from '../report.ts';
import { headRow } from '../tableCells.ts';
import { partyLifeFacts } from '../../partyLife/checks/partyLifeFacts.ts';

/** A campaign with all that its papers say of it. */
export interface CampaignPaper {
  readonly branchName: string;
  readonly shortName: string;
  readonly campaign: RecordIn<typeof partyCampaign>['values'];
  readonly fact: CampaignFact;
  readonly facts: PartyLifeFacts;
  readonly parameters: Parameters;
  readonly today: PlainDate;
  readonly year: string;
  /** 2026年度组织生活会. */
  readonly title: string;
}

/** Reads a campaign and the facts of its year for a paper. */
export function readCampaignPaper(
  h: ReadHandle,
  scope: ReportScope,
  { today }: ReportContext,
): Result<CampaignPaper> {
  const found = recordOfScope(h, partyCampaign, scope);
  if (!found.ok) return found;
  const { values } = found.value;
  const fact = campaignFact(found.value);
  const check = createCheck(h, today);
  const own = getRecord(h, branch, values.branch)?.values;
  return success({
    branchName: own?.name ?? '',
    shortName: own?.shortName ?? '',
    campaign: values,
    fact,
    facts: partyLifeFacts(check, Number(fact.period)),
    parameters: check.parameters,
    today,
    year: fact.period,
    title: campaignWords(values.kind, fact.period),
  });
}

/** A member's name for a table; '' where none is meant. */
export function tableName({ facts }: Pick<CampaignPaper, 'facts'>, id: string | null): string {
  return id === null ? '' : alignedName(memberName(facts, id));
}

/** A numbered list with a head that stands again on further pages, and empty rows to write in where it has none. */
export function campaignTable(
  columns: readonly number[],
  labels: readonly string[],
  rows: readonly (readonly (string | TableCell)[])[],
): TableBlock {
  const blank = labels.slice(1).map(() => '');
  const shown = rows.length > 0 ? rows : Array.from({ length: 8 }, () => blank);
  return {
    kind: 'table',
    columns,
    headerRows: 1,
    size: '五号',
    rows: [
      headRow(labels),
      ...shown.map((row, index) => ({
        heightMm: 10,
        cells: [
          { text: String(index + 1) },
          ...row.map((cell) => (typeof cell === 'string' ? { text: cell } : cell)),
        ],
      })),
    ],
  };
}

/** Lines of a title: the campaign and the paper's name on one line where they fit. */
export function titleLines({ branchName, title }: CampaignPaper, name: string): readonly string[] {
  return title.length + name.length <= longestTitleLine
    ? [branchName, `${title}${name}`]
    : [branchName, title, name];
}

const longestTitleLine = 17;

/** A cell of running text. */
export function words(text: string | null): TableCell {
  return { text: text ?? '', align: 'left' };
}

/** Distinct persons named. */
export function countPersons(ids: readonly (string | null)[]): number {
  return new Set(ids.filter((id) => id !== null)).size;
}
