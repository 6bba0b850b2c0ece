/** Choice lists that several ledgers share. */

export const sexes = [
  { value: '男', synonyms: ['男性', '1'] },
  { value: '女', synonyms: ['女性', '2'] },
] as const;

/** The peoples most often met in Shandan first; every other one is typed as 其他 with its name in the remark. */
export const ethnicGroups = [
  { value: '汉族', synonyms: ['汉'] },
  { value: '裕固族', synonyms: ['裕固'] },
  { value: '藏族', synonyms: ['藏'] },
  { value: '蒙古族', synonyms: ['蒙古', '蒙'] },
  { value: '回族', synonyms: ['回'] },
  { value: '土族', synonyms: ['土'] },
  { value: '满族', synonyms: ['满'] },
  { value: '东乡族', synonyms: ['东乡'] },
  { value: '其他', synonyms: [] },
] as const;

export const educationLevels = [
  { value: '研究生', synonyms: ['硕士', '博士', '硕士研究生', '博士研究生'] },
  { value: '大学本科', synonyms: ['本科', '大学'] },
  { value: '大学专科', synonyms: ['专科', '大专'] },
  { value: '中专及高中', synonyms: ['中专', '高中', '中师'] },
  { value: '初中及以下', synonyms: ['初中', '小学'] },
] as const;

export const weekdays = [
  { value: '周一', synonyms: ['星期一', '一', '1'] },
  { value: '周二', synonyms: ['星期二', '二', '2'] },
  { value: '周三', synonyms: ['星期三', '三', '3'] },
  { value: '周四', synonyms: ['星期四', '四', '4'] },
  { value: '周五', synonyms: ['星期五', '五', '5'] },
] as const;
