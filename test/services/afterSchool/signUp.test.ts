import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { signUpHandlers } from '#electron/services/afterSchool/signUp/signUpHandlers.ts';
import { allRecords } from '#electron/store/records/records.ts';
import type { SignUpBoard, SignUpPupilView } from '#shared/contract/signUp.ts';
import { serviceEnrolment } from '#shared/ledgers/afterSchool/serviceEnrolment.ts';
import { servicePlan } from '#shared/ledgers/afterSchool/servicePlan.ts';
import { fileDesk, type FileDesk } from '../../support/fileDesk.ts';
import { failureOf, valueOf } from '../../support/temporarySchool.ts';
import { bringInSignUpTerm, signUpPeriod, wishHeaders, wishRow, writeSchoolSheet } from './signUpTerm.ts';

const period = signUpPeriod;

describe('a term’s sign-up, from the filled sheets on', () => {
  let desk: FileDesk;
  let names: readonly string[];
  let calls: ReturnType<typeof signUpHandlers>;
  beforeEach(async () => {
    desk = fileDesk();
    names = await bringInSignUpTerm(desk);
    calls = signUpHandlers(desk.app);
  });
  afterEach(() => desk.close());

  const board = async (): Promise<SignUpBoard> =>
    valueOf(await calls['signUp.board']({ period }, desk.caller));
  const pupilOf = async (name: string): Promise<SignUpPupilView> => {
    const found = (await board()).pupils.find((one) => one.name === name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found;
  };
  const courseId = async (name: string): Promise<string> =>
    (await board()).courses.find((one) => one.name === name)?.id ?? '';
  const bringInWishes = async (rows: Parameters<typeof writeSchoolSheet>[3]) =>
    desk.bringIn(
      await writeSchoolSheet(desk.folder, '报名表', wishHeaders, rows),
      'serviceEnrolment',
      period,
    );
  const distribute = async () => {
    const order = { jobId: randomUUID(), period, seed: '20260905', afresh: false };
    const outcome = valueOf(await calls['signUp.propose'](order, desk.caller));
    const placements = outcome.pupils.map(({ pupilId, courseIds }) => ({
      pupilId,
      courseIds: [...courseIds],
    }));
    return { order, outcome, placements };
  };

  test('the sheet comes in with ranked wishes; what can’t be is said at its row and column', async () => {
    const path = await writeSchoolSheet(desk.folder, '报名表', wishHeaders, [
      wishRow('甲学一', ['篮球', '合唱']),
      wishRow('甲学二', ['机器人']),
      wishRow('甲学三', ['合唱'], { days: '周一、周三' }),
      wishRow('查无此人', ['篮球']),
      wishRow('甲学四', ['蓝球']),
      wishRow('甲学五', ['篮球', '篮球']),
    ]);
    const seen = await desk.preview(
      await desk.choose(path, 'serviceEnrolment'),
      'serviceEnrolment',
      undefined,
      period,
    );
    expect(seen.counts).toEqual({ new: 1, changed: 0, same: 0, problem: 5 });
    expect(seen.problems.map(({ row, column, sentence }) => [row, column, sentence])).toEqual([
      [4, 'H 第一志愿', '“机器人”招五至六年级，学生在三年级，请改填别的课程。'],
      [5, 'H 第一志愿', '“合唱”在周二上课，学生只参加周一、周三，请改填别的课程。'],
      [6, 'A 学生姓名', expect.stringContaining('查无此人')],
      [7, 'H 第一志愿', expect.stringContaining('蓝球')],
      [8, 'I 第二志愿', '这门课已经填在前面的志愿里，请换一门或留空。'],
    ]);
  });

  test('61 pupils for 40 seats: nothing is stored before it is accepted, then everybody has a reason', async () => {
    await bringInWishes(names.map((name) => wishRow(name, ['篮球'])));
    const before = await board();
    expect(before.classes.map(({ name, pupils, handedIn }) => [name, pupils, handedIn])).toEqual([
      ['三年级1班', 31, 31],
      ['三年级2班', 30, 30],
      ['六年级1班', 1, 0],
    ]);
    const { order, outcome, placements } = await distribute();
    expect(outcome.quality).toEqual({ withNothing: 21, byRank: [40, 0, 0], totalRank: 40 + 21 * 4 });
    expect((await board()).pupils.every(({ courses }) => courses.length === 0)).toBe(true);

    const accepted = await calls['signUp.accept']({ ...order, placements }, desk.caller);
    expect(valueOf(accepted)).toEqual({ placed: 40, waiting: 21 });
    const after = await board();
    const basketball = await courseId('篮球');
    expect(after.pupils.filter(({ courses }) => courses.includes(basketball))).toHaveLength(40);
    expect(after.warnings).toEqual([]);
    const first = after.pupils.find(({ lottery }) => lottery === 41);
    expect(first?.reason).toBe('第一志愿“篮球”已满（40/40，61 人填报）；抽签序号 41，没有安排上，列入候补。');
    const plan = allRecords(desk.school.store.read, servicePlan)[0];
    expect(plan?.values).toMatchObject({ lotterySeed: '20260905', assignedOn: '2026-11-24' });
    // Drawn again, it comes out the same.
    const again = valueOf(await calls['signUp.propose']({ ...order, afresh: true }, desk.caller));
    expect(again.pupils).toEqual(outcome.pupils);
  });

  test('is refused as a whole where it breaks what the records say now', async () => {
    await bringInWishes(names.map((name) => wishRow(name, ['篮球'])));
    const { order, placements } = await distribute();
    const basketball = await courseId('篮球');
    const all = placements.map(({ pupilId }) => ({ pupilId, courseIds: [basketball] }));
    expect(failureOf(await calls['signUp.accept']({ ...order, placements: all }, desk.caller)).sentence).toBe(
      '“篮球”名额 40 人，安排了 61 人。报名情况有变动，没有保存，请重新分配。',
    );
    expect((await board()).pupils.every(({ courses }) => courses.length === 0)).toBe(true);
  });

  test('withdrawal mid-term: the fee, the place that gets free, and promotion in turn', async () => {
    await bringInWishes(names.map((name) => wishRow(name, ['篮球'])));
    const { order, placements } = await distribute();
    valueOf(await calls['signUp.accept']({ ...order, placements }, desk.caller));
    const basketball = await courseId('篮球');
    const lotteryPupil = async (number: number): Promise<SignUpPupilView> => {
      const found = (await board()).pupils.find(({ lottery }) => lottery === number);
      if (!found) throw new Error(`no number ${number}`);
      return found;
    };
    const leaving = await lotteryPupil(1);
    const next = await lotteryPupil(41);
    const second = await lotteryPupil(42);

    // While the course is full nobody moves up.
    const full = await calls['signUp.promote'](
      { enrolment: next.id, baseRevision: next.revision, course: basketball },
      desk.caller,
    );
    expect(failureOf(full).sentence).toBe('“篮球”名额 40 人已满，要等有人退出，或先增加名额。');

    const effect = valueOf(
      await calls['signUp.effect']({ enrolment: leaving.id, on: '2026-10-26' }, desk.caller),
    );
    expect(effect.before.due).toBe(30_000);
    expect(effect.after.days).toBeLessThan(effect.after.plannedDays);
    expect(effect.after.due).toBe(Math.round((30_000 * effect.after.days) / effect.after.plannedDays));
    expect(effect.freed).toEqual([
      { courseId: basketball, course: '篮球', next: `${next.className}${next.name}` },
    ]);
    const withdrawn = valueOf(
      await calls['signUp.withdraw'](
        { enrolment: leaving.id, baseRevision: leaving.revision, on: '2026-10-26', reason: '搬家转学' },
        desk.caller,
      ),
    );
    expect(withdrawn.sentence).toContain(`候补第一位是${next.className}${next.name}`);

    const outOfTurn = await calls['signUp.promote'](
      { enrolment: second.id, baseRevision: second.revision, course: basketball },
      desk.caller,
    );
    expect(failureOf(outOfTurn).sentence).toContain(
      `候补第一位是${next.className}${next.name}，要按顺序递补`,
    );
    const promoted = valueOf(
      await calls['signUp.promote'](
        { enrolment: next.id, baseRevision: next.revision, course: basketball },
        desk.caller,
      ),
    );
    expect(promoted.sentence).toBe(`${next.className}${next.name}递补进“篮球”。`);
    const record = allRecords(desk.school.store.read, serviceEnrolment).find(({ id }) => id === next.id);
    expect(record?.values.waitingFor).toEqual([]);
    expect(record?.values.changes.at(-1)).toMatchObject({
      kind: '递补',
      to: [basketball],
      reason: '候补第 1 位，抽签序号 41',
    });
  });

  test('an exchange of courses respects places, grade and day, and says who may move up', async () => {
    await bringInWishes([
      wishRow('甲学一', ['篮球', '合唱']),
      wishRow('甲学二', ['合唱']),
      wishRow('高年级', ['机器人']),
    ]);
    const { order, placements } = await distribute();
    valueOf(await calls['signUp.accept']({ ...order, placements }, desk.caller));
    const [basketball, choir, robots] = [
      await courseId('篮球'),
      await courseId('合唱'),
      await courseId('机器人'),
    ];
    const one = await pupilOf('甲学一');
    const order1 = { enrolment: one.id, baseRevision: one.revision, reason: '孩子想唱歌' };
    expect(
      failureOf(await calls['signUp.move']({ ...order1, from: basketball, to: robots }, desk.caller))
        .sentence,
    ).toBe('三年级1班甲学一不能上这门课：“机器人”招五至六年级，学生在三年级。');
    expect(
      failureOf(await calls['signUp.move']({ ...order1, from: null, to: choir }, desk.caller)).sentence,
    ).toBe('“合唱”和已有的“篮球”在同一天上课，只能上一门，请换掉“篮球”。');
    expect(
      valueOf(await calls['signUp.move']({ ...order1, from: basketball, to: choir }, desk.caller)).sentence,
    ).toBe('三年级1班甲学一已安排到“合唱”。“篮球”空出 1 个名额。');
    expect((await pupilOf('甲学一')).courses).toEqual([choir]);
    const stale = await calls['signUp.move']({ ...order1, from: choir, to: basketball }, desk.caller);
    expect(stale.ok).toBe(false);
  });

  test('says what is missing before anything can be given out', async () => {
    expect(
      failureOf(
        await calls['signUp.propose']({ jobId: randomUUID(), period, seed: '1', afresh: false }, desk.caller),
      ).sentence,
    ).toBe('还没有填报志愿的报名。请先导入或登记报名表里的第一至第三志愿。');
    const empty = valueOf(await calls['signUp.board']({ period: '2026-2027-2' }, desk.caller));
    expect(empty.missing[0]).toBe('这个学期的校历还没有登记，请先登记学期。');
  });
});
