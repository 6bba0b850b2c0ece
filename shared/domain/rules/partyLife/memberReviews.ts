import { periodRange } from '../../../kernel/periods.ts';
import { memberName, rollOn } from '../../partyLife/roll.ts';
import type { BranchFact, MeetingFact, PartyLifeFacts } from '../../partyLife/facts.ts';
import { excellentCap } from '../../partyLife/memberReview.ts';
import { countsFor, partyObligations } from '../../partyLife/obligations.ts';
import type { Rule } from '../rule.ts';
import { listNames } from '../../listNames.ts';
import { recordMeetingRemedy } from './cadence.ts';
import { aboutMeeting } from './meetingWords.ts';

type PartyRule = Rule<PartyLifeFacts>;

interface BranchReview {
  readonly branch: BranchFact;
  /** The last sitting, whose day decides the roll. */
  readonly last: MeetingFact;
  readonly sittings: readonly MeetingFact[];
  readonly grades: readonly {
    readonly memberId: string;
    readonly grade: string | null;
    readonly on: string;
    readonly sitting: MeetingFact;
    readonly ballots: number | null;
  }[];
}

function reviewsOf(facts: PartyLifeFacts): readonly BranchReview[] {
  return facts.branches.flatMap((branch) => {
    const sittings = facts.meetings
      .filter(
        (meeting) =>
          meeting.type === '民主评议党员' &&
          meeting.branchId === branch.id &&
          countsFor(meeting, String(facts.year)),
      )
      .sort((a, b) => (a.heldOn < b.heldOn ? -1 : 1));
    const last = sittings.at(-1);
    if (!last) return [];
    const grades = sittings.flatMap((sitting) =>
      sitting.grades.map((row) => ({ ...row, on: sitting.heldOn, sitting })),
    );
    return [{ branch, last, sittings, grades }];
  });
}

const everyMemberReviewed: PartyRule = {
  id: 'PTY-11',
  severity: 'error',
  label: '民主评议覆盖全体党员',
  basis: '《中国共产党支部工作条例（试行）》',
  parameters: ['yearlyMeetingGraceMonths', 'yearlyDueSoonDays'],
  check(facts, parameters, today) {
    const missing = partyObligations(facts, parameters, today)
      .filter(({ type, state }) => type === '民主评议党员' && state === 'overdue')
      .map((obligation) => ({
        sentence: `${facts.year}年度 ${obligation.subjectName}还没有民主评议党员的记录。`,
        window: obligation.window,
        subjectId: obligation.branchId,
        evidence: [{ ledger: 'branch', id: obligation.branchId }],
        remedy: recordMeetingRemedy(obligation),
      }));
    const incomplete = reviewsOf(facts).flatMap(({ branch, last, grades }) => {
      const listed = new Set(grades.map(({ memberId }) => memberId));
      const left = rollOn(facts.memberships, branch.id, last.heldOn).filter(
        ({ memberId }) => !listed.has(memberId),
      );
      if (left.length === 0) return [];
      const names = listNames(left.map(({ memberId }) => memberName(facts, memberId)));
      return {
        ...aboutMeeting(last, `${facts.year}年度 ${branch.name}的民主评议缺少${names}，请补上评议结果。`),
        window: periodRange(String(facts.year)),
      };
    });
    return [...missing, ...incomplete];
  },
};

const excellentWithinLimit: PartyRule = {
  id: 'PTY-12',
  severity: 'error',
  label: '民主评议优秀不超过三分之一',
  basis: '民主评议党员有关规定：优秀一般不超过党员总数的三分之一',
  parameters: ['reviewExcellentDivisor', 'reviewExcellentBase'],
  check(facts, parameters) {
    return reviewsOf(facts).flatMap(({ branch, last, grades }) => {
      const graded = grades.filter(({ grade }) => grade !== null && grade !== '不评等次');
      const { base, limit } = excellentCap(facts, parameters, branch.id, graded.length, last.heldOn);
      const excellent = graded.filter(({ grade }) => grade === '优秀').length;
      if (excellent <= limit) return [];
      return aboutMeeting(
        last,
        `${facts.year}年度 ${branch.name}评定优秀 ${excellent} 人，按 ${base} 名党员最多 ${limit} 人，请调整。`,
      );
    });
  },
};

const noGradeOnProbation: PartyRule = {
  id: 'PTY-13',
  severity: 'error',
  label: '预备党员不评等次',
  basis: '民主评议党员有关规定：预备党员参加评议但不评定等次',
  check(facts) {
    return reviewsOf(facts).flatMap(({ branch, last, grades }) => {
      const wrong = grades.filter(
        ({ memberId, grade, on }) =>
          grade !== null &&
          grade !== '不评等次' &&
          rollOn(facts.memberships, branch.id, on).some(
            (membership) => membership.memberId === memberId && membership.status === '预备党员',
          ),
      );
      if (wrong.length === 0) return [];
      const names = listNames(wrong.map(({ memberId }) => memberName(facts, memberId)));
      return aboutMeeting(
        last,
        `${branch.name}的民主评议给预备党员${names}评了等次，预备党员只参加评议，请改为“不评等次”。`,
      );
    });
  },
};

const gradedByBallots: PartyRule = {
  id: 'PTY-14',
  severity: 'error',
  label: '民主评议等次和票数相符',
  basis: '民主评议党员有关规定：评为优秀、合格、基本合格或者不合格，测评票如实统计',
  check: (facts) =>
    reviewsOf(facts).flatMap(({ branch, last, sittings, grades }) => {
      const isFull = (memberId: string, on: string): boolean =>
        rollOn(facts.memberships, branch.id, on).some(
          (membership) => membership.memberId === memberId && membership.status === '正式党员',
        );
      const ungraded = grades.filter(({ memberId, grade, on }) => grade === null && isFull(memberId, on));
      const names = (rows: readonly { readonly memberId: string }[]): string =>
        listNames(rows.map(({ memberId }) => memberName(facts, memberId)));
      return [
        ...(ungraded.length > 0
          ? [
              aboutMeeting(
                last,
                `${facts.year}年度 ${branch.name}的民主评议没有给${names(ungraded)}评定等次，请补填。`,
                'grade',
              ),
            ]
          : []),
        ...sittings.flatMap((sitting) => {
          const counted = grades.filter((row) => row.sitting === sitting && row.ballots !== null);
          const expected = sitting.reviewBallots ?? counted[0]?.ballots ?? 0;
          const wrong = counted.filter(({ ballots }) => ballots !== expected);
          if (wrong.length === 0) return [];
          return aboutMeeting(
            sitting,
            `${branch.name}的民主评议收回测评票 ${expected} 张，${names(wrong)}的四种票合计不等于这个数，请核对。`,
            'ballots',
          );
        }),
      ];
    }),
};

/** 民主评议党员. */
export const memberReviewRules: readonly PartyRule[] = [
  everyMemberReviewed,
  excellentWithinLimit,
  noGradeOnProbation,
  gradedByBallots,
];
