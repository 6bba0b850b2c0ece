import type { SchoolCalendar } from '../../kernel/calendar.ts';
import {
  addDays,
  addMonthsCN,
  addYears,
  ageOn,
  datesBetween,
  formatChinese,
} from '../../kernel/plainDate.ts';
import type { PlainDate } from '../../kernel/plainDate.ts';
import type { Parameters } from '../parameters/index.ts';
import type { DevelopmentPerson } from './developmentFacts.ts';
import { blockedBy, stepOn } from './developmentState.ts';
import { developmentStep, noticeBefore, stepWords } from './developmentSteps.ts';
import type { InspectionPhase } from './words.ts';

/** What times are reckoned with; `on` is the day whose parameters hold. */
export interface TimeRules {
  readonly parameters: Parameters;
  readonly calendar: SchoolCalendar;
  readonly on: PlainDate;
}

/**
 * One limit on the day of a step. `notBefore`: earlier is void. `due`: should be done by then. `last`: later is void, or
 * has to be gone through anew.
 */
export interface TimeBound {
  readonly kind: 'notBefore' | 'due' | 'last';
  readonly on: PlainDate;
  /** Chinese, without the date: 年满 18 周岁. */
  readonly why: string;
}

export interface StepTimes {
  readonly earliest: TimeBound | null;
  readonly due: TimeBound | null;
  readonly last: TimeBound | null;
}

/** 发展党员工作细则: least age. */
const leastAge = 18;
/** Months of 培养教育, and of the 预备期. */
const yearOfMonths = 12;
const inspectionMonths = 6;

/** The first day on which somebody has lived so many years; born on 29 February, that is 1 March of a common year. */
function firstDayOfAge(bornOn: PlainDate, years: number): PlainDate {
  const birthday = addYears(bornOn, years);
  return ageOn(bornOn, birthday) >= years ? birthday : addDays(birthday, 1);
}

/** The day from which the time of cultivation counts: here from the transfer, where the dossier did not come along. */
export function cultivatedSince(person: DevelopmentPerson): PlainDate | null {
  const { transferredInOn, timeKept } = person;
  const named = stepOn(person, 3);
  if (named === null || transferredInOn === null || timeKept) return named;
  return named < transferredInOn ? transferredInOn : named;
}

/** The day the probation is over (that day a branch may discuss full membership), extension included. */
export function probationEndsOn(person: DevelopmentPerson): PlainDate | null {
  const admitted = stepOn(person, 15);
  if (admitted === null) return null;
  const extended = person.extensions.reduce((sum, { months }) => sum + months, 0);
  return addMonthsCN(admitted, yearOfMonths + extended);
}

/** Every limit on the day of a step that can be reckoned from what is known. */
export function timeBounds(
  person: DevelopmentPerson,
  number: number,
  rules: TimeRules,
): readonly TimeBound[] {
  const inOrder = developmentStep(number).after.flatMap((before): TimeBound[] => {
    const on = stepOn(person, before);
    return on === null ? [] : [{ kind: 'notBefore', on, why: `不早于${stepWords(before)}` }];
  });
  return [...inOrder, ...noticeBounds(person, number, rules), ...ownBounds(person, number, rules)];
}

function ownBounds(
  person: DevelopmentPerson,
  number: number,
  { parameters, on: today }: TimeRules,
): readonly TimeBound[] {
  const after = (step: number, months: number, kind: TimeBound['kind'], why: string): TimeBound[] => {
    const from = stepOn(person, step);
    return from === null ? [] : [{ kind, on: addMonthsCN(from, months), why }];
  };
  const since = cultivatedSince(person);
  const ends = probationEndsOn(person);
  switch (number) {
    case 1:
      return person.bornOn === null
        ? []
        : [{ kind: 'notBefore', on: firstDayOfAge(person.bornOn, leastAge), why: `年满 ${leastAge} 周岁` }];
    case 2:
      return after(1, 1, 'due', '收到申请书后 1 个月内');
    case 7:
      return since === null
        ? []
        : [{ kind: 'notBefore', on: addMonthsCN(since, yearOfMonths), why: '培养教育满 1 年' }];
    case 15: {
      const valid = parameters.number('politicalReviewValidMonths', today);
      return [
        ...after(13, 1, 'due', '预审合格后 1 个月内'),
        ...after(10, valid, 'due', `政审结论 ${valid} 个月内有效`),
      ];
    }
    case 17:
      return [
        ...after(15, 3, 'due', '支部大会后 3 个月内'),
        ...after(15, 6, 'last', '支部大会后最长 6 个月'),
      ];
    case 20: {
      const approved = stepOn(person, 17);
      const days = parameters.number('oathDays', today);
      return approved === null
        ? []
        : [{ kind: 'due', on: addDays(approved, days), why: `审批后 ${days} 天内` }];
    }
    case 22:
      return ends === null
        ? []
        : [
            { kind: 'notBefore', on: addMonthsCN(ends, -1), why: '预备期满前 1 个月起' },
            { kind: 'due', on: ends, why: '预备期满时' },
          ];
    case 23: {
      if (ends === null) return [];
      const due = parameters.number('confirmationDueMonths', today);
      const last = parameters.number('confirmationLastMonths', today);
      return [
        { kind: 'notBefore', on: ends, why: '预备期满' },
        { kind: 'due', on: addMonthsCN(ends, due), why: `预备期满后 ${due} 个月内` },
        { kind: 'last', on: addMonthsCN(ends, last), why: `预备期满后最长 ${last} 个月` },
      ];
    }
    case 24:
      return after(23, 3, 'due', '支部大会后 3 个月内');
    default:
      return [];
  }
}

/** A meeting comes after its public notice, which runs for working days. */
function noticeBounds(
  person: DevelopmentPerson,
  number: number,
  { parameters, calendar, on }: TimeRules,
): readonly TimeBound[] {
  const kind = noticeBefore[number];
  const workdays = parameters.number('developmentNoticeWorkdays', on);
  if (kind === undefined || workdays === 0) return [];
  const notice = person.notices.find((one) => one.kind === kind);
  if (notice === undefined) return [];
  const full = noticeEndsOn(notice.from, workdays, calendar);
  const last = [full, notice.to]
    .filter((day) => day !== null && day !== undefined)
    .sort()
    .at(-1);
  return last === undefined
    ? []
    : [{ kind: 'notBefore', on: addDays(last, 1), why: `${kind}满 ${workdays} 个工作日` }];
}

/** The last of so many working days of a notice, its first day counted where it is one; `undefined` where unknown. */
function noticeEndsOn(from: PlainDate, workdays: number, calendar: SchoolCalendar): PlainDate | undefined {
  return calendar.addWorkdays(addDays(from, -1), workdays);
}

/** Working days of a notice, both ends counted. */
export function noticeWorkdays(from: PlainDate, to: PlainDate, calendar: SchoolCalendar): number | 'unknown' {
  let count = 0;
  for (const day of datesBetween(from, to)) {
    const workday = calendar.isWorkday(day);
    if (workday === 'unknown') return 'unknown';
    if (workday) count += 1;
  }
  return count;
}

/** The limits that bind: the latest beginning, the earliest ends. */
function bindingOf(bounds: readonly TimeBound[]): StepTimes {
  const ordered = (kind: TimeBound['kind']): TimeBound[] =>
    bounds.filter((bound) => bound.kind === kind).toSorted((a, b) => a.on.localeCompare(b.on));
  return {
    earliest: ordered('notBefore').at(-1) ?? null,
    due: ordered('due')[0] ?? null,
    last: ordered('last')[0] ?? null,
  };
}

export function stepTimes(person: DevelopmentPerson, number: number, rules: TimeRules): StepTimes {
  return bindingOf(timeBounds(person, number, rules));
}

export type StepStanding = 'done' | 'blocked' | 'tooEarly' | 'open' | 'dueSoon' | 'overdue';

/** How a step stands on the day of the rules. */
export function stepStanding(person: DevelopmentPerson, number: number, rules: TimeRules): StepStanding {
  if (stepOn(person, number) !== null) return 'done';
  if (person.endedOn !== null || blockedBy(person, number) !== null) return 'blocked';
  const { earliest, due } = stepTimes(person, number, rules);
  const today = rules.on;
  if (due !== null && today > due.on) return 'overdue';
  if (earliest !== null && today < earliest.on) return 'tooEarly';
  const soon = rules.parameters.number('developmentDueSoonDays', today);
  return due !== null && today >= addDays(due.on, -soon) ? 'dueSoon' : 'open';
}

/** The first day from today on that a step may be taken; `null` while others must come before. */
export function nextPossibleOn(
  person: DevelopmentPerson,
  number: number,
  rules: TimeRules,
): PlainDate | null {
  if (stepOn(person, number) !== null || blockedBy(person, number) !== null) return null;
  const earliest = stepTimes(person, number, rules).earliest?.on ?? rules.on;
  return earliest > rules.on ? earliest : rules.on;
}

export interface DateProblem {
  readonly kind: 'tooEarly' | 'tooLate' | 'void';
  readonly sentence: string;
}

/** What is wrong with a day under some limits, gravest first; `null` where the day holds. */
export function dayProblem(bounds: readonly TimeBound[], day: PlainDate): DateProblem | null {
  const { earliest, due, last } = bindingOf(bounds);
  if (earliest !== null && day < earliest.on)
    return { kind: 'tooEarly', sentence: `太早：${earliest.why}，最早${formatChinese(earliest.on)}。` };
  if (last !== null && day > last.on)
    return { kind: 'void', sentence: `超过期限：${last.why}，最迟${formatChinese(last.on)}。` };
  if (due !== null && day > due.on)
    return { kind: 'tooLate', sentence: `晚了：${due.why}，应在${formatChinese(due.on)}前。` };
  return null;
}

export interface InspectionSpan {
  readonly phase: InspectionPhase;
  readonly from: PlainDate;
  /** The next inspection or the end of the phase; `null` while it runs on. */
  readonly to: PlainDate | null;
  /** Half a year after `from`. */
  readonly dueOn: PlainDate;
}

/** From one 考察 to the next, through 培养教育 and 预备期; the last one of a running phase is open. */
export function inspectionSpans(person: DevelopmentPerson): readonly InspectionSpan[] {
  const end = person.endedOn;
  return [
    ...spansOf(person, '积极分子', cultivatedSince(person), stepOn(person, 15) ?? end),
    ...spansOf(person, '预备党员', stepOn(person, 15), stepOn(person, 23) ?? end),
  ];
}

function spansOf(
  person: DevelopmentPerson,
  phase: InspectionPhase,
  from: PlainDate | null,
  to: PlainDate | null,
): readonly InspectionSpan[] {
  if (from === null) return [];
  const held = person.inspections
    .filter((one) => one.phase === phase && one.on >= from && (to === null || one.on <= to))
    .map(({ on }) => on)
    .sort();
  const starts = [from, ...held];
  return starts.map((start, index) => ({
    phase,
    from: start,
    to: starts[index + 1] ?? to,
    dueOn: addMonthsCN(start, inspectionMonths),
  }));
}

/** When the next 考察 is due; `null` where none runs. */
export function nextInspection(person: DevelopmentPerson): InspectionSpan | null {
  return inspectionSpans(person).find(({ to }) => to === null) ?? null;
}
