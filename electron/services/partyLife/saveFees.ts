import type { InputOf } from '../../../shared/contract/index.ts';
import { formatPeriod } from '../../../shared/kernel/periods.ts';
import { failure, success, type FieldProblem, type Result } from '../../../shared/kernel/result.ts';
import { emptyValues } from '../../../shared/ledger/schema.ts';
import { partyFee } from '../../../shared/ledgers/partyLife/partyFee.ts';
import { partyMember } from '../../../shared/ledgers/partyLife/partyMember.ts';
import type { WriteHandle } from '../../store/handles.ts';
import { allRecords, getRecord, type RecordIn } from '../../store/records/records.ts';
import { feeSituations } from '../../../shared/domain/partyLife/words.ts';
import { saveRecord } from '../ledgers/saveRecord.ts';
import type { Unit } from '../school/unitOfWork.ts';

type FeeOrder = InputOf<'members.saveFees'>;
type CellOrder = FeeOrder['cells'][number];

/** Writes the payments of a grid as 党费 records. A refusal names member and month of every cell it rests on. */
export function saveFees(w: WriteHandle, order: FeeOrder, unit: Unit): Result<{ readonly saved: number }> {
  const stored = new Map(
    allRecords(w, partyFee).map((record) => [`${record.values.member}.${record.period ?? ''}`, record]),
  );
  const problems: FieldProblem[] = [];
  let conflict = false;
  let saved = 0;
  for (const cell of order.cells) {
    const place = `${cell.member}.${cell.month}`;
    const record = stored.get(place) ?? null;
    if (record === null && cell.paid === null && cell.arrearsReason === null) continue;
    const refuse = (sentence: string): void => {
      const name = getRecord(w, partyMember, cell.member)?.values.name ?? '这位党员';
      problems.push({ path: place, sentence: `${name} ${formatPeriod(cell.month)}：${sentence}` });
    };
    if (cell.paidOn !== null && cell.paidOn > unit.today) {
      refuse('交纳日期还没有到，请核对。');
      continue;
    }
    const answer = saveRecord(
      w,
      partyFee,
      {
        id: record?.id ?? unit.newId(),
        values: valuesOf(w, order.branch, cell, record),
        period: cell.month,
        state: 'finished',
        baseRevision: cell.baseRevision,
      },
      unit,
    );
    if (answer.ok) {
      if (answer.value.revision !== record?.revision) saved += 1;
    } else {
      const meanwhile = answer.failure.kind === 'conflict';
      conflict ||= meanwhile;
      refuse(meanwhile ? '刚才已经登记过，请放弃修改，重新核对。' : answer.failure.sentence);
    }
  }
  const [first] = problems;
  if (!first) return success({ saved });
  const words =
    problems.length === 1 ? first.sentence : `${first.sentence}另有 ${problems.length - 1} 处也要核对。`;
  return failure(conflict ? 'conflict' : 'invalidInput', `${words}没有保存，改好后再保存。`, problems);
}

function valuesOf(
  w: WriteHandle,
  branch: string,
  { member, paid, paidOn, arrearsReason }: CellOrder,
  record: RecordIn<typeof partyFee> | null,
): Readonly<Record<string, unknown>> {
  const payment = { paid, paidOn: paid === null || paid === 0 ? null : paidOn, arrearsReason };
  if (record) return { ...record.values, ...payment };
  const situation = getRecord(w, partyMember, member)?.values.feeSituation ?? feeSituations[0];
  return { ...emptyValues(partyFee), member, branch, situation, ...payment };
}
