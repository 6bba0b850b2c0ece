import { setImmediate } from 'node:timers/promises';
import type { InPieces } from '../../../shared/kernel/inPieces.ts';
import { failure } from '../../../shared/kernel/result.ts';
import type { Store } from '../../store/store.ts';

/** What the person is told when the file was closed while they were waiting. */
export const closedMeanwhile = failure('locked', '资料已锁定，请输入密码打开后再看。');

const turnMilliseconds = 10;

/** Lets others in whenever the work has taken a while; `null` when the file was closed meanwhile. */
export async function inTurns<T>(store: Store, work: InPieces<T>): Promise<T | null> {
  for (let began = performance.now(); ;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() - began < turnMilliseconds) continue;
    await setImmediate();
    if (!store.read.db.open) return null;
    began = performance.now();
  }
}
