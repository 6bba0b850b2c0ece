import type {
  PartProgress,
  ProposedPlace,
  RoundBoard,
  RoundLine,
  RoundPersonSheet,
  RoundPersonView,
} from '../../../../shared/contract/appraisal.ts';
import { missingRaters, oddRaters } from '../../../../shared/domain/ethics/round/ratings.ts';
import {
  appraisalParts,
  scoreOfPart,
  weightOf,
  type AppraisalPart,
} from '../../../../shared/domain/ethics/round/roundRules.ts';
import {
  roundSteps,
  stepViews,
  type RoundSituation,
  type StepRecord,
} from '../../../../shared/domain/ethics/round/roundSteps.ts';
import { tenRulesOf } from '../../../../shared/domain/ethics/tenRules.ts';
import type { SchoolCalendar } from '../../../../shared/kernel/calendar.ts';
import { periodRange } from '../../../../shared/kernel/periods.ts';
import type { SchoolType } from '../../../../shared/kernel/schoolType.ts';
import { staff } from '../../../../shared/ledgers/base/staff.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import { allRecords, type RecordIn } from '../../../store/records/records.ts';
import { rulesOf, type LoadedPerson, type LoadedRound, type RoundRecord } from './loadRound.ts';

const mostMissing = 200;

/** What tells people of one name apart. */
export function hintOf(person: RecordIn<typeof staff> | null): string {
  return [person?.values.staffNumber, person?.values.subject ?? person?.values.staffKind]
    .filter((word) => word !== null && word !== undefined && word !== '')
    .join(' · ');
}

/** The steps that a round's record says are done. */
export function doneSteps({ values }: RoundRecord): readonly StepRecord[] {
  return values.steps.flatMap(({ step, doneOn, by }) => {
    const known = roundSteps.find((one) => one === step);
    return known ? [{ step: known, doneOn, by: by ?? '' }] : [];
  });
}

export function roundLine(record: RoundRecord): RoundLine {
  const open = stepViews({ rules: rulesOf(record), done: doneSteps(record) }).find(
    ({ state }) => state === 'current',
  );
  return {
    id: record.id,
    name: record.values.name,
    period: record.period ?? '',
    filedOn: record.values.filedOn,
    step: open?.step ?? null,
    appraised: record.values.people.filter(({ included }) => included === true).length,
  };
}

/** How the round stands for whoever wants to finish a step. */
export function situationOf(round: LoadedRound, calendar: SchoolCalendar): RoundSituation {
  const { values } = round.record;
  const noted = new Map(values.people.map((one) => [one.staff, one.unsignedNote]));
  return {
    rules: round.rules,
    done: doneSteps(round.record),
    lacking: Object.fromEntries(
      appraisalParts.map((part) => [
        part,
        round.people.filter(({ parts }) => scoreOf(parts, part) === null).length,
      ]),
    ) as RoundSituation['lacking'],
    undecided: round.result.tie && !round.result.tie.decided ? round.result.tie.staffIds.length : 0,
    noticeFrom: values.noticeFrom,
    noticeTo: values.noticeTo,
    unsigned: round.people.filter(
      ({ staffId, appraisal }) => appraisal.values.signedOn === null && !noted.get(staffId),
    ).length,
    calendar,
  };
}

function scoreOf(parts: LoadedPerson['parts'], part: AppraisalPart): number | null {
  return parts.find((one) => one.part === part)?.score ?? null;
}

export function boardView(
  h: ReadHandle,
  round: LoadedRound,
  look: {
    readonly today: string;
    readonly calendar: SchoolCalendar;
    readonly schoolType: SchoolType;
  },
): RoundBoard {
  const { record, rules, result } = round;
  const { values } = record;
  const firstDay = look.today;
  const starts = look.calendar.isWorkday(firstDay) === true ? 1 : 0;
  return {
    id: record.id,
    name: values.name,
    period: round.period,
    filedOn: values.filedOn,
    rules,
    steps: stepViews({ rules, done: doneSteps(record) }),
    parts: appraisalParts.map((part) => progressOf(round, part)),
    people: personViews(round),
    excluded: excludedOf(h, record),
    appraised: result.appraised,
    limit: result.limit,
    limitWords: result.limitWords,
    tie: result.tie,
    noticeFrom: values.noticeFrom,
    noticeTo: values.noticeTo,
    noticeEndsOn: look.calendar.addWorkdays(firstDay, Math.max(rules.noticeWorkdays - starts, 0)) ?? null,
    ruleNames: tenRulesOf(look.schoolType),
  };
}

function progressOf(round: LoadedRound, part: AppraisalPart): PartProgress {
  const { values } = round.record;
  const raters = round.raters.filter((one) => one.part === part);
  const issued =
    {
      自评: 0,
      互评: values.peerRaters ?? 0,
      学生测评: values.pupilRaters ?? 0,
      家长测评: values.parentRaters ?? 0,
      考核组: values.panelRaters ?? 0,
    }[part] ?? 0;
  const distance = round.parameters.number('appraisalOutlierDistance', periodRange(round.period).to);
  return {
    part,
    weight: weightOf(round.rules, part),
    done: round.people.filter(({ parts }) => scoreOf(parts, part) !== null).length,
    issued,
    came: raters.length,
    missingRaters: missingRaters(
      issued,
      raters.map(({ number }) => number),
    ).slice(0, mostMissing),
    oddRaters: oddRaters(raters, distance),
  };
}

function personViews(round: LoadedRound): readonly RoundPersonView[] {
  const noted = new Map(round.record.values.people.map((one) => [one.staff, one.unsignedNote]));
  return round.result.people.flatMap((outcome) => {
    const person = round.people.find(({ staffId }) => staffId === outcome.staffId);
    if (!person) return [];
    const missing = appraisalParts.filter((part) => outcome.missingScores.includes(scoreOfPart[part]));
    return {
      staffId: outcome.staffId,
      appraisalId: outcome.appraisalId,
      name: person.staff?.values.name ?? '（已删除的教职工）',
      hint: hintOf(person.staff),
      staffKind: person.staff?.values.staffKind ?? '',
      parts: person.parts,
      adjustment: person.appraisal.values.adjustment ?? 0,
      total: outcome.total,
      rank: outcome.rank,
      bandGrade: outcome.bandGrade,
      grade: outcome.grade,
      cap: outcome.cap,
      reasons: outcome.reasons,
      caseIds: outcome.caseIds,
      missing,
      signedOn: person.appraisal.values.signedOn,
      unsignedNote: noted.get(outcome.staffId) ?? null,
    };
  });
}

function excludedOf(h: ReadHandle, record: RoundRecord): RoundBoard['excluded'] {
  const people = new Map(allRecords(h, staff).map((one) => [one.id, one]));
  return record.values.people
    .filter(({ included }) => included !== true)
    .map((one): ProposedPlace & { readonly included: false } => ({
      staffId: one.staff,
      included: false,
      reason: one.reason,
      note: one.note,
      name: people.get(one.staff)?.values.name ?? '（已删除的教职工）',
      hint: hintOf(people.get(one.staff) ?? null),
    }));
}

/** One person's sheet; `undefined` for somebody who isn't appraised in the round. */
export function personSheet(round: LoadedRound, staffId: string): RoundPersonSheet | undefined {
  const loaded = round.people.find((one) => one.staffId === staffId);
  const person = personViews(round).find((one) => one.staffId === staffId);
  if (!loaded || !person) return undefined;
  const { values } = loaded.appraisal;
  return {
    person,
    selfReview: values.selfReview,
    ruleScores: loaded.ruleScores,
    adjustmentReason: values.adjustmentReason,
    veto: values.veto === true,
    vetoReason: values.vetoReason,
    panelOpinion: values.panelOpinion,
    panelScore: values.panelScore,
  };
}
