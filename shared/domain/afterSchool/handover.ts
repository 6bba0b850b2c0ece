import type { ClockTime } from '../../kernel/clockTime.ts';
import type { HandoverWay, PickUpWay } from './words.ts';

export interface HandoverRow {
  readonly pupilId: string;
  readonly way: HandoverWay;
  readonly receiver: string | null;
  readonly relation: string | null;
  readonly phone: string | null;
  readonly leftAt: ClockTime | null;
  /** What was done for a pupil whom nobody fetched. */
  readonly handling: string | null;
}

/** How a pupil leaves by the application form. */
export interface PickUpPlan {
  readonly pupilId: string;
  readonly name: string;
  readonly way: PickUpWay;
  readonly receiver: string | null;
  readonly relation: string | null;
  readonly phone: string | null;
  readonly permittedReceivers: readonly string[];
}

export interface HandoverProblem {
  readonly pupilId: string;
  readonly level: 'error' | 'warning';
  readonly sentence: string;
}

/** The row of a pupil who left as the application says. */
export function asEnrolled(plan: PickUpPlan, leftAt: ClockTime): HandoverRow {
  const { pupilId, way, receiver, relation, phone } = plan;
  return { pupilId, way, receiver, relation, phone, leftAt, handling: null };
}

/** The row with another way of leaving: back to the plan where it is the planned one, empty where it is an exception. */
export function withWay(
  row: HandoverRow,
  way: HandoverWay,
  plan: PickUpPlan,
  leftAt: ClockTime,
): HandoverRow {
  if (way === plan.way) return asEnrolled(plan, leftAt);
  return {
    pupilId: row.pupilId,
    way,
    receiver: null,
    relation: null,
    phone: null,
    leftAt: way === '未接' ? null : leftAt,
    handling: null,
  };
}

/** What speaks against a hand-over (ASC-18), pupil by pupil. */
export function handoverProblems(
  rows: readonly HandoverRow[],
  plans: readonly PickUpPlan[],
): readonly HandoverProblem[] {
  const byId = new Map(plans.map((plan) => [plan.pupilId, plan]));
  return rows.flatMap((row): HandoverProblem[] => {
    const plan = byId.get(row.pupilId);
    if (!plan) return [];
    const say = (level: HandoverProblem['level'], sentence: string) => [
      { pupilId: row.pupilId, level, sentence },
    ];
    const receiver = row.receiver?.trim() ?? '';
    if (row.way === '未接')
      return (row.handling ?? '').trim() === ''
        ? say('error', `${plan.name}没有人接，请写明怎样处置（留校看护、联系谁、谁送回）。`)
        : [];
    if (row.way === '自行离校')
      return plan.way === '自行离校'
        ? []
        : say('warning', `${plan.name}报名时填的是${plan.way}，这次自行离校，请核实家长同意。`);
    if (receiver === '')
      return say(row.way === '他人代接' ? 'error' : 'warning', `${plan.name}还没有写由谁接走。`);
    return plan.permittedReceivers.length > 0 && !plan.permittedReceivers.includes(receiver)
      ? say('warning', `${plan.name}由${receiver}接走，不在允许接送的名单内，请核实身份。`)
      : [];
  });
}
