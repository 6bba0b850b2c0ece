import { z } from 'zod';
import type { FeeAccount } from '../domain/afterSchool/fees.ts';
import type { ServiceFigures } from '../domain/afterSchool/serviceFigures.ts';
import type { SignUpOutcome } from '../domain/afterSchool/signUp/outcome.ts';
import type { SignUpCourse, SignUpPupil } from '../domain/afterSchool/signUp/problem.ts';
import { call, inArea } from './call.ts';

/** A course as the board shows it; who has it and who waits follows from the pupils. */
export interface SignUpCourseView extends SignUpCourse {
  readonly kind: string;
  readonly teacher: string | null;
  readonly room: string | null;
}

/** One enrolment of the term, withdrawn ones too. */
export interface SignUpPupilView extends Omit<SignUpPupil, 'held'> {
  readonly revision: number;
  readonly pupilId: string;
  readonly courses: readonly string[];
  readonly waitingFor: readonly string[];
  readonly lottery: number | null;
  readonly reason: string | null;
  readonly consentVersion: string | null;
  readonly withdrawnOn: string | null;
}

/** How far a class has handed in its forms. */
export interface SignUpClassView {
  readonly id: string;
  readonly name: string;
  readonly grade: number;
  readonly pupils: number;
  readonly handedIn: number;
  /** Names of those without a form. */
  readonly missing: readonly string[];
}

/** The sign-up of a term: plan, courses, enrolments and classes. */
export interface SignUpBoard {
  readonly today: string;
  readonly plan: {
    readonly lotterySeed: string | null;
  } | null;
  /** What is missing before pupils can sign up, each a sentence with its way out. */
  readonly missing: readonly string[];
  readonly courses: readonly SignUpCourseView[];
  readonly pupils: readonly SignUpPupilView[];
  readonly classes: readonly SignUpClassView[];
  /** Clashes between courses, courses over their places. */
  readonly warnings: readonly string[];
}

/** What a withdrawal would change. */
export interface WithdrawalEffect {
  readonly before: FeeAccount;
  readonly after: FeeAccount;
  /** For every course that gets a place: who would be next; `null` = nobody waits. */
  readonly freed: readonly {
    readonly courseId: string;
    readonly course: string;
    readonly next: string | null;
  }[];
}

/** What a change did, as a sentence for the clerk. */
export interface SignUpChange {
  readonly sentence: string;
}

const period = z.string().max(20);
const plainDate = z.iso.date('请填写日期。');
const reason = z.string().trim().min(2, '请写明原因。').max(100);
const seed = z.string().trim().min(1, '请填写抽签码。').max(40);

const enrolment = { enrolment: z.uuid(), baseRevision: z.number().int().min(1) };

/** Sign-up for a term: forms, wishes, places, fees. */
export const signUpCalls = {
  'signUp.board': call<SignUpBoard>()(z.object({ period }), inArea('afterSchool', 'read')),
  /** Gives out the wishes; stores nothing. `afresh` gives out again what was given out before. */
  'signUp.propose': call<SignUpOutcome>()(
    z.object({ jobId: z.uuid(), period, seed, afresh: z.boolean().default(false) }),
    inArea('afterSchool', 'write'),
  ),
  /** Stores a distribution that was looked at, all of it or nothing. */
  'signUp.accept': call<{ readonly placed: number; readonly waiting: number }>()(
    z.object({
      jobId: z.uuid(),
      period,
      seed,
      afresh: z.boolean().default(false),
      placements: z.array(z.object({ pupilId: z.uuid(), courseIds: z.array(z.uuid()).max(10) })).max(10_000),
    }),
    inArea('afterSchool', 'write'),
  ),
  /** What withdrawing on a day would change; stores nothing. */
  'signUp.effect': call<WithdrawalEffect>()(
    z.object({ enrolment: z.uuid(), on: plainDate }),
    inArea('afterSchool', 'read'),
  ),
  'signUp.withdraw': call<SignUpChange>()(
    z.object({ ...enrolment, on: plainDate, reason }),
    inArea('afterSchool', 'write'),
  ),
  /** Gives a pupil a course, instead of another one when `from` is set. */
  'signUp.move': call<SignUpChange>()(
    z.object({ ...enrolment, from: z.uuid().nullable(), to: z.uuid(), reason }),
    inArea('afterSchool', 'write'),
  ),
  /** Gives a free place of a course to the one whose turn it is on the waiting list. */
  'signUp.promote': call<SignUpChange>()(
    z.object({ ...enrolment, course: z.uuid() }),
    inArea('afterSchool', 'write'),
  ),
  /** The counts of a term's service; shares follow from them and the chosen base. */
  'service.figures': call<ServiceFigures>()(z.object({ period }), inArea('afterSchool', 'read')),
};
