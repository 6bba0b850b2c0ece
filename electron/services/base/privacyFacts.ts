import { sql } from 'kysely';
import type {
  LeavingColumnFact,
  LookFact,
  MarkedFile,
  PrivacyFacts,
  StatisticCellFact,
} from '../../../shared/domain/privacy/facts.ts';
import { secrecyMarkIn, secrecyMarks } from '../../../shared/domain/privacy/secrecyMarks.ts';
import type { AttachmentRef } from '../../../shared/ledger/field.ts';
import { fieldsOf } from '../../../shared/ledger/schema.ts';
import { columnNameOf } from '../../../shared/ledger/tables.ts';
import type { AnyLedger } from '../../../shared/ledger/definition.ts';
import type { ReadHandle } from '../../store/handles.ts';
import type { Parameters } from '../../../shared/domain/parameters/index.ts';
import { listAccess } from '../../store/tables/accessLog.ts';
import { listAccounts } from '../../store/tables/accounts.ts';
import { listExports } from '../../store/tables/exportLog.ts';
import { allRowsOf } from '../../store/query.ts';
import { allRecords } from '../../store/records/records.ts';
import { historyOf } from '../../store/records/revisions.ts';
import { periodRange } from '../../../shared/kernel/periods.ts';
import { chinaDateOf, yearOf, type PlainDate } from '../../../shared/kernel/plainDate.ts';
import { oncePer } from '../../../shared/kernel/oncePer.ts';
import { columnLeaves, exportProfiles, maskKindOf } from '../../../shared/ledger/masking.ts';
import { guardianConsent } from '../../../shared/ledgers/base/guardianConsent.ts';
import { photoRelease } from '../../../shared/ledgers/base/photoRelease.ts';
import { privacyRequest } from '../../../shared/ledgers/base/privacyRequest.ts';
import { privacyReview } from '../../../shared/ledgers/base/privacyReview.ts';
import { pupil } from '../../../shared/ledgers/base/pupil.ts';
import { ethicsFigures } from '../ethics/statisticsFigures.ts';
import type { Check } from '../checks/check.ts';
import { maySeeLocked } from '../ledgers/lockedFields.ts';

/** What the privacy rules look at, as on a day. */
export function loadPrivacyFacts({ read: h, calendar, parameters, on }: Check): PrivacyFacts {
  return {
    markedFiles: [...h.ledgers.values()].flatMap((definition) => markedFilesOf(h, definition)),
    pupils: allRecords(h, pupil)
      .filter(
        ({ values }) =>
          (values.enteredOn === null || values.enteredOn <= on) &&
          (values.leftOn === null || on < values.leftOn),
      )
      // No more of a child than the rules ask for.
      .map(({ id, values: { name, bornOn, consentOn } }) => ({ id, name, bornOn, consentOn })),
    consents: allRecords(h, guardianConsent).map(({ values }) => ({ ...values, pupilId: values.pupil })),
    exports: listExports(h).map((line) => ({
      ...line,
      key: `${line.at} ${line.path}`,
      on: chinaDateOf(line.at),
      openOnStick: liesOnStick(line.path),
    })),
    leavingColumns: leavingColumns(h.ledgers),
    looks: looksOf(h),
    statisticCells: statisticCellsOf(h, parameters, on),
    reviews: allRecords(h, privacyReview).map(({ id, values }) => ({ ...values, id })),
    requests: allRecords(h, privacyRequest).map(({ id, values }) => ({ ...values, id })),
    releases: allRecords(h, photoRelease).map(({ id, values }) => ({
      ...values,
      id,
      pupilIds: values.pupils,
    })),
    calendar,
  };
}

/** Whether a path is likely to be on a disk that is carried about: media folders, and Windows drives after the usual fixed ones. */
function liesOnStick(path: string): boolean {
  return /^(?:\/media\/|\/run\/media\/|\/Volumes\/)/u.test(path) || /^[E-Ze-z]:[\\/]/u.test(path);
}

/** Follows from the definitions alone. */
const leavingColumns = oncePer((ledgers: ReadHandle['ledgers']) =>
  [...ledgers.values()].flatMap((definition) => leavingColumnsOf(ledgers, definition)),
);

function leavingColumnsOf(ledgers: ReadHandle['ledgers'], definition: AnyLedger): LeavingColumnFact[] {
  return Object.values(fieldsOf(definition)).flatMap((field) => {
    const kind = maskKindOf(field, (id) => ledgers.get(id));
    return exportProfiles
      .filter((profile) => columnLeaves(field, kind, profile, true))
      .map((profile) => ({ ledger: definition.id, column: field.label, kind, profile }));
  });
}

/** Looks with whether they were allowed by the record as it stood then. */
function looksOf(h: ReadHandle): LookFact[] {
  const histories = new Map<string, ReturnType<typeof historyOf>>();
  const accounts = new Map(listAccounts(h).map((account) => [account.name, account]));
  return listAccess(h).flatMap(({ at, accountName, ledger, recordId }) => {
    const definition = ledger === null ? undefined : h.ledgers.get(ledger);
    const account = accounts.get(accountName);
    if (!definition || ledger === null || recordId === null || !account) return [];
    const history = histories.get(recordId) ?? historyOf(h, ledger, recordId);
    histories.set(recordId, history);
    const then = history.find((revision) => revision.at <= at);
    const allowed = maySeeLocked(h, definition, then ?? null, account);
    return {
      key: `${at} ${accountName} ${recordId}`,
      on: chinaDateOf(at),
      accountName,
      ledger,
      recordId,
      allowed,
    };
  });
}

/** The counts of persons in this year's ethics statistics, and which of them it would show. */
function statisticCellsOf(h: ReadHandle, parameters: Parameters, on: PlainDate): StatisticCellFact[] {
  const period = String(yearOf(on));
  const figures = (least: number) => {
    const { grades, violations, handlings } = ethicsFigures(h, {
      range: periodRange(period),
      day: on,
      least,
    });
    return [grades, violations, handlings].flatMap(({ name, columns, rows }) =>
      rows.flatMap(({ label, cells }) =>
        cells.map((count, index) => ({ table: name, label: `${label} ${columns[index] ?? ''}`, count })),
      ),
    );
  };
  const shown = figures(parameters.number('smallestShownCount', on));
  return figures(0).map(({ table, label, count }, index) => ({
    table,
    label,
    count: count ?? 0,
    shown: shown[index]?.count !== null,
  }));
}

function markedFilesOf(h: ReadHandle, definition: AnyLedger): MarkedFile[] {
  const fields = Object.entries(fieldsOf(definition)).filter(([, field]) => field.kind === 'attachments');
  return fields.flatMap(([fieldId, field]) => {
    const column = columnNameOf(fieldId);
    // The name of a locked file may tell who complained.
    const named = ({ kind, name }: AttachmentRef): string =>
      field.sensitivity === 'locked' ? `${kind}（${secrecyMarkIn(name) ?? ''}）` : name;
    const marked = sql.join(
      secrecyMarks.map((mark) => sql`${sql.id(column)} LIKE ${`%${mark}%`}`),
      sql` OR `,
    );
    const rows = allRowsOf(
      h,
      sql<{ id: string; files: string }>`
        SELECT id, ${sql.id(column)} AS files FROM ${sql.id(definition.table)}
        WHERE deleted_at IS NULL AND (${marked})`,
    );
    return rows.flatMap(({ id, files }) =>
      (JSON.parse(files) as AttachmentRef[])
        .filter(({ name }) => secrecyMarkIn(name) !== undefined)
        .map((ref) => ({ ledger: definition.id, recordId: id, fileName: named(ref) })),
    );
  });
}
