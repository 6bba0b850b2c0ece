import { periodRange } from '../../../kernel/periods.ts';
import { formatChinese } from '../../../kernel/plainDate.ts';
import type { MeetingFact, PartyLifeFacts } from '../../partyLife/facts.ts';
import { aboutRecord, type FindingDraft } from '../rule.ts';
import type { MeetingType } from '../../partyLife/words.ts';

const shortNames: Partial<Record<MeetingType, string>> = {
  支部党员大会: '党员大会',
  支部委员会会议: '支委会',
  民主评议党员: '民主评议',
};

/** 支委会, 党员大会 …: as people say it. */
export function shortTypeName(type: MeetingType): string {
  return shortNames[type] ?? type;
}

/** 第一党支部2026年10月12日的支委会. */
export function meetingWords(facts: PartyLifeFacts, meeting: MeetingFact): string {
  return `${branchName(facts, meeting.branchId)}${formatChinese(meeting.heldOn)}的${shortTypeName(meeting.type)}`;
}

function branchName(facts: PartyLifeFacts, branchId: string): string {
  return facts.branches.find(({ id }) => id === branchId)?.name ?? '';
}

/** A finding about one record, mended by opening it. `part` tells several findings of a rule on it apart. */
export function aboutMeeting(meeting: MeetingFact, sentence: string, part?: string): FindingDraft {
  return aboutRecord('partyMeeting', meeting.id, sentence, part);
}

/** One finding a branch about all records that lack something: a school that keeps none of it isn't buried in lines. */
export function aboutManyMeetings(
  facts: PartyLifeFacts,
  meetings: readonly MeetingFact[],
  severity: 'info' | 'warning',
  say: (branch: string, count: number) => string,
): readonly FindingDraft[] {
  return [...Map.groupBy(meetings, ({ branchId }) => branchId)].map(([branchId, own]) => ({
    severity,
    sentence: say(branchName(facts, branchId), own.length),
    window: periodRange(String(facts.year)),
    subjectId: branchId,
    evidence: own.map(({ id }) => ({ ledger: 'partyMeeting', id })),
    remedy: { kind: 'open', ledger: 'partyMeeting', id: own[0]?.id ?? '' },
  }));
}
