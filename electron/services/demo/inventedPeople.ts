import { checkCharacterOf, type Sex } from '../../../shared/kernel/identityNumber.ts';
import { addDays } from '../../../shared/kernel/plainDate.ts';
import type { SeededRandom } from './seededRandom.ts';

export interface InventedPerson {
  readonly name: string;
  readonly sex: Sex;
  readonly bornOn: string;
  readonly identityNumber: string;
  readonly ethnicity: string;
}

const surnames = [
  ...'王李张刘陈杨赵周吴徐孙马胡朱郭何罗高林郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚钟崔谭陆范汪廖石金韦贾夏付方白邹孟熊秦邱江尹薛阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤单解仇',
];
const givenFirst = [
  ...'文建国志海玉春晓小秀雅梦思子嘉俊永振宏立世明德兴学瑞佳欣雨丽淑彩凤红桂雪美慧志天一浩泽家承光正',
];
const boysLast = [...'军强伟平勇杰涛明超辉刚健林峰宇轩博凯鹏飞龙斌波东山泉源祥成'];
const girlsLast = [...'芳娟敏静丽艳霞萍玲莉燕婷洁琳琴怡萱涵彤瑶雯妍菲蓉香梅兰'];
const ethnicities = [
  '汉族',
  '汉族',
  '汉族',
  '汉族',
  '汉族',
  '汉族',
  '汉族',
  '汉族',
  '汉族',
  '裕固族',
  '藏族',
  '回族',
  '蒙古族',
];
/** Shandan first, then its neighbours (domain.md §0.3). */
const areas = ['620725', '620725', '620725', '620725', '620702', '620722', '620723'];

/**
 * Makes people whose names and identity numbers are invented. Names are unique within one maker unless `repeats` says
 * that now and then two people share one, as in any school.
 */
export function peopleMaker(
  random: SeededRandom,
): (bornFrom: string, bornDays: number, repeats?: boolean) => InventedPerson {
  const names = new Set<string>();
  const numbers = new Set<string>();

  function inventName(sex: Sex, repeats: boolean): string {
    for (;;) {
      const last = random.pick(sex === '男' ? boysLast : girlsLast);
      const given = random.chance(0.25) ? last : random.pick(givenFirst) + last;
      const name = random.pick(surnames) + given;
      if (!names.has(name) || (repeats && random.chance(0.1))) {
        names.add(name);
        return name;
      }
    }
  }

  return (bornFrom, bornDays, repeats = false) => {
    const sex = random.chance(0.5) ? '男' : '女';
    const bornOn = addDays(bornFrom, random.whole(0, bornDays));
    let identityNumber: string;
    do {
      const sequence = String(random.whole(0, 49) * 2 + (sex === '男' ? 1 : 0)).padStart(2, '0');
      const digits = `${random.pick(areas)}${bornOn.replaceAll('-', '')}${random.whole(0, 9)}${sequence}`;
      identityNumber = digits + checkCharacterOf(digits);
    } while (numbers.has(identityNumber));
    numbers.add(identityNumber);
    return {
      name: inventName(sex, repeats),
      sex,
      bornOn,
      identityNumber,
      ethnicity: random.pick(ethnicities),
    };
  };
}

/** Mobile numbers that look invented at a glance. */
export function inventPhone(random: SeededRandom): string {
  return `1990000${String(random.whole(0, 9999)).padStart(4, '0')}`;
}
