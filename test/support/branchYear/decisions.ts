import { add, newId } from './desk.ts';
import type { Life } from './life.ts';

/** The school's 党组织会议 and 校长办公会: a major matter put forward by the one and decided by the other. */
export async function decide({ desk }: Life): Promise<void> {
  const people: string[] = [];
  for (const [name, sex] of [
    ['马校长', '男'],
    ['赵建国', '男'],
    ['钱玉兰', '女'],
    ['孙志强', '男'],
    ['李晓梅', '女'],
  ] as const)
    people.push(await add(desk, 'staff', { name, sex, staffKind: '行政人员', hiredOn: '2010-09-01' }));
  for (const group of ['党组织班子', '行政班子'] as const)
    for (const [index, staff] of people.entries())
      await add(desk, 'leadingGroupPost', {
        staff,
        group,
        post: index > 0 ? '班子成员' : group === '党组织班子' ? '党组织书记' : '校长',
        from: '2024-09-01',
      });
  const [chief, second] = people;
  const topic = {
    name: '教学楼供暖管道维修',
    topicClass: '大额度资金使用',
    major: true,
    amount: 8_650_000,
    proposer: second,
    communicatedOn: '2026-12-01',
    review: '总务处现场勘查，三家单位询价',
    touchesStaff: false,
    reporter: second,
    openTo: '校务公开',
  };
  const meeting = (values: Readonly<Record<string, unknown>>) =>
    add(
      desk,
      'governanceMeeting',
      {
        startsAt: '10:00',
        endsAt: '11:20',
        place: '二楼会议室',
        host: chief,
        recorder: second,
        attendance: people.map((staff) => ({
          id: newId(),
          staff,
          capacity: '班子成员',
          state: '出席',
          reason: null,
        })),
        speeches: [...people.slice(1), chief].map((speaker) => ({
          id: newId(),
          topic: 1,
          speaker,
          points: speaker === chief ? '综合大家意见，同意按方案实施。' : '同意，注意施工安全。',
        })),
        ...values,
      },
      '2026',
    );
  const decidedAt = await meeting({
    kind: '学校党组织会议',
    title: '2026年第12次党组织会议',
    session: 12,
    heldOn: '2026-12-08',
    topics: [
      {
        ...topic,
        id: newId(),
        voteMode: '举手',
        inFavour: people.length,
        against: 0,
        abstained: 0,
        decision: '同意',
        decisionText: '由总务处按政府采购规定办理',
        owner: second,
        dueOn: '2027-01-31',
      },
    ],
  });
  await meeting({
    kind: '校长办公会议',
    title: '2026年第20次校长办公会议',
    session: 20,
    heldOn: '2026-12-03',
    topics: [{ ...topic, id: newId(), voteMode: '不表决', decision: '提交党组织会议', decidedAt }],
  });
}
