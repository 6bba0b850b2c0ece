import { sql } from 'kysely';
import type { HandoverFact, LeavingPupil } from '../../../../shared/domain/afterSchool/dailyFacts.ts';
import type { EnrolmentFact, RollCallFact } from '../../../../shared/domain/afterSchool/facts.ts';
import type { InPieces } from '../../../../shared/kernel/inPieces.ts';
import type { DateRange } from '../../../../shared/kernel/periods.ts';
import type { PlainDate } from '../../../../shared/kernel/plainDate.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import { allRowsOf } from '../../../store/query.ts';

/** So many pupils' lines of a term are looked through in a few milliseconds. */
const pupilsInOnePiece = 50;

/**
 * First day present of those who had not applied when the first roll was called: the others can't have come too early. Looked
 * up pupil by pupil, because they are few.
 */
export function* firstPresentOn(
  h: ReadHandle,
  range: DateRange,
  enrolments: readonly EnrolmentFact[],
  rollCalls: readonly RollCallFact[],
): InPieces<ReadonlyMap<string, PlainDate>> {
  const firstCalledOn = rollCalls.at(-1)?.heldOn;
  if (firstCalledOn === undefined) return new Map();
  const inTime = new Set(
    enrolments.flatMap(({ appliedOn, pupilId }) => (appliedOn <= firstCalledOn ? [pupilId] : [])),
  );
  const asked = allRowsOf(h, sql<{ id: string }>`SELECT "id" FROM "pupil"`).filter(
    ({ id }) => !inTime.has(id),
  );
  const found: { readonly pupil: string; readonly day: PlainDate }[] = [];
  for (let first = 0; first < asked.length; first += pupilsInOnePiece) {
    const ids = asked.slice(first, first + pupilsInOnePiece).map(({ id }) => id);
    found.push(...daysPresent(h, range, ids));
    yield;
  }
  found.sort((a, b) => (`${a.day}${a.pupil}` < `${b.day}${b.pupil}` ? -1 : 1));
  return new Map(found.map(({ pupil, day }) => [pupil, day]));
}

function daysPresent(
  h: ReadHandle,
  range: DateRange,
  pupils: readonly string[],
): readonly { readonly pupil: string; readonly day: PlainDate }[] {
  return allRowsOf(
    h,
    sql<{ pupil: string; day: PlainDate }>`
      SELECT p.value AS pupil, min(a."held_on") AS day FROM json_each(${JSON.stringify(pupils)}) p
      CROSS JOIN "service_attendance__rows" r ON r."pupil" = p.value
      CROSS JOIN "service_attendance" a ON a."id" = r."record_id"
      WHERE r."state_value" NOT IN ('请假', '缺勤') AND a."deleted_at" IS NULL AND a."state" <> 'draft'
        AND a."held_on" BETWEEN ${range.from} AND ${range.to}
      GROUP BY p.value`,
  );
}

interface Stranger extends LeavingPupil {
  readonly handoverId: string;
}

/** Lines of hand-overs with a receiver whom the application doesn't name. */
export function fetchedByStrangers(
  h: ReadHandle,
  range: DateRange,
  enrolments: readonly EnrolmentFact[],
): readonly Stranger[] {
  const permitted = new Map(
    enrolments
      .filter(({ pickUp, permittedReceivers }) => pickUp !== '自行离校' && permittedReceivers.length > 0)
      .map(({ pupilId, permittedReceivers }) => [pupilId, permittedReceivers.map((name) => name.trim())]),
  );
  const strangers = receiversOf(h, [...permitted.keys()]).filter(
    ({ pupil, receiver }) => receiver.trim() !== '' && !permitted.get(pupil)?.includes(receiver.trim()),
  );
  if (strangers.length === 0) return [];
  const rows = allRowsOf(
    h,
    sql<Omit<Stranger, 'row'> & NonNullable<Stranger['row']>>`
      SELECT h."id" AS handoverId, r."pupil" AS pupilId, c."position" AS place, r."way" AS way,
        r."receiver" AS receiver, r."relation" AS relation, r."phone" AS phone, r."left_at" AS leftAt,
        r."handling" AS handling
      FROM json_each(${JSON.stringify(strangers)}) s
      CROSS JOIN "service_handover__rows" r ON r."pupil" = s.value ->> 'pupil' AND r."receiver" = s.value ->> 'receiver'
      CROSS JOIN "service_handover" h ON h."id" = r."record_id"
      CROSS JOIN "service_attendance" a ON a."slot" = h."slot"
      CROSS JOIN "service_attendance__rows" c ON c."record_id" = a."id" AND c."pupil" = r."pupil"
      WHERE r."way" <> '未接' AND c."state_value" IN ('到', '迟到')
        AND h."deleted_at" IS NULL AND h."state" <> 'draft' AND h."held_on" BETWEEN ${range.from} AND ${range.to}
        AND a."deleted_at" IS NULL AND a."state" <> 'draft'`,
  );
  return rows.map(({ handoverId, place, ...row }) => ({ handoverId, place, pupilId: row.pupilId, row }));
}

/** Who ever fetched these pupils, each once: goes from name to name in the index instead of through every line. */
function receiversOf(
  h: ReadHandle,
  pupils: readonly string[],
): readonly { readonly pupil: string; readonly receiver: string }[] {
  return allRowsOf(
    h,
    sql<{ pupil: string; receiver: string }>`
      WITH RECURSIVE pair(pupil, receiver) AS (
        SELECT value, (SELECT min(r."receiver") FROM "service_handover__rows" r WHERE r."pupil" = value)
          FROM json_each(${JSON.stringify(pupils)})
        UNION ALL
        SELECT pupil, (SELECT min(r."receiver") FROM "service_handover__rows" r
            WHERE r."pupil" = pair.pupil AND r."receiver" > pair.receiver)
          FROM pair WHERE receiver IS NOT NULL)
      SELECT pupil, receiver FROM pair WHERE receiver IS NOT NULL`,
  );
}

/** Hand-overs with the lines about strangers in their places. */
export function withStrangers(
  handovers: readonly HandoverFact[],
  strangers: readonly Stranger[],
): readonly HandoverFact[] {
  const byHandover = Map.groupBy(strangers, ({ handoverId }) => handoverId);
  return handovers.map((handover) => {
    const own = byHandover.get(handover.id);
    if (!own) return handover;
    return { ...handover, leaving: [...handover.leaving, ...own].toSorted((a, b) => a.place - b.place) };
  });
}
