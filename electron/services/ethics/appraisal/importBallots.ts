import { raterSummary } from '../../../../shared/domain/ethics/round/ratings.ts';
import type { AppraisalPart } from '../../../../shared/domain/ethics/round/roundRules.ts';
import { failure, success, type Result } from '../../../../shared/kernel/result.ts';
import { addRater, saveMarks } from '../../../store/tables/appraisalMarks.ts';
import type { WriteHandle } from '../../../store/handles.ts';
import type { Unit } from '../../school/unitOfWork.ts';
import { refuseSettled, saveForm, saveRound } from './changeRound.ts';
import type { LoadedRound } from './loadRound.ts';
import type { Ballot } from './readBallots.ts';
import type { ReadSheets } from './sheetJobs.ts';

const noteLength = 300;

/**
 * Takes ballots in: each person's scores join those there are and are kept sorted, each rater is noted by number. Refused as a whole
 * where the round has changed since they were read.
 */
export function importBallots(
  w: WriteHandle,
  round: LoadedRound,
  read: Pick<ReadSheets, 'ballots' | 'selfs' | 'files'>,
  unit: Unit,
): Result<null> {
  const settled = refuseSettled(round);
  if (settled) return settled;
  const stale = failure('conflict', '读取以后考核有了变化（名单或评分）。请重新选择文件，核对后再导入。');
  const people = new Map(round.people.map((person) => [person.staffId, person]));
  const came = new Set(round.raters.map(({ part, number }) => `${part}${number}`));
  if (read.ballots.some(({ part, rater }) => came.has(`${part}${rater}`))) return stale;
  for (const { staffId, score, review } of read.selfs) {
    const form = people.get(staffId)?.appraisal;
    if (!form || form.values.selfScore !== null) return stale;
    const saved = saveForm(w, form, { selfScore: score, selfReview: review ?? form.values.selfReview }, unit);
    if (!saved.ok) return saved;
  }
  for (const [part, ballots] of Map.groupBy(read.ballots, (ballot) => ballot.part)) {
    const scores = gathered(ballots);
    for (const [staffId, given] of scores) {
      if (!people.has(staffId)) return stale;
      const before = round.marks.find((one) => one.part === part && one.staffId === staffId);
      saveMarks(w, round.record.id, {
        part,
        staffId,
        scores: [...(before?.scores ?? []), ...given.scores],
        rules: [...(before?.rules ?? []), ...given.rules],
      });
    }
    for (const { rater, scores: own } of ballots)
      addRater(w, round.record.id, {
        part,
        ...raterSummary(
          rater,
          own.map(({ score }) => score),
        ),
      });
  }
  const note = read.files.join('、').slice(0, noteLength);
  const counts = new Map<AppraisalPart, number>(
    [...Map.groupBy(read.ballots, ({ part }) => part)].map(([part, own]) => [part, own.length]),
  );
  if (read.selfs.length > 0) counts.set('自评', read.selfs.length);
  const rows = [...counts].map(([part, raters]) => ({
    id: unit.newId(),
    on: unit.today,
    part,
    raters,
    note,
    by: unit.account.name,
  }));
  const saved = saveRound(w, round.record, { imports: [...round.record.values.imports, ...rows] }, unit);
  return saved.ok ? success(null) : saved;
}

function gathered(ballots: readonly Ballot[]) {
  const people = new Map<string, { scores: number[]; rules: (readonly number[])[] }>();
  const of = (staffId: string) => {
    const known = people.get(staffId) ?? { scores: [], rules: [] };
    people.set(staffId, known);
    return known;
  };
  for (const { scores, rules } of ballots) {
    for (const { staffId, score } of scores) of(staffId).scores.push(score);
    for (const { staffId, scores: given } of rules) of(staffId).rules.push(given);
  }
  return people;
}
