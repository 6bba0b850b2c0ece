import type { SeededRandom } from './seededRandom.ts';

/** What Party life in a school turns to in each month (domain.md §7.3). */
const topics: readonly string[] = [
  '总结全年党建工作，筹备组织生活会',
  '谋划新学期工作，学习中央一号文件精神',
  '学雷锋志愿服务和师德第一课',
  '清明祭英烈，传承红色基因',
  '学习教育法律法规，防范校园安全风险',
  '迎接七一，发展党员工作半年分析',
  '重温入党誓词，开展党史学习',
  '暑期党员家访和控辍保学走访',
  '教师节表彰和师德建设月活动',
  '国庆爱国主义教育，学习全会精神',
  '课堂提质和青年教师成长',
  '民主评议筹备和年度述职',
];

const openings = [
  '会议首先通报了上次决议的落实情况，',
  '主持人说明了本次会议的议题和要求，',
  '会议传达了上级党组织近期文件精神，',
  '会上先学习了有关篇目，',
  '与会党员集体重温了党章有关条款，',
];
const discussions = [
  '结合本校实际，围绕“{topic}”展开讨论，认为当前要紧的是把任务落到年级组和备课组，责任到人。',
  '就“{topic}”逐项研究，对照去年同期存在的问题，提出要早安排、早准备，不搞形式，不加重教师负担。',
  '大家围绕“{topic}”联系岗位谈认识、找差距，建议党员教师带头承担公开课和薄弱班级的辅导。',
  '对“{topic}”的方案进行了审议，补充了时间节点和分工，要求每周汇总一次进展。',
  '重点讨论“{topic}”，结合学生和家长的反映，梳理出需要马上改进的事项。',
];
const speeches = [
  '{name}发言：{place}的安排要提前一周通知到人，避免与教研活动冲突，材料由专人收齐存档。',
  '{name}发言：我所在的年级组有{count}名学生需要重点关注，愿意承担结对帮扶，每月家访不少于{few}次。',
  '{name}发言：前一阶段{count}节推门听课中发现作业批改不够及时，党员教师应当先带头整改。',
  '{name}发言：建议把志愿服务和劳动教育结合起来，先在{few}个班试行，期中再总结推广。',
  '{name}发言：学习要联系实际，我在{place}讲过一次专题，学生反映例子越近越听得进去。',
  '{name}发言：资料留存还有漏项，请各小组在月底前补齐第{few}季度的签到和照片。',
  '{name}发言：对照党员标准，自己在理论学习上还不够系统，今后坚持每周读书{few}小时并做笔记。',
  '{name}发言：留守儿童关爱台账已更新到{count}人，建议班主任和党员教师分片联系。',
];
const endings = [
  '会议强调，各项工作明确责任人和完成时限，由支委会跟踪落实。',
  '最后，主持人对下一步工作提出要求，会后由记录人整理并公开议定事项。',
  '会议决定按讨论意见修改后执行，下次会议通报进展。',
  '支部要求党员把会议精神带回年级组，做好本职工作。',
];
const places = ['录播教室', '少年宫', '党员活动室', '三楼会议室', '东操场', '实验楼'];

export function monthTopic(month: number): string {
  return topics[month - 1] ?? '日常工作';
}

/** Minutes of a plausible length, each different: a copy would rightly be found by the rule on repeated texts. */
export function composeMeetingText(random: SeededRandom, topic: string, speakers: readonly string[]): string {
  const spoken = random
    .shuffled(speeches)
    .slice(0, Math.min(speakers.length, random.whole(3, 5)))
    .map((speech, index) =>
      speech
        .replace('{name}', speakers[index] ?? '')
        .replace('{place}', random.pick(places))
        .replace('{count}', String(random.whole(6, 48)))
        .replace('{few}', String(random.whole(2, 4))),
    );
  return [
    random.pick(openings) + random.pick(discussions).replace('{topic}', topic),
    ...spoken,
    random.pick(endings),
  ].join('\n');
}
