import { composeMeetingText, monthTopic } from '#electron/services/demo/demoMeetingText.ts';
import { seededRandom } from '#electron/services/demo/seededRandom.ts';

const random = seededRandom(20260104);

/** Minutes that differ from meeting to meeting, as minutes do. */
export function minutesOf(
  month: number,
  speakers: readonly string[],
): { readonly topic: string; readonly body: string } {
  const topic = monthTopic(month);
  return { topic, body: composeMeetingText(random, topic, speakers) };
}
