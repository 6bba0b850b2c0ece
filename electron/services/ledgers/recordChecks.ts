import { formatPeriod } from '../../../shared/kernel/periods.ts';
import { formatChinese } from '../../../shared/kernel/plainDate.ts';
import type { FieldProblem } from '../../../shared/kernel/result.ts';
import type { AnyLedger, LooseValues } from '../../../shared/ledger/definition.ts';
import { fieldsOf, isEmptyValue } from '../../../shared/ledger/schema.ts';
import type { ReadHandle, RecordUnderCheck } from '../../store/handles.ts';
import { findByKey, titlesOf } from '../../store/records/records.ts';
import { namedRecords } from '../../store/records/titles.ts';
import { recordsOfSubject } from './effectiveRecords.ts';
import { referencesIn } from './references.ts';

/** Problems of a record with what else the school has: absent references, duplicates, overlapping ranges. */
export function checkAgainstOthers(
  h: ReadHandle,
  definition: AnyLedger,
  record: RecordUnderCheck,
): FieldProblem[] {
  return [
    ...checkTargets(h, definition, record.values),
    ...checkDuplicates(h, definition, record),
    ...checkRanges(h, definition, record),
  ];
}

/** References whose record is absent, deleted or of another ledger. */
function checkTargets(h: ReadHandle, definition: AnyLedger, values: LooseValues): FieldProblem[] {
  const places = referencesIn(definition, values);
  if (places.length === 0) return [];
  const named = namedRecords(
    h,
    places.map(({ id }) => id),
  );
  return places.flatMap(({ path, label, target, id }) => {
    const record = named.get(id);
    return record?.live && record.ledger === target
      ? []
      : [{ path, sentence: `“${label}”所选的记录已删除或不存在，请重新选择。` }];
  });
}

function checkDuplicates(
  h: ReadHandle,
  definition: AnyLedger,
  { id, values, period }: RecordUnderCheck,
): FieldProblem[] {
  const fields = fieldsOf(definition);
  for (const key of definition.keys) {
    const other = findByKey(h, definition, key, values).find(
      (record) => record.id !== id && record.period === period,
    );
    if (!other) continue;
    const first = key[0] ?? definition.title;
    const labels = key.map((field) => fields[field]?.label ?? '').join('、');
    const title = titlesOf(h, [other.id])[other.id] ?? '';
    const within = definition.period && period !== null ? `${formatPeriod(period)}` : '';
    return [
      {
        path: first,
        sentence: `${within}已有${labels}相同的${definition.label}记录“${title}”。请核对，或打开那条记录修改。`,
      },
    ];
  }
  return [];
}

/** An effective-dated fact begins before it ends and, where they exclude each other, meets no other of its subject. */
function checkRanges(h: ReadHandle, definition: AnyLedger, { id, values }: RecordUnderCheck): FieldProblem[] {
  const effective = definition.effective;
  if (!effective) return [];
  const { from: fromField, to: toField } = effective;
  const from = values[fromField];
  const to = values[toField] ?? null;
  if (typeof from !== 'string') return [];
  if (typeof to === 'string' && to < from) return [{ path: toField, sentence: '结束日期不能早于开始日期。' }];
  if (!effective.exclusive || effective.subject.some((field) => isEmptyValue(values[field]))) return [];
  const last = typeof to === 'string' ? to : '9999-12-31';
  const other = recordsOfSubject(h, definition, values).find(
    (record) => record.id !== id && record.from <= last && (record.to ?? '9999-12-31') >= from,
  );
  if (!other) return [];
  const range = `${formatChinese(other.from)}至${other.to === null ? '今' : formatChinese(other.to)}`;
  return [
    {
      path: fromField,
      sentence: `与已有记录（${range}）的时间重叠。请先填写那条记录的结束日期，或调整这里的开始日期。`,
    },
  ];
}
