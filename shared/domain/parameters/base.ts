import { number } from './parameter.ts';

/** What a county or a school may set about personal information. */
export const baseParameters = {
  privacyRequestWorkdays: number(15, '个工作日', [0, 120], {
    label: '更正删除申请的办理期限',
    help: '收到查阅、更正、删除个人信息的申请后几个工作日内办结。',
  }),
  guardianConsentAge: number(14, '周岁', [0, 18], {
    label: '需要监护人同意的年龄',
    help: '不满几周岁的学生，处理个人信息要有监护人同意（个人信息保护法第三十一条）。',
  }),
};
