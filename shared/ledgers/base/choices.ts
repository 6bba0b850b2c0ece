import { guardianRelations } from '../../domain/base/words.ts';
import { sexes } from '../../kernel/identityNumber.ts';
import { schooldays } from '../../kernel/schooldays.ts';

/** Choices that several ledgers offer, with the other spellings that schools' sheets use. */

export const sexChoice = {
  options: sexes,
  spellings: { 男: ['男性', '1'], 女: ['女性', '2'] },
} as const;

/** The peoples most often met in Shandan first; every other one is typed as 其他 with its name in the remark. */
export const ethnicGroupChoice = {
  options: ['汉族', '裕固族', '藏族', '蒙古族', '回族', '土族', '满族', '东乡族', '其他'],
  spellings: {
    汉族: ['汉'],
    裕固族: ['裕固'],
    藏族: ['藏'],
    蒙古族: ['蒙古', '蒙'],
    回族: ['回'],
    土族: ['土'],
    满族: ['满'],
    东乡族: ['东乡'],
  },
} as const;

export const educationChoice = {
  options: ['研究生', '大学本科', '大学专科', '中专及高中', '初中及以下'],
  spellings: {
    研究生: ['硕士', '博士', '硕士研究生', '博士研究生'],
    大学本科: ['本科', '大学'],
    大学专科: ['专科', '大专'],
    中专及高中: ['中专', '高中', '中师'],
    初中及以下: ['初中', '小学'],
  },
} as const;

export const schooldayChoice = {
  options: schooldays,
  spellings: {
    周一: ['星期一', '一', '1'],
    周二: ['星期二', '二', '2'],
    周三: ['星期三', '三', '3'],
    周四: ['星期四', '四', '4'],
    周五: ['星期五', '五', '5'],
  },
} as const;

export const guardianRelationChoice = {
  options: guardianRelations,
  spellings: {
    父亲: ['父', '父子', '父女'],
    母亲: ['母', '母子', '母女'],
    祖父母: ['爷爷', '奶奶'],
    外祖父母: ['外公', '外婆', '姥姥', '姥爷'],
  },
} as const;
