import { gradedMembers } from '../../../../shared/domain/partyLife/campaignLacks.ts';
import { campaignDay } from '../../../../shared/domain/partyLife/campaignMeetings.ts';
import { excellentCap } from '../../../../shared/domain/partyLife/memberReview.ts';
import { countProblems, validBallots } from '../../../../shared/domain/partyLife/reviewCount.ts';
import { formatPeriod } from '../../../../shared/kernel/periods.ts';
import { failure, success } from '../../../../shared/kernel/result.ts';
import { partyMember } from '../../../../shared/ledgers/partyLife/partyMember.ts';
import type { Block, TableRow } from '../../../documents/officeDocument.ts';
import { blanks, printedDate } from '../../../documents/officeText.ts';
import { getRecords, type RecordIn } from '../../../store/records/records.ts';
import { campaignTable, readCampaignPaper, tableName, words, type CampaignPaper } from './campaignPaper.ts';
import { defineReport } from '../report.ts';
import { label, pairsRow } from '../tableCells.ts';
import { reviewGrades } from '../../../../shared/domain/partyLife/words.ts';

const shared = {
  area: 'partyLife',
  formats: ['docx', 'pdf'],
  scope: { kind: 'record', ledger: 'partyCampaign' },
} as const;

/** 民主测评汇总表: the ballots, every member's count, and the grade given. */
export const reviewSummary = defineReport<CampaignPaper>({
  ...shared,
  name: 'reviewSummary',
  label: '民主测评汇总表',
  gather: readCampaignPaper,
  compose: (data) => {
    const { campaign, fact, facts, parameters, today } = data;
    const graded = gradedMembers(fact, facts, today);
    const own = campaign.reviews.filter(({ member }) => graded.has(member));
    const day = campaignDay(fact, facts, today);
    const { base, limit } = excellentCap(facts, parameters, fact.branchId, own.length, day);
    const counts = reviewGrades.map((each) => `${each}${own.filter(({ grade }) => grade === each).length}人`);
    const ballots = [
      ['参加测评', campaign.reviewVoters, '人'],
      ['发出', campaign.ballotsIssued, '张'],
      ['收回', campaign.ballotsReturned, '张'],
      ['废票', campaign.ballotsSpoiled, '张'],
      ['有效票', validBallots(fact.ballots), '张'],
    ] as const;
    return {
      name: `民主测评汇总表_${data.shortName}_${data.year}`,
      document: {
        title: [data.branchName, `${data.year}年度民主评议党员测评汇总表`],
        orientation: 'portrait',
        style: 'form',
        pageNumbers: true,
        blocks: [
          {
            kind: 'ends',
            left: ballots.map(([name, count, unit]) => `${name}${count ?? blanks()}${unit}`).join(blanks()),
            right: '',
          },
          campaignTable(
            [1.3, 2.6, 1.9, 1.9, 1.7, 1.7, 1.7, 1.7, 2.2, 3.6],
            [
              '序号',
              '姓　名',
              '自评',
              '互评',
              '优秀',
              '合格',
              '基本\n合格',
              '不\n合格',
              '评定\n等次',
              '备　注',
            ],
            campaign.reviews.map((row) => [
              tableName(data, row.member),
              row.selfGrade ?? '',
              row.peerGrade ?? '',
              ...(graded.has(row.member)
                ? [row.excellentVotes, row.qualifiedVotes, row.basicVotes, row.unqualifiedVotes].map(
                    (count) => (count === null ? (row.excellentVotes === null ? '' : '0') : String(count)),
                  )
                : ['—', '—', '—', '—']),
              row.grade ?? '',
              words(graded.has(row.member) ? null : '预备党员'),
            ]),
          ),
          {
            kind: 'paragraph',
            align: 'left',
            text: `评定结果：${counts.join('，')}；优秀最多${limit}人（党员${base}人）。${campaign.assessedOn === null ? '' : `${printedDate(campaign.assessedOn)}${campaign.assessedBy ?? '支部'}评定。`}`,
          },
          {
            kind: 'signatures',
            lines: ['监票人（签字）', '计票人（签字）', '支部书记（签字）'].map((text) => ({ label: text })),
            date: '年　　月　　日',
          },
        ],
      },
      personCount: campaign.reviews.length,
      sensitiveColumns: ['测评票', '评定等次'],
      problems: [
        ...(campaign.reviews.length === 0 ? ['还没有列出参评党员，表是空白的。'] : []),
        ...countProblems(fact.ballots, campaign.reviews).map(({ sentence }) => sentence),
        ...(own.some(({ grade }) => grade === null) ? ['有党员还没有评定等次。'] : []),
      ],
      rows: campaign.reviews.length,
    };
  },
});

interface FormsData extends CampaignPaper {
  readonly members: ReadonlyMap<string, RecordIn<typeof partyMember>['values']>;
}

/** 民主评议党员登记表, a page for each member, for the hands of the member and the branch. */
export const reviewForms = defineReport<FormsData>({
  ...shared,
  name: 'reviewForms',
  label: '民主评议党员登记表',
  gather: (h, scope, context) => {
    const paper = readCampaignPaper(h, scope, context);
    if (!paper.ok) return paper;
    const { reviews } = paper.value.campaign;
    if (reviews.length === 0)
      return failure('invalidInput', '还没有列出参评党员，请先在“个人自评”一步从名册列出。');
    const members = getRecords(
      h,
      partyMember,
      reviews.map(({ member }) => member),
    );
    return success({ ...paper.value, members: new Map(members.map(({ id, values }) => [id, values])) });
  },
  compose: (data) => {
    const { reviews } = data.campaign;
    const title = [data.branchName, '民主评议党员登记表'];
    return {
      name: `民主评议党员登记表_${data.shortName}_${data.year}`,
      document: {
        title,
        orientation: 'portrait',
        style: 'form',
        pageNumbers: false,
        blocks: reviews.flatMap((row, index): Block[] => [
          ...(index === 0 ? [] : [{ kind: 'newSheet' as const, title }]),
          { kind: 'ends', left: `评议年度：${formatPeriod(data.year)}`, right: '' },
          {
            kind: 'table',
            columns: [3, 4.4, 2.6, 3.6, 2.6, 3.6],
            headerRows: 0,
            rows: formRows(data, row),
          },
        ]),
      },
      personCount: reviews.length,
      sensitiveColumns: ['评定等次', '评语'],
      problems: reviews.some(({ grade }) => grade === null)
        ? ['有党员还没有评定等次，这些表的等次是空的。']
        : [],
      rows: reviews.length,
    };
  },
});

const blankDay = `${blanks(3)}年${blanks(2)}月${blanks(2)}日`;

function formRows(data: FormsData, row: FormsData['campaign']['reviews'][number]): readonly TableRow[] {
  const member = data.members.get(row.member);
  const on = blankDay;
  const graded = row.grade === '不评等次' ? '预备党员，参加评议，不评等次' : (row.grade ?? '');
  const votes = (count: number | null): string => (row.excellentVotes === null ? '' : `${count ?? 0}票`);
  const wide = (name: string, text: string, heightMm: number, foot: string): TableRow => ({
    heightMm,
    cells: [label(name), { text: `${text}\n`, columns: 5, align: 'left', vertical: 'bottom', foot }],
  });
  return [
    pairsRow(
      [
        ['姓　　名', tableName(data, row.member)],
        ['性　别', member?.sex ?? ''],
        ['学　历', member?.education ?? ''],
      ],
      9,
    ),
    pairsRow(
      [
        ['入党日期', printedDate(member?.admittedOn ?? null)],
        ['转正日期', printedDate(member?.confirmedOn ?? null)],
        ['职　务', member?.post ?? ''],
      ],
      9,
    ),
    wide(
      '个人自评',
      row.selfGrade === null ? '' : `自评等次：${row.selfGrade}`,
      45,
      `签名：${blanks(6)}${on}`,
    ),
    wide('党员互评', row.peerGrade === null ? '' : `互评等次：${row.peerGrade}`, 26, ''),
    {
      heightMm: 11,
      cells: [
        label('民主测评'),
        {
          columns: 5,
          text: [
            `优秀${votes(row.excellentVotes)}`,
            `合格${votes(row.qualifiedVotes)}`,
            `基本合格${votes(row.basicVotes)}`,
            `不合格${votes(row.unqualifiedVotes)}`,
          ].join(blanks(2)),
        },
      ],
    },
    wide(
      '支部评定\n意　　见',
      [row.remark ?? '', graded === '' ? '评定等次：' : `评定等次：${graded}`]
        .filter((line) => line !== '')
        .join('\n'),
      50,
      `支部书记（签名）：${blanks(5)}（支部盖章）${on}`,
    ),
    wide(
      '本人意见',
      '',
      24,
      `签名：${blanks(6)}${row.feedbackOn === null ? on : printedDate(row.feedbackOn)}`,
    ),
    wide('上级党组\n织意见', '', 26, `（盖章）${on}`),
  ];
}
