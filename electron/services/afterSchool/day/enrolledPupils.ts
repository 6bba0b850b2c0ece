import { pupilsDueAt } from '../../../../shared/domain/afterSchool/enrolments.ts';
import type { EnrolmentFact, SlotFact } from '../../../../shared/domain/afterSchool/facts.ts';
import type { PickUpPlan } from '../../../../shared/domain/afterSchool/handover.ts';
import type { SchoolCalendar } from '../../../../shared/kernel/calendar.ts';
import { serviceEnrolment } from '../../../../shared/ledgers/afterSchool/serviceEnrolment.ts';
import { pupil } from '../../../../shared/ledgers/base/pupil.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import { prepared } from '../../../store/query.ts';
import { getRecords, type RecordIn } from '../../../store/records/records.ts';
import { finishedRecords } from '../../../store/records/recordsBetween.ts';
import { enrolmentFact } from '../enrolmentFact.ts';

export type Enrolment = RecordIn<typeof serviceEnrolment>;
export type Pupil = RecordIn<typeof pupil>;

/** The enrolments of a term, asked session by session. */
export interface Enrolments {
  /** Ids of the pupils due at a session. */
  dueAt(slot: SlotFact): readonly string[];
  /** The pupil's enrolment of the term. */
  of(pupilId: string): Enrolment | undefined;
}

/** @param period of the sessions asked about, `2026-2027-1` */
export function loadEnrolments(h: ReadHandle, period: string, calendar: SchoolCalendar): Enrolments {
  const records = finishedRecords(h, serviceEnrolment, [], period);
  const byPupil = new Map(records.map((record) => [record.values.pupil, record]));
  // Who may fetch the child is asked of `pickUpPlan`, with the pupil's own record.
  const enrolments = records.map((record) => enrolmentFact(record, null));
  return {
    dueAt: (slot) => pupilsDueAt({ enrolments, calendar }, slot),
    of: (pupilId) => byPupil.get(pupilId),
  };
}

/** When somebody applied for a term, and withdrew. */
type Application = Pick<EnrolmentFact, 'id' | 'pupilId' | 'appliedOn' | 'withdrawnOn'>;

/** The applications of some pupils for a term, by pupil. */
export function applicationsOf(
  h: ReadHandle,
  period: string,
  pupilIds: readonly string[],
): ReadonlyMap<string, Application> {
  // The plus keeps the database from reading the whole term for a group of forty.
  const text = `SELECT id, pupil AS pupilId, applied_on AS appliedOn, withdrawn_on AS withdrawnOn
    FROM service_enrolment WHERE deleted_at IS NULL AND state IN ('finished', 'approved') AND +period = ?
    AND pupil IN (SELECT value FROM json_each(?))`;
  const rows = prepared(h, text).all(period, JSON.stringify(pupilIds)) as Application[];
  return new Map(rows.map((row) => [row.pupilId, row]));
}

/** The whole forms of applications, by pupil. */
export function enrolmentsOf(
  h: ReadHandle,
  applications: Iterable<Application>,
): ReadonlyMap<string, Enrolment> {
  const ids = Array.from(applications, ({ id }) => id);
  return new Map(getRecords(h, serviceEnrolment, ids).map((form) => [form.values.pupil, form]));
}

/** Pupils by id, for names and guardians. */
export function loadPupils(h: ReadHandle, ids: readonly string[]): ReadonlyMap<string, Pupil> {
  return new Map(getRecords(h, pupil, [...new Set(ids)]).map((record) => [record.id, record]));
}

/** How a pupil leaves by the application form, and by the pupil's own record where the form is silent. */
export function pickUpPlan(
  pupilId: string,
  own: Pupil | undefined,
  enrolment: Enrolment | undefined,
): PickUpPlan {
  const guardian = enrolment?.values.guardianName ?? own?.values.guardianName ?? null;
  const phone = enrolment?.values.guardianPhone ?? own?.values.guardianPhone ?? null;
  const entrusted = enrolment?.values.entrustedName ?? null;
  const way = enrolment?.values.pickUp ?? '家长接送';
  const plan = {
    pupilId,
    name: own?.values.name ?? '（名单中没有的学生）',
    way,
    permittedReceivers: [guardian, entrusted].filter((name) => name !== null),
  };
  switch (way) {
    case '自行离校':
      return { ...plan, receiver: null, relation: null, phone: null };
    case '委托他人':
      return {
        ...plan,
        receiver: entrusted,
        relation: '委托人',
        phone: enrolment?.values.entrustedPhone ?? null,
      };
    case '家长接送':
      return { ...plan, receiver: guardian, relation: own?.values.guardianRelation ?? null, phone };
  }
}
