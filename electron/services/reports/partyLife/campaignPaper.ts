import { memberName } from '../../../../shared/domain/partyLife/roll.ts';
import { campaignWords } from '../../../../shared/domain/partyLife/campaignSteps.ts';
import type { CampaignFact, PartyLifeFacts } from '../../../../shared/domain/partyLife/facts.ts';
import type { Parameters } from '../../../../shared/domain/parameters/index.ts';
import type { PlainDate } from '../../../../shared/kernel/plainDate.ts';
import { success } from '../../../../shared/kernel/result.ts';
import { branch } from '../../../../shared/ledgers/partyLife/branch.ts';
import { partyCampaign } from '../../../../shared/ledgers/partyLife/partyCampaign.ts';
import type { TableBlock } from '../../../documents/officeDocument.ts';
import { type ListColumn, listTable, numberColumn } from '../../../documents/officeTables.ts';
import { alignedName } from '../../../documents/officeText.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import { getRecord, type RecordIn } from '../../../store/records/records.ts';
import { campaignFact } from '../../partyLife/checks/campaignFacts.ts';
import { partyLifeFacts } from '../../partyLife/checks/partyLifeFacts.ts';
import { createCheck } from '../../checks/check.ts';
import type { ReportAbout } from '../report.ts';

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

/** What all papers of a campaign are made from. */
export const campaignSource = {
  area: 'partyLife',
  ledger: partyCampaign,
  gather: (h: ReadHandle, record: RecordIn<typeof partyCampaign>, { today }: ReportAbout) =>
    success(readCampaignPaper(h, record, today)),
} as const;

/** Reads a campaign's branch and the facts of its year for a paper. */
export function readCampaignPaper(
  h: ReadHandle,
  record: RecordIn<typeof partyCampaign>,
  today: PlainDate,
): CampaignPaper {
  const { values } = record;
  const fact = campaignFact(record);
  const check = createCheck(h, today);
  const own = getRecord(h, branch, values.branch)?.values;
  return {
    branchName: own?.name ?? '',
    shortName: own?.shortName ?? '',
    campaign: values,
    fact,
    facts: partyLifeFacts(check, Number(fact.period)),
    parameters: check.parameters,
    today,
    year: fact.period,
    title: campaignWords(values.kind, fact.period),
  };
}

/** A member's name for a table; '' where none is meant. */
export function tableName({ facts }: Pick<CampaignPaper, 'facts'>, id: string | null): string {
  return id === null ? '' : alignedName(memberName(facts, id));
}

/** A numbered list, with empty rows to write in where it has none. */
export function campaignTable<Row>(columns: readonly ListColumn<Row>[], rows: readonly Row[]): TableBlock {
  if (rows.length > 0) return listTable([numberColumn(1.4), ...columns], rows, { heightMm: 10 });
  const blank = columns.map((column) => ({ ...column, cell: () => null }));
  return listTable([numberColumn(1.4), ...blank], Array.from({ length: 8 }), { heightMm: 10 });
}

/** Lines of a title: the campaign and the paper's name on one line where they fit. */
export function titleLines({ branchName, title }: CampaignPaper, name: string): readonly string[] {
  return title.length + name.length <= longestTitleLine
    ? [branchName, `${title}${name}`]
    : [branchName, title, name];
}

const longestTitleLine = 17;
