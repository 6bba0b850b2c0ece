import type { AppraisalFact, CaseFact, EthicsFacts } from '../../../../shared/domain/ethics/facts.ts';
import { sixBans } from '../../../../shared/domain/ethics/signCampaigns.ts';
import { periodOf, periodRange, periodsInside, previousPeriod } from '../../../../shared/kernel/periods.ts';
import type { PlainDate } from '../../../../shared/kernel/plainDate.ts';
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
import { caseFactOf, isTold } from './caseFact.ts';
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
    terms: entered,
    isKindergarten: school.type === '幼儿园',
    isPublic: school.nature !== '民办',
    staff: allRecords(h, staff).map(staffFactOf),
    externalPersons: allRecords(h, externalPerson).map(({ id, values }) => ({
      ...values,
      id,
      listed: values.listed === true,
    })),
    pledges: finishedRecords(h, ethicsPledge, [], schoolYear).map((record) => ({
      ...aboutStaff(record),
      period: schoolYear,
    })),
    appraisals: appraisals.flatMap(appraisalFactOf),
    cases: casesUpTo(h, on),
    awards: finishedRecords(h, ethicsAward).map(aboutStaff),
    assessments: finishedRecords(h, annualAssessment).flatMap((record) =>
      record.period === null ? [] : [{ ...aboutStaff(record), year: record.period }],
    ),
    selections: finishedRecords(h, staffSelection).map((record) => ({
      ...aboutStaff(record),
      dropped: record.values.outcome === '未通过' || record.values.outcome === '撤回',
    })),
    healthChecks: finishedRecords(h, healthCheck).map((record) => ({
      ...aboutStaff(record),
      fit: record.values.result === '合格',
    })),
    entryChecks: finishedRecords(h, entryCheck).map(aboutStaff),
    excuses: loadExcuses(h),
    notAppraised: notAppraised(h),
    activities: recordsBetween(h, ethicsActivity, 'heldOn', {
      from: range.from,
      to: on < range.to ? on : range.to,
    }).map(({ id, period, values }) => ({ ...values, id, period })),
    selfChecks: finishedRecords(h, tutoringSelfCheck, [], schoolYear).flatMap((record) =>
      record.period === null
        ? []
        : {
            ...aboutStaff(record),
            period: record.period,
            anyYes: sixBans.some(({ field }) => record.values[field] === true),
          },
    ),
    calendar,
  };
});

/** The values of a record about one person of the staff, as a fact about that person. */
function aboutStaff<V extends { readonly staff: string }>({
  id,
  values,
}: {
  readonly id: string;
  readonly values: V;
}): V & { readonly id: string; readonly staffId: string } {
  return { ...values, id, staffId: values.staff };
}

/** A case under way is still a draft, and its deadlines run all the same, once it can be told what it is about. */
function casesUpTo(h: ReadHandle, on: PlainDate): readonly CaseFact[] {
  return allRecords(h, ethicsCase)
    .filter((record) => isTold(record) && record.values.receivedOn <= on)
    .map(caseFactOf);
}

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
      ...values,
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
      veto: values.veto === true,
    },
  ];
}
