import { assessmentLimits, brokenLimit } from '../../../../shared/domain/ethics/annualAssessment.ts';
import { isPeriod } from '../../../../shared/kernel/periods.ts';
import type { FieldProblem } from '../../../../shared/kernel/result.ts';
import { annualAssessment } from '../../../../shared/ledgers/ethics/annualAssessment.ts';
import { ethicsAppraisal } from '../../../../shared/ledgers/ethics/ethicsAppraisal.ts';
import { ethicsCase } from '../../../../shared/ledgers/ethics/ethicsCase.ts';
import type { ReadHandle, RecordUnderCheck } from '../../../store/handles.ts';
import { allRecords } from '../../../store/records/records.ts';
import { appraisalFactOf } from './ethicsFacts.ts';
import { parametersInForce } from '../../school/parametersInForce.ts';
import { caseFactOf } from './caseFact.ts';
import type { AssessmentGrade } from '../../../../shared/domain/ethics/words.ts';

/** Whether ethics lets a grade of the annual assessment stand: 师德不合格, sanctions, years without a grade. */
export function annualGradeProblems(
  h: ReadHandle,
  { values, period }: Pick<RecordUnderCheck, 'values' | 'period'>,
): FieldProblem[] {
  const staffId = values['staff'];
  const options = annualAssessment.fields.grade.options.map((one) =>
    typeof one === 'string' ? one : one.value,
  );
  const grade = options.find((one): one is AssessmentGrade => one === values['grade']);
  if (typeof staffId !== 'string' || grade === undefined || period === null || !isPeriod(period, ['year']))
    return [];
  const limits = assessmentLimits(
    {
      appraisals: allRecords(h, ethicsAppraisal, { where: { staff: staffId } }).flatMap((record) =>
        record.state === 'draft' ? [] : appraisalFactOf(record),
      ),
      cases: allRecords(h, ethicsCase, { where: { staff: staffId } }).map(caseFactOf),
    },
    Number(period),
    parametersInForce(h),
  );
  const limit = brokenLimit(grade, limits);
  return limit
    ? [{ path: 'grade', sentence: `${limit.reason}，不能填“${grade}”。依据：${limit.basis}。` }]
    : [];
}
