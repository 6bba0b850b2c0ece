import { formatPeriod } from '../../../../shared/kernel/periods.ts';
import { formatChinese } from '../../../../shared/kernel/plainDate.ts';
import type { FieldProblem } from '../../../../shared/kernel/result.ts';
import type { ReadHandle, RecordUnderCheck } from '../../../store/handles.ts';
import { termOf } from '../serviceTerm.ts';

/** Says at `heldOn` that a day lies outside the term the record belongs to; nothing while the term isn't entered. */
export function termDayProblems(h: ReadHandle, { values, period }: RecordUnderCheck): FieldProblem[] {
  const day = values['heldOn'];
  const term = period === null ? undefined : termOf(h, period);
  if (!term || period === null || typeof day !== 'string') return [];
  if (term.startsOn <= day && day <= term.endsOn) return [];
  return [
    {
      path: 'heldOn',
      sentence: `${formatChinese(day)}不在${formatPeriod(period)}（${formatChinese(term.startsOn)}至${formatChinese(term.endsOn)}）内，请核对日期或所属期。`,
    },
  ];
}
