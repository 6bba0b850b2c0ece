import { partyCampaign } from '#shared/ledgers/partyLife/partyCampaign.ts';
import { partyMeeting } from '#shared/ledgers/partyLife/partyMeeting.ts';
import type { SampleSchool } from './sampleSchoolYear.ts';

/** The 组织生活会 and 民主评议 of 2025 of the sample school's branch, one rectification still open; its id. */
export function sampleCampaign(sample: SampleSchool): string {
  const { branch, members } = sample;
  const [host = '', recorder = ''] = members;
  const sitting = (type: '组织生活会' | '民主评议党员', startsAt: string, endsAt: string): string =>
    sample.add(
      partyMeeting,
      {
        type,
        title: `2025年度${type}`,
        branch,
        heldOn: '2026-01-15',
        startsAt,
        endsAt,
        place: '党员活动室',
        host,
        recorder,
        body: '逐人发言。',
        attendance: members.map((member, index) => ({
          id: `a${index}`,
          member,
          state: '出席' as const,
          approvedBy: null,
          reason: null,
          madeUpOn: null,
          madeUpHow: null,
        })),
      },
      { period: '2025' },
    );
  const item = { owner: host, dueOn: '2026-06-30', result: null };
  return sample.add(
    partyCampaign,
    {
      kind: '组织生活会和民主评议',
      branch,
      theme: '锤炼党性',
      owner: host,
      plannedOn: '2026-01-15',
      planFiledOn: '2025-12-20',
      planApprovedOn: '2025-12-22',
      studyOn: '2025-12-30',
      studyCount: 2,
      studyContent: '党章、支部工作条例',
      opinionsFrom: '2025-12-23',
      opinionsTo: '2026-01-05',
      opinionMethods: '座谈、意见箱',
      opinionPeople: 36,
      opinions: [
        {
          id: 'o1',
          content: '建议多听课',
          target: '支委会',
          member: null,
          givenBy: '教职工',
          answer: '每周推门听课',
        },
        {
          id: 'o2',
          content: '希望减少重复填表',
          target: '学校工作',
          member: null,
          givenBy: '党员',
          answer: null,
        },
      ],
      selfCheckOn: '2026-01-10',
      problems: [
        { id: 'p1', owner: '支委会', member: null, problem: '学习不经常', source: '征求意见' },
        { id: 'p2', owner: '党员个人', member: recorder, problem: '深入班级少', source: '自己查摆' },
      ],
      meeting: sitting('组织生活会', '14:30', '16:00'),
      reviewMeeting: sitting('民主评议党员', '16:10', '17:30'),
      superiorPresent: '县教育局李主任',
      reviewVoters: members.length,
      ballotsIssued: members.length,
      ballotsReturned: members.length,
      ballotsSpoiled: 0,
      reviews: members.map((member, index) => ({
        id: `r${index}`,
        member,
        selfGrade: '合格' as const,
        peerGrade: index < 2 ? ('优秀' as const) : ('合格' as const),
        ...(index === 7
          ? { excellentVotes: null, qualifiedVotes: null, basicVotes: null, unqualifiedVotes: null }
          : {
              excellentVotes: index < 2 ? members.length - 1 : 1,
              qualifiedVotes: index < 2 ? 1 : members.length - 1,
              basicVotes: 0,
              unqualifiedVotes: 0,
            }),
        grade: index < 2 ? ('优秀' as const) : index === 7 ? ('不评等次' as const) : ('合格' as const),
        remark: '能认真履行党员义务，教学和班级工作扎实。',
        feedbackOn: '2026-01-22',
      })),
      assessedOn: '2026-01-20',
      assessedBy: '支委会',
      publishedOn: '2026-01-22',
      reportedOn: '2026-01-25',
      rectifications: [
        { ...item, id: 'z1', problem: '学习不经常', measure: '每月集中学习两次', closedOn: '2026-06-20' },
        { ...item, id: 'z2', problem: '深入班级少', measure: '每周推门听课一节', closedOn: null },
      ],
    },
    { period: '2025' },
  );
}
