import type { Area } from '../ledger/definition.ts';

/** Names of the areas as the frame and the documents show them. */
export const areaLabels: Readonly<Record<Area, string>> = {
  partyLife: '党建',
  ethics: '师德师风',
  afterSchool: '课后服务',
  ledgers: '台账',
  base: '基础信息',
};
