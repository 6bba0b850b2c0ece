import type { Role } from '../../../shared/contract/rights.ts';

/** What each role may do and what stays closed to it, in one line for who hands it out. */
export const roleHelp: Readonly<Record<Role, string>> = {
  head: '查看和填写全部资料，审定记录，管理设置和备份。',
  partyAffairs: '填写党建资料，可导入导出；看不到师德师风和课后服务。',
  ethics: '填写师德师风资料，可导入导出；看不到党建和课后服务。',
  teaching: '填写课后服务、基础信息和台账，可导入导出；看不到党建和师德师风。',
  reader: '只查看党建、课后服务和基础信息，不能填写，也不能导出；看不到师德师风。',
  administrator: '管理账号、设置、备份和基础信息；看不到党建、师德师风和课后服务。',
};
