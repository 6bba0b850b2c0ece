import { votingMembersOn, rollOn } from '../../../../shared/domain/membership/roll.ts';
import type { PlainDate } from '../../../../shared/kernel/plainDate.ts';
import { yearOf } from '../../../../shared/kernel/plainDate.ts';
import { success, type Result } from '../../../../shared/kernel/result.ts';
import { branch } from '../../../../shared/ledgers/partyLife/branch.ts';
import type { Block, OfficeDocument, TableBlock } from '../../../documents/officeDocument.ts';
import { alignedName, blanks } from '../../../documents/officeText.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import { loadPartyLifeFacts } from '../../partyLife/checks/partyLifeFacts.ts';
import { schoolCalendar } from '../../school/schoolCalendar.ts';
import { defineReport, recordOfScope, type ReportScope } from '../report.ts';
import { headRow, label } from '../tableCells.ts';
import { reviewGrades } from '../../../../shared/domain/partyLife/words.ts';

interface BallotData {
  readonly branchName: string;
  readonly shortName: string;
  readonly voters: number;
  /** Names of those who are reviewed: full members of the day. */
  readonly reviewed: readonly string[];
  readonly year: number;
}

const ballotsOnAPage = 4;
/** As many names as leave room for a second form on the page. */
const namesOnHalfAPage = 9;

/** 表决票 of a branch, several on a page, to be cut and sealed; the matter is written in by hand. */
export const ballotForms = defineReport<BallotData>({
  name: 'ballotForms',
  label: '表决票（空白）',
  area: 'partyLife',
  formats: ['docx', 'pdf'],
  scope: { kind: 'record', ledger: 'branch' },
  gather: (h, scope, { today }) => gatherBallots(h, scope, today),
  compose: (data) => ({
    name: `表决票_${data.shortName}`,
    document: smallForms(Array.from({ length: ballotsOnAPage }, () => ballot(data))),
    personCount: 0,
    sensitiveColumns: [],
    problems: [
      `有表决权的党员${data.voters}人，每页${ballotsOnAPage}张，要印${Math.ceil(data.voters / ballotsOnAPage)}页。`,
    ],
    rows: ballotsOnAPage,
  }),
});

/** 民主测评票 with the names of a branch's full members and the four grades, twice on a page where that fits. */
export const reviewBallots = defineReport<BallotData>({
  name: 'reviewBallots',
  label: '民主测评票（空白）',
  area: 'partyLife',
  formats: ['docx', 'pdf'],
  scope: { kind: 'record', ledger: 'branch' },
  gather: (h, scope, { today }) => gatherBallots(h, scope, today),
  compose: (data) => {
    const copies = data.reviewed.length <= namesOnHalfAPage ? 2 : 1;
    return {
      name: `民主测评票_${data.shortName}_${data.year}`,
      document: smallForms(Array.from({ length: copies }, () => reviewForm(data))),
      personCount: data.reviewed.length,
      sensitiveColumns: [],
      problems:
        data.reviewed.length === 0
          ? ['支部没有正式党员，名单是空的。']
          : [
              `正式党员${data.reviewed.length}人，每页${copies}张，要印${Math.ceil(data.voters / copies)}页。`,
            ],
      rows: copies,
    };
  },
});

function gatherBallots(h: ReadHandle, scope: ReportScope, today: PlainDate): Result<BallotData> {
  const found = recordOfScope(h, branch, scope);
  if (!found.ok) return found;
  const { id, values } = found.value;
  const facts = loadPartyLifeFacts(h, schoolCalendar(h, today), yearOf(today), today);
  const names = new Map(facts.members.map((member) => [member.id, member.name]));
  return success({
    branchName: values.name,
    shortName: values.shortName,
    voters: votingMembersOn(facts.memberships, facts.sanctions, id, today).length,
    reviewed: rollOn(facts.memberships, id, today)
      .filter(({ status }) => status === '正式党员')
      .map(({ memberId }) => names.get(memberId) ?? '')
      .toSorted((a, b) => a.localeCompare(b, 'zh')),
    year: yearOf(today),
  });
}

/** Forms below each other with a line to cut along. */
function smallForms(forms: readonly (readonly Block[])[]): OfficeDocument {
  return {
    title: [],
    orientation: 'portrait',
    style: 'form',
    pageNumbers: false,
    blocks: forms.flatMap((form, index): Block[] =>
      index === 0 ? [...form] : [{ kind: 'paragraph', align: 'centre', text: cutLine }, ...form],
    ),
  };
}

const cutLine = '— — — — — — — — — — — — — （裁切线） — — — — — — — — — — — — —';

function ballot({ branchName }: BallotData): Block[] {
  const table: TableBlock = {
    kind: 'table',
    columns: [3, 5, 3, 3, 3],
    headerRows: 0,
    size: '五号',
    rows: [
      { heightMm: 9, cells: [label(`${branchName}表决票`, { columns: 5 })] },
      { heightMm: 8, cells: headRow(['事　项', '姓名或内容', '赞成', '不赞成', '弃权']).cells },
      { heightMm: 19, cells: ['', '', '', '', ''].map((text) => ({ text })) },
      {
        cells: [
          {
            text: '说明：赞成、不赞成、弃权三栏只在一栏画“○”，不画或画两栏以上的为废票。无记名，不签名。',
            columns: 5,
            align: 'left',
            foot: `（支部盖章）${blanks()}年${blanks(2)}月${blanks(2)}日`,
          },
        ],
      },
    ],
  };
  return [table];
}

function reviewForm({ branchName, reviewed, year }: BallotData): Block[] {
  return [
    {
      kind: 'table',
      columns: [2, 5, 3, 3, 3, 3],
      headerRows: 0,
      size: '五号',
      rows: [
        { heightMm: 9, cells: [label(`${branchName}${year}年度民主评议党员测评票`, { columns: 6 })] },
        headRow(['序号', '姓　名', ...reviewGrades]),
        ...reviewed.map((name, index) => ({
          heightMm: 7.5,
          cells: [
            { text: String(index + 1) },
            { text: alignedName(name) },
            ...reviewGrades.map(() => ({ text: '' })),
          ],
        })),
        {
          cells: [
            {
              text: '说明：每人只在一栏画“○”；“优秀”不超过参评党员的三分之一，超过的为废票。预备党员参加测评，不评等次。',
              columns: 6,
              align: 'left',
              foot: `（支部盖章）${blanks()}年${blanks(2)}月${blanks(2)}日`,
            },
          ],
        },
      ],
    },
  ];
}
