import { addDays, chinaDateOf, formatChinese } from '../../../kernel/plainDate.ts';
import type { MeetingFact, PartyLifeFacts } from '../../partyLife/facts.ts';
import type { FindingDraft, Rule } from '../rule.ts';

type PartyRule = Rule<PartyLifeFacts>;

const notEnteredInBulk: PartyRule = {
  id: 'PTY-33',
  severity: 'warning',
  label: '不集中补记旧会议',
  basis: '会议记录常见问题：突击补记',
  parameters: ['bulkEntryCount', 'bulkEntryAgeDays', 'bulkEntryGapMinutes'],
  check(facts, parameters, today) {
    const age = parameters.number('bulkEntryAgeDays', today);
    const old = facts.meetings.flatMap((meeting) => {
      const { createdAt } = meeting;
      if (createdAt === null || chinaDateOf(createdAt) <= addDays(meeting.heldOn, age)) return [];
      return [{ meeting, createdAt }];
    });
    const least = parameters.number('bulkEntryCount', today);
    return sittingsOf(old, parameters.number('bulkEntryGapMinutes', today)).flatMap((entries) =>
      entries.length < least ? [] : [aboutSitting(facts, entries, age)],
    );
  },
};

interface Entry {
  readonly meeting: MeetingFact;
  readonly createdAt: string;
}

/** Entries one after the other, with no longer pause than `gapMinutes`. */
function sittingsOf(entries: readonly Entry[], gapMinutes: number): readonly (readonly Entry[])[] {
  const sittings: Entry[][] = [];
  let before = Number.NEGATIVE_INFINITY;
  for (const entry of entries.toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1))) {
    const at = Date.parse(entry.createdAt);
    const last = sittings.at(-1);
    if (last && at - before <= gapMinutes * 60_000) last.push(entry);
    else sittings.push([entry]);
    before = at;
  }
  return sittings;
}

function aboutSitting(facts: PartyLifeFacts, entries: readonly Entry[], age: number): FindingDraft {
  const on = chinaDateOf(entries[0]?.createdAt ?? '');
  const branches = new Set(
    entries.map(({ meeting }) => facts.branches.find(({ id }) => id === meeting.branchId)?.name ?? ''),
  );
  return {
    sentence: `${formatChinese(on)}连续录入了${[...branches].join('、')} ${entries.length} 条 ${age} 天以前的会议，有集中补记之嫌，请核对并在会后及时记录。`,
    window: null,
    subjectId: entries
      .map(({ meeting }) => meeting.id)
      .sort()
      .join('/'),
    evidence: entries.map(({ meeting }) => ({ ledger: 'partyMeeting', id: meeting.id })),
    remedy: { kind: 'open', ledger: 'partyMeeting', id: entries[0]?.meeting.id ?? '' },
  };
}

/** How records came into the ledger. */
export const entryRules: readonly PartyRule[] = [notEnteredInBulk];
