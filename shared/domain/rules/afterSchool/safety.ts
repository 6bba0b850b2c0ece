import { addDays, daysBetween, formatChinese, mondayOf } from '../../../kernel/plainDate.ts';
import { weekNo } from '../../../kernel/schoolTerm.ts';
import type { AfterSchoolFacts } from '../../afterSchool/facts.ts';
import { isService } from '../../afterSchool/serviceTime.ts';
import { aboutRecord, type FindingDraft, type Rule } from '../rule.ts';
import { shortDay } from './serviceWords.ts';

const patrolledDaily: Rule<AfterSchoolFacts> = {
  id: 'ASC-25',
  severity: 'warning',
  label: '每天有值班领导和安全巡查，隐患和事件有着落',
  basis: '学校课后服务安全管理办法：安全台账',
  parameters: ['incidentCloseDays'],
  check(facts, parameters, today) {
    const { rounds, incidents } = facts.daily;
    const patrolled = new Set(rounds.map(({ heldOn }) => heldOn));
    const open = [
      ...new Set(
        facts.slots
          .filter((slot) => isService(slot) && slot.heldOn < today && !patrolled.has(slot.heldOn))
          .map(({ heldOn }) => heldOn),
      ),
    ].sort();
    const create = (heldOn: string): FindingDraft['remedy'] => ({
      kind: 'create',
      ledger: 'serviceSafetyRound',
      period: facts.term.period,
      values: { heldOn },
    });
    const missing: readonly FindingDraft[] =
      rounds.length === 0 && open.length > 0
        ? [
            {
              sentence: `本学期 ${open.length} 天课后服务都没有安全巡查记录，请登记每天的值班领导和巡查情况。`,
              window: { from: facts.term.firstTeachingOn, to: facts.term.lastTeachingOn },
              subjectId: facts.term.period,
              evidence: [],
              remedy: create(open.at(-1) ?? today),
            },
          ]
        : [...Map.groupBy(open, mondayOf)].map(([monday, days]) => ({
            sentence: `第 ${weekNo(monday, facts.term.firstTeachingOn)} 周 ${days.map(shortDay).join('、')}没有安全巡查记录，请补登记。`,
            window: { from: monday, to: addDays(monday, 6) },
            subjectId: facts.term.period,
            evidence: [],
            remedy: create(days[0] ?? monday),
          }));
    const hazards = rounds.flatMap(({ id, heldOn, hazard }): FindingDraft[] =>
      hazard === null || hazard.closedOn !== null || hazard.dueOn === null || hazard.dueOn >= today
        ? []
        : [
            aboutRecord(
              'serviceSafetyRound',
              id,
              `${formatChinese(heldOn)}发现的隐患“${hazard.words}”应在${formatChinese(hazard.dueOn)}前整改，还没有销号。`,
            ),
          ],
    );
    const unsettled = incidents.flatMap(({ id, title, heldOn, closedOn }): FindingDraft[] => {
      const most = parameters.number('incidentCloseDays', heldOn);
      return closedOn !== null || daysBetween(heldOn, today) <= most
        ? []
        : [
            aboutRecord(
              'serviceIncident',
              id,
              `${formatChinese(heldOn)}的突发事件“${title}”过了 ${daysBetween(heldOn, today)} 天还没有办结，请写明处置结果。`,
            ),
          ];
    });
    return [...missing, ...hazards, ...unsettled];
  },
};

export const safetyRules: readonly Rule<AfterSchoolFacts>[] = [patrolledDaily];
