import type { BusySpan, DutyKind, RosterNeed, RosterProblem } from './problem.ts';

export const dutyWords: Readonly<Record<DutyKind, string>> = {
  teaching: '授课',
  care: '看护',
  leader: '值班领导',
  security: '安保',
};

/** 周三, or the calendar day. */
export function dayWords(problem: Pick<RosterProblem, 'days'>, ordinal: number): string {
  return problem.days.find((day) => day.ordinal === ordinal)?.label ?? '排班日期以外的一天';
}

/** 周三16:30—17:20“三年级1班”看护. */
export function needWords(problem: Pick<RosterProblem, 'days'>, need: RosterNeed): string {
  const { span, groupName, kind } = need;
  return `${dayWords(problem, need.day)}${span.start}—${span.end}“${groupName}”${dutyWords[kind]}`;
}

/** 周三15:50—16:40三年级2班数学课. */
export function busyWords(problem: Pick<RosterProblem, 'days'>, { day, span, label }: BusySpan): string {
  const wholeDay = span.start === '00:00' && span.end >= '23:59';
  return `${dayWords(problem, day)}${wholeDay ? '' : `${span.start}—${span.end}`}${label}`;
}
