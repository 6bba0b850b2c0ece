import { composeMeetingText, monthTopic } from '#electron/services/demo/demoMeetingText.ts';
import { seededRandom } from '#electron/services/demo/seededRandom.ts';

const random = seededRandom(20260104);
const works = [
  '作业分层设计',
  '课后服务值班',
  '食堂陪餐记录',
  '学困生结对',
  '校园欺凌排查',
  '阅读角建设',
  '劳动基地管护',
  '青年教师汇报课',
  '家长会筹备',
  '消防演练',
  '心理辅导室开放',
  '教室黑板更换',
  '冬季取暖检查',
  '控辍保学走访',
  '校史馆讲解',
  '合唱队排练',
];

/** Minutes that differ from meeting to meeting, as minutes do. */
export function minutesOf(
  month: number,
  speakers: readonly string[],
): { readonly topic: string; readonly body: string } {
  const topic = monthTopic(month);
  const particulars = random
    .shuffled(works)
    .slice(0, 5)
    .map(
      (work) =>
        `${work}由${random.pick(speakers)}牵头，${random.whole(2, 27)}日前拿出办法，涉及${random.whole(3, 90)}人。`,
    )
    .join('');
  return { topic, body: `${composeMeetingText(random, topic, speakers)}\n${particulars}` };
}
