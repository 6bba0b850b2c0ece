import type { AccountInfo } from '#shared/contract/session.ts';
import type { Role } from '#shared/contract/rights.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { AnyLedger, LedgerRecord, LooseValues, RecordState } from '#shared/ledger/definition.ts';
import { emptyValues } from '#shared/ledger/schema.ts';
import { school } from '#shared/ledgers/base/school.ts';
import { saveRecord } from '#electron/services/ledgers/saveRecord.ts';
import { createRecord, getRecord } from '#electron/store/records/records.ts';
import { schoolId, temporarySchool, valueOf, type TemporarySchool } from '../support/temporarySchool.ts';

export interface SaveOptions {
  readonly id?: string;
  readonly period?: string | null;
  readonly state?: RecordState;
  readonly by?: AccountInfo;
  readonly reason?: string;
  /** Revision the person started from; absent = the present one. */
  readonly baseRevision?: number;
}

/** A real school file with its school record, and people of several roles who save into it. */
export interface SchoolOffice extends TemporarySchool {
  person(name: string, ...roles: Role[]): AccountInfo;
  /** Saves as a form does: absent fields are empty; a known id is changed from its present revision. */
  save(definition: AnyLedger, values: LooseValues, options?: SaveOptions): Result<LedgerRecord>;
  /** Saves what must hold; the id of the record. */
  add(definition: AnyLedger, values: LooseValues, options?: SaveOptions): string;
  /** Changes some fields of a stored record. */
  edit(definition: AnyLedger, id: string, values: LooseValues, options?: SaveOptions): Result<LedgerRecord>;
}

export const head = (name = '马校长'): AccountInfo => account(name, ['head']);

function account(name: string, roles: readonly Role[]): AccountInfo {
  return {
    id: `01938000-0000-7000-8000-${Buffer.from(name).toString('hex').slice(0, 12).padEnd(12, '0')}`,
    name,
    roles,
    active: true,
    createdAt: '2026-08-01T00:00:00.000Z',
  };
}

export function schoolOffice(): SchoolOffice {
  const temporary = temporarySchool();
  const { store } = temporary;
  store.write(temporary.change(), (w) =>
    valueOf(
      createRecord(w, school, {
        id: schoolId,
        schoolId,
        values: { name: '山丹县测试学校', type: '九年一贯制学校', nature: '公办' },
        period: null,
        state: 'finished',
      }),
    ),
  );

  function save(definition: AnyLedger, values: LooseValues, options: SaveOptions = {}): Result<LedgerRecord> {
    const by = options.by ?? head();
    const id = options.id ?? temporary.newId();
    const stored = getRecord(store.read, definition, id);
    const input = {
      id,
      values: { ...emptyValues(definition), ...values },
      period: options.period ?? null,
      state: options.state ?? 'finished',
      baseRevision: options.baseRevision ?? stored?.revision ?? null,
    };
    const change = temporary.change({
      accountId: by.id,
      accountName: by.name,
      ...(options.reason ? { reason: options.reason } : {}),
    });
    return store.write(change, (w) =>
      saveRecord(w, definition, input, { today: temporary.clock.today(), schoolId, account: by }),
    );
  }

  return Object.assign(temporary, {
    person: (name: string, ...roles: Role[]) => account(name, roles),
    save,
    add: (definition: AnyLedger, values: LooseValues, options: SaveOptions = {}) =>
      valueOf(save(definition, values, options)).id,
    edit: (definition: AnyLedger, id: string, values: LooseValues, options: SaveOptions = {}) => {
      const stored = getRecord(store.read, definition, id);
      if (!stored) throw new Error('No such record');
      return save(
        definition,
        { ...stored.values, ...values },
        { period: stored.period, state: stored.state, ...options, id },
      );
    },
  });
}
