import { afterSchoolChecks } from './afterSchool/checks/afterSchoolChecks.ts';
import { baseChecks } from './base/baseChecks.ts';
import type { AreaChecks } from './checks/check.ts';
import { ethicsChecks } from './ethics/checks/ethicsChecks.ts';
import { partyLifeChecks } from './partyLife/checks/partyLifeChecks.ts';

/** What every area brings to the checks, in the order in which people read them. */
export const areaChecks: readonly AreaChecks[] = [
  baseChecks,
  partyLifeChecks,
  ethicsChecks,
  afterSchoolChecks,
];
