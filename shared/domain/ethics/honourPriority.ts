import { addYears, ageOn } from '../../kernel/plainDate.ts';
import type { PlainDate } from '../../kernel/plainDate.ts';
import { periodRange } from '../../kernel/periods.ts';
import type { Parameters } from '../parameters/index.ts';
import type { AppraisalFact, StaffFact } from './facts.ts';
import type { GateAnswer } from './gate.ts';
import { honourLevels, type HonourLevel } from './words.ts';

export interface HonourFact {
  readonly staffId: string;
  readonly name: string;
  readonly level: HonourLevel;
  readonly grantedOn: PlainDate;
}

export interface HonourPoint {
  readonly points: number;
  /** What the points are for, in words. */
  readonly sentence: string;
}

export interface HonourSuggestion {
  readonly staffId: string;
  readonly points: number;
  readonly parts: readonly HonourPoint[];
  /** What the gate wants decided before the name goes out; empty = it lets pass. */
  readonly decisions: readonly string[];
}

export interface HonourQuestion {
  readonly staff: readonly StaffFact[];
  readonly honours: readonly HonourFact[];
  readonly appraisals: readonly AppraisalFact[];
  readonly level: HonourLevel;
  readonly on: PlainDate;
  /** The gate's answer for 评优表彰 on that day. */
  readonly gate: (staffId: string) => GateAnswer;
}

/**
 * Who should be proposed next for an honour of a level and why, the most points first; of equal points the longer at the
 * school. Never somebody whom the gate blocks, nor who had an honour of this level or above within the window. It is a
 * suggestion with its reasons: people decide.
 */
export function suggestHonours(
  question: HonourQuestion,
  parameters: Parameters,
): readonly HonourSuggestion[] {
  const { staff, honours, level, on, gate } = question;
  const since = addYears(on, -parameters.number('honourWindowYears', on));
  const atLeast = honourLevels.slice(0, honourLevels.indexOf(level) + 1);
  const within = honours.filter(({ grantedOn }) => since < grantedOn && grantedOn <= on);
  return staff
    .filter(({ hiredOn, leftOn }) => (hiredOn === null || hiredOn <= on) && (leftOn === null || on < leftOn))
    .filter(({ id }) => !within.some((honour) => honour.staffId === id && atLeast.includes(honour.level)))
    .flatMap((person) => {
      const answer = gate(person.id);
      if (answer.outcome === 'blocked') return [];
      const parts = [
        ...honourParts(
          within.filter(({ staffId }) => staffId === person.id),
          on,
          parameters,
        ),
        ...gradeParts(person.id, question, since, parameters),
        ...serviceParts(person, on, parameters),
      ];
      return {
        staffId: person.id,
        points: parts.reduce((sum, { points }) => sum + points, 0),
        parts,
        decisions: answer.reasons.map(({ sentence }) => sentence),
        hiredOn: person.hiredOn ?? '9999-12-31',
      };
    })
    .toSorted(
      (a, b) =>
        Number(a.decisions.length > 0) - Number(b.decisions.length > 0) ||
        b.points - a.points ||
        a.hiredOn.localeCompare(b.hiredOn) ||
        a.staffId.localeCompare(b.staffId),
    )
    .map(({ staffId, points, parts, decisions }) => ({ staffId, points, parts, decisions }));
}

function honourParts(own: readonly HonourFact[], on: PlainDate, parameters: Parameters): HonourPoint[] {
  const worth = parameters.numberList('honourLevelPoints', on);
  return honourLevels.flatMap((level, index) => {
    const names = own.filter((honour) => honour.level === level).map(({ name }) => name);
    const points = (worth[index] ?? 0) * names.length;
    return names.length === 0
      ? []
      : [{ points, sentence: `${level}荣誉${names.length}项（${names.join('、')}）` }];
  });
}

function gradeParts(
  staffId: string,
  { appraisals, on }: HonourQuestion,
  since: PlainDate,
  parameters: Parameters,
): HonourPoint[] {
  const worth = parameters.numberList('honourGradePoints', on);
  const own = appraisals.filter((one) => {
    const { to } = periodRange(one.period);
    return one.staffId === staffId && since < to && to <= on;
  });
  return (['优秀', '合格'] as const).flatMap((grade, index) => {
    const times = own.filter((one) => one.grade === grade).length;
    return times === 0
      ? []
      : [{ points: (worth[index] ?? 0) * times, sentence: `师德考核${grade}${times}次` }];
  });
}

function serviceParts({ hiredOn }: StaffFact, on: PlainDate, parameters: Parameters): HonourPoint[] {
  if (hiredOn === null) return [];
  const years = ageOn(hiredOn, on);
  const points = Math.floor(years / parameters.number('honourYearsPerPoint', on));
  return points === 0 ? [] : [{ points, sentence: `在本校工作${years}年` }];
}
