import type { AnyLedger } from './definition.ts';
import type { Field, MaskKind } from './field.ts';
import { fieldsOf } from './schema.ts';

/** Export profiles of domain.md §9.2. */
export const exportProfiles = ['internal', 'upward', 'publicNotice', 'statistics'] as const;
/** For whom a file is made; what it may hold follows. */
export type ExportProfile = (typeof exportProfiles)[number];

/** The profiles as people choose them. */
export const profileLabels: Readonly<Record<ExportProfile, string>> = {
  internal: '内部全量',
  upward: '上报（按需）',
  publicNotice: '公示/张贴',
  statistics: '统计',
};

/** One line per profile for the person who chooses: what it hides. */
export const profileHints: Readonly<Record<ExportProfile, string>> = {
  internal: '只在本校使用：内容原样带出。举报人和受限内容不带出，银行卡号只留后四位。',
  upward:
    '交给上级：身份证号、电话、学籍号、健康和家庭情况要逐栏勾选才带出；住址只到村（社区），工资和银行卡不带出。',
  publicNotice:
    '张贴、公示：学生姓名只留姓，证件号、电话、学籍号遮住中间；住址、健康、困难和家庭情况不带出，处分要勾选才带出。',
  statistics: '只作统计：姓名、证件号、电话等能认出人的栏目都不带出，住址只到乡镇（街道）。',
};

/**
 * How a value leaves: as it is, not at all (the column is dropped), only when the person names the column, or
 * shortened by a function.
 */
type Treatment = 'full' | 'never' | 'ifAsked' | ((value: string) => string);

const treatments: Readonly<Record<MaskKind, Readonly<Record<ExportProfile, Treatment>>>> = {
  none: { internal: 'full', upward: 'full', publicNotice: 'full', statistics: 'full' },
  adultName: { internal: 'full', upward: 'full', publicNotice: 'full', statistics: 'never' },
  pupilName: { internal: 'full', upward: 'full', publicNotice: keepSurname, statistics: 'never' },
  identityNumber: {
    internal: 'full',
    upward: 'ifAsked',
    publicNotice: (value) => keepEnds(value, 6, 4, 8),
    statistics: 'never',
  },
  studentNumber: {
    internal: 'full',
    upward: 'ifAsked',
    publicNotice: (value) => keepEnds(value, 7, 0, 6),
    statistics: 'never',
  },
  phone: {
    internal: 'full',
    upward: 'ifAsked',
    publicNotice: (value) => keepEnds(value, 3, 4, 4),
    statistics: 'never',
  },
  address: { internal: 'full', upward: keepVillage, publicNotice: 'never', statistics: keepTown },
  health: { internal: 'full', upward: 'ifAsked', publicNotice: 'never', statistics: 'never' },
  hardship: { internal: 'full', upward: 'full', publicNotice: 'never', statistics: 'never' },
  family: { internal: 'full', upward: 'ifAsked', publicNotice: 'never', statistics: 'never' },
  bankCard: {
    internal: (value) => (value.length <= 4 ? value : keepEnds(value, 0, 4, 4)),
    upward: 'never',
    publicNotice: 'never',
    statistics: 'never',
  },
  complainant: { internal: 'never', upward: 'never', publicNotice: 'never', statistics: 'never' },
  sanction: { internal: 'full', upward: 'full', publicNotice: 'ifAsked', statistics: 'never' },
  entryResult: { internal: 'full', upward: presenceOnly, publicNotice: 'never', statistics: 'never' },
  pay: { internal: 'full', upward: 'never', publicNotice: 'never', statistics: 'never' },
};

/**
 * Whether a field's column may stand in a file of this profile. Locked fields never leave, whatever the profile;
 * `asked` = the person picked this very column.
 */
export function columnLeaves(
  field: Pick<Field, 'sensitivity'>,
  kind: MaskKind,
  profile: ExportProfile,
  asked: boolean,
): boolean {
  if (field.sensitivity === 'locked') return false;
  const treatment = treatments[kind][profile];
  return treatment !== 'never' && (treatment !== 'ifAsked' || asked);
}

/** The value as the profile shows it; an empty string where nothing may be shown. Source: domain.md §9.2. */
export function mask(kind: MaskKind, value: string, profile: ExportProfile, asked = false): string {
  if (value === '') return '';
  const treatment = treatments[kind][profile];
  if (typeof treatment === 'function') return treatment(value);
  if (treatment === 'ifAsked') return asked ? value : '';
  return treatment === 'full' ? value : '';
}

/** A reference shows the title of its target and is masked like that title, unless it says otherwise itself. */
export function maskKindOf(
  field: Pick<Field, 'kind' | 'mask'>,
  ledgerOf: (id: string) => AnyLedger | undefined,
  depth = 0,
): MaskKind {
  if (field.mask !== undefined) return field.mask;
  const target = 'target' in field && typeof field.target === 'string' ? ledgerOf(field.target) : undefined;
  const title = target ? fieldsOf(target)[target.title] : undefined;
  return title && depth < 4 ? maskKindOf(title, ledgerOf, depth + 1) : 'none';
}

/** Whether values of this kind leave unchanged, so that numbers may stay numbers. */
export function leavesUnchanged(kind: MaskKind, profile: ExportProfile): boolean {
  return typeof treatments[kind][profile] !== 'function';
}

/** Surname and stars: 张三 → 张*, 欧阳小明 → 欧*** (the number of characters stays). */
function keepSurname(name: string): string {
  const characters = [...name];
  return (characters[0] ?? '') + '*'.repeat(Math.max(characters.length - 1, 1));
}

/** Values too short to hide anything are hidden whole. */
function keepEnds(value: string, head: number, tail: number, stars: number): string {
  const characters = [...value];
  if (characters.length <= head + tail) return '*'.repeat(characters.length);
  return (
    characters.slice(0, head).join('') +
    '*'.repeat(stars) +
    characters.slice(characters.length - tail).join('')
  );
}

function keepVillage(address: string): string {
  return keepThrough(address, /^.*?(?:村|社区|居委会)/u) || keepTown(address);
}

function keepTown(address: string): string {
  return keepThrough(address, /^.*?(?:镇|乡|街道)/u) || keepThrough(address, /^.*?[县区]/u);
}

function keepThrough(address: string, pattern: RegExp): string {
  return pattern.exec(address)?.[0] ?? '';
}

/** 准入查询 goes upward as 有/无 only. */
function presenceOnly(result: string): string {
  return /^[无否未]/u.test(result) ? '无' : '有';
}
