import type { AcceptedRoster } from '../../../../shared/contract/afterSchool.ts';
import {
  absencesOf,
  exceptionViolations,
  rosterOn,
  type DayException,
} from '../../../../shared/domain/afterSchool/roster/dated.ts';
import type {
  Assignment,
  RosterNeed,
  RosterProblem,
} from '../../../../shared/domain/afterSchool/roster/problem.ts';
import { verifyRoster } from '../../../../shared/domain/afterSchool/roster/verifyRoster.ts';
import { failure, success, type Result } from '../../../../shared/kernel/result.ts';
import { emptyValues } from '../../../../shared/ledger/schema.ts';
import { serviceSlot } from '../../../../shared/ledgers/afterSchool/serviceSlot.ts';
import type { WriteHandle } from '../../../store/handles.ts';
import { saveChanges, saveNew } from '../../ledgers/saveRecord.ts';
import type { Unit } from '../../school/unitOfWork.ts';
import { isSettled, loadRoster, opensOn, type LoadedRoster } from './loadRoster.ts';
import { roleOf } from './presentRoster.ts';

export interface AcceptOrder {
  readonly period: string;
  readonly from: string;
  readonly to: string;
  readonly roster: readonly Assignment[];
  readonly locked: readonly Assignment[];
  readonly replacements: readonly { readonly needId: string; readonly reason: string }[];
  readonly exceptions: readonly DayException[];
}

type Staffing = LoadedRoster['slots'][number]['values']['staffing'][number];

/**
 * Writes a roster into the sessions of every teaching day of its range. Sessions that were held or called off stay, people from
 * outside too. Refused as a whole where the roster breaks a demand as the records are now.
 */
export function acceptRoster(w: WriteHandle, order: AcceptOrder, unit: Unit): Result<AcceptedRoster> {
  const loaded = loadRoster(w, order.period, order);
  const [missing] = loaded.board.missing;
  if (missing !== undefined) return failure('invalidInput', missing);
  const problem = { ...loaded.board.problem, locked: order.locked };
  const { datedBusy, teachingDays } = loaded.board;
  const refusal = refusalOf(problem, order, loaded);
  if (refusal !== null) return failure('conflict', refusal);
  // Whoever is away on a date isn't written down for it.
  const away = absencesOf(problem, order.roster, datedBusy, teachingDays, order.exceptions).map(
    ({ date, need }) => ({ date, needId: need.id, teacherId: null, reason: '' }),
  );
  const exceptions = [...order.exceptions, ...away];
  const needs = Map.groupBy(problem.needs, ({ day, span, groupId }) => [day, span.start, groupId].join('|'));
  const slots = new Map(loaded.slots.map((slot) => [slotKey(slot.values), slot]));
  let [created, changed] = [0, 0];
  for (const { date, weekday } of teachingDays) {
    const byNeed = new Map(
      rosterOn(order.roster, exceptions, date).map(({ needId, teacherId }) => [needId, teacherId]),
    );
    for (const course of loaded.courses)
      for (const { name, span, lessons } of loaded.periods) {
        const own = needs.get([weekday, span.start, course.id].join('|')) ?? [];
        const stored = slots.get(slotKey({ heldOn: date, startsAt: span.start, course: course.id }));
        const taughtFromOutside = course.values.external !== null && opensOn(course.values, weekday);
        if ((own.length === 0 && !taughtFromOutside) || (stored && isSettled(stored))) continue;
        const present = stored?.values.staffing ?? [];
        const staffing = [
          ...present.filter(isKept),
          ...(taughtFromOutside ? outsiderRow(course, lessons, present, unit) : []),
          ...own.flatMap((need) => {
            const teacherId = byNeed.get(need.id);
            return teacherId === undefined
              ? []
              : [rowFor({ need, date, teacherId }, order, loaded.board.roster, present, unit)];
          }),
        ];
        const saved = stored
          ? saveChanges(w, serviceSlot, stored, { staffing }, unit, { period: order.period })
          : saveNew(
              w,
              serviceSlot,
              { values: { ...newSession(course, date, { name, span }), staffing }, period: order.period },
              unit,
            );
        if (!saved.ok) return saved;
        if (!stored) created += 1;
        else if (saved.value.revision !== stored.revision) changed += 1;
      }
  }
  return success({ created, changed, leftOpen: away.length });
}

/** What the roster breaks as the records are now; `null` = nothing. */
function refusalOf(
  problem: RosterProblem,
  { roster, exceptions }: AcceptOrder,
  { board: { datedBusy, teachingDays } }: LoadedRoster,
): string | null {
  const violations = [
    ...verifyRoster(problem, roster).filter(({ kind }) => kind !== 'uncovered'),
    ...exceptionViolations(problem, roster, datedBusy, teachingDays, exceptions),
  ];
  const [first] = violations;
  if (!first) return null;
  const more = violations.length > 1 ? `另有 ${violations.length - 1} 处冲突。` : '';
  return `${first.sentence}${more}没有保存，请改好后再试。`;
}

function newSession(
  { id, values }: LoadedRoster['courses'][number],
  date: string,
  { name, span }: Pick<LoadedRoster['periods'][number], 'name' | 'span'>,
) {
  return {
    ...emptyValues(serviceSlot),
    name: `${date} ${values.name} ${name}`.slice(0, 80),
    heldOn: date,
    startsAt: span.start,
    endsAt: span.end,
    kind: '课后服务',
    course: id,
    room: values.room,
    confirmed: false,
  };
}

/** Who does a need on a date; `proposed` is the roster that was made, before anything was changed by hand. */
function rowFor(
  { need, date, teacherId }: { readonly need: RosterNeed; readonly date: string; readonly teacherId: string },
  order: AcceptOrder,
  proposed: readonly Assignment[],
  present: readonly Staffing[],
  unit: Unit,
): Staffing {
  const role = roleOf[need.kind];
  const before = present.find((row) => row.staff === teacherId && row.role === role);
  const exception = order.exceptions.find((each) => each.date === date && each.needId === need.id);
  const replacement = exception ?? order.replacements.find(({ needId }) => needId === need.id);
  const usual = exception ? order.roster : proposed;
  const former = usual.find(({ needId }) => needId === need.id)?.teacherId ?? null;
  return {
    id: before?.id ?? unit.newId(),
    staff: teacherId,
    external: null,
    role,
    hours: need.weight,
    locked: order.locked.some(({ needId }) => needId === need.id),
    replaces: replacement && former !== teacherId ? former : (before?.replaces ?? null),
    replacedBecause: replacement?.reason ?? before?.replacedBecause ?? null,
  };
}

/** Whoever from outside teaches the course, once a session. */
function outsiderRow(
  { values }: LoadedRoster['courses'][number],
  lessons: number,
  present: readonly Staffing[],
  unit: Unit,
): readonly Staffing[] {
  if (values.external === null || present.some(({ external }) => external !== null)) return [];
  return [
    {
      id: unit.newId(),
      staff: null,
      external: values.external,
      role: '授课',
      hours: lessons,
      locked: false,
      replaces: null,
      replacedBecause: null,
    },
  ];
}

/** People from outside and the school's management aren't rostered. */
function isKept({ staff, role }: Staffing): boolean {
  return staff === null || role === '管理';
}

function slotKey(slot: {
  readonly heldOn: string;
  readonly startsAt: string;
  readonly course: string;
}): string {
  return [slot.heldOn, slot.startsAt, slot.course].join('|');
}
