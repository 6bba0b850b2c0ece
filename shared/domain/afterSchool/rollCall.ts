import type { ClockTime } from '../../kernel/clockTime.ts';
import type { PlainDate } from '../../kernel/plainDate.ts';
import type { RollCallRow } from './facts.ts';
import type { PickUpWay, RollState } from './words.ts';

/** A pupil on the roll of one session. */
export interface RollPupil {
  readonly pupilId: string;
  readonly name: string;
  /** Place on the roll, from 1. */
  readonly number: number;
  readonly pickUp: PickUpWay | null;
  /** Names on the application form; the first is the guardian. */
  readonly permittedReceivers: readonly string[];
  /** Why the pupil may not take part yet, as a sentence; `null` when enrolled in time. */
  readonly doubt: string | null;
}

export interface RollProblem {
  readonly pupilId: string;
  /** error: not saved · warning: saved, but to be completed (ASC-08, ASC-17, ASC-18). */
  readonly level: 'error' | 'warning';
  readonly sentence: string;
}

export interface RollSession {
  readonly startsAt: ClockTime;
  readonly endsAt: ClockTime;
}

/** Whether somebody counts as present (实到). */
export function isPresent(state: RollState): boolean {
  return state !== '请假' && state !== '缺勤';
}

/** The row of a pupil about whom nothing is said. */
export function presentRow(pupilId: string): RollCallRow {
  return { pupilId, state: '到', reason: null, guardianInformed: false, leftAt: null, fetchedBy: null };
}

/**
 * The row with another state. What belonged to the former state goes: a reason to an absence, time and receiver to an
 * early leaving. Whoever asks for leave has told the school, so the guardian knows.
 */
export function withRollState(row: RollCallRow, state: RollState, informed = false): RollCallRow {
  return {
    ...presentRow(row.pupilId),
    state,
    reason: state === '到' ? null : row.reason,
    guardianInformed: state === '请假' || informed,
    leftAt: state === '早退' ? row.leftAt : null,
    fetchedBy: state === '早退' ? row.fetchedBy : null,
  };
}

/** Whether a row by itself says all there is to say, whoever the pupil is. */
export function isTold({ state, reason, guardianInformed }: RollCallRow): boolean {
  if (state === '早退') return false;
  return isPresent(state) || (reason !== null && (state === '请假' || guardianInformed));
}

/** What speaks against a roll call, pupil by pupil, in the order of the roll. */
export function rollProblems(
  rows: readonly RollCallRow[],
  pupils: readonly RollPupil[],
  session: RollSession,
): readonly RollProblem[] {
  const byId = new Map(pupils.map((pupil) => [pupil.pupilId, pupil]));
  return rows.flatMap((row) => {
    const pupil = byId.get(row.pupilId);
    return pupil ? rowProblems(row, pupil, session) : [];
  });
}

function rowProblems(row: RollCallRow, pupil: RollPupil, session: RollSession): readonly RollProblem[] {
  const { name, pickUp, permittedReceivers, doubt } = pupil;
  const say = (level: RollProblem['level'], sentence: string): RollProblem => ({
    pupilId: row.pupilId,
    level,
    sentence,
  });
  const problems: RollProblem[] = [];
  if (doubt !== null && isPresent(row.state)) problems.push(say('warning', doubt));
  if (row.state === '请假' && row.reason === null)
    problems.push(say('warning', `${name}请假，还没有写原因。`));
  if (row.state === '缺勤') {
    if (row.reason === null) problems.push(say('warning', `${name}缺勤，还没有写原因。`));
    if (!row.guardianInformed) problems.push(say('warning', `${name}缺勤，还没有告知家长。`));
  }
  if (row.state !== '早退') return problems;
  if (row.leftAt === null) problems.push(say('error', `${name}早退，请填写离开时间。`));
  else if (row.leftAt < session.startsAt || row.leftAt > session.endsAt)
    problems.push(
      say(
        'error',
        `${name}离开的时间 ${row.leftAt} 不在这一场（${session.startsAt}—${session.endsAt}）里，请核对。`,
      ),
    );
  if (pickUp === '自行离校') return problems;
  if (row.fetchedBy === null) problems.push(say('warning', `${name}早退，还没有写由谁接走。`));
  else if (permittedReceivers.length > 0 && !permittedReceivers.includes(row.fetchedBy.trim()))
    problems.push(say('warning', `${name}由${row.fetchedBy}接走，不在允许接送的名单内，请核实身份。`));
  return problems;
}

/**
 * Why a pupil who came may not take part yet (ASC-08), as a sentence; `null` when all is well.
 * @param appliedOn day of the application; `null` = none for this term
 */
export function enrolmentDoubt(
  name: string,
  enrolment: { readonly appliedOn: PlainDate; readonly withdrawnOn: PlainDate | null } | null,
  on: PlainDate,
): string | null {
  if (enrolment === null) return `${name}没有家长申请，先参加后请补登记报名。`;
  if (enrolment.appliedOn > on)
    return `${name}的家长申请在 ${enrolment.appliedOn}，晚于这一天，应先申请后参加。`;
  if (enrolment.withdrawnOn !== null && enrolment.withdrawnOn <= on)
    return `${name}已在 ${enrolment.withdrawnOn} 退出，请核对。`;
  return null;
}
