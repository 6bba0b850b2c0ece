/** What a list of names can be for; ethics comes first in all of them (教师〔2013〕10号). */
export const gatePurposes = [
  '资格认定',
  '定期注册',
  '岗位聘用',
  '职称评聘',
  '年度考核',
  '评优表彰',
  '培养项目',
] as const;

export type GatePurpose = (typeof gatePurposes)[number];
