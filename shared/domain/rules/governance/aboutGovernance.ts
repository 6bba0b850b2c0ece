import { formatChinese } from '../../../kernel/plainDate.ts';
import type { GovernanceFacts, GovernanceMeetingFact, TopicFact } from '../../governance/facts.ts';
import { aboutRecord, type FindingDraft, type Rule } from '../rule.ts';

export type GovernanceRule = Rule<GovernanceFacts>;

export const governanceBasis = '《关于建立中小学校党组织领导的校长负责制的意见（试行）》';

/** 2026年10月12日的党组织会议 */
function governanceMeetingWords({ kind, heldOn }: GovernanceMeetingFact): string {
  return `${formatChinese(heldOn)}的${kind === '学校党组织会议' ? '党组织会议' : '校长办公会'}`;
}

/** A finding about one meeting or, with `part`, one of its topics; mended by opening the record. */
export function aboutGovernance(
  meeting: GovernanceMeetingFact,
  sentence: string,
  part?: string,
  window: FindingDraft['window'] = null,
): FindingDraft {
  return {
    ...aboutRecord('governanceMeeting', meeting.id, `${governanceMeetingWords(meeting)}：${sentence}`, part),
    window,
  };
}

/** Findings topic by topic. */
export function findInTopics(
  facts: GovernanceFacts,
  judge: (meeting: GovernanceMeetingFact, topic: TopicFact) => string | undefined,
): readonly FindingDraft[] {
  return facts.meetings.flatMap((meeting) =>
    meeting.topics.flatMap((topic) => {
      const problem = judge(meeting, topic);
      return problem === undefined
        ? []
        : [aboutGovernance(meeting, `议题“${topic.name}”${problem}`, topic.id)];
    }),
  );
}
