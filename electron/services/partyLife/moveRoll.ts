import { stepOn } from '../../../shared/domain/membership/developmentState.ts';
import { rollMove, type RollMove } from '../../../shared/domain/membership/rollMove.ts';
import { failure, success, type Result } from '../../../shared/kernel/result.ts';
import { emptyValues } from '../../../shared/ledger/schema.ts';
import { staff } from '../../../shared/ledgers/base/staff.ts';
import { memberDevelopment } from '../../../shared/ledgers/partyLife/memberDevelopment.ts';
import { partyGroup } from '../../../shared/ledgers/partyLife/partyGroup.ts';
import { partyMember } from '../../../shared/ledgers/partyLife/partyMember.ts';
import type { ReadHandle, WriteHandle } from '../../store/handles.ts';
import { allRecords, getRecord, titlesOf, type RecordIn } from '../../store/records/records.ts';
import { developmentPerson } from './checks/developmentFacts.ts';
import { saveChanges, saveRecord } from '../ledgers/saveRecord.ts';
import type { Unit } from '../school/unitOfWork.ts';

type Dossier = RecordIn<typeof memberDevelopment>;
type Member = RecordIn<typeof partyMember>;

/** The person of a dossier on the roll: the one chosen, else the same member of staff, else of the same name and birthday. */
export function memberOfDossier(members: readonly Member[], { values }: Dossier): Member | null {
  return (
    members.find(({ id }) => id === values.partyMember) ??
    members.find(
      (member) =>
        (values.staff !== null && member.values.staff === values.staff) ||
        (member.values.name === values.name && member.values.bornOn === values.bornOn),
    ) ??
    null
  );
}

/** What the roll lacks of a dossier. */
export function pendingRollMove(dossier: Dossier, member: Member | null): RollMove | null {
  return rollMove(
    developmentPerson(dossier),
    member && { status: member.values.status, until: member.values.rollUntil },
  );
}

/**
 * Brings the roll up to the dossier, in the caller's transaction: a new member, a member confirmed, or a probation ended, each as
 * a revision of the roll with its effective-dated membership; the dossier then names the member.
 * @returns whether anything was moved
 */
export function moveRoll(w: WriteHandle, dossierId: string, unit: Unit): Result<boolean> {
  const dossier = getRecord(w, memberDevelopment, dossierId);
  if (!dossier) return success(false);
  const member = memberOfDossier(allRecords(w, partyMember), dossier);
  const move = pendingRollMove(dossier, member);
  if (move === null) return success(false);
  const start = member ? member.values : newMember(w, dossier);
  if (start.sex === null)
    return failure('invalidInput', '党员名册要填性别。请先打开档案“修改档案”，填上性别，再登记这一步。');
  const saved = saveRecord(
    w,
    partyMember,
    {
      id: member?.id ?? unit.newId(),
      values: { ...start, ...changesOf(move) },
      period: null,
      state: 'finished',
      baseRevision: member?.revision ?? null,
    },
    unit,
  );
  if (!saved.ok)
    return failure(saved.failure.kind, `党员名册没有登成，这一步也没有登记：${saved.failure.sentence}`);
  if (dossier.values.partyMember === saved.value.id) return success(true);
  const named = saveChanges(w, memberDevelopment, dossier, { partyMember: saved.value.id }, unit, {
    state: 'finished',
  });
  return named.ok ? success(true) : named;
}

/**
 * Puts the person of a dossier into a 党小组 from a day on, in the caller's transaction; refused with a problem at `partyGroup`
 * where the roll does not know the person or the group is another branch's.
 * @returns whether the roll was changed
 */
export function joinGroup(
  w: WriteHandle,
  dossierId: string,
  { partyGroup: groupId, on }: { readonly partyGroup: string; readonly on: string },
  unit: Unit,
): Result<boolean> {
  const dossier = getRecord(w, memberDevelopment, dossierId);
  const member = dossier && memberOfDossier(allRecords(w, partyMember), dossier);
  const refused = (sentence: string) => failure('invalidInput', sentence, [{ path: 'partyGroup', sentence }]);
  if (!member) return refused('党员名册里还没有这名同志，编不进党小组。请先登记第 17 步“上级党委审批”。');
  if (getRecord(w, partyGroup, groupId)?.values.branch !== member.values.branch)
    return refused('这个党小组不在本人所在的党支部，请另选一个。');
  if (member.values.partyGroup === groupId) return success(false);
  const { rollSince } = member.values;
  const changes = { partyGroup: groupId, rollSince: rollSince === null || rollSince < on ? on : rollSince };
  const saved = saveChanges(w, partyMember, member, changes, unit, { state: 'finished' });
  return saved.ok ? success(true) : saved;
}

function changesOf(move: RollMove): Partial<Member['values']> {
  switch (move.kind) {
    case 'admit':
      return { status: '预备党员', admittedOn: move.admittedOn, rollSince: move.since, relation: '在册' };
    case 'confirm':
      return {
        status: '正式党员',
        ...(move.admittedOn === null ? {} : { admittedOn: move.admittedOn }),
        confirmedOn: move.confirmedOn,
        rollSince: move.since,
      };
    case 'cancel':
      return { rollUntil: move.until, relation: '出党' };
  }
}

/** What the dossier and the staff record know of a new member. */
function newMember(h: ReadHandle, { values, ...record }: Dossier): Readonly<Record<string, unknown>> {
  const own = values.staff === null ? null : getRecord(h, staff, values.staff);
  const sponsors = titlesOf(h, values.sponsors);
  return {
    ...emptyValues(partyMember),
    name: values.name,
    staff: values.staff,
    sex: values.sex ?? own?.values.sex ?? null,
    ethnicity: values.ethnicity ?? own?.values.ethnicity ?? null,
    bornOn: values.bornOn,
    identityNumber: own?.values.identityNumber ?? null,
    education: values.education ?? own?.values.education ?? null,
    post: values.post ?? own?.values.post ?? null,
    professionalTitle: own?.values.professionalTitle ?? null,
    phone: own?.values.phone ?? null,
    appliedOn: stepOn(developmentPerson({ values, ...record }), 1),
    introducers: values.sponsors.map((id) => sponsors[id] ?? '').join('、') || null,
    branch: values.branch,
    feeSituation: '在职',
  };
}
