import {
  decisionKindOf,
  hasQuorum,
  isPassed,
  quorumWords,
  votesNeeded,
} from '../../domain/partyLife/quorum.ts';
import type { DecisionKind } from '../../domain/partyLife/quorum.ts';
import type { Advice, CheckContext, LooseValues } from '../../ledger/definition.ts';
import { rowsOf } from '../../ledger/schema.ts';
import type { MeetingType, VoteKind } from '../../domain/partyLife/words.ts';

/** The tests of presence and passing (domain.md §1.3) on what is typed so far. */
export function meetingAdvice(values: Readonly<LooseValues>, { today }: CheckContext): readonly Advice[] {
  const type = textOf(values['type']) as MeetingType;
  return [
    ...dayAdvice(values, today),
    ...(type === '谈心谈话'
      ? [
          {
            level: 'info' as const,
            path: 'type',
            sentence: '新的谈心谈话请登记在“谈心谈话”台账，那里能看出还缺谁；已有的记录照样计数。',
          },
        ]
      : []),
    ...presenceAdvice(type, numberOf(values['dueCount']), numberOf(values['presentCount'])),
    ...rowsOf(values['votes']).flatMap((row, index) => voteAdvice(type, row, index)),
    ...electionAdvice(values),
  ];
}

function dayAdvice(values: Readonly<LooseValues>, today: string | undefined): Advice[] {
  const heldOn = textOf(values['heldOn']);
  const platformOn = textOf(values['platformOn']);
  return [
    ...(today !== undefined && heldOn > today
      ? [
          {
            level: 'info' as const,
            path: 'heldOn',
            sentence: '还没到开会的日子：先保存草稿，会后补齐出席和内容再点“完成”。',
          },
        ]
      : []),
    ...(heldOn !== '' && platformOn > heldOn
      ? [
          {
            level: 'warning' as const,
            path: 'platformOn',
            sentence: '甘肃党建平台不能补录已经开过的会议，录入日期应不晚于会议日期。',
          },
        ]
      : []),
  ];
}

/** Meetings whose circle is the attendance list itself, so that its presence can be judged. */
const judgedByAttendance: Partial<Record<MeetingType, DecisionKind>> = {
  支部委员会会议: 'committee',
  民主生活会: 'democraticLife',
};

function presenceAdvice(type: MeetingType, due: number | null, present: number | null): Advice[] {
  const kind = judgedByAttendance[type];
  if (kind === undefined || due === null || present === null || due === 0) return [];
  const enough = hasQuorum(kind, due, present);
  return [
    {
      level: enough ? 'good' : 'problem',
      path: 'attendance',
      sentence: `应到 ${due} 人，实到 ${present} 人，${quorumWords(kind)}，${enough ? '可以开会' : '人数不够，不能开会'}。`,
    },
  ];
}

function voteAdvice(type: MeetingType, row: LooseValues, index: number): Advice[] {
  const kind = decisionKindOf(type, textOf(row['kind']) as VoteKind);
  const due = numberOf(row['dueVoters']);
  const present = numberOf(row['presentVoters']);
  if (due === null || present === null || due === 0) return [];
  const matter = textOf(row['matter']) || `第 ${index + 1} 项`;
  if (!hasQuorum(kind, due, present))
    return [
      {
        level: 'problem',
        path: 'votes',
        sentence: `“${matter}”：应到 ${due} 人，实到 ${present} 人，${quorumWords(kind)}，不能表决。`,
      },
    ];
  const needed = votesNeeded(kind, due, present);
  if (needed === undefined) return [];
  const base = kind === 'election' ? `实到 ${present} 人` : `应到 ${due} 人`;
  const inFavour = numberOf(row['inFavour']);
  if (inFavour === null)
    return [
      {
        level: 'info',
        path: 'votes',
        sentence: `“${matter}”：到会人数符合规定，赞成须超过${base}的半数，至少 ${needed} 票。`,
      },
    ];
  const passed = isPassed(kind, due, present, inFavour) === true;
  const stated = textOf(row['outcome']);
  const contrary = stated !== '' && stated !== (passed ? '通过' : '未通过');
  return [
    {
      level: contrary ? 'problem' : passed ? 'good' : 'warning',
      path: 'votes',
      sentence: `“${matter}”：赞成 ${inFavour} 票，${passed ? '已' : '没有'}超过${base}的半数（至少 ${needed} 票），应为${passed ? '通过' : '未通过'}${contrary ? `，与所选的“${stated}”不符` : ''}。`,
    },
  ];
}

function electionAdvice(values: Readonly<LooseValues>): Advice[] {
  const due = numberOf(values['electorsDue']);
  const present = numberOf(values['electorsPresent']);
  if (due === null || present === null || due === 0) return [];
  if (!hasQuorum('election', due, present))
    return [
      {
        level: 'problem',
        path: 'electorsPresent',
        sentence: `应到 ${due} 人，实到 ${present} 人，${quorumWords('election')}，不能选举。`,
      },
    ];
  const needed = votesNeeded('election', due, present) ?? 0;
  const wrong = rowsOf(values['candidates']).filter(
    (row) => row['elected'] === true && !isPassed('election', due, present, numberOf(row['inFavour']) ?? 0),
  ).length;
  return [
    {
      level: 'good',
      path: 'electorsPresent',
      sentence: `到会达到五分之四，可以选举；得赞成票超过实到半数（至少 ${needed} 票）才能当选。`,
    },
    ...(wrong > 0
      ? [
          {
            level: 'problem' as const,
            path: 'candidates',
            sentence: `有 ${wrong} 名标为当选的人得票不到 ${needed} 张，不能当选。`,
          },
        ]
      : []),
  ];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
