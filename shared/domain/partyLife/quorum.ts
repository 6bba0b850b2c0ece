import type { MeetingType, VoteKind } from './words.ts';

/**
 * The situations in which heads are counted (domain.md §1.3). "以上" includes the number itself, "超过" doesn't;
 * decisions are measured against those due, not those present, elections against those present.
 */
export type DecisionKind =
  /** 支部党员大会的一般决议: 支部工作条例 art. 11 */
  | 'resolution'
  /** 接收、转正、延长或取消预备期: 发展党员工作细则 */
  | 'admission'
  /** 支部委员会会议: 支部工作条例 art. 12 */
  | 'committee'
  /** 选举: 基层组织选举工作条例 */
  | 'election'
  /** 学校党组织会议: 校长负责制意见 */
  | 'organisation'
  /** the same on appointments and the like */
  | 'organisationAppointment'
  /** 校长办公会议: the principal decides after hearing, nobody votes */
  | 'principal'
  /** 民主生活会 */
  | 'democraticLife';

/** Whether enough are present. Counts are of those entitled in the situation (voters, committee, leading group). */
export function hasQuorum(kind: DecisionKind, due: number, present: number): boolean {
  switch (kind) {
    case 'resolution':
    case 'committee':
    case 'organisation':
    case 'principal':
      return present > 0 && 2 * present >= due;
    case 'admission':
      return 2 * present > due;
    case 'election':
      return present > 0 && 5 * present >= 4 * due;
    case 'organisationAppointment':
    case 'democraticLife':
      return present > 0 && 3 * present >= 2 * due;
  }
}

/**
 * Whether a vote carries the matter; presence is judged apart by `hasQuorum`.
 * @param inFavour for admissions including written opinions given before the meeting
 * @returns `undefined` where nothing is voted on
 */
export function isPassed(
  kind: DecisionKind,
  due: number,
  present: number,
  inFavour: number,
): boolean | undefined {
  switch (kind) {
    case 'resolution':
    case 'admission':
    case 'committee':
    case 'organisation':
    case 'organisationAppointment':
      return 2 * inFavour > due;
    case 'election':
      return 2 * inFavour > present;
    case 'principal':
    case 'democraticLife':
      return undefined;
  }
}

/** The fewest votes that carry a matter; `undefined` where nothing is voted on. */
export function votesNeeded(kind: DecisionKind, due: number, present: number): number | undefined {
  if (kind === 'principal' || kind === 'democraticLife') return undefined;
  return Math.floor((kind === 'election' ? present : due) / 2) + 1;
}

/** The rule in words, for a sentence about a meeting that broke it. */
export function quorumWords(kind: DecisionKind): string {
  switch (kind) {
    case 'resolution':
      return '应有半数以上有表决权的党员到会';
    case 'admission':
      return '应有超过半数有表决权的党员到会';
    case 'committee':
      return '应有半数以上委员到会';
    case 'organisation':
    case 'principal':
      return '应有半数以上成员到会';
    case 'election':
      return '应有五分之四以上有选举权的党员到会';
    case 'organisationAppointment':
    case 'democraticLife':
      return '应有三分之二以上成员到会';
  }
}

/** Which situation a vote of a meeting is. */
export function decisionKindOf(meeting: MeetingType, vote: VoteKind): DecisionKind {
  if (meeting === '支部委员会会议') return 'committee';
  if (meeting === '民主生活会') return 'democraticLife';
  if (vote === '选举') return 'election';
  const admission = vote === '接收预备党员' || vote === '预备党员转正' || vote === '延长或取消预备期';
  return admission ? 'admission' : 'resolution';
}
