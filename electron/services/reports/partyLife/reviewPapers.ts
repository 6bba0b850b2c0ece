import { reviewGrades } from '../../../../shared/domain/partyLife/words.ts';
import { gradedMembers } from '../../../../shared/domain/partyLife/campaignLacks.ts';
import { campaignDay } from '../../../../shared/domain/partyLife/campaignMeetings.ts';
import { excellentCap } from '../../../../shared/domain/partyLife/memberReview.ts';
import { countProblems, validBallots } from '../../../../shared/domain/partyLife/reviewCount.ts';
import { formatPeriod } from '../../../../shared/kernel/periods.ts';
import { failure, success } from '../../../../shared/kernel/result.ts';
import { partyMember } from '../../../../shared/ledgers/partyLife/partyMember.ts';
import { ends, line, repeatedPages, signatures, signedFoot } from '../../../documents/officeBlocks.ts';
import type { TableRow } from '../../../documents/officeDocument.ts';
import { formTable, label, pairsRow, writingRow } from '../../../documents/officeTables.ts';
import { blanks, joined, notApplicable, openDay, printedDate } from '../../../documents/officeText.ts';
import { getRecords, type RecordIn } from '../../../store/records/records.ts';
import { recordReport } from '../report.ts';
import {
  campaignSource,
  campaignTable,
  readCampaignPaper,
  tableName,
  type CampaignPaper,
} from './campaignPaper.ts';

type Review = CampaignPaper['campaign']['reviews'][number];

/** The ballots for each grade, as a member's row keeps them. */
const votes: readonly {
  readonly grade: (typeof reviewGrades)[number];
  readonly heading: string;
  readonly votesOf: (row: Review) => number | null;
}[] = [
  { grade: '优秀', heading: '优秀', votesOf: ({ excellentVotes }) => excellentVotes },
  { grade: '合格', heading: '合格', votesOf: ({ qualifiedVotes }) => qualifiedVotes },
  { grade: '基本合格', heading: '基本\n合格', votesOf: ({ basicVotes }) => basicVotes },
  { grade: '不合格', heading: '不\n合格', votesOf: ({ unqualifiedVotes }) => unqualifiedVotes },
];

/** 民主测评汇总表: the ballots, every member's count, and the grade given. */
export const reviewSummary = recordReport({
  ...campaignSource,
  name: 'reviewSummary',
  label: '民主测评汇总表',
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
      ['有效票', validBallots(fact), '张'],
    ] as const;
    return {
      name: `民主测评汇总表_${data.shortName}_${data.year}`,
      document: {
        title: [data.branchName, `${data.year}年度民主评议党员测评汇总表`],
        style: 'form',
        pageNumbers: true,
        blocks: [
          ends(ballots.map(([name, count, unit]) => `${name}${count ?? blanks()}${unit}`).join(blanks())),
          campaignTable(
            [
              { heading: '姓　名', share: 2.6, cell: ({ member }) => tableName(data, member) },
              { heading: '自评', share: 1.9, cell: ({ selfGrade }) => selfGrade },
              { heading: '互评', share: 1.9, cell: ({ peerGrade }) => peerGrade },
              ...votes.map(({ heading, votesOf }) => ({
                heading,
                share: 1.7,
                cell: (row: Review) => {
                  if (!graded.has(row.member)) return notApplicable;
                  return votesOf(row) ?? (row.excellentVotes === null ? '' : '0');
                },
              })),
              { heading: '评定\n等次', share: 2.2, cell: ({ grade }) => grade },
              {
                heading: '备　注',
                share: 3.6,
                long: true,
                cell: ({ member }) => (graded.has(member) ? null : '预备党员'),
              },
            ],
            campaign.reviews,
          ),
          line(
            `评定结果：${counts.join('，')}；优秀最多${limit}人（党员${base}人）。${campaign.assessedOn === null ? '' : `${printedDate(campaign.assessedOn)}${campaign.assessedBy ?? '支部'}评定。`}`,
          ),
          signatures(['监票人（签字）', '计票人（签字）', '支部书记（签字）']),
        ],
      },
      personCount: campaign.reviews.length,
      sensitiveColumns: ['测评票', '评定等次'],
      problems: [
        campaign.reviews.length === 0 && '还没有列出参评党员，表是空白的。',
        ...countProblems(fact, campaign.reviews).map(({ sentence }) => sentence),
        own.some(({ grade }) => grade === null) && '有党员还没有评定等次。',
      ],
      rows: campaign.reviews.length,
    };
  },
});

interface FormsData extends CampaignPaper {
  readonly members: ReadonlyMap<string, RecordIn<typeof partyMember>['values']>;
}

/** 民主评议党员登记表, a page for each member, for the hands of the member and the branch. */
export const reviewForms = recordReport({
  ...campaignSource,
  name: 'reviewForms',
  label: '民主评议党员登记表',
  gather: (h, record, { today }) => {
    const ids = record.values.reviews.map(({ member }) => member);
    if (ids.length === 0)
      return failure('invalidInput', '还没有列出参评党员，请先在“个人自评”一步从名册列出。');
    const members = new Map(getRecords(h, partyMember, ids).map(({ id, values }) => [id, values]));
    return success<FormsData>({ ...readCampaignPaper(h, record, today), members });
  },
  compose: (data) => {
    const { reviews } = data.campaign;
    const title = [data.branchName, '民主评议党员登记表'];
    return {
      name: `民主评议党员登记表_${data.shortName}_${data.year}`,
      document: {
        title,
        style: 'form',
        blocks: repeatedPages(title, reviews, (row) => [
          ends(`评议年度：${formatPeriod(data.year)}`),
          formTable([3, 4.4, 2.6, 3.6, 2.6, 3.6], formRows(data, row)),
        ]),
      },
      personCount: reviews.length,
      sensitiveColumns: ['评定等次', '评语'],
      problems: [reviews.some(({ grade }) => grade === null) && '有党员还没有评定等次，这些表的等次是空的。'],
      rows: reviews.length,
    };
  },
});

function formRows(data: FormsData, row: Review): readonly TableRow[] {
  const member = data.members.get(row.member);
  const graded = row.grade === '不评等次' ? '预备党员，参加评议，不评等次' : (row.grade ?? '');
  const wide = (name: string, text: string, heightMm: number, foot: string): TableRow =>
    writingRow(name, `${text}\n`, heightMm, { columns: 5, vertical: 'bottom', foot });
  return [
    pairsRow(
      {
        '姓　　名': tableName(data, row.member),
        '性　别': member?.sex ?? '',
        '学　历': member?.education ?? '',
      },
      9,
    ),
    pairsRow(
      {
        入党日期: printedDate(member?.admittedOn ?? null),
        转正日期: printedDate(member?.confirmedOn ?? null),
        '职　务': member?.post ?? '',
      },
      9,
    ),
    wide('个人自评', row.selfGrade === null ? '' : `自评等次：${row.selfGrade}`, 45, signedFoot('签名：')),
    wide('党员互评', row.peerGrade === null ? '' : `互评等次：${row.peerGrade}`, 26, ''),
    {
      heightMm: 11,
      cells: [
        label('民主测评'),
        {
          columns: 5,
          text: votes
            .map(
              ({ grade, votesOf }) =>
                `${grade}${row.excellentVotes === null ? '' : `${votesOf(row) ?? 0}票`}`,
            )
            .join(blanks(2)),
        },
      ],
    },
    wide(
      '支部评定\n意　　见',
      joined([row.remark, `评定等次：${graded}`], '\n'),
      50,
      `支部书记（签名）：${blanks(5)}（支部盖章）${openDay}`,
    ),
    wide('本人意见', '', 24, signedFoot('签名：', row.feedbackOn)),
    wide('上级党组\n织意见', '', 26, signedFoot('（盖章）')),
  ];
}
