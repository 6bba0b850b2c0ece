import type { AppraisalFact } from '../../../../shared/domain/ethics/facts.ts';
import { meanOf, partScore } from '../../../../shared/domain/ethics/round/ratings.ts';
import { roundResult, type RoundResult } from '../../../../shared/domain/ethics/round/roundResult.ts';
import {
  anonymousParts,
  appraisalParts,
  overridesOfRules,
  scoreOfPart,
  type AppraisalPart,
  type RoundRules,
} from '../../../../shared/domain/ethics/round/roundRules.ts';
import type { PartView } from '../../../../shared/contract/appraisal.ts';
import { createParameters, type Parameters } from '../../../../shared/domain/parameters/index.ts';
import { periodRange } from '../../../../shared/kernel/periods.ts';
import { staff } from '../../../../shared/ledgers/base/staff.ts';
import { appraisalRound } from '../../../../shared/ledgers/ethics/appraisalRound.ts';
import { ethicsAppraisal } from '../../../../shared/ledgers/ethics/ethicsAppraisal.ts';
import {
  listMarks,
  listRaters,
  type PartRater,
  type PersonMarks,
} from '../../../store/tables/appraisalMarks.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import { allRecords, getRecord, type RecordIn } from '../../../store/records/records.ts';
import type { Check } from '../../checks/check.ts';
import { parameterOverrides } from '../../school/parametersInForce.ts';
import { ethicsFacts } from '../checks/ethicsFacts.ts';

export type RoundRecord = RecordIn<typeof appraisalRound>;
export type AppraisalRecord = RecordIn<typeof ethicsAppraisal>;
type StaffRecord = RecordIn<typeof staff>;

export interface LoadedPerson {
  readonly staffId: string;
  readonly staff: StaffRecord | null;
  readonly appraisal: AppraisalRecord;
  readonly parts: readonly PartView[];
  readonly ruleScores: readonly (number | null)[];
}

/** A round with everything that its results follow from. */
export interface LoadedRound {
  readonly record: RoundRecord;
  readonly period: string;
  readonly rules: RoundRules;
  /** With the round's own rules in force on the last day of its period. */
  readonly parameters: Parameters;
  readonly people: readonly LoadedPerson[];
  readonly raters: readonly PartRater[];
  readonly marks: readonly PersonMarks[];
  readonly result: RoundResult;
}

/** Fields of the forms that hold the parts' results. */
export const scoreFields = {
  自评: 'selfScore',
  互评: 'peerScore',
  学生测评: 'pupilScore',
  家长测评: 'parentScore',
  考核组: 'panelScore',
} as const satisfies Readonly<Record<AppraisalPart, keyof AppraisalRecord['values']>>;

export const rulesCount = 10;

/** Begins the reason of a veto that cases prove: it is found anew at each reckoning, and may no longer hold. */
export const provedPrefix = '据案件记录：';

/** A veto that the panel itself entered. */
export function hasEnteredVeto({ veto, vetoReason }: AppraisalRecord['values']): boolean {
  return veto === true && vetoReason?.startsWith(provedPrefix) !== true;
}

export function roundRecord(h: ReadHandle, id: string): RoundRecord | undefined {
  const record = getRecord(h, appraisalRound, id);
  return record && record.deletedAt === null && record.period !== null ? record : undefined;
}

/** The rules that a round's record keeps. */
export function rulesOf({ values }: RoundRecord): RoundRules {
  return {
    weights: [
      values.selfWeight,
      values.peerWeight,
      values.pupilWeight,
      values.parentWeight,
      values.panelWeight,
    ],
    bands: [values.excellentFrom, values.qualifiedFrom, values.basicFrom],
    excellentShare: values.excellentShare,
    noticeWorkdays: values.noticeWorkdays,
    minRaters: values.minRaters,
    vetoHandlings: values.vetoHandlings ?? '',
    vetoViolations: values.vetoViolations ?? '',
  };
}

/** Reads a round and reckons its results; nothing of them is stored before it is filed. */
export function loadRound(h: ReadHandle, record: RoundRecord, check: Check): LoadedRound {
  const period = record.period ?? '';
  const rules = rulesOf(record);
  const lastDay = periodRange(period).to;
  const parameters = createParameters([...parameterOverrides(h), ...overridesOfRules(rules, lastDay)]);
  const marks = listMarks(h, record.id);
  const staffById = new Map(allRecords(h, staff).map((one) => [one.id, one]));
  const forms = new Map(
    allRecords(h, ethicsAppraisal)
      .filter((one) => one.period === period)
      .map((one) => [one.values.staff, one]),
  );
  const distance = parameters.number('appraisalOutlierDistance', lastDay);
  const people = record.values.people.flatMap(({ staff: staffId, included }): LoadedPerson[] => {
    const appraisal = forms.get(staffId);
    if (included !== true || !appraisal) return [];
    const own = marks.filter((one) => one.staffId === staffId);
    return [
      {
        staffId,
        staff: staffById.get(staffId) ?? null,
        appraisal,
        parts: appraisalParts.map((part) => partOf(part, appraisal, own, rules.minRaters, distance)),
        ruleScores: ruleScoresOf(appraisal, own),
      },
    ];
  });
  const ids = new Set(people.map(({ staffId }) => staffId));
  return {
    record,
    period,
    rules,
    parameters,
    people,
    raters: listRaters(h, record.id),
    marks,
    result: roundResult(
      people.map((person) => factOf(person, period)),
      ethicsFacts(check).cases.filter(({ staffId }) => ids.has(staffId)),
      period,
      parameters,
      record.values.decisions.map((one) => ({ staffId: one.staff, granted: one.granted === true })),
    ),
  };
}

function partOf(
  part: AppraisalPart,
  appraisal: AppraisalRecord,
  own: readonly PersonMarks[],
  minRaters: number,
  distance: number,
): PartView {
  const entered = appraisal.values[scoreFields[part]];
  const scores = own.find((one) => one.part === part)?.scores ?? [];
  const anonymous = anonymousParts.some((one) => one === part);
  const isOther = !anonymous && entered !== null && entered !== (scores.length > 0 ? meanOf(scores) : null);
  if (scores.length === 0 || isOther)
    return { part, score: entered, raters: 0, tooFew: false, outliers: 0, byHand: entered !== null };
  const { raters, mean, outliers } = partScore(scores, anonymous ? minRaters : 1, distance);
  return { part, score: mean, raters, tooFew: mean === null, outliers, byHand: false };
}

/** What the form says, else the means of the panel's sheets, one decimal. */
function ruleScoresOf({ values }: AppraisalRecord, own: readonly PersonMarks[]): readonly (number | null)[] {
  const panel = own.find(({ part }) => part === '考核组')?.rules ?? [];
  return Array.from({ length: rulesCount }, (_, index) => {
    const entered = values.ruleScores[index]?.score ?? null;
    if (entered !== null || panel.length === 0) return entered;
    return Math.round(meanOf(panel.map((scores) => scores[index] ?? 0)) * 10) / 10;
  });
}

function factOf({ staffId, appraisal, parts }: LoadedPerson, period: string): AppraisalFact {
  const { values } = appraisal;
  const scores = Object.fromEntries(parts.map(({ part, score }) => [scoreOfPart[part], score]));
  return {
    id: appraisal.id,
    staffId,
    period,
    scores: { self: null, peer: null, pupil: null, parent: null, panel: null, ...scores },
    adjustment: values.adjustment ?? 0,
    total: null,
    grade: null,
    veto: hasEnteredVeto(values),
    noticeFrom: values.noticeFrom,
    noticeTo: values.noticeTo,
    signedOn: values.signedOn,
  };
}
