import { addDays, mondayOf } from '../../../kernel/plainDate.ts';
import { weekNo } from '../../../kernel/schoolTerm.ts';
import type { HandoverFact } from '../../afterSchool/dailyFacts.ts';
import type { AfterSchoolFacts, EnrolmentFact } from '../../afterSchool/facts.ts';
import { isService } from '../../afterSchool/serviceTime.ts';
import { aboutRecord, type FindingDraft } from '../rule.ts';
import { namesById, slotWords } from './serviceWords.ts';

/**
 * Hand-overs at leaving (ASC-18): every pupil that is fetched has a line, whoever fetched is permitted, nobody is left without
 * handling. Sessions without any are named week by week, from the first hand-over of the term on: until then the school keeps
 * them on paper.
 */
export function handoverFindings(facts: AfterSchoolFacts): readonly FindingDraft[] {
  const bySlot = new Map(facts.daily.handovers.map((handover) => [handover.slotId, handover]));
  const first = facts.daily.handovers.map(({ heldOn }) => heldOn).sort()[0];
  if (first === undefined) return [];
  const called = new Map(facts.rollCalls.map((call) => [call.slotId, call]));
  const nameOf = namesById(facts.pupils);
  const enrolments = new Map(facts.enrolments.map((enrolment) => [enrolment.pupilId, enrolment]));
  const slots = facts.slots.filter((slot) => isService(slot) && slot.heldOn >= first);
  const missing = slots.filter((slot) => !bySlot.has(slot.id) && (called.get(slot.id)?.present ?? 0) > 0);
  return [
    ...slots.flatMap((slot) => {
      const handover = bySlot.get(slot.id);
      if (!handover) return [];
      const problems = problemsOf(handover, enrolments, nameOf);
      return problems.length === 0
        ? []
        : [aboutHandover(handover, `${slotWords(facts, slot)}离校交接`, problems)];
    }),
    ...[...Map.groupBy(missing, ({ heldOn }) => mondayOf(heldOn))].map(([monday, open]): FindingDraft => ({
      severity: 'warning',
      sentence: `第 ${weekNo(monday, facts.term.firstTeachingOn)} 周有 ${open.length} 场课后服务没有离校交接登记，请补登记。`,
      window: { from: monday, to: addDays(monday, 6) },
      subjectId: `handover/${facts.term.period}`,
      evidence: open.map(({ id }) => ({ ledger: 'serviceSlot', id })),
      remedy: {
        kind: 'create',
        ledger: 'serviceHandover',
        period: facts.term.period,
        values: { slot: open[0]?.id, heldOn: open[0]?.heldOn, leftAt: open[0]?.endsAt },
      },
    })),
  ];
}

/** What is wrong with the hand-over of those who stayed to the end, in words. */
function problemsOf(
  { leaving }: HandoverFact,
  enrolments: ReadonlyMap<string, EnrolmentFact>,
  nameOf: (id: string) => string,
): readonly string[] {
  return leaving.flatMap(({ pupilId, row }) => {
    const enrolment = enrolments.get(pupilId);
    if (!enrolment || enrolment.pickUp === '自行离校') return [];
    if (!row) return [`${nameOf(pupilId)}没有交接登记`];
    if (row.way === '未接')
      return (row.handling ?? '').trim() === '' ? [`${nameOf(pupilId)}没有人接，没有写明处置`] : [];
    const permitted = enrolment.permittedReceivers.map((name) => name.trim());
    const receiver = row.receiver?.trim() ?? '';
    return receiver !== '' && permitted.length > 0 && !permitted.includes(receiver)
      ? [`${nameOf(pupilId)}由${receiver}接走，不在允许接送的名单内`]
      : [];
  });
}

function aboutHandover({ id }: HandoverFact, about: string, problems: readonly string[]): FindingDraft {
  return aboutRecord(
    'serviceHandover',
    id,
    `${about}：${problems.slice(0, 5).join('；')}${problems.length > 5 ? `等 ${problems.length} 人` : ''}，请核对并补填。`,
  );
}
