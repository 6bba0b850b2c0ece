import { memberName, rollOn, votingMembersOn } from '../../../../shared/domain/partyLife/roll.ts';
import { reviewGrades } from '../../../../shared/domain/partyLife/words.ts';
import { yearOf } from '../../../../shared/kernel/plainDate.ts';
import { success } from '../../../../shared/kernel/result.ts';
import { branch } from '../../../../shared/ledgers/partyLife/branch.ts';
import { signedFoot } from '../../../documents/officeBlocks.ts';
import type { Block, OfficeDocument, TableRow } from '../../../documents/officeDocument.ts';
import { formTable, headRow, label } from '../../../documents/officeTables.ts';
import { alignedName } from '../../../documents/officeText.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import type { RecordIn } from '../../../store/records/records.ts';
import { loadPartyLifeFacts } from '../../partyLife/checks/partyLifeFacts.ts';
import { schoolCalendar } from '../../school/schoolCalendar.ts';
import { recordReport, type ReportAbout } from '../report.ts';

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

/** What both papers are made from. */
const ballots = {
  area: 'partyLife',
  ledger: branch,
  gather: (h: ReadHandle, { id, values }: RecordIn<typeof branch>, { today }: ReportAbout) => {
    const facts = loadPartyLifeFacts(h, schoolCalendar(h, today), yearOf(today), today);
    return success<BallotData>({
      branchName: values.name,
      shortName: values.shortName,
      voters: votingMembersOn(facts.memberships, facts.sanctions, id, today).length,
      reviewed: rollOn(facts.memberships, id, today)
        .filter(({ status }) => status === '正式党员')
        .map(({ memberId }) => memberName(facts, memberId))
        .toSorted((a, b) => a.localeCompare(b, 'zh')),
      year: yearOf(today),
    });
  },
} as const;

/** 表决票 of a branch, several on a page, to be cut and sealed; the matter is written in by hand. */
export const ballotForms = recordReport({
  ...ballots,
  name: 'ballotForms',
  label: '表决票（空白）',
  compose: (data) => ({
    name: `表决票_${data.shortName}`,
    document: smallForms(Array.from({ length: ballotsOnAPage }, () => ballot(data))),
    personCount: 0,
    problems: [
      `有表决权的党员${data.voters}人，每页${ballotsOnAPage}张，要印${Math.ceil(data.voters / ballotsOnAPage)}页。`,
    ],
    rows: ballotsOnAPage,
  }),
});

/** 民主测评票 with the names of a branch's full members and the four grades, twice on a page where that fits. */
export const reviewBallots = recordReport({
  ...ballots,
  name: 'reviewBallots',
  label: '民主测评票（空白）',
  compose: (data) => {
    const copies = data.reviewed.length <= namesOnHalfAPage ? 2 : 1;
    return {
      name: `民主测评票_${data.shortName}_${data.year}`,
      document: smallForms(Array.from({ length: copies }, () => reviewForm(data))),
      personCount: data.reviewed.length,
      problems: [
        data.reviewed.length === 0
          ? '支部没有正式党员，名单是空的。'
          : `正式党员${data.reviewed.length}人，每页${copies}张，要印${Math.ceil(data.voters / copies)}页。`,
      ],
      rows: copies,
    };
  },
});

/** Forms below each other with a line to cut along. */
function smallForms(forms: readonly Block[]): OfficeDocument {
  return {
    title: [],
    style: 'form',
    blocks: forms.flatMap((form, index): Block[] =>
      index === 0 ? [form] : [{ kind: 'paragraph', align: 'centre', text: cutLine }, form],
    ),
  };
}

const cutLine = '— — — — — — — — — — — — — （裁切线） — — — — — — — — — — — — —';

/** Instructions to the voter, and the place of the branch's seal. */
function ballotFoot(text: string, columns: number): TableRow {
  return { cells: [{ text, columns, align: 'left', foot: signedFoot('（支部盖章）') }] };
}

function ballot({ branchName }: BallotData): Block {
  return formTable(
    [3, 5, 3, 3, 3],
    [
      { heightMm: 9, cells: [label(`${branchName}表决票`, { columns: 5 })] },
      { heightMm: 8, ...headRow(['事　项', '姓名或内容', '赞成', '不赞成', '弃权']) },
      { heightMm: 19, cells: ['', '', '', '', ''].map((text) => ({ text })) },
      ballotFoot('说明：赞成、不赞成、弃权三栏只在一栏画“○”，不画或画两栏以上的为废票。无记名，不签名。', 5),
    ],
    '五号',
  );
}

function reviewForm({ branchName, reviewed, year }: BallotData): Block {
  return formTable(
    [2, 5, 3, 3, 3, 3],
    [
      { heightMm: 9, cells: [label(`${branchName}${year}年度民主评议党员测评票`, { columns: 6 })] },
      headRow(['序号', '姓　名', ...reviewGrades]),
      ...reviewed.map((name, index) => ({
        heightMm: 7.5,
        cells: [String(index + 1), alignedName(name), ...reviewGrades.map(() => '')].map((text) => ({
          text,
        })),
      })),
      ballotFoot(
        '说明：每人只在一栏画“○”；“优秀”不超过参评党员的三分之一，超过的为废票。预备党员参加测评，不评等次。',
        6,
      ),
    ],
    '五号',
  );
}
