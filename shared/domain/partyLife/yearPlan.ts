import type { TimeSpan } from '../../kernel/clockTime.ts';
import { periodRange } from '../../kernel/periods.ts';
import type { DateRange } from '../../kernel/periods.ts';
import { addDays, addMonthsCN } from '../../kernel/plainDate.ts';
import type { PlainDate } from '../../kernel/plainDate.ts';
import { committeeOn, rollOn } from './roll.ts';
import type { Parameters } from '../parameters/index.ts';
import type { MeetingFact, PartyLifeFacts } from './facts.ts';
import { partyObligations } from './obligations.ts';
import { fixedPartyDay, nextWorkdayFrom } from './partyDay.ts';
import { placeMeeting, sameWeekdayIn } from './planPlacement.ts';
import type { Booking, PlanDays } from './planPlacement.ts';
import type { MeetingType } from './words.ts';

/** One planned gathering; what the ledger of plans keeps. */
export interface PlanItem {
  readonly type: MeetingType;
  readonly branchId: string;
  readonly groupId: string | null;
  readonly period: string;
  /** Days in which the obligation may be met. */
  readonly window: DateRange;
  /** `null` where no day without a clash was left: somebody has to decide. */
  readonly plannedOn: PlainDate | null;
  readonly span: TimeSpan;
  readonly place: string;
}

export interface PlanWishes {
  /** Times of the day to be tried, the best one first; at least one. */
  readonly spans: readonly [TimeSpan, ...TimeSpan[]];
  /** Items that stand already: they are left alone and block their people and rooms. */
  readonly standing: readonly PlanItem[];
  /** Nothing is planned before this day. */
  readonly from: PlainDate;
}

/** Which month of its period (counted from 0) and which day of it suits a kind of meeting best. */
const preferences: Readonly<Partial<Record<MeetingType, { readonly month: number; readonly day: number }>>> =
  {
    支部委员会会议: { month: 0, day: 5 },
    支部党员大会: { month: 2, day: 10 },
    党小组会: { month: 0, day: 21 },
    党课: { month: 1, day: 25 },
    组织生活会: { month: 12, day: 12 },
    民主评议党员: { month: 12, day: 14 },
  };

/** How far apart several of a kind in one period are wished. */
const daysBetweenRepeats = 21;

/**
 * A plan for what the branches owe in the facts' year: every obligation not yet met gets a day on which classes are
 * taught, 主题党日 its fixed day, nobody two meetings at once. Obligations that somebody excused are left out.
 */
export function proposeYearPlan(
  facts: PartyLifeFacts,
  parameters: Parameters,
  days: PlanDays,
  wishes: PlanWishes,
): readonly PlanItem[] {
  const owed = partyObligations(facts, parameters, wishes.from).filter(
    ({ state, window }) => ['notYet', 'dueSoon'].includes(state) && window.to >= wishes.from,
  );
  const taken = bookingsOf(facts, wishes.standing);
  const wanted = owed
    .flatMap((obligation) => {
      const stands = wishes.standing.filter((item) => meets(item, obligation)).length;
      const missing = Math.max(0, obligation.required - obligation.meetingIds.length - stands);
      return Array.from({ length: missing }, (_, nth) => ({ ...obligation, nth }));
    })
    .map(({ type, branchId, groupId, period, window, nth }) => {
      const span = { from: window.from < wishes.from ? wishes.from : window.from, to: window.to };
      return {
        item: { type, branchId, groupId, period, window, place: usualPlace(facts, type, branchId, groupId) },
        window: span,
        preferred: within(
          addDays(preferredDay(facts, days, type, branchId, period), nth * daysBetweenRepeats),
          span,
        ),
      };
    })
    // What is bound to its day goes first, then by time, so that each finds its best day.
    .toSorted((a, b) => rank(a.item.type) - rank(b.item.type) || a.preferred.localeCompare(b.preferred));
  return wanted.map((one) => put(facts, days, wishes.spans, taken, one)).toSorted(byDay);
}

/**
 * Last year's plan on the same weekdays of the new year, moved where a day doesn't suit any more. What stands already,
 * is held or whose time is over is left out.
 */
export function copyYearPlan(
  facts: PartyLifeFacts,
  lastYear: readonly PlanItem[],
  days: PlanDays,
  wishes: PlanWishes,
): readonly PlanItem[] {
  const taken = bookingsOf(facts, wishes.standing);
  const open = facts.branches.map(({ id }) => id);
  const there = [...wishes.standing, ...facts.meetings.map(asPlanned)];
  return lastYear
    .filter(({ plannedOn, branchId }) => plannedOn !== null && open.includes(branchId))
    .map((item) => {
      const shift = (day: PlainDate): PlainDate => addMonthsCN(day, 12);
      const whole = { from: shift(item.window.from), to: monthEnd(shift(item.window.to), item.window.to) };
      const window = { from: latest(whole.from, wishes.from), to: whole.to };
      const period = item.period.replace(/^\d{4}/, (year) => String(Number(year) + 1));
      const year = Number((item.plannedOn ?? '').slice(0, 4)) + 1;
      return {
        item: { ...item, period, window: whole },
        window,
        preferred: within(
          item.type === '主题党日'
            ? preferredDay(facts, days, item.type, item.branchId, period)
            : sameWeekdayIn(item.plannedOn ?? window.from, year),
          window,
        ),
      };
    })
    .filter(({ window, item }) => {
      if (window.to < wishes.from) return false;
      const index = there.findIndex((one) => meets(one, item));
      if (index < 0) return true;
      // Each that is there stands for one of last year's.
      there.splice(index, 1);
      return false;
    })
    .toSorted((a, b) => rank(a.item.type) - rank(b.item.type) || a.preferred.localeCompare(b.preferred))
    .map((one) => put(facts, days, wishes.spans, taken, one))
    .toSorted(byDay);
}

function put(
  facts: PartyLifeFacts,
  days: PlanDays,
  spans: PlanWishes['spans'],
  taken: Booking[],
  one: {
    readonly item: Omit<PlanItem, 'plannedOn' | 'span'>;
    readonly window: DateRange;
    readonly preferred: PlainDate;
  },
): PlanItem {
  const { item, window, preferred } = one;
  const peopleOn = (day: PlainDate): readonly string[] => peopleAt(facts, item, day);
  const fixed = item.type === '主题党日';
  const found = placeMeeting({ window, preferred, fixed, place: item.place, peopleOn }, days, spans, taken);
  if (!found) return { ...item, plannedOn: null, span: spans[0] };
  taken.push({ on: found.on, span: found.span, place: item.place, people: peopleOn(found.on) });
  return { ...item, plannedOn: found.on, span: found.span };
}

function preferredDay(
  facts: PartyLifeFacts,
  days: PlanDays,
  type: MeetingType,
  branchId: string,
  period: string,
): PlainDate {
  const { from } = periodRange(period);
  const rule = facts.branches.find(({ id }) => id === branchId)?.partyDay ?? null;
  if (type === '主题党日' && rule !== null && period.length === 7)
    return nextWorkdayFrom(fixedPartyDay(rule, period), (day) => days.calendar.isWorkday(day));
  const { month, day } = preferences[type] ?? { month: 0, day: 15 };
  return addDays(addMonthsCN(from, month), day - 1);
}

function rank(type: MeetingType): number {
  return type === '主题党日' ? 0 : 1;
}

function latest(a: PlainDate, b: PlainDate): PlainDate {
  return a > b ? a : b;
}

/** A meeting held, as the item of a plan that it would have been. */
function asPlanned(
  meeting: MeetingFact,
): Pick<PlanItem, 'type' | 'branchId' | 'groupId' | 'period' | 'plannedOn'> {
  const { type, branchId, groupId, period, heldOn } = meeting;
  return { type, branchId, groupId, period: period ?? '', plannedOn: heldOn };
}

function within(day: PlainDate, { from, to }: DateRange): PlainDate {
  return day < from ? from : day > to ? to : day;
}

/** 28 February of a common year becomes the 29th of a leap year where it stood for the end of its month. */
function monthEnd(shifted: PlainDate, before: PlainDate): PlainDate {
  const wasLast = addDays(before, 1).endsWith('-01');
  return wasLast ? addDays(addMonthsCN(`${shifted.slice(0, 7)}-01`, 1), -1) : shifted;
}

function meets(
  item: Pick<PlanItem, 'type' | 'branchId' | 'groupId' | 'period' | 'plannedOn'>,
  wanted: Pick<PlanItem, 'type' | 'branchId' | 'groupId' | 'period' | 'window'>,
): boolean {
  const inWindow =
    item.plannedOn !== null && wanted.window.from <= item.plannedOn && item.plannedOn <= wanted.window.to;
  return (
    item.type === wanted.type &&
    item.branchId === wanted.branchId &&
    item.groupId === wanted.groupId &&
    (item.period === wanted.period || inWindow)
  );
}

/** The place of the latest record of the kind. */
function usualPlace(
  facts: PartyLifeFacts,
  type: MeetingType,
  branchId: string,
  groupId: string | null,
): string {
  const [latest] = [...facts.earlierMeetings, ...facts.meetings]
    .filter(
      (meeting) => meeting.type === type && meeting.branchId === branchId && meeting.groupId === groupId,
    )
    .toSorted((a, b) => b.heldOn.localeCompare(a.heldOn));
  return latest?.place ?? '';
}

/** Who is expected at a gathering on a day: the committee, or the roll of the branch or group. */
export function peopleAt(
  facts: PartyLifeFacts,
  { type, branchId, groupId }: Pick<PlanItem, 'type' | 'branchId' | 'groupId'>,
  day: PlainDate,
): readonly string[] {
  if (type === '支部委员会会议') return committeeOn(facts.posts, branchId, day);
  return rollOn(facts.memberships, branchId, day)
    .filter((membership) => groupId === null || membership.groupId === groupId)
    .map(({ memberId }) => memberId);
}

function bookingsOf(facts: PartyLifeFacts, standing: readonly PlanItem[]): Booking[] {
  return [
    ...facts.meetings.map((meeting) => ({
      on: meeting.heldOn,
      span: { start: meeting.startsAt, end: meeting.endsAt },
      place: meeting.place,
      people: meeting.attendance.map(({ memberId }) => memberId),
    })),
    ...standing.flatMap((item) =>
      item.plannedOn === null
        ? []
        : {
            on: item.plannedOn,
            span: item.span,
            place: item.place,
            people: peopleAt(facts, item, item.plannedOn),
          },
    ),
  ];
}

function byDay(a: PlanItem, b: PlanItem): number {
  const day = (item: PlanItem): string => item.plannedOn ?? item.window.to;
  return day(a).localeCompare(day(b)) || a.span.start.localeCompare(b.span.start);
}
