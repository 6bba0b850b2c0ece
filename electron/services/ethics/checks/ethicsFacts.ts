import type { AppraisalFact, EthicsFacts } from '../../../../shared/domain/ethics/facts.ts';
import { periodOf, periodRange, periodsInside, previousPeriod } from '../../../../shared/kernel/periods.ts';
import type { PlainDate } from '../../../../shared/kernel/plainDate.ts';
import { isEmptyValue } from '../../../../shared/ledger/schema.ts';
import { externalPerson } from '../../../../shared/ledgers/base/externalPerson.ts';
import { annualAssessment } from '../../../../shared/ledgers/ethics/annualAssessment.ts';
import { healthCheck } from '../../../../shared/ledgers/ethics/healthCheck.ts';
import { staffSelection } from '../../../../shared/ledgers/ethics/staffSelection.ts';
import { staff } from '../../../../shared/ledgers/base/staff.ts';
import { entryCheck } from '../../../../shared/ledgers/ethics/entryCheck.ts';
import { ethicsActivity } from '../../../../shared/ledgers/ethics/ethicsActivity.ts';
import { appraisalRound } from '../../../../shared/ledgers/ethics/appraisalRound.ts';
import { ethicsAppraisal } from '../../../../shared/ledgers/ethics/ethicsAppraisal.ts';
import { ethicsAward } from '../../../../shared/ledgers/ethics/ethicsAward.ts';
import { ethicsCase } from '../../../../shared/ledgers/ethics/ethicsCase.ts';
import { ethicsPledge } from '../../../../shared/ledgers/ethics/ethicsPledge.ts';
import { tutoringSelfCheck } from '../../../../shared/ledgers/ethics/tutoringSelfCheck.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import { allRecords, type RecordIn } from '../../../store/records/records.ts';
import { schoolOf } from '../../school/schoolOf.ts';
import { caseFactOf } from '../caseFact.ts';
import { staffFactOf } from '../../school/staffFact.ts';
import { loadExcuses } from './ethicsExcuses.ts';
import { finishedRecords, recordsBetween } from '../../../store/records/recordsBetween.ts';
import { perCheck } from '../../checks/check.ts';
import { loadTerms } from '../../school/schoolTerms.ts';

/**
 * What the ethics rules look at for the school year that holds a day. The appraisal looked at is the last one whose
 * period has ended; whether the school appraises by calendar year or by school year follows from its newest record.
 */
export const ethicsFacts = perCheck(({ read: h, calendar, on }): EthicsFacts => {
  const schoolYear = periodOf('schoolYear', on);
  const school = schoolOf(h).values;
  const ofThisYear = periodsInside(schoolYear);
  const entered = loadTerms(h).filter((term) => ofThisYear.includes(term.period));
  const firstTerm = entered.find((term) => term.period === `${schoolYear}-1`);
  const appraisals = finishedRecords(h, ethicsAppraisal);
  const kind = appraisals.some((record) => record.period?.includes('-')) ? 'schoolYear' : 'year';
  const range = periodRange(schoolYear);
  return {
    schoolYear,
    schoolYearStartsOn: firstTerm?.startsOn ?? range.from,
    appraisalPeriod: previousPeriod(periodOf(kind, on)),
    terms: entered.map(({ period, startsOn, endsOn }) => ({ period, startsOn, endsOn })),
    isKindergarten: school.type === '幼儿园',
    isPublic: school.nature !== '民办',
    staff: allRecords(h, staff).map(staffFactOf),
    externalPersons: allRecords(h, externalPerson).map(({ id, values }) => ({
      id,
      name: values.name,
      listed: values.listed === true,
      qualification: values.qualification,
      entryCheckedOn: values.entryCheckedOn,
      entryCheckResult: values.entryCheckResult,
      servesFrom: values.servesFrom,
      servesTo: values.servesTo,
    })),
    pledges: finishedRecords(h, ethicsPledge, [], schoolYear).map(({ id, values }) => ({
      id,
      staffId: values.staff,
      period: schoolYear,
      signedOn: values.signedOn,
    })),
    appraisals: appraisals.flatMap(appraisalFactOf),
    cases: recordsUpTo(on).map(caseFactOf),
    awards: finishedRecords(h, ethicsAward).map(({ id, values }) => ({
      id,
      staffId: values.staff,
      name: values.name,
      grantedOn: values.grantedOn,
    })),
    assessments: finishedRecords(h, annualAssessment).flatMap(({ id, period, values }) =>
      period === null ? [] : [{ id, staffId: values.staff, year: period, grade: values.grade }],
    ),
    selections: finishedRecords(h, staffSelection).map(({ id, values }) => ({
      id,
      staffId: values.staff,
      purpose: values.purpose,
      name: values.name,
      listedOn: values.listedOn,
      dropped: values.outcome === '未通过' || values.outcome === '撤回',
    })),
    healthChecks: finishedRecords(h, healthCheck).map(({ id, values }) => ({
      id,
      staffId: values.staff,
      checkedOn: values.checkedOn,
      fit: values.result === '合格',
    })),
    entryChecks: finishedRecords(h, entryCheck).map(({ id, values }) => ({
      id,
      staffId: values.staff,
      checkedOn: values.checkedOn,
      result: values.result,
    })),
    excuses: loadExcuses(h),
    notAppraised: notAppraised(h),
    activities: recordsBetween(h, ethicsActivity, 'heldOn', {
      from: range.from,
      to: on < range.to ? on : range.to,
    }).map(({ id, period, values }) => ({
      id,
      element: values.element,
      kind: values.kind,
      period,
      heldOn: values.heldOn,
    })),
    selfChecks: finishedRecords(h, tutoringSelfCheck, [], schoolYear).flatMap(({ id, period, values }) =>
      period === null
        ? []
        : [
            {
              id,
              staffId: values.staff,
              period,
              occasion: values.occasion,
              anyYes: [
                values.organised,
                values.took,
                values.introduced,
                values.lent,
                values.forced,
                values.joint,
              ].includes(true),
            },
          ],
    ),
    calendar,
  };

  /** A case under way is still a draft, and its deadlines run all the same, once it can be told what it is about. */
  function recordsUpTo(day: PlainDate) {
    return allRecords(h, ethicsCase).filter(({ values }) => {
      const { number, receivedOn, staff: accused, violation } = values;
      return ![number, receivedOn, accused, violation].some(isEmptyValue) && receivedOn <= day;
    });
  }
});

/** Whom a round left out with a reason. */
function notAppraised(h: ReadHandle): EthicsFacts['notAppraised'] {
  return allRecords(h, appraisalRound).flatMap(({ period, values }) =>
    period === null
      ? []
      : values.people
          .filter(({ included }) => included !== true)
          .map(({ staff: staffId }) => ({ staffId, period })),
  );
}

/** A form of 师德考核 as the rules read it; none without a period. */
export function appraisalFactOf({
  id,
  period,
  values,
}: RecordIn<typeof ethicsAppraisal>): readonly AppraisalFact[] {
  if (period === null) return [];
  return [
    {
      id,
      staffId: values.staff,
      period,
      scores: {
        self: values.selfScore,
        peer: values.peerScore,
        pupil: values.pupilScore,
        parent: values.parentScore,
        panel: values.panelScore,
      },
      adjustment: values.adjustment ?? 0,
      total: values.totalScore,
      grade: values.grade,
      veto: values.veto === true,
      noticeFrom: values.noticeFrom,
      noticeTo: values.noticeTo,
      signedOn: values.signedOn,
    },
  ];
}
