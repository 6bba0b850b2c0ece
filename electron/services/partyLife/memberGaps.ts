import type { FeePayerRow, MemberGap } from '../../../shared/contract/partyLife.ts';
import type { MemberFact, PartyLifeFacts } from '../../../shared/domain/partyLife/facts.ts';
import type { MemberAttendance } from '../../../shared/domain/partyLife/memberAttendance.ts';
import type { StudyAccount } from '../../../shared/domain/partyLife/studyHours.ts';
import type { TalkMatrix } from '../../../shared/domain/partyLife/talkMatrix.ts';
import { memberName } from '../../../shared/domain/partyLife/roll.ts';
import { formatPeriod } from '../../../shared/kernel/periods.ts';
import { partyFee } from '../../../shared/ledgers/partyLife/partyFee.ts';
import { partyMeeting } from '../../../shared/ledgers/partyLife/partyMeeting.ts';
import { partyMember } from '../../../shared/ledgers/partyLife/partyMember.ts';
import { partyStudy } from '../../../shared/ledgers/partyLife/partyStudy.ts';
import { partyTalk } from '../../../shared/ledgers/partyLife/partyTalk.ts';

/** What is known of a member on the roll of a branch. */
export interface MemberStanding {
  readonly member: MemberFact;
  readonly branchId: string;
  readonly facts: PartyLifeFacts;
  readonly attendance: MemberAttendance;
  readonly study: StudyAccount;
  readonly trainingsDue: number;
  readonly fees: FeePayerRow;
  readonly matrix: TalkMatrix;
  /** For the rows of new records. */
  readonly newId: () => string;
}

/** What is missing about a member in the year, each with the record to be made or opened. */
export function memberGaps(standing: MemberStanding): readonly MemberGap[] {
  return [...feeGaps(standing), ...studyGaps(standing), ...talkGaps(standing), ...absenceGaps(standing)];
}

function feeGaps({ member, branchId, fees }: MemberStanding): readonly MemberGap[] {
  if (fees.base === null && fees.situation !== '无固定收入')
    return [
      {
        sentence: '党员名册里没有党费基数，应交党费算不出来',
        action: '填写基数',
        remedy: { kind: 'open', ledger: partyMember.id, id: member.id },
      },
    ];
  const unrecorded = fees.cells.filter(({ state }) => state === 'unrecorded').length;
  const left = fees.cells
    .filter(({ state }) => state === 'arrears' || state === 'short')
    .map(({ month, state, record }): MemberGap => ({
      sentence: `${formatPeriod(month)}的党费${state === 'short' ? '没有交足' : '没有交'}`,
      action: '登记党费',
      remedy: record
        ? { kind: 'open', ledger: partyFee.id, id: record.id }
        : {
            kind: 'create',
            ledger: partyFee.id,
            period: month,
            values: { member: member.id, branch: branchId, situation: fees.situation },
          },
    }));
  if (unrecorded === 0) return left;
  return [
    { sentence: `党费还有 ${unrecorded} 个月没有登记`, action: '登记党费', remedy: { kind: 'fees' } },
    ...left,
  ];
}

function studyGaps(standing: MemberStanding): readonly MemberGap[] {
  const { member, branchId, facts, study, trainingsDue, newId } = standing;
  const record = (sentence: string, values: Readonly<Record<string, unknown>>): MemberGap => ({
    sentence,
    action: '登记学习',
    remedy: {
      kind: 'create',
      ledger: partyStudy.id,
      period: String(facts.year),
      values: {
        branch: branchId,
        participants: [{ id: newId(), member: member.id, hours: null, remark: null }],
        ...values,
      },
    },
  });
  const behind = study.onPace - study.hours;
  return [
    ...(behind > 0
      ? [record(`学时 ${study.hours}，按进度应有 ${study.onPace}，还差 ${round(behind)} 学时`, {})]
      : []),
    ...(study.leader && study.trainings < trainingsDue
      ? [
          record(`书记和委员每年至少参加 ${trainingsDue} 次集中培训，还没有记录`, {
            mode: '党务培训学',
            training: true,
          }),
        ]
      : []),
  ];
}

function talkGaps({ member, branchId, facts, matrix }: MemberStanding): readonly MemberGap[] {
  const { id } = member;
  const record = (sentence: string, values: Readonly<Record<string, unknown>>): MemberGap => ({
    sentence,
    action: '登记谈话',
    remedy: {
      kind: 'create',
      ledger: partyTalk.id,
      period: String(facts.year),
      values: { branch: branchId, ...values },
    },
  });
  const pairs = matrix.committeePairsMissing.flatMap(([first, second]) =>
    first === id ? [second] : second === id ? [first] : [],
  );
  const [talker] = matrix.committeeIds;
  return [
    ...pairs.map((other) =>
      record(`还没有和委员${memberName(facts, other)}谈心谈话`, {
        talker: id,
        partner: other,
        kind: '支委之间',
      }),
    ),
    ...(matrix.withoutCommittee.includes(id) && talker !== undefined
      ? [record('还没有委员与之谈心谈话', { talker, partner: id, kind: '支委与党员' })]
      : []),
    ...(matrix.withoutPeer.includes(id) && matrix.memberIds.length - matrix.committeeIds.length > 1
      ? [record('还没有与其他党员谈心谈话', { talker: id, kind: '党员之间' })]
      : []),
  ];
}

function absenceGaps({ attendance }: MemberStanding): readonly MemberGap[] {
  return attendance.absences
    .filter(({ row }) => row.madeUpOn === null)
    .map(({ meeting, row }) => ({
      sentence: `${meeting.heldOn} ${meeting.title}：${row.state}，没有补学`,
      action: '登记补学',
      remedy: { kind: 'open', ledger: partyMeeting.id, id: meeting.id },
    }));
}

function round(hours: number): number {
  return Math.round(hours * 10) / 10;
}
