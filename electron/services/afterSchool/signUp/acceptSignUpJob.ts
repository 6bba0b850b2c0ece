import type { AccountInfo } from '../../../../shared/contract/session.ts';
import { explainPlacements } from '../../../../shared/domain/afterSchool/signUp/outcome.ts';
import type { Placement } from '../../../../shared/domain/afterSchool/signUp/problem.ts';
import { verifyPlacements } from '../../../../shared/domain/afterSchool/signUp/seats.ts';
import { failure, success, type Result } from '../../../../shared/kernel/result.ts';
import { serviceEnrolment } from '../../../../shared/ledgers/afterSchool/serviceEnrolment.ts';
import { servicePlan } from '../../../../shared/ledgers/afterSchool/servicePlan.ts';
import type { JobContext } from '../../../jobs/job.ts';
import type { WriteHandle } from '../../../store/handles.ts';
import { getRecords } from '../../../store/records/records.ts';
import { saveChanges } from '../../ledgers/saveRecord.ts';
import type { Unit } from '../../school/unitOfWork.ts';
import { planOf } from '../serviceTerm.ts';
import { loadSignUp, problemOf } from './loadSignUp.ts';

export interface AcceptSignUpOrder {
  readonly period: string;
  readonly seed: string;
  readonly afresh: boolean;
  readonly placements: readonly Placement[];
  readonly account: AccountInfo;
}

export interface AcceptedSignUp {
  readonly placed: number;
  readonly waiting: number;
}

/**
 * Writes a distribution into the enrolments: courses, waiting list, lottery number, reason, and a line of the changes.
 * Refused as a whole where it breaks a demand as the records are now.
 */
export function acceptSignUpJob(order: AcceptSignUpOrder, context: JobContext): Result<AcceptedSignUp> {
  const change = context.change(order.account);
  return change('分配课后服务志愿', (w, unit) =>
    acceptSignUp(w, order, unit, (done, total) => {
      context.progress('正在保存分配结果', done, total);
    }),
  );
}

function acceptSignUp(
  w: WriteHandle,
  { period, seed, afresh, placements }: AcceptSignUpOrder,
  unit: Unit,
  progress: (done: number, total: number) => void,
): Result<AcceptedSignUp> {
  const problem = problemOf(loadSignUp(w, period, unit.today), seed, afresh);
  const [broken, ...more] = verifyPlacements(problem, placements);
  if (broken !== undefined)
    return failure(
      'conflict',
      `${broken}${more.length > 0 ? `另有 ${more.length} 处。` : ''}报名情况有变动，没有保存，请重新分配。`,
    );
  const { pupils } = explainPlacements(problem, placements, { proved: true, seconds: 0 });
  const held = new Map(problem.pupils.map((pupil) => [pupil.id, pupil.held]));
  const records = new Map(
    getRecords(
      w,
      serviceEnrolment,
      pupils.map(({ pupilId }) => pupilId),
    ).map((record) => [record.id, record]),
  );
  let [placed, waiting] = [0, 0];
  for (const [index, { pupilId, courseIds, waitingFor, lottery, reason }] of pupils.entries()) {
    const record = records.get(pupilId);
    if (!record) return failure('conflict', '有一份报名刚刚被删除，没有保存，请重新分配。');
    const courses = [...(held.get(pupilId) ?? []), ...courseIds];
    const changed = courses.join() !== record.values.courses.join();
    const line = {
      id: unit.newId(),
      changedOn: unit.today,
      kind: '分配',
      from: record.values.courses,
      to: courses,
      reason: `抽签码 ${seed}，序号 ${lottery}`,
    };
    const saved = saveChanges(
      w,
      serviceEnrolment,
      record,
      {
        courses,
        waitingFor,
        lotteryNumber: lottery,
        assignedBecause: reason.slice(0, 500),
        changes: changed ? [...record.values.changes, line] : record.values.changes,
      },
      unit,
    );
    if (!saved.ok) return saved;
    if (courseIds.length > 0) placed += 1;
    if (waitingFor.length > 0) waiting += 1;
    progress(index + 1, pupils.length);
  }
  const plan = planOf(w, period);
  if (plan) {
    const saved = saveChanges(w, servicePlan, plan, { lotterySeed: seed, assignedOn: unit.today }, unit);
    if (!saved.ok) return saved;
  }
  return success({ placed, waiting });
}
