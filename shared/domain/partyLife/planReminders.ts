import { daysBetween } from '../../kernel/plainDate.ts';
import type { PlainDate } from '../../kernel/plainDate.ts';
import type { Parameters } from '../parameters/index.ts';

/** A planned gathering, as far as reminding needs it. */
export interface RemindedItem {
  readonly id: string;
  readonly title: string;
  readonly plannedOn: PlainDate;
  /** Held (a record is linked) or called off. */
  readonly settled: boolean;
}

export interface Reminder {
  readonly itemId: string;
  /** The stage reached, e.g. 7, 3, 1, 0; -1 when the day is over. Seen once per stage. */
  readonly stage: number;
  readonly daysLeft: number;
  readonly sentence: string;
}

/**
 * What to remind of on a day, the nearest first. A stage that passed while the program was not running is made up for:
 * the reminder holds until the next stage is reached.
 */
export function planReminders(
  items: readonly RemindedItem[],
  parameters: Parameters,
  today: PlainDate,
): readonly Reminder[] {
  const stages = [...parameters.numberList('partyReminderDays', today), 0].toSorted((a, b) => a - b);
  return items
    .filter(({ settled }) => !settled)
    .flatMap(({ id, title, plannedOn }) => {
      const daysLeft = daysBetween(today, plannedOn);
      const stage = daysLeft < 0 ? -1 : stages.find((days) => daysLeft <= days);
      return stage === undefined
        ? []
        : [{ itemId: id, stage, daysLeft, sentence: sentenceOf(title, daysLeft) }];
    })
    .toSorted((a, b) => a.daysLeft - b.daysLeft);
}

function sentenceOf(title: string, daysLeft: number): string {
  if (daysLeft < 0)
    return `“${title}”的计划日期已过 ${-daysLeft} 天，还没有记录。开过的请登记，没开的请改期。`;
  const when = daysLeft === 0 ? '今天开' : daysLeft === 1 ? '明天开' : `还有 ${daysLeft} 天`;
  return `“${title}”${when}，甘肃党建平台须在会前录入。`;
}
