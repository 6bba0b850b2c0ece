import type { ParsedInputOf } from '../../../shared/contract/index.ts';
import type { GateResult, GateRow, PersonChoice } from '../../../shared/contract/ethics.ts';
import type { EthicsFacts, StaffFact } from '../../../shared/domain/ethics/facts.ts';
import { gateOf, type GateAnswer, type GateFacts } from '../../../shared/domain/ethics/gate.ts';
import type { GatePurpose } from '../../../shared/domain/ethics/gatePurposes.ts';
import { isStaffOn } from '../../../shared/domain/ethics/staffOn.ts';
import { periodOf } from '../../../shared/kernel/periods.ts';
import { success, type Result } from '../../../shared/kernel/result.ts';
import { emptyValues } from '../../../shared/ledger/schema.ts';
import { looseForm } from '../../../shared/ledger/looseText.ts';
import { recogniseSheet } from '../../../shared/ledger/recognise.ts';
import { cellText } from '../../../shared/ledger/cells.ts';
import { staff } from '../../../shared/ledgers/base/staff.ts';
import { gateCheck } from '../../../shared/ledgers/ethics/gateCheck.ts';
import type { WorkbookData } from '../../documents/sheetData.ts';
import type { ReadHandle, WriteHandle } from '../../store/handles.ts';
import { allRecords } from '../../store/records/records.ts';
import { createCheck, type Check } from '../checks/check.ts';
import { saveRecord } from '../ledgers/saveRecord.ts';
import { staffFactOf } from '../school/staffFact.ts';
import type { GateOutcome } from '../../../shared/domain/ethics/words.ts';
import { ethicsFacts } from './checks/ethicsFacts.ts';
import type { Unit } from '../school/unitOfWork.ts';

/** The words of the outcome in records and documents. */
const outcomeWords: Readonly<Record<GateAnswer['outcome'], GateOutcome>> = {
  pass: '通过',
  blocked: '不通过',
  decision: '需研究',
};

interface GateQuestion {
  readonly entries: readonly { readonly typed: string; readonly staffId: string | null }[];
  readonly purpose: GatePurpose;
}

interface KnownPerson {
  readonly fact: StaffFact;
  readonly choice: PersonChoice;
  readonly staffNumber: string | null;
}

/** Asks the gate about some people as on the day of the check. Of several of one name none is taken by itself. */
export function checkGate(read: ReadHandle, check: Check, { entries, purpose }: GateQuestion): GateResult {
  const people = knownPeople(read);
  const facts = ethicsFacts(check);
  const rows = entries.map(({ typed, staffId }): GateRow => {
    const named = namesakes(people, typed, check.on);
    const person = staffId === null ? (named.length === 1 ? named[0] : undefined) : byId(people, staffId);
    return {
      typed,
      person: person?.choice ?? null,
      choices: named.map(({ choice }) => choice),
      answer: person ? answerFor(facts, person.fact.id, purpose, check) : null,
    };
  });
  return { purpose, on: check.on, rows };
}

/** What the gate says about one person. */
export function answerFor(
  facts: EthicsFacts,
  staffId: string,
  purpose: GatePurpose,
  { on, parameters }: Pick<Check, 'on' | 'parameters'>,
): GateAnswer {
  return gateOf(gateFactsOf(facts, staffId), purpose, on, parameters);
}

/** The reasons as one text, each with its basis. */
function reasonText({ reasons }: GateAnswer): string {
  return reasons.map(({ sentence, basis }) => `${sentence}（${basis}）`).join('；');
}

/** Keeps what the gate says about some people on a day; the record's id. */
export function keepGate(
  w: WriteHandle,
  { id, title, staffIds, purpose, on }: ParsedInputOf<'ethics.keepGate'>,
  unit: Unit,
): Result<string> {
  const check = createCheck(w, on);
  const facts = ethicsFacts(check);
  const rows = [...new Set(staffIds)].map((staffId) => {
    const answer = answerFor(facts, staffId, purpose, check);
    return {
      id: unit.newId(),
      staff: staffId,
      outcome: outcomeWords[answer.outcome],
      until: answer.blockedUntil,
      reasons: reasonText(answer),
      decision: null,
    };
  });
  const values = { ...emptyValues(gateCheck), title, purpose, checkedOn: on, rows };
  const saved = saveRecord(
    w,
    gateCheck,
    { id, values, period: periodOf('year', on), state: 'finished', baseRevision: null },
    unit,
  );
  return saved.ok ? success(saved.value.id) : saved;
}

/** Names of the first sheet that has a column of names, in its order; empty when there is none. */
export function namesInWorkbook(workbook: WorkbookData): readonly string[] {
  for (const sheet of workbook.sheets) {
    if (sheet.hidden) continue;
    const { headerEnd, mapping } = recogniseSheet(sheet, [staff], 'staff');
    const column = mapping.indexOf('name');
    if (column < 0) continue;
    return sheet.rows
      .slice(headerEnd + 1)
      .map((row) => cellText(row[column] ?? null).trim())
      .filter((name) => name !== '' && !/^(?:合计|总计|小计)$/u.test(name));
  }
  return [];
}

function gateFactsOf(facts: EthicsFacts, staffId: string): GateFacts {
  const own = (one: { readonly staffId: string }): boolean => one.staffId === staffId;
  return {
    appraisals: facts.appraisals.filter(own),
    cases: facts.cases.filter(own),
    entryChecks: facts.entryChecks.filter(own),
  };
}

function knownPeople(read: ReadHandle): readonly KnownPerson[] {
  return allRecords(read, staff).map((record) => {
    const { name, staffNumber, subject, post } = record.values;
    const hint = [staffNumber, subject, post].filter((word) => word !== null && word !== '');
    return {
      fact: staffFactOf(record),
      choice: { id: record.id, name, hint: hint.join(' · ') },
      staffNumber,
    };
  });
}

/** People of a name or staff number; those who work here on the day, or where there is none, anybody. */
function namesakes(people: readonly KnownPerson[], typed: string, on: string): readonly KnownPerson[] {
  const wanted = looseForm(typed);
  const all = people.filter(
    ({ choice, staffNumber }) => looseForm(choice.name) === wanted || staffNumber === typed.trim(),
  );
  const here = all.filter(({ fact }) => isStaffOn(fact, on));
  return here.length > 0 ? here : all;
}

function byId(people: readonly KnownPerson[], id: string): KnownPerson | undefined {
  return people.find(({ choice }) => choice.id === id);
}
