import type { SignUpChange, SignUpPupilView, WithdrawalEffect } from '../../../../shared/contract/signUp.ts';
import { whyUnfit } from '../../../../shared/domain/afterSchool/signUp/fitness.ts';
import { sameDay } from '../../../../shared/domain/afterSchool/signUp/problem.ts';
import { waitingOrder, type WaitingPupil } from '../../../../shared/domain/afterSchool/signUp/waitingList.ts';
import { formatMoney } from '../../../../shared/kernel/money.ts';
import { formatChinese, type PlainDate } from '../../../../shared/kernel/plainDate.ts';
import { failure, success, type Result } from '../../../../shared/kernel/result.ts';
import { serviceEnrolment } from '../../../../shared/ledgers/afterSchool/serviceEnrolment.ts';
import type { ReadHandle, WriteHandle } from '../../../store/handles.ts';
import { getRecord } from '../../../store/records/records.ts';
import { saveChanges } from '../../ledgers/saveRecord.ts';
import type { Unit } from '../../school/unitOfWork.ts';
import { loadFees, type Enrolment, type FeeDesk } from '../fees/loadFees.ts';
import { planOf, termOf } from '../serviceTerm.ts';
import { inCourse, loadSignUp } from './loadSignUp.ts';

type Board = ReturnType<typeof loadSignUp>;

interface Opened {
  readonly record: Enrolment;
  readonly period: string;
  readonly board: Board;
  readonly pupil: SignUpPupilView;
}

/** The waiting list of a course, in whose turn it is. */
function waitingListOf(
  pupils: readonly SignUpPupilView[],
  courseId: string,
): readonly (WaitingPupil & { readonly pupil: SignUpPupilView })[] {
  return waitingOrder(
    pupils
      .filter(({ waitingFor, withdrawnOn }) => withdrawnOn === null && waitingFor.includes(courseId))
      .map((pupil) => ({
        id: pupil.id,
        withNothing: pupil.courses.length === 0,
        wish: pupil.wishes.includes(courseId) ? pupil.wishes.indexOf(courseId) : pupil.wishes.length,
        lottery: pupil.lottery,
        appliedOn: pupil.appliedOn,
        pupil,
      })),
  );
}

/** What withdrawing an enrolment on a day would do to its fee and to the waiting lists. */
export function withdrawalEffect(
  h: ReadHandle,
  enrolmentId: string,
  on: PlainDate,
  today: PlainDate,
): Result<WithdrawalEffect> {
  const opened = open(h, enrolmentId, today);
  if (!opened.ok) return opened;
  const { record, board, pupil, period } = opened.value;
  const desk = deskOf(h, period);
  if (!desk) return failure('invalidInput', '这个学期的校历还没有登记，算不出费用。请先登记学期。');
  return success({
    before: desk.accountOf(record, pupil.grade),
    after: desk.accountOf(record, pupil.grade, { withdrawnOn: on }),
    freed: record.values.courses.map((courseId) => {
      const next = waitingListOf(board.pupils, courseId)[0]?.pupil;
      return {
        courseId,
        course: nameOf(board, courseId),
        next: next ? `${next.className}${next.name}` : null,
      };
    }),
  });
}

/** Takes a pupil out of the term's service from a day on: courses and waiting lists are left, the fee follows. */
export function withdraw(
  w: WriteHandle,
  order: {
    readonly enrolment: string;
    readonly baseRevision: number;
    readonly on: PlainDate;
    readonly reason: string;
  },
  unit: Unit,
): Result<SignUpChange> {
  const effect = withdrawalEffect(w, order.enrolment, order.on, unit.today);
  if (!effect.ok) return effect;
  const opened = open(w, order.enrolment, unit.today);
  if (!opened.ok) return opened;
  const { record, pupil } = opened.value;
  const saved = save(w, record, order.baseRevision, unit, {
    withdrawnOn: order.on,
    withdrawnBecause: order.reason,
    waitingFor: [],
    changes: [
      ...record.values.changes,
      {
        id: unit.newId(),
        changedOn: order.on,
        kind: '退出',
        from: record.values.courses,
        to: [],
        reason: order.reason,
      },
    ],
  });
  if (!saved.ok) return saved;
  const { balance } = effect.value.after;
  const money =
    balance < 0
      ? `应退 ${formatMoney(-balance)} 元`
      : balance > 0
        ? `还应交 ${formatMoney(balance)} 元`
        : '费用已结清';
  const next = effect.value.freed.flatMap((one) =>
    one.next === null ? [] : [`“${one.course}”空出 1 个名额，候补第一位是${one.next}`],
  );
  return success({
    sentence: `${pupil.className}${pupil.name}从${formatChinese(order.on)}起退出，${money}。${next.length > 0 ? `${next.join('；')}。` : ''}`,
  });
}

/** Gives a pupil a course, instead of another one where `from` is set. */
export function moveTo(
  w: WriteHandle,
  order: {
    readonly enrolment: string;
    readonly baseRevision: number;
    readonly from: string | null;
    readonly to: string;
    readonly reason: string;
  },
  unit: Unit,
): Result<SignUpChange> {
  const opened = open(w, order.enrolment, unit.today);
  if (!opened.ok) return opened;
  const { pupil } = opened.value;
  if (order.from !== null && !pupil.courses.includes(order.from))
    return failure('conflict', `${pupil.name}已经不在原来的课程里，请刷新后再看。`);
  const dropped = order.from === null ? [] : [order.from];
  return give(w, opened.value, { ...order, dropped, kind: '换课' }, unit);
}

/** Gives a free place to one who waits; a course of the same day that was wished for less is given up. */
export function promote(
  w: WriteHandle,
  order: { readonly enrolment: string; readonly baseRevision: number; readonly course: string },
  unit: Unit,
): Result<SignUpChange> {
  const opened = open(w, order.enrolment, unit.today);
  if (!opened.ok) return opened;
  const { board, pupil } = opened.value;
  const list = waitingListOf(board.pupils, order.course);
  const place = list.findIndex(({ id }) => id === pupil.id);
  if (place < 0)
    return failure(
      'conflict',
      `${pupil.name}不在“${nameOf(board, order.course)}”的候补名单里，请刷新后再看。`,
    );
  if (place > 0)
    return failure(
      'conflict',
      `候补第一位是${list[0]?.pupil.className ?? ''}${list[0]?.pupil.name ?? ''}，要按顺序递补。家长放弃的，请先把他从候补中去掉。`,
    );
  const wanted = board.courses.find(({ id }) => id === order.course);
  const clashing = pupil.courses.filter((id) => {
    const held = board.courses.find((course) => course.id === id);
    return held !== undefined && wanted !== undefined && sameDay(held, wanted);
  });
  const dropped =
    clashing.length > 0 || pupil.courses.length < Math.max(1, pupil.wanted)
      ? clashing
      : pupil.courses.slice(-1);
  return give(
    w,
    opened.value,
    {
      ...order,
      to: order.course,
      dropped,
      kind: '递补',
      reason: `候补第 1 位${pupil.lottery === null ? '' : `，抽签序号 ${pupil.lottery}`}`,
    },
    unit,
  );
}

function give(
  w: WriteHandle,
  { record, board, pupil }: Opened,
  order: {
    readonly baseRevision: number;
    readonly to: string;
    readonly dropped: readonly string[];
    readonly kind: '换课' | '递补';
    readonly reason: string;
  },
  unit: Unit,
): Result<SignUpChange> {
  const course = board.courses.find(({ id }) => id === order.to);
  if (!course) return failure('notFound', '没有找到这门课程，可能已被删除。请刷新后再看。');
  if (pupil.withdrawnOn !== null) return failure('conflict', `${pupil.name}已经退出，不能再安排课程。`);
  if (pupil.courses.includes(order.to)) return failure('conflict', `${pupil.name}已经在“${course.name}”里。`);
  const unfit = whyUnfit(pupil, course);
  if (unfit !== undefined)
    return failure('invalidInput', `${pupil.className}${pupil.name}不能上这门课：${unfit}。`);
  const taken = inCourse(board.pupils, course.id).length;
  if (course.capacity !== null && taken >= course.capacity)
    return failure(
      'conflict',
      `“${course.name}”名额 ${course.capacity} 人已满，要等有人退出，或先增加名额。`,
    );
  const kept = pupil.courses.filter((id) => !order.dropped.includes(id));
  const beside = kept
    .flatMap((id) => board.courses.find((one) => one.id === id) ?? [])
    .find((one) => sameDay(one, course));
  if (beside)
    return failure(
      'conflict',
      `“${course.name}”和已有的“${beside.name}”在同一天上课，只能上一门，请换掉“${beside.name}”。`,
    );
  const courses = [...kept, order.to];
  const best = pupil.wishes.indexOf(order.to);
  const saved = save(w, record, order.baseRevision, unit, {
    courses,
    waitingFor: record.values.waitingFor.filter(
      (id) =>
        id !== order.to && (best < 0 || pupil.wishes.indexOf(id) < best || courses.length < pupil.wanted),
    ),
    changes: [
      ...record.values.changes,
      {
        id: unit.newId(),
        changedOn: unit.today,
        kind: order.kind,
        from: record.values.courses,
        to: courses,
        reason: order.reason,
      },
    ],
  });
  if (!saved.ok) return saved;
  const left = order.dropped.map((id) => {
    const next = waitingListOf(board.pupils, id).find((one) => one.id !== pupil.id)?.pupil;
    return `“${nameOf(board, id)}”空出 1 个名额${next ? `，候补第一位是${next.className}${next.name}` : ''}`;
  });
  return success({
    sentence: `${pupil.className}${pupil.name}${order.kind === '递补' ? '递补进' : '已安排到'}“${course.name}”。${left.length > 0 ? `${left.join('；')}。` : ''}`,
  });
}

function open(h: ReadHandle, enrolmentId: string, today: PlainDate): Result<Opened> {
  const record = getRecord(h, serviceEnrolment, enrolmentId);
  if (!record || record.deletedAt !== null || record.period === null)
    return failure('notFound', '没有找到这份报名，可能已被删除。请刷新后再看。');
  const board = loadSignUp(h, record.period, today);
  const pupil = board.pupils.find(({ id }) => id === enrolmentId);
  if (!pupil) return failure('conflict', '这份报名还是草稿，请先完成报名。');
  return success({ record, period: record.period, board, pupil });
}

function save(
  w: WriteHandle,
  record: Enrolment,
  baseRevision: number,
  unit: Unit,
  changes: Partial<Enrolment['values']>,
): Result<unknown> {
  return saveChanges(w, serviceEnrolment, record, changes, unit, { baseRevision });
}

function deskOf(h: ReadHandle, period: string): FeeDesk | undefined {
  const term = termOf(h, period);
  return term ? loadFees(h, term, planOf(h, period)) : undefined;
}

function nameOf(board: Board, courseId: string): string {
  return board.courses.find(({ id }) => id === courseId)?.name ?? '已删除的课程';
}
