import type { PersonFile, PersonFileEntry, PersonFileSection } from '../../../shared/contract/ethics.ts';
import { caseStateOf } from '../../../shared/domain/ethics/caseLifeCycle.ts';
import { isDisqualifiedOn, isUnderSanction, sanctionEnd } from '../../../shared/domain/ethics/sanctions.ts';
import { formatPeriod, periodOf, periodRange } from '../../../shared/kernel/periods.ts';
import { daysBetween, formatChinese } from '../../../shared/kernel/plainDate.ts';
import type { AnyLedger, LedgerRecord } from '../../../shared/ledger/definition.ts';
import { formatValue } from '../../../shared/ledger/cells.ts';
import { fieldsOf } from '../../../shared/ledger/schema.ts';
import type { staff } from '../../../shared/ledgers/base/staff.ts';
import { annualAssessment } from '../../../shared/ledgers/ethics/annualAssessment.ts';
import { entryCheck } from '../../../shared/ledgers/ethics/entryCheck.ts';
import { ethicsActivity } from '../../../shared/ledgers/ethics/ethicsActivity.ts';
import { ethicsAppraisal } from '../../../shared/ledgers/ethics/ethicsAppraisal.ts';
import { ethicsAward } from '../../../shared/ledgers/ethics/ethicsAward.ts';
import { ethicsCase } from '../../../shared/ledgers/ethics/ethicsCase.ts';
import { ethicsPledge } from '../../../shared/ledgers/ethics/ethicsPledge.ts';
import { ethicsTalk } from '../../../shared/ledgers/ethics/ethicsTalk.ts';
import { healthCheck } from '../../../shared/ledgers/ethics/healthCheck.ts';
import { staffSelection } from '../../../shared/ledgers/ethics/staffSelection.ts';
import { tutoringSelfCheck } from '../../../shared/ledgers/ethics/tutoringSelfCheck.ts';
import type { Filter } from '../../../shared/contract/ledgers.ts';
import type { Check } from '../checks/check.ts';
import { isExcused } from '../../../shared/domain/ethics/campaignTracking.ts';
import type { StaffFact } from '../../../shared/domain/ethics/facts.ts';
import { isStaffOn, isStaffThroughout } from '../../../shared/domain/ethics/staffOn.ts';
import { finishedRecords } from '../../store/records/recordsBetween.ts';
import { loadTerms } from '../school/schoolTerms.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { getRecords, listIds, type RecordIn } from '../../store/records/records.ts';
import { caseFactOf } from './checks/caseFact.ts';
import { staffFactOf } from '../school/staffFact.ts';
import type { SignCampaign } from '../../../shared/domain/ethics/words.ts';
import { ethicsFacts } from './checks/ethicsFacts.ts';

/** A ledger of the file: which day a record has, and which fields say what it is. */
interface Part {
  readonly title: string;
  readonly definition: AnyLedger;
  readonly day: string;
  readonly label: string;
  readonly detail: readonly string[];
  /** Which of the ledger's records belong here, by the word of `label`; absent = all. */
  readonly holds?: ((word: unknown) => boolean) | undefined;
}

const parts: readonly Part[] = [
  part('承诺书', ethicsPledge, 'signedOn', 'version', ['witness']),
  part('有偿补课自查', tutoringSelfCheck, 'signedOn', 'occasion', ['checker']),
  part('师德考核', ethicsAppraisal, 'signedOn', 'grade', ['totalScore', 'vetoReason']),
  part('年度考核', annualAssessment, 'decidedOn', 'grade', ['remark']),
  part('表彰奖励', ethicsAward, 'grantedOn', 'name', ['level', 'grantedBy', 'documentNumber']),
  part('谈话', ethicsTalk, 'heldOn', 'kind', ['reason', 'mendedOn'], (kind) => kind !== '家访'),
  part('家访', ethicsTalk, 'heldOn', 'kind', ['reason'], (kind) => kind === '家访'),
  // 内容 of a case stays in the case: the file names outcome and handling.
  part('投诉与处理', ethicsCase, 'receivedOn', 'violation', ['conclusion', 'handling']),
  part('评聘评优名单', staffSelection, 'listedOn', 'purpose', ['name', 'outcome']),
  part('准入查询', entryCheck, 'checkedOn', 'channel', ['result']),
];
const kindergartenPart = part('健康检查', healthCheck, 'checkedOn', 'result', ['institution']);

/** One person's ethics over the years, from the ledgers, as on the day of the check (一人一档). */
export function personFileOf(read: ReadHandle, check: Check, person: RecordIn<typeof staff>): PersonFile {
  const used = ethicsFacts(check).isKindergarten ? [...parts, kindergartenPart] : parts;
  return {
    staffId: person.id,
    name: person.values.name,
    basics: basicsOf(person),
    sections: [
      ...used.map((one) => sectionOf(read, one, person.id)),
      trainingSection(read, person, check.on),
    ],
    running: runningSanctions(read, check, person.id),
    missing: missingOf(read, check, person),
  };
}

function part(
  title: string,
  definition: AnyLedger,
  day: string,
  label: string,
  detail: readonly string[],
  holds?: (word: unknown) => boolean,
): Part {
  return { title, definition, day, label, detail, holds };
}

function basicsOf({ values }: RecordIn<typeof staff>): PersonFile['basics'] {
  const day = (date: string | null): string => (date === null ? '' : formatChinese(date));
  return [
    ['姓名', values.name],
    ['性别', values.sex],
    ['出生日期', day(values.bornOn)],
    ['民族', values.ethnicity ?? ''],
    ['政治面貌', values.politicalStatus ?? ''],
    ['学历', values.education ?? ''],
    ['人员类别', values.staffKind],
    ['任教学科', values.subject ?? ''],
    ['职称', values.professionalTitle ?? ''],
    ['现任职务', values.post ?? ''],
    ['到校日期', day(values.hiredOn)],
    ['下次定期注册', day(values.certificateDueOn)],
  ];
}

/** Records of one person, drafts of cases included: a case under way belongs into the file. */
function recordsOf(read: ReadHandle, definition: AnyLedger, staffId: string): readonly LedgerRecord[] {
  const filters: Filter[] = [
    { field: 'staff', operator: 'anyOf', value: [staffId] },
    ...(definition.id === ethicsCase.id
      ? []
      : [{ field: 'state', operator: 'anyOf' as const, value: ['finished', 'approved'] }]),
  ];
  const ids = listIds(read, definition, { filters });
  if (!ids.ok) throw new Error(`${definition.id}: ${ids.failure.sentence}`);
  return getRecords(read, definition, ids.value);
}

function sectionOf(
  read: ReadHandle,
  { title, definition, day, label, detail, holds }: Part,
  staffId: string,
): PersonFileSection {
  const fields = fieldsOf(definition);
  const records = recordsOf(read, definition, staffId).filter(
    (record) => holds === undefined || holds(record.values[label]),
  );
  const words = (id: string, record: LedgerRecord): string => {
    const field = fields[id];
    return field ? formatValue(field, record.values[id], () => '') : '';
  };
  const entries = records.map((record): PersonFileEntry => {
    const on = record.values[day];
    return {
      ledger: definition.id,
      id: record.id,
      on: typeof on === 'string' ? on : null,
      period: record.period === null ? null : formatPeriod(record.period),
      label: words(label, record),
      detail: detail
        .map((id) => [fields[id]?.label ?? '', words(id, record)] as const)
        .filter(([, word]) => word !== '')
        .map(([name, word]) => `${name}：${word}`)
        .join('　'),
    };
  });
  return {
    title,
    entries: entries.toSorted((a, b) => (b.on ?? '').localeCompare(a.on ?? '')),
  };
}

/** 学习培训: trainings for the whole staff at which the person was not missing, while working here. */
function trainingSection(read: ReadHandle, person: RecordIn<typeof staff>, on: string): PersonFileSection {
  const trainings: readonly string[] = ['专题学习', '警示教育', '岗前师德培训', '宣誓承诺'];
  const fact = staffFactOf(person);
  return {
    title: '学习培训',
    entries: finishedRecords(read, ethicsActivity)
      .filter(
        ({ values }) =>
          trainings.includes(values.kind) &&
          values.heldOn <= on &&
          isStaffOn(fact, values.heldOn) &&
          !values.absentees.includes(person.id),
      )
      .map(({ id, period, values }) => ({
        ledger: ethicsActivity.id,
        id,
        on: values.heldOn,
        period: period === null ? null : formatPeriod(period),
        label: values.title,
        detail: [values.kind, values.hours === null ? '' : `${values.hours} 学时`]
          .filter((word) => word !== '')
          .join('　'),
      }))
      .toSorted((a, b) => b.on.localeCompare(a.on)),
  };
}

function runningSanctions(read: ReadHandle, check: Check, staffId: string): PersonFile['running'] {
  const records = recordsOf(read, ethicsCase, staffId) as readonly RecordIn<typeof ethicsCase>[];
  return records.map(caseFactOf).flatMap((fact) => {
    const lines: { caseId: string; sentence: string; until: string | null }[] = [];
    if (isUnderSanction(fact, check.on, check.parameters)) {
      const until = sanctionEnd(fact, check.parameters) ?? null;
      const span = until === null ? '' : `，到${formatChinese(until)}`;
      const state = caseStateOf(fact) === '已决定' ? '（还没有送达）' : '';
      lines.push({ caseId: fact.id, sentence: `${fact.handling ?? ''}处分期内${span}${state}`, until });
    }
    if (isDisqualifiedOn(fact, check.on))
      lines.push({
        caseId: fact.id,
        sentence: `取消资格到${formatChinese(fact.disqualifiedUntil ?? check.on)}`,
        until: fact.disqualifiedUntil,
      });
    return lines;
  });
}

function missingOf(read: ReadHandle, check: Check, record: RecordIn<typeof staff>): PersonFile['missing'] {
  const { on, parameters } = check;
  const facts = ethicsFacts(check);
  const person = staffFactOf(record);
  const hiredOn = person.hiredOn ?? '0000-01-01';
  const missing: { sentence: string; ledger: string; period: string | null }[] = [];
  const excused = (campaign: SignCampaign, period: string): boolean =>
    isExcused(
      facts.excuses,
      { staffId: person.id, campaign, period },
      on < periodRange(period).to ? on : periodRange(period).to,
    );
  if (!facts.pledges.some(({ staffId }) => staffId === person.id) && !excused('师德承诺书', facts.schoolYear))
    missing.push({
      sentence: `没有${formatPeriod(facts.schoolYear)}的承诺书`,
      ledger: ethicsPledge.id,
      period: facts.schoolYear,
    });
  const { appraisalPeriod } = facts;
  const isLeftOut = (asked: string): boolean =>
    facts.notAppraised.some(({ staffId, period }) => staffId === person.id && period === asked);
  const graded = facts.appraisals.some(
    ({ staffId, period, grade }) => staffId === person.id && period === appraisalPeriod && grade !== null,
  );
  if (!graded && !isLeftOut(appraisalPeriod) && hiredOn <= periodRange(appraisalPeriod).to)
    missing.push({
      sentence: `没有${formatPeriod(appraisalPeriod)}的师德考核`,
      ledger: ethicsAppraisal.id,
      period: appraisalPeriod,
    });
  const term = loadTerms(read).findLast(({ endsOn }) => endsOn < on);
  const selfChecks = recordsOf(read, tutoringSelfCheck, person.id);
  if (
    person.kind === '专任教师' &&
    term !== undefined &&
    hiredOn <= term.startsOn &&
    !selfChecks.some(({ period }) => period === term.period) &&
    !excused('有偿补课自查', term.period)
  )
    missing.push({
      sentence: `没有${formatPeriod(term.period)}的有偿补课自查`,
      ledger: tutoringSelfCheck.id,
      period: term.period,
    });
  const last = facts.entryChecks
    .filter(({ staffId, checkedOn }) => staffId === person.id && checkedOn <= on)
    .map(({ checkedOn }) => checkedOn)
    .toSorted()
    .at(-1);
  const valid = parameters.number('entryCheckValidDays', on);
  if (last === undefined || daysBetween(last, on) > valid)
    missing.push({
      sentence: last === undefined ? '没有准入查询' : `准入查询已超过 ${valid} 天`,
      ledger: entryCheck.id,
      period: periodOf('year', on),
    });
  return [
    ...missing,
    ...missingBefore(read, facts.schoolYear, ethicsPledge, '承诺书', person, (period) =>
      excused('师德承诺书', period),
    ),
    ...missingBefore(read, appraisalPeriod, ethicsAppraisal, '师德考核', person, isLeftOut),
  ];
}

/**
 * Earlier periods for which the school has such records, but none of this person, who was there all the time; the latest first.
 * @param before the period that is looked at apart
 */
function missingBefore(
  read: ReadHandle,
  before: string,
  definition: typeof ethicsPledge | typeof ethicsAppraisal,
  word: string,
  person: StaffFact,
  isExcusedIn: (period: string) => boolean,
): PersonFile['missing'] {
  const own = new Set(recordsOf(read, definition, person.id).map(({ period }) => period));
  const kept = new Set(finishedRecords<AnyLedger>(read, definition).flatMap(({ period }) => period ?? []));
  return [...kept]
    .filter(
      (period) =>
        periodRange(period).to < periodRange(before).from &&
        !own.has(period) &&
        isStaffThroughout(person, periodRange(period)) &&
        !isExcusedIn(period),
    )
    .toSorted((a, b) => b.localeCompare(a))
    .map((period) => ({
      sentence: `没有${formatPeriod(period)}的${word}`,
      ledger: definition.id,
      period,
    }));
}
