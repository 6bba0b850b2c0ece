import type { PlainDate } from '../../kernel/plainDate.ts';
import type { AttendanceFact, MeetingFact, PartyLifeFacts } from './facts.ts';
import { countsFor } from './obligations.ts';

/** A meeting that a member was due at and missed. */
export interface AbsenceOfMember {
  readonly meeting: MeetingFact;
  readonly row: AttendanceFact;
}

/** How a member took part in the meetings of a year, made-up ones apart: 应到 and 实到 are never mended by them. */
export interface MemberAttendance {
  readonly due: number;
  readonly present: number;
  readonly madeUp: number;
  /** Newest first. */
  readonly absences: readonly AbsenceOfMember[];
}

/** @param today meetings after it are left out */
export function memberAttendance(
  facts: Pick<PartyLifeFacts, 'year' | 'meetings'>,
  memberId: string,
  today: PlainDate,
): MemberAttendance {
  const rows = facts.meetings
    .filter((meeting) => meeting.heldOn <= today && countsFor(meeting, String(facts.year)))
    .flatMap((meeting) =>
      meeting.attendance
        .filter((row) => row.memberId === memberId && row.state !== '不计应到')
        .map((row) => ({ meeting, row })),
    );
  const absences = rows.filter(({ row }) => row.state !== '出席');
  return {
    due: rows.length,
    present: rows.length - absences.length,
    madeUp: absences.filter(({ row }) => row.madeUpOn !== null && row.madeUpOn <= today).length,
    absences: absences.toSorted((a, b) => b.meeting.heldOn.localeCompare(a.meeting.heldOn)),
  };
}
