import type { SignUpBoard, SignUpCourseView, SignUpPupilView } from '../../../shared/contract/signUp.ts';
import { whyUnfit } from '../../../shared/domain/afterSchool/signUp/fitness.ts';
import { sameDay } from '../../../shared/domain/afterSchool/signUp/problem.ts';
import { waitingOrder } from '../../../shared/domain/afterSchool/signUp/waitingList.ts';

/** Pupils who take part now. */
export function present(board: SignUpBoard): readonly SignUpPupilView[] {
  return board.pupils.filter(({ withdrawnOn }) => withdrawnOn === null);
}

export interface CourseStanding {
  readonly course: SignUpCourseView;
  readonly pupils: readonly SignUpPupilView[];
  /** In the order of their turn. */
  readonly waiting: readonly SignUpPupilView[];
  /** How many named it as first, second and third wish. */
  readonly asked: readonly number[];
}

/** Every course with who has it and who waits. */
export function standings(board: SignUpBoard): readonly CourseStanding[] {
  const pupils = present(board);
  return board.courses.map((course) => ({
    course,
    pupils: pupils.filter(({ courses }) => courses.includes(course.id)),
    waiting: waitingOrder(
      pupils
        .filter(({ waitingFor }) => waitingFor.includes(course.id))
        .map((pupil) => ({
          id: pupil.id,
          withNothing: pupil.courses.length === 0,
          wish: pupil.wishes.includes(course.id) ? pupil.wishes.indexOf(course.id) : pupil.wishes.length,
          lottery: pupil.lottery,
          appliedOn: pupil.appliedOn,
          pupil,
        })),
    ).map(({ pupil }) => pupil),
    asked: [0, 1, 2].map((place) => pupils.filter(({ wishes }) => wishes[place] === course.id).length),
  }));
}

/** 三年级1班 王小明. */
export function pupilWords(pupil: SignUpPupilView): string {
  return `${pupil.className} ${pupil.name}`;
}

/** Why a pupil can't be moved to a course, as a clause; `undefined` when it can. */
export function whyNotMove(
  board: SignUpBoard,
  pupil: SignUpPupilView,
  from: string | null,
  course: SignUpCourseView,
): string | undefined {
  if (pupil.courses.includes(course.id)) return '已经在这门课';
  const unfit = whyUnfit(pupil, course);
  if (unfit !== undefined) return unfit;
  const taken = present(board).filter(({ courses }) => courses.includes(course.id)).length;
  if (course.capacity !== null && taken >= course.capacity) return '名额已满';
  const beside = board.courses.find(
    (one) => one.id !== from && pupil.courses.includes(one.id) && sameDay(one, course),
  );
  return beside ? `与“${beside.name}”同一天` : undefined;
}
