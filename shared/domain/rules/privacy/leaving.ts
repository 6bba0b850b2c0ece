import { addDays } from '../../../kernel/plainDate.ts';
import type { PlainDate } from '../../../kernel/plainDate.ts';
import type { ExportFact, LeavingColumnFact, PrivacyFacts } from '../../privacy/facts.ts';
import type { FindingDraft, Rule } from '../rule.ts';

type PrivacyRule = Rule<PrivacyFacts>;

/** Older lines of the export log are history: nothing can be mended there. */
const lookedBackDays = 365;
/** The masking kinds that no notice may show (domain.md §9.2, column 公示: never). */
const neverPublic = [
  'address',
  'health',
  'hardship',
  'family',
  'bankCard',
  'entryResult',
  'pay',
  'complainant',
];
const smallestOpenCount = 3;

function isRecent({ on }: { readonly on: PlainDate }, today: PlainDate): boolean {
  return on <= today && on > addDays(today, -lookedBackDays);
}

function aboutExport(fact: ExportFact, sentence: string): FindingDraft {
  return {
    sentence,
    window: { from: fact.on, to: fact.on },
    subjectId: fact.key,
    evidence: [],
    remedy: { kind: 'list', ledger: 'privacyReview' },
  };
}

const purposeNamed: PrivacyRule = {
  id: 'PRV-02',
  severity: 'error',
  label: '导出写明用途和接收方',
  basis: '《中华人民共和国个人信息保护法》第二十三条；《网络数据安全管理条例》第十二条',
  check: (facts, _parameters, today) =>
    facts.exports
      .filter((fact) => isRecent(fact, today))
      .filter(({ purpose, recipient }) => purpose.trim() === '' || recipient.trim() === '')
      .map((fact) =>
        aboutExport(fact, `${fact.on} 导出“${fact.what}”没有写明用途或接收方，请查明去向并补记说明。`),
      ),
};

function aboutColumn({ ledger, column, profile }: LeavingColumnFact, sentence: string): FindingDraft {
  return {
    sentence,
    window: null,
    subjectId: `${ledger}/${column}/${profile}`,
    evidence: [],
    remedy: { kind: 'list', ledger },
  };
}

const noticesClean: PrivacyRule = {
  id: 'PRV-03',
  severity: 'error',
  label: '公示不带出不得公开的栏目',
  basis: '《中华人民共和国个人信息保护法》第六条；《中华人民共和国未成年人保护法》第四条',
  check: (facts) =>
    facts.leavingColumns
      .filter(({ profile, kind }) => profile === 'publicNotice' && neverPublic.includes(kind))
      .map((column) =>
        aboutColumn(column, `公示会带出“${column.column}”，这一栏不得公开，请不要张贴并报告管理员。`),
      ),
};

const complainantStays: PrivacyRule = {
  id: 'PRV-12',
  severity: 'error',
  label: '举报人信息不得导出',
  basis: '《中华人民共和国个人信息保护法》第十条；教师〔2018〕18号：为举报人保密',
  check: (facts) =>
    facts.leavingColumns
      .filter(({ kind }) => kind === 'complainant')
      .map((column) =>
        aboutColumn(column, `导出会带出“${column.column}”，举报人信息不得导出，请报告管理员。`),
      ),
};

const smallCountsHidden: PrivacyRule = {
  id: 'PRV-04',
  severity: 'warning',
  label: '统计不显示 1—2 人的小数',
  basis: '《中华人民共和国个人信息保护法》第五十一条：去标识化',
  parameters: ['smallestShownCount'],
  check: (facts) =>
    [...Map.groupBy(facts.statisticCells, ({ table }) => table)].flatMap(([table, cells]) => {
      const open = cells.filter(({ count, shown }) => shown && count > 0 && count < smallestOpenCount);
      if (open.length === 0) return [];
      return {
        sentence: `“${table}”统计会显示 ${open.length} 个 1—2 人的小数（${open.map(({ label }) => label).join('、')}），可能认出个人，请把参数“统计中显示的最小人数”改为 ${smallestOpenCount} 以上。`,
        window: null,
        subjectId: table,
        evidence: [],
        remedy: { kind: 'list' as const, ledger: 'ethicsCase' },
      };
    }),
};

const sticksClean: PrivacyRule = {
  id: 'PRV-09',
  severity: 'error',
  label: '内部全量资料不得明文放在 U 盘上',
  basis: '《中华人民共和国个人信息保护法》第五十一条：加密、去标识化等安全技术措施',
  check: (facts, _parameters, today) =>
    facts.exports
      .filter((fact) => isRecent(fact, today))
      .filter(({ openOnStick, profile, rows }) => openOnStick && profile === 'internal' && rows > 0)
      .map((fact) =>
        aboutExport(
          fact,
          `${fact.on} 把“${fact.what}”的内部全量资料明文放在 U 盘上，请确认文件已删除；要带出的请改用备份（加密）或上报口径。`,
        ),
      ),
};

/** What leaves the school. */
export const leavingRules: readonly PrivacyRule[] = [
  purposeNamed,
  noticesClean,
  smallCountsHidden,
  sticksClean,
  complainantStays,
];
