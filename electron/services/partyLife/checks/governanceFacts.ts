import type { GovernanceFacts } from '../../../../shared/domain/governance/facts.ts';
import type { SchoolCalendar } from '../../../../shared/kernel/calendar.ts';
import { addYears } from '../../../../shared/kernel/plainDate.ts';
import type { PlainDate } from '../../../../shared/kernel/plainDate.ts';
import { staff } from '../../../../shared/ledgers/base/staff.ts';
import { governanceMeeting } from '../../../../shared/ledgers/partyLife/governanceMeeting.ts';
import { leadingGroupPost } from '../../../../shared/ledgers/partyLife/leadingGroupPost.ts';
import { partyMeeting } from '../../../../shared/ledgers/partyLife/partyMeeting.ts';
import { partyStudy } from '../../../../shared/ledgers/partyLife/partyStudy.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import { allRecords } from '../../../store/records/records.ts';
import { recordsBetween } from '../../../store/records/recordsBetween.ts';
import { loadTerms } from '../../school/schoolTerms.ts';

/** How far decisions are followed up, and studies looked at. */
const yearsBack = 2;

/** What the governance rules look at on a day: the finished meetings of the last years, as they stand now. */
export function loadGovernanceFacts(h: ReadHandle, calendar: SchoolCalendar, on: PlainDate): GovernanceFacts {
  const range = { from: addYears(on, -yearsBack), to: on };
  const people = allRecords(h, staff).map(({ id, values }) => ({ id, name: values.name }));
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return {
    meetings: recordsBetween(h, governanceMeeting, 'heldOn', range).map(({ id, values }) => ({
      ...values,
      id,
      hostId: values.host,
      attendance: values.attendance.map((row) => ({
        staffId: row.staff,
        capacity: row.capacity,
        present: row.state === '出席',
      })),
      topics: values.topics.map((topic, index) => ({
        ...topic,
        number: index + 1,
        major: topic.major === true,
        touchesStaff: topic.touchesStaff === true,
        decidedAtId: topic.decidedAt,
        owner: topic.owner === null ? null : (names.get(topic.owner) ?? null),
        // On a past day, what was closed later was still open.
        closedOn: topic.closedOn !== null && topic.closedOn <= on ? topic.closedOn : null,
        recused: topic.recused ?? '',
      })),
      speeches: values.speeches.map((row) => ({ topic: row.topic, staffId: row.speaker })),
    })),
    leadingGroup: allRecords(h, leadingGroupPost).map(({ values }) => ({ ...values, staffId: values.staff })),
    staff: people,
    studies: [
      ...recordsBetween(h, partyStudy, 'heldOn', range).map(({ values }) => ({
        mode: values.mode,
        on: values.heldOn,
      })),
      ...recordsBetween(h, partyMeeting, 'heldOn', range).flatMap(({ values }) =>
        values.studyMode === null ? [] : [{ mode: values.studyMode, on: values.heldOn }],
      ),
    ],
    terms: loadTerms(h),
    calendar,
  };
}
