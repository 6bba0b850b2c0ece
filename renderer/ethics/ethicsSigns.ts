import type { CaseClockView, CaseRow } from '../../shared/contract/ethics.ts';
import type { GateAnswer } from '../../shared/domain/ethics/gate.ts';

/** Signs of the ethics screens: mark, word and tone together, as in `StatusSign`. */

export const gateSigns = {
  pass: { mark: '✓', word: '通过', tone: 'good' },
  blocked: { mark: '!', word: '不通过', tone: 'bad' },
  decision: { mark: '?', word: '需研究', tone: 'warn' },
} as const satisfies Record<GateAnswer['outcome'], unknown>;

export const unknownPersonSign = { mark: '?', word: '待选择', tone: 'quiet' } as const;

export const clockSigns = {
  done: { mark: '✓', word: '按时完成', tone: 'good' },
  late: { mark: '!', word: '超期完成', tone: 'warn' },
  overdue: { mark: '!', word: '已逾期', tone: 'bad' },
  expired: { mark: '—', word: '未提出', tone: 'quiet' },
  running: { mark: '◔', word: '进行中', tone: 'calm' },
} as const satisfies Record<CaseClockView['state'], unknown>;

export const paperSigns = {
  filed: { mark: '✓', word: '在案卷里', tone: 'good' },
  missing: { mark: '·', word: '还没有', tone: 'warn' },
} as const;

/** Closed cases stand back; the others show how far they are. */
export function caseSign(state: CaseRow['state']) {
  const closed = state === '已归档' || state === '已解除' || state === '处理已撤销';
  return closed
    ? ({ mark: '✓', word: state, tone: 'quiet' } as const)
    : ({ mark: '·', word: state, tone: 'calm' } as const);
}
