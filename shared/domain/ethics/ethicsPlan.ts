import { addDays } from '../../kernel/plainDate.ts';
import type { PlainDate } from '../../kernel/plainDate.ts';
import type { Parameters } from '../parameters/index.ts';
import type { EthicsActivityKind } from './activityKinds.ts';
import type { EthicsActivityFact, EthicsTermFact } from './facts.ts';
import { teachingMonths } from './zeroReports.ts';
import type { EthicsElement } from './words.ts';

/** A line of the yearly ethics plan. */
export interface EthicsPlanFact {
  readonly id: string;
  readonly element: EthicsElement;
  readonly kind: EthicsActivityKind;
  readonly dueOn: PlainDate;
  readonly cancelled: boolean;
}

export type PlanState = 'held' | 'cancelled' | 'overdue' | 'dueSoon' | 'planned';

export interface PlanStanding {
  readonly itemId: string;
  readonly state: PlanState;
  /** The activity that met it. */
  readonly activityId: string | null;
}

export interface PlanProposal {
  readonly element: EthicsElement;
  readonly kind: EthicsActivityKind;
  readonly title: string;
  readonly dueOn: PlainDate;
}

/** Days before the due day from which an item is due soon. */
const soonDays = 14;
/** An activity of the kind meets an item of another month when it lies this near to the due day. */
const nearDays = 30;

/** How each item of the plan stands: every activity meets at most one item of its kind, those of the same month first. */
export function standPlan(
  items: readonly EthicsPlanFact[],
  activities: readonly EthicsActivityFact[],
  on: PlainDate,
): readonly PlanStanding[] {
  const live = items.filter(({ cancelled }) => !cancelled).toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
  const free = new Set(activities.filter(({ heldOn }) => heldOn <= on));
  const metBy = new Map<string, string>();
  const tries: readonly ((item: EthicsPlanFact, heldOn: PlainDate) => boolean)[] = [
    (item, heldOn) => heldOn.slice(0, 7) === item.dueOn.slice(0, 7),
    (item, heldOn) => addDays(item.dueOn, -nearDays) <= heldOn && heldOn <= addDays(item.dueOn, nearDays),
  ];
  for (const fits of tries)
    for (const item of live) {
      if (metBy.has(item.id)) continue;
      const found = [...free].find(({ kind, heldOn }) => kind === item.kind && fits(item, heldOn));
      if (!found) continue;
      free.delete(found);
      metBy.set(item.id, found.id);
    }
  return items.map(({ id, cancelled, dueOn }) => {
    const activityId = metBy.get(id) ?? null;
    return { itemId: id, activityId, state: stateOf(activityId !== null, cancelled, dueOn, on) };
  });
}

function stateOf(held: boolean, cancelled: boolean, dueOn: PlainDate, on: PlainDate): PlanState {
  if (cancelled) return 'cancelled';
  if (held) return 'held';
  if (dueOn < on) return 'overdue';
  return on >= addDays(dueOn, -soonDays) ? 'dueSoon' : 'planned';
}

/**
 * The minimum set of a school year (domain.md §4.4): publicity and a questionnaire each term, study each month, warning
 * education, checks for paid tutoring each term and before the vacation, the telephone of complaints, the appraisal, honours,
 * a talk each term. Zero reports have their own rhythm and are no plan items.
 */
export function minimumPlan(
  terms: readonly EthicsTermFact[],
  parameters: Parameters,
  on: PlainDate,
): readonly PlanProposal[] {
  const studies = parameters.number('ethicsStudiesPerMonth', on);
  const warnings = parameters.number('warningEducationPerYear', on);
  const monthly = teachingMonths(terms).flatMap((month) =>
    Array.from({ length: studies }, (_, index): PlanProposal => ({
      element: '教育',
      kind: '专题学习',
      title: `${Number(month.slice(5))}月师德专题学习${studies > 1 ? `（第${index + 1}次）` : ''}`,
      dueOn: inTerm(terms, `${month}-25`),
    })),
  );
  const perTerm = terms.flatMap((term): PlanProposal[] => {
    const first = term.period.endsWith('-1');
    return [
      {
        element: '宣传',
        kind: '师德宣传',
        title: first ? '教师节“师德建设月”宣传' : '新学期师德宣传',
        dueOn: addDays(term.startsOn, 25),
      },
      {
        element: '监督',
        kind: '举报渠道公示',
        title: '公示师德监督举报电话和信箱',
        dueOn: addDays(term.startsOn, 14),
      },
      { element: '监督', kind: '有偿补课排查', title: '开学有偿补课排查', dueOn: addDays(term.startsOn, 30) },
      {
        element: '监督',
        kind: '有偿补课排查',
        title: `${first ? '寒假' : '暑假'}前有偿补课排查`,
        dueOn: addDays(term.endsOn, -7),
      },
      {
        element: '监督',
        kind: '家长学生问卷',
        title: '家长、学生师德满意度问卷',
        dueOn: addDays(term.endsOn, -45),
      },
      { element: '惩处', kind: '谈话提醒', title: '师德集体提醒谈话', dueOn: addDays(term.startsOn, 20) },
    ];
  });
  const [autumn] = terms;
  const last = terms.at(-1);
  const yearly: PlanProposal[] = [
    ...(autumn
      ? [
          {
            element: '教育',
            kind: '宣誓承诺',
            title: '师德宣誓和签订承诺书',
            dueOn: addDays(autumn.startsOn, 14),
          } as const,
          {
            element: '教育',
            kind: '岗前师德培训',
            title: '新教师岗前师德培训',
            dueOn: addDays(autumn.startsOn, 10),
          } as const,
          {
            element: '宣传',
            kind: '先进典型宣传',
            title: '师德先进典型宣传',
            dueOn: addDays(autumn.startsOn, 40),
          } as const,
          {
            element: '激励',
            kind: '表彰奖励',
            title: '教师节表彰',
            dueOn: addDays(autumn.startsOn, 15),
          } as const,
          {
            element: '考核',
            kind: '其他',
            title: '制定师德考核方案并组织考核',
            dueOn: addDays(autumn.endsOn, -14),
          } as const,
        ]
      : []),
    ...(autumn && last
      ? Array.from({ length: warnings }, (_, index): PlanProposal => {
          const term = terms[index % terms.length] ?? autumn;
          return {
            element: '教育',
            kind: '警示教育',
            title: `违反师德典型案例警示教育（第${index + 1}次）`,
            dueOn: addDays(term.startsOn, 60 + 30 * Math.floor(index / terms.length)),
          };
        })
      : []),
  ];
  return [...monthly, ...perTerm, ...yearly].toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
}

/** A day, or the end of its term where it lies behind it. */
function inTerm(terms: readonly EthicsTermFact[], day: PlainDate): PlainDate {
  const term = terms.find(
    ({ startsOn, endsOn }) =>
      startsOn.slice(0, 7) <= day.slice(0, 7) && day.slice(0, 7) <= endsOn.slice(0, 7),
  );
  return term && term.endsOn < day ? term.endsOn : day;
}
