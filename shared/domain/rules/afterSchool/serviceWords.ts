import { dayOf, formatWeekday, monthOf } from '../../../kernel/plainDate.ts';
import type { PlainDate } from '../../../kernel/plainDate.ts';
import type { AfterSchoolFacts, SlotFact } from '../../afterSchool/facts.ts';
import { aboutRecord, type FindingDraft } from '../rule.ts';

/** 10月12日（星期一）. */
export function shortDay(date: PlainDate): string {
  return `${monthOf(date)}月${dayOf(date)}日（${formatWeekday(date)}）`;
}

/** 10月12日（星期一）16:30—18:30的“三年级作业辅导1班”. */
export function slotWords(facts: AfterSchoolFacts, slot: SlotFact): string {
  return `${shortDay(slot.heldOn)}${slot.startsAt}—${slot.endsAt}的“${courseName(facts, slot.courseId)}”`;
}

export function courseName(facts: AfterSchoolFacts, courseId: string): string {
  return facts.courses.find(({ id }) => id === courseId)?.name ?? '没有登记的课程';
}

/** Names by id for whole lists: schools have thousands of pupils. */
export function namesById(
  people: readonly { readonly id: string; readonly name: string }[],
): (id: string) => string {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? '（名单中没有的人）';
}

/** A finding about one session, mended by opening it. */
export function aboutSlot(slot: SlotFact, sentence: string): FindingDraft {
  return aboutRecord('serviceSlot', slot.id, sentence);
}
