import type { PlainDate } from '../../kernel/plainDate.ts';
import type { DevelopmentPerson } from './developmentFacts.ts';
import { stepOn } from './developmentState.ts';
import { probationEndsOn } from './developmentTimes.ts';
import type { MemberStatus } from '../partyLife/words.ts';

/** What the roll says of a person; `null` = not on it. */
export interface RollEntry {
  readonly status: MemberStatus;
  /** Day on which the entry ended (transfer, end of membership); `null` = still on the roll. */
  readonly until: PlainDate | null;
}

/** How a dossier moves the roll. */
export type RollMove =
  | {
      readonly kind: 'admit';
      /** 入党时间: the day the branch meeting admitted; probation counts from it (发展党员工作细则 art. 25). */
      readonly admittedOn: PlainDate;
      /** The superior's approval: from this day the branch has the member on its roll. */
      readonly since: PlainDate;
    }
  | {
      readonly kind: 'confirm';
      readonly admittedOn: PlainDate | null;
      /** 转正时间, from which 党龄 counts: the end of the probation, however late it was confirmed (art. 33). */
      readonly confirmedOn: PlainDate;
      /** The superior's approval: from this day the member has the right to vote. */
      readonly since: PlainDate;
    }
  | { readonly kind: 'cancel'; readonly until: PlainDate };

/**
 * What the roll still lacks of what the dossier says; `null` where they agree, or the roll is further on. Counts of earlier
 * meetings stay as they were: nothing changes before the superior's approval.
 */
export function rollMove(person: DevelopmentPerson, entry: RollEntry | null): RollMove | null {
  const { endedOn, endReason } = person;
  if (endedOn !== null)
    return endReason === '取消预备党员资格' && entry?.status === '预备党员' && entry.until === null
      ? { kind: 'cancel', until: endedOn }
      : null;
  const confirmed = stepOn(person, 24);
  const admittedOn = stepOn(person, 15);
  if (confirmed !== null)
    return entry?.status === '正式党员' || entry?.until
      ? null
      : {
          kind: 'confirm',
          admittedOn,
          confirmedOn: probationEndsOn(person) ?? stepOn(person, 23) ?? confirmed,
          since: confirmed,
        };
  const approved = stepOn(person, 17);
  return approved !== null && entry === null
    ? { kind: 'admit', admittedOn: admittedOn ?? approved, since: approved }
    : null;
}

/** What a move is for, as a sentence for a clerk. */
export function rollMoveWords(move: RollMove): string {
  switch (move.kind) {
    case 'admit':
      return `上级已批准接收，党员名册里还没有。登入后从 ${move.since} 起为预备党员。`;
    case 'confirm':
      return `上级已批准转正，名册里还不是正式党员。登入后从 ${move.since} 起有表决权。`;
    case 'cancel':
      return `已取消预备党员资格，名册里还在册。登入后 ${move.until} 止。`;
  }
}
