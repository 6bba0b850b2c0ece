import { seededRandom } from '#electron/services/demo/seededRandom.ts';
import { addDays } from '#shared/kernel/plainDate.ts';
import { checkCharacterOf } from '#shared/kernel/identityNumber.ts';
import type { LooseValues } from '#shared/ledger/definition.ts';
import { emptyValues } from '#shared/ledger/schema.ts';
import { pupil } from '#shared/ledgers/base/pupil.ts';

const surnames = [
  ...'王李张刘陈杨赵周吴徐孙马胡朱郭何罗高林郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚单解仇',
];
const given = [
  ...'文建国志海玉春晓小秀雅梦思子嘉俊永振宏立世明德兴学瑞佳欣雨丽淑彩凤红桂雪美慧天一浩泽家承光正军强伟平勇杰涛超辉刚健林峰宇轩博凯鹏飞龙斌波东山泉源祥成芳娟敏静艳霞萍玲莉燕婷洁琳琴怡萱涵彤瑶雯妍菲蓉香梅兰',
];

/** Invented pupils, the same for the same seed, each with its own identity and student number. */
export function* inventPupils(
  count: number,
  classIds: readonly string[],
  seed = 2026,
): Generator<LooseValues, undefined> {
  const random = seededRandom(seed);
  for (let index = 0; index < count; index += 1) {
    const bornOn = addDays('2009-01-01', index % 4000);
    // Area and day of birth repeat after 4,000 pupils; the sequence and the area tell the rounds apart.
    const round = Math.floor(index / 4000);
    const area = 620_700 + (round % 30);
    const boy = random.chance(0.5);
    const sequence = String(Math.floor(round / 30) * 2 + (boy ? 1 : 0)).padStart(3, '0');
    const digits = `${area}${bornOn.replaceAll('-', '')}${sequence}`;
    const name = random.pick(surnames) + random.pick(given) + (random.chance(0.75) ? random.pick(given) : '');
    yield {
      ...emptyValues(pupil),
      name,
      sex: boy ? '男' : '女',
      ethnicity: random.chance(0.9) ? '汉族' : '回族',
      bornOn,
      identityNumber: digits + checkCharacterOf(digits),
      studentNumber: `G${String(620_725_000_000_000_000n + BigInt(index))}`,
      schoolClass: classIds[random.whole(0, classIds.length - 1)] ?? null,
      classSince: '2026-09-01',
      enteredOn: '2025-09-01',
      boarder: random.chance(0.3),
      guardianName: random.pick(surnames) + random.pick(given),
      guardianRelation: random.pick(['父亲', '母亲', '祖父母']),
      guardianPhone: `199${String(index).padStart(8, '0')}`,
      address: `山丹县清泉镇${random.whole(1, 40)}号`,
      hardship: random.chance(0.1) ? ['城乡低保'] : [],
      leftBehind: random.chance(0.2),
      consentOn: '2026-09-01',
      remark: random.chance(0.2) ? '走读，家长接送' : null,
    };
  }
}
