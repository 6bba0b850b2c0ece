import type { RoundBoard } from '../../../../shared/contract/appraisal.ts';
import { tenRulesOf } from '../../../../shared/domain/ethics/tenRules.ts';
import { failure, success, type Result } from '../../../../shared/kernel/result.ts';
import type { Caller } from '../../../ipc/handlers.ts';
import type { ReadHandle, WriteHandle } from '../../../store/handles.ts';
import type { Clock } from '../../../clock.ts';
import { createCheck } from '../../checks/check.ts';
import { schoolOf } from '../../school/schoolOf.ts';
import type { FilingUnit } from './finishRound.ts';
import { loadRound, roundRecord, type LoadedRound } from './loadRound.ts';
import { boardView } from './roundViews.ts';

/** What every call about a round does: look it up, show it, change it. */
export interface RoundDesk {
  /** Failure: `notFound`. */
  load(h: ReadHandle, id: string): Result<LoadedRound>;
  board(h: ReadHandle, id: string): Result<RoundBoard>;
  /** Changes a round and answers with the board as it is then; the round's name stands before the reason. */
  change(
    caller: Caller,
    id: string,
    reason: string,
    work: (w: WriteHandle, round: LoadedRound, unit: FilingUnit) => Result<unknown>,
  ): Result<RoundBoard>;
}

const noRound = failure('notFound', '没有找到这一轮师德考核，可能已被删除。请返回列表刷新后再看。');

export function createRoundDesk(clock: Clock): RoundDesk {
  function load(h: ReadHandle, id: string): Result<LoadedRound> {
    const record = roundRecord(h, id);
    return record ? success(loadRound(h, record, createCheck(h, clock.today()))) : noRound;
  }

  function board(h: ReadHandle, id: string): Result<RoundBoard> {
    const round = load(h, id);
    if (!round.ok) return round;
    const { calendar, on } = createCheck(h, clock.today());
    const schoolType = schoolOf(h).values.type;
    return success(boardView(h, round.value, { today: on, calendar, schoolType }));
  }

  return {
    load,
    board,
    change({ store, change }, id, reason, work) {
      const round = load(store.read, id);
      if (!round.ok) return round;
      const { calendar } = createCheck(store.read, clock.today());
      const ruleNames = tenRulesOf(schoolOf(store.read).values.type);
      const done = change(`${round.value.record.values.name}：${reason}`, (w, unit) =>
        work(w, round.value, { ...unit, calendar, ruleNames }),
      );
      return done.ok ? board(store.read, id) : done;
    },
  };
}
