import { periodRange } from '../../../kernel/periods.ts';
import { addDays } from '../../../kernel/plainDate.ts';
import type { PlainDate } from '../../../kernel/plainDate.ts';
import { existsThroughout, memberName } from '../../partyLife/roll.ts';
import type { BranchFact, PartyLifeFacts } from '../../partyLife/facts.ts';
import { talkMatrix } from '../../partyLife/talkMatrix.ts';
import type { TalkMatrix } from '../../partyLife/talkMatrix.ts';
import type { Parameters } from '../../parameters/index.ts';
import type { FindingDraft, Rule } from '../rule.ts';
import { listNames } from '../../listNames.ts';

type PartyRule = Rule<PartyLifeFacts>;

/** What a branch lacks: a reminder in the last months of the year, a warning after it. */
function findInMatrices(
  facts: PartyLifeFacts,
  parameters: Parameters,
  today: PlainDate,
  judge: (
    matrix: TalkMatrix,
    branch: BranchFact,
  ) => { readonly sentence: string; readonly talk: Readonly<Record<string, unknown>> } | undefined,
): readonly FindingDraft[] {
  const window = periodRange(String(facts.year));
  if (today < addDays(window.to, -parameters.number('yearlyDueSoonDays', window.to))) return [];
  const on = today < window.to ? today : window.to;
  return facts.branches
    .filter((branch) => existsThroughout(branch, window))
    .flatMap((branch) => {
      const missing = judge(talkMatrix(facts, branch.id, facts.year, on), branch);
      if (!missing) return [];
      return {
        severity: today > window.to ? ('warning' as const) : ('info' as const),
        sentence: missing.sentence,
        window,
        subjectId: branch.id,
        evidence: [{ ledger: 'branch', id: branch.id }],
        remedy: {
          kind: 'create' as const,
          ledger: 'partyTalk',
          period: String(facts.year),
          values: { branch: branch.id, ...missing.talk },
        },
      };
    });
}

const basis = '《中国共产党支部工作条例（试行）》；《关于新形势下党内政治生活的若干准则》：谈心谈话';

const committeeTalked: PartyRule = {
  id: 'PTY-15',
  severity: 'warning',
  label: '委员之间每年至少谈心谈话 1 次',
  basis,
  parameters: ['yearlyDueSoonDays'],
  check: (facts, parameters, today) =>
    findInMatrices(facts, parameters, today, ({ committeePairsMissing }, branch) => {
      const [first] = committeePairsMissing;
      if (!first) return undefined;
      const pairs = committeePairsMissing.map((pair) => pair.map((id) => memberName(facts, id)).join('和'));
      return {
        sentence: `${facts.year}年 ${branch.name}还有 ${pairs.length} 对委员没有谈心谈话：${pairs.slice(0, 3).join('、')}${pairs.length > 3 ? '等' : ''}。`,
        talk: { talker: first[0], partner: first[1], kind: '支委之间' },
      };
    }),
};

const talkedWithCommittee: PartyRule = {
  id: 'PTY-16',
  severity: 'warning',
  label: '委员与每名党员每年至少谈心谈话 1 次',
  basis,
  parameters: ['yearlyDueSoonDays'],
  check: (facts, parameters, today) =>
    findInMatrices(facts, parameters, today, ({ withoutCommittee, committeeIds }, branch) => {
      const [first] = withoutCommittee;
      const [talker] = committeeIds;
      if (first === undefined || talker === undefined) return undefined;
      const names = listNames(withoutCommittee.map((id) => memberName(facts, id)));
      return {
        sentence: `${facts.year}年 ${branch.name}的${names}还没有委员与之谈心谈话。`,
        talk: { talker, partner: first, kind: '支委与党员' },
      };
    }),
};

const talkedWithPeers: PartyRule = {
  id: 'PTY-17',
  severity: 'warning',
  label: '党员之间每年至少谈心谈话 1 次',
  basis,
  parameters: ['yearlyDueSoonDays'],
  check: (facts, parameters, today) =>
    findInMatrices(facts, parameters, today, ({ withoutPeer, memberIds, committeeIds }, branch) => {
      const [first] = withoutPeer;
      const others = memberIds.filter((id) => !committeeIds.includes(id) && id !== first);
      // The only ordinary member of a branch has nobody to talk with.
      if (first === undefined || others.length === 0) return undefined;
      const names = listNames(withoutPeer.map((id) => memberName(facts, id)));
      return {
        sentence: `${facts.year}年 ${branch.name}的${names}还没有与其他党员谈心谈话。`,
        talk: { talker: first, kind: '党员之间' },
      };
    }),
};

/** 谈心谈话: who still has to talk with whom. */
export const talkRules: readonly PartyRule[] = [committeeTalked, talkedWithCommittee, talkedWithPeers];
