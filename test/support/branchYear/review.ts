import { change, newId } from './desk.ts';
import { named, type Life } from './life.ts';

/**
 * 组织生活会 with 民主评议 of the year as the campaign's page leads through it: begun, prepared, its two sittings named,
 * ballots counted, assessed, published and reported; the campaign's id. The sittings must have been held.
 */
export async function holdReview(life: Life, comeTo: (day: string) => Promise<void>): Promise<string> {
  const { desk, branch } = life;
  await comeTo('2026-12-24');
  const { id } = await desk.call('campaigns.start', { branch, year: 2026, kind: '组织生活会和民主评议' });
  await change(desk, 'partyCampaign', id, preparation(life));
  for (const [field, type] of [
    ['meeting', '组织生活会'],
    ['reviewMeeting', '民主评议党员'],
  ] as const) {
    const { revision } = await desk.call('campaigns.page', { id });
    const meeting = life.meetings.get(type)?.[0] ?? '';
    await desk.call('campaigns.nameMeeting', { id, field, meeting, baseRevision: revision });
  }
  await countAndAssess(life, id);
  await comeTo('2026-12-29');
  await change(desk, 'partyCampaign', id, {
    rectifications: rectifications(named(life, '赵建国').id),
    reportedOn: '2026-12-28',
    publishedOn: '2026-12-29',
    summary: '按方案完成会前准备，会上严肃开展批评和自我批评，会后列出整改清单。',
  });
  return id;
}

function preparation(life: Life) {
  const secretary = named(life, '赵建国').id;
  return {
    theme: '坚定信念、担当育人使命',
    owner: secretary,
    plannedOn: '2026-12-17',
    planFiledOn: '2026-11-30',
    planApprovedOn: '2026-12-02',
    studyOn: '2026-12-08',
    studyCount: 3,
    opinionsFrom: '2026-12-01',
    opinionsTo: '2026-12-09',
    opinionMethods: '座谈、意见箱、个别走访',
    opinionPeople: 42,
    opinionCount: 19,
    talksDoneOn: '2026-12-11',
    selfCheckOn: '2026-12-14',
    superiorPresent: '县教育局党委',
    problems: [
      { id: newId(), owner: '支委会', member: null, problem: '理论学习联系教学实际不够', source: '自己查摆' },
      {
        id: newId(),
        owner: '党员个人',
        member: secretary,
        problem: '推门听课反馈不及时',
        source: '相互批评',
      },
    ],
  };
}

/** The first seven are 优秀; those on probation take part without a grade. */
async function countAndAssess({ desk }: Life, id: string): Promise<void> {
  const { revision, review } = await desk.call('campaigns.page', { id });
  if (!review) throw new Error('the campaign has no review');
  const ballots = review.mostVoters;
  const rows = review.rows.map((row, index) => {
    const excellent = index < 7;
    const votes = excellent ? ballots - 3 : 4;
    return row.graded
      ? {
          id: row.id,
          selfGrade: '合格' as const,
          peerGrade: excellent ? ('优秀' as const) : ('合格' as const),
          excellentVotes: votes,
          qualifiedVotes: ballots - votes,
          basicVotes: 0,
          unqualifiedVotes: 0,
          grade: excellent ? ('优秀' as const) : ('合格' as const),
          remark: '履行党员义务，发挥了作用。',
          feedbackOn: '2026-12-24',
        }
      : {
          id: row.id,
          selfGrade: null,
          peerGrade: null,
          excellentVotes: null,
          qualifiedVotes: null,
          basicVotes: null,
          unqualifiedVotes: null,
          grade: '不评等次' as const,
          remark: '预备期内参加评议，不评等次。',
          feedbackOn: '2026-12-24',
        };
  });
  await desk.call('campaigns.saveReview', {
    id,
    baseRevision: revision,
    reviewVoters: ballots,
    ballotsIssued: ballots,
    ballotsReturned: ballots,
    ballotsSpoiled: 0,
    assessedOn: '2026-12-22',
    assessedBy: '支委会',
    rows,
  });
}

/** One still to be done, one closed. */
function rectifications(owner: string) {
  return [
    {
      id: newId(),
      problem: '理论学习联系教学实际不够',
      measure: '每月安排一次学用交流',
      owner,
      dueOn: '2027-03-31',
      closedOn: null,
      result: null,
    },
    {
      id: newId(),
      problem: '推门听课反馈不及时',
      measure: '听课当天反馈',
      owner,
      dueOn: '2026-12-25',
      closedOn: '2026-12-24',
      result: '已建立反馈单',
    },
  ];
}
