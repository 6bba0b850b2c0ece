import type {
  DevelopmentBoard,
  DevelopmentDossier,
  DossierStep,
} from '../../../shared/contract/partyLife.ts';
import type { DevelopmentPerson } from '../../../shared/domain/membership/developmentFacts.ts';
import {
  developmentStates,
  missingPapers,
  nextStep,
  papersOf,
  stateOf,
  type DevelopmentState,
} from '../../../shared/domain/membership/developmentState.ts';
import {
  developmentSideSteps,
  developmentStep,
  developmentSteps,
  noticeBefore,
  storedStepName,
  type DevelopmentStep,
} from '../../../shared/domain/membership/developmentSteps.ts';
import {
  cultivatedSince,
  nextPossibleOn,
  noticeWorkdays,
  probationEndsOn,
  stepStanding,
  timeBounds,
  type TimeRules,
} from '../../../shared/domain/membership/developmentTimes.ts';
import { inspectionReminder, standingWords } from '../../../shared/domain/membership/developmentWords.ts';
import { rollMoveWords } from '../../../shared/domain/membership/rollMove.ts';
import { memberDevelopmentRules } from '../../../shared/domain/rules/memberDevelopmentRules.ts';
import { runRules, type Finding } from '../../../shared/domain/rules/rule.ts';
import { memberDevelopment } from '../../../shared/ledgers/partyLife/memberDevelopment.ts';
import { partyMember } from '../../../shared/ledgers/partyLife/partyMember.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { compareLabels } from '../../../shared/kernel/labelOrder.ts';
import { yearOf } from '../../../shared/kernel/plainDate.ts';
import { allRecords, titlesOf, type RecordIn } from '../../store/records/records.ts';
import type { Check } from '../checks/check.ts';
import { memberOfDossier, pendingRollMove } from './moveRoll.ts';
import { developmentFacts } from './checks/developmentFacts.ts';
import { partyLifeFacts } from './checks/partyLifeFacts.ts';

type Dossier = RecordIn<typeof memberDevelopment>;

const columns = developmentStates.filter((state) => state !== '终止' && state !== '转出');
const severityOrder = ['error', 'warning', 'info'];

function findingsAbout(check: Check): ReadonlyMap<string, readonly Finding[]> {
  const found = runRules(memberDevelopmentRules, developmentFacts(check), check.parameters, check.on);
  return Map.groupBy(found, ({ remedy }) => (remedy.kind === 'open' ? remedy.id : ''));
}

function rulesOf({ parameters, calendar, on }: Check): TimeRules {
  return { parameters, calendar, on };
}

/** Everybody on the way, by what they are on the day of the check. */
export function developmentBoard(h: ReadHandle, check: Check): DevelopmentBoard {
  const records = new Map(allRecords(h, memberDevelopment).map((record) => [record.id, record.values]));
  const { persons } = developmentFacts(check);
  const branches = titlesOf(h, [...new Set(persons.map(({ branchId }) => branchId))]);
  const findings = findingsAbout(check);
  const rules = rulesOf(check);
  const byState = Map.groupBy(persons, stateOf);
  return {
    today: check.on,
    columns: columns.map((state) => ({
      state,
      cards: (byState.get(state) ?? []).map((person) => {
        const number = nextStep(person);
        const values = records.get(person.id);
        return {
          id: person.id,
          name: person.name,
          branch: branches[person.branchId] ?? '',
          hint: [values?.post, ...(values?.tags ?? [])].filter(Boolean).join('、'),
          next:
            number === null
              ? null
              : {
                  number,
                  name: developmentStep(number).name,
                  standing: stepStanding(person, number, rules),
                  words: standingWords(person, number, rules),
                },
          inspection: inspectionReminder(person, rules),
          missingPapers: missingPapers(person).length,
          errors: (findings.get(person.id) ?? []).filter(({ severity }) => severity === 'error').length,
        };
      }),
    })),
    ended: persons
      .flatMap((person) =>
        person.endedOn === null
          ? []
          : [{ id: person.id, name: person.name, state: stateOf(person), endedOn: person.endedOn }],
      )
      .toSorted((a, b) => b.endedOn.localeCompare(a.endedOn)),
  };
}

/** One person's 25 steps as they stand on the day of the check. */
export function developmentDossier(h: ReadHandle, check: Check, record: Dossier): DevelopmentDossier {
  const person = developmentFacts(check).persons.find(({ id }) => id === record.id);
  if (!person) throw new Error('A dossier that its own loader does not know');
  const { values } = record;
  const rules = rulesOf(check);
  const state = stateOf(person);
  const names = titlesOf(h, [
    values.branch,
    ...values.contacts,
    ...values.sponsors,
    ...person.steps.flatMap(({ meetingId }) => (meetingId === null ? [] : [meetingId])),
  ]);
  return {
    id: record.id,
    revision: record.revision,
    today: check.on,
    name: person.name,
    state,
    facts: factsOf(person, values, names, state),
    nextStep: nextStep(person),
    groups: partyLifeFacts(check, yearOf(check.on))
      .groups.filter(
        ({ branchId, endedOn }) => branchId === values.branch && (endedOn === null || endedOn >= check.on),
      )
      .map(({ id, name }) => ({ id, name }))
      .toSorted((one, other) => compareLabels(one.name, other.name)),
    roll: rollView(h, record),
    steps: developmentSteps.map((step) => stepView(person, values, step, names, rules)),
    inspection: inspectionReminder(person, rules),
    findings: (findingsAbout(check).get(record.id) ?? [])
      .map(({ severity, sentence }) => ({ severity, sentence: sentence.replace(`${person.name}：`, '') }))
      .toSorted((a, b) => severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity)),
  };
}

function rollView(h: ReadHandle, record: Dossier): DevelopmentDossier['roll'] {
  const member = memberOfDossier(allRecords(h, partyMember), record);
  const move = pendingRollMove(record, member);
  const { status, rollSince, rollUntil } = member?.values ?? {};
  return {
    memberId: member?.id ?? null,
    words: [status, rollSince ? `${rollSince} 起` : '', rollUntil ? `${rollUntil} 止` : '']
      .filter(Boolean)
      .join('，'),
    pending: move === null ? null : rollMoveWords(move),
  };
}

type Names = Readonly<Record<string, string>>;

function factsOf(
  person: DevelopmentPerson,
  values: Dossier['values'],
  names: Names,
  state: DevelopmentState,
): readonly { readonly label: string; readonly value: string }[] {
  const list = (ids: readonly string[]) => ids.map((id) => names[id] ?? '').join('、');
  const since = cultivatedSince(person);
  const ends = state === '正式党员' ? null : probationEndsOn(person);
  return [
    { label: '党支部', value: names[values.branch] ?? '' },
    { label: '岗位职务', value: [values.post, ...values.tags].filter(Boolean).join('、') },
    { label: '出生日期', value: values.bornOn },
    { label: '培养联系人', value: list(values.contacts) },
    { label: '入党介绍人', value: list(values.sponsors) },
    { label: '培养时间起算', value: since ?? '' },
    { label: '预备期满', value: ends ?? '' },
    { label: '转入', value: [values.transferredInOn, values.cameFrom].filter(Boolean).join(' ') },
    { label: '预计调离', value: values.plannedLeaveOn ?? '' },
    { label: '终止', value: [person.endedOn, person.endReason].filter(Boolean).join(' ') },
  ].filter(({ value }) => value !== '');
}

function stepView(
  person: DevelopmentPerson,
  values: Dossier['values'],
  step: DevelopmentStep,
  names: Names,
  rules: TimeRules,
): DossierStep {
  const { number, phase, name, actor, rule } = step;
  const taken = person.steps.find((one) => one.number === number);
  const meetingId = taken?.meetingId ?? null;
  return {
    number,
    phase,
    name,
    actor,
    rule,
    meetingType: step.meeting ?? null,
    on: taken?.on ?? null,
    standing: stepStanding(person, number, rules),
    words: standingWords(person, number, rules),
    papers: papersOf(person, number),
    missing: missingPapers(person)
      .filter((missing) => missing.step === number)
      .map(({ paper }) => paper),
    meeting: meetingId === null ? null : { id: meetingId, title: names[meetingId] ?? '' },
    remark: values.steps.find((row) => row.step === storedStepName(step))?.remark ?? null,
    bounds: timeBounds(person, number, rules),
    nextPossibleOn: nextPossibleOn(person, number, rules),
    notes: notesOf(person, values, number, rules),
  };
}

/** What is kept in lists of its own and belongs to a step. */
function notesOf(
  person: DevelopmentPerson,
  values: Dossier['values'],
  number: number,
  { calendar, on }: TimeRules,
): readonly string[] {
  const notes: string[] = [];
  const sideSteps: readonly string[] = developmentSideSteps
    .filter(({ between }) => between[1] === number)
    .map((side) => side.name);
  for (const row of values.steps)
    if (sideSteps.includes(row.step) && row.doneOn <= on) notes.push(`${row.step}：${row.doneOn}`);
  for (const notice of person.notices) {
    if (notice.kind !== noticeBefore[number]) continue;
    const days = notice.to === null ? 'unknown' : noticeWorkdays(notice.from, notice.to, calendar);
    const length = days === 'unknown' ? '' : `，${days} 个工作日`;
    notes.push(`${notice.kind}：${notice.from} 至 ${notice.to ?? '（未结束）'}${length}`);
  }
  if (number === 11)
    for (const { from, to, days, hours } of person.trainings)
      notes.push(`集中培训：${from} 至 ${to}，${hours > 0 ? `${hours} 学时` : `${days} 天`}`);
  const inspected = person.inspections.filter(
    ({ phase }) => (number === 6 && phase === '积极分子') || (number === 21 && phase === '预备党员'),
  );
  if (inspected.length > 0) notes.push(`考察：${inspected.map((one) => one.on).join('、')}`);
  if (number === 23)
    for (const { decidedOn, months } of person.extensions)
      notes.push(`${decidedOn} 决定延长预备期 ${months} 个月`);
  return notes;
}
