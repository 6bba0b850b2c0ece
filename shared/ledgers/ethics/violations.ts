/** Violations that must be handled: schools V01–V11, kindergartens K01–K11 (domain.md §4.2). */
export const violations = [
  { value: 'V01 损害党中央权威', synonyms: ['V01'] },
  { value: 'V02 损害公共利益或违背公序良俗', synonyms: ['V02'] },
  { value: 'V03 散布虚假不良信息', synonyms: ['V03'] },
  { value: 'V04 敷衍教学或擅自兼职', synonyms: ['V04'] },
  { value: 'V05 歧视侮辱虐待伤害学生', synonyms: ['V05'] },
  { value: 'V06 遇险擅离职守', synonyms: ['V06'] },
  { value: 'V07 不正当关系或猥亵性骚扰', synonyms: ['V07'] },
  { value: 'V08 招生考试评优中徇私舞弊', synonyms: ['V08'] },
  { value: 'V09 索要收受财物', synonyms: ['V09'] },
  { value: 'V10 有偿补课', synonyms: ['V10'] },
  { value: 'V11 其他违反职业道德的行为', synonyms: ['V11'] },
  { value: 'K04 玩忽职守空岗', synonyms: ['K04'] },
  { value: 'K05 遇险不顾幼儿', synonyms: ['K05'] },
  { value: 'K06 体罚侮辱猥亵虐待幼儿', synonyms: ['K06'] },
  { value: 'K07 提前教授小学内容', synonyms: ['K07'] },
  { value: 'K10 营利性表演竞赛或泄露信息', synonyms: ['K10'] },
] as const;
