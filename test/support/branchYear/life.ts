import type { AttachmentRef } from '#shared/ledger/field.ts';
import type { Desk } from './desk.ts';

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  /** First day on the roll. */
  readonly from: string;
  /** First day with the right to vote; `null` = none yet. */
  votesFrom: string | null;
}

/** What the year knows while it is lived. */
export interface Life {
  readonly desk: Desk;
  readonly branch: string;
  readonly groups: ReadonlyMap<string, string>;
  readonly members: Member[];
  readonly papers: readonly AttachmentRef[];
  /** Ids of meetings by kind, in the order they were held. */
  readonly meetings: Map<string, string[]>;
  /** Committee from a day on, in the order of their posts. */
  readonly committees: { readonly from: string; readonly ids: readonly string[] }[];
}

export function rollOf({ members }: Life, on: string): readonly Member[] {
  return members.filter(({ from }) => from <= on);
}

export function committeeOf({ committees }: Life, on: string): readonly string[] {
  return committees.findLast(({ from }) => from <= on)?.ids ?? [];
}

export function named({ members }: Pick<Life, 'members'>, name: string): Member {
  const member = members.find((one) => one.name === name);
  if (!member) throw new Error(`nobody called ${name}`);
  return member;
}
