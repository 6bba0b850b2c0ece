import type { OpenMatter, ServiceDay } from '../../../../shared/contract/serviceDay.ts';
import { addDays, formatChinese, type PlainDate } from '../../../../shared/kernel/plainDate.ts';
import { serviceIncident } from '../../../../shared/ledgers/afterSchool/serviceIncident.ts';
import { serviceSafetyRound } from '../../../../shared/ledgers/afterSchool/serviceSafetyRound.ts';
import { schooldays } from '../../../../shared/kernel/schooldays.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import { recordsBetween } from '../../../store/records/recordsBetween.ts';
import { loadTerms } from '../../school/schoolTerms.ts';
import { schoolCalendar } from '../../school/schoolCalendar.ts';
import { isMonthLocked } from '../settledMonths.ts';
import { loadEnrolments } from './enrolledPupils.ts';
import { loadEvidence, sessionCards } from './sessionCards.ts';

/** How far back open hazards and incidents are looked for. */
const openSinceDays = 200;

/** Everything of one day: sessions, what is missing, what is still open. */
export function loadDay(h: ReadHandle, on: PlainDate): ServiceDay {
  const calendar = schoolCalendar(h, on);
  const terms = loadTerms(h);
  const term = terms.find(({ startsOn, endsOn }) => startsOn <= on && on <= endsOn);
  const evidence = loadEvidence(h, { from: on, to: on });
  const period = evidence.slots[0]?.period ?? term?.period ?? null;
  const rounds = recordsBetween(h, serviceSafetyRound, 'heldOn', {
    from: addDays(on, -openSinceDays),
    to: on,
  });
  const incidents = recordsBetween(h, serviceIncident, 'heldOn', {
    from: addDays(on, -openSinceDays),
    to: on,
  });
  return {
    on,
    period,
    notice: noticeOf(),
    sessions: period === null ? [] : sessionCards(h, evidence, loadEnrolments(h, period, calendar)),
    rounds: rounds.filter(({ values }) => values.heldOn === on).length,
    incidents: incidents.filter(({ values }) => values.heldOn === on).length,
    openMatters: [
      ...rounds
        .filter(
          ({ values }) =>
            values.facilities === '有隐患' && (values.closedOn === null || values.closedOn > on),
        )
        .map(({ id, values }): OpenMatter => {
          const late = values.dueOn !== null && values.dueOn < on ? `，已过整改期限 ${values.dueOn}` : '';
          return {
            ledger: 'serviceSafetyRound',
            id,
            sentence: `${formatChinese(values.heldOn)}巡查的隐患还没有销号：${values.hazard ?? ''}${late}`,
          };
        }),
      ...incidents
        .filter(({ values }) => values.closedOn === null || values.closedOn > on)
        .map(({ id, values }): OpenMatter => ({
          ledger: 'serviceIncident',
          id,
          sentence: `${formatChinese(values.heldOn)}的突发事件还没有办结：${values.title}`,
        })),
    ],
    monthLocked: isMonthLocked(h, on.slice(0, 7)),
  };

  function noticeOf(): string | null {
    const day = calendar.dayOn(on);
    const taught = calendar.timetableWeekday(on);
    if (taught === 'unknown') return '这一年还没有导入放假安排，不能判断这天是不是上课日。';
    if (term && (on < term.firstTeachingOn || on > term.lastTeachingOn)) return '这天在本学期上课日期之外。';
    if (!term && evidence.slots.length === 0) return '这天不在任何一个学期里。';
    if (taught === undefined) return day ? `${day.name}放假，不上课。` : '这天不是上课日。';
    const followed = day && !day.isOffDay ? schooldays[taught - 1] : undefined;
    return followed ? `${day?.name ?? ''}调休上课，按${followed}的课程开展课后服务。` : null;
  }
}
