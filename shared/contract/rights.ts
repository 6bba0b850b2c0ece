import type { Area } from '../ledger/definition.ts';

/** What an account is for; one may have several. */
export const roles = ['head', 'partyAffairs', 'ethics', 'teaching', 'reader', 'administrator'] as const;
/** One of them. */
export type Role = (typeof roles)[number];

/** The roles as people call them. */
export const roleLabels: Readonly<Record<Role, string>> = {
  head: '负责人',
  partyAffairs: '党务',
  ethics: '师德',
  teaching: '教务',
  reader: '查阅',
  administrator: '管理员',
};

/** What an account may do in an area; `write` includes `read`. */
export type Level = 'none' | 'read' | 'write';

/** What is not tied to one area. */
export type Capability =
  'manageAccounts' | 'manageSettings' | 'manageBackups' | 'import' | 'export' | 'approve' | 'seeAccessLog';

interface RoleRights {
  readonly areas: Readonly<Record<Area, Level>>;
  readonly capabilities: readonly Capability[];
}

const rightsByRole: Readonly<Record<Role, RoleRights>> = {
  head: {
    areas: { base: 'write', partyLife: 'write', ethics: 'write', afterSchool: 'write', ledgers: 'write' },
    capabilities: ['manageSettings', 'manageBackups', 'import', 'export', 'approve', 'seeAccessLog'],
  },
  partyAffairs: {
    areas: { base: 'read', partyLife: 'write', ethics: 'none', afterSchool: 'none', ledgers: 'read' },
    capabilities: ['import', 'export'],
  },
  ethics: {
    areas: { base: 'read', partyLife: 'none', ethics: 'write', afterSchool: 'none', ledgers: 'read' },
    capabilities: ['import', 'export'],
  },
  teaching: {
    areas: { base: 'write', partyLife: 'none', ethics: 'none', afterSchool: 'write', ledgers: 'write' },
    capabilities: ['import', 'export'],
  },
  reader: {
    areas: { base: 'read', partyLife: 'read', ethics: 'none', afterSchool: 'read', ledgers: 'read' },
    capabilities: [],
  },
  // The administrator runs the program, not the school: no access to ethics or Party records.
  administrator: {
    areas: { base: 'write', partyLife: 'none', ethics: 'none', afterSchool: 'none', ledgers: 'none' },
    capabilities: ['manageAccounts', 'manageSettings', 'manageBackups', 'import', 'seeAccessLog'],
  },
};

/** The account's level in an area: the highest of its roles. */
export function levelOf(accountRoles: readonly Role[], area: Area): Level {
  const levels = accountRoles.map((role) => rightsByRole[role].areas[area]);
  return levels.includes('write') ? 'write' : levels.includes('read') ? 'read' : 'none';
}

/** Whether one of the roles has a capability. */
export function may(accountRoles: readonly Role[], capability: Capability): boolean {
  return accountRoles.some((role) => rightsByRole[role].capabilities.includes(capability));
}
